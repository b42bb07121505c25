/// An e-mail address in the form by which persons are matched: trimmed and in small letters.
/// Dots and `+tags` stay, because they tell apart real mailboxes at most providers.
package struct EmailAddress: Hashable, Sendable {
  package let normalized: String

  /// Nil unless there is exactly one `@` with text before it and a dotted name after it, without blanks.
  package init?(_ text: some StringProtocol) {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace || first == "'" { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    let trimmed = String(scalars)
    let parts = trimmed.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), parts[1].first != ".", parts[1].last != ".",
      !trimmed.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 || $0 == "," })
    else { return nil }
    normalized = trimmed.lowercased()
  }
}
