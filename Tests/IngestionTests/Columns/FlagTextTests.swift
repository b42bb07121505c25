import Testing

@testable import Ingestion

struct FlagTextTests {
  @Test(arguments: [("TRUE", true), ("1", true), ("Ja", true), ("false", false), ("0", false), (" No ", false)])
  func words(text: String, value: Bool) { #expect(FlagText.value(text) == value) }

  @Test(arguments: ["", "perhaps", "2"]) func otherWordsSayNothing(text: String) {
    #expect(FlagText.value(text) == nil)
  }
}
