import Computation

/// A binary tree of questions "is the value at most the threshold?"; node 0 is the root.
package struct Tree: Codable, Equatable, Sendable {
  /// Column asked about, −1 in a leaf.
  private(set) var features: [Int32] = []
  private(set) var thresholds: [Double] = []
  /// The child for yes; the one for no comes right after it.
  private(set) var children: [Int32] = []
  /// Where a missing value goes: to the child for yes if true.
  private(set) var missingIsYes: [Bool] = []
  /// What a leaf says; 0 elsewhere.
  private(set) var values: [Double] = []

  package var leaves: Int { features.count { $0 < 0 } }

  init(value: Double) {
    addLeaf(value)
  }

  private mutating func addLeaf(_ value: Double) {
    features.append(-1)
    thresholds.append(0)
    children.append(0)
    missingIsYes.append(false)
    values.append(value)
  }

  /// Turns a leaf into a question; gives the number of the child for yes. That for no is the next.
  mutating func split(
    _ node: Int, feature: Int, threshold: Double, missingIsYes goesYes: Bool = false, yes: Double, no: Double
  ) -> Int {
    let child = features.count
    features[node] = Int32(feature)
    thresholds[node] = threshold
    children[node] = Int32(child)
    missingIsYes[node] = goesYes
    values[node] = 0
    addLeaf(yes)
    addLeaf(no)
    return child
  }

  /// What the tree says of the row that begins at `start`. NaN is a missing value.
  func value(_ rows: UnsafeBufferPointer<Double>, from start: Int) -> Double {
    var node = 0
    while features[node] >= 0 {
      let x = rows[start + Int(features[node])]
      let isYes = x.isNaN ? missingIsYes[node] : x <= thresholds[node]
      node = Int(children[node]) + (isYes ? 0 : 1)
    }
    return values[node]
  }

  /// Between two neighbouring values, so that rows between them go to the nearer one.
  static func threshold(between low: Double, and high: Double) -> Double {
    let middle = low + (high - low) / 2
    return middle < high ? middle : low
  }
}
