import Vocabulary
import Warehouse

/// A number, counted again, with what it is made of.
package struct NumberTrace: Sendable {
  package var number: ReportNumber
  package var formula: Formula
  /// In the order of the formula's sets.
  package var sets: [TracedRows]
  /// What the rows give now; nil where they give nothing, as over no cost.
  package var counted: Double?
  /// The model that the number stands on.
  package var run: ModelRun?
  /// The files of the orders that the model could learn from.
  package var inputs: [FileRows] = []

  init(number: ReportNumber, formula: Formula, sets: [TracedRows]) {
    self.number = number
    self.formula = formula
    self.sets = sets
  }

  /// Whether the rows give the number of the report. Reports hold six decimals, and sums of many rows as many figures as
  /// a double has.
  package var agrees: Bool {
    guard let counted else { return false }
    return abs(counted - number.value) <= max(6e-7, abs(number.value) * 1e-9)
  }
}

/// Rows of one set, file by file, and some of them one by one.
package struct TracedRows: Sendable {
  package var set: RowSet
  package var amount: Double?
  package var count = 0
  package var files: [FileRows] = []
  package var columns: [String] = []
  /// The first of them, in the order of their columns.
  package var rows: [TracedRow] = []

  init(set: RowSet) { self.set = set }
}

package struct TracedRow: Sendable {
  /// By the columns of the set.
  package var values: [QueryAnswer.Value]
  package var file: FileRows?
  package var line: Int?
  /// What other files said of the row, oldest first.
  package var history: [RestatedRow] = []
}

/// How many rows of one file.
package struct FileRows: Sendable, Equatable {
  /// Its number in the warehouse.
  package var file: Int64
  package var name: String
  /// SHA-256 in hexadecimal.
  package var digest: String
  package var rows: Int
  package var firstLine: Int?
  package var lastLine: Int?

  package init(file: Int64, name: String, digest: String, rows: Int, firstLine: Int?, lastLine: Int?) {
    self.file = file
    self.name = name
    self.digest = digest
    self.rows = rows
    self.firstLine = firstLine
    self.lastLine = lastLine
  }
}
