import Vocabulary

/// Columns of words that a report of advertising does not read and that split its rows: several rows of one campaign and
/// day that differ there tell of its parts (job titles, places, interests). Such a column becomes the rows' breakdown, so
/// that a report of the whole goes before them: somebody may be in several parts, and their sum above the whole.
struct SplitColumns: Sendable {
  private static let rememberedRows = 1 << 16
  private static let most = 2
  private static let watchedColumns = 64
  /// What a thing is at the moment or is called by, and no part of it. Twins of one name may differ in it.
  private static let states = [
    "headline", "título", "anzeigentitel", "titre", "description", "beschreibung", "url", "link", "status", "statut",
    "estado", "stato", "strateg", "stratég", "budget", "presupuesto", "orçamento", "label", "objective",
    "note", "comment", "owner", "created", "updated", "delivery", "auslieferung", "entrega", "diffusion", "veiculação",
    "pubblicazione", "weergave", "ranking", "einstufung", "classement", "clasificación", "classifica",
  ]
  /// The same as words of their own, which others hold.
  private static let stateWords: Set<Substring> = ["bid", "ends", "gebot", "enchère", "puja", "lance", "bod"]

  private let header: Header
  /// By which the report tells its rows apart.
  private let own: [Int]
  private let read: [Int]
  /// The only names that may split; nil for any but states.
  private let only: Set<String>?
  /// From the first row on: every format is tried on every header, and few of them are read.
  private var spare: [Int]?
  /// By what a row is of, the first row's texts in the spare columns.
  private var first: [UInt64: [UInt64]] = [:]
  private var differing: [Int] = []
  /// By spare column, whether it holds more than figures and days.
  private var words: [Bool] = []
  private var rows = 0
  private var repeats = 0
  /// Once the file is known.
  private(set) var columns: [Int] = []

  init<Field>(_ map: ColumnMap<Field>, own: [Field], only: Set<String>? = nil) {
    header = map.header
    self.only = only
    self.own = own.compactMap { map[$0] }
    read = Field.allCases.compactMap { map[$0] }
  }

  /// Columns of words, as far as the header tells. A header may have thousands.
  private func spareColumns() -> [Int] {
    let names = header.keys
    let spare = names.indices.prefix(4 * SplitColumns.watchedColumns).lazy.filter { column in
      let name = names[column]
      let isIdentifier = name.hasPrefix("_") || name.hasSuffix("id")
      return !read.contains(column) && !name.isEmpty && (only?.contains(name) ?? (!isIdentifier && !isState(name)))
    }
    return Array(spare.prefix(SplitColumns.watchedColumns))
  }

  private func isState(_ name: String) -> Bool {
    SplitColumns.states.contains { name.contains($0) }
      || name.split(separator: " ").contains { SplitColumns.stateWords.contains($0) }
  }

  mutating func survey(_ record: RawRecord) {
    let spare = self.spare ?? spareColumns()
    if self.spare == nil {
      self.spare = spare
      words = [Bool](repeating: false, count: spare.count)
      differing = [Int](repeating: 0, count: spare.count)
    }
    guard !spare.isEmpty else { return }
    let key = own.reduce(CellBuffer.noCells) { CellBuffer.digest(record[$1], after: $0) }
    let known = first[key]
    guard known != nil || first.count < SplitColumns.rememberedRows else { return }
    rows += 1
    let cells = spare.map { record[$0].isEmpty ? 0 : CellBuffer.digest(record[$0], after: CellBuffer.noCells) }
    for place in words.indices where !words[place] { words[place] = CellKind.of(record[spare[place]]) == .text }
    guard let known else {
      first[key] = cells
      return
    }
    repeats += 1
    for place in cells.indices where cells[place] != known[place] && cells[place] != 0 && known[place] != 0 {
      differing[place] += 1
    }
  }

  /// Twins of one name are the exception, and parts the rule.
  mutating func settle(_ findings: inout Findings) {
    guard let spare, repeats * 3 >= rows, repeats > 0 else { return }
    let splitting = spare.indices.filter { (words[$0] || only != nil) && differing[$0] * 2 >= repeats }
    columns = splitting.prefix(SplitColumns.most).map { spare[$0] }
    guard !columns.isEmpty else { return }
    for column in columns { findings.columns[column].meaning = "breakdownValue" }
    let names = columns.map { "\"\(header.names[$0])\"" }.joined(separator: " and ")
    findings.notes.append(
      "its rows are parts of campaigns by \(names): they count where no report of whole campaigns tells of the same days, and "
        + "may be more than the whole, since somebody may be in several parts; export the campaigns without \(names) too"
    )
  }

  /// Puts the parts behind the breakdown that the report itself names.
  func split(_ row: inout AdPerformance, _ record: RawRecord) {
    guard !columns.isEmpty else { return }
    row.breakdown = ([row.breakdown].filter { !$0.isEmpty } + columns.map { header.keys[$0] }).joined(separator: "+")
    let known = row.breakdownValue.isEmpty ? [] : [row.breakdownValue]
    row.breakdownValue = (known + columns.map { record.text($0) }).joined(separator: "+")
  }
}
