/// The last 64 KB of a page, by which one sees whether it was cut in a table.
struct PageEnd {
  private static let depth = 1 << 16
  private var bytes: [UInt8] = []

  mutating func add(_ chunk: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: chunk.suffix(PageEnd.depth))
    bytes.removeFirst(max(0, bytes.count - PageEnd.depth))
  }

  /// Whether the page ends in its last row or right behind it. Pages may leave out the end of a row, and few the end of
  /// a table.
  var isInRows: Bool {
    let tags = String(decoding: bytes, as: UTF8.self).lowercased().split(separator: "<")
    guard let row = tags.lastIndex(where: { $0.prefix(while: \.isLetter) == "tr" }) else { return false }
    let rest = tags[row...]
    guard !rest.contains(where: { tag in ["/table", "/body", "/html"].contains { tag.hasPrefix($0) } }) else {
      return false
    }
    guard let end = rest.lastIndex(where: { $0.hasPrefix("/tr") }) else { return true }
    return end == rest.endIndex - 1 && rest[end].drop { $0 != ">" }.dropFirst().allSatisfy(\.isWhitespace)
  }
}
