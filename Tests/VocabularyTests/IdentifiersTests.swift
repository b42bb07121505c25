import Testing
import Vocabulary

struct IdentifiersTests {
  @Test(arguments: [
    (" Ann.Lee+News@Example.ORG ", "ann.lee+news@example.org"), ("'x@y.example", "x@y.example"),
    ("\u{A0}x@y.example", "x@y.example"),
  ])
  func normalizes(text: String, expected: String) { #expect(EmailAddress(text)?.normalized == expected) }

  @Test(arguments: [
    "", "x", "x@y", "@y.example", "x@.example", "x@y.", "a@b@c.example", "a b@c.example", "a@c.example,",
  ])
  func refuses(text: String) { #expect(EmailAddress(text) == nil) }
}
