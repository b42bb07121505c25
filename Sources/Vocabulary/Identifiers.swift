/// An e-mail address in the form by which persons are matched: trimmed and in small letters.
/// Dots and `+tags` stay, because they tell apart real mailboxes at most providers.
package struct EmailAddress: Hashable, Sendable {
  package let normalized: String

  /// Nil unless there is exactly one `@` with text before it and a dotted name after it, without blanks. What people and
  /// programs write around an address is no part of it: `Anna Berg <a@b.co>`, `mailto:a@b.co`, `"a@b.co";`.
  package init?(_ text: some StringProtocol) {
    var scalars = Substring(text).unicodeScalars
    if let open = scalars.lastIndex(of: "<"), let close = scalars[open...].firstIndex(of: ">") {
      scalars = scalars[scalars.index(after: open)..<close]
    }
    while let first = scalars.first, EmailAddress.isAround(first) { scalars.removeFirst() }
    while let last = scalars.last, EmailAddress.isAround(last) || last == "." { scalars.removeLast() }
    var trimmed = String(scalars)
    if trimmed.lowercased().hasPrefix("mailto:") {
      trimmed = String(trimmed.dropFirst("mailto:".count).prefix { $0 != "?" })
    }
    let parts = trimmed.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), parts[1].first != ".", parts[1].last != ".",
      !trimmed.unicodeScalars.contains(where: {
        $0.properties.isWhitespace || $0.value < 0x20 || ",;<>\"".unicodeScalars.contains($0)
      })
    else { return nil }
    normalized = trimmed.lowercased()
  }

  private static func isAround(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "'\"‘’‚“”„«»;,()".unicodeScalars.contains(scalar)
  }
}

/// A telephone number in the form by which persons are matched: its digits, with the country's where they are written.
package struct PhoneNumber: Hashable, Sendable {
  /// `+4915123456789` where the country is known, else the digits as written.
  package let normalized: String

  /// Nil unless there are 7 to 15 digits (E.164) and nothing else but blanks and `+ ( ) - . /`. So a number with an
  /// extension ("ext. 12", "x12", "Durchwahl 12", "#12") is none: it is a switchboard's, and those behind it are many.
  /// The nought in `+49 (0)151` is not dialled and goes, and so does the fraction of `447700900801.0`, as programs
  /// write a column of numbers. Nil too for what is typed where none is known: one figure over and over, or the figures
  /// in their order, also behind the country's code and noughts.
  package init?(_ text: some StringProtocol) {
    var number = text.lowercased()
    if number.hasPrefix("tel:") { number.removeFirst("tel:".count) }
    if number.hasSuffix(".0"), number.dropLast(2).allSatisfy({ $0.isASCII && $0.isNumber }) { number.removeLast(2) }
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
      // Australians dial 0011; no country's code begins with 11.
      digits.removeFirst(digits.hasPrefix("0011") ? 4 : 2)
    }
    guard (7...15).contains(digits.count), !PhoneNumber.isFiller(digits),
      !PhoneNumber.isFillerBehind(isInternational ? PhoneNumber.countryCodeLength(digits) : 0, digits)
    else { return nil }
    normalized = isInternational ? "+" + digits : digits
  }

  private static func isFiller(_ digits: String) -> Bool {
    digits.allSatisfy { $0 == digits.first } || digits.hasSuffix("00000000")
      || ["01234567890", "9876543210"].contains { $0.contains(digits) }
  }

  /// Of what is left, the figures in their order count from 1 on, or down to the end: Oslo has 23 45 67 89 and Aalborg
  /// 98 76 54 32. Fewer than seven figures are an area's or a switchboard's.
  private static func isFillerBehind(_ code: Int, _ digits: String) -> Bool {
    let behind = digits.dropFirst(code)
    return [behind, behind.drop { $0 == "0" }].contains { number in
      number.count >= 7
        && (number.allSatisfy { $0 == number.first } || "1234567890".hasPrefix(number)
          || ["987654321", "9876543210"].contains(number))
    }
  }

  /// One figure in North America and around Russia, three where a zone was shared out among small countries, else two
  /// (ITU-T E.164, list of assigned codes).
  private static func countryCodeLength(_ digits: String) -> Int {
    if digits.hasPrefix("1") || digits.hasPrefix("7") { return 1 }
    return sharedZones.contains(digits.prefix(2)) ? 3 : 2
  }

  private static let sharedZones: Set<Substring> = [
    "21", "22", "23", "24", "25", "26", "29", "35", "37", "38", "42", "50", "59", "67", "68", "69", "80", "85", "87",
    "88", "96", "97", "99",
  ]

  /// Whether the country is part of it: without one the same digits may be two people's.
  package var isInternational: Bool { normalized.hasPrefix("+") }
}
