import Testing

struct FileSizesTests {
  @Test func filesStaySmall() {
    #expect(FileSizes.violations(in: SourceTree.swift) == [])
    // Not a fault: the question whether the file holds two things is for its next reader.
    for file in FileSizes.longFiles(in: SourceTree.swift) { print("long file: \(file)") }
  }

  private func file(lines: Int) -> SourceFile {
    SourceFile(path: "Sources/Analysis/A.swift", text: String(repeating: "let a = 1\n", count: lines))
  }

  @Test func aLongFileIsFound() {
    let short = [file(lines: 10), file(lines: 20)]
    #expect(FileSizes.violations(in: short + [file(lines: 600)]) == [])
    #expect(FileSizes.violations(in: short + [file(lines: 601)]).count == 1)
    #expect(FileSizes.longFiles(in: short + [file(lines: 401)]) == ["Sources/Analysis/A.swift: 401 lines"])
  }

  @Test func manyMiddlingFilesAreFound() {
    #expect(FileSizes.violations(in: [file(lines: 10), file(lines: 150), file(lines: 151)]).count == 1)
  }
}
