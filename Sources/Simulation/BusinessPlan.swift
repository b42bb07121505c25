import Vocabulary

/// What is asked of a simulated business. Everything else about its world is fixed in this target or drawn from `seed`.
package struct BusinessPlan: Hashable, Sendable {
  package static let customerLimits = 10...10_000_000
  package static let weekLimits = 4...520
  /// A Monday, so that the default two years end on a Sunday.
  package static let usualFirstDay = Day(number: 20_031)

  /// The expected number of customers; the number drawn is Poisson around it.
  package let customers: Int
  package let weeks: Int
  package let seed: UInt64
  package let firstDay: Day

  package init(
    customers: Int = 3_000, weeks: Int = 104, seed: UInt64 = 1, firstDay: Day = BusinessPlan.usualFirstDay
  ) throws(SimulationProblem) {
    guard BusinessPlan.customerLimits.contains(customers) else {
      throw SimulationProblem.customersOutOfRange(customers)
    }
    guard BusinessPlan.weekLimits.contains(weeks) else { throw SimulationProblem.weeksOutOfRange(weeks) }
    guard firstDay.weekday == 1 else { throw SimulationProblem.startsMidweek(firstDay) }
    self.customers = customers
    self.weeks = weeks
    self.seed = seed
    self.firstDay = firstDay
  }

  package var dayCount: Int { weeks * 7 }
  package var lastDay: Day { firstDay + (dayCount - 1) }

  /// The last day whose 90 following days are all in the data; nil when the business is younger than that.
  package var churnAsOf: Day? {
    dayCount > BusinessPlan.churnHorizonDays ? lastDay - BusinessPlan.churnHorizonDays : nil
  }
  package static let churnHorizonDays = 90

  /// Customers a week relative to the default plan: spend, saturation points and traffic grow with it.
  var scale: Double { (Double(customers) / Double(weeks)) / (3_000.0 / 104.0) }
}
