import Analysis

/// "Where this comes from": how the figures of a card are made, of how many rows, and of which files, as the template
/// `source` writes it.
struct ProvenanceView {
  let sourceAnchor: String
  let sourceSummary = phrase("Where this comes from")
  /// Names the fold for those who hear it.
  let measures: [TermView]
  let rowSets: [RowSetView]
  /// What the query counts.
  let queryLabel: String?
  let query: String?
  let commandLabel = phrase("Every row of one number:")
  let command: String

  /// A longer one is told by the command.
  static let longestQuery = 900

  static func anchor(of card: String) -> String { "from-\(card)" }

  init(
    card: String, measures: [ReportNumber.Measure], source: Lineage.Source, example: NumberID, files: SourceFileNumbers
  ) {
    sourceAnchor = Self.anchor(of: card)
    self.measures = measures.map { TermView($0.name, $0.meaning) }
    rowSets = source.sets.map { RowSetView($0, files: files) }
    let sql = source.sql.flatMap { $0.count <= Self.longestQuery ? $0 : nil }
    query = sql
    queryLabel = sql.flatMap { _ in source.example.map { phrase("Query of {number}:", ["number": "\($0)"]) } }
    command = "fairlead trace \(source.example ?? example)"
  }
}

/// One set of rows with the files that hold them.
struct RowSetView {
  let rowCount: String
  let fileLinks: [FileLinkView]
  let otherFiles: String?

  static let mostFiles = 12

  init(_ set: Lineage.SourceRows, files: SourceFileNumbers) {
    rowCount = set.kind.words(set.rows)
    let shown = set.files.count > 1 && set.kind == .files ? [] : set.files.prefix(Self.mostFiles)
    let rest = set.files.count - shown.count
    fileLinks = shown.enumerated().compactMap { index, file in
      files.number(of: file.digest).map {
        FileLinkView(file, number: $0, mark: index < shown.count - 1 || rest > 0 ? ";" : ".")
      }
    }
    otherFiles = shown.isEmpty || rest == 0 ? nil : phrase("and {count} more file", "and {count} more files", of: rest)
  }
}

/// A file by its number in the page's list, with the lines that hold the rows.
struct FileLinkView {
  let path: String
  let fileName: String
  let lines: String

  init(_ file: FileRows, number: Int, mark: String) {
    path = "#\(SourceFileNumbers.anchor(number))"
    fileName = phrase("file {number}", ["number": "\(number)"])
    switch (file.firstLine, file.lastLine) {
    case (let first?, let last?) where first != last:
      lines = ", " + phrase("lines {range}", ["range": "\(first)\(Quantity.dash)\(last)"]) + mark
    case (let first?, _): lines = ", " + phrase("line {number}", ["number": "\(first)"]) + mark
    default: lines = mark
    }
  }
}

/// The files of a report by number, the same on every page.
struct SourceFileNumbers {
  private let numbers: [String: Int]
  private let files: [DataQuality.File]

  init(_ data: DataQuality) {
    files = data.files.sorted { ($0.name, $0.digest) < ($1.name, $1.digest) }
    numbers = Dictionary(files.enumerated().map { ($1.digest, $0 + 1) }) { first, _ in first }
  }

  static func anchor(_ number: Int) -> String { "file-\(number)" }

  func number(of digest: String) -> Int? { numbers[digest] }

  /// The files that some fold of these links to; nil where none does.
  func list(for folds: [ProvenanceView]) -> SourceFilesView? {
    let used = Set(folds.flatMap { $0.rowSets.flatMap { $0.fileLinks.map(\.path) } })
    let rows = files.enumerated().compactMap { index, file -> SourceFileView? in
      used.contains("#\(Self.anchor(index + 1))") ? SourceFileView(file, number: index + 1) : nil
    }
    return rows.isEmpty ? nil : SourceFilesView(sourceFiles: rows)
  }
}

/// The files behind a page, as the template `source-files` writes them.
struct SourceFilesView {
  let filesSummary = phrase("Files behind this page")
  let sourceFiles: [SourceFileView]
}

struct SourceFileView {
  let anchor: String
  let name: String
  /// The first twelve figures of SHA-256.
  let shortDigest: String

  init(_ file: DataQuality.File, number: Int) {
    anchor = SourceFileNumbers.anchor(number)
    name = "\(number). \(Names.breakable(file.name))"
    shortDigest = String(file.digest.prefix(12))
  }
}
