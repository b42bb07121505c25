import Ingestion
import Vocabulary
import Warehouse

/// Exports into the warehouse, one transaction a file.
struct Loading {
  let warehouse: Warehouse
  let options: ReadOptions
  let limit: RejectionLimit
  var contract = ColumnContract.evolve
  /// The paths that the user named. What is said of an account is said of those, and of others that are new.
  var named: Set<String> = []

  /// Reports in the order of `paths`; a file that cannot be used is a report, not an error.
  func load(_ paths: [String], quiet: Bool) throws -> [FileReport] {
    let progress = Progress(steps: paths.count, quiet: quiet)
    defer { progress.end() }
    var reports: [FileReport] = []
    for path in paths {
      progress.step(path)
      do {
        for export in try ExportOpener.open(path: path, options: options).flatMap({ $0.bySheets() }) {
          reports.append(try load(try apart(export, path: path), path: path))
        }
      } catch let error as IngestionError {
        reports.append(Loading.refusal(of: path, error))
      }
    }
    try warehouse.rebuildIdentity()
    try warehouse.markUncountedAds()
    try addWithdrawn(to: &reports)
    try addMissingTraffic(to: &reports)
    try addToldTwice(to: &reports)
    try addUnowned(to: &reports)
    try addLeftOut(to: &reports)
    try addBookings(to: &reports)
    try addRivalRates(to: &reports)
    return reports
  }

  /// An export that was filtered by a figure looks as if the rest had been taken back, and only its maker can tell.
  private func addWithdrawn(to reports: inout [FileReport]) throws {
    Loading.add(
      try WithdrawnRows.fetch(from: warehouse), to: &reports, ofNewer: FileReport.Problem.init(withdrawn:_:),
      ofOlder: FileReport.Problem.init(withdrawnByNewer:))
  }

  private func addMissingTraffic(to reports: inout [FileReport]) throws {
    Loading.add(
      try MissingTraffic.fetch(from: warehouse), to: &reports, ofNewer: FileReport.Problem.init(missing:_:),
      ofOlder: FileReport.Problem.init(missingInNewer:))
  }

  /// The newer file's lines tell; where it was loaded by an earlier command, the older one's.
  private static func add(
    _ lacked: [LackedRows], to reports: inout [FileReport], ofNewer: (Int, [DateWindow]) -> FileReport.Problem,
    ofOlder: (LackedRows) -> FileReport.Problem
  ) {
    for (digest, rows) in Dictionary(grouping: lacked, by: \.digest) where isTold(digest, in: reports) {
      tell(ofNewer(rows.reduce(0) { $0 + $1.rows }, rows.map(\.window)), of: digest, in: &reports)
    }
    for rows in lacked where !isTold(rows.digest, in: reports) {
      tell(ofOlder(rows), of: rows.olderDigest, in: &reports)
    }
  }

  private static func isTold(_ digest: String, in reports: [FileReport]) -> Bool {
    reports.contains { $0.sha256 == digest && !$0.status.isUnusable }
  }

  private static func tell(_ problem: FileReport.Problem, of digest: String, in reports: inout [FileReport]) {
    for index in reports.indices where reports[index].sha256 == digest && !reports[index].status.isUnusable {
      reports[index].problems.insert(problem, at: 0)
    }
  }

  /// Which of two tellings counts is told where they meet; whoever exported them may have meant something else.
  private func addToldTwice(to reports: inout [FileReport]) throws {
    for told in try ToldTwiceRows.fetch(from: warehouse) {
      Loading.tell(FileReport.Problem(told), of: told.digest, in: &reports)
    }
  }

  /// The file without an account tells; where it was loaded by an earlier command, those that name one.
  private func addUnowned(to reports: inout [FileReport]) throws {
    for unowned in try UnownedCampaigns.fetch(from: warehouse) {
      let tellers = Loading.isTold(unowned.digest, in: reports) ? [unowned.digest] : unowned.rivals
      for digest in tellers { Loading.tell(FileReport.Problem(unowned), of: digest, in: &reports) }
    }
  }

  /// Days of a sum that overlaps others are missing from the cost, and only another export can tell them.
  private func addLeftOut(to reports: inout [FileReport]) throws {
    for windows in try LeftOutWindows.fetch(from: warehouse) {
      Loading.tell(FileReport.Problem(windows), of: windows.digest, in: &reports)
    }
  }

