import ChartSpecimens
import Foundation
import Testing

@testable import Reporting

/// The gallery's pages hold to what every page holds to. With FAIRLEAD_GALLERY=FOLDER they are written there, to be
/// looked at and to be checked in a browser (`make gallery`, `make check-gallery`).
@Suite struct GalleryTests {
  private static let sections: [any ReportSection.Type] = [
    GallerySection<TimeGallery>.self, GallerySection<BarGallery>.self, GallerySection<IntervalGallery>.self,
    GallerySection<CurveGallery>.self, GallerySection<GridGallery>.self,
  ]

  /// Rendered once: it takes seconds.
  private static let rendered = Result {
    let edition = Edition(findings: Fixture.full, pseudonym: { $0 })
    let templates = try TemplateSet(overrides: [:])
    let names = sections.map { $0.page }
    return try sections.map { type in
      let page = Page(
        try type.init(edition), of: edition, brand: Fixture.brand, catalogue: names, templates: templates)
      return ReportFile(path: type.page.path, text: templates.render(page, with: "page") + "\n")
    }
  }

  private static func ids(_ page: ReportFile) -> [Substring] {
    String(decoding: page.bytes, as: UTF8.self).components(separatedBy: " id=\"").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
  }

  @Test func everyKindStandsThereAtEveryEdge() throws {
    let all = Set(try Self.rendered.get().flatMap(Self.ids))
    for kind in ChartKind.all {
      #expect(all.contains("card-\(kind.slug)"), "\(kind.name)")
      for edge in EdgeCase.allCases {
        #expect(all.contains("card-\(kind.slug)-\(edge.rawValue)"), "\(kind.name), \(edge.title)")
      }
    }
  }

  @Test func pagesCarryNothingThatRunsOrIsStyledInPlace() throws {
    for page in try Self.rendered.get() {
      let html = String(decoding: page.bytes, as: UTF8.self)
      for forbidden in ["<script", " style=", "<img/src=x"] {
        #expect(html.components(separatedBy: forbidden).count == 1, "\(page.path): \(forbidden)")
      }
      let ids = Self.ids(page)
      #expect(Set(ids).count == ids.count, "\(page.path) repeats an id")
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["FAIRLEAD_GALLERY"] != nil, "no FAIRLEAD_GALLERY=FOLDER"))
  func pagesAreWritten() throws {
    let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["FAIRLEAD_GALLERY"]))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for page in try Self.rendered.get() { try Data(page.bytes).write(to: folder.appending(path: page.path)) }
  }
}
