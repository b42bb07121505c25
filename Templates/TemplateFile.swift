import CCatalogues

/// A template or style sheet that is built into the program. File names are unique over all folders.
package struct TemplateFile: Sendable {
  package let name: String
  package let bytes: [UInt8]

  /// In the order in which they are read: the style sheets lay over each other.
  package static let all: [TemplateFile] = pages + sections + theme + locales

  package static let pages = [
    TemplateFile(name: "page.mustache", bytes: PackageResources.page_mustache),
    TemplateFile(name: "single.mustache", bytes: PackageResources.single_mustache),
    TemplateFile(name: "mail.mustache", bytes: PackageResources.mail_mustache),
    TemplateFile(name: "mail-text.mustache", bytes: PackageResources.mail_text_mustache),
  ]

  /// The style sheet that only the single document has.
  package static let singleSheet = "single.css"
  /// The style sheet that only the index of many clients has.
  package static let portfolioSheet = "portfolio.css"

  package static let sections = [
    TemplateFile(name: "summary.mustache", bytes: PackageResources.summary_mustache),
    TemplateFile(name: "tile.mustache", bytes: PackageResources.tile_mustache),
    TemplateFile(name: "answers.mustache", bytes: PackageResources.answers_mustache),
    TemplateFile(name: "parts.mustache", bytes: PackageResources.parts_mustache),
    TemplateFile(name: "method.mustache", bytes: PackageResources.method_mustache),
    TemplateFile(name: "lab.mustache", bytes: PackageResources.lab_mustache),
    TemplateFile(name: "portfolio.mustache", bytes: PackageResources.portfolio_mustache),
    TemplateFile(name: "part.mustache", bytes: PackageResources.part_mustache),
    TemplateFile(name: "card.mustache", bytes: PackageResources.card_mustache),
    TemplateFile(name: "source.mustache", bytes: PackageResources.source_mustache),
    TemplateFile(name: "source-files.mustache", bytes: PackageResources.source_files_mustache),
    TemplateFile(name: "fold.mustache", bytes: PackageResources.fold_mustache),
    TemplateFile(name: "table.mustache", bytes: PackageResources.table_mustache),
    TemplateFile(name: "cell.mustache", bytes: PackageResources.cell_mustache),
    TemplateFile(name: "missing.mustache", bytes: PackageResources.missing_mustache),
    TemplateFile(name: "limits.mustache", bytes: PackageResources.limits_mustache),
  ]

  /// The phrases of each language besides English, as gettext writes them, and their list for a new one.
  package static let locales: [TemplateFile] = {
    var files: [TemplateFile] = []
    while let catalogue = catalogue_at(files.count) {
      let bytes = UnsafeBufferPointer(start: catalogue.pointee.bytes, count: catalogue.pointee.size)
      files.append(TemplateFile(name: String(cString: catalogue.pointee.name), bytes: Array(bytes)))
    }
    return files
  }()

  /// Every phrase of the report, without translations.
  package static let phraseList = "phrases.pot"

  package static let theme = [
    TemplateFile(name: "tokens.css", bytes: PackageResources.tokens_css),
    TemplateFile(name: "charts.css", bytes: PackageResources.charts_css),
    TemplateFile(name: "page.css", bytes: PackageResources.page_css),
    TemplateFile(name: "paper.css", bytes: PackageResources.paper_css),
    TemplateFile(name: singleSheet, bytes: PackageResources.single_css),
    TemplateFile(name: portfolioSheet, bytes: PackageResources.portfolio_css),
  ]
}
