import Vocabulary

/// What the days of a mapped table's `day` stand for where they are not single ones: whole weeks or months, by the
/// mapping, else by the column's name where its dates bear that out.
struct PeriodDays: Sendable {
  private let column: Int
  private let name: String
  private let said: FieldUnit
  private let isOfMapping: Bool
  private let zone: LocalZone?
  private var seen: [DateOrder: Seen] = [:]
  /// The cell surveyed last.
  private var last: [UInt8]?
  private var unit = FieldUnit.days
  private var isContradicted = false

  private struct Seen {
    var weekdays: Set<Int> = []
    var beginMonths = true
    var endMonths = true

    mutating func insert(_ day: Day) {
      let (year, month, dayOfMonth) = day.civil
      weekdays.insert(day.weekday)
      beginMonths = beginMonths && dayOfMonth == 1
      endMonths = endMonths && dayOfMonth == Day.length(ofMonth: month, year: year)
    }
  }

  /// Nil of a table without such a column, and of single days.
  init?(_ map: ColumnMap<TableField>, _ mapping: TableMapping) {
    guard mapping.kind.isOfPeriods, let column = map[.day] else { return nil }
    let stated = mapping.fields[.day]?.unit
    guard let said = stated ?? HeaderWords.period(map.name(.day)), said != .days else { return nil }
    self.column = column
    name = map.name(.day)
    self.said = said
    isOfMapping = stated != nil
    zone = mapping.timeZone
  }

  mutating func survey(_ record: RawRecord) {
    guard !isOfMapping else { return }
    let cell = record[column]
    if let last, cell.elementsEqual(last) { return }
    last = Array(cell)
    for order in DateOrder.allCases {
      guard let date = DateText(cell, order: order) ?? ShortYear.date(cell, order: order) else { continue }
      seen[order, default: Seen()].insert((zone?.local(date) ?? date).day)
    }
  }

  /// `order`: that of the column.
  mutating func settle(_ order: DateOrder?) {
    guard !isOfMapping else {
      unit = said
      return
    }
    guard let seen = seen[order ?? .dayMonthYear] else { return }
    let fits = said == .months ? seen.beginMonths || seen.endMonths : seen.weekdays.count == 1
    unit = fits ? said : .days
    isContradicted = !fits
  }

  func window(_ day: Day) -> DateWindow {
    let (year, month, dayOfMonth) = day.civil
    switch unit {
    case .weeks: return DateWindow(day: day).union(DateWindow(day: day + 6))
    case .weeksEnding: return DateWindow(day: day - 6).union(DateWindow(day: day))
    case .months:
      let first = day - (dayOfMonth - 1)
      return DateWindow(day: first).union(DateWindow(day: first + (Day.length(ofMonth: month, year: year) - 1)))
    default: return DateWindow(day: day)
    }
  }

  /// All days of the periods that begin or end in it.
  func covered(_ days: DateWindow) -> DateWindow { window(days.first).union(window(days.last)) }

  func notes(mapping: String) -> [String] {
    if isContradicted {
      let why = said == .months ? "are neither first days of months nor last ones" : "fall on several weekdays"
      return [
        "the dates in \"\(name)\" are read as single days, since they \(why); if each stands for a whole period, write "
          + "`unit: \(said.rawValue)` beside it in the mapping \"\(mapping)\", else `unit: days`"
      ]
    }
    guard !isOfMapping, unit != .days else { return [] }
    let meaning = unit == .months ? "its whole month" : "the seven days \(unit == .weeks ? "from" : "up to") it"
    return [
      "each date in \"\(name)\" is read as \(meaning), as its header says; if it is a single day, write `unit: days` "
        + "beside it in the mapping \"\(mapping)\""
    ]
  }
}
