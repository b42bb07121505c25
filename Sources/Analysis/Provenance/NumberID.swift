import Foundation

/// The name of one number of a report, such as `channels.paid-search.spend`: the page, what it is about, the measure.
///
/// It depends on nothing but what the number is of, so that it is the same in every week's report.
package struct NumberID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ text: String) { description = text }

  /// - Parameter parts: each of letters, digits, `-` and `_`; see `part`.
  init(_ parts: [String]) { description = parts.joined(separator: ".") }

  package static func < (left: NumberID, right: NumberID) -> Bool { left.description < right.description }

  static let longestPart = 40

  /// A name as one part: small letters and digits stay, blanks become `-`. A name of which anything else had to go
  /// ends in four figures of its digest, so that no two names become one id.
  static func part(_ name: String) -> String {
    let plain = name.precomposedStringWithCanonicalMapping.lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var text = ""
    var isWhole = !plain.isEmpty && plain.count <= longestPart
    for character in plain.prefix(longestPart) {
      if character == "_" || (character.isLetter || character.isNumber) {
        text.append(character)
      } else {
        if text.last != "-" { text.append("-") }
        if character != " " { isWhole = false }
      }
    }
    while text.last == "-" { text.removeLast() }
    while text.first == "-" { text.removeFirst() }
    if isWhole { return text }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in plain.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    let digits = String((hash ^ hash >> 32) & 0xffff, radix: 16)
    return [text, String(repeating: "0", count: 4 - digits.count) + digits].filter { !$0.isEmpty }
      .joined(separator: "-")
  }

  /// `paidSearch` as `paid-search`.
  static func part(token: String) -> String {
    var text = ""
    for character in token {
      if character.isUppercase, !text.isEmpty { text += "-" }
      text += character.lowercased()
    }
    return text
  }

  /// The ids that are most like a wrong one: fewest letters to change, among those that share its beginning first.
  package static func near(_ text: String, among known: [NumberID], most: Int = 5) -> [NumberID] {
    let asked = Array(text.lowercased().utf8)
    let ranked = known.map { id -> (distance: Int, id: NumberID) in
      let isPart = !text.isEmpty && id.description.contains(text.lowercased())
      return (isPart ? -1 : distance(asked, Array(id.description.utf8)), id)
    }
    return ranked.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.prefix(most).map(\.id)
  }

  /// Letters to insert, delete or exchange (Levenshtein). O(length²).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, corner + (letter == other ? 0 : 1))
        corner = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }
}
