import Testing

struct ForbiddenCodeTests {
  @Test func theSourcesKeepTheRules() {
    #expect(ForbiddenCode.violations(in: SourceTree.sources) == [])
  }

  @Test func nobodyLeftANoteToThemselves() {
    #expect(ForbiddenCode.leftovers(in: SourceTree.swift) == [])
  }

  @Test(arguments: [
    "let a = try! read()", "let b = c as! Int", "print(total)", "let now = Date()", "ProcessInfo.processInfo",
    "getenv(name)", "public struct A {}", "items.shuffled()", "let id = UUID().uuidString", "Int(time(nil))",
  ])
  func refusedCodeIsFound(line: String) {
    let file = SourceFile(path: "Sources/Analysis/A.swift", text: "import Vocabulary\n" + line + "\n")
    #expect(ForbiddenCode.violations(in: [file]).count == 1)
    #expect(ForbiddenCode.violations(in: [file]).first?.hasPrefix("Sources/Analysis/A.swift:2: ") == true)
  }

  @Test(arguments: [
    "// print(total) and Date()", "let text = \"print(total) as! Date()\"", "reprint(total)", "page.print(total)",
    "UpdateDate()", "case republic", "items.shuffled(using: &generator)",
  ])
  func innocentCodeIsNot(line: String) {
    #expect(ForbiddenCode.violations(in: [SourceFile(path: "Sources/Analysis/A.swift", text: line)]) == [])
  }

  @Test func theToolMayPrintAndReadTheClock() {
    let text = "print(Date())\nlet a = try! read()\n"
    let found = ForbiddenCode.violations(in: [SourceFile(path: "Sources/fairlead/A.swift", text: text)])
    #expect(found == ["Sources/fairlead/A.swift:2: try!"])
  }

  @Test func aNoteInACommentIsFound() {
    let note = "// TO" + "DO: later\nlet fixmeter = 1\n"
    #expect(ForbiddenCode.leftovers(in: [SourceFile(path: "Sources/Analysis/A.swift", text: note)]).count == 1)
  }
}
