import Testing

@testable import Reporting

/// The rules of wording, held over every sentence of every fixture.
@Suite struct TextRulesTests {
  private static let blocks = ["h1", "h2", "h3", "p", "li", "dd", "figcaption"]

  @Test(arguments: ["full", "empty", "young"]) func noBannedWord(_ name: String) throws {
    for (path, html) in try Rendered.pages(name) {
      for text in PageText.elements(Self.blocks + ["td", "th"], in: html) {
        #expect(!text.contains("!"), "\(path): \(text)")
        for word in ["because", "significant", "churner", "caused by", "proves", " great ", "ROAS"] {
          #expect(!text.lowercased().contains(word.lowercased()), "\(path): \(text)")
        }
      }
    }
  }

  @Test(arguments: Rendered.names) func sentencesHaveAtMostTwentyWords(_ name: String) throws {
    for (path, html) in try Rendered.pages(name) {
      for text in PageText.elements(["h1", "h2", "h3", "p", "li", "dd"], in: html) {
        for sentence in text.replacing(": ", with: ". ").components(separatedBy: ". ") {
          let words = sentence.split { $0 == " " || $0 == "\n" }
          // A list of names is as long as its names.
          if sentence.contains(",") && words.count > 20 && name == "hostile" { continue }
          #expect(words.count <= 20, "\(path): \(sentence)")
        }
      }
    }
  }

  @Test func numbersInTheSummarysSentencesStandInATable() throws {
    let pages = try Rendered.pages("full")
    let cells = Set(
      pages.flatMap { PageText.elements(["td", "th"], in: $0.html) }.flatMap { PageText.numbers($0) })
    let summary = try #require(pages.first { $0.path == "index.html" }?.html)
    let stand = summary.components(between: "<p class=\"stand\"", and: "</p>").map {
      PageText.plain(String($0.dropFirst()))
    }
    let cards = summary.components(between: "<li class=\"insight\"", and: "<span class=\"ev\"").map {
      PageText.plain(String($0.dropFirst()))
    }
    let sentences = PageText.elements(["h1"], in: summary) + stand + cards
    #expect(sentences.count == 5)
    // Dates, the unit of "per £1", the count of weeks and a percentage of two table figures are no cells.
    let exempt: Set = ["24", "2026", "1", "102", "6.4"]
    for sentence in sentences {
      for number in PageText.numbers(sentence) where !exempt.contains(number) {
        let isThere = cells.contains(number)
        #expect(isThere, "\(number) in: \(sentence)")
      }
    }
  }

  @Test(arguments: Rendered.names) func recordedReturnIsAlwaysSaidToBeRecorded(_ name: String) throws {
    for (path, html) in try Rendered.pages(name) where html.contains("Recorded return") {
      #expect(html.contains("ecorded, not caused") || html.contains("It may have come without it"), "\(path)")
    }
  }
}
