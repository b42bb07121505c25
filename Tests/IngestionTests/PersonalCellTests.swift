import Testing

@testable import Ingestion

struct PersonalCellTests {
  @Test(arguments: [
    "fcb67ef339b691956cc85fa12be6490c", "o2wjpPyUfzBfq9OSt9I2NQ==", "Q5+hDGVJvTBdAVfNDmoNzw==",
    "yyFrTbWxnSxiliuJBnxvHQ==",
  ])
  func digests(text: String) { #expect(PersonalCell.isPseudonym(text)) }

  /// An order at the till is no worse for it.
  @Test(arguments: ["n/a", "none", "-", "Walk-in", "KEINE", "null"])
  func noAddress(text: String) throws {
    let cells = CellBuffer()
    let address = try Array(text.utf8).withUnsafeBufferPointer { bytes in
      cells.lend(bytes, delimiter: UInt8(ascii: ","), readable: bytes.count)
      return try PersonalCell.email(RawRecord(line: 1, cells: cells, flaw: nil), 0, name: "Email")
    }
    #expect(address == nil)
  }

  /// What a person may have typed is none: it would be kept as an id.
  @Test(arguments: ["ann@example.org", "secret.person at example.org", "secretpersonatexampleorg", "12345", ""])
  func others(text: String) { #expect(!PersonalCell.isPseudonym(text)) }
}
