/// How far a file's figures lie from those of another file for the same rows, added up by day.
///
/// Restated days differ by some hundredths. Where days that were long settled have less than half or more than twice of
/// what the other file says, the two are likely of two accounts or sites that neither of them names.
struct RestatedScale {
  private struct Sums {
    var own = 0.0
    var other = 0.0
  }

  private var days: [Int64: Sums] = [:]

  /// Of the last days of an export the platforms themselves say that they are not whole.
  static let unsettledDays: Int64 = 3
  private static let fewestDays = 2
  private static let farthest = 2.0

  mutating func add(_ own: Int64, instead other: Int64, day: Int64) {
    days[day, default: Sums()].own += Double(own)
    days[day, default: Sums()].other += Double(other)
  }

  /// `end`: the last day of the file that ends first.
  func isFar(end: Int64) -> Bool {
    let settled = days.filter { $0.key <= end - RestatedScale.unsettledDays }.values
    guard settled.count >= RestatedScale.fewestDays else { return false }
    let own = settled.reduce(0) { $0 + $1.own }
    let other = settled.reduce(0) { $0 + $1.other }
    return max(own, other) > RestatedScale.farthest * min(own, other)
  }
}