  /// Only who made the sheet knows whether one of its rows says again what others say.
  private func addBookings(to reports: inout [FileReport]) throws {
    for bookings in try OverlappingBookings.fetch(from: warehouse) {
      Loading.tell(FileReport.Problem(bookings), of: bookings.digest, in: &reports)
    }
  }

  /// Either of the two may be the file that came later.
  private func addRivalRates(to reports: inout [FileReport]) throws {
    for rival in try RivalRates.fetch(from: warehouse) {
      for digest in Set([rival.digest, rival.countedDigest]) {
        Loading.tell(FileReport.Problem(rival), of: digest, in: &reports)
      }
    }
  }

  /// An unrecognised file that is named alone is an error of its own; among others and in the inbox it is a warning.
  static func refuseIfNothingWasUsable(_ reports: [FileReport], named paths: [String]) throws {
    let bad = reports.filter(\.status.isUnusable)
    let failed = bad.filter { $0.status != .unrecognised }
    guard !bad.isEmpty, !failed.isEmpty || !paths.isEmpty else { return }
    if isRefusalOfOne(reports) { throw Failure(bad[0].message ?? "the file could not be used", .unusableData) }
    if bad.count == reports.count {
      throw Failure(
        "none of \(bad.count) files could be used; expected at least one known export; each one's line says why",
        .unusableData)
    }
    if !failed.isEmpty {
      throw Failure(
        "\(failed.count) of \(reports.count) files could not be read or were refused; each one's line says why",
        .someFailed)
    }
  }

  /// Then the error is all there is to say, and no table of one line stands above it.
  static func isRefusalOfOne(_ reports: [FileReport]) -> Bool { reports.count == 1 && reports[0].status.isUnusable }

  static func refusal(of path: String, _ error: IngestionError, advice: String? = nil) -> FileReport {
    var report = FileReport(path: path, status: isUnrecognised(error) ? .unrecognised : .unreadable)
    let message = advice.map { error.description(advising: $0) } ?? error.description
    report.message = message
    report.problems = [FileReport.Problem(line: nil, column: nil, found: message, expected: "a known export")]
    return report
  }

  private static func isUnrecognised(_ error: IngestionError) -> Bool {
    switch error {
    case .unrecognised, .nearMapping, .leftOut, .foreign, .binary, .empty: true
    default: false
    }
  }

  /// What a file that is known already would tell by the options that are given now.
  private func otherReading(of digest: String, _ report: FileReport) throws -> [FileReport.Problem] {
    // Rows that only the warehouse rejects are in one of the sums and not in the other.
    guard report.rowsRejected == 0 else { return [] }
    let stored = try StoredTotals.fetch(ofFile: digest, from: warehouse)
    // An order's revenue is its total where one is told, and the subtotal is what is stored.
    let differing = stored.keys.sorted().filter { metric in
      metric != TotalMetric.revenue.rawValue
        && report.totals[metric].map { $0 != Micros.text(stored[metric] ?? 0) } ?? false
    }
    return differing.prefix(1).map { metric in
      FileReport.Problem(
        metric: metric, loaded: Micros.text(stored[metric] ?? 0), now: report.totals[metric] ?? "")
    }
  }

  /// Bytes that are known already may be of another period, site or account all the same.
  private func apart(_ export: Export, path: String) throws -> Export {
    guard let known = try SourceFiles.fetch(digest: export.digest, from: warehouse) else { return export }
    return export.apart(
      from: known.name, of: known.account, account: named.contains(path) ? options.account : nil)
  }

