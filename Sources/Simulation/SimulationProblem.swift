import Vocabulary

/// Why a business cannot be simulated.
package enum SimulationProblem: Error, Hashable, Sendable, CustomStringConvertible {
  case customersOutOfRange(Int)
  case weeksOutOfRange(Int)
  case startsMidweek(Day)

  package var description: String {
    switch self {
    case .customersOutOfRange(let found):
      "simulate: \(found) customers asked for; expected \(BusinessPlan.customerLimits); choose another --customers"
    case .weeksOutOfRange(let found):
      "simulate: \(found) weeks asked for; expected \(BusinessPlan.weekLimits); choose another --weeks"
    case .startsMidweek(let day):
      "simulate: the first day \(day) is no Monday; expected whole weeks; start on \(day.weekStart)"
    }
  }
}
