/// How well a probability ranks what happened.
struct RankAgreement {
  /// By probability, so that each part can be ranked on its own.
  private let parts: Spill
  private static let partCount = 256
  private var positives = 0
  private var negatives = 0

  init(in folder: String?) throws { parts = try Spill(buckets: RankAgreement.partCount, in: folder) }

  mutating func add(probability: Double, isPositive: Bool) throws {
    var record = SpillRecord()
    record.append(probability)
    record.append(isPositive)
    try parts.append(record, to: min(max(Int(probability * 256), 0), RankAgreement.partCount - 1))
    if isPositive { positives += 1 } else { negatives += 1 }
  }

  /// The chance that a random positive is ranked above a random negative, ties counted half (Hanley and McNeil 1982).
  /// Nil when one class is empty. O(n log n).
  func area() throws -> Double? {
    guard positives > 0, negatives > 0 else { return nil }
    // Sums of halves, exact far beyond any number of customers.
    var rankSum = 0.0
    var before = 0
    for part in 0..<RankAgreement.partCount {
      var grades: [(probability: Double, isPositive: Bool)] = []
      try parts.forEach(in: part) { grades.append(($0.number(), $0.flag())) }
      grades.sort { $0.probability < $1.probability }
      var start = 0
      while start < grades.count {
        var end = start
        while end < grades.count, grades[end].probability == grades[start].probability { end += 1 }
        let rank = Double(before + start + before + end + 1) / 2
        rankSum += rank * Double(grades[start..<end].count { $0.isPositive })
        start = end
      }
      before += grades.count
    }
    return (rankSum - Double(positives * (positives + 1)) / 2) / (Double(positives) * Double(negatives))
  }

  static func auc(_ grades: [(probability: Double, isSilent: Bool)]) throws -> Double? {
    var agreement = try RankAgreement(in: nil)
    for grade in grades { try agreement.add(probability: grade.probability, isPositive: grade.isSilent) }
    return try agreement.area()
  }
}
