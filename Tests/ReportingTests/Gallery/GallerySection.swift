import ChartSpecimens
import Charting

@testable import Reporting

/// Charts that share a page of the gallery.
protocol GalleryFamily: Sendable {
  static var page: PageName { get }
  static var kinds: [ChartKind] { get }
}

/// A page that shows each of its kinds as specimen and at every edge.
struct GallerySection<Family: GalleryFamily>: ReportSection {
  static var page: PageName { Family.page }

  let head: PageHead
  let parts: [PartView]
  var contents: [LinkView] { parts.map(\.link) }
  let terms: [TermView] = []
  let numbered = NumberedPage(cards: [])
  let files: [DataFile] = []

  init(_ edition: Edition) {
    head = PageHead(
      "Gallery", headline: "Every kind of chart at every edge: \(Family.page.label.lowercased())",
      standfirst: ["Each kind with its specimen first, then with data that are hard to draw."],
      facts: [FactView("Kinds", "\(Family.kinds.count)"), FactView("Edge cases", "\(EdgeCase.allCases.count)")])
    parts = Family.kinds.map(Self.part)
  }

  private static func part(_ kind: ChartKind) -> PartView {
    PartView(
      "kind-\(kind.slug)", kind.name,
      cards: [card(kind.specimen, title: "Specimen", anchor: kind.slug, width: "w12")]
        + EdgeCase.allCases.map { edge in
          card(kind.chart(edge), title: edge.title, anchor: "\(kind.slug)-\(edge.rawValue)", width: "w6")
        })
  }

  private static func card(_ chart: any Chart, title: String, anchor: String, width: String) -> CardView {
    do throws(ChartProblem) {
      let figure = try chart.draw()
      let words = figure.body.isEmpty ? told("Nothing is drawn", "Fewer than four values are no line.") : nil
      return CardView(
        anchor: "card-\(anchor)", width: width, title: figure.title, subtitle: figure.subtitle.nonEmpty,
        key: figure.keyMarkup.nonEmpty, drawing: words ?? figure.body, note: figure.note.nonEmpty)
    } catch {
      return CardView(
        anchor: "card-\(anchor)", width: width, title: title, drawing: told("The build stops", "\(error)"))
    }
  }

  /// Only fixed words and what a `ChartProblem` says: an id and numbers.
  private static func told(_ heading: String, _ sentence: String) -> String {
    "<div class=\"empty\"><p class=\"empty-word\">\(heading)</p><p>\(sentence)</p></div>"
  }
}

enum TimeGallery: GalleryFamily {
  static let page = PageName(path: "index.html", label: "Over time", template: "parts")
  static let kinds = ChartKind.overTime
}

enum BarGallery: GalleryFamily {
  static let page = PageName(path: "bars.html", label: "Bars and counts", template: "parts")
  static let kinds = ChartKind.bars
}

enum IntervalGallery: GalleryFamily {
  static let page = PageName(path: "intervals.html", label: "Intervals", template: "parts")
  static let kinds = ChartKind.intervals
}

enum CurveGallery: GalleryFamily {
  static let page = PageName(path: "curves.html", label: "Curves", template: "parts")
  static let kinds = ChartKind.curves
}

enum GridGallery: GalleryFamily {
  static let page = PageName(path: "grids.html", label: "Maps and scatters", template: "parts")
  static let kinds = ChartKind.grids
}
