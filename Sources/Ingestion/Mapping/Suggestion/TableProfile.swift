import Vocabulary

/// What one table of an export looks like to somebody who does not know it.
package struct TableProfile: Sendable {
  package private(set) var columns: [ColumnProfile] = []
  /// What each column says of the states of rows.
  private(set) var states: [RowStates] = []
  package private(set) var rows = 0
  /// The word with which a row of sums begins, where there is one.
  package private(set) var totalsLabel: String?
  /// Whether a cell of the header holds what only data hold: then the table has no header.
  package private(set) var lacksHeader = false
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
      for cell in cells {
        var profile = ColumnProfile(header: "")
        profile.observe(cell, line: 1)
        let isData = ![.empty, .text, .code, .clock].contains(profile.content)
        // A pivoted sheet has days or years as names of columns; addresses name no column anywhere.
        if isData, profile.content == .email || cells.count == 1 { lacksHeader = true }
      }
      let figures = cells.count { !$0.isEmpty && $0.allSatisfy { $0.isNumber || ".,-: €$£%".contains($0) } }
      if figures * 2 > cells.count { lacksHeader = true }
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

  private static let totals = [
    "grand total", "total", "totals", "gesamt", "gesamtsumme", "summe", "insgesamt", "somme", "totale", "totaal",
    "suma", "итого", "всего", "合計", "総計", "合计", "总计",
  ]
}
