import Analysis
import Charting

/// A table as the template `table` writes it.
struct TableView {
  let caption: String
  /// Classes: `stack` turns rows into blocks on a narrow page.
  let look: String
  let columns: [ColumnView]
  let rows: [RowView]
  /// Which rows are shown and where the others are; nil when all are.
  let cut: String?
}

struct ColumnView {
  let label: String
  /// Class of the column, with `n` for numbers.
  let kind: String
  /// A drawing under the label, such as an axis; trusted markup.
  let axis: String?

  init(_ label: String, _ kind: String = "", axis: String? = nil) {
    self.label = label
    self.kind = kind
    self.axis = axis
  }

  static func number(_ label: String) -> ColumnView { ColumnView(label, "n") }
}

struct RowView {
  let name: CellView
  let cells: [CellView]
}

struct CellView {
  let text: String
  let kind: String
  /// The column's label, shown beside the cell where rows are blocks.
  let label: String
  /// Small and grey, under the text.
  let detail: String?
  let tag: TagView?
  /// Trusted markup that stands for the text.
  let plot: String?
  /// The id of the number that the cell shows.
  var number: String?

  init(
    _ text: String, _ kind: String = "", label: String = "", detail: String? = nil, tag: TagView? = nil,
    plot: String? = nil
  ) {
    self.text = text
    self.kind = kind
    self.label = label
    self.detail = detail
    self.tag = tag
    self.plot = plot
  }
}

extension TableView {
  /// The most rows that stand in the page; the file holds all.
  static let most = 40

  /// The numbers behind a figure, for the fold below it.
  init(_ numbers: NumbersTable, most: Int = TableView.most) {
    caption = numbers.caption
    look = "fold"
    columns = numbers.columns.enumerated().map { index, column in
      // A heading cell must not be empty for those who hear the table.
      ColumnView(
        column.heading.isEmpty ? index == 0 ? phrase("Row") : phrase("Value") : column.heading,
        column.alignment == .end ? "n" : "")
    }
    rows = numbers.rows.prefix(most).map { cells in
      let views = zip(cells, numbers.columns).map { CellView($0.text, $1.alignment == .end ? "n" : "") }
      return RowView(name: views.first ?? CellView(""), cells: Array(views.dropFirst()))
    }
    cut = numbers.rows.count > most ? Self.cutSentence(shown: most, of: numbers.rows.count) : nil
  }

  /// A table that is itself what the reader came for.
  /// - Parameter rows: each with as many cells as columns; kinds and labels are taken from the columns.
  init(caption: String, look: String = "stack", columns: [ColumnView], rows: [[CellView]], most: Int = TableView.most) {
    self.caption = caption
    self.look = look
    self.columns = columns
    self.rows = rows.prefix(most).map { cells in
      let labelled = zip(cells, columns).map { cell, column in
        CellView(
          cell.text, cell.kind.isEmpty ? column.kind : cell.kind, label: column.label, detail: cell.detail,
          tag: cell.tag, plot: cell.plot)
      }
      return RowView(name: labelled.first ?? CellView(""), cells: Array(labelled.dropFirst()))
    }
    cut = rows.count > most ? Self.cutSentence(shown: most, of: rows.count) : nil
  }

  private static func cutSentence(shown: Int, of count: Int, in file: String? = nil) -> String {
    let (shown, all) = (Quantity.count.text(shown), Quantity.count.text(count))
    guard let file else {
      return phrase("The first {shown} of {all} rows are shown. The file holds all.", ["shown": shown, "all": all])
    }
    return phrase(
      "The first {shown} of {all} rows are shown. {file} holds all.", ["shown": shown, "all": all, "file": file])
  }
}

extension TableView {
  /// Rows of a long table that stand in the page before the rest is folded away: what a reader takes in, what fits a
  /// phone in a few turns, and what leaves a printed report short.
  static let first = 12

  /// With the ids of numbers, by row and by column after the first.
  func numbered(_ ids: [[NumberID?]]) -> TableView {
    guard !ids.isEmpty else { return self }
    let rows = zip(self.rows, ids).map { row, ids in
      RowView(
        name: row.name,
        cells: row.cells.enumerated().map { index, cell in
          var cell = cell
          if index < ids.count { cell.number = ids[index]?.description }
          return cell
        })
    }
    return TableView(
      caption: caption, look: look, columns: columns, rows: rows + self.rows.dropFirst(rows.count), cut: cut)
  }

  /// A table of numbers that stands in the page itself, in blocks on a narrow one.
  /// A few columns of numbers fit a phone as they are.
  static func stacked(_ numbers: NumbersTable, most: Int = TableView.most, kinds: [Int: String] = [:]) -> TableView {
    let isNarrow = numbers.columns.count <= 4 && numbers.columns.dropFirst().allSatisfy { $0.alignment == .end }
    return TableView(
      caption: numbers.caption, look: isNarrow ? "" : "stack",
      columns: numbers.columns.enumerated().map {
        ColumnView($1.heading, kinds[$0] ?? ($1.alignment == .end ? "n" : ""))
      },
      rows: numbers.rows.map { row in row.map { CellView($0.text) } }, most: most)
  }

  /// The first rows of a file that the card folds away beneath; on paper the sentence tells where the others are.
  /// - Parameter kinds: of columns that are to be laid out otherwise, by their position.
  static func head(of file: DataFile, most: Int = TableView.first, kinds: [Int: String] = [:]) -> TableView {
    let whole = stacked(file.table, most: most, kinds: kinds)
    return TableView(
      caption: whole.caption, look: whole.look, columns: whole.columns, rows: whole.rows,
      cut: cut(at: most, of: file))
  }

  /// The first rows of a file in columns of their own.
  /// - Parameter rows: one for each row of the file, from the first.
  static func head(of file: DataFile, columns: [ColumnView], rows: [[CellView]]) -> TableView {
    let table = TableView(caption: file.table.caption, look: "stack fixed", columns: columns, rows: rows)
    return TableView(
      caption: table.caption, look: table.look, columns: table.columns, rows: table.rows,
      cut: cut(at: rows.count, of: file))
  }

  private static func cut(at most: Int, of file: DataFile) -> String? {
    let count = file.table.rows.count
    return count > most ? cutSentence(shown: most, of: count, in: file.name) : nil
  }
}
