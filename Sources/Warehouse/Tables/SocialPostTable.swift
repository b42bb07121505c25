import Vocabulary

/// Posts of own profiles.
enum SocialPostTable {
  static let table = FactTable(
    name: "socialPost", dimensions: ["system", "postID"],
    measures: ["publishedDay", "instant", "kind", "title", "link"],
    acceptsSeveralPerKey: false)

  static func row(_ record: SocialPost, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform, record.profile), try words.id(record.postID)],
      measures: [
        record.publishedDay.map { Int64($0.number) }, record.instant, try words.measure(record.kind),
        try words.measure(record.title), try words.measure(record.link),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
