import Vocabulary

/// The columns by which CRM tools describe a sales opportunity.
struct DealColumns: Sendable {
  enum Field: String, CaseIterable {
    case dealID, name, pipeline, stage, status, isWon, isLost, isClosed, amount, currency, created, close, expected,
      closed, won, lost
    case owner, contactID, companyID, company, email, otherEmail, source, campaign, deleted
  }

  /// A column that says when a deal entered a stage.
  struct StageColumn: Sendable {
    let stage: String
    let index: Int
  }

  let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var dates: DateColumns
  private var currency: CurrencyColumn
  private var key = RecordKey()
  private var addresses: AddressTally
  private let stages: [StageColumn]
  private let openStages: Set<String>
  private var totals: TotalsRow

  init(
    _ header: Header, names: [Field: [String]], stages: [StageColumn] = [], openStages: Set<String> = []
  ) {
    map = ColumnMap(header, names: names)
    numbers = NumberColumns(map, amounts: [.amount], whole: [])
    let days = [Field.created, .close, .expected, .closed, .won, .lost].map { [map] in map[$0] }
    dates = DateColumns(header, days + stages.map(\.index))
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    addresses = AddressTally(header, [map[.email], map[.otherEmail]])
    self.stages = stages
    self.openStages = openStages
    let naming: [Field] = [
      .dealID, .name, .stage, .created, .close, .expected, .company, .companyID, .email, .contactID,
    ]
    totals = TotalsRow(naming.map { [map] in map[$0] })
  }

  func has(_ field: Field) -> Bool { map.has(field) }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    dates.survey(record)
    currency.survey(record)
    addresses.survey(record)
    totals.survey(record)
  }

  /// `habit`: how the vendor writes an amount that reads both ways.
  mutating func settle(_ options: ReadOptions, file: String, habit: NumberFormat?) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: habit)
    try dates.settle(options, file: file)
    currency.settle(declared: map[.amount].flatMap { map.header.currencies[$0] } ?? options.currency)
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.name))\" and \"\(map.name(has(.stage) ? .stage : .amount))\""
    findings.columns = map.meanings
    for stage in stages { findings.columns[stage.index].meaning = "stageEntered" }
    findings.currency = currency.ofFile
    findings.timeZone = options.timeZone
    findings.window = dates.window(map[.created])
    findings.metrics = has(.amount) ? [.deals, .dealAmount] : [.deals]
    findings.notes += numbers.caveats + addresses.notes("deals")
    return findings
  }

  /// A sum that somebody has written below the deals.
  func isTotal(_ record: RawRecord) -> Bool { totals.label(record) != nil }

  /// Marked by the tool itself.
  func isDeleted(_ record: RawRecord) -> Bool { FlagCell.value(record, map[.deleted]) == true }

  mutating func deal(_ record: RawRecord, platform: String) throws(RowProblem) -> Deal {
    let created = try dates.date(map[.created], record)?.day
    let id = try id(record, created: created)
    var deal = Deal(origin: RecordOrigin(record), platform: platform, dealID: id)
    deal.name = record.text(map[.name])
    deal.pipeline = record.text(map[.pipeline])
    deal.stage = record.text(map[.stage])
    deal.outcome = outcome(record)
    let amount = try numbers.amount(.amount, record)
    deal.amountMicros = amount?.micros
    deal.currency = try currency.currency(record, of: [amount], name: map.name(.amount))
    deal.createdDay = created
    deal.closeDay = try closeDay(record, outcome: deal.outcome)
    deal.owner = record.text(map[.owner])
    deal.contactID = try contactIDs(record).first ?? ""
    deal.companyID = try IdentifierCell.list(record, map[.companyID], name: map.name(.companyID)).first ?? ""
    if deal.companyID.isEmpty { deal.companyID = record.text(map[.company]) }
    deal.email = AddressTally.address(record, map[.email]) ?? AddressTally.address(record, map[.otherEmail])
    deal.campaign = record.text(map[.campaign])
    deal.sourceDetail = record.text(map[.source])
    return deal
  }

  func contactIDs(_ record: RawRecord) throws(RowProblem) -> [String] {
    try IdentifierCell.list(record, map[.contactID], name: map.name(.contactID))
  }

  /// `isUTC`: the table's times are in UTC, though their cells do not say so.
  func stageChanges(_ record: RawRecord, of deal: Deal, isUTC: Bool) throws(RowProblem) -> [DealStageChange] {
    var changes: [DealStageChange] = []
    for stage in stages {
      guard let date = try dates.date(stage.index, record) else { continue }
      var change = DealStageChange(
        origin: deal.origin, platform: deal.platform, dealID: deal.dealID, stage: stage.stage, day: date.day)
      change.instant = isUTC ? date.instantUTC : date.instant
      changes.append(change)
    }
    return changes
  }

  private mutating func id(_ record: RawRecord, created: Day?) throws(RowProblem) -> String {
    guard has(.dealID) else {
      let parts = [record.text(map[.company]), record.text(map[.name]), created?.description ?? ""]
      return try key.next(record.text(map[.name]).isEmpty ? [] : parts, column: map.name(.name))
    }
    let id = try IdentifierCell.text(record, map[.dealID], name: map.name(.dealID))
    guard !id.isEmpty else {
      throw RowProblem(column: map.name(.dealID), found: "an empty cell", expected: "the record's id")
    }
    return id
  }

  private func outcome(_ record: RawRecord) -> Deal.Outcome? {
    let isWon = FlagCell.value(record, map[.isWon])
    let isLost = FlagCell.value(record, map[.isLost])
    let isEither = isWon == true || isLost == true ? true : isWon == false && isLost == false ? false : nil
    let flags = DealOutcome.of(
      isClosed: FlagCell.value(record, map[.isClosed]) ?? isEither, isWon: isWon ?? (isLost == true ? false : nil))
    return flags ?? DealOutcome.of(record.text(map[.status]))
      ?? DealOutcome.of(record.text(map[.stage]), openStages: openStages)
      ?? (isFilled(.won, record) ? .won : isFilled(.lost, record) ? .lost : nil)
  }

  private func isFilled(_ field: Field, _ record: RawRecord) -> Bool { !BlankText.isMissing(record[map[field]]) }

  /// The actual day where the table has one, else the one that stands in the column of both. What was expected of a deal
  /// that is won or lost says nothing of when.
  private func closeDay(_ record: RawRecord, outcome: Deal.Outcome?) throws(RowProblem) -> Day? {
    let actual: Field? = outcome == .won ? .won : outcome == .lost ? .lost : nil
    for field in [actual, outcome == .open ? nil : .closed, .close, actual == nil ? .expected : nil] {
      guard let field else { continue }
      if let date = try dates.date(map[field], record) { return date.day }
    }
    return nil
  }
}

extension CanonicalBatch {
  mutating func skip(_ record: RawRecord, _ reason: SkippedRow.Reason) {
    skippedRows.append(SkippedRow(line: record.line, reason: reason))
  }
}
