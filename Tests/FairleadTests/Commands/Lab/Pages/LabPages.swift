import Foundation
import Testing

@testable import fairlead

/// A lab page as its reader sees it.
struct LabPages {
  let html: String
  private let elements: [(name: String, text: String)]

  /// What `run` writes when it is given the flags that ask for a page.
  init(in folder: Folder, _ run: ([String]) throws -> Void) throws {
    try run(["--html", folder.path + "/page.html"])
    html = try folder.read("page.html")
    elements = html.matches(of: /(?s)<(h1|h2|h3|p|dd|li|td|th)(?: [^>]*)?>(.*?)<\/\1>/).map {
      (String($0.output.1), Self.plain(String($0.output.2)))
    }
  }

  /// Contents of every element of these names, without tags.
  func texts(of names: [String]) -> [String] { elements.filter { names.contains($0.name) }.map(\.text) }

  static func plain(_ html: String) -> String {
    var text = html.replacing(/<[^>]*>/, with: " ")
    for (entity, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"), ("\u{2060}", ""),
      ("\u{200B}", ""),
      ("\u{A0}", " "),
    ] { text = text.replacing(entity, with: sign) }
    return text
  }

  private static func numbers(_ text: String) -> [String] {
    text.matches(of: /[0-9]+(?:[.,][0-9]+)*/).map { String($0.output) }
  }

  var headline: String { texts(of: ["h1"]).first ?? "" }
  var standfirst: String {
    (html.firstMatch(of: /<p class="stand">(.*?)<\/p>/)?.output.1).map { Self.plain(String($0)) } ?? ""
  }

  /// Numbers of the headline and of the sentences below it that no cell of a table holds.
  var numbersWithoutCell: [String] {
    let cells = Set(texts(of: ["td", "th"]).flatMap(Self.numbers))
    return Self.numbers(headline + " " + standfirst).filter { !cells.contains($0) }
  }

  /// Sentences of more than twenty words.
  var longSentences: [String] {
    texts(of: ["h1", "h2", "h3", "p"]).flatMap { $0.components(separatedBy: ". ") }
      .filter { $0.split(separator: " ").count > 20 }
  }

  /// What every page of the lab keeps.
  func expectRules(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(numbersWithoutCell == [], "\(headline) \(standfirst)", sourceLocation: sourceLocation)
    #expect(longSentences == [], sourceLocation: sourceLocation)
    let words = texts(of: ["h1", "h2", "h3", "p", "dd", "li", "td", "th"]).joined(separator: " ").lowercased()
    for word in ["because", "significant", "!", "proves"] {
      #expect(!words.contains(word), "\(word)", sourceLocation: sourceLocation)
    }
    for part in ["<script", "<b>", " style=\"", "http:", "https:", "\u{202E}"] {
      #expect(!html.contains(part), "\(part)", sourceLocation: sourceLocation)
    }
    #expect(html.utf8.count < 153_600, sourceLocation: sourceLocation)
  }
}
