import Testing

@testable import Simulation

@Suite struct JSONTextTests {
  private func written(_ value: JSONValue, openLevels: Int = 1) throws -> String {
    var bytes: [UInt8] = []
    try JSONText.write(value, openLevels: openLevels) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func aSequenceIsWrittenAsItsArray() throws {
    let values = (0..<30_000).map { JSONValue.object([("n", .integer($0))]) }
    for some in [values, [], [.null]] {
      let array = try written(.object([("a", .array(some))]), openLevels: 2)
      #expect(try written(.object([("a", .sequence { give in try some.forEach(give) })]), openLevels: 2) == array)
    }
  }

  @Test func writesEachKindOfValue() throws {
    let value = JSONValue.object([
      ("b", .array([.integer(1), .null, .bool(true)])), ("a", .string("q\"\\\n\u{1}é")), ("n", .number(-0.5)),
      ("p", .hundredths(-1_205)), ("e", .array([])),
    ])
    let text = try written(value)
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
