import Vocabulary

/// The columns of one mapped table: what they hold is decided over the whole file first, then read row by row.
struct MappedColumns: Sendable {
  let map: ColumnMap<TableField>
  let mapping: TableMapping
  private(set) var numbers: NumberColumns<TableField>
  private(set) var days: [TableField: DateColumn] = [:]
  /// Of a table without days.
  private var periods: RowPeriods?
  /// Nil of tables whose days can be single ones alone.
  private(set) var periodDays: PeriodDays?
  private(set) var currency: CurrencyColumn
  private let amounts: [TableField]
  /// Of fields without a unit in the mapping whose header says one.
  let headerUnits: CaseSlots<TableField, FieldUnit>
  /// Of those of which the cells' formats may be what the header means.
  private let shownUnits: CaseSlots<TableField, FieldUnit>
  /// The words of their headers that may be units of those without one.
  private let doubtfulUnits: CaseSlots<TableField, String>
  private var phones: AddressTally
  private var channels: UnknownChannels
  /// The first currency that stands beside an amount.
  private var marked: Currency?
  /// Whether amounts carry the marks of several currencies.
  private var marksDiffer = false
  private var isOfOneCurrency = true
  /// The mapping's own currency.
  private let ownCurrency: Currency?
  /// The first mark beside an amount that several currencies share, and the mapping's own is none of them.
  private var foreignMark: SharedMark?
  /// Of amounts without a mark. Those with one are of the mark's, which must be this one where the header names it or
  /// all marks of the file are one, unless the mapping has a currency of its own.
  private var declared: Currency?

  /// Nil where the header is not that of the mapping's table: a column it requires is missing, or more than half of
  /// all that it names. `isScaled`: its cells may show thousands or millions of what they hold.
  init?(_ header: Header, mapping: TableMapping, isScaled: Bool) {
    let names = mapping.fields.mapValues { $0.headers.flatMap { [Header.whole($0), Header.key($0).key] } }
    let map = ColumnMap(header, names: names)
    let found = mapping.fields.keys.count { map.has($0) }
    guard found > 0, found * 2 >= mapping.fields.count,
      mapping.fields.allSatisfy({ !$0.value.isRequired || map.has($0.key) }),
      mapping.kind.needs.allSatisfy({ group in group.contains { map.has($0) || mapping.constants[$0] != nil } })
    else { return nil }
    self.map = map
    self.mapping = mapping
    ownCurrency = mapping.constants[.currency].flatMap { Currency($0) }
    func columns(_ types: [FieldType]) -> [TableField] {
      mapping.kind.fields.filter { types.contains($0.type) && mapping.fields[$0.field]?.unit != .clock }.map(\.field)
    }
    let amounts = columns([.money]).filter { map.has($0) }
    self.amounts = amounts
    var told = CaseSlots<TableField, FieldUnit>()
    var shown = CaseSlots<TableField, FieldUnit>()
    var doubtful = CaseSlots<TableField, String>()
    for field in columns([.money, .number, .count]) where map.has(field) && mapping.fields[field]?.unit == nil {
      let unit = HeaderWords.unit(map.name(field), isOfMoney: amounts.contains(field))
      if isScaled, unit?.multiple != nil { shown[field] = unit } else { told[field] = unit }
      if unit == nil { doubtful[field] = HeaderWords.unitInDoubt(map.name(field)) }
    }
    headerUnits = told
    shownUnits = shown
    doubtfulUnits = doubtful
    // Counts in thousands and millions may have a fraction.
    let counts = columns([.count])
    let large = counts.filter { (mapping.fields[$0]?.unit ?? told[$0])?.multiple != nil }
    numbers = NumberColumns(
      map, amounts: columns([.money, .number, .duration]) + large, whole: counts.filter { !large.contains($0) })
    for field in columns([.day]) {
      let isOfFact = [.day, .firstDay, .lastDay].contains(field)
      days[field] = DateColumn(map[field], name: map.name(field), isOfFact: isOfFact, zone: mapping.timeZone)
    }
    if !map.has(.day), mapping.constants[.day] == nil { periods = RowPeriods(days[.firstDay], days[.lastDay]) }
    periodDays = PeriodDays(map, mapping)
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    phones = AddressTally(header, [], phones: columns([.phone]).map { map[$0] })
    channels = UnknownChannels(mapping.kind == .adPerformance ? map[.channel] : nil)
  }

