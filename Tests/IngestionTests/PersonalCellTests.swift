import Testing

@testable import Ingestion

struct PersonalCellTests {
  @Test(arguments: [
    "fcb67ef339b691956cc85fa12be6490c", "o2wjpPyUfzBfq9OSt9I2NQ==", "Q5+hDGVJvTBdAVfNDmoNzw==",
    "yyFrTbWxnSxiliuJBnxvHQ==",
  ])
  func digests(text: String) { #expect(PersonalCell.isPseudonym(text)) }

  /// What a person may have typed is none: it would be kept as an id.
  @Test(arguments: ["ann@example.org", "secret.person at example.org", "secretpersonatexampleorg", "12345", ""])
  func others(text: String) { #expect(!PersonalCell.isPseudonym(text)) }
}
