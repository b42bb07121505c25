import Vocabulary

/// One row of a mapped table, by field.
struct MappedRow {
  let record: RawRecord
  let columns: MappedColumns

  var origin: RecordOrigin { RecordOrigin(record) }
  var countedOrigin: RecordOrigin { RecordOrigin(counted: record) }

  /// The cell or the constant, "" for neither.
  func text(_ field: TableField) -> String {
    guard let column = columns.map[field] else { return columns.mapping.constants[field] ?? "" }
    return record.text(column)
  }

  private func isNumber(_ field: TableField) -> Bool { columns.map[field].map(record.isNumber) == true }

  /// The platform that the table is from: its mapping's name where nothing else is said.
  var platform: String {
    let text = text(.platform)
    return text.isEmpty ? columns.mapping.name : text
  }

  /// Identifiers stay as they are written; one that a spreadsheet has shortened to `6.49E+17` stands for nothing.
  func id(_ field: TableField) throws(RowProblem) -> String {
    let text = text(field)
    if IdentifierText.isRounded(text) || IdentifierText.isCut(text, isNumber: isNumber(field)) {
      throw RowProblem(
        column: columns.map.name(field), found: text,
        expected: "the whole identifier; a spreadsheet has shortened it, so export it again without opening it in one")
    }
    return IdentifierText.whole(text)
  }

  func requiredID(_ field: TableField) throws(RowProblem) -> String {
    let id = try id(field)
    guard !id.isEmpty else {
      throw RowProblem(column: columns.map.name(field), found: "an empty cell", expected: "an identifier")
    }
    return id
  }

  func email(_ field: TableField) throws(RowProblem) -> EmailAddress? {
    try PersonalCell.email(record, columns.map[field], name: columns.map.name(field))
  }

  /// A number only serves to know a person again: `MappedColumns` says where a cell holds something else.
  func phone(_ field: TableField) -> PhoneNumber? { PhoneNumber(text(field)) }

  /// One of a few words, by its own name or by one of `others`; nil for an empty cell.
  func word<Word: RawRepresentable & CaseIterable>(
    _ field: TableField, _ others: [String: Word]
  ) throws(RowProblem) -> Word? where Word.RawValue == String {
    let text = text(field)
    guard !BlankText.isMissing(text) else { return nil }
    let plain = HeaderWords.plain(text)
    if let word = others[plain] ?? Word.allCases.first(where: { HeaderWords.plain($0.rawValue) == plain }) {
      return word
    }
    throw RowProblem.unknown(
      "word", text, column: columns.map.name(field),
      expected: "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  func date(_ field: TableField) throws(RowProblem) -> DateText? {
    if let column = columns.days[field] { return try column.date(record) }
    return columns.mapping.constants[field].flatMap { DateText($0, order: .yearMonthDay) }
  }

  func requiredDate(_ field: TableField) throws(RowProblem) -> DateText {
    guard let date = try date(field) else {
      throw RowProblem(column: columns.map.name(field), found: "an empty cell", expected: "a day")
    }
    return date
  }

  /// The days that the row covers: its day, or from its first to its last, or undated where the table has neither.
  func window() throws(RowProblem) -> DateWindow {
    if columns.map.has(.day) || columns.mapping.constants[.day] != nil {
      let day = try requiredDate(.day).day
      return columns.periodDays?.window(day) ?? DateWindow(day: day)
    }
    guard let first = try date(.firstDay)?.day, let last = try date(.lastDay)?.day else {
      if columns.map.has(.firstDay) || columns.map.has(.lastDay) {
        throw RowProblem(
          column: columns.map.name(.firstDay), found: "half a period", expected: "a first and a last day")
      }
      return .undated
    }
    guard let window = DateWindow(first: first, last: last) else {
      throw RowProblem(
        column: columns.map.name(.lastDay), found: "a day before the first one", expected: "the period's last day")
    }
    return window
  }

  /// Millionths in the field's own unit: major units of money, seconds, things.
  func micros(_ field: TableField) throws(RowProblem) -> Int64? {
    let unit = columns.unit(field)
    if unit == .clock { return try clock(field) }
    guard let micros = try columns.numbers.micros(field, record) else { return nil }
    guard columns.headerUnits[field] != .micros || micros % Micros.perUnit == 0 else {
      throw RowProblem(
        column: columns.map.name(field), found: "a fraction",
        expected: "whole millionths, as the header says, or the `unit:` of the column in the mapping")
    }
    let currency = unit == .cents ? try columns.currency(of: [field], record) : nil
    guard let scaled = unit.scaled(micros, in: currency) else {
      throw RowProblem(
        column: columns.map.name(field), found: "a figure beyond nine trillion",
        expected: "a smaller one, or another unit")
    }
    return scaled
  }

  /// How much was given back or taken off: some write it with a minus, some without.
  func size(_ field: TableField) throws(RowProblem) -> Int64? {
    try micros(field).map { Int64($0.magnitude) }
  }

  func whole(_ field: TableField) throws(RowProblem) -> Int64? {
    let unit = columns.unit(field)
    guard unit.multiple != nil else { return try columns.numbers.whole(field, record) }
    guard let micros = try micros(field) else { return nil }
    guard micros % Micros.perUnit == 0 else {
      throw RowProblem(
        column: columns.map.name(field), found: "a part of one", expected: "\(unit.rawValue) of whole things")
    }
    return micros / Micros.perUnit
  }

  /// Whole seconds, parts of one cut off.
  func seconds(_ field: TableField) throws(RowProblem) -> Int64? {
    try micros(field).map { $0 / Micros.perUnit }
  }

  /// An address without its query and fragment, which may name a person.
  func path(_ field: TableField) -> String {
    String(text(field).prefix { $0 != "?" && $0 != "#" })
  }

  func currency(of fields: [TableField]) throws(RowProblem) -> Currency? {
    try columns.currency(of: fields, record)
  }

  /// The constant, or the cell's word for a channel; nil for neither.
  var channel: Channel? {
    guard columns.map.has(.channel) else { return columns.mapping.constants[.channel].flatMap(Channel.init) }
    return ChannelWords.channel(text(.channel))
  }

  /// Filled, and not with a no: it may hold the day or the reason.
  func flag(_ field: TableField) -> Bool {
    let text = text(field)
    return !BlankText.isMissing(text) && FlagCell.value(text) != false
  }

  private func clock(_ field: TableField) throws(RowProblem) -> Int64? {
    let text = text(field)
    guard !BlankText.isMissing(text) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { $0.utf8.count < 7 ? Int64($0) : nil }
    let values = parts.compactMap { $0 }
    guard values.count == parts.count, (2...3).contains(parts.count), values.allSatisfy({ $0 >= 0 }),
      values.dropFirst().allSatisfy({ $0 < 60 })
    else {
      throw RowProblem(
        column: columns.map.name(field), found: "text of \(text.utf8.count) bytes that is no length of time",
        expected: "hours, minutes and seconds such as 1:02:03")
    }
    return values.reduce(0) { $0 * 60 + $1 } * Micros.perUnit
  }
}
