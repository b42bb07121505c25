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
  private let sectionsContinue: Bool

  /// `sectionsContinue`: the file's sections are one table on several sheets, and all of them count.
  init(_ metrics: Set<TotalMetric>, sectionsContinue: Bool = false) {
    self.sectionsContinue = sectionsContinue
    for metric in metrics { slots[metric] = 0 }
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
    slots[metric] = 0
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
    try count(.contacts, batch.contacts.count, file)
    try addWeb(batch, file)
    try addSales(batch, file)
    try count(.companies, batch.companies.count, file)
    try count(.deals, batch.deals.count, file)
    for deal in batch.deals { try add(.dealAmount, deal.amountMicros, in: deal.currency, file) }
    try count(.products, batch.products.count, file)
    try count(.events, batch.emailEvents.count, file)
    try count(.emails, batch.emailEvents.count { $0.kind == .delivered }, file)
    try count(.opens, batch.emailEvents.count { $0.kind == .open }, file)
    try count(.clicks, batch.emailEvents.count { $0.kind == .click }, file)
    try count(.subscribers, batch.listMemberships.count { $0.state == .subscribed }, file)
    try count(.answers, batch.surveyAnswers.count, file)
    for answer in batch.surveyAnswers where answer.responseID != response {
      response = answer.responseID
      try count(.responses, 1, file)
    }
    try count(.interactions, batch.interactions.count, file)
    for contact in batch.interactions { try add(.revenue, contact.valueMicros, in: contact.currency, file) }
    try count(.rates, batch.exchangeRates.count, file)
    for campaign in batch.emailCampaigns {
      try add(.emails, try micros(campaign.delivered, .emails, file), file)
      try add(.opens, try micros(campaign.opens, .opens, file), file)
      try add(.clicks, try micros(campaign.clicks, .clicks, file), file)
      try add(.revenue, campaign.revenueMicros, in: campaign.currency, file)
    }
  }

  private mutating func addWeb(_ batch: CanonicalBatch, _ file: String) throws(IngestionError) {
    try count(.sessions, batch.webSessions.count, file)
    for session in batch.webSessions {
      try add(.views, try micros(session.views, .views, file), file)
      try add(.conversions, try micros(session.conversions, .conversions, file), file)
      try add(.revenue, session.revenueMicros, in: session.currency, file)
    }
    try count(.events, batch.webEvents.count, file)
    try count(.posts, batch.socialPosts.count, file)
    for figure in batch.socialMetrics {
      guard let metric = figure.measure.total else { continue }
      note(figure.origin.section, for: metric, isWhole: false)
      if counts(figure.origin.section, for: metric) { try add(metric, figure.valueMicros, file) }
    }
  }

  private mutating func addSales(_ batch: CanonicalBatch, _ file: String) throws(IngestionError) {
    for refund in batch.refunds { try add(.refunds, refund.amountMicros, in: refund.currency, file) }
    for payment in batch.payments where payment.status ?? .succeeded == .succeeded {
      switch payment.kind {
      case .charge:
        try count(.payments, 1, file)
        try add(.revenue, payment.amountMicros, in: payment.currency, file)
        try add(.refunds, payment.refundedMicros, in: payment.currency, file)
      case .refund: try add(.refunds, payment.amountMicros.map { -$0 }, in: payment.currency, file)
      default: break
      }
    }
    try count(.subscriptions, batch.subscriptions.count, file)
    try count(.invoices, batch.invoices.count, file)
    try count(.sales, batch.offlineSales.count { !($0.transactions == 0 && $0.refundMicros != nil) }, file)
    for sale in batch.offlineSales {
      try add(.revenue, sale.netMicros ?? sale.totalMicros ?? sale.grossMicros, in: sale.currency, file)
    }
  }

  private mutating func count(_ metric: TotalMetric, _ number: Int, _ file: String) throws(IngestionError) {
    try add(metric, number == 0 ? nil : Int64(number) * Micros.perUnit, file)
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
