/// What a web report's figures are narrowed down to: one country, one search, the visits by telephone. They are a part of
/// the site's, and their dimension says so (`filtered by device Mobile, country`), so that they never meet the site's own.
struct SeriesFilter: Hashable, Sendable {
  private let conditions: [String]

  init(_ conditions: [String]) { self.conditions = conditions }

  static let none = SeriesFilter([])

  var isNone: Bool { conditions.isEmpty }

  /// The name of a dimension with the filter in it; `dimension` is "" for the whole.
  func named(_ dimension: String) -> String {
    isNone ? dimension : words + (dimension.isEmpty ? "" : ", " + dimension)
  }

  /// For the file's notes.
  var notes: [String] {
    isNone
      ? [] : ["it is \(words): its figures are kept apart from those of the whole site"]
  }

  private var words: String { "filtered by " + conditions.joined(separator: " and ") }
}
