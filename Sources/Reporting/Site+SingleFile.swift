import Analysis

extension Site {
  /// The whole report as one page, `report.html`: each page a chapter, files carried within it up to 50 KB each.
  /// - Throws: what `render` throws.
  package func renderSingleFile(_ findings: Findings) throws(ReportingError) -> ReportFile {
    try language.speaking { () throws(ReportingError) in try singleFile(findings) }
  }

  private func singleFile(_ findings: Findings) throws(ReportingError) -> ReportFile {
    let templates = try TemplateSet(overrides: overrides)
    let edition = Edition(findings: findings, pseudonym: pseudonym)
    var sections: [any ReportSection] = []
    for type in Self.catalogue { sections.append(try type.init(edition)) }
    let files = sections.flatMap(\.files).map { ReportFile(path: $0.path, text: $0.table.csv) }
    let anchors = Dictionary(
      Self.catalogue.map { ($0.page.path, Self.anchor(of: $0.page)) }, uniquingKeysWith: { first, _ in first })
    let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let chapters = sections.map { section in
      ChapterView(
        section, of: edition,
        markup: ChapterMarkup(anchor: Self.anchor(of: type(of: section).page), chapters: anchors, files: byPath),
        templates: templates)
    }
    let page = SinglePage(chapters: chapters, of: edition, brand: brand, templates: templates)
    return ReportFile(path: "report.html", text: templates.render(page, with: "single") + "\n")
  }

  /// `channels.html` → `channels`
  private static func anchor(of page: PageName) -> String {
    String(page.path.prefix { $0 != "." })
  }
}
