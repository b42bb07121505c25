/// The order in which a date written in figures names its parts.
package enum DateOrder: String, Hashable, Sendable, CaseIterable {
  case dayMonthYear = "dmy"
  case monthDayYear = "mdy"
  case yearMonthDay = "ymd"
}
