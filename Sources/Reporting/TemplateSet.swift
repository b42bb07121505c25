import Mustache
import Templates

/// The built-in templates and style sheets with a user's own laid over them by file name, in the language of the report.
struct TemplateSet {
  let library: MustacheLibrary
  /// Tokens, charts, page, paper, in this order, without comments.
  let css: String
  /// Laid over `css` where the whole report is one document.
  let singleCSS: String
  /// Laid over `css` in the index of many clients.
  let portfolioCSS: String

  /// - Parameter overrides: contents of the user's template folder by file name.
  /// - Throws: `unknownTemplate`, `templateNotText`, `templateSyntax`.
  init(overrides: [String: [UInt8]]) throws(ReportingError) {
    let known = Self.names
    for name in overrides.keys.sorted() where !known.contains(name) {
      throw .unknownTemplate(name: name, known: known)
    }
    var templates: [String: MustacheTemplate] = [:]
    var sheets: [String] = []
    var (single, portfolio) = ("", "")
    for file in TemplateFile.all {
      guard let text = String(validating: overrides[file.name] ?? file.bytes, as: UTF8.self) else {
        throw .templateNotText(name: file.name)
      }
      if file.name == TemplateFile.singleSheet {
        single = Stylesheet.condensed(text)
      } else if file.name == TemplateFile.portfolioSheet {
        portfolio = Stylesheet.condensed(text)
      } else if file.name.hasSuffix(".css") {
        sheets.append(Stylesheet.condensed(text))
      } else if file.name.hasSuffix(".mustache") {
        templates[String(file.name.dropLast(".mustache".count))] = try Self.parse(text, name: file.name)
      }
    }
    library = MustacheLibrary(templates: templates)
    css = sheets.joined(separator: "\n")
    singleCSS = single
    portfolioCSS = portfolio
  }

  /// Files that a folder of templates may hold: those built in, and a catalogue for each language.
  static var names: [String] {
    let builtIn = TemplateFile.all.map(\.name)
    return builtIn + Language.tags.map { $0 + ".po" }.filter { !builtIn.contains($0) && $0 != "en.po" }
  }

  /// - Parameter model: whose stored properties the tags name.
  func render(_ model: Any, with template: String) -> String {
    guard let text = library.render(ViewFields.shown(model), withTemplate: template) else {
      preconditionFailure("template \(template) is not in the catalogue")
    }
    return text
  }

  /// A section with the files that its folds name.
  func render(_ section: any ReportSection, of edition: Edition) -> String {
    let content = render(section, with: type(of: section).page.template)
    let files = SourceFileNumbers(edition.findings.dataQuality).list(for: section.numbered.folds)
    return content + (files.map { "\n" + render($0, with: "source-files") } ?? "")
  }

  /// The one template that writes no HTML.
  private static let plainText = "mail-text.mustache"

  private static func parse(_ text: String, name: String) throws(ReportingError) -> MustacheTemplate {
    // A file's last line feed would stand in every cell of every table.
    let body = TemplateText.translated(text.last == "\n" ? String(text.dropLast()) : text, isPlain: name == plainText)
    do {
      return try MustacheTemplate(string: MarkupText.pragma + body)
    } catch let error as MustacheTemplate.ParserError {
      // The first line is not the user's.
      throw .templateSyntax(
        name: name, line: error.context.lineNumber - 1, column: error.context.columnNumber, reason: "\(error.error)")
    } catch {
      throw .templateSyntax(name: name, line: 1, column: 1, reason: "\(error)")
    }
  }
}
