import Testing

struct NamingTests {
  @Test func namesSayWhatThingsAre() {
    #expect(Naming.violations(in: SourceTree.swift) == [])
  }

  @Test(arguments: [
    ("Sources/Modeling/MathUtils.swift", ""), ("Sources/Reporting/Common/Page.swift", ""),
    ("Sources/Analysis/Churn.swift", "struct ChurnManager {}"), ("Sources/Analysis/Churn.swift", "enum RowV2Reader {}"),
    ("Sources/Analysis/Churn.swift", "protocol BaseChart {}"),
  ])
  func anEmptyNameIsFound(path: String, text: String) {
    #expect(Naming.violations(in: [SourceFile(path: path, text: text)]).count == 1)
  }

  @Test func wordsInsideWordsAreNoNames() {
    let text = "struct Baseline {}\nstruct Database {}\nstruct Score {}\nstruct UncommonWord {}\n"
    #expect(Naming.violations(in: [SourceFile(path: "Sources/Analysis/Encore.swift", text: text)]) == [])
  }

  @Test func wordsBeginAtCapitals() {
    #expect(Naming.words(of: "RowV2Reader") == ["row", "v2", "reader"])
    #expect(Naming.words(of: "CSVReader+Core") == ["csv", "reader", "core"])
  }
}
