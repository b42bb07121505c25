import Analysis
import Vocabulary

/// Which number stands in which cell, and which fold belongs to which card, by the card's anchor.
struct NumberedCards {
  let findings: Findings
  private let files: SourceFileNumbers
  private let pseudonym: @Sendable (String) -> String
  private let known: Set<NumberID>

  init(_ edition: Edition) {
    findings = edition.findings
    files = SourceFileNumbers(findings.dataQuality)
    pseudonym = edition.pseudonym
    known = edition.numberIDs
  }

  func isKnown(_ id: NumberID) -> Bool { known.contains(id) }

  func traced(_ parts: [PartView]) -> [PartView] {
    var open = known
    return parts.map { $0.replacing(cards: traced($0.cards, open: &open)) }
  }

  func traced(_ cards: [CardView]) -> [CardView] {
    var open = known
    return traced(cards, open: &open)
  }

  /// An id stands once on a page, and only where the number can be traced.
  private func traced(_ cards: [CardView], open: inout Set<NumberID>) -> [CardView] {
    cards.map { card in
      let ids = ids(of: card.anchor).map { row in row.map { id in id.flatMap { open.remove($0) } } }
      return card.traced(ids, source: source(of: card.anchor, first: ids.lazy.joined().compactMap { $0 }.first))
    }
  }

  /// The fold of a card; nil where it has no rows to tell of.
  func source(of card: String, first: NumberID?) -> ProvenanceView? {
    guard let (subject, measures) = Self.subjects[card], let source = findings.lineage.sources[subject],
      !source.sets.isEmpty, let example = source.example ?? first
    else { return nil }
    return ProvenanceView(card: card, measures: measures, source: source, example: example, files: files)
  }

  /// The fold of the tiles, which are no card.
  static let week = "week"
  static let expected = "expected"

  private static let subjects: [String: (Lineage.Subject, [ReportNumber.Measure])] = [
    week: (
      .week,
      [
        .revenue, .spend, .revenuePerSpend, .orders, .newCustomers, .costPerNewCustomer, .weekChange, .usualLow,
        .usualHigh,
      ]
    ),
    "fig-revenue": (.weeklyRevenue, [.revenue]),
    "fig-moves": (.moves, [.revenueChange]),
    "fig-returns": (.channels, [.adSpend, .recordedReturn, .recordedRevenue, .gainedCustomers]),
    "fig-campaigns": (.campaigns, [.adSpend, .recordedReturn]),
    "fig-claims": (.channels, [.claimedConversions, .claimedReturn, .clicks, .impressions]),
    "fig-spend": (.weeklySpend, [.spend]),
    "fig-segments": (.segments, [.traitIndex]),
    "fig-sizes": (.segments, [.segmentCustomers, .segmentShare, .segmentRevenueShare]),
    "fig-rfm": (.recency, [.cellCustomers, .cellRevenue]),
    "fig-recency": (.recency, [.cellCustomers, .cellRevenue]),
    expected: (.churn, [.expectedLeavers, .scoredCustomers, .averageRisk, .listStake]),
    "fig-risk": (.riskList, [.customerRisk, .customerYearlyRevenue, .customerStake]),
    "fig-drivers": (.churnModels, [.runMetric]),
    "fig-models": (.churnModels, [.runMetric]),
    "fig-reliability": (.scores, []),
    "fig-parts": (.scores, [.miscalibration, .discrimination, .uncertainty, .brierScore]),
    "fig-slices": (.scores, [.caught]),
    "fig-groups": (.scores, [.checkedCustomers, .checkedLeavers, .flagged, .caught, .scoreMinusOutcome]),
    "fig-files": (.files, [.rowsRead, .rowsLoaded, .rowsUpdated, .rowsUnchanged, .rowsSkipped, .rowsRejected]),
    "fig-skipped": (.skipped, [.skippedRows]),
    "fig-rejected": (.rejected, [.rejectedRows]),
    "fig-sources": (.days, [.coveredDays, .missingDays]),
    "fig-totals": (.totals, [.statedTotal, .summedTotal]),
    "fig-identity": (.identity, [.joinedKeys, .joinedCustomers, .refusedKeys, .identityPrecision]),
    "fig-tracking": (.tracking, [.trackedVisits, .trackedMoney]),
    "fig-restated": (.restated, [.restatedRows, .restatedOld, .restatedNew]),
    "fig-weeks": (.earlier, [.revenue]),
    "fig-changed": (.earlier, [.revenue, .spend, .revenuePerSpend, .orders, .newCustomers, .costPerNewCustomer]),
  ]

  // MARK: Cells

  /// By row and by column after the first; nil for a cell that is no number of its own.
  func ids(of card: String) -> [[NumberID?]] {
    switch card {
    case Self.week:
      // The tile itself bears the id of the figure.
      return findings.overview.finding?.tiles.map { tile in
        [
          nil, .weekBefore(tile.measure), .beside(tile.measure, .weekChange), .beside(tile.measure, .usualLow),
          .beside(tile.measure, .usualHigh),
        ]
      } ?? []
    case "fig-revenue":
      return findings.overview.finding.map { weeks(.revenue, $0.revenueByWeek, comparing: true) } ?? []
    case "fig-spend": return findings.overview.finding.map { weeks(.spend, $0.spendByWeek, comparing: false) } ?? []
    case "fig-moves":
      return findings.overview.finding.map { $0.moves.map { [.move($0.channel)] } + [[.totalMove]] } ?? []
    case "fig-returns": return findings.returns.finding.map { returns($0.channels) } ?? []
    case "fig-campaigns": return findings.returns.finding.map { returns($0.campaigns) } ?? []
    case "fig-claims": return findings.returns.finding.map { claims($0.channels) } ?? []
    case "fig-weeks", "fig-changed": return earlier(card)
    default: return models(of: card, in: findings, pseudonym) + checks(of: card, findings.dataQuality)
    }
  }

  private func weeks(
    _ measure: Overview.Measure, _ values: [Overview.WeeklyValue], comparing: Bool
  ) -> [[NumberID?]] {
    let known = Set(values.filter { $0.value != nil }.map(\.monday))
    return values.suffix(SummaryFigures.shownWeeks).map { week in
      [week.monday, week.monday - 364].prefix(comparing ? 2 : 1).map {
        known.contains($0) ? .weekly(measure, $0) : nil
      }
    }
  }

  /// Spend, return and cost; the estimates only where there is one.
  private func returns(_ rows: [Returns.Row]) -> [[NumberID?]] {
    rows.sorted { ($1.spend, $0.campaign, $0.channel) < ($0.spend, $1.campaign, $1.channel) }.map { row in
      [
        .returns(row, .adSpend), row.recordedReturn == nil ? nil : .returns(row, .recordedReturn),
        row.costPerNewCustomer == nil ? nil : .returns(row, .costPerGainedCustomer),
      ]
    }
  }

  private func claims(_ rows: [Returns.Row]) -> [[NumberID?]] {
    rows.map { row in
      [
        nil, row.claimedConversions == nil ? nil : .returns(row, .claimedConversions),
        row.knowsCustomers ? .returns(row, .gainedCustomers) : nil,
        row.claimedReturn == nil ? nil : .returns(row, .claimedReturn), nil,
        row.clicks == nil ? nil : .returns(row, .clicks), row.impressions == nil ? nil : .returns(row, .impressions),
      ]
    }
  }
}
