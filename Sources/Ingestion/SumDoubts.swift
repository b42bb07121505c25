import Vocabulary

/// What adding up a file shows to be odd about its sums: rows that repeat others, totals of its own that differ, and users,
/// who may be the same people in several rows.
struct SumDoubts {
  /// As many rows are remembered, so that a file of any length takes the same memory.
  private static let rememberedRows = 1 << 16
  private static let rememberedTotals = 100
  private static let adMetrics: Set<TotalMetric> = [.spend, .impressions, .clicks, .conversions]

  private let sheetsAreApart: Bool
  /// Of things that have ids, whether an earlier row names the same one.
  private var things: [String: Set<String>] = [:]
  private var repeated: Set<String> = []
  /// Among the rows that are remembered.
  private(set) var rowsRepeated = 0
  private var contents: Set<UInt64> = []
  private var lastOrigin: RecordOrigin?
  private var lastRepeats = false
  /// What the rows that repeat an earlier one add to each sum.
  private var surplus = FileTotals([])
  private var stated: [ControlTotal] = []
  /// Totals that may be of more than the file's rows.
  private var wider: [ControlTotal] = []
  /// Of advertising's results.
  private var resultTypes: Set<String> = []
  private var adSection: Int?
  /// Whether a sum is of the rows of several tables, as no total is.
  private var isSpread = false
  private var rowsWithUsers = 0
  /// Of figures of advertising and the web: what the record that was added last adds to each sum.
  private var last: (origin: RecordOrigin, figures: [TotalMetric: Int64])?
  private var figureRows = 0

  /// `sheetsAreApart`: see `SourceFile`.
  init(sheetsAreApart: Bool = false) { self.sheetsAreApart = sheetsAreApart }

  /// `totals` hold the batch already.
  mutating func add(_ batch: CanonicalBatch, _ totals: FileTotals) {
    var repeats = CanonicalBatch()
    for row in batch.adPerformance {
      if isRepeat(row.origin) { repeats.adPerformance.append(row) }
      isSpread = isSpread || (adSection ?? row.origin.section) != row.origin.section
      adSection = row.origin.section
      if row.conversionsMicros ?? 0 > 0, resultTypes.count < SumDoubts.rememberedTotals {
        resultTypes.insert(row.resultType)
      }
    }
    for sale in batch.offlineSales where isRepeat(sale.origin) { repeats.offlineSales.append(sale) }
    if repeats.recordCount > 0 { try? surplus.add(repeats, file: "") }
    for deal in batch.deals { note(deal.dealID, among: "deals") }
    for order in batch.customerOrders { note("\(order.shop) \(order.orderID)", among: "orders") }
    for contact in batch.contacts { note(contact.contactID, among: "contacts") }
    for member in batch.listMemberships { note("\(member.list) \(member.email.normalized)", among: "members") }
    for figure in batch.socialMetrics where !figure.postID.isEmpty || figure.dimension.isEmpty {
      note(
        [
          figure.platform, figure.profile, figure.postID, figure.dimension, figure.dimensionValue,
          figure.measure.rawValue, figure.measureName, "\(figure.window)",
        ].joined(separator: "\n"), among: "figures of posts or days")
    }
    for payment in batch.payments { note("\(payment.kind) \(payment.paymentID)", among: "payments") }
    for row in batch.webTraffic {
      guard let metric = row.metric.total else { continue }
      guard totals.counts(row.origin.section, for: metric) else { continue }
      isSpread = isSpread || totals.section(of: metric) != row.origin.section
      if metric == .users { rowsWithUsers += 1 }
    }
    noteLast(batch, totals)
    let room = SumDoubts.rememberedTotals - stated.count
    stated += batch.controlTotals.filter(\.coversAllRows).prefix(max(0, room))
    let widerRoom = SumDoubts.rememberedTotals - wider.count
    wider += batch.controlTotals.filter { !$0.coversAllRows }.prefix(max(0, widerRoom))
  }

