@testable import Charting
import Foundation
@testable import Reporting
import Templates

/// Every phrase that stands in the sources and templates, as the list of phrases has to hold it.
enum SourcePhrases {
  struct Phrase: Hashable {
    let one: String
    let other: String?
    /// Where it stands first.
    let place: String

    var key: String { other.map { PhraseCatalogue.key(one, $0) } ?? one }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The list as it is committed.
  static let list = root.appending(path: "Templates/locales/phrases.pot")

  /// Calls of `phrase` whose first argument is no text written out.
  static let unreadable = read.unreadable

  /// In the order of files and lines, each once.
  static let all: [Phrase] = {
    var seen: Set<String> = []
    return read.phrases.filter { seen.insert($0.key).inserted }
  }()

  private static let read: (phrases: [Phrase], unreadable: [String]) = {
    var phrases: [Phrase] = []
    for file in TemplateFile.pages + TemplateFile.sections {
      for text in TemplateText.phrases(in: String(decoding: file.bytes, as: UTF8.self)) {
        phrases.append(Phrase(one: text, other: nil, place: file.name))
      }
    }
    var unreadable: [String] = []
    for file in swiftFiles() {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      let name = file.lastPathComponent
      // The two definitions, and the one place that is given its phrase by a template.
      if name == "Phrase.swift" || name == "TemplateText.swift" { continue }
      for call in code(text).matches(of: #/\bphrase\(\s*(?:"((?:[^"\\]|\\.)*)"(?:\s*,\s*"((?:[^"\\]|\\.)*)")?)?/#) {
        guard let one = call.output.1, !one.contains("\\(") else {
          unreadable.append("\(name): \(call.output.0)")
          continue
        }
        phrases.append(Phrase(one: plain(one), other: call.output.2.map(plain), place: name))
      }
    }
    phrases += ChartWords.texts.map {
      Phrase(one: ChartWords.english[keyPath: $0], other: nil, place: "ChartWords.swift")
    }
    return (phrases, unreadable)
  }()

  private static func swiftFiles() -> [URL] {
    let folder = root.appending(path: "Sources/Reporting")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    return (files ?? []).filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
  }

  private static func code(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
  }

  private static func plain(_ literal: Substring) -> String {
    String(literal).replacing(#/\\u\{([0-9A-Fa-f]+)\}/#) { match in
      UInt32(match.output.1, radix: 16).flatMap(UnicodeScalar.init).map { String(Character($0)) } ?? ""
    }.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }
}
