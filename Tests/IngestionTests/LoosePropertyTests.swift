import Testing

@testable import Ingestion

/// A clean table is read loosely as it is read strictly: nothing is mended where nothing is broken.
struct LoosePropertyTests {
  private static let words = ["a", "B", "é", "日", "k7", "plain", "it's"]

  private static func cell(_ column: Int, _ mark: String, _ generator: inout CaseGenerator) -> String {
    switch column % 4 {
    case 0: return "\(1_000 + generator.below(9_000))"
    case 1: return "2026-0\(1 + generator.below(9))-1\(generator.below(10))"
    case 2: return "\(generator.below(900)).\(10 + generator.below(90))"
    default:
      guard !generator.chance(6) else { return "" }
      let inner = generator.text(words + [mark, "\"", "\n", " "], upTo: 4)
      return "w" + inner + "e"
    }
  }

  private static func written(_ cell: String, _ mark: String, all: Bool) -> String {
    let mustQuote = cell.unicodeScalars.contains { "\"\n".unicodeScalars.contains($0) || String($0) == mark }
    return all || mustQuote ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }

  @Test func aCleanTableLooselyIsATableStrictly() throws {
    for seed in 0..<10_000 {
      var generator = CaseGenerator(seed: UInt64(seed))
      let mark = generator.pick([",", ";", "\t", "|"])
      let end = generator.pick(["\n", "\r\n"])
      let columns = 3 + generator.below(4)
      let all = generator.chance(5)
      let header = (0..<columns).map { ["id", "day", "amount", "remark"][$0 % 4] + ($0 < 4 ? "" : " \($0)") }
      let rows = (0..<(3 + generator.below(5))).map { _ in (0..<columns).map { Self.cell($0, mark, &generator) } }
      let table = [header] + rows
      let text =
        table.map { $0.map { Self.written($0, mark, all: all) }.joined(separator: mark) }.joined(separator: end)
        + (generator.chance(3) ? "" : end)
      let written = WrittenText(text, &generator)
      let reader = CSVReader(
        try written.source(), name: "case", dialect: Dialect(delimiter: Array(mark.utf8)[0]), limits: .standard)
      var strict: [[String]] = []
      while try reader.next() { strict.append(reader.record.texts) }
      var loose: [[String]] = []
      var mended: [Int] = []
      try LooseWalk(try written.source(), name: "case", limits: .standard, report: nil).run { event in
        switch event {
        case .header(let cells): loose.append(cells)
        case .row(let cells, let line):
          loose.append(cells)
          if let line { mended.append(line) }
        case .plainRow(let row): loose.append(row.texts)
        }
      }
      guard strict == table, loose == strict, mended.isEmpty else {
        Issue.record("seed \(seed): \(loose), mended \(mended), not \(strict): \(text.debugDescription)")
        return
      }
    }
  }

  private func loose(_ text: String) throws -> (table: [[String]], mended: [Int]) {
    let source = try TextSource(
      MemoryBytes(Array(text.utf8)), name: "case", encoding: .utf8, markLength: 0, bufferBytes: 4_096)
    var table: [[String]] = []
    var mended: [Int] = []
    try LooseWalk(source, name: "case", limits: .standard, report: nil).run { event in
      switch event {
      case .header(let cells): table.append(cells)
      case .row(let cells, let line):
        table.append(cells)
        if let line { mended.append(line) }
      case .plainRow(let row): table.append(row.texts)
      }
    }
    return (table, mended)
  }

  /// One row among clean ones, some of which go over several lines, has another delimiter: it is mended, and named by
  /// its line.
  @Test func aRowWithAnotherDelimiterIsMended() throws {
    for seed in 0..<2_000 {
      var generator = CaseGenerator(seed: UInt64(seed))
      let end = generator.pick(["\n", "\r\n"])
      let rows = (0..<8).map { _ in (0..<4).map { Self.cell($0, ",", &generator) } }
      let odd = ["1234", "2026-03-01", "12.75", "plain"]
      let place = 3 + generator.below(5)
      var lines = [["id", "day", "amount", "remark"].joined(separator: ",")]
      lines += rows.map { $0.map { Self.written($0, ",", all: false) }.joined(separator: ",") }
      lines.insert(odd.joined(separator: generator.pick([";", "\t", "|"])), at: place)
      var expected = [["id", "day", "amount", "remark"]] + rows
      expected.insert(odd, at: place)
      let line = lines[..<place].reduce(1) { sum, text in sum + 1 + text.unicodeScalars.count { $0 == "\n" } }
      let text = lines.joined(separator: end) + end
      let found = try loose(text)
      guard found.table == expected, found.mended == [line] else {
        Issue.record("seed \(seed): \(found), not \(expected), line \(line): \(text.debugDescription)")
        return
      }
    }
  }

  /// Records lie across the ends of the pieces in which a file is looked at.
  @Test func aTableOfManyPieces() throws {
    for seed in 0..<12 {
      var generator = CaseGenerator(seed: UInt64(seed))
      var rows = (0..<3_000).map { _ in (0..<4).map { Self.cell($0, ",", &generator) } }
      // One of them is longer than a piece; the first ones tell the dialect.
      rows[100 + seed * 200][3] = String(repeating: "a \"b\",\n", count: 12_000) + "e"
      let table = [["id", "day", "amount", "remark"]] + rows
      let text = table.map { $0.map { Self.written($0, ",", all: true) }.joined(separator: ",") + "\r\n" }.joined()
      let found = try loose(text)
      #expect(found.table == table, "seed \(seed)")
      #expect(found.mended.isEmpty, "seed \(seed)")
    }
  }
}