  private func load(_ export: Export, path: String) throws -> FileReport {
    let name = export.displayName
    var mapping: String?
    var recognised: SourceFile?
    do {
      let held = try contract.hold(export, to: warehouse)
      let (export, recognition) = (held.export, held.recognition)
      mapping = recognition.mapping
      var file = SourceFile(export, recognition)
      file.account = options.account ?? ""
      file.columns = held.columns
      file.columnChanges = held.changes
      recognised = file
      if contract == .freeze, let refusal = held.refusal(name) {
        var report = FileReport(path: path, status: .refused)
        report.describe(file)
        report.problems = held.changes.map(FileReport.Problem.init)
        report.message = refusal
        return report
      }
      var summary: ReadSummary?
      let outcome = try warehouse.load(file) { loader in
        let read = try BatchPipe.run({ take in try export.read(recognition, take) }) { try loader.add($0) }
        if let rejected = RejectedFile(read, limit: limit) { throw rejected }
        summary = read
        return read.sourceFile
      }
      var report = FileReport(path: path, status: FileReport.Status(outcome.status))
      // A file that is known already is read for its totals, which no table keeps.
      report.describe(try summary ?? export.read(recognition) { _ in })
      report.account = recognition.account
      report.notes = recognition.notes + report.notes
      report.title = recognition.title
      report.problems = held.changes.map(FileReport.Problem.init) + report.problems
      report.rowsRead = outcome.rowsRead
      report.rowsLoaded = outcome.rowsLoaded
      report.rowsUpdated = outcome.rowsUpdated
      report.rowsUnchanged = outcome.rowsUnchanged
      report.rowsSkipped = outcome.rowsSkipped
      report.rowsRejected = outcome.rowsRejected
      if let summary, outcome.rowsRejected > summary.rowsRejected {
        // Who reads a file row by row does not know that an earlier one has the same key.
        let told = Set(summary.problems)
        report.problems += try RejectedRows.fetch(from: warehouse)
          .filter { $0.digest == export.digest && !told.contains($0.row) }.map { FileReport.Problem($0.row) }
      }
      if let newer = outcome.supersededBy {
        report.problems.append(FileReport.Problem(rows: outcome.rowsSuperseded, standingIn: newer))
      }
      if summary == nil { report.problems += try otherReading(of: export.digest, report) }
      if outcome.rowsRepeated > 0 { report.problems.append(FileReport.Problem(repeatedRows: outcome.rowsRepeated)) }
      return report
    } catch let error as WarehouseError {
      guard error.isAboutTheFile else { throw Failure(error.description) }
      var report = FileReport(path: path, status: .refused)
      report.sha256 = export.digest
      if let recognised { report.describe(recognised) }
      report.message = error.description + (mapping.map { error.advice(for: name, readBy: $0) } ?? "")
      return report
    } catch let error as IngestionError {
      var report = Loading.refusal(of: path, error)
      report.sha256 = export.digest
      return report
    } catch let refused as RejectedFile {
      var report = FileReport(path: path, status: .unreadable)
      report.describe(refused.summary)
      report.totals = [:]
      report.units = [:]
      report.rowsRead = refused.summary.rowsRead
      report.rowsSkipped = refused.summary.rowsRead - refused.summary.rowsRejected
      report.rowsRejected = refused.summary.rowsRejected
      report.message = refused.message(name)
      return report
    }
  }
}

extension FileReport {
  mutating func describe(_ summary: ReadSummary) {
    describe(summary.sourceFile)
    problems = summary.problems.map(Problem.init)
    notes = summary.notes
    totals = Dictionary(uniqueKeysWithValues: summary.totals.map { ($0.key.rawValue, Micros.text($0.value)) })
    units = Dictionary(uniqueKeysWithValues: summary.units.map { ($0.key.rawValue, $0.value.code) })
  }
}

extension WarehouseError {
  /// For a file that was read by the user's mapping, whose constants may be another table's; "" where they do not matter.
  fileprivate func advice(for file: String, readBy mapping: String) -> String {
    switch self {
    case .equalEvidence, .unknownExport, .farFigures:
      "; if \(file) is of another platform than the mapping \"\(mapping)\" says, write a mapping of its own for it, with "
        + "`files: \"\(FileNames.pattern(for: file))\"`"
    default: ""
    }
  }

  /// Whether another file may be loaded all the same.
  var isAboutTheFile: Bool {
    switch self {
    case .equalEvidence, .unknownPeriods, .unknownExport, .farFigures, .differentThings, .unaccountedRows: true
    default: false
    }
  }
}

extension FileReport.Status {
  init(_ status: LoadReport.Status) {
    switch status {
    case .loaded: self = .loaded
    case .unchanged: self = .unchanged
    case .superseded: self = .superseded
    case .partial: self = .partial
    }
  }
}

extension SourceFile {
  /// What is known of an export before its rows are read.
  init(_ export: Export, _ recognition: Recognition) {
    self.init(
      name: export.displayName, digest: export.digest, byteCount: export.byteCount, format: recognition.format,
      isVerified: recognition.isVerified, encoding: recognition.encoding)
    currency = recognition.currency
    timeZone = recognition.timeZone
    window = recognition.window
    exportedDay = recognition.exportedDay
    sheetsAreApart = recognition.sheetsAreApart
    source = recognition.source
    columns = recognition.sourceColumns
  }
}
