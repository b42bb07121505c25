import Vocabulary
import Warehouse

/// Cost and visits that do not meet: the rows of the side that is there. What of it misses the other is a comparison of
/// windows, made again from these rows.
extension FormulaBook {
  func tracked(_ number: ReportNumber) throws(WarehouseError) -> Formula? {
    guard let kind = TrackingAudit.Kind(rawValue: number.detail), let window = number.window else { return nil }
    switch kind {
    case .costWithoutVisits, .campaignWithoutVisits:
      return .model(try unvisited(number.subject, kind, window))
    case .visitsWithoutCost, .tagWithoutCampaign:
      return .model(try unpaid(number.subject, kind))
    }
  }

  private func unvisited(
    _ subject: String, _ kind: TrackingAudit.Kind, _ window: DateWindow
  ) throws(WarehouseError) -> RowSet {
    let days = [Self.days("firstDay", window), Self.days("lastDay", window)]
    if kind == .costWithoutVisits, let channel = Channel.allCases.first(where: { $0.label == subject }) {
      return cost(of: ["channel = \(literal(channel))"] + days)
    }
    let spelling = TrackingAnalysis.spelling(subject)
    let names = try warehouse.queryRows("SELECT DISTINCT campaign FROM adEntity ORDER BY campaign").rows
      .compactMap { row -> String? in
        guard case .text(let name) = row[0] else { return nil }
        return TrackingAnalysis.spelling(name) == spelling ? name : nil
      }
    return cost(of: [SQLText.isOne("campaign", of: names)] + days)
  }

  private func unpaid(_ subject: String, _ kind: TrackingAudit.Kind) throws(WarehouseError) -> RowSet {
    let channel = Channel.allCases.first { $0.label == subject }
    let spelling = TrackingAnalysis.spelling(subject)
    let names = Set(
      try TaggedVisits.fetch(from: warehouse).map(\.value).filter { name in
        kind == .visitsWithoutCost
          ? channel?.goesBy(name) == true : TrackingAnalysis.spelling(name) == spelling
      }
    ).sorted()
    return RowSet(
      kind: .visits, source: "(\n\(Formula.indented(TaggedVisits.sql))\n) AS v",
      // Rules of the business's own group visits by what the tools do not name a channel.
      condition: names.isEmpty ? "sessionsMicros > 0" : SQLText.isOne("value", of: names),
      amount: "SUM(sessionsMicros) / 1e6",
      columns: ["tool", "property", "dimension", "value", "firstDay", "lastDay", "sessionsMicros"])
  }
}
