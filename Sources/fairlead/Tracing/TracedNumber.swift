import Analysis
import Vocabulary
import Warehouse

/// A number of the report beside what the rows give now.
struct TracedNumber {
  let published: PublishedNumber
  let trace: NumberTrace
  let asOf: Day

  var number: ReportNumber { published.number }

  /// What is wrong, in one line; nil where the rows give the number.
  var disagreement: String? {
    guard !trace.agrees else { return nil }
    let counted = trace.counted.map { "the rows give \(Self.plain($0))" } ?? "no rows give it any more"
    return "\(number.id): the report says \(Self.plain(number.value)), \(counted); expected the same; "
      + "run `fairlead report` again; where the warehouse has not changed since, this is a fault to report"
  }

  /// Up to six decimals, without an exponent for any amount of a business.
  static func plain(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 9e12 else { return "\(value)" }
    return Micros.text(Int64((value * Double(Micros.perUnit)).rounded()))
  }
}

extension TracedNumber {
  /// What `--json` gives.
  var record: Record {
    Record(
      id: number.id.description, text: published.text, value: number.value, page: published.page,
      unit: number.unit.rawValue,
      measure: number.measure.rawValue, definition: number.measure.meaning, asOf: "\(asOf)",
      first: number.window.map { "\($0.first)" }, last: number.window.map { "\($0.last)" },
      channel: number.channel?.rawValue, subject: number.subject.isEmpty ? nil : number.subject,
      form: trace.formula.form.rawValue, sql: trace.formula.sql, counted: trace.counted, agrees: trace.agrees,
      model: trace.run.map(Model.init), inputs: trace.inputs.map(File.init), sets: trace.sets.map(RowsOfSet.init))
  }

  struct Record: Encodable {
    let id, text: String
    let value: Double
    let page: String?
    let unit, measure, definition, asOf: String
    let first, last, channel, subject: String?
    let form: String
    let sql: String?
    let counted: Double?
    let agrees: Bool
    let model: Model?
    let inputs: [File]
    let sets: [RowsOfSet]
  }

  struct Model: Encodable {
    let id, model, version, asOf, dataDigest: String
    let seed: UInt64
    let rows: Int
    let features: [String]

    init(_ run: ModelRun) {
      (id, model, version, asOf) = (run.id, run.model, run.version, "\(run.asOf)")
      (dataDigest, seed, rows, features) = (run.dataDigest, run.seed, run.rows, run.features)
    }
  }

  struct File: Encodable {
    let name, sha256: String
    let rows: Int
    let firstLine, lastLine: Int?

    init(_ file: FileRows) {
      (name, sha256, rows) = (file.name, file.digest, file.rows)
      (firstLine, lastLine) = (file.firstLine, file.lastLine)
    }
  }

  struct RowsOfSet: Encodable {
    let kind, sql: String
    let amount: Double?
    let count: Int
    let files: [File]
    let rows: [Row]

    init(_ set: TracedRows) {
      (kind, sql, amount, count) = (set.set.kind.rawValue, set.set.valueSQL, set.amount, set.count)
      files = set.files.map(File.init)
      rows = set.rows.map { Row($0, columns: set.columns) }
    }
  }

  struct Row: Encodable {
    let values: [String: String]
    let file, sha256: String?
    let line: Int?
    let restated: [Restated]

    init(_ row: TracedRow, columns: [String]) {
      values = Dictionary(zip(columns, row.values).map { ($0, RowText.cell($1, column: $0)) }) { first, _ in first }
      (file, sha256, line) = (row.file?.name, row.file?.digest, row.line)
      restated = row.history.map(Restated.init)
    }
  }

  struct Restated: Encodable {
    let measure, old, new, oldFile, oldSHA256, newFile: String

    init(_ row: RestatedRow) {
      measure = RowText.label(row.measure)
      old = RowText.cell(.integer(row.oldValue), column: row.measure)
      new = RowText.cell(.integer(row.newValue), column: row.measure)
      (oldFile, oldSHA256, newFile) = (row.oldFile, row.oldDigest, row.newFile)
    }
  }
}

/// A stored value as people write it: days as dates, millionths as decimals.
enum RowText {
  static func label(_ column: String) -> String {
    column.hasSuffix("Micros") ? String(column.dropLast("Micros".count)) : column
  }

  static func cell(_ value: QueryAnswer.Value, column: String) -> String {
    switch value {
    case .null: ""
    case .integer(let number) where column.hasSuffix("Micros"): Micros.text(number)
    case .integer(let number) where column == "day" || column.hasSuffix("Day"): "\(Day(number: Int(number)))"
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): text
    case .bytes(let count): "\(count) bytes"
    }
  }
}
