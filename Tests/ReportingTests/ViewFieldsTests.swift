import Testing

@testable import Reporting

struct ViewFieldsTests {
  private struct Inner {
    let name: String
    let note: String?
  }

  private struct Outer {
    let title: String
    let note: String?
    let isOpen: Bool
    let count: Int
    let first: Inner
    let second: Inner?
    let third: Inner?
    let all: [Inner]
    let words: [String]
  }

  private let outer = Outer(
    title: "T", note: "outer", isOpen: true, count: 3, first: Inner(name: "one", note: nil),
    second: Inner(name: "two", note: "own"), third: nil,
    all: [Inner(name: "a", note: nil), Inner(name: "b", note: "n")], words: ["x", "y"])

  private func render(_ template: String) throws -> String {
    try TemplateSet(overrides: ["cell.mustache": Array(template.utf8)]).render(outer, with: "cell")
  }

  @Test func storedPropertiesAreRead() throws {
    #expect(try render("{{title}} {{count}} {{#isOpen}}open{{/isOpen}}{{^isOpen}}shut{{/isOpen}}") == "T 3 open")
    #expect(try render("{{#first}}{{name}}{{/first}} {{#second}}{{name}}{{/second}} {{first.name}}") == "one two one")
    #expect(try render("{{#all}}{{name}},{{/all}}{{#words}}{{.}}{{/words}}") == "a,b,xy")
    #expect(try render("{{#all}}{{title}}{{/all}} {{nothing}}") == "TT ")
  }

  /// A view without a note says nothing, whatever the view around it notes.
  @Test func whatIsNilEndsTheSearch() throws {
    #expect(try render("{{#first}}{{#note}}{{.}}{{/note}}{{^note}}none{{/note}}{{/first}}") == "none")
    #expect(try render("{{#all}}{{#note}}[{{.}}]{{/note}}{{/all}}") == "[n]")
    #expect(try render("{{#third}}there{{/third}}{{^third}}not there{{/third}}") == "not there")
    #expect(try render("{{#second}}{{#note}}{{.}}{{/note}}{{/second}}") == "own")
    #expect(try render("[{{third}}|{{{third}}}|{{#first}}{{note}}{{{note}}}{{/first}}]") == "[||]")
  }

  @Test func aCellWritesNothingForWhatItLacks() throws {
    let tags = Array("[{{detail}}{{{plot}}}{{tag}}{{number}}{{^detail}}none{{/detail}}]".utf8)
    #expect(try TemplateSet(overrides: ["cell.mustache": tags]).render(CellView("4"), with: "cell") == "[none]")
  }

  /// Between two tags of a page there is never what only a program says.
  @Test(arguments: Rendered.names)
  func noWordOfTheProgramStandsInAPage(_ name: String) throws {
    for (path, html) in try Rendered.pages(name) {
      for part in html.split(separator: "<") {
        let text = part.drop { $0 != ">" }.dropFirst().filter { !$0.isWhitespace }
        let rest = ["false", "true", "nil"].reduce(text) { $0.replacing($1, with: "") }
        #expect(text.isEmpty || !rest.isEmpty, "\(path): \(part)")
      }
    }
  }

  @Test func textsAndListsStayWhatTheyAre() {
    #expect(ViewFields.shown("a") as? String == "a")
    #expect(ViewFields.shown(Optional("a") as Any) as? String == "a")
    #expect(ViewFields.shown(Optional<String>.none as Any) is NothingView)
    #expect((ViewFields.shown([1, 2]) as? [Any])?.count == 2)
    #expect(ViewFields.shown(CellView("4")) is CellView)
  }
}
