import Vocabulary

/// The columns by which e-mail tools sum up a mailing. Rates are left out: they follow from the counts.
struct MailingColumns: Sendable {
  enum Field: String, CaseIterable {
    case campaignID, campaign, variant, subject, list, sent, recipients, delivered, softBounces, hardBounces
    case uniqueOpens, opens, uniqueClicks, clicks, unsubscribes, complaints, orders, revenue, currency
  }

  private static let counts: [Field] = [
    .recipients, .delivered, .softBounces, .hardBounces, .uniqueOpens, .opens, .uniqueClicks, .clicks, .unsubscribes,
    .complaints, .orders,
  ]

  let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var dates: DateColumns
  private var currency: CurrencyColumn
  private var key = RecordKey()
  private var totals: TotalsRow

  init(_ header: Header, names: [Field: [String]]) {
    map = ColumnMap(header, names: names)
    numbers = NumberColumns(map, amounts: [.revenue], whole: MailingColumns.counts)
    dates = DateColumns(header, [map[.sent]])
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    let naming: [Field] = [.campaignID, .campaign, .subject, .list, .sent]
    totals = TotalsRow(naming.map { [map] in map[$0] })
  }

  func has(_ field: Field) -> Bool { map.has(field) }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    dates.survey(record)
    currency.survey(record)
    totals.survey(record)
  }

  /// A sum that somebody has written below the mailings.
  func isTotal(_ record: RawRecord) -> Bool { totals.label(record) != nil }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .decimalDot)
    try dates.settle(options, file: file)
    currency.settle(declared: map[.revenue].flatMap { map.header.currencies[$0] } ?? options.currency)
    var findings = Findings()
    findings.reason =
      "columns \"\(map.name(.campaign))\" and \"\(map.name(has(.delivered) ? .delivered : .recipients))\""
    findings.columns = map.meanings
    findings.currency = currency.ofFile
    findings.timeZone = options.timeZone
    findings.window = dates.window(map[.sent])
    let metrics: [(Field, TotalMetric)] = [
      (.delivered, .emails), (.opens, .opens), (.clicks, .clicks), (.revenue, .revenue),
    ]
    findings.metrics = Set(metrics.filter { has($0.0) }.map(\.1))
    findings.notes += numbers.caveats
    return findings
  }

  /// Parts of a test of two subjects are mailings of their own.
  mutating func mailing(_ record: RawRecord, platform: String) throws(RowProblem) -> EmailCampaign {
    let name = record.text(map[.campaign])
    let day = try dates.date(map[.sent], record)?.day
    let id = try IdentifierCell.text(record, map[.campaignID], name: map.name(.campaignID))
    let variant = record.text(map[.variant])
    let known = id.isEmpty ? "" : [id, variant].filter { !$0.isEmpty }.joined(separator: " / ")
    var mailing = EmailCampaign(
      origin: RecordOrigin(record), platform: platform,
      campaignID: known.isEmpty ? try mailingName(name, day, variant) : known, campaign: name)
    mailing.subject = record.text(map[.subject])
    mailing.list = record.text(map[.list])
    mailing.sentDay = day
    mailing.recipients = try numbers.whole(.recipients, record)
    mailing.delivered = try numbers.whole(.delivered, record)
    mailing.softBounces = try numbers.whole(.softBounces, record)
    mailing.hardBounces = try numbers.whole(.hardBounces, record)
    mailing.uniqueOpens = try numbers.whole(.uniqueOpens, record)
    mailing.opens = try numbers.whole(.opens, record)
    mailing.uniqueClicks = try numbers.whole(.uniqueClicks, record)
    mailing.clicks = try numbers.whole(.clicks, record)
    mailing.unsubscribes = try numbers.whole(.unsubscribes, record)
    mailing.complaints = try numbers.whole(.complaints, record)
    mailing.orders = try numbers.whole(.orders, record)
    let revenue = try numbers.amount(.revenue, record)
    mailing.revenueMicros = revenue?.micros
    mailing.currency = try currency.currency(record, of: [revenue], name: map.name(.revenue))
    return mailing
  }

  private mutating func mailingName(
    _ name: String, _ day: Day?, _ variant: String
  ) throws(RowProblem) -> String {
    let parts = [name, day?.description ?? "", variant]
    return try key.next(name.isEmpty ? [] : parts, column: map.name(.campaign))
  }
}