  /// Whether its rows add up weeks, months or other periods.
  var isOfSums: Bool { periods?.areOfSums == true }

  /// Whether its rows are figures of a day or of a longer period.
  var isOfPeriods: Bool { mapping.kind.isOfPeriods }

  /// How well the table fits the mapping.
  var fit: Fit {
    let found = mapping.fields.keys.count { map.has($0) }
    return Fit(found: found, missing: mapping.fields.count - found)
  }

  struct Fit: Comparable {
    let found: Int
    let missing: Int

    /// By the share of the mapping's columns that the table has, then by their number.
    static func < (left: Fit, right: Fit) -> Bool {
      let (leftShare, rightShare) = (left.found * right.missing, right.found * left.missing)
      return leftShare == rightShare ? left.found < right.found : leftShare < rightShare
    }
  }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    for field in days.keys { days[field]?.survey(record) }
    periods?.survey(record)
    periodDays?.survey(record)
    currency.survey(record)
    phones.survey(record)
    channels.survey(record)
    guard !map.has(.currency), !marksDiffer || (ownCurrency != nil && foreignMark == nil) else { return }
    for field in amounts {
      let cell = record[map[field]]
      guard let last = BlankText.trimmed(cell).last, let first = BlankText.trimmed(cell).first,
        last &- 0x30 > 9 || first &- 0x30 > 9,
        let amount = AmountText(cell, format: .decimalDot) ?? AmountText(cell, format: .decimalComma)
      else { continue }
      if let currency = amount.currency, currency.isStandard {
        if let marked, marked != currency { marksDiffer = true }
        marked = marked ?? currency
      }
      if let ownCurrency, foreignMark == nil, amount.currency == nil, amount.contradicts(ownCurrency) {
        foreignMark = SharedMark(mark: amount.mark, column: map.name(field), line: record.line)
      }
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var options = options
    options.locale = mapping.locale ?? options.locale
    options.dateOrder = mapping.dateOrder ?? options.dateOrder
    if let locale = mapping.locale, options.convention == nil { throw .unknownLocale(file: file, locale: locale) }
    try numbers.settle(options, file: file, habit: nil)
    // A column may be somebody else's, typed in beside the export's.
    let proven = DateColumn.provenOrder(Array(days.values))
    for field in days.keys.sorted() { try days[field]?.settle(options, file: file, beside: proven) }
    periods?.settle(days[.firstDay], days[.lastDay])
    periodDays?.settle(days[.day]?.order)
    let inHeader = amounts.compactMap { field in map[field].flatMap { map.header.currencies[$0] } }
    if let ownCurrency, let foreignMark, inHeader.isEmpty {
      throw .contradictoryCurrency(
        file: file, column: foreignMark.column, line: foreignMark.line, mark: foreignMark.mark,
        declared: ownCurrency, mapping: mapping.name)
    }
    declared = inHeader.first ?? ownCurrency ?? options.currency ?? (marksDiffer ? nil : marked)
    let agrees = options.currency == nil || marked == nil || marked == options.currency
    isOfOneCurrency = !inHeader.isEmpty || (!marksDiffer && agrees)
    currency.settle(declared: declared)
    var findings = Findings()
    let named = TableField.allCases.filter { map.has($0) }.prefix(2).map { "\"\(map.name($0))\"" }
    findings.reason = "columns \(named.joined(separator: " and "))"
    findings.columns = map.meanings
    let ofAmounts = ownCurrency == nil ? declared : marked ?? declared
    findings.currency = map.has(.currency) ? currency.ofFile : ofAmounts
    findings.timeZone = mapping.timeZone?.name ?? options.timeZone
    findings.window = window
    findings.notes += absenceNotes(options) + phones.notes(mapping.kind.title) + channels.notes + unitNotes
    findings.notes += periodDays?.notes(mapping: mapping.name) ?? []
    findings.account = mapping.constants[.account] ?? mapping.constants[.shop]
    return findings
  }

