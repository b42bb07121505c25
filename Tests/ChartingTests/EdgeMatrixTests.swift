import ChartSpecimens
import Charting
import Testing

/// Every kind at every edge: a drawing, or words in its place.
@Suite struct EdgeMatrixTests {
  /// Faults of the caller that stop a build: a count below zero.
  private static let refused: Set = ["recency-and-frequency-negative", "drift-bars-negative"]

  @Test(arguments: ChartKind.all.map(\.slug)) func everyEdgeIsDrawnOrSaid(_ slug: String) throws {
    let kind = try #require(ChartKind.all.first { $0.slug == slug })
    for edge in EdgeCase.allCases {
      let chart = kind.chart(edge)
      if Self.refused.contains("\(slug)-\(edge.rawValue)") {
        #expect(throws: ChartProblem.self) { try chart.draw() }
        continue
      }
      let figure = try chart.draw()
      #expect(figure == (try chart.draw()), "\(figure.id): other bytes")
      if figure.hasDrawing {
        #expect(figure.body.contains("role=\"img\""), "\(figure.id)")
      } else if kind.slug != "sparkline" {
        #expect(figure.body.contains("class=\"empty\""), "\(figure.id)")
      }
    }
  }

  @Test func nothingIsNeverDrawn() throws {
    for kind in ChartKind.all { #expect(try kind.chart(.none).draw().hasDrawing == false, "\(kind.name)") }
  }

  @Test func whatIsNoNumberReachesNoDrawing() throws {
    for figure in try Self.figures() {
      for forbidden in ["\"nan", "\"inf", "\"-inf", "\"-0\"", "\"-0%\"", "NaN"] {
        #expect(!figure.body.contains(forbidden), "\(figure.id): \(forbidden)")
      }
    }
  }

  @Test func namesStayNames() throws {
    for figure in try Self.figures() where figure.id.hasSuffix("markup") {
      for forbidden in ["<script", "<img", "</title></svg>", "\"/onload=\"x"] {
        #expect(!(figure.keyMarkup + figure.body).contains(forbidden), "\(figure.id): \(forbidden)")
      }
    }
  }

  /// The fourth name of that edge is empty.
  @Test(arguments: [
    "diverging-bars", "ranked-bars", "waterfall", "drift-bars", "segment-profile", "method-dots", "claim-ranges",
    "slice-dots", "data-gap-strip", "cohort-map",
  ]) func aRowWithoutANameSaysSo(_ slug: String) throws {
    let kind = try #require(ChartKind.all.first { $0.slug == slug })
    #expect(try kind.chart(.markup).draw().body.contains(">(no name)</text>"))
  }

  @Test func fiveHundredLeaveRoom() throws {
    for figure in try Self.figures() where figure.id.hasSuffix("-500") || figure.id.hasSuffix("-many") {
      let texts = figure.body.split(separator: "<text", omittingEmptySubsequences: false).count - 1
      #expect(texts <= 400, "\(figure.id): \(texts) texts")
      let marks = ["<circle", "<rect", "<path"].map { mark in
        figure.body.split(separator: mark, omittingEmptySubsequences: false).count - 1
      }.reduce(0, +)
      // The hexbin-like grid may hold 400, panels 24 times theirs.
      #expect(marks <= 800, "\(figure.id): \(marks) marks")
    }
  }

  @Test func theMatrixIsWhole() {
    #expect(ChartKind.all.count == 25)
    #expect(Set(ChartKind.all.map(\.slug)).count == 25)
    #expect(EdgeCase.allCases.count == 18)
    for edge in EdgeCase.allCases {
      #expect(edge.names.count == edge.values.count && edge.days.count == edge.values.count)
    }
    #expect(EdgeCase.sixtyCharacters.names.prefix(2).allSatisfy { $0.count == 60 })
    // 28 December 2026 is the Monday of ISO week 53.
    #expect(EdgeCase.weekFiftyThree.days.contains(CivilDate.dayNumber(year: 2026, month: 12, day: 28)))
  }

  private static func figures() throws -> [Figure] {
    ChartKind.all.flatMap { kind in EdgeCase.allCases.compactMap { try? kind.chart($0).draw() } }
  }
}
