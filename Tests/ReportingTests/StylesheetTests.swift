import Testing

@testable import Reporting

@Suite struct StylesheetTests {
  @Test("FIPS 180-2: SHA-256 of abc, in base 64")
  func digest() { #expect(Digest.base64(of: "abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=") }

  @Test func commentsAndBlanksGo() {
    #expect(Stylesheet.condensed("/* a */\na,\nb {\n  c: d\n    e;\n}\n\n/* z */") == "a,b {c: d e;}\n")
  }

  @Test func nothingEndsTheString() {
    #expect(Stylesheet.quoted("a\"</style>\\\n") == "a\\22 \\3c /style\\3e \\5c \\a ")
  }
}
