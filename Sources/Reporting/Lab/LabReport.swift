import Charting

/// What one run on one plain table found, for a page of its own. Texts are escaped where they are written; names that
/// come from the data are to pass through `shown` first, and no identifier of a person belongs in any of them.
package struct LabReport: Sendable {
  package struct Fact: Sendable, Equatable {
    package let label: String
    package let value: String

    package init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  /// One question of the page with the figures that answer it.
  package struct Part: Sendable {
    package let heading: String
    package let exhibits: [Exhibit]

    package init(_ heading: String, _ exhibits: [Exhibit]) {
      self.heading = heading
      self.exhibits = exhibits
    }
  }

  package enum Exhibit: Sendable {
    case chart(any Chart, Width)
    case table(LabTableCard, Width)
  }

  /// Of twelve columns; all of them on a narrow page.
  package enum Width: String, Sendable {
    case full = "w12"
    case wide = "w7"
    case half = "w6"
    case narrow = "w5"
  }

  /// How it was worked out.
  package struct Method: Sendable {
    /// Model, paper, options, rows used and left out.
    package let points: [Fact]
    package let terms: [Fact]
    /// What was left out and why, and what else limits the figures.
    package let limits: [String]
    package let seed: UInt64
    /// Of the program.
    package let version: String

    package init(points: [Fact], terms: [Fact], limits: [String], seed: UInt64, version: String) {
      self.points = points
      self.terms = terms
      self.limits = limits
      self.seed = seed
      self.version = version
    }
  }

  /// The name of the table's file.
  package let table: String
  package let question: String
  /// The finding. Each number in it and in the sentences stands in a table of the page.
  package let headline: String
  package let sentences: [String]
  package let facts: [Fact]
  package let parts: [Part]
  package let method: Method

  package init(
    table: String, question: String, headline: String, sentences: [String], facts: [Fact], parts: [Part], method: Method
  ) {
    self.table = table
    self.question = question
    self.headline = headline
    self.sentences = sentences
    self.facts = facts
    self.parts = parts
    self.method = method
  }

  /// A name that comes from the data, without characters that control or reorder the text around it, and without
  /// e-mail addresses.
  package static func shown(_ name: String) -> String {
    guard name.contains("@") else { return Names.shown(name) }
    var text = ""
    for word in name.split(omittingEmptySubsequences: false, whereSeparator: { " =,;<>".contains($0) }) {
      let end = word.endIndex
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      text += parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") ? "(address)" : word
      if end < name.endIndex { text.append(name[end]) }
    }
    return Names.shown(text)
  }

  /// One self-contained page in UTF-8. The same report gives the same bytes.
  /// - Throws: `chart` where one was given values that it cannot draw: a fault of the program.
  package func render() throws(ReportingError) -> [UInt8] {
    let templates = try TemplateSet(overrides: [:])
    let brand = try Brand(name: "Fairlead")
    let page = Page(self, try LabView(self), brand: brand, templates: templates)
    return Array((templates.render(page, with: "page") + "\n").utf8)
  }
}
