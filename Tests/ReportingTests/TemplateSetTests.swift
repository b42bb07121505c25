import Templates
import Testing

@testable import Reporting

@Suite struct TemplateSetTests {
  @Test("every tag of every template is a stored property of what it is rendered with")
  func tagsExist() throws {
    var tags = TemplateTags()
    let templates = try TemplateSet(overrides: [:])
    let catalogue = Site.catalogue.map { $0.page }
    for name in Rendered.names {
      let edition = Edition(findings: Rendered.findings(name), pseudonym: { $0 })
      for type in Site.catalogue {
        let section = try type.init(edition)
        tags.check(section, with: type.page.template)
        if let files = SourceFileNumbers(edition.findings.dataQuality).list(for: section.numbered.folds) {
          tags.check(files, with: "source-files")
        }
        tags.check(
          Page(
            section, of: edition, brand: name == "full" ? Self.branded : Fixture.brand, catalogue: catalogue,
            templates: templates),
          with: "page")
      }
      let brand = name == "full" ? Self.branded : Fixture.brand
      tags.check(
        Mail(try SummarySection(edition), of: edition, brand: brand, address: "https://example.org/"), with: "mail")
      tags.check(
        Mail(try SummarySection(edition), of: edition, brand: brand, address: "https://example.org/"),
        with: "mail-text")
      tags.check(try Self.single(edition, brand, templates), with: "single")
    }
    let lab = try LabView(LabReportTests.hostile)
    tags.check(lab, with: "lab")
    tags.check(Page(LabReportTests.hostile, lab, brand: Fixture.brand, templates: templates), with: "page")
    for view in try PortfolioTests.views() {
      tags.check(view, with: "portfolio")
      tags.check(
        Page(PortfolioTests.portfolio, view, brand: Fixture.brand, version: "1", templates: templates), with: "page")
    }
    #expect(tags.unknown.sorted() == [])
    // A tag that no fixture reaches would be unchecked.
    #expect(tags.all.subtracting(tags.found).sorted() == [])
  }

  private static func single(_ edition: Edition, _ brand: Brand, _ templates: TemplateSet) throws -> SinglePage {
    let markup = ChapterMarkup(anchor: "a", chapters: [:], files: [:])
    let chapters = try Site.catalogue.map {
      ChapterView(try $0.init(edition), of: edition, markup: markup, templates: templates)
    }
    return SinglePage(chapters: chapters, of: edition, brand: brand, templates: templates)
  }

  private static let branded: Brand =
    (try? Brand(name: "A", logo: Logo([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))) ?? Fixture.brand

  @Test func misspeltTagIsFound() {
    var tags = TemplateTags()
    tags.check(["nothing"], with: "cell")
    #expect(tags.unknown.contains("cell: text"))
  }

  @Test func unknownOverrideIsRefused() {
    #expect(throws: ReportingError.unknownTemplate(name: "extra.mustache", known: TemplateSet.names)) {
      try TemplateSet(overrides: ["extra.mustache": []])
    }
  }

  @Test func brokenOverrideNamesItsPlace() {
    do {
      _ = try TemplateSet(overrides: ["cell.mustache": Array("one\n{{#text}}".utf8)])
      Issue.record("a template without its end was accepted")
    } catch {
      guard case .templateSyntax(let name, let line, _, _) = error else {
        Issue.record("unexpected \(error)")
        return
      }
      #expect(name == "cell.mustache" && line == 2)
    }
  }

  @Test func overrideThatIsNotTextIsRefused() {
    #expect(throws: ReportingError.templateNotText(name: "page.css")) {
      try TemplateSet(overrides: ["page.css": [0xFF, 0xFE]])
    }
  }

  @Test func overrideIsUsed() throws {
    let site = Site(
      brand: Fixture.brand, pseudonym: { $0 }, templates: ["parts.mustache": Array("<p>mine</p>".utf8)])
    let page = try #require(try site.render(Fixture.full).first { $0.path == "data.html" })
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("<p>mine</p>"))
  }
}
