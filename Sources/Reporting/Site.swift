import Analysis
import Templates

/// Turns findings into the files of a report. The same findings, brand and templates give the same bytes.
package struct Site: Sendable {
  let brand: Brand
  let language: Language
  let pseudonym: @Sendable (String) -> String
  let overrides: [String: [UInt8]]

  /// The pages in the order of their links.
  static let catalogue: [any ReportSection.Type] = [
    SummarySection.self,
    ChannelsSection.self,
    AudienceSection.self,
    ChurnSection.self,
    TrustSection.self,
    DataSection.self,
    EarlierSection.self,
    MethodSection.self,
  ]

  /// - Parameters:
  ///   - language: of everything that the report says.
  ///   - pseudonym: what the report calls the customer with this e-mail address; no address is ever shown.
  ///   - templates: a user's own templates and style sheets by file name, laid over those built in.
  package init(
    brand: Brand, language: Language = .english, pseudonym: @escaping @Sendable (String) -> String,
    templates: [String: [UInt8]] = [:]
  ) {
    self.brand = brand
    self.language = language
    self.pseudonym = pseudonym
    overrides = templates
  }

  /// Phrases that this site writes in English for want of a translation, each once, in the order of their bytes.
  package var untranslated: [String] { language.untranslated(in: overrides) }

  /// All files of the report, pages first.
  /// - Parameter place: where the files will lie, for links to other weeks.
  /// - Throws: a fault of the user's templates, or of the program where a chart cannot be drawn.
  package func render(_ findings: Findings, place: Place = .alone) throws(ReportingError) -> [ReportFile] {
    try language.speaking { () throws(ReportingError) in try pages(findings, place) }
  }

  private func pages(_ findings: Findings, _ place: Place) throws(ReportingError) -> [ReportFile] {
    let templates = try TemplateSet(overrides: overrides)
    let edition = Edition(findings: findings, pseudonym: pseudonym, place: place)
    let names = Self.catalogue.map { $0.page }
    var pages: [ReportFile] = []
    var data: [ReportFile] = []
    var sections: [any ReportSection] = []
    for type in Self.catalogue {
      let section = try type.init(edition)
      let page = Page(section, of: edition, brand: brand, catalogue: names, templates: templates)
      pages.append(ReportFile(path: type.page.path, text: templates.render(page, with: "page") + "\n"))
      sections.append(section)
      data += section.files.map { ReportFile(path: $0.path, text: $0.table.csv) }
    }
    let summary = ReportFile(path: ReportFile.recordPath, text: ReportSummary.json(edition, pages: names).document)
    let numbers = ReportFile(path: NumbersFile.path, text: NumbersFile.json(edition, sections: sections).document)
    return pages + [summary, numbers] + data
  }
}
