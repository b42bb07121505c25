import Foundation
import Ingestion
import Testing
import Vocabulary

/// The real delimited exports as marketers' tools would save them again: each must be the same report with the same
/// figures.
@Suite(.enabled(if: Shared.isPresent, "needs the shared collection"))
struct ExportVariantsTests {
  private static let folder = Shared.root + "/exports/"

  /// Read at most so many records of a file: what a spreadsheet changes shows in the first of them.
  private static let sampledRows = 80

  private static let files: [String] = {
    guard Shared.isPresent else { return [] }
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0.hasSuffix(".csv") && !$0.hasPrefix("csv-encodings/") }.sorted()
  }()

  /// Of which another order of the columns says something else.
  private static let bound = ["search-console/Filters.csv"]

  /// Known by nothing but the set of their columns.
  private static let closed = [
    "google-ads/ptBR_overview_serie_temporal.csv", "youtube-studio/Chart_data.csv", "youtube-studio/Totals.csv",
  ]

  @Test func theCollectionIsThere() throws {
    let known = Self.files.count { (try? Self.export($0).recognise()) != nil }
    #expect(known >= 100)
  }

  @Test(arguments: files)
  func savedAgainItIsTheSameReport(name: String) throws {
    let export = try Self.export(name)
    guard let recognition = try? export.recognise(), recognition.dialect.hasPrefix("delimiter: ") else { return }
    let rows = try Self.rows(name, recognition)
    let leaf = String(name.split(separator: "/").last ?? "")
    let plain = Self.delimited(rows, ",")
    let reference = try Outcome(Sample(plain, name: leaf))
    #expect(reference.format == recognition.format, "\(name)")

    let width = rows.map(\.count).max() ?? 0
    let padded = rows.map { $0 + Array(repeating: "", count: width - $0.count) }
    let stem = leaf.dropLast(".csv".count)
    var variants: [(String, Sample)] = [
      ("UTF-16, tab", try Sample(Self.utf16(Self.delimited(rows, "\t", end: "\r\n")), name: leaf)),
      ("byte order mark", try Sample("\u{FEFF}" + plain, name: leaf)),
      ("semicolon", try Sample(Self.delimited(rows, ";"), name: leaf)),
      ("sep= line", try Sample("sep=;\r\n" + Self.delimited(rows, ";", end: "\r\n"), name: leaf)),
      ("CRLF", try Sample(Self.delimited(rows, ",", end: "\r\n"), name: leaf)),
      ("all quoted", try Sample(Self.delimited(rows, ",", quotesAll: true), name: leaf)),
      ("blank line at the end", try Sample(plain + "\n", name: leaf)),
      (
        "line of empty cells at the end",
        try Sample(plain + String(repeating: ",", count: width - 1) + "\n", name: leaf)
      ),
      ("padded lines", try Sample(Self.delimited(padded, ","), name: leaf)),
      ("gzip", try Sample(Self.gzip(Array(plain.utf8)), name: leaf + ".gz")),
      ("zip", try Sample(StoredZip.bytes([(name: leaf, text: plain)]), name: "Neuer Ordner (1).zip")),
      ("workbook", try Self.workbook(rows).sample(stem + ".xlsx")),
      (
        "workbook in gzip",
        try Sample(Self.gzip(StoredZip.bytes(Self.workbook(rows).parts)), name: stem + ".xlsx.gz")
      ),
      ("name", try Sample(plain, name: "Übersicht März – " + leaf)),
    ]
    if let start = Self.headerRow(rows, recognition), !Self.bound.contains(name) {
      let turned = rows[..<start] + rows[start...].map { $0.count == rows[start].count ? $0.reversed() : $0 }
      variants.append(("columns turned round", try Sample(Self.delimited(Array(turned), ","), name: leaf)))
      let loud = rows[..<start] + [rows[start].map { $0.uppercased() }] + rows[(start + 1)...]
      variants.append(("capitals", try Sample(Self.delimited(Array(loud), ","), name: leaf)))
      let soft = rows[..<start] + [rows[start].map { $0.lowercased() }] + rows[(start + 1)...]
      variants.append(("small letters", try Sample(Self.delimited(Array(soft), ","), name: leaf)))
      if !Self.closed.contains(name) {
        let width = rows[start].count
        let spare = rows.enumerated().map { $1.count < width ? $1 : $1 + [$0 == start ? "Our remark" : "seen"] }
        let front = rows.enumerated().map { $1.count < width ? $1 : [$0 == start ? "Our remark" : "seen"] + $1 }
        variants.append(("a column more", try Sample(Self.delimited(spare, ","), name: leaf)))
        variants.append(("a column more in front", try Sample(Self.delimited(front, ","), name: leaf)))
      }
    }
    for (variant, sample) in variants {
      let outcome = Result { try Outcome(sample) }
      guard case .success(let found) = outcome else {
        Issue.record("\(name), \(variant): \(outcome)")
        continue
      }
      #expect(found == reference, "\(name), \(variant)")
    }
  }
}

