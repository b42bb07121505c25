/// Why a report cannot be written.
package enum ReportingError: Error, Equatable, CustomStringConvertible {
  /// A file of the template folder that the report does not use.
  case unknownTemplate(name: String, known: [String])
  case templateNotText(name: String)
  case templateSyntax(name: String, line: Int, column: Int, reason: String)
  /// A fault of the program: the chart was given values it cannot draw.
  case chart(String)
  /// A catalogue of phrases that cannot be read.
  case catalogueSyntax(name: String, line: Int)
  case unknownLocale(String, known: [String])
  case accentNotColour(String)
  case logoTooLarge(bytes: Int, most: Int)
  /// A `report.json` that no report of ours has written.
  case notARecord(String)
  case logoNotPicture
  /// The picture would run or load something.
  case logoNotSafe(found: String)

  package var description: String {
    switch self {
    case .unknownTemplate(let name, let known):
      "templates/\(name): found a file that no page uses; expected one of \(known.joined(separator: ", ")); "
        + "rename or remove it"
    case .templateNotText(let name):
      "templates/\(name): the bytes are not UTF-8; expected a text file in UTF-8; save it in that encoding"
    case .templateSyntax(let name, let line, let column, let reason):
      "templates/\(name):\(line):\(column): \(reason); expected a complete Mustache tag; mend the template"
    case .chart(let problem):
      "report: \(problem)"
    case .catalogueSyntax(let name, let line):
      "templates/\(name):\(line): found neither a comment nor a phrase; expected lines such as msgid \"Revenue\" and "
        + "msgstr \"Umsatz\"; mend the catalogue"
    case .unknownLocale(let text, let known):
      "locale: found \"\(text)\"; expected one of \(known.joined(separator: ", ")); correct the setting"
    case .accentNotColour(let text):
      "brand accent: found \"\(text)\"; expected a colour such as #1c4f5c; write six hexadecimal digits"
    case .logoTooLarge(let bytes, let most):
      "brand logo: found \(bytes) bytes; expected at most \(most); use a smaller picture"
    case .notARecord(let found):
      "report.json: \(found); expected the record of a report; build that report again"
    case .logoNotPicture:
      "brand logo: found neither SVG nor PNG; expected one of them; save the picture as a plain SVG or as PNG"
    case .logoNotSafe(let found):
      "brand logo: found \(found), which runs or loads something; expected a picture that is whole in itself; "
        + "save it as a plain SVG or as PNG"
    }
  }

  /// What was found, where the reader knows where and what to do.
  package var found: String {
    if case .notARecord(let found) = self { found } else { description }
  }
}
