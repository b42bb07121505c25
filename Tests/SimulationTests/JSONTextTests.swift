import Testing

@testable import Simulation

@Suite struct JSONTextTests {
  @Test func writesEachKindOfValue() {
    let value = JSONValue.object([
      ("b", .array([.integer(1), .null, .bool(true)])), ("a", .string("q\"\\\n\u{1}é")), ("n", .number(-0.5)),
      ("p", .hundredths(-1_205)), ("e", .array([])),
    ])
    let text = String(decoding: JSONText.bytes(of: value, openLevels: 1), as: UTF8.self)
    #expect(
      text == """
        {
          "b": [1,null,true],
          "a": "q\\"\\\\\\n\\u0001é",
          "n": -0.5,
          "p": -12.05,
          "e": []
        }

        """)
  }
}
