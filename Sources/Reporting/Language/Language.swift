import Charting
import Templates

/// One language of a report: its words, and how it writes numbers and days.
package struct Language: Sendable {
  package enum Direction: String, Sendable, CaseIterable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
  }

  /// As a page names it: `de`, `en-GB`.
  let tag: String
  package var direction = Direction.leftToRight
  let numbers: Charting.NumberFormat
  let days: DayFormat
  let phrases: PhraseCatalogue

  /// The language that texts are made in. A value of the task, because numbers, days and words are written in
  /// hundreds of places, the charts' among them: one that was not told its language would put an English 1,234 into a
  /// German page, where it reads as one and a quarter.
  @TaskLocal static var current = Language.english

  package static let english = Language(tag: "en-GB", numbers: .english, days: .english, phrases: PhraseCatalogue())

  /// What a brand's `locale` may be. Languages without a catalogue of their own speak English.
  package static let tags = ["en", "de", "fr", "es", "nl", "pt", "it", "ar", "he"]

  /// - Parameters:
  ///   - tag: one of `tags`.
  ///   - files: catalogues laid over the built-in ones, by file name.
  /// - Throws: `unknownLocale`, and a catalogue's faults.
  package init(tag: String, files: [String: [UInt8]] = [:]) throws(ReportingError) {
    guard Self.tags.contains(tag) else { throw .unknownLocale(tag, known: Self.tags) }
    let name = tag + ".po"
    let builtIn = TemplateFile.locales.first { $0.name == name }?.bytes
    let phrases = try (files[name] ?? builtIn).map { bytes throws(ReportingError) in
      try PhraseCatalogue(bytes, name: name, plural: tag == "fr" || tag == "pt" ? .aboveOne : .unlessOne)
    }
    self.init(
      tag: tag == "en" ? Language.english.tag : tag, numbers: Self.numbers(tag), days: Self.days(tag),
      phrases: phrases ?? PhraseCatalogue())
    if tag == "ar" || tag == "he" { direction = .rightToLeft }
  }

  private init(tag: String, numbers: Charting.NumberFormat, days: DayFormat, phrases: PhraseCatalogue) {
    self.tag = tag
    self.numbers = numbers
    self.days = days
    self.phrases = phrases
  }

  /// Everything that `body` writes is in this language.
  func speaking<Text, Problem: Error>(_ body: () throws(Problem) -> Text) throws(Problem) -> Text {
    let result: Result<Text, Problem> = Self.$current.withValue(self) {
      let charts = chartWords
      return Charting.NumberFormat.$current.withValue(numbers) {
        ChartWords.$current.withValue(charts) {
          do throws(Problem) { return .success(try body()) } catch { return .failure(error) }
        }
      }
    }
    return try result.get()
  }

  /// What `dir` of a page says; nil where a browser takes it for granted.
  var attribute: String? { direction == .leftToRight ? nil : direction.rawValue }

  /// Phrases that stand in English for want of a translation, each once, in the order of their bytes. None in English.
  /// - Parameter templates: a user's own, whose `[[phrases]]` count too.
  package func untranslated(in templates: [String: [UInt8]] = [:]) -> [String] {
    if self.tag == Language.english.tag { return [] }
    let list = TemplateFile.locales.first { $0.name == TemplateFile.phraseList }.map { PhraseReader.keys(of: $0.bytes) }
    let own = templates.filter { $0.key.hasSuffix(".mustache") }
      .flatMap { TemplateText.phrases(in: String(decoding: $0.value, as: UTF8.self)) }
    let keys = Set((list ?? []) + own).filter { phrases[key: $0] == nil }
    return Set(keys.map { $0.split(separator: "\n").last.map(String.init) ?? $0 }).sorted()
  }

  /// A heading within a sentence: `Model trust` → `model trust`, except where nouns keep their capital. Acronyms stay.
  func midSentence(_ heading: String) -> String {
    guard tag != "de" else { return heading }
    // French "CA" stays what it is.
    return heading.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.count > 1 && $0 == $0.uppercased() ? String($0) : $0.lowercased() }.joined(separator: " ")
  }

  private var chartWords: ChartWords {
    var words = ChartWords.english.translated { phrases[$0] ?? $0 }
    words.months = days.months
    words.ofMonth = days.ofMonth
    return words
  }

  private static func numbers(_ tag: String) -> Charting.NumberFormat {
    switch tag {
    case "de": .german
    case "fr": .french
    case "es": .spanish
    case "nl": .dutch
    case "pt": .portuguese
    case "it": .italian
    default: .english
    }
  }

  private static func days(_ tag: String) -> DayFormat {
    switch tag {
    case "de": .german
    case "fr": .french
    case "es": .spanish
    case "nl": .dutch
    case "pt": .portuguese
    case "it": .italian
    default: .english
    }
  }
}
