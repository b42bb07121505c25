/// How one language writes days: short names, and what stands between the parts. After CLDR's abbreviated forms.
struct DayFormat: Sendable, Equatable {
  let months: [String]
  /// From Monday.
  let weekdays: [String]
  /// Between the number of the day and its month; a day without its month keeps the mark before the space.
  let ofMonth: String
  /// Between month and year.
  let ofYear: String

  /// `9`, or `9.` where the number of a day is an ordinal.
  func number(_ day: Int) -> String { "\(day)" + (ofMonth.hasPrefix(".") ? "." : "") }

  static let english = DayFormat(
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], ofMonth: space, ofYear: space)

  static let german = DayFormat(
    months: [
      "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
    ],
    weekdays: ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."], ofMonth: "." + space, ofYear: space)

  static let french = DayFormat(
    months: [
      "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ],
    weekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."], ofMonth: space, ofYear: space)

  static let spanish = DayFormat(
    months: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
    weekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"], ofMonth: space, ofYear: space)

  static let dutch = DayFormat(
    months: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    weekdays: ["ma", "di", "wo", "do", "vr", "za", "zo"], ofMonth: space, ofYear: space)

  static let portuguese = DayFormat(
    months: [
      "jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez.",
    ],
    weekdays: ["seg.", "ter.", "qua.", "qui.", "sex.", "sáb.", "dom."], ofMonth: space + "de" + space,
    ofYear: space + "de" + space)

  static let italian = DayFormat(
    months: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
    weekdays: ["lun", "mar", "mer", "gio", "ven", "sab", "dom"], ofMonth: space, ofYear: space)

  private static let space = "\u{A0}"
}
