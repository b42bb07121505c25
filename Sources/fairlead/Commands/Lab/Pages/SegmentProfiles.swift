/// What tells the groups of a segmentation apart.
struct SegmentProfiles {
  struct Point {
    let x: Double
    let y: Double
    let group: Int
  }

  static let mostGroups = 8
  static let mostColumns = 24
  private static let mostIndexed = 8

  /// Of each column, weighted by the sizes of the groups.
  let overall: [Double]
  /// Variance between the groups ÷ variance of the rows, of each column; nil where there is none.
  let told: [Double?]
  /// Columns, the most telling first.
  let order: [Int]
  /// Columns that can be compared with their average, which is above zero, in every group: the most telling.
  let indexed: [Int]
  /// The rows of the largest groups on the two most telling columns of numbers; nil with fewer.
  let cloud: (x: Int, y: Int, points: [Point])?

  init(_ result: SegmentResult, _ table: LabTable) {
    let places = result.columns.map { name in table.names.firstIndex(of: name) }
    let numbers = places.map { place -> [Double]? in
      guard let place, case .numbers(let values) = table.columns[place] else { return nil }
      return values
    }
    let all = Double(max(1, result.sizes.reduce(0, +)))
    let weights = result.weights ?? result.sizes.map { Double($0) / all }
    let centres = result.centresOriginal
    let means = result.columns.indices.map { column in zip(weights, centres).reduce(0) { $0 + $1.0 * $1.1[column] } }
    let shares = result.columns.indices.map { column -> Double? in
      let between = zip(weights, centres).reduce(0) { sum, group in
        let distance = group.1[column] - means[column]
        return sum + group.0 * distance * distance
      }
      let within = numbers[column].map(Self.variance) ?? means[column] * (1 - means[column])
      return within > 0 ? min(1, between / within) : nil
    }
    let order = shares.indices.sorted { a, b in
      let (first, second) = (shares[a] ?? -1, shares[b] ?? -1)
      return first != second ? first > second : a < b
    }
    overall = means
    told = shares
    self.order = order
    indexed = Array(
      order.filter { column in means[column] > 0 && centres.allSatisfy { $0[column] >= 0 } }.prefix(Self.mostIndexed))
    let axes = order.filter { numbers[$0] != nil }.prefix(2)
    guard let first = axes.first, let second = axes.last, first != second, let x = numbers[first],
      let y = numbers[second]
    else {
      cloud = nil
      return
    }
    cloud = (
      first, second,
      result.labels.indices.compactMap { row in
        (0..<Self.mostGroups).contains(result.labels[row])
          ? Point(x: x[row], y: y[row], group: result.labels[row]) : nil
      }
    )
  }

  private static func variance(_ values: [Double]) -> Double {
    let known = values.filter { !$0.isNaN }
    let mean = known.reduce(0, +) / Double(max(1, known.count))
    return known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, known.count))
  }
}
