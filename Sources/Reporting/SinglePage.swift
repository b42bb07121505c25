/// The whole report in one document, as the template `single` writes it. Words are explained in its last chapter, so
/// that no list of them stands at the foot.
struct SinglePage {
  let language = Language.current.tag
  let direction = Language.current.attribute
  let title: String
  let policy: String
  /// Trusted: the one style sheet, which the policy names by its digest.
  let style: String
  let logo: String?
  let brandName: String
  let prepared: String
  let chapters: [ChapterView]
  let closing: String?
  let build: String

  init(chapters: [ChapterView], of edition: Edition, brand: Brand, templates: TemplateSet) {
    let day = Dates.day(edition.findings.asOf)
    title = phrase("{client}: the whole report, {day}", ["client": edition.client, "day": day])
    style = Stylesheet.page(
      templates.css + "\n" + templates.singleCSS, brand: brand,
      footing: phrase("{client} · Report · data up to {day}", ["client": edition.client, "day": day]))
    policy = Stylesheet.policy(for: style)
    logo = brand.logo
    brandName = Names.shown(brand.name)
    prepared = brand.prepared(for: edition.findings.client, edition.findings.week)
    self.chapters = chapters
    closing = brand.closing.map { "\(Names.shown($0)) · " }
    build = Page.buildLine(edition)
  }
}

/// One page of the report within the single document.
struct ChapterView {
  let anchor: String
  let label: String
  let head: PageHead
  let contents: [LinkView]
  let hasContents: Bool
  /// Trusted markup of the section's own template, with ids of this chapter.
  let sections: String

  init(_ section: any ReportSection, of edition: Edition, markup: ChapterMarkup, templates: TemplateSet) {
    let name = type(of: section).page
    anchor = markup.anchor
    label = name.label
    head = section.head
    let prefix = ChapterMarkup.prefix(of: markup.anchor)
    contents = section.contents.map { LinkView("#\(prefix)\($0.path.drop { $0 == "#" })", $0.label) }
    hasContents = section.contents.count > 1
    sections = markup.rewritten(templates.render(section, of: edition))
  }
}
