import Testing

@testable import Ingestion

/// Ten thousand documents, written in every way that RFC 8259 allows, come out as they were meant.
struct JSONPropertyTests {
  private indirect enum Value {
    /// As it is written, and as a cell.
    case scalar(String, cell: String)
    case object([(name: String, value: Value)])
    case array([Value])
    case parameters([(key: String, type: String, value: String)])
  }

  private static let alphabet = [
    "a", "B", "7", " ", "é", "日", "😹", "\"", "\\", "/", "\n", "\t", "\r", "\u{8}", "\u{1F}", "{", "]", ":", ",", "_",
  ]

  private static func quoted(_ text: String, _ generator: inout CaseGenerator) -> String {
    "\""
      + text.unicodeScalars.map { scalar in
        let unit = { (value: UInt16) in
          let figures = String(value, radix: 16)
          return "\\u" + String(repeating: "0", count: 4 - figures.count) + figures
        }
        let isShort = generator.chance(2)
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n" where isShort: return "\\n"
        case "\r" where isShort: return "\\r"
        case "\t" where isShort: return "\\t"
        case "\u{8}" where isShort: return "\\b"
        case "/" where isShort: return "\\/"
        default:
          let mustEscape = scalar.value < 0x20
          return mustEscape || generator.chance(5) ? String(scalar).utf16.map(unit).joined() : String(scalar)
        }
      }.joined() + "\""
  }

  private static func scalar(_ generator: inout CaseGenerator) -> Value {
    switch generator.below(6) {
    case 0: return .scalar("null", cell: "")
    case 1:
      let word = generator.pick(["true", "false"])
      return .scalar(word, cell: word)
    case 2:
      let number = generator.pick([
        "0", "-0", "1.50", "1e5", "-2.5E-10", "9007199254740993", "0.1", "12345678901234567890",
      ])
      return .scalar(number, cell: number)
    default:
      let text = generator.text(alphabet, upTo: 8)
      return .scalar(quoted(text, &generator), cell: text)
    }
  }

  private static func value(_ depth: Int, _ generator: inout CaseGenerator) -> Value {
    guard depth > 0, generator.chance(3) else { return scalar(&generator) }
    switch generator.below(3) {
    case 0: return .array((0..<generator.below(3)).map { _ in value(depth - 1, &generator) })
    case 1: return object(depth - 1, &generator)
    default:
      let keys = Set((0...generator.below(3)).map { _ in "k\(generator.below(5))" }).sorted()
      return .parameters(
        keys.map { ($0, generator.pick(["string_value", "int_value"]), generator.text(["x", "y", "é"], upTo: 3)) })
    }
  }

  private static func object(_ depth: Int, _ generator: inout CaseGenerator) -> Value {
    let names = ["a", "b", "c.d", "é", "key", "2026", " "].filter { _ in generator.chance(2) }
    return .object(names.map { ($0, value(depth, &generator)) })
  }

  private static func write(_ value: Value, _ blank: () -> String, _ generator: inout CaseGenerator) -> String {
    switch value {
    case .scalar(let text, _): return text
    case .array(let values):
      let parts = values.map { blank() + write($0, blank, &generator) + blank() }
      return "[" + (parts.isEmpty ? blank() : parts.joined(separator: ",")) + "]"
    case .object(let members):
      let parts = members.map {
        blank() + quoted($0.name, &generator) + blank() + ":" + blank() + write($0.value, blank, &generator) + blank()
      }
      return "{" + (parts.isEmpty ? blank() : parts.joined(separator: ",")) + "}"
    case .parameters(let list):
      let parts = list.map { item in
        let null = generator.chance(3) ? "\"float_value\":null," : ""
        let value = "{\(null)\"\(item.type)\":\(quoted(item.value, &generator))}"
        return "{" + blank() + "\"key\":\"\(item.key)\"," + blank() + "\"value\":" + value + "}"
      }
      return "[" + parts.joined(separator: ",") + "]"
    }
  }

  /// The cells of a value, worked out from the value and not from its text.
  private static func cells(_ value: Value, _ path: String) -> [(name: String, cell: String)] {
    let inside = { (name: String) in path.isEmpty ? name : path + "." + name }
    switch value {
    case .scalar(_, let cell): return [(path, cell)]
    case .array(let values): return values.enumerated().flatMap { cells($1, inside("\($0)")) }
    case .object(let members): return members.flatMap { cells($0.value, inside($0.name)) }
    case .parameters(let list): return list.map { (inside($0.key), $0.value) }
    }
  }

  @Test func whatIsWrittenComesOutAgain() throws {
    for seed in 0..<10_000 {
      var generator = CaseGenerator(seed: UInt64(seed))
      let records = (0..<(1 + generator.below(4))).map { _ in Self.object(2, &generator) }
      let shape = generator.pick([JSONShape.lines, .array, .member(["x", "rows"]), .periods])
      let end = generator.pick(["\n", "\r\n", "\r"])
      let blanks = shape == .lines ? ["", "", " ", "\t"] : ["", "", " ", "\t", end, end + "  "]
      var blankGenerator = CaseGenerator(seed: UInt64(seed) ^ 0xFFFF)
      let blank = { blankGenerator.pick(blanks) }
      let texts = records.map { Self.write($0, blank, &generator) }
      let first = generator.below(texts.count + 1)
      let text =
        switch shape {
        case .lines: texts.joined(separator: end) + (generator.chance(2) ? end : "")
        case .array: blank() + "[" + texts.joined(separator: "," + blank()) + "]" + blank()
        case .member:
          "{\"m\":[1],\"x\":{\"n\":{\"rows\":2},\"rows\":[" + texts.joined(separator: ",") + "]}," + blank()
            + "\"o\":{}}"
        case .periods:
          "{\"2026-01\":[" + texts.prefix(first).joined(separator: blank() + ",") + "],\"2026-02\":["
            + texts.dropFirst(first).joined(separator: ",") + "],\"2026-03\":[]}"
        case .single: ""
        }
      let written = WrittenText(text, &generator)
      let lexer = JSONLexer(try written.source(), file: "case", markLength: written.markLength, limits: .standard)
      let reader = JSONReader(lexer, file: "case", shape: shape, limits: .standard)
      var found: [[String]] = []
      while try reader.next() {
        guard reader.record.flaw == nil else { break }
        found.append(reader.record.texts)
      }
      var names: [String] = []
      var expected: [[String]] = []
      for (number, record) in records.enumerated() {
        var row: [String] = []
        let period = number < first ? "2026-01" : "2026-02"
        for (name, cell) in (shape == .periods ? [("@date", period)] : []) + Self.cells(record, "") {
          if !names.contains(name) { names.append(name) }
          let place = names.firstIndex(of: name) ?? 0
          while row.count <= place { row.append("") }
          row[place] = cell
        }
        expected.append(row)
      }
      guard found == expected, reader.columns == names else {
        let way = "seed \(seed), \(shape), \(written.encoding), pieces of \(written.chunkBytes)"
        Issue.record("\(way): \(found), not \(expected): \(text.debugDescription)")
        return
      }
    }
  }

  /// One byte less, or another one, and a document is refused or reads as something: it never ends in a trap.
  @Test func damageNeverTraps() throws {
    for seed in 0..<10_000 {
      var generator = CaseGenerator(seed: UInt64(seed))
      let texts = (0..<(1 + generator.below(3))).map { _ in
        Self.write(Self.object(2, &generator), { "" }, &generator)
      }
      var bytes = Array((seed % 2 == 0 ? "[" + texts.joined(separator: ",") + "]" : texts.joined(separator: "\n")).utf8)
      for _ in 0...generator.below(3) where bytes.count > 1 {
        let place = generator.below(bytes.count)
        if generator.chance(2) { bytes.remove(at: place) } else { bytes[place] = UInt8(generator.below(256)) }
      }
      func lexer() throws -> JSONLexer {
        let source = try TextSource(
          MemoryBytes(bytes), name: "case", encoding: .utf8, markLength: 0, bufferBytes: 8 + generator.below(60))
        return JSONLexer(source, file: "case", markLength: 0, limits: .standard)
      }
      do {
        let shape = try JSONShape.of(try lexer(), isLinewise: false, limits: .standard).shape
        let reader = JSONReader(try lexer(), file: "case", shape: shape, limits: .standard)
        while try reader.next() {}
      } catch {
        #expect("\(error)".contains("; expected "), "seed \(seed): \(error)")
      }
    }
  }
}