extension ExportVariantsTests {
  /// What must not hang on how a table was saved.
  private struct Outcome: Equatable {
    let format: String
    let totals: [TotalMetric: Int64]
    let facts: Int
    let rejected: Int
    let window: DateWindow?
    let currency: Currency?

    init(_ sample: Sample) throws {
      let reading = try sample.read()
      format = reading.recognition.format
      totals = reading.summary.totals
      facts = reading.factLines.count
      rejected = reading.summary.rowsRejected
      window = reading.recognition.window
      currency = reading.recognition.currency
    }
  }

  private static func export(_ name: String) throws -> Export {
    try #require(try ExportOpener.open(path: folder + name, options: ReadOptions()).first)
  }

  /// The file's own records, by the rules of RFC 4180.
  private static func rows(_ name: String, _ recognition: Recognition) throws -> [[String]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + name)).prefix(400_000)
    let isWide = data.starts(with: [0xFF, 0xFE])
    let text = isWide ? String(data: data, encoding: .utf16) : String(decoding: data, as: UTF8.self)
    let delimiters: [String: UInt8] = ["comma": 0x2C, "tab": 0x09, "semicolon": 0x3B]
    let delimiter = delimiters.first { recognition.dialect.hasPrefix("delimiter: " + $0.key) }?.value
    var bytes = Array(try #require(text).utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count, rows.count < sampledRows {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x22 where isQuoted && index < bytes.count && bytes[index] == 0x22:
        cell.append(byte)
        index += 1
      case 0x22 where isQuoted || cell.isEmpty: isQuoted.toggle()
      case try #require(delimiter) where !isQuoted:
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case 0x0A where !isQuoted:
        if cell.last == 0x0D { cell.removeLast() }
        rows.append(row + [String(decoding: cell, as: UTF8.self)])
        (row, cell) = ([], [])
      default: cell.append(byte)
      }
    }
    if rows.count < sampledRows, !cell.isEmpty || !row.isEmpty {
      rows.append(row + [String(decoding: cell, as: UTF8.self)])
    }
    return rows
  }

  /// The only header's place; nil where there are several tables or lines of other widths below it.
  private static func headerRow(_ rows: [[String]], _ recognition: Recognition) -> Int? {
    let names = recognition.columns.map(\.header)
    func bare(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    guard let start = rows.firstIndex(where: { $0.count > 1 && $0.map(bare) == names }) else { return nil }
    return rows[start...].allSatisfy { $0.count == names.count || $0.count == 1 } ? start : nil
  }

  private static func delimited(
    _ rows: [[String]], _ delimiter: String, end: String = "\n", quotesAll: Bool = false
  ) -> String {
    rows.map { row in
      row.map { cell in
        let needs =
          quotesAll || cell.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D } || cell.contains(delimiter)
        return needs ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }
      .joined(separator: delimiter) + end
    }
    .joined()
  }

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
  }

  private static func workbook(_ rows: [[String]]) -> WorkbookSample {
    let sheet = rows.enumerated().map { index, row in
      WorkbookSample.row(
        index + 1,
        row.map { cell in
          cell.replacing("&", with: "&amp;").replacing("<", with: "&lt;").filter { $0 == "\n" || $0 >= " " }
        })
    }
    return WorkbookSample(sheet.joined())
  }

  /// Stored blocks (RFC 1951, section 3.2.4) between the header and the sums of RFC 1952.
  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 255) } }
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    for start in stride(from: 0, to: bytes.count, by: 60_000) {
      let block = bytes[start..<min(start + 60_000, bytes.count)]
      packed += [block.endIndex == bytes.count ? 1 : 0] + little(block.count, 2) + little(block.count ^ 0xFFFF, 2)
      packed += block
    }
    return packed + little(Int(StoredZip.crc(bytes)), 4) + little(bytes.count, 4)
  }
}
