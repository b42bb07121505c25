/// What a file is by its first bytes; its name only decides where they say nothing.
enum ContentKind: Equatable {
  case text
  case xml
  case json
  /// An Excel 2003 XML workbook.
  case spreadsheetML
  /// A report whose tables lie in XML, each in elements of its own.
  case analytics
  /// An HTML page, whatever its name.
  case page
  case gzip
  case bzip2
  case zip
  /// A known format that is not read, and what to do instead.
  case foreign(kind: String, advice: String)

  /// `prefix`: the first bytes, at least 4 KB where the file has as many.
  static func of(_ prefix: UnsafeBufferPointer<UInt8>, name: String) -> ContentKind {
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    // Some of them are zip archives.
    if let foreign = ForeignContent.of(ending: ending) { return foreign }
    if let packed = packing(prefix) { return packed }
    if let foreign = ForeignContent.of(prefix, ending: ending) { return foreign }
    let text = Array(
      prefix.lazy.filter { $0 != 0 }.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) }.prefix(4_096))
    let lower = String(decoding: text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    if let foreign = ForeignContent.of(text: lower, byteCount: prefix.count) { return foreign }
    if lower.first == "<" {
      if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .spreadsheetML }
      if lower.hasPrefix("<?xml") || lower.hasPrefix("<analyticsreport"), lower.contains("<analyticsreport") {
        return .analytics
      }
      let body = lower.hasPrefix("<!--") ? lower.dropFirst(4) : lower[...]
      if html.contains(where: { body.hasPrefix($0) }) || (lower.contains("<html") && !lower.hasPrefix("<?xml")) {
        return .page
      }
      return .xml
    }
    if looksLikeJSON(text) || (["json", "ndjson", "jsonl"].contains(ending) && !looksDelimited(text)) { return .json }
    if ending == "xml" { return .xml }
    if ["html", "htm"].contains(ending) { return .page }
    return .text
  }

  private static let html = [
    "<!doctype html", "<html", "<head", "<body", "<table", "<script", "<meta", "<title", "<div", "<p>",
  ]

  private static func looksLikeJSON(_ text: [UInt8]) -> Bool {
    guard let first = text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    // A cell may well begin with a bracket: `[248.128.0.1]`, `[SEARCH] Brand`.
    let next = text.dropFirst().first { $0 > 0x20 }
    return next.map { "\"{}[]".utf8.contains($0) } ?? true
  }

  /// A table under the name of JSON: the first two lines have the same marks between their cells.
  private static func looksDelimited(_ text: [UInt8]) -> Bool {
    let lines = text.split(separator: UInt8(ascii: "\n"), maxSplits: 2).prefix(2)
    guard lines.count == 2, let first = lines.first?.first, !"{[\"".utf8.contains(first) else { return false }
    return Dialect.delimiters.contains { mark in
      let counts = lines.map { line in line.count { $0 == mark } }
      return counts[0] > 0 && counts[0] == counts[1]
    }
  }

  private static func packing(_ prefix: UnsafeBufferPointer<UInt8>) -> ContentKind? {
    if prefix.starts(with: [0x1F, 0x8B]) { return .gzip }
    if prefix.starts(with: [0x50, 0x4B]), prefix.count > 3,
      [[3, 4], [5, 6], [7, 8]].contains([prefix[2], prefix[3]])
    {
      return .zip
    }
    // Three letters may begin a text too; the block size after them and a byte of the next mark do not.
    let isBzip2 = prefix.count < 5 || (0x31...0x39 ~= prefix[3] && [0x31, 0x17].contains(prefix[4]))
    return prefix.starts(with: Array("BZh".utf8)) && isBzip2 ? .bzip2 : nil
  }
}
