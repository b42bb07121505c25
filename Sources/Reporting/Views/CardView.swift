import Analysis
import Charting
import Foundation

/// A figure or table with its finding, its note and the numbers behind it, as the template `card` writes it.
struct CardView {
  let anchor: String
  /// Columns of twelve: `w4` … `w12`.
  let width: String
  let title: String
  let subtitle: String?
  /// Trusted markup.
  let key: String?
  let drawing: String?
  let missing: MissingView?
  private(set) var table: TableView?
  /// The table is only the head, or a summary, of the one that is folded away beneath.
  let isHead: Bool
  let note: String?
  private(set) var fold: FoldView?
  /// Where its figures come from.
  private(set) var source: ProvenanceView?

  init(
    anchor: String, width: String, title: String, subtitle: String? = nil, key: String? = nil, drawing: String? = nil,
    missing: MissingView? = nil, table: TableView? = nil, isHead: Bool = false, note: String? = nil,
    fold: FoldView? = nil
  ) {
    self.anchor = anchor
    self.width = width
    self.title = title
    self.subtitle = subtitle
    self.key = key
    self.drawing = drawing
    self.missing = missing
    self.table = table
    self.isHead = isHead
    self.note = note
    self.fold = fold
  }
}

extension CardView {
  /// With ids in the cells of its table, or of the folded one where that holds more, and with its fold of provenance.
  func traced(_ ids: [[NumberID?]], source: ProvenanceView?) -> CardView {
    var card = self
    card.source = source
    if table == nil || isHead { card.fold = fold?.numbered(ids) } else { card.table = table?.numbered(ids) }
    return card
  }

  /// The table whose cells bear ids.
  var numberedTable: TableView? { table == nil || isHead ? fold?.rows : table }

  /// A drawn figure with its numbers folded away beneath.
  init(_ figure: Figure, width: String, file: DataFile) {
    self.init(
      anchor: figure.id, width: width, title: figure.title, subtitle: figure.subtitle.nonEmpty,
      key: figure.keyMarkup.nonEmpty, drawing: figure.body.nonEmpty, note: figure.note.nonEmpty,
      fold: FoldView(file))
  }
}

/// "Data table and download".
struct FoldView {
  private(set) var rows: TableView?
  /// Names the region that scrolls.
  let about: String
  let path: String
  /// What the file is called once saved; nil where its path tells.
  let saveAs: String?
  let summary: String
  let download: String

  init(_ file: DataFile, summary: String = phrase("Data table and download")) {
    rows = TableView(file.table)
    about = phrase("Data table: {table}", ["table": file.table.caption])
    path = file.path
    saveAs = file.saveAs
    self.summary = summary
    download = phrase("Download CSV")
  }

  /// The whole table where the page shows only its head, else only the file.
  init(beneath head: TableView, _ file: DataFile) {
    if head.cut == nil {
      self.init(downloadOf: file)
    } else {
      self.init(
        file,
        summary: phrase("All {count} rows and download", ["count": Quantity.count.text(file.table.rows.count)]))
    }
  }

  func numbered(_ ids: [[NumberID?]]) -> FoldView {
    var fold = self
    fold.rows = rows?.numbered(ids)
    return fold
  }

  /// Only the file: the table already stands in the page.
  init(downloadOf file: DataFile) {
    rows = nil
    about = ""
    path = file.path
    saveAs = file.saveAs
    summary = ""
    download = phrase("Download CSV")
  }
}

/// The numbers behind one figure, written to a file beside the page or held in the page itself.
struct DataFile {
  /// From the folder of the report: `data/revenue-by-week.csv`; or a `data:` address.
  let path: String
  let saveAs: String?
  let table: NumbersTable

  /// `risk-list.csv`
  var name: String { saveAs ?? String(path.split(separator: "/").last ?? "") }

  /// - Parameter name: lower-case letters, digits and hyphens.
  init(_ name: String, _ table: NumbersTable) {
    path = "data/\(name).csv"
    saveAs = nil
    self.table = table
  }

  /// A file that lies beside the pages, whatever its name.
  init(path: String, _ table: NumbersTable) {
    self.path = path
    saveAs = nil
    self.table = table
  }

  /// The page is all there is: its link holds the file.
  init(inPage name: String, _ table: NumbersTable) {
    path = "data:text/csv;charset=utf-8;base64,\(Data(table.csv.utf8).base64EncodedString())"
    saveAs = "\(name).csv"
    self.table = table
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
