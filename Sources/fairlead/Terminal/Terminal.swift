import Foundation
import Glibc

/// Where words for people go: results to standard output, everything else to standard error.
enum Terminal {
  static var showsProgressBar: Bool { isatty(STDERR_FILENO) == 1 }

  static func say(_ line: String) {
    write(line + "\n", to: STDOUT_FILENO)
  }

  static func complain(_ line: String) {
    write(
      "fairlead: " + line.split(separator: "\n").map { shown($0) }.joined(separator: "\n") + "\n", to: STDERR_FILENO)
  }

  /// A file's name is input too: no control character of its own reaches a terminal.
  static func shown(_ text: some StringProtocol) -> String {
    String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0) })
  }

  static func remark(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { all in
      var rest = all[...]
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        guard written > 0 else { return }
        rest = rest.dropFirst(written)
      }
    }
  }

  /// One JSON object with sorted keys, for scripts.
  static func sayJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    say(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// The same bytes where one of the object's arrays, given apart and left empty in it, is too long to be held as text.
  static func sayJSON<Element: Encodable>(_ value: some Encodable, with elements: [Element], as key: String) throws {
    for piece in try jsonPieces(value, with: elements, as: key) { write(Array(try piece().utf8), to: 1) }
  }

  /// Made one after another: what stands before the array, its elements some thousand at a time, and what follows it.
  static func jsonPieces<Element: Encodable>(
    _ value: some Encodable, with elements: [Element], as key: String
  ) throws -> [() throws -> String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let whole = String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    let empty = "\n  \"\(key)\" : [\n\n  ]"
    guard !elements.isEmpty, let place = whole.range(of: empty) else { return [{ whole }] }
    let size = 4_096
    let parts = stride(from: 0, to: elements.count, by: size).map { start in
      {
        let part = Array(elements[start..<min(start + size, elements.count)])
        // Within the brackets and their line ends, two blanks further in.
        let lines = String(decoding: try encoder.encode(part), as: UTF8.self).dropFirst(2).dropLast(2)
        let isLast = start + size >= elements.count
        return "  " + lines.replacing("\n", with: "\n  ") + (isLast ? "" : ",\n")
      }
    }
    let head = whole[..<place.lowerBound] + "\n  \"\(key)\" : [\n"
    let tail = "\n  ]" + whole[place.upperBound...]
    return [{ String(head) }] + parts + [{ tail }]
  }
}