  private mutating func note(_ id: @autoclosure () -> String, among things: String) {
    guard self.things[things, default: []].count < SumDoubts.rememberedRows else { return }
    if !self.things[things, default: []].insert(id()).inserted { repeated.insert(things) }
  }

  /// Whether the record repeats an earlier one. One record may be several facts, which lie side by side.
  private mutating func isRepeat(_ origin: RecordOrigin) -> Bool {
    guard origin.content != 0, contents.count < SumDoubts.rememberedRows else { return false }
    guard origin != lastOrigin else { return lastRepeats }
    lastOrigin = origin
    let content = sheetsAreApart ? origin.content &+ UInt64(origin.section) : origin.content
    lastRepeats = !contents.insert(content).inserted
    if lastRepeats { rowsRepeated += 1 }
    return lastRepeats
  }

  /// The sums of the last record alone, by the rules by which the file is added up.
  private mutating func noteLast(_ batch: CanonicalBatch, _ totals: FileTotals) {
    figureRows += batch.rowsRead - batch.skippedRows.count - batch.rejectedRows.count
    guard let origin = batch.adPerformance.last?.origin ?? batch.webTraffic.last?.origin else { return }
    var record = CanonicalBatch()
    record.adPerformance = batch.adPerformance.suffix(1)
    if record.adPerformance.isEmpty {
      record.webTraffic = batch.webTraffic.filter { row in
        row.origin == origin && row.metric.total.map { totals.counts(origin.section, for: $0) } == true
      }
    }
    var own = FileTotals([])
    last = (try? own.add(record, file: "")).map { (origin, own.sums) }
  }

  /// A last row that holds the sum of all others in each of two figures and more: somebody has added them up.
  private func sumRow(_ sums: [TotalMetric: Int64]) -> String? {
    guard let last, figureRows > 2 else { return nil }
    let tolerance = UInt64(figureRows) * UInt64(Micros.perUnit / 200)
    let counted = sums.filter { $0.value != 0 && $0.key != .users }.sorted { $0.key.rawValue < $1.key.rawValue }
    let agreeing = counted.filter { metric, sum in
      guard let own = last.figures[metric] else { return false }
      let gap = (sum &- own &- own).magnitude
      return metric == .spend ? gap <= tolerance : gap == 0
    }
    guard agreeing.count > 1, agreeing.count == counted.count else { return nil }
    let words = agreeing.map { "\($0.key.rawValue) \(Micros.text(last.figures[$0.key] ?? 0))" }
    return
      "line \(last.origin.line) holds the sums of all other rows (\(words.joined(separator: ", "))) and is counted like "
      + "one of them: if it is a total that somebody added, delete the line"
  }

  /// Of totals that the file states, in one sentence. Less than a hundredth is what rounding leaves of many rows.
  func notes(_ totals: FileTotals, rowsRejected: Int) -> [String] {
    let sums = totals.sums
    let loaded = withoutRepeats(sums)
    var uncounted: [String] = []
    var missing: [String] = []
    var excess: [String] = []
    var unseen: [String] = []
    for total in stated where isOfOneTable(total, totals) {
      if let gap = gap(total, sums) {
        if gap.isPositive { missing.append(gap.words) } else { excess.append(gap.words) }
      } else if let gap = gap(total, loaded) {
        uncounted.append(gap.words)
      }
    }
    for total in wider where totals.section(of: total.metric) == total.origin.section && total.metric != .users {
      if let gap = gap(total, sums), gap.isPositive { unseen.append(gap.words) }
    }
    let reason = rowsRejected > 0 ? "rows were rejected or are missing" : "rows may be missing; export it again"
    let differing = [(missing, reason), (excess, "rows may stand in it twice, or its total is of a part of them")]
      .filter { !$0.0.isEmpty }
      .map { "its own totals are not the sums of its rows, \($0.0.joined(separator: ", ")): \($0.1)" }
    let repeating =
      uncounted.isEmpty
      ? []
      : [
        "its own totals count the rows that repeat an earlier one, \(uncounted.joined(separator: ", ")) with each of them "
          + "once: they are most likely different things, which a further column would tell apart"
      ]
    let added = differing + repeating + (sumRow(sums).map { [$0] } ?? [])
    guard !unseen.isEmpty else { return added }
    return added + [
      "its own totals are of more than its rows, \(unseen.joined(separator: ", ")): it may hold only the rows that were "
        + "shown; show all of them and export it again"
    ]
  }

