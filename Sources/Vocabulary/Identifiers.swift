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

/// A telephone number in the form by which persons are matched: its digits, with the country's where they are written.
package struct PhoneNumber: Hashable, Sendable {
  /// `+4915123456789` where the country is known, else the digits as written.
  package let normalized: String

  /// Nil unless there are 7 to 15 digits (E.164) and nothing else but blanks, `+ ( ) - . /` and a final extension
  /// ("ext. 12", "x12"), which is left out. The nought in `+49 (0)151` is not dialled and goes too.
  package init?(_ text: some StringProtocol) {
    var number = text.lowercased()
    if let extended = number.firstIndex(of: "x") {
      number.removeSubrange(extended...)
      if number.hasSuffix("e") { number.removeLast() }
    }
    number.replace("(0)", with: "")
    var digits = ""
    var isInternational = false
    for scalar in number.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case "+" where digits.isEmpty && !isInternational: isInternational = true
      // Typographic hyphens come in by word processors, the apostrophe by spreadsheets.
      case "(", ")", "-", ".", "/", "'", "\u{2010}", "\u{2011}", "\u{2013}": break
      default: guard scalar.properties.isWhitespace else { return nil }
      }
    }
    if !isInternational, digits.hasPrefix("00") {
      isInternational = true
      digits.removeFirst(2)
    }
    guard (7...15).contains(digits.count) else { return nil }
    normalized = isInternational ? "+" + digits : digits
  }

  /// Whether the country is part of it: without one the same digits may be two people's.
  package var isInternational: Bool { normalized.hasPrefix("+") }
}
