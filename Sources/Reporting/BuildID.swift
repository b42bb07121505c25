/// A name for what went into a report: the same inputs, settings and program give the same one.
package enum BuildID {
  /// Twelve letters and figures of SHA-256 over the parts, which are kept apart.
  package static func of(_ parts: [String]) -> String {
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")
    return String(Digest.base64(of: text).lowercased().filter { $0.isLetter || $0.isNumber }.prefix(12))
  }
}
