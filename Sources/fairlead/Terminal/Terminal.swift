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
}
