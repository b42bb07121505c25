import GRDB

/// Puts the rows of one file into one fact table, by the rule of restatement.
///
/// Same key, same measures: nothing changes but the lineage, which moves to the newest file that says so. Same key,
/// other measures: the newer file's figure stands, whichever of the two was loaded first, and the other is kept as a
/// restatement. A measure that one of the two files lacks is filled from the other and contradicts nothing; measures of
/// one state are not mixed. A moment to the minute is the same as one with seconds within it, and a telephone number
/// without its country the same as one that has it. A row that lacks the table's fillable dimension is the
/// same as one that has it: it is filled. Neither newer: `WarehouseError.equalEvidence` or `unknownExport`. A row that
/// repeats a row of its own file is not counted twice. What has happened is neither put off nor taken back (`Happening`).
///
/// In bulk, where a large file meets an empty table, no row can meet another but one of its own file: the table is filled
/// without its index of keys, which is then built by one sort. Where that shows a key to be there twice, `finish` throws
/// `RepeatedKeys`, and the file has to be loaded again row by row.
final class FactWriter {
  let table: FactTable
  private let files: FileOrder
  private let find: PreparedStatement
  private let insert: PreparedStatement
  private let update: PreparedStatement
  private let touch: PreparedStatement
  private let restate: PreparedStatement
  private let fill: PreparedStatement?
  private let findWhole: PreparedStatement?
  private let connection: Database
  /// By natural key, the first row of this file that took it; further ones, which are rare, in `others`.
  private var taken: [Int64: Taken] = [:]
  private var others: [Int64: [Taken]] = [:]
  /// Then only what this very file has brought can be met again, and nothing has to be looked up.
  private let wasEmpty: Bool
  private let bulk: BulkFill?
  /// Places among the measures.
  private let states: [[Int]]
  private let implied: (state: Int, measure: Int, wholes: [Int])?
  private let stateDays: [Int]
  private let scales: [Int]
  private let lasting: [Int]
  private let beginning: Int?
  private let identifying: Int?
  private let happening: Happening?
  /// The place of a row's last day among the dimensions; nil in tables without days.
  private let day: Int?
  /// The place of the fillable dimension.
  private let fillable: Int?
  /// The place of the moment among the measures, in seconds; nil in tables without one.
  private let moment: Int?
  /// The place of the telephone number among the measures; nil in tables without one.
  private let phone: Int?
  private let agreement: Int?
  /// By the other file.
  private(set) var scale: [Int64: RestatedScale] = [:]
  private(set) var beginnings: [Int64: RestatedBeginnings] = [:]

  private struct Taken {
    var id: Int64
    var print: Int64
    var section: Int
    var content: UInt64
  }

  private struct Stored {
    var id: Int64
    var occurrence: Int64
    var sourceFile: Int64
    /// The value of the fillable dimension.
    var filling: Int64?
    var measures: [Int64?]
  }

  enum Outcome {
    case inserted, updated, unchanged, repeated
    /// An older figure than the stored one.
    case superseded
    /// A second, different row of a table that holds one per key.
    case contradictory
  }