  /// The sums as they are loaded; those of all rows where not every row is remembered.
  private func withoutRepeats(_ sums: [TotalMetric: Int64]) -> [TotalMetric: Int64] {
    guard contents.count < SumDoubts.rememberedRows else { return sums }
    let repeated = surplus.sums
    return Dictionary(uniqueKeysWithValues: sums.map { ($0.key, $0.value &- (repeated[$0.key] ?? 0)) })
  }

  /// Nil where total and sum agree, as far as rounding lets them.
  private func gap(_ total: ControlTotal, _ sums: [TotalMetric: Int64]) -> (words: String, isPositive: Bool)? {
    guard let sum = sums[total.metric] else { return nil }
    let (gap, overflow) = total.valueMicros.subtractingReportingOverflow(sum)
    guard !overflow, gap.magnitude > max(total.valueMicros.magnitude, sum.magnitude) / 100 else { return nil }
    return ("\(total.metric.rawValue) \(Micros.text(total.valueMicros)) beside \(Micros.text(sum))", gap > 0)
  }

  /// What keeps the sums from being what they look like, a sentence each.
  func caveats(_ totals: FileTotals) -> [String] {
    var caveats: [String] = []
    if !totals.mixedCurrencies.isEmpty {
      let codes = totals.mixedCurrencies.map(\.code).sorted().joined(separator: ", ")
      caveats.append("its amounts are in several currencies (\(codes)): they have no sum, and each row keeps its own")
    }
    if resultTypes.count > 1 {
      let names = resultTypes.sorted().prefix(3).map { $0.isEmpty ? "without a name" : $0 }.joined(separator: ", ")
      caveats.append(
        "its conversions are results of \(resultTypes.count) kinds (\(names)\(resultTypes.count > 3 ? " …" : "")): "
          + "their sum mixes them")
    }
    if resultTypes.count == 1, let type = resultTypes.first, !type.isEmpty, !DeliveryResult.contains(type),
      !SumDoubts.isPurchase(type)
    {
      caveats.append("its conversions are results of one kind: \(type)")
    }
    let deliveries = resultTypes.filter(DeliveryResult.contains).sorted()
    if !deliveries.isEmpty {
      caveats.append(
        "results called \(deliveries.prefix(3).joined(separator: ", "))\(deliveries.count > 3 ? " …" : "") tell what was "
          + "delivered: they are in the sum here, and in reports they are no conversions")
    }
    if rowsRepeated > 0 {
      caveats.append(
        "the totals count rows that repeat an earlier one word for word; loaded, each counts once")
    }
    if !repeated.isEmpty {
      caveats.append(
        "the totals count some \(repeated.sorted().joined(separator: " and ")) twice, which several rows name; loaded, each "
          + "counts once")
    }
    if rowsWithUsers > 1 {
      caveats.append("users of several rows may be the same people: their sum is no number of users")
    }
    return caveats
  }

  /// Whether results of a kind need no name: conversions are taken for purchases. In the words of the platforms' pages and
  /// interfaces.
  private static func isPurchase(_ type: String) -> Bool {
    let type = type.lowercased()
    return ["purchase", "käufe", "achat", "compra", "acquist", "aankop"].contains { type.contains($0) }
  }

  private func isOfOneTable(_ total: ControlTotal, _ totals: FileTotals) -> Bool {
    // Nothing adds up to people.
    guard !isSpread, total.metric != .users else { return false }
    if let adSection { return adSection == total.origin.section && SumDoubts.adMetrics.contains(total.metric) }
    return totals.section(of: total.metric) ?? total.origin.section == total.origin.section
  }
}
