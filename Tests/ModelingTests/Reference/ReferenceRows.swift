import Computation
import Foundation
import Modeling

/// A set of the reference's with an outcome, as it stands in its files, with its split.
struct ReferenceRows {
  let names: [String]
  let cells: [[String]]
  let outcomes: [Bool]
  let parts: [String]
  let numeric: [String]

  /// Read once: these files are large.
  static func read(_ set: String) throws -> ReferenceRows {
    switch set {
    case "telco": try telco.get()
    case "adult": try adult.get()
    case "bank": try bank.get()
    default: try bankWithoutDuration.get()
    }
  }

  private static let telco = Result { try ReferenceRows("telco") }
  private static let adult = Result { try ReferenceRows("adult") }
  private static let bank = Result { try ReferenceRows("bank") }
  private static let bankWithoutDuration = Result { try ReferenceRows("bank_noduration") }

  private init(_ set: String) throws {
    let adult = [
      "age", "workclass", "fnlwgt", "education", "education-num", "marital-status", "occupation", "relationship",
      "race", "sex", "capital-gain", "capital-loss", "hours-per-week", "native-country", "income",
    ]
    let label: String
    switch set {
    case "telco":
      let lines = try Self.cells("telco/Telco-Customer-Churn.csv", ",")
      (names, cells, label) = (lines[0], Array(lines.dropFirst()), "Churn")
      numeric = ["SeniorCitizen", "tenure", "MonthlyCharges", "TotalCharges"]
    case "adult":
      let lines = try Self.cells("adult/adult-train.csv.gz", ",") + Self.cells("adult/adult-test.csv.gz", ",")
      // The second file begins with a line that is no row.
      (names, cells, label) = (adult, lines.filter { $0.count == adult.count }, "income")
      numeric = ["age", "education-num", "capital-gain", "capital-loss", "hours-per-week"]
    default:
      let lines = try Self.cells("bank/bank-full.csv", ";")
      (names, cells, label) = (lines[0], Array(lines.dropFirst()), "y")
      let numbers = ["age", "balance", "day", "duration", "campaign", "pdays", "previous"]
      numeric = set == "bank" ? numbers : numbers.filter { $0 != "duration" }
    }
    let place = try SharedReference.found(names.firstIndex(of: label), label)
    outcomes = cells.map { ["Yes", "yes", ">50K", ">50K."].contains($0[place]) }
    let folder = set.replacingOccurrences(of: "_noduration", with: "")
    parts = try SharedReference.lines("\(folder)/split.csv").dropFirst().map {
      String($0.split(separator: ",")[1])
    }
    self.label = label
    self.set = set
  }

  private let label: String
  private let set: String

  private static func cells(_ file: String, _ mark: Character) throws -> [[String]] {
    try SharedReference.lines(file).map { line in
      line.split(separator: mark, omittingEmptySubsequences: false).map { cell in
        let bare = cell.first == " " ? cell.dropFirst() : cell
        return String(bare.first == "\"" ? bare.dropFirst().dropLast() : bare)
      }
    }
  }

  func column(_ name: String) throws -> [String] {
    let place = try SharedReference.found(names.firstIndex(of: name), name)
    return cells.map { $0[place] }
  }

  func rows(of part: String) -> [Int] { parts.indices.filter { parts[$0] == part } }

  /// Numbers first, then the categories, as the reference's matrix has them; a blank number is 0.
  func table() throws -> FeatureTable {
    var table = FeatureTable(rowCount: cells.count)
    for name in numeric {
      let values = try column(name).map(Double.init)
      try table.append(Feature(name, unit: .count, missing: .constant(0)), .numeric(values))
    }
    for name in names where !(numeric + [label, "customerID", "fnlwgt", "duration"]).contains(name) {
      try table.append(Feature(name, unit: .category), .categorical(try column(name)))
    }
    return table
  }
}

/// Texts of a result file.
enum ReferenceText {
  /// The list of texts at `key` in each member of a list.
  static func lists(_ file: String, _ path: String, key: String) throws -> [[String]] {
    let keys = path.split(separator: "/").map(String.init)
    let list = try AttributionReference.member(file, keys) as? [[String: Any]]
    return try SharedReference.found(list, path).map { try SharedReference.found($0[key] as? [String], key) }
  }
}
