/// A whole page as the template `page` writes it.
struct Page {
  let language = Language.current.tag
  let direction = Language.current.attribute
  let title: String
  let policy: String
  /// Trusted: the one style sheet, which the policy names by its digest.
  let style: String
  let logo: String?
  let brandName: String
  let prepared: String
  let head: PageHead
  let links: [LinkView]
  let hasLinks: Bool
  let contents: [LinkView]
  let hasContents: Bool
  /// Trusted markup of the section's own template.
  let sections: String
  let terms: [TermView]
  let hasTerms: Bool
  let closing: String?
  let build: String

  init(_ section: any ReportSection, of edition: Edition, brand: Brand, catalogue: [PageName], templates: TemplateSet) {
    let name = type(of: section).page
    self.init(
      title: phrase(
        "{client}: {page}, {day}",
        [
          "client": edition.client, "page": Language.current.midSentence(name.label),
          "day": Dates.day(edition.findings.asOf),
        ]),
      style: Stylesheet.page(
        templates.css, brand: brand,
        footing: phrase(
          "{client} · {page} · data up to {day}",
          ["client": edition.client, "page": name.label, "day": Dates.day(edition.findings.asOf)])),
      brand: brand, prepared: brand.prepared(for: edition.findings.client, edition.findings.week), head: section.head,
      links: catalogue.map { LinkView($0.path, $0.label, isCurrent: $0 == name) } + edition.place.links,
      contents: section.contents,
      sections: templates.render(section, of: edition), terms: section.terms,
      build: Self.buildLine(edition))
  }

  init(_ report: LabReport, _ view: LabView, brand: Brand, templates: TemplateSet) {
    let table = Names.shown(report.table)
    self.init(
      title: "\(table): \(report.headline)",
      style: Stylesheet.page(templates.css, brand: brand, footing: "\(table) · \(report.question)"), brand: brand,
      prepared: "Table: \(table)", head: view.head, links: [], contents: view.contents,
      sections: templates.render(view, with: "lab"), terms: [],
      build: Self.buildLine("Fairlead \(report.method.version), seed \(report.method.seed)"))
  }

  init(_ archive: Archive, _ view: ArchiveView, brand: Brand, templates: TemplateSet) {
    let client = Names.shown(archive.client)
    let build = archive.newest?.record.map {
      phrase("Build {build}", ["build": Names.shown($0.buildID)])
    }
    let year = view.year.map { ", \($0)" } ?? ""
    self.init(
      title: phrase("{client}: all weeks", ["client": client]) + year,
      style: Stylesheet.page(
        templates.css, brand: brand, footing: phrase("{client} · All weeks", ["client": client]) + year),
      brand: brand, prepared: brand.prepared(for: archive.client, archive.newest?.week), head: view.head,
      links: [
        LinkView("index.html", phrase("Newest report")),
        LinkView(Place.archivePage, phrase("All weeks"), isCurrent: view.year == nil),
      ] + (view.year.map { [LinkView(view.path, "\($0)", isCurrent: true)] } ?? []),
      contents: view.contents, sections: templates.render(view, with: "parts"), terms: view.terms,
      build: Self.buildLine(build ?? phrase("All weeks")))
  }

  init(_ portfolio: Portfolio, _ view: PortfolioView, brand: Brand, version: String, templates: TemplateSet) {
    let name = Names.shown(brand.name)
    let week = [phrase("All clients"), portfolio.week?.fullLabel].compactMap { $0 }.joined(separator: " · ")
    self.init(
      title: phrase("{client}: {finding}", ["client": name, "finding": week]),
      style: Stylesheet.page(
        templates.css + "\n" + templates.portfolioCSS, brand: brand, footing: "\(name) · \(week)"),
      brand: brand, prepared: week, head: view.head, links: view.contents, contents: [],
      sections: templates.render(view, with: "portfolio"), terms: PortfolioWording.terms,
      build: Self.buildLine("Fairlead \(version)"))
  }

  private init(
    title: String, style: String, brand: Brand, prepared: String, head: PageHead, links: [LinkView],
    contents: [LinkView], sections: String, terms: [TermView], build: String
  ) {
    self.title = title
    self.style = style
    policy = Stylesheet.policy(for: style)
    logo = brand.logo
    brandName = Names.shown(brand.name)
    self.prepared = prepared
    self.head = head
    self.links = links
    hasLinks = !links.isEmpty
    self.contents = contents
    hasContents = contents.count > 1
    self.sections = sections
    self.terms = terms
    hasTerms = !terms.isEmpty
    closing = brand.closing.map { "\(Names.shown($0)) · " }
    self.build = build
  }

  static func buildLine(_ edition: Edition) -> String {
    buildLine(phrase("Build {build}", ["build": Names.shown(edition.findings.buildID)]))
  }

  private static func buildLine(_ build: String) -> String {
    phrase("{build}. Same inputs give the same report, byte for byte.", ["build": build])
  }
}
