import Vocabulary

/// Adds up the facts of one file for its summary.
///
/// Where one file splits the same figure in several ways (GA4's stacked tables), only the lowest section that has the
/// metric counts: the same sessions by channel and by country are not twice as many. A section that tells it of the whole
/// site, and neither of one of several sites nor of a part, goes before those that do. Money in several currencies has no
/// sum: its metric is left out.
struct FileTotals {
  private var slots = CaseSlots<TotalMetric, Int64>()
  private var sections = CaseSlots<TotalMetric, Int>()
  /// Those whose section tells them of the whole site.
  private var wholes: Set<TotalMetric> = []
  private var currencies = CaseSlots<TotalMetric, Currency>()
  private var mixed: Set<TotalMetric> = []
  /// Of the sums that cannot be made.
  private(set) var mixedCurrencies: Set<Currency> = []
  /// Of the answer before: those of one response follow each other.
  private var response: String?
  private let metrics: Set<TotalMetric>
  private let sectionsContinue: Bool

  /// `metrics`: those that the file tells of. Without a row or a filled cell it tells nothing of them, which is not 0.
  /// `sectionsContinue`: the file's sections are one table on several sheets, and all of them count.
  init(_ metrics: Set<TotalMetric>, sectionsContinue: Bool = false) {
    self.metrics = metrics
    self.sectionsContinue = sectionsContinue
  }

  var sums: [TotalMetric: Int64] {
    Dictionary(uniqueKeysWithValues: slots.filled.map { ($0.key, $0.value) })
  }

  /// Of the sums of money, as far as their rows name one.
  var units: [TotalMetric: Currency] { Dictionary(uniqueKeysWithValues: currencies.filled.map { ($0.key, $0.value) }) }

  /// Of a figure of the web or of posts, the one that counts.
  func section(of metric: TotalMetric) -> Int? { sections[metric] }

  /// Whether the rows of that table are in the sum of such a figure.
  func counts(_ section: Int, for metric: TotalMetric) -> Bool { sectionsContinue || sections[metric] == section }

  /// The lowest counts, should it come after another: of a table's parts that is the whole.
  private mutating func note(_ section: Int, for metric: TotalMetric, isWhole: Bool) {
    guard let known = sections[metric] else {
      sections[metric] = section
      if isWhole { wholes.insert(metric) }
      return
    }
    guard section != known, !sectionsContinue else { return }
    guard isWhole == wholes.contains(metric) ? section < known : isWhole else { return }
    sections[metric] = section
    if isWhole { wholes.insert(metric) }
    slots[metric] = nil
    currencies[metric] = nil
    mixed.remove(metric)
    if mixed.isEmpty { mixedCurrencies = [] }
  }

  mutating func add(_ batch: CanonicalBatch, file: String) throws(IngestionError) {
    for row in batch.adPerformance {
      try add(.spend, row.spendMicros, in: row.currency, file)
      try add(.impressions, try micros(row.impressions, .impressions, file), file)
      try add(.clicks, try micros(row.clicks, .clicks, file), file)
      try add(.conversions, row.conversionsMicros, file)
    }
    for row in batch.webTraffic {
      guard let metric = row.metric.total else { continue }
      note(row.origin.section, for: metric, isWhole: row.property.isEmpty && row.dimension.isEmpty)
      if counts(row.origin.section, for: metric) { try add(metric, row.valueMicros, in: row.currency, file) }
    }
    for order in batch.customerOrders {
      try add(.orders, Micros.perUnit, file)
      try add(.revenue, order.totalMicros ?? order.subtotalMicros, in: order.currency, file)
    }
    try count(.contacts, of: batch.contacts, file)
    try addWeb(batch, file)
    try addSales(batch, file)
    try count(.companies, of: batch.companies, file)
    try count(.deals, of: batch.deals, file)
    for deal in batch.deals { try add(.dealAmount, deal.amountMicros, in: deal.currency, file) }
    try count(.products, of: batch.products, file)
    try count(.events, of: batch.emailEvents, file)
    try count(.emails, of: batch.emailEvents, file) { $0.kind == .delivered }
    try count(.opens, of: batch.emailEvents, file) { $0.kind == .open }
    try count(.clicks, of: batch.emailEvents, file) { $0.kind == .click }
    try count(.subscribers, of: batch.listMemberships, file) { $0.state == .subscribed }
    try count(.answers, of: batch.surveyAnswers, file)
    for answer in batch.surveyAnswers where answer.responseID != response {
      response = answer.responseID
      try add(.responses, Micros.perUnit, file)
    }
    try count(.interactions, of: batch.interactions, file)
    for contact in batch.interactions { try add(.revenue, contact.valueMicros, in: contact.currency, file) }
    try count(.rates, of: batch.exchangeRates, file)
    for campaign in batch.emailCampaigns {
      try add(.emails, try micros(campaign.delivered, .emails, file), file)
      try add(.opens, try micros(campaign.opens, .opens, file), file)
      try add(.clicks, try micros(campaign.clicks, .clicks, file), file)
      try add(.revenue, campaign.revenueMicros, in: campaign.currency, file)
    }
  }

