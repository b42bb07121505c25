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
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// One JSON object with sorted keys, for scripts.
  static func sayJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    say(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
