import Ingestion
import Vocabulary

/// What became of one export; the keys are those that `--json` promises.
struct FileReport: Encodable {
  enum Status: String, Encodable {
    case loaded, unchanged, superseded, partial, unrecognised, unreadable
    /// Read, and held to be another thing than what is loaded: other columns, or other values without a sign of which are
    /// the newer.
    case refused
    /// `inspect` only: it loads nothing.
    case recognised

    /// In JSON a refused file is one that could not be used, as it always was.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(self == .refused ? Self.unreadable.rawValue : rawValue)
    }

    /// Whether nothing of the file could be used; its message says why.
    var isUnusable: Bool {
      switch self {
      case .unrecognised, .unreadable, .refused: true
      case .loaded, .unchanged, .superseded, .partial, .recognised: false
      }
    }
  }

  var path: String
  var sha256: String?
  var format: String?
  var verified: Bool?
  var status: Status
  var encoding: String?
  var currency: String?
  var timeZone: String?
  var firstDay: String?
  var lastDay: String?
  var rowsRead = 0
  var rowsLoaded = 0
  var rowsUpdated = 0
  var rowsUnchanged = 0
  var rowsSkipped = 0
  /// How many rows were skipped for which reason, in words for people.
  var skipped: [String] = []
  var rowsRejected = 0
  var problems: [Problem] = []
  /// What is odd about the file and no fault of a row, sheets that were left out by name; a sentence each.
  var notes: [String] = []
  var totals: [String: String] = [:]
  /// The currencies of those that are money, for people.
  var units: [String: String] = [:]
  /// What the format is called by people.
  var title: String?
  var account: String?
  /// `inspect` only.
  var columns: [Column] = []
  /// What an unrecognised table may be, the likeliest first; `inspect` only.
  var kinds: [String] = []
  /// What to do next, one sentence; `inspect` only.
  var advice: String?
  /// Why the file was refused, or why it was recognised; one sentence for people.
  var message: String?

  /// A column of the file: what it fills, null where it is not loaded, and what stands in it, null where not looked at.
  struct Column: Encodable {
    var header: String
    var meaning: String?
    var content: String?

    private enum Key: String, CodingKey { case header, meaning, content }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(header, forKey: .header)
      try container.encode(meaning, forKey: .meaning)
      try container.encode(content, forKey: .content)
    }
  }

  struct Problem: Encodable {
    var line: Int?
    var column: String?
    var found: String
    var expected: String
  }

  init(path: String, status: Status) {
    self.path = path
    self.status = status
  }

  mutating func describe(_ file: SourceFile) {
    sha256 = file.digest
    format = file.format
    verified = file.isVerified
    encoding = file.encoding
    currency = file.currency?.code
    timeZone = file.timeZone
    firstDay = file.window?.first.description
    lastDay = file.window?.last.description
  }

  private enum Key: String, CodingKey, CaseIterable {
    case path, sha256, format, verified, status, encoding, currency, timeZone, firstDay, lastDay
    case rowsRead, rowsLoaded, rowsUpdated, rowsUnchanged, rowsSkipped, rowsRejected, problems, notes, totals, message
    case title, account, columns, kinds, advice
  }

  /// Unknown values are written as null, so that a script finds every key in every file.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(path, forKey: .path)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(format, forKey: .format)
    try container.encode(verified, forKey: .verified)
    try container.encode(status, forKey: .status)
    try container.encode(encoding, forKey: .encoding)
    try container.encode(currency, forKey: .currency)
    try container.encode(timeZone, forKey: .timeZone)
    try container.encode(firstDay, forKey: .firstDay)
    try container.encode(lastDay, forKey: .lastDay)
    try container.encode(rowsRead, forKey: .rowsRead)
    try container.encode(rowsLoaded, forKey: .rowsLoaded)
    try container.encode(rowsUpdated, forKey: .rowsUpdated)
    try container.encode(rowsUnchanged, forKey: .rowsUnchanged)
    try container.encode(rowsSkipped, forKey: .rowsSkipped)
    try container.encode(rowsRejected, forKey: .rowsRejected)
    try container.encode(problems, forKey: .problems)
    try container.encode(notes, forKey: .notes)
    try container.encode(totals, forKey: .totals)
    try container.encode(message, forKey: .message)
    try container.encode(title, forKey: .title)
    try container.encode(account, forKey: .account)
    try container.encode(columns, forKey: .columns)
    try container.encode(kinds, forKey: .kinds)
    try container.encode(advice, forKey: .advice)
  }
}

struct FileReports: Encodable {
  var files: [FileReport]
}

extension FileReport.Problem {
  init(_ row: RejectedRow) {
    self.init(line: row.line, column: row.column, found: row.found, expected: row.expected)
  }

  init(_ change: ColumnChange) {
    self.init(
      line: nil, column: change.header.isEmpty ? nil : change.header, found: change.found, expected: change.expected)
  }

  var sentence: String {
    let place = line.map { "line \($0): " } ?? ""
    let subject = column.map { $0.isEmpty ? "" : "\($0) is " } ?? ""
    return "\(place)\(subject)\(found); expected \(expected)"
  }

  /// A warning: platforms do not deliver such rows, but a file that was put together by hand may hold them.
  init(repeatedRows count: Int) {
    self.init(
      line: nil, column: nil, found: "\(count) \(count == 1 ? "row that repeats" : "rows that repeat") an earlier one",
      expected: "each row once; it is counted once; if they are different things, add the column that tells them apart "
        + "and export it again")
  }
}