  /// A misspelt name would lose its figures without a word. Columns that are left out on purpose are not missed.
  private func absenceNotes(_ options: ReadOptions) -> [String] {
    let absent = mapping.absent(from: map.header).filter { field in
      !(mapping.fields[field]?.headers ?? []).contains { options.leftOut.contains(Header.key($0).key) }
    }
    guard !absent.isEmpty else { return [] }
    let names = absent.map { mapping.naming($0) }.joined(separator: ", ")
    return [
      "the mapping \"\(mapping.name)\" names \(absent.count == 1 ? "a column" : "columns") that the file has not: "
        + "\(names); correct the mapping or the export"
    ]
  }

  /// What the field's figures are counted in: as the mapping says, else as the header does.
  func unit(_ field: TableField) -> FieldUnit {
    mapping.fields[field]?.unit ?? headerUnits[field] ?? .units
  }

  private var unitNotes: [String] {
    let heard = headerUnits.filled.sorted { $0.key < $1.key }.map { field, unit in
      "\"\(map.name(field))\" is read in \(unit == .micros ? "millionths (micros)" : unit.rawValue), as its header "
        + "says; if it is not in them, write `unit: units` beside it in the mapping \"\(mapping.name)\""
    }
    let shown = shownUnits.filled.sorted { $0.key < $1.key }.map { field, unit in
      "\"\(map.name(field))\" is read as its cells hold it, since formats of the workbook may show \(unit.rawValue) of "
        + "that; if the cells hold \(unit.rawValue), write `unit: \(unit.rawValue)` beside it in the mapping "
        + "\"\(mapping.name)\""
    }
    let doubtful = doubtfulUnits.filled.sorted { $0.key < $1.key }.map { field, word in
      "does \"\(word)\" in \"\(map.name(field))\" say what its figures are counted in? they are read as they stand; "
        + "write `unit:` beside it in the mapping \"\(mapping.name)\", `unit: units` if it does not"
    }
    return heard + shown + doubtful
  }

  private var window: DateWindow? {
    func constant(_ field: TableField) -> DateWindow? {
      mapping.constants[field].flatMap { Day(iso: $0) }.map { DateWindow(day: $0) }
    }
    let windows = [TableField.day, .firstDay, .lastDay].compactMap { field -> DateWindow? in
      guard let days = days[field]?.window else { return constant(field) }
      return field == .day ? periodDays?.covered(days) ?? days : days
    }
    return windows.reduce(nil) { $0?.union($1) ?? $1 }
  }

  /// The currency of a row's amounts: a code in its own column, else the mark beside an amount, else what the header,
  /// the mapping, the options or the one mark of the file say. Where several marks stand, each is its row's.
  func currency(of fields: [TableField], _ record: RawRecord) throws(RowProblem) -> Currency? {
    var told: [(field: TableField, amount: AmountText)] = []
    var seen: Currency?
    for field in fields {
      guard let amount = try numbers.amount(field, record) else { continue }
      told.append((field, amount))
      if !map.has(.currency), ownCurrency == nil, isOfOneCurrency {
        _ = try CurrencyColumn.agreed(declared, amount, name: map.name(field))
      }
      guard let currency = amount.currency else { continue }
      guard seen == nil || seen == currency else {
        throw RowProblem(
          column: map.name(field), found: "an amount in \(currency) beside one in another currency",
          expected: "one currency in a row")
      }
      seen = currency
    }
    guard map.has(.currency) else { return seen ?? declared }
    let stated = try currency.currency(record, ofAmount: told.isEmpty ? nil : 0)
    // Spreadsheets put their mark beside noughts.
    for (field, amount) in told where amount.micros != 0 {
      _ = try CurrencyColumn.agreed(stated, amount, name: map.name(field))
    }
    return stated
  }
}