  init(_ table: FactTable, files: FileOrder, isBulk: Bool, in db: Database) throws {
    self.table = table
    self.files = files
    connection = db
    wasEmpty = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM \(table.name))") ?? false
    bulk = try isBulk && wasEmpty ? BulkFill(table, sourceFile: files.current, in: db) : nil
    states = table.states.map { $0.compactMap(table.measures.firstIndex(of:)) }
    implied = table.implied.flatMap { implied in
      guard let state = table.measures.firstIndex(of: implied.state),
        let measure = table.measures.firstIndex(of: implied.measure)
      else { return nil }
      return (state: state, measure: measure, wholes: implied.wholes.compactMap(table.measures.firstIndex(of:)))
    }
    stateDays = table.stateDays.compactMap(table.measures.firstIndex(of:))
    scales = table.scales.compactMap(table.measures.firstIndex(of:))
    lasting = table.lasting.compactMap(table.measures.firstIndex(of:))
    beginning = table.beginning.flatMap(table.measures.firstIndex(of:))
    identifying = table.identifying.flatMap(table.measures.firstIndex(of:))
    happening = Happening(table)
    day = table.dimensions.firstIndex(of: "lastDay")
    fillable = table.fillable.flatMap { table.dimensions.firstIndex(of: $0) }
    moment = table.measures.firstIndex(of: "instant")
    phone = table.measures.firstIndex(of: "phone")
    agreement = table.agreement.flatMap(table.measures.firstIndex(of:))
    let columns = table.dimensions + table.measures
    find = try PreparedStatement(
      "SELECT id, occurrence, sourceFile, \(columns.joined(separator: ", ")) FROM \(table.name) "
        + "WHERE naturalKey = ? ORDER BY occurrence", in: db)
    let all = ["naturalKey", "occurrence", "sourceFile", "line", "section"] + columns
    insert = try PreparedStatement(
      "INSERT INTO \(table.name) (\(all.joined(separator: ", "))) "
        + "VALUES (\(all.map { _ in "?" }.joined(separator: ", ")))", in: db)
    update = try PreparedStatement(
      "UPDATE \(table.name) SET \(table.measures.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?", in: db)
    touch = try PreparedStatement(
      "UPDATE \(table.name) SET sourceFile = ?, line = ?, section = ? WHERE id = ?", in: db)
    restate = try PreparedStatement(
      "INSERT INTO restatement (factTable, fact, measure, oldValue, newValue, oldFile, newFile) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?)", in: db)
    findWhole = try phone.map { _ in
      try PreparedStatement(
        """
        SELECT a.id FROM phoneNumber AS a JOIN phoneNumber AS b ON b.id = ?1 + ?2 - a.id
        WHERE a.id IN (?1, ?2) AND a.content LIKE '+%' AND b.content NOT LIKE '+%'
          AND substr(a.content, -9) = substr(b.content, -9)
        """, in: db)
    }
    fill = try table.fillable.map { try PreparedStatement("UPDATE \(table.name) SET \($0) = ? WHERE id = ?", in: db) }
  }

  func write(_ row: FactRow) throws -> Outcome {
    let key = key(row)
    if let bulk {
      try bulk.add(row, key: key)
      return .inserted
    }
    let print = FactWriter.fingerprint(row)
    if taken[key] != nil {
      if repeats(row, print, key) { return .repeated }
      if !table.acceptsSeveralPerKey || row.isOnlyOne { return .contradictory }
    }
    let (candidates, highest) = wasEmpty && taken[key] == nil ? ([], 0) : try stored(key, row)
    let open = untaken(candidates, key: key).filter { happening?.areApart(row, $0.measures) != true }
    guard let match = closest(open, to: row) else {
      try add(row, key: key, occurrence: highest + 1)
      take(key, row, id: connection.lastInsertedRowID, print)
      return .inserted
    }
    take(key, row, id: match.id, print)
    return try merge(row, into: match)
  }

  /// Whether an earlier row of this file has its key and says otherwise, where one row alone may have it.
  func contradicts(_ row: FactRow) -> Bool {
    guard bulk == nil, !table.acceptsSeveralPerKey || row.isOnlyOne else { return false }
    let key = key(row)
    return taken[key] != nil && !repeats(row, FactWriter.fingerprint(row), key)
  }

  func finish() throws { try bulk?.finish() }

  private func merge(_ row: FactRow, into stored: Stored) throws -> Outcome {
    let verdict = verdict(row, against: stored)
    weigh(row, against: stored)
    let incomingLeads = verdict == .newer
    let (leading, filling) = incomingLeads ? (row.measures, stored.measures) : (stored.measures, row.measures)
    var merged = self.merged(leading, filling, keepsStates: verdict != .tie)
    let finer = finerMoment(row, stored)
    if let moment, let finer { merged[moment] = finer }
    let whole = try wholeNumber(row, stored)
    if let phone, let whole { merged[phone] = whole }
    let differing = row.measures.indices.filter { index in
      guard let incoming = row.measures[index], let known = stored.measures[index] else { return false }
      return incoming != known && !(finer != nil && index == moment) && !(whole != nil && index == phone)
    }
    if verdict == .tie, !differing.isEmpty {
      files.noteTie(table: table.name, hasDays: day != nil, with: stored.sourceFile)
      return .unchanged
    }
    for index in differing {
      try keep(index, row: row, stored: stored, incomingLeads: incomingLeads)
    }
    if merged != stored.measures {
      for (index, value) in merged.enumerated() { update.bind(index + 1, value) }
      update.bind(merged.count + 1, stored.id)
      try update.run()
    }
    let isFilled = try fillIn(row, stored)
    if incomingLeads || (verdict == .tie && files.ranks(above: stored.sourceFile)) {
      try touch.run([files.current, Int64(row.line), Int64(row.section), stored.id])
    }
    if !incomingLeads, !differing.isEmpty { files.noteSuperseded(by: stored.sourceFile, line: row.line) }
    if merged != stored.measures || isFilled { return .updated }
    return differing.isEmpty ? .unchanged : .superseded
  }

  /// The moment with its seconds, where one of the rows has it to the minute alone: spreadsheets that save a table
  /// again drop the seconds. Nil where the rows tell of one moment or of two.
  private func finerMoment(_ row: FactRow, _ stored: Stored) -> Int64? {
    guard let moment, let own = row.measures[moment], let known = stored.measures[moment], own != known else {
      return nil
    }
    let (early, late) = (min(own, known), max(own, known))
    return early % 60 == 0 && late - early < 60 ? late : nil
  }

  /// The telephone number with its country, where one of the rows has it without: spreadsheets take the `+` off. Nil where
  /// the rows agree or tell of two numbers.
  private func wholeNumber(_ row: FactRow, _ stored: Stored) throws -> Int64? {
    guard let findWhole, let phone, let own = row.measures[phone], let known = stored.measures[phone], own != known
    else { return nil }
    findWhole.bind(1, own)
    findWhole.bind(2, known)
    defer { findWhole.reset() }
    return try findWhole.step() ? findWhole.integer(0) : nil
  }

  /// Whether the row says what the stored one lacked.
  private func fillIn(_ row: FactRow, _ stored: Stored) throws -> Bool {
    guard let fill, let fillable, stored.filling == nil, let value = row.dimensions[fillable] else { return false }
    try fill.run([value, stored.id])
    return true
  }

  /// By the days of export where both files state them: what was taken back, such as a cancelling, leaves an earlier day in
  /// the row. Else by the row's own days, which no filter cuts off, and then by all else that tells of the files.
  private func verdict(_ row: FactRow, against stored: Stored) -> Evidence.Verdict {
    if let happened = happening?.verdict(row, against: stored.measures) { return happened }
    let began = { (measures: [Int64?]) in self.stateDays.compactMap { measures[$0] }.max() }
    if let mine = began(row.measures), let theirs = began(stored.measures), mine != theirs,
      !files.sayWhenMade(began: mine, against: stored.sourceFile, began: theirs)
    {
      return mine > theirs ? .newer : .older
    }
    return files.verdict(against: stored.sourceFile)
  }

  private func weigh(_ row: FactRow, against stored: Stored) {
    if let day, let day = row.dimensions[day] {
      let scale = scales.first { row.measures[$0] != nil && stored.measures[$0] != nil }
      if let scale, let own = row.measures[scale], let other = stored.measures[scale] {
        self.scale[stored.sourceFile, default: RestatedScale()].add(own, instead: other, day: day)
      }
    }
    if let beginning, let own = row.measures[beginning], let other = stored.measures[beginning] {
      let isSame = identifying.map { row.measures[$0] != nil && row.measures[$0] == stored.measures[$0] } == true
      beginnings[stored.sourceFile, default: RestatedBeginnings()].add(own, instead: other, isSame: isSame)
    }
    let differing = lasting.count { index in
      guard let own = row.measures[index], let other = stored.measures[index] else { return false }
      return own != other
    }
    if differing > 1 { files.noteTwoThings(table: table.name, with: stored.sourceFile) }
  }

  private func merged(_ leading: [Int64?], _ filling: [Int64?], keepsStates: Bool) -> [Int64?] {
    var merged = zip(leading, filling).map { $0 ?? $1 }
    guard keepsStates else { return merged }
    for state in states where state.contains(where: { leading[$0] != nil }) {
      for index in state { merged[index] = leading[index] }
    }
    if let implied, let word = leading[implied.state], let other = filling[implied.state], word != other,
      implied.wholes.isEmpty || implied.wholes.contains(where: { filling[$0] == filling[implied.measure] })
    {
      merged[implied.measure] = leading[implied.measure]
    }
    return merged
  }

  private func keep(_ index: Int, row: FactRow, stored: Stored, incomingLeads: Bool) throws {
    let (incoming, known) = (row.measures[index], stored.measures[index])
    restate.bind(1, table.name)
    restate.bind(2, stored.id)
    restate.bind(3, table.measures[index])
    restate.bind(4, incomingLeads ? known : incoming)
    restate.bind(5, incomingLeads ? incoming : known)
    restate.bind(6, incomingLeads ? stored.sourceFile : files.current)
    restate.bind(7, incomingLeads ? files.current : stored.sourceFile)
    try restate.run()
  }

  /// Of several rows that may be this one, the one that says the same; where the key is not all of the dimensions, the one
  /// that contradicts it least. A row without the fillable dimension may be any of those that have it, and where they differ
  /// it is none.
  private func closest(_ open: [Stored], to row: FactRow) -> Stored? {
    let open = agreeing(open, with: row)
    guard open.count > 1 else { return open.first }
    var alike = open
    if let fillable {
      alike = open.filter { $0.filling == row.dimensions[fillable] }
      if alike.isEmpty {
        guard Set(open.map(\.filling)).count == 1 else { return nil }
        alike = open
      }
    }
    if let same = alike.first(where: { $0.measures == row.measures }) { return same }
    return row.key == nil ? alike.first : alike.min { contradictions(row, $0) < contradictions(row, $1) }
  }

  /// Those that have the same in the measure in which rows must agree, else those of which this or the row lacks it.
  private func agreeing(_ open: [Stored], with row: FactRow) -> [Stored] {
    guard let agreement, row.key != nil else { return open }
    let own = row.measures[agreement]
    let same = open.filter { $0.measures[agreement] == own }
    return same.isEmpty ? open.filter { own == nil || $0.measures[agreement] == nil } : same
  }

  /// How many measures both rows have and give otherwise.
  private func contradictions(_ row: FactRow, _ stored: Stored) -> Int {
    row.measures.indices.count { index in
      guard let own = row.measures[index], let known = stored.measures[index] else { return false }
      return own != known
    }
  }

  /// The stored rows with these very dimensions, the fillable one filled or not, or with the row's own key; and the highest
  /// occurrence under the key.
  private func stored(_ key: Int64, _ row: FactRow) throws -> (rows: [Stored], highest: Int64) {
    var rows: [Stored] = []
    var highest: Int64 = 0
    find.bind(1, key)
    defer { find.reset() }
    while try find.step() {
      guard let id = find.integer(0), let occurrence = find.integer(1), let file = find.integer(2) else { continue }
      highest = occurrence
      let hasSameDimensions =
        row.key != nil
        || row.dimensions.indices.allSatisfy { index in
          let (own, known) = (row.dimensions[index], find.integer(3 + index))
          return own == known || (index == fillable && (own == nil || known == nil))
        }
      guard hasSameDimensions else { continue }
      let start = 3 + row.dimensions.count
      let measures = row.measures.indices.map { find.integer(start + $0) }
      let filling = fillable.flatMap { find.integer(3 + $0) }
      rows.append(Stored(id: id, occurrence: occurrence, sourceFile: file, filling: filling, measures: measures))
    }
    return (rows, highest)
  }

  private func add(_ row: FactRow, key: Int64, occurrence: Int64) throws {
    insert.bind(1, key)
    insert.bind(2, occurrence)
    insert.bind(3, files.current)
    insert.bind(4, Int64(row.line))
    insert.bind(5, Int64(row.section))
    var index = 6
    for value in row.dimensions {
      insert.bind(index, value)
      index += 1
    }
    for value in row.measures {
      insert.bind(index, value)
      index += 1
    }
    try insert.run()
  }

  private func repeats(_ row: FactRow, _ print: Int64, _ key: Int64) -> Bool {
    taken[key].map { repeats(row, print, $0) } == true
      || others[key, default: []].contains { repeats(row, print, $0) }
  }

  private static func fingerprint(_ row: FactRow) -> Int64 {
    mix(row.measures, seed: mix(row.dimensions, seed: 0x517C_C1B7_2722_0A95))
  }

  /// Two sheets of a workbook may well show the same rows with other columns beside them, where rows say what they are of;
  /// within one, other cells are another row.
  private func repeats(_ row: FactRow, _ print: Int64, _ taken: Taken) -> Bool {
    guard taken.print == print else { return false }
    guard table.countsEachRecord else { return true }
    return row.section == taken.section ? row.content == taken.content : !files.sheetsAreApart
  }

  private func take(_ key: Int64, _ row: FactRow, id: Int64, _ print: Int64) {
    let entry = Taken(id: id, print: print, section: row.section, content: row.content)
    if taken[key] == nil {
      taken[key] = entry
    } else {
      others[key, default: []].append(entry)
    }
  }

  /// Those that no row of this file has met.
  private func untaken(_ stored: [Stored], key: Int64) -> [Stored] {
    guard let first = taken[key], !stored.isEmpty else { return stored }
    let further = Set(others[key, default: []].lazy.map(\.id))
    return stored.filter { $0.id != first.id && !further.contains($0.id) }
  }

  private func key(_ row: FactRow) -> Int64 {
    if let key = row.key { return FactWriter.key(key) }
    guard let fillable, row.dimensions[fillable] != nil else { return FactWriter.key(row.dimensions) }
    var dimensions = row.dimensions
    dimensions[fillable] = nil
    return FactWriter.key(dimensions)
  }

  static func key(_ dimensions: [Int64?]) -> Int64 { mix(dimensions, seed: 0x1E37_79B9_7F4A_7C15) }

  /// A 64-bit mix after MurmurHash3's finaliser, one round per value; missing differs from every number likely met.
  private static func mix(_ values: [Int64?], seed: Int64) -> Int64 {
    var state = UInt64(bitPattern: seed)
    for value in values {
      state ^= UInt64(bitPattern: value ?? 0x5BF0_3635_16F7_29B1)
      state ^= state >> 33
      state = state &* 0xFF51_AFD7_ED55_8CCD
      state ^= state >> 33
      state = state &* 0xC4CE_B9FE_1A85_EC53
      state ^= state >> 33
    }
    return Int64(bitPattern: state)
  }
}
