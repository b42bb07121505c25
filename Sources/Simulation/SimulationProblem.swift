import Glibc
import Vocabulary

/// Why a business cannot be simulated.
package enum SimulationProblem: Error, Hashable, Sendable, CustomStringConvertible {
  case customersOutOfRange(Int)
  case weeksOutOfRange(Int)
  case startsMidweek(Day)
  /// With the system's error number.
  case noRoom(Int32)

  package var description: String {
    switch self {
    case .customersOutOfRange(let found):
      "simulate: \(found) customers asked for; expected \(BusinessPlan.customerLimits); choose another --customers"
    case .weeksOutOfRange(let found):
      "simulate: \(found) weeks asked for; expected \(BusinessPlan.weekLimits); choose another --weeks"
    case .noRoom(let error):
      "simulate: a file for what waits to be sorted could not be written (\(String(cString: strerror(error)))); expected "
        + "room for about 1.5 KB a customer beside the exports; free some space or choose another --out"
    case .startsMidweek(let day):
      "simulate: the first day \(day) is no Monday; expected whole weeks; start on \(day.weekStart)"
    }
  }
}
