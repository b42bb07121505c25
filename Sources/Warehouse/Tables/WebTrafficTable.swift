import GRDB
import Vocabulary

/// What web analytics measured, one row per metric, dimension value and window.
final class WebTrafficTable {
  static let table = FactTable(
    name: "webTraffic", dimensions: ["series", "dimensionValue", "firstDay", "lastDay", "currency"],
    measures: ["valueMicros"], acceptsSeveralPerKey: true, fillable: "currency", scales: ["valueMicros"])

  private let labels: TextDictionary<String>
  private let series: TextDictionary<Series>

  struct Series: Hashable {
    var tool: String
    var property: String
    var grain: String
    var dimension: String
    var metric: WebMetric
    var metricName: String
  }

  init(labels: TextDictionary<String>, in db: Database) throws {
    self.labels = labels
    series = try TextDictionary(
      table: "webSeries", columns: ["tool", "property", "grain", "dimension", "metric", "metricName"], in: db,
      texts: { [$0.tool, $0.property, $0.grain, $0.dimension, $0.metric.rawValue, $0.metricName] })
  }

  func row(_ record: WebTraffic) throws -> FactRow {
    let window = record.window.isUndated ? nil : record.window
    let seriesID = try series.id(
      of: Series(
        tool: record.tool, property: record.property, grain: record.window.grain.rawValue,
        dimension: record.dimension, metric: record.metric, metricName: record.metricName))
    return FactRow(
      dimensions: [
        seriesID, try labels.id(of: record.dimensionValue), window.map { Int64($0.first.number) },
        window.map { Int64($0.last.number) }, try record.currency.map { try labels.id(of: $0.code) },
      ],
      measures: [record.valueMicros], line: record.origin.line, section: record.origin.section)
  }
}
