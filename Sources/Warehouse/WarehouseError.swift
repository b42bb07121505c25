import GRDB
import Vocabulary

/// Why the warehouse could not do what was asked. Nothing of the failed step is kept; payloads hold no personal data.
package enum WarehouseError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file is no database, is cut, or a page of it cannot be read.
  case damaged(path: String, found: String)
  /// A database, but of another program.
  case foreign(path: String, applicationID: Int)
  /// Written by a later version of this program.
  case newerSchema(path: String, found: Int, known: Int)
  case missing(path: String)
  case notWritable(path: String, found: String)
  case diskFull(path: String)
  case busy(path: String)
  /// Two files disagree about the same fact and nothing tells which is newer.
  case equalEvidence(table: String, first: String, second: String)
  /// The same, where neither says which days its rows are of.
  case unknownPeriods(table: String, first: String, second: String)
  /// The same, where it is the one that reaches further that does not say when it was made.
  case unknownExport(table: String, first: String, second: String, lacking: String)
  /// Less than half or more than twice of another file's figures for the same settled days.
  case farFigures(first: String, second: String)
  /// Two things, such as orders of two shops or deals of two accounts, under one key.
  case differentThings(table: String, first: String, second: String)
  /// A format left lines of a file without an outcome.
  case unaccountedRows(file: String, read: Int, accounted: Int)
  case digestChanged(file: String)
  case totalTooLarge(file: String, metric: String)
  case notAReadOnlyQuery
  case unknownRun(id: String)
  case database(path: String, code: Int, message: String)

  package var description: String {
    switch self {
    case .damaged(let path, let found):
      "\(path): \(found); expected a sound warehouse; restore the file from a backup, or move it away and ingest again"
    case .foreign(let path, let applicationID):
      "\(path): a database of another program (application id \(applicationID)); "
        + "expected a Fairlead warehouse; name another file"
    case .newerSchema(let path, let found, let known):
      "\(path): schema version \(found); expected at most \(known); use the newer Fairlead that wrote it"
    case .missing(let path):
      "\(path): no such file; expected a warehouse; run `fairlead ingest` or `fairlead build` first"
    case .notWritable(let path, let found):
      "\(path): \(found); expected a file that can be read and written; check its folder and permissions"
    case .diskFull(let path):
      "\(path): the disk is full; expected room for the load; free space and run again (nothing was changed)"
    case .busy(let path):
      "\(path): locked by another process; expected to be the only writer; wait for it and run again"
    case .equalEvidence(let table, let first, let second):
      "\(first): other values than \(second) for the same rows of \(Self.plain(table)); expected to know which file is newer, or that "
        + "they are of two accounts; if they tell of the same, put the day of export into the newer file's name, such as "
        + "name-2026-10-05.csv, and ingest it again; else ingest each account's files with --account and its name"
    case .unknownPeriods(let table, let first, let second):
      "\(first): other values than \(second) for the same rows of \(Self.plain(table)), and neither says which days it covers; expected "
        + "the period of each; ingest them under names that tell it as the tool writes it; if they are of the same days, put "
        + "the day of export into the newer file's name, such as name-2026-10-05.csv, or, if of two accounts, ingest each "
        + "account's files with --account and its name"
    case .unknownExport(let table, let first, let second, let lacking):
      "\(first): other values than \(second) for the same rows of \(Self.plain(table)); expected to know which file is "
        + "newer: \(lacking) reaches further, but does not say when it was made, and the other was made after its own last "
        + "day; put the day of export into the name of \(lacking), such as name-2026-10-05.csv, and ingest "
        + (lacking == first ? "it again" : "all files into a new warehouse")
    case .farFigures(let first, let second):
      "\(first): less than half or more than twice of what \(second) says of the same days; expected a newer export of the "
        + "same account, or one that names its own; ingest each account's files with --account and its name; if the "
        + "figures were restated, put the later day of export into the newer file's name"
    case .differentThings(let table, let first, let second):
      "\(first): \(Self.plain(table)) with the numbers that \(second) has, of other persons, names, days or currencies; "
        + "expected the numbers of one shop or account; ingest the files of each with --account and its name"
    case .unaccountedRows(let file, let read, let accounted):
      "\(file): \(read) rows read and \(accounted) accounted for; expected the same number; report this file's format"
    case .digestChanged(let file):
      "\(file): its bytes changed while it was read; expected an unchanging file; ingest it again"
    case .totalTooLarge(let file, let metric):
      "\(file): the sum of \(metric) exceeds 9.2 trillion; expected amounts of a business; check the column's unit"
    case .notAReadOnlyQuery:
      "query: not one SELECT; expected a single statement that only reads; start it with SELECT, WITH or VALUES"
    case .unknownRun(let id):
      "model run \(id): not in the warehouse; expected a stored run; `fairlead models list` names them"
    case .database(let path, let code, let message):
      "\(path): SQLite error \(code), \(message); expected the statement to succeed; run `fairlead doctor`"
    }
  }

  /// What a table holds, in words of people who never see it: `customerOrder` as `customer orders`.
  private static func plain(_ table: String) -> String {
    switch table {
    case "adPerformance": return "advertising"
    case "webTraffic": return "website figures"
    case "company": return "companies"
    default:
      let words = table.map { $0.isUppercase ? " \($0.lowercased())" : String($0) }
      return words.joined() + "s"
    }
  }

  /// The warehouse's own word for what SQLite reported.
  static func wrapping(_ error: any Error, path: String) -> WarehouseError {
    if let known = error as? WarehouseError { return known }
    guard let failure = error as? DatabaseError else {
      return .database(path: path, code: 0, message: "\(type(of: error))")
    }
    let message = failure.message ?? "no message"
    switch failure.resultCode {
    case .SQLITE_NOTADB: return .damaged(path: path, found: "not a database")
    case .SQLITE_CORRUPT: return .damaged(path: path, found: "a damaged database")
    case .SQLITE_FULL: return .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_IOERR:
      return .notWritable(path: path, found: message)
    default: return .database(path: path, code: Int(failure.extendedResultCode.rawValue), message: message)
    }
  }
}
