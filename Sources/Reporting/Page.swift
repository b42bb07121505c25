/// A whole page as the template `page` writes it.
struct Page {
  static let language = "en-GB"

  let language = Page.language
  let title: String
  let policy: String
  /// Trusted: the one style sheet, which the policy names by its digest.
  let style: String
  let logo: String?
  let brandName: String
  let prepared: String
  let head: PageHead
  let links: [LinkView]
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
    title = "\(edition.client): \(name.label.lowercased()), \(Dates.day(edition.findings.asOf))"
    style = Stylesheet.page(
      templates.css, brand: brand,
      footing: "\(edition.client) · \(name.label) · data up to \(Dates.day(edition.findings.asOf))")
    policy = Stylesheet.policy(for: style)
    logo = brand.logo
    brandName = Names.shown(brand.name)
    prepared = "Prepared for \(edition.client)"
    head = section.head
    links = catalogue.map { LinkView($0.path, $0.label, isCurrent: $0 == name) }
    contents = section.contents
    hasContents = section.contents.count > 1
    sections = templates.render(section, with: name.template)
    terms = section.terms
    hasTerms = !section.terms.isEmpty
    closing = brand.closing.map { "\(Names.shown($0)) · " }
    build = Self.buildLine(edition)
  }

  static func buildLine(_ edition: Edition) -> String {
    "Build \(Names.shown(edition.findings.buildID)). Same inputs give the same report, byte for byte."
  }
}
