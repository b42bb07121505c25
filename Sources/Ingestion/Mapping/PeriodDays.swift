import Vocabulary

/// What the days of a mapped table's `day` stand for where they are not single ones: whole weeks or months, by the
/// mapping, else by the column's name where its dates bear that out. Where nothing says so and they look like it, it is
/// told.
struct PeriodDays: Sendable {
  private let column: Int
  private let name: String
  private let stated: FieldUnit?
  private let words: PeriodWords?
  private let zone: LocalZone?
  private var seen: [DateOrder: Seen] = [:]
  /// Whether the dates can be no periods of which nothing speaks, by any order.
  private var areSingle = false
  /// The cell surveyed last.
  private var last: [UInt8]?
  private var unit = FieldUnit.days
  private var finding: Finding?

  private enum Finding {
    /// Read as the header says. `isByMondays`: since it has words beside "week" that are not known, and Mondays show it.
    case heard(isByMondays: Bool)
    case contradicted
    /// Weeks of which nobody says whether the dates, all of one weekday, begin or end them.
    case edgeless(weekday: String)
    /// Nothing says that they are of periods.
    case unsaid(FieldUnit, days: String)
  }

  private struct Seen {
    var weekdays: Set<Int> = []
    var beginMonths = true
    var endMonths = true
    /// The first few different ones.
    var days: Set<Day> = []

    static let enough = 4

    var areSingle: Bool { weekdays.count > 1 && !beginMonths && !endMonths }

    mutating func insert(_ day: Day) {
      let (year, month, dayOfMonth) = day.civil
      weekdays.insert(day.weekday)
      beginMonths = beginMonths && dayOfMonth == 1
      endMonths = endMonths && dayOfMonth == Day.length(ofMonth: month, year: year)
      if days.count < Seen.enough { days.insert(day) }
    }

    /// The one that all are, in the plural.
    var weekday: String? {
      guard weekdays.count == 1, let weekday = weekdays.first else { return nil }
      return ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"][weekday - 1]
    }

    var areMondays: Bool { weekdays == [1] }

    /// What they would be of if they were of periods.
    var likeness: Finding? {
      guard days.count == Seen.enough else { return nil }
      if beginMonths || endMonths { return .unsaid(.months, days: "\(beginMonths ? "first" : "last") days of months") }
      return weekday.map { .unsaid(.weeks, days: $0) }
    }
  }

  /// Nil of a table without such a column, of days that the mapping calls single, and of single sales.
  init?(_ map: ColumnMap<TableField>, _ mapping: TableMapping) {
    guard mapping.kind.isOfPeriods, let column = map[.day] else { return nil }
    stated = mapping.fields[.day]?.unit
    guard stated != .days else { return nil }
    name = map.name(.day)
    words = PeriodWords(name)
    guard stated != nil || words != nil || !map.has(.saleID) else { return nil }
    self.column = column
    zone = mapping.timeZone
  }

  mutating func survey(_ record: RawRecord) {
    guard stated == nil, !areSingle else { return }
    let cell = record[column]
    if let last, cell.elementsEqual(last) { return }
    last = Array(cell)
    for order in DateOrder.allCases {
      guard let date = DateText(cell, order: order) ?? ShortYear.date(cell, order: order) else { continue }
      seen[order, default: Seen()].insert((zone?.local(date) ?? date).day)
      // A moment is of no period. Spreadsheets write midnight behind days.
      if words == nil, let second = date.secondOfDay, second != 0 { areSingle = true }
    }
    if words == nil, !seen.isEmpty, seen.values.allSatisfy(\.areSingle) { areSingle = true }
  }

  /// `order`: that of the column.
  mutating func settle(_ order: DateOrder?) {
    if let stated {
      unit = stated
      return
    }
    guard !areSingle, let seen = seen[order ?? .dayMonthYear] else { return }
    guard let words else {
      finding = seen.likeness
      return
    }
    guard words.unit == .months ? seen.beginMonths || seen.endMonths : seen.weekdays.count == 1 else {
      finding = .contradicted
      return
    }
    // No calendar's week ends on a Monday, so that one of unknown words is taken for a first day.
    if words.edge == .doubtful, !seen.areMondays, let weekday = seen.weekday {
      finding = .edgeless(weekday: weekday)
      return
    }
    unit = words.unit
    finding = .heard(isByMondays: words.edge == .doubtful)
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
    let place = "beside it in the mapping \"\(mapping)\""
    switch finding {
    case nil: return []
    case .contradicted:
      let isOfMonths = words?.unit == .months
      let why = isOfMonths ? "are neither first days of months nor last ones" : "fall on several weekdays"
      return [
        "the dates in \"\(name)\" are read as single days, since they \(why); if each stands for a whole period, write "
          + "`unit: \((words?.unit ?? .weeks).rawValue)` \(place), else `unit: days`"
      ]
    case .edgeless(let weekday):
      return [
        "does each date in \"\(name)\" begin or end a week? all are \(weekday), and its header does not say; they are "
          + "read as single days: write `unit: weeks` \(place) if they begin weeks, `unit: weeksEnding` if they end them, "
          + "else `unit: days`"
      ]
    case .unsaid(let unit, days: let days):
      let other = unit == .weeks ? " (`unit: weeksEnding` if the day is its last)" : ""
      return [
        "the dates in \"\(name)\" are all \(days): if each row is of a whole \(unit == .weeks ? "week" : "month"), write "
          + "`unit: \(unit.rawValue)`\(other) \(place), else `unit: days`"
      ]
    case .heard(let isByMondays):
      return ["each date in \"\(name)\" is read as \(heard(isByMondays)), write `unit: days` \(place)"]
    }
  }

  private func heard(_ isByMondays: Bool) -> String {
    let isSingle = "if it is a single day"
    if unit == .months { return "its whole month, as its header says; \(isSingle)" }
    let meaning = "the seven days \(unit == .weeks ? "from" : "up to") it"
    guard isByMondays || words?.edge == .unsaid else { return "\(meaning), as its header says; \(isSingle)" }
    let more = isByMondays ? "all are Mondays" : "no more"
    return "\(meaning), since its header says weeks and \(more); if it is the last of them, write `unit: weeksEnding`, "
      + isSingle
  }
}
