import Testing

@testable import Ingestion

struct NullWordCountTests {
  private func words(_ rows: [String], isOfAnswers: Bool = false) -> NullWords {
    var count = NullWordCount()
    let cells = CellBuffer()
    for row in rows {
      Array(row.utf8).withUnsafeBufferPointer { bytes in
        cells.lend(bytes, delimiter: UInt8(ascii: ","), readable: bytes.count)
        count.add(RawRecord(line: 1, cells: cells, flaw: nil))
      }
    }
    return count.words(isOfAnswers: isOfAnswers)
  }

  private func note(_ words: String) -> [String] { ["its cells \(words) are taken for empty ones"] }

  @Test(arguments: ["NULL", "null", "NaN", "nan", "\\N", "(null)", "<NA>"])
  func aWordThatIsNothingElse(word: String) {
    #expect(words(["a,\(word)", "b,\(word)", "c,d"]).notes == note("\"\(word)\""))
    #expect(words(["a,\(word),\(word)"]).notes == note("\"\(word)\""))
    // Once in a column is somebody's name.
    #expect(words(["a,\(word)", "b,c"]).isEmpty)
  }

  /// In one column a twentieth of the rows must hold it: two of 40 do, two of 41 do not. Beside another column two rows do.
  @Test func aNameInFewRowsStays() {
    func rows(_ count: Int) -> [String] { Array(repeating: "a,b", count: count) }
    #expect(words(["x,nan", "y,nan"] + rows(38)).notes == note("\"nan\""))
    #expect(words(["x,nan", "y,nan"] + rows(39)).isEmpty)
    #expect(words(["nan,nan"] + rows(39)).isEmpty)
    #expect(words(["x,nan", "nan,nan"] + rows(39)).notes == note("\"nan\""))
  }

  @Test(arguments: ["None", "N/A", "n/a"])
  func aWordThatMayBeAValue(word: String) {
    #expect(words(["a,\(word),\(word)", "b,\(word),d"]).notes == note("\"\(word)\""))
    #expect(words(["a,\(word)", "b,\(word)"]).isEmpty)
    // Who leaves cells empty, or answers a question, means it.
    #expect(words(["a,\(word),\(word)", "b,\(word),"]).isEmpty)
    #expect(words(["a,\(word),\(word)", "b,\(word),d"], isOfAnswers: true).isEmpty)
  }

  @Test func otherWordsAreNone() {
    for word in ["Null", "NAN", "NA", "none", "NULLS", " NULL", "", "0", "--", "nana", "N", "NULL NULL"] {
      #expect(words(["\(word),\(word)", "\(word),\(word)"]).isEmpty)
    }
  }

  @Test func severalWords() {
    #expect(words(["NULL,nan", "nan,NULL", "NULL,nan"]).notes == note("\"NULL\" and \"nan\""))
  }
}
