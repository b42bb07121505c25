import Testing

@testable import Reporting

@Suite struct JSONTextTests {
  @Test func membersKeepTheirOrder() {
    let json = JSONText.object([("b", .integer(1)), ("a", .list([.number(0.5), .number(.nan), .null, .flag(true)]))])
    #expect(json.document == "{\n  \"b\": 1,\n  \"a\": [\n    0.5,\n    null,\n    null,\n    true\n  ]\n}\n")
  }

  @Test func numbersCarryNoNoiseOfSums() {
    #expect(JSONText.number(0.1 + 0.2).document == "0.3\n")
    #expect(JSONText.number(9920.775000000001).document == "9920.775\n")
    #expect(JSONText.number(1_000_000).document == "1000000\n")
  }

  @Test func textIsEscaped() {
    #expect(JSONText.text("\"\\\n\u{01}é").document == "\"\\\"\\\\\\n\\u0001é\"\n")
  }

  @Test func listsAndObjectsNest() {
    let inner = JSONText.object([
      ("empty", .list([])), ("none", .object([])), ("list", .list([.object([("x", .null)])])),
    ])
    #expect(
      JSONText.list([.integer(-1), inner]).document
        == """
        [
          -1,
          {
            "empty": [],
            "none": {},
            "list": [
              {
                "x": null
              }
            ]
          }
        ]

        """)
  }

  @Test func everyControlCharacterIsWrittenOut() {
    #expect(JSONText.text("a\tb\rc\u{7F}\u{1F}").document == "\"a\\tb\\rc\\u007f\\u001f\"\n")
    #expect(JSONText.object([("a\"b", .text("plain £"))]).document == "{\n  \"a\\\"b\": \"plain £\"\n}\n")
  }
}
