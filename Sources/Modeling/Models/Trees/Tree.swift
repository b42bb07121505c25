import Computation

/// A binary tree of questions; node 0 is the root. A question is "is the value at most the threshold?" or "is the
/// category among these?".
package struct Tree: Codable, Equatable, Sendable {
  /// Column asked about, −1 in a leaf.
  private(set) var features: [Int32] = []
  private(set) var thresholds: [Double] = []
  /// The child for yes; the one for no comes right after it.
  private(set) var children: [Int32] = []
  /// Where a missing value goes: to the child for yes if true.
  private(set) var missingIsYes: [Bool] = []
  /// What a leaf says; elsewhere what the node would say as a leaf.
  private(set) var values: [Double] = []
  /// The weight of the training rows that came by.
  private(set) var covers: [Double] = []
  /// The categories for yes, rising, of each node that asks for a category.
  private(set) var categories: [Int: [Double]] = [:]

  package var leaves: Int { features.count { $0 < 0 } }

  init(value: Double, cover: Double) {
    addLeaf(value, cover)
  }

  private mutating func addLeaf(_ value: Double, _ cover: Double) {
    features.append(-1)
    thresholds.append(0)
    children.append(0)
    missingIsYes.append(false)
    values.append(value)
    covers.append(cover)
  }

  /// What a new leaf says, and the weight of its rows.
  struct Leaf {
    let value: Double
    let cover: Double
  }

  /// Turns a leaf into a question; gives the number of the child for yes. That for no is the next.
  mutating func split(
    _ node: Int, feature: Int, threshold: Double, missingIsYes goesYes: Bool = false, yes: Leaf, no: Leaf
  ) -> Int {
    let child = features.count
    features[node] = Int32(feature)
    thresholds[node] = threshold
    children[node] = Int32(child)
    missingIsYes[node] = goesYes
    addLeaf(yes.value, yes.cover)
    addLeaf(no.value, no.cover)
    return child
  }

  /// The same for a question about categories. A missing or unknown one goes to no.
  mutating func split(_ node: Int, feature: Int, among yesCategories: [Double], yes: Leaf, no: Leaf) -> Int {
    categories[node] = yesCategories
    return split(node, feature: feature, threshold: 0, yes: yes, no: no)
  }

  /// Where the row that begins at `start` goes from a node that asks. NaN is a missing value.
  func next(_ node: Int, _ rows: UnsafeBufferPointer<Double>, from start: Int) -> Int {
    let x = rows[start + Int(features[node])]
    let isYes: Bool
    if !categories.isEmpty, let among = categories[node] {
      isYes = among.contains(x)
    } else {
      isYes = x.isNaN ? missingIsYes[node] : x <= thresholds[node]
    }
    return Int(children[node]) + (isYes ? 0 : 1)
  }

  /// Between two neighbouring values, so that rows between them go to the nearer one.
  static func threshold(between low: Double, and high: Double) -> Double {
    let middle = low + (high - low) / 2
    return middle < high ? middle : low
  }
}
