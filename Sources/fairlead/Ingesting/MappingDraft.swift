import Foundation
import Ingestion
import Vocabulary

/// A suggestion as a mapping file: what is sure as lines, what is not as comments with the question.
enum MappingDraft {
  static func text(_ suggestion: MappingSuggestion, file: String, knownAs: String?) -> String {
    guard let kind = suggestion.kinds.first else { return nothing(suggestion, file: file) }
    var lines = [
      "# A first draft for \(oneLine(file)). Correct it, save it as mappings/\(stem(file)).yml, then `fairlead ingest`."
    ]
    if let knownAs {
      lines.append(
        "# Fairlead reads this file already, as \(knownAs). Only with `first: true` is it read by this instead.")
    }
    if let mapping = suggestion.mapping {
      lines.append("kind: \(kind.rawValue)   # \(kind.title)")
      lines += whoseMoney(suggestion)
      lines += settings(mapping, suggestion, file: file)
    } else {
      let names = suggestion.kinds.map { "\($0.title) (\($0.rawValue))" }.joined(separator: " or ")
      lines.append("# Nothing here is sure: remove the # before the lines that are right.")
      lines.append("# kind: \(kind.rawValue)   # is this \(names)?")
      lines += whoseMoney(suggestion)
      lines += settings(TableMapping(name: "", kind: kind), suggestion, file: file)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A supplier's bills and a network's commissions have the columns of orders and sales, and would count as revenue.
  private static func whoseMoney(_ suggestion: MappingSuggestion) -> [String] {
    let ofCustomers: Set<RecordKind> = [.orders, .offlineSales, .invoices, .payments]
    guard !ofCustomers.isDisjoint(with: suggestion.kinds) else { return [] }
    return [
      "# Orders, sales, invoices and payments are what customers bought from you or paid to you; what you paid to others for "
        + "advertising is `kind: adPerformance`."
    ]
  }

  private static func settings(_ mapping: TableMapping, _ suggestion: MappingSuggestion, file: String) -> [String] {
    var lines: [String] = []
    if let label = mapping.totalsLabel { lines.append("totalsLabel: \(quoted(label))   # rows that begin so are sums") }
    lines += questions(suggestion, .top)
    let constants = mapping.constants.keys.sorted().map { "  \($0.rawValue): \(quoted(mapping.constants[$0] ?? ""))" }
    let open = questions(suggestion, .constants)
    if !constants.isEmpty || !open.isEmpty {
      lines.append(
        "# files: \(quoted(FileNames.pattern(for: file)))   # only files of such names; without it every table with these "
          + "columns")
      lines.append(constants.isEmpty ? "# constants:" : "constants:")
      lines += constants + open
    }
    lines.append(mapping.fields.isEmpty ? "# columns:" : "columns:")
    for field in mapping.kind.fields {
      guard let column = mapping.fields[field.field], let header = column.headers.first else { continue }
      lines.append("  \(field.field.rawValue): \(named(header, in: column.unit))")
    }
    return lines + questions(suggestion, .columns)
  }

  private static func questions(_ suggestion: MappingSuggestion, _ group: MappingSuggestion.Question.Group) -> [String]
  {
    suggestion.questions.filter { $0.group == group }.map { question in
      let indent = group == .top ? "" : "  "
      let value = question.value.isEmpty ? "" : " \(named(question.value, in: question.unit))"
      return "# \(indent)\(question.key):\(value)   # \(question.text)"
    }
  }

  private static func named(_ column: String, in unit: FieldUnit?) -> String {
    let name = quoted(column)
    return unit.map { "{column: \(name), unit: \($0.rawValue)}" } ?? name
  }

  private static func nothing(_ suggestion: MappingSuggestion, file: String) -> String {
    let reason: String
    if suggestion.isOfProfiles {
      reason = FileDescription.profileAdvice
    } else if suggestion.profile.lacksHeader {
      reason = "its first row looks like data, not like the names of columns; add a header row and try again"
    } else if suggestion.profile.isPivoted {
      reason = FileDescription.pivotAdvice
    } else if suggestion.profile.rows == 0 {
      reason = "no table with named columns and rows was found in it; export the report again as CSV"
    } else {
      reason =
        "the names of its columns do not say what kind of table it is; "
        + "give them plain names (Day, Campaign, Cost) and try again"
    }
    return "# No draft for \(oneLine(file)): \(reason).\n"
  }

  /// The name that a mapping file for it may have: letters without their accents, figures and dashes.
  static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let letters = stem.decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
    let kept = letters.map { letter -> Character in
      let isPlain = letter.isASCII && (letter.properties.isAlphabetic || letter.properties.numericType != nil)
      return isPlain ? Character(letter) : "-"
    }
    let words = String(kept.prefix(60)).lowercased().split(separator: "-")
    return words.isEmpty ? "table" : words.joined(separator: "-")
  }

  /// In double quotes as YAML writes them, on one line.
  private static func quoted(_ text: String) -> String {
    "\"" + oneLine(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func oneLine(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
  }
}
