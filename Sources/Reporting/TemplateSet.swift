import Mustache
import Templates

/// The built-in templates and style sheets with a user's own laid over them by file name.
struct TemplateSet {
  let library: MustacheLibrary
  /// Tokens, charts, page, in this order, without comments.
  let css: String
  /// Laid over `css` where the whole report is one document.
  let singleCSS: String
  /// Laid over `css` in the index of many clients.
  let portfolioCSS: String

  /// - Parameter overrides: contents of the user's template folder by file name.
  /// - Throws: `unknownTemplate`, `templateNotText`, `templateSyntax`.
  init(overrides: [String: [UInt8]]) throws(ReportingError) {
    let known = TemplateFile.all.map(\.name)
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
      } else {
        templates[String(file.name.dropLast(".mustache".count))] = try Self.parse(text, name: file.name)
      }
    }
    library = MustacheLibrary(templates: templates)
    css = sheets.joined(separator: "\n")
    singleCSS = single
    portfolioCSS = portfolio
  }

  /// - Parameter model: whose stored properties the tags name.
  func render(_ model: Any, with template: String) -> String {
    guard let text = library.render(model, withTemplate: template) else {
      preconditionFailure("template \(template) is not in the catalogue")
    }
    return text
  }

  private static func parse(_ text: String, name: String) throws(ReportingError) -> MustacheTemplate {
    // A file's last line feed would stand in every cell of every table.
    let body = text.last == "\n" ? String(text.dropLast()) : text
    do {
      return try MustacheTemplate(string: body)
    } catch let error as MustacheTemplate.ParserError {
      throw .templateSyntax(
        name: name, line: error.context.lineNumber, column: error.context.columnNumber, reason: "\(error.error)")
    } catch {
      throw .templateSyntax(name: name, line: 1, column: 1, reason: "\(error)")
    }
  }
}
