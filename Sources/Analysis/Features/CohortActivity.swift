import Vocabulary

/// How many of those who first bought in one calendar month bought in each month after.
package struct CohortActivity: Sendable, Equatable {
  package let year: Int
  /// 1…12, of the first purchase.
  package let month: Int
  /// Customers with a purchase in that month, the month after, … to the month of the day asked about, which may not be
  /// over; the first is the size of the cohort.
  package let active: [Int]

  /// What was known at the end of `asOf`, oldest cohort first; months in which nobody began have none.
  /// O(purchases + customers · log customers).
  package static func all(_ histories: [PurchaseHistory], asOf: Day) -> [CohortActivity] {
    let last = monthNumber(asOf)
    var active: [Int: [Int]] = [:]
    for history in histories {
      guard let known = history.known(by: asOf), let first = known.purchases.first else { continue }
      let began = monthNumber(first.day)
      let ages = Set(known.purchases.map { monthNumber($0.day) - began })
      for age in ages { active[began, default: Array(repeating: 0, count: last - began + 1)][age] += 1 }
    }
    return active.sorted { $0.key < $1.key }.map { began, active in
      CohortActivity(year: began / 12, month: began % 12 + 1, active: active)
    }
  }

  private static func monthNumber(_ day: Day) -> Int {
    let (year, month, _) = day.civil
    return year * 12 + month - 1
  }
}
