import Testing

@testable import Ingestion

/// What is written comes out again, whatever the size of the pieces, the ends of lines, the encoding and its mark: ten
/// thousand cases each.
struct ReaderPropertyTests {
  private static let cases = 10_000
  private static let plain = ["a", "B", "7", ".", "-", "é", "ß", "日", "😹", "Ω", "'", "/", "#"]

  @Test func delimitedText() throws {
    let alphabet = Self.plain + [",", ";", "\t", "|", "\"", " ", "\n", "\r\n", "\r", "="]
    for seed in 0..<Self.cases {
      var generator = CaseGenerator(seed: UInt64(seed))
      let columns = 1 + generator.below(4)
      let rows = (0...generator.below(5)).map { _ in (0..<columns).map { _ in generator.text(alphabet, upTo: 6) } }
      let mark = generator.pick([",", ";", "\t", "|"])
      let end = generator.pick(["\n", "\r\n", "\r"])
      let lines = rows.map { row in
        row.map { cell in
          let mustQuote = cell.isEmpty && columns == 1
          guard
            mustQuote || generator.chance(4)
              || cell.unicodeScalars.contains(where: { ",;\t|\"\n\r ".unicodeScalars.contains($0) })
          else { return cell }
          return "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: mark)
      }
      let text = lines.joined(separator: end) + (generator.chance(3) ? "" : end)
      let written = WrittenText(text, &generator)
      let reader = CSVReader(
        try written.source(), name: "case", dialect: Dialect(delimiter: Array(mark.utf8)[0]), limits: .standard)
      var found: [[String]] = []
      while try reader.next() {
        #expect(reader.record.flaw == nil)
        found.append(reader.record.texts)
      }
      guard found == rows.map({ $0.map(\.asShown) }) else {
        Issue.record("seed \(seed): \(written.encoding), pieces of \(written.chunkBytes): \(text.debugDescription)")
        return
      }
    }
  }

  private static func escaped(_ text: String, _ generator: inout CaseGenerator, isAttribute: Bool = false) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": return generator.pick(["&amp;", "&#38;", "&#x26;"])
      case "<": return generator.pick(["&lt;", "&#60;"])
      case ">": return "&gt;"
      case "\"": return "&quot;"
      case "\r": return "&#13;"
      case "\n" where isAttribute: return "&#10;"
      case "\t" where isAttribute: return "&#9;"
      default: return generator.chance(9) ? "&#\(scalar.value);" : String(scalar)
      }
    }.joined()
  }

  /// UTF-8 or UTF-16, with a mark, of XML.
  private static func bytes(_ text: String, _ generator: inout CaseGenerator) -> [UInt8] {
    switch generator.below(4) {
    case 0: return Array(text.utf8)
    case 1: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 2: return ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    default: return ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    }
  }

  @Test func recordsInXML() throws {
    let alphabet = Self.plain + ["&", "<", ">", "\"", " ", "\n", "\t", "\r"]
    for seed in 0..<Self.cases {
      var generator = CaseGenerator(seed: UInt64(seed))
      let columns = 1 + generator.below(4)
      let rows = (0...generator.below(4)).map { _ in (0...columns).map { _ in generator.text(alphabet, upTo: 6) } }
      let blank = generator.pick(["", "\n", "\r\n  "])
      var text = generator.chance(2) ? "" : "<?xml version=\"1.0\"?>" + blank
      text += "<list>"
      for row in rows {
        text += blank + "<item id=\"" + Self.escaped(row[0], &generator, isAttribute: true) + "\">"
        for column in 1...columns {
          // Character data keeps line feeds; a carriage return must be escaped, and so cannot stand in CDATA.
          let isPlain = generator.chance(5) && !row[column].unicodeScalars.contains("\r")
          let value = isPlain ? "<![CDATA[\(row[column])]]>" : Self.escaped(row[column], &generator)
          text += blank + "<f\(column)>\(value)</f\(column)>" + (generator.chance(9) ? "<!-- x -->" : "")
        }
        text += "</item>"
      }
      text += "</list>" + blank
      let step = 16 + generator.below(100)
      let source = TricklingBytes(Self.bytes(text, &generator), step: step)
      let reader = try XMLReader(source, name: "case", limits: .standard)
      var found: [[String]] = []
      while try reader.next() {
        #expect(reader.record.cells.names == ["@id"] + (1...columns).map { "f\($0)" })
        found.append(reader.record.texts)
      }
      guard found == rows else {
        Issue.record("seed \(seed), pieces of \(step): \(text.debugDescription)")
        return
      }
    }
  }

  /// A grid whose first column is never empty, as the rows of a sheet that are told from none.
  private static func grid(_ alphabet: [String], _ generator: inout CaseGenerator) -> [[String]] {
    let columns = 1 + generator.below(4)
    return (0...generator.below(4)).map { _ in
      (0..<columns).map { column in
        if generator.chance(4) { return number(&generator) }
        if generator.chance(9) { return generator.pick(["TRUE", "FALSE"]) }
        if generator.chance(9) { return "2026-01-\(10 + generator.below(20))" }
        let text = generator.text(alphabet, upTo: 6) + (generator.chance(9) ? "x z" : "")
        return column == 0 ? "k" + text : text
      }
    }
  }

  /// As a spreadsheet stores it: the shortest text of its value, or a whole number of any length.
  private static func number(_ generator: inout CaseGenerator) -> String {
    let sign = generator.chance(3) ? "-" : ""
    let whole = 1 + generator.below(99_999)
    if generator.chance(3) { return "\(sign)\(whole)00000000000000000\(whole)" }
    return generator.chance(2) ? "\(sign)\(whole)" : "\(sign)\(whole).\(generator.below(99))\(1 + generator.below(9))"
  }

  private static func isDay(_ text: String) -> Bool { text.hasPrefix("2026-01-") && text.count == 10 }

  private static func isTruth(_ text: String) -> Bool { text == "TRUE" || text == "FALSE" }

  private static func isNumber(_ text: String) -> Bool {
    let body = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return !body.isEmpty && body.first != "0" && body.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
      && body.first != "." && body.last != "." && body.count { $0 == "." } <= 1
      && (!body.contains(".") || body.last != "0")
  }

  private func rows(_ width: Int, _ rows: RowQueue, _ parser: MarkupParser, _ handler: any GridHandler) throws
    -> [String]
  {
    let reader = GridReader(name: "case", limits: .standard, sheet: 1, parts: 1) { _ in
      GridReader.Part(parser: parser, handler: handler)
    }
    reader.width = width
    var found: [String] = []
    while try reader.next() {
      #expect(reader.record.flaw == nil && reader.notes.isEmpty)
      found.append("\(reader.record.line) \(reader.record.texts)")
    }
    return found
  }

  /// Empty cells right of a place.
  private static func blanks(_ row: [String], after column: Int) -> Int {
    row[(column + 1)...].prefix { $0.isEmpty }.count
  }

  @Test func tablesOfPages() throws {
    let alphabet = Self.plain + ["&", "<", ">", "\""]
    for seed in 0..<Self.cases {
      var generator = CaseGenerator(seed: UInt64(seed))
      let grid = Self.grid(alphabet, &generator)
      let blank = generator.pick(["", "\n", "\r\n\t"])
      let closes = generator.chance(2)
      var text = generator.pick(["<html><body>", "", "<!DOCTYPE html>\n<p>x</p>"]) + "<TABLE border=1>" + blank
      // Cells that one above covers: they are empty, and not written.
      var covered: [Int: Int] = [:]
      var shown = grid
      for (line, row) in grid.enumerated() {
        text += generator.pick(["<tr>", "<TR class='a'>"])
        var column = 0
        while column < row.count {
          if let last = covered[column], last >= line {
            column += 1
            continue
          }
          let cell = row[column]
          var place = ""
          var across = 1
          let isCrossed = (column..<row.count).contains { covered[$0, default: -1] >= line }
          let below = grid[(line + 1)...].prefix { $0[column].isEmpty }.count
          if !isCrossed, generator.chance(2) {
            across += Self.blanks(row, after: column)
            place = across > 1 ? " colspan=\(across)" : ""
          } else if below > 0, column > 0, generator.chance(2) {
            covered[column] = line + below
            place = " rowspan='\(below + 1)'"
          }
          var value = Self.escaped(cell, &generator).replacing(" ", with: generator.pick([" ", "\n ", "\t"]))
          if Self.isNumber(cell), generator.chance(2) {
            place += " x:num=\"\(cell)\""
            value = "shown"
          } else if !cell.isEmpty, generator.chance(6) {
            (value, shown[line][column]) = generator.pick([
              (value + "<br>end<br>", cell + "\nend"), (value + "<script>\"no\"</script>", cell),
              (value + "<table><tr><td>in</td></tr><tr><td>side</table>.", cell + " in side ."),
            ])
          }
          text += blank + "<td\(place)>" + (generator.chance(3) ? " <b>\(value)</b> " : value) + (closes ? "</td>" : "")
          column += across
        }
        text += (closes ? "</tr>" : "") + blank
      }
      text += "</table>"
      let written = WrittenText(text, &generator)
      let queue = RowQueue(keptBytes: 0)
      let handler = HTMLTableHandler(file: "case", limits: .standard, rows: queue)
      let parser = try MarkupParser(.html(try written.source()), name: "case", handler: handler, limits: .standard)
      let found = try rows(0, queue, parser, handler)
      let expected = shown.enumerated().map { "\($0 + 1) \($1)" }
      guard found == expected else {
        Issue.record("seed \(seed): \(found), not \(expected): \(written.chunkBytes), \(text.debugDescription)")
        return
      }
    }
  }

  @Test func spreadsheetML() throws {
    let alphabet = Self.plain + ["&", "<", ">", "\"", " ", "\n"]
    for seed in 0..<Self.cases {
      var generator = CaseGenerator(seed: UInt64(seed))
      let grid = Self.grid(alphabet, &generator)
      var text =
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
        + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"S\"><Table>"
      var line = 0
      var expected: [String] = []
      for row in grid {
        let skipped = generator.chance(4) ? generator.below(5) : 0
        switch generator.below(3) {
        case 0 where skipped > 0: text += "<Row ss:Span=\"\(skipped - 1)\"/><Row>"
        case 1: text += "<Row ss:Index=\"\(line + skipped + 1)\">"
        default: text += String(repeating: "<Row/>", count: skipped) + "<Row>"
        }
        line += skipped + 1
        expected.append("\(line) \(row)")
        var next = 0
        for (column, cell) in row.enumerated() where column >= next {
          if cell.isEmpty, generator.chance(2) { continue }
          text += "<Cell" + (next < column ? " ss:Index=\"\(column + 1)\"" : "")
          next = column + 1
          if generator.chance(3) {
            let across = Self.blanks(row, after: column)
            text += " ss:MergeAcross=\"\(across)\""
            next += across
          }
          let value = Self.escaped(cell, &generator)
          switch true {
          case cell.isEmpty: text += "/>"
          case Self.isNumber(cell): text += "><Data ss:Type=\"Number\">\(value)</Data></Cell>"
          case Self.isTruth(cell): text += "><Data ss:Type=\"Boolean\">\(cell == "TRUE" ? 1 : 0)</Data></Cell>"
          case Self.isDay(cell): text += "><Data ss:Type=\"DateTime\">\(cell)T00:00:00.000</Data></Cell>"
          default: text += "><Data ss:Type=\"String\">\(value)</Data></Cell>"
          }
        }
        text += "</Row>\n"
      }
      text += "</Table></Worksheet></Workbook>"
      let step = 16 + generator.below(200)
      let queue = RowQueue(keptBytes: 0)
      let handler = SpreadsheetMLHandler(file: "case", limits: .standard, rows: queue)
      let source = TricklingBytes(Self.bytes(text, &generator), step: step)
      let parser = try MarkupParser(.xml(source), name: "case", handler: handler, limits: .standard)
      let found = try rows(grid[0].count, queue, parser, handler)
      guard found == expected else {
        Issue.record("seed \(seed): \(found), not \(expected): pieces of \(step)")
        return
      }
    }
  }

  @Test func workbooks() throws {
    let alphabet = Self.plain + ["&", "<", ">", "\"", " "]
    for seed in 0..<Self.cases {
      var generator = CaseGenerator(seed: UInt64(seed))
      let grid = Self.grid(alphabet, &generator)
      var strings: [String] = []
      var text = ""
      var line = 0
      var expected: [String] = []
      for row in grid {
        let skipped = generator.chance(4) ? generator.below(5) : 0
        line += skipped + 1
        expected.append("\(line) \(row)")
        text += skipped > 0 || generator.chance(2) ? "<row r=\"\(line)\">" : "<row>"
        var hasGap = false
        for (column, cell) in row.enumerated() {
          if cell.isEmpty, generator.chance(2) {
            hasGap = true
            continue
          }
          let place = hasGap || generator.chance(2) ? " r=\"\(CellReference.letters(column))\(line)\"" : ""
          hasGap = false
          let guide = generator.chance(5) ? "<rPh sb=\"0\" eb=\"1\"><t>no</t></rPh>" : ""
          let escaped = Self.escaped(cell, &generator).replacing("é", with: generator.pick(["é", "_x00E9_"]))
          switch generator.below(3) {
          case _ where Self.isNumber(cell): text += "<c\(place)><v>\(cell)</v></c>"
          case _ where Self.isTruth(cell): text += "<c\(place) t=\"b\"><v>\(cell == "TRUE" ? 1 : 0)</v></c>"
          case _ where Self.isDay(cell):
            // 1 January 2026 is day 46023 since the end of 1899.
            text += "<c\(place) s=\"1\"><v>\(46_022 + (Int(cell.suffix(2)) ?? 0))</v></c>"
          case 0:
            text += "<c\(place) t=\"s\"><v>\(strings.count)</v></c>"
            strings.append("<si><t xml:space=\"preserve\">\(escaped)</t>\(guide)</si>")
          case 1: text += "<c\(place) t=\"str\"><f>A1</f><v>\(escaped)</v></c>"
          default:
            let half = cell.count / 2
            let parts = [String(cell.prefix(half)), String(cell.dropFirst(half))]
            let runs = parts.map { "<r><t>\(Self.escaped($0, &generator))</t></r>" }
            text += "<c\(place) t=\"inlineStr\"><is>\(runs.joined())\(guide)</is></c>"
          }
        }
        text += "</row>"
      }
      let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
      let sample = WorkbookSample(text, strings: strings.joined(), styles: styles)
      let archive = try ZipArchive(bytes: StoredZip.bytes(sample.parts), name: "case", limits: .standard)
      let workbook = try Workbook(archive, name: "case", limits: .standard)
      let queue = RowQueue(keptBytes: 0)
      let handler = WorksheetHandler(workbook, number: 1, rows: queue)
      let found = try rows(grid[0].count, queue, try workbook.parser(1, handler), handler)
      guard found == expected else {
        Issue.record("seed \(seed): \(found), not \(expected): \(text.debugDescription)")
        return
      }
    }
  }
}
