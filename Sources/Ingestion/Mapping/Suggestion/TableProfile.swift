import Vocabulary

/// What one table of an export looks like to somebody who does not know it.
package struct TableProfile: Sendable {
  package private(set) var columns: [ColumnProfile] = []
  /// What each column says of the states of rows.
  private(set) var states: [RowStates] = []
  package private(set) var rows = 0
  /// The word with which a row of sums begins, where there is one.
  package private(set) var totalsLabel: String?
  /// Records that are no rows of the table: lines of another width.
  package private(set) var rowsRejected = 0
  private var headerNamesPeople = false
  private var headerIsFigures = false
  /// How many columns are called like a day, a week or a month.
  private var periods = 0
  private var isXML = false
  /// The names of a workbook's visible sheets that hold anything; empty for other files.
  package private(set) var sheets: [String] = []
  /// That of the one that is described.
  package private(set) var sheet = ""
  /// Nothing of them was looked at.
  package private(set) var hiddenSheets = 0

  /// The first table of the export that has two columns and a row.
  package init(_ export: Export) throws(IngestionError) {
    let tables = try export.tables()
    let number = tables.first { $0.header.count > 1 && $0.rows > 0 }?.number ?? 1
    do {
      let summary = try export.rawRows(table: number) { add($0) }
      hiddenSheets = summary.hiddenSheets
      rowsRejected = summary.rowsRejected
      isXML = summary.dialect == "XML"
      if summary.tableNames.contains(where: { !$0.isEmpty }) {
        sheets = tables.filter { !$0.header.isEmpty }.map(\.title)
        sheet = summary.tableNames[number - 1]
      }
    } catch let error as IngestionError {
      throw error
    } catch {
      preconditionFailure("nothing else is thrown here: \(error)")
    }
  }

  /// Whether a cell of the header holds what only data hold: then the table has no header.
  package var lacksHeader: Bool { headerNamesPeople || (headerIsFigures && !isPivoted) }

  /// Whether days, weeks or months stand beside each other as columns, and none below each other as rows.
  package var isPivoted: Bool { rows > 0 && periods > 1 && !columns.contains { $0.content == .day } }

  /// Whether names of columns stand above rows, or at least beside each other.
  package var isTable: Bool { rows > 0 ? !isNested : rowsRejected == 0 && columns.count > 1 }

  /// Whether it is XML of which no record holds anything in its own fields.
  package var isNested: Bool { isXML && columns.allSatisfy { $0.content == .empty } }

  /// What the columns are called before people: their numbers where their names may be what the cells of a person hold.
  package var names: [String] {
    let isText = columns.count == 1 && columns[0].content == .text
    return columns.enumerated().map { index, column in
      lacksHeader || isText || TableProfile.isPersonal(column.header) ? "column \(index + 1)" : column.header
    }
  }

  /// Whether a column holds days, addresses or amounts of money, whatever it is called.
  package var holdsFacts: Bool {
    columns.contains {
      [.day, .email, .amount].contains($0.content) || Header.key($0.header).currency != nil
    }
  }

  private mutating func add(_ cells: [String]) {
    guard !columns.isEmpty else {
      columns = cells.map { ColumnProfile(header: $0, lettersBeginIDs: !KindGuess.namesMoney($0)) }
      states = cells.map { _ in RowStates() }
      let contents = cells.map { cell in
        var profile = ColumnProfile(header: "")
        profile.observe(cell, line: 1)
        return profile.content
      }
      // A pivoted sheet has days or years as names of columns; people name no column anywhere.
      headerNamesPeople =
        contents.contains(.email) || cells.contains(where: TableProfile.isPhone)
        || (cells.count == 1 && TableProfile.isPersonal(cells[0]))
      let figures = cells.count { !$0.isEmpty && $0.allSatisfy { $0.isNumber || ".,-: €$£%".contains($0) } }
      let isData = cells.count == 1 && ![.empty, .text, .code, .clock].contains(contents[0])
      headerIsFigures = isData || figures * 2 > cells.count
      periods = zip(cells, contents).count { TableProfile.isPeriod($0, $1) }
      return
    }
    rows += 1
    let first = cells.first { !$0.isEmpty }.map(HeaderWords.plain) ?? ""
    if let label = TableProfile.totals.first(where: { first == $0 || first.hasPrefix($0 + " ") }) {
      totalsLabel = label
      return
    }
    for (index, cell) in cells.enumerated() where index < columns.count {
      columns[index].observe(cell, line: rows)
      states[index].observe(cell)
    }
  }

  private static func isPeriod(_ cell: String, _ content: ColumnContent) -> Bool {
    guard cell.utf8.count <= 60 else { return false }
    if content == .day || NamedSpan.isWeek(cell) || cell.withUTF8Bytes({ NamedMonth.isOne($0) }) { return true }
    let words = cell.split { "-/. '".contains($0) }
    guard let first = words.first, words.count <= 2, MonthName.number(first) != nil else { return false }
    return words.dropFirst().allSatisfy { $0.count <= 4 && Int($0) != nil }
  }

  /// Days, periods and ids have as many figures, and do not begin as numbers do that are dialled.
  private static func isPhone(_ cell: String) -> Bool {
    guard let first = cell.first, "+0(".contains(first), let number = PhoneNumber(cell) else { return false }
    return number.isInternational || (number.normalized.count > 8 && !cell.contains(".-"))
  }

  private static func isPersonal(_ cell: String) -> Bool {
    isPhone(cell)
      || (cell.utf8.contains(UInt8(ascii: "@"))
        && cell.split { " <>()\"',;:".contains($0) }.contains { EmailAddress($0) != nil })
  }

  private static let totals = [
    "grand total", "total", "totals", "gesamt", "gesamtsumme", "summe", "insgesamt", "somme", "totale", "totaal",
    "suma", "итого", "всего", "合計", "総計", "合计", "总计",
  ]
}
