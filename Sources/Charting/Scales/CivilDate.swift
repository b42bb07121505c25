/// A calendar date for a day number: days since 1970-01-01 in the proleptic Gregorian calendar.
package struct CivilDate: Sendable, Equatable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Eras of 400 years starting on 1 March, as in Hinnant's `civil_from_days`.
  package init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  package static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// `2026-11-16`, for data files.
  package var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = "\(abs(number))"
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return (year < 0 ? "-" : "") + "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
