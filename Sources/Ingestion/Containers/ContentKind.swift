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
    if let magic = magics.first(where: { starts(prefix, with: $0.bytes) }) {
      // Three letters may begin a text too; the block size after them and a byte of the next mark do not.
      let isBzip2 = prefix.count < 5 || (0x31...0x39 ~= prefix[3] && [0x31, 0x17].contains(prefix[4]))
      if magic.kind != .bzip2 || isBzip2 { return magic.kind }
    }
    if prefix.count > 262, starts(UnsafeBufferPointer(rebasing: prefix[257...]), with: Array("ustar".utf8)) {
      return .foreign(kind: "a tar archive", advice: "unpack it and hand over the exports")
    }
    let text = Array(
      prefix.lazy.filter { $0 != 0 }.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) }.prefix(4_096))
    let lower = String(decoding: text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
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

  private static let resave = "open it and save it as .xlsx without a password or as CSV UTF-8"

  private static let magics: [(bytes: [UInt8], kind: ContentKind)] = [
    ([0x1F, 0x8B], .gzip),
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip), ([0x50, 0x4B, 0x07, 0x08], .zip),
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      .foreign(kind: "an Excel 97 workbook (.xls) or a workbook with a password", advice: resave)
    ),
    ([0x09, 0x08, 0x10, 0x00], .foreign(kind: "an old Excel workbook", advice: resave)),
    ([0x09, 0x04, 0x06, 0x00], .foreign(kind: "an old Excel workbook", advice: resave)),
    ([0x09, 0x02, 0x06, 0x00], .foreign(kind: "an old Excel workbook", advice: resave)),
    (Array("BZh".utf8), .bzip2),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .foreign(kind: "an xz file", advice: "unpack it with unxz")),
    ([0x28, 0xB5, 0x2F, 0xFD], .foreign(kind: "a Zstandard file", advice: "unpack it with unzstd")),
    (
      [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
      .foreign(kind: "a 7z archive", advice: "unpack it and hand over the exports")
    ),
    (Array("Rar!".utf8), .foreign(kind: "a RAR archive", advice: "unpack it and hand over the exports")),
    (Array("%PDF".utf8), .foreign(kind: "a PDF document", advice: "export the report as CSV")),
    (Array("SQLite format 3".utf8), .foreign(kind: "an SQLite database", advice: "export its tables as CSV")),
    (Array("PAR1".utf8), .foreign(kind: "a Parquet file", advice: "export the report as CSV")),
    (Array("ARROW1".utf8), .foreign(kind: "an Arrow file", advice: "export the report as CSV")),
    (Array("Obj\u{1}".utf8), .foreign(kind: "an Avro file", advice: "export the report as CSV")),
    ([0x7F, 0x45, 0x4C, 0x46], .foreign(kind: "a program", advice: "hand over an export")),
    ([0x89, 0x50, 0x4E, 0x47], .foreign(kind: "an image", advice: "export the report as CSV")),
    ([0xFF, 0xD8, 0xFF], .foreign(kind: "an image", advice: "export the report as CSV")),
    (Array("GIF8".utf8), .foreign(kind: "an image", advice: "export the report as CSV")),
    (Array("{\\rtf".utf8), .foreign(kind: "a text document (RTF)", advice: "export the report as CSV")),
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

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with magic: [UInt8]) -> Bool {
    bytes.count >= magic.count && bytes.prefix(magic.count).elementsEqual(magic)
  }
}
