import GRDB
import Vocabulary

/// What platforms counted of own profiles and posts, one row per measure, dimension value and window.
final class SocialMetricTable {
  static let table = FactTable(
    name: "socialMetric", dimensions: ["series", "postID", "dimensionValue", "firstDay", "lastDay"],
    measures: ["valueMicros"], acceptsSeveralPerKey: true, scales: ["valueMicros"])

  private let words: Words
  private let series: TextDictionary<Series>

  struct Series: Hashable {
    var platform: String
    var profile: String
    var grain: String
    var dimension: String
    var measure: SocialMeasure
    var measureName: String
  }

  init(words: Words, in db: Database) throws {
    self.words = words
    series = try TextDictionary(
      table: "socialSeries", columns: ["platform", "profile", "grain", "dimension", "measure", "measureName"], in: db,
      texts: { [$0.platform, $0.profile, $0.grain, $0.dimension, $0.measure.rawValue, $0.measureName] })
  }

  func row(_ record: SocialMetric) throws -> FactRow {
    let window = record.window.isUndated ? nil : record.window
    let seriesID = try series.id(
      of: Series(
        platform: record.platform, profile: record.profile, grain: record.window.grain.rawValue,
        dimension: record.dimension, measure: record.measure, measureName: record.measureName))
    return FactRow(
      dimensions: [
        seriesID, try words.id(record.postID), try words.id(record.dimensionValue),
        window.map { Int64($0.first.number) }, window.map { Int64($0.last.number) },
      ],
      measures: [record.valueMicros], line: record.origin.line, section: record.origin.section,
      // Exports of two weeks in one file tell a post's figure twice.
      isOnlyOne: !record.postID.isEmpty || record.dimension.isEmpty)
  }
}
