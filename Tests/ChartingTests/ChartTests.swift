import ChartSpecimens
import Charting
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What holds for every kind of chart, on its specimen and at the edges.
@Suite struct ChartTests {
  static let everyChart = EdgeCases.specimens + EdgeCases.all

  @Test func everyChartDrawsTheSameBytesTwice() throws {
    for chart in Self.everyChart {
      let first = try chart.draw()
      #expect(first == (try chart.draw()), "\(first.id)")
    }
  }

  @Test func bodiesAreWellFormedXML() throws {
    for chart in Self.everyChart {
      let figure = try chart.draw()
      let parser = XMLParser(data: Data("<r>\(figure.keyMarkup)\(figure.body)</r>".utf8))
      #expect(parser.parse(), "\(figure.id): \(String(describing: parser.parserError))")
    }
  }

  @Test func noScriptStyleOrEventAttribute() throws {
    for chart in Self.everyChart {
      let figure = try chart.draw()
      let markup = figure.keyMarkup + figure.body
      for forbidden in ["<script", " style=", " onclick=", " onload=", "href=", "NaN", "nan%", "inf", "-0\"", "-0%"] {
        #expect(!markup.contains(forbidden), "\(figure.id) holds \(forbidden)")
      }
    }
  }

  @Test func coordinatesHaveAPointAndAtMostTwoDecimals() throws {
    let number = try Regex(#" (?:x|y|x1|x2|y1|y2|cx|cy|r|width|height|dx)="([^"%]*)%?""#)
    let step = try Regex(#"[MLHV ](-?[0-9.,]+)"#)
    for chart in Self.everyChart {
      let figure = try chart.draw()
      let tags = drawings(figure.body)
      let paths = tags.flatMap { $0.split(separator: " d=\"").dropFirst().map { $0.prefix { $0 != "\"" } } }
      let found = tags.flatMap { $0.matches(of: number) } + paths.flatMap { $0.matches(of: step) }
      for match in found {
        let text = match.output[1].substring ?? ""
        let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().joined().count
        #expect(Double(text) != nil && decimals <= 2 && !text.contains("e"), "\(figure.id): \(text)")
      }
    }
  }

  /// Attributes only: labels may hold any number.
  private func drawings(_ markup: String) -> [Substring] {
    markup.split(separator: ">").compactMap { part in
      guard let start = part.lastIndex(of: "<") else { return nil }
      let tag = part[start...]
      return tag.hasPrefix("<desc") || tag.hasPrefix("<title") || tag.contains("aria-label=") ? nil : tag
    }
  }

  @Test func idsAreUniqueOnAPageOfAllCharts() throws {
    var seen: Set<String> = []
    for chart in Self.everyChart {
      let figure = try chart.draw()
      #expect(seen.insert(figure.id).inserted, "\(figure.id) twice")
      for part in figure.body.split(separator: " id=\"").dropFirst() {
        let id = String(part.prefix { $0 != "\"" })
        #expect(seen.insert(id).inserted, "\(id) twice")
      }
    }
  }

  @Test func everyDrawingHasANameAndADescription() throws {
    for chart in Self.everyChart {
      let figure = try chart.draw()
      guard figure.hasDrawing else {
        #expect(figure.body.isEmpty || figure.body.contains("class=\"empty\""), "\(figure.id)")
        continue
      }
      #expect(figure.body.contains("role=\"img\""), "\(figure.id)")
      #expect(figure.body.contains("<desc ") || figure.body.contains("aria-label="), "\(figure.id)")
    }
  }

  @Test func tablesAreRectangular() throws {
    for chart in Self.everyChart {
      let numbers = try chart.draw().numbers
      for row in numbers.rows { #expect(row.count == numbers.columns.count, "\(numbers.caption)") }
    }
  }

  @Test func chartsStayUnderFourHundredMarks() throws {
    for chart in EdgeCases.specimens + EdgeCases.all {
      let figure = try chart.draw()
      let marks = ["<circle", "<rect", "<path", "<line"].map { figure.body.components(separatedBy: $0).count - 1 }
      #expect(marks.reduce(0, +) <= 470, "\(figure.id): \(marks)")
    }
  }

  @Test(arguments: EdgeCases.specimens.indices)
  func specimenLooksAsRecorded(_ index: Int) throws {
    let figure = try EdgeCases.specimens[index].draw()
    try Snapshot.check(figure.keyMarkup + figure.body, name: figure.id)
  }
}
