import Ingestion
import Testing
import Vocabulary

struct SevenBitTextTests {
  /// By Python: "Käse", "Öl" and a currency's sign in UTF-7.
  @Test func utf7IsRefusedByName() throws {
    let sample = try Sample("name,price\nK+AOQ-se,1 +IKw-\n+ANY-l,2 +IKw-\n")
    #expect("\(try #require(sample.failure()))".contains("text in UTF-7"))
    #expect(throws: IngestionError.self) { _ = try sample.export().rawRows(table: 1) { _ in } }
  }

  @Test(arguments: [
    "phone,name\n+491701234567,Ada\n+493012345678,Bob\n", "rule\n1+1-2\n+abcd-\n", "name\nC+AOQ-one alone\n",
    "sum\na+b\nc+d\n",
    "x\n1.250e+003 \n4.500e+002 \n7.125e+000 \n", "name\nGoogle+-\nA+-B\n",
    // By Python: runs that would be whole letters, were they not telephone numbers, and one with bits left over.
    "phone,name\n+19068311,Ada\n+87757335,Bob\n", "code\n+860 x\n+154 y\n", "name\n+abd x\n+abd y\n",
  ])
  func plusSignsOfOtherKinds(text: String) throws {
    var rows = 0
    _ = try Sample(text).export().rawRows(table: 1) { _ in rows += 1 }
    #expect(rows > 1)
  }
}