  private mutating func addWeb(_ batch: CanonicalBatch, _ file: String) throws(IngestionError) {
    try count(.sessions, of: batch.webSessions, file)
    for session in batch.webSessions {
      try add(.views, try micros(session.views, .views, file), file)
      try add(.conversions, try micros(session.conversions, .conversions, file), file)
      try add(.revenue, session.revenueMicros, in: session.currency, file)
    }
    try count(.events, of: batch.webEvents, file)
    try count(.posts, of: batch.socialPosts, file)
    for figure in batch.socialMetrics {
      guard let metric = figure.measure.total else { continue }
      note(figure.origin.section, for: metric, isWhole: false)
      if counts(figure.origin.section, for: metric) { try add(metric, figure.valueMicros, file) }
    }
  }

  private mutating func addSales(_ batch: CanonicalBatch, _ file: String) throws(IngestionError) {
    for refund in batch.refunds { try add(.refunds, refund.amountMicros, in: refund.currency, file) }
    try count(.payments, of: batch.payments, file) {
      $0.kind == .charge && $0.status ?? .succeeded == .succeeded
    }
    // That none of the payments or orders was given back is known.
    if metrics.contains(.refunds), !batch.payments.isEmpty || !batch.customerOrders.isEmpty {
      try add(.refunds, 0, in: nil, file)
    }
    for payment in batch.payments where payment.status ?? .succeeded == .succeeded {
      switch payment.kind {
      case .charge:
        try add(.revenue, payment.amountMicros, in: payment.currency, file)
        try add(.refunds, payment.refundedMicros, in: payment.currency, file)
      case .refund: try add(.refunds, payment.amountMicros.map { -$0 }, in: payment.currency, file)
      default: break
      }
    }
    try count(.subscriptions, of: batch.subscriptions, file)
    try count(.invoices, of: batch.invoices, file)
    try count(.sales, of: batch.offlineSales, file) { !($0.transactions == 0 && $0.refundMicros != nil) }
    for sale in batch.offlineSales {
      try add(.revenue, sale.netMicros ?? sale.totalMicros ?? sale.grossMicros, in: sale.currency, file)
    }
  }

  /// Where the file tells of such rows and has others beside them, there are 0 of them.
  private mutating func count<Row>(
    _ metric: TotalMetric, of rows: [Row], _ file: String, where isCounted: (Row) -> Bool = { _ in true }
  ) throws(IngestionError) {
    let number = rows.count(where: isCounted)
    guard number > 0 || (!rows.isEmpty && metrics.contains(metric)) else { return }
    try add(metric, Int64(number) * Micros.perUnit, file)
  }

  private func micros(_ count: Int64?, _ metric: TotalMetric, _ file: String) throws(IngestionError) -> Int64? {
    guard let count else { return nil }
    let (micros, overflow) = count.multipliedReportingOverflow(by: Micros.perUnit)
    guard !overflow else { throw .totalTooLarge(file: file, metric: metric) }
    return micros
  }

  private mutating func add(
    _ metric: TotalMetric, _ micros: Int64?, in currency: Currency?, _ file: String
  ) throws(IngestionError) {
    guard micros != nil else { return }
    guard !mixed.contains(metric) else {
      if let currency { mixedCurrencies.insert(currency) }
      return
    }
    if let currency {
      let known = currencies[metric] ?? currency
      guard known == currency else {
        mixed.insert(metric)
        mixedCurrencies.formUnion([known, currency])
        slots[metric] = nil
        return
      }
      currencies[metric] = currency
    }
    try add(metric, micros, file)
  }

  private mutating func add(_ metric: TotalMetric, _ micros: Int64?, _ file: String) throws(IngestionError) {
    guard let micros else { return }
    let (sum, overflow) = (slots[metric] ?? 0).addingReportingOverflow(micros)
    guard !overflow else { throw .totalTooLarge(file: file, metric: metric) }
    slots[metric] = sum
  }
}

extension WebMetric {
  /// The figure by which a file is summed up that this one adds to.
  var total: TotalMetric? {
    switch self {
    case .users: .users
    case .sessions: .sessions
    case .views: .views
    case .conversions: .conversions
    case .revenue: .revenue
    case .clicks: .clicks
    case .impressions: .impressions
    default: nil
    }
  }
}
