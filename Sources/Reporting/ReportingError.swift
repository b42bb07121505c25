/// Why a report cannot be written.
package enum ReportingError: Error, Equatable, CustomStringConvertible {
  /// A file of the template folder that the report does not use.
  case unknownTemplate(name: String, known: [String])
  case templateNotText(name: String)
  case templateSyntax(name: String, line: Int, column: Int, reason: String)
  /// A fault of the program: the chart was given values it cannot draw.
  case chart(String)
  case accentNotColour(String)
  case logoTooLarge(bytes: Int, most: Int)
  /// A `report.json` that no report of ours has written.
  case notARecord(String)

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
    case .accentNotColour(let text):
      "brand accent: found \"\(text)\"; expected a colour such as #1c4f5c; write six hexadecimal digits"
    case .logoTooLarge(let bytes, let most):
      "brand logo: found \(bytes) bytes; expected at most \(most); use a smaller picture"
    case .notARecord(let found):
      "report.json: \(found); expected the record of a report; build that report again"
    }
  }

  /// What was found, where the reader knows where and what to do.
  package var found: String {
    if case .notARecord(let found) = self { "Its report.json is no report: \(found)" } else { description }
  }
}
