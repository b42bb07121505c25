import Computation
import Foundation
import Modeling

/// Reference figures and data kept outside the package. Tests that need them are skipped where they are not.
enum SharedReference {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["FAIRLEAD_SHARED"] {
      return URL(fileURLWithPath: path).appendingPathComponent("reference")
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appendingPathComponent("../shared/reference")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder.appendingPathComponent("results").path)
  static let absence = "needs the shared reference data; set FAIRLEAD_SHARED to their folder"

  /// The number at a path of keys in a result file.
  static func number(_ file: String, _ path: [String]) throws -> Double {
    try found(numbers[file]?[path.joined(separator: "/")], path.joined(separator: "/"))
  }

  /// Every number of the result files by its path of keys, read once.
  private static let numbers: [String: [String: Double]] = {
    var numbers: [String: [String: Double]] = [:]
    for file in [
      "classify.json", "cluster.json", "cluster_best_known.json", "drift.json", "fairness.json", "survival.json",
      "clv.json",
    ] {
      guard let data = try? Data(contentsOf: folder.appendingPathComponent("results/\(file)")),
        let root = try? JSONSerialization.jsonObject(with: data)
      else { continue }
      var found: [String: Double] = [:]
      collect(root, [], into: &found)
      numbers[file] = found
    }
    return numbers
  }()

  private static func collect(_ value: Any, _ path: [String], into found: inout [String: Double]) {
    if let members = value as? [String: Any] {
      for (key, member) in members { collect(member, path + [key], into: &found) }
    } else if let members = value as? [Any] {
      for (index, member) in members.enumerated() { collect(member, path + ["\(index)"], into: &found) }
    } else if let number = value as? NSNumber {
      found[path.joined(separator: "/")] = number.doubleValue
    }
  }

  static func lines(_ file: String) throws -> [Substring] {
    let url = folder.appendingPathComponent("data/\(file)")
    let data = file.hasSuffix(".gz") ? try unzipped(url) : try Data(contentsOf: url)
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
  }

  /// One of the clustering sets, standardised unless told otherwise, with its labels.
  static func clusters(_ name: String, scaled: Bool = true) throws -> (rows: Matrix, labels: [Int]) {
    let rows = try lines("clusters/\(name).data.gz").map { line in
      try line.split(whereSeparator: \.isWhitespace).map { try found(Double($0), "number") }
    }
    let labels = try lines("clusters/\(name).labels0.gz").map {
      try found(Int($0.filter { !$0.isWhitespace }), "label")
    }
    let matrix = Matrix(rows)
    return (scaled ? try Standardiser().fit(matrix).transform(matrix) : matrix, labels)
  }

  /// Rows floor(i · n / k), which the reference runs start from.
  static func fixedStart(_ rows: Matrix, _ k: Int) -> Matrix {
    rows.selecting(rows: (0..<k).map { $0 * rows.rows / k })
  }

  /// Frozen scores of one model on one part of a set.
  static func scores(_ set: String, _ model: String, part: String) throws -> (ScoredOutcomes, rows: [Int]) {
    let lines = try SharedReference.found(predictions[set], set).get()
    let column = try found(lines[0].firstIndex(of: Substring(model)), model)
    let rows = lines.dropFirst().filter { $0[1] == part }
    let scored = try ScoredOutcomes(
      scores: rows.map { try found(Double($0[column]), "score") }, outcomes: rows.map { $0[2] == "1" })
    return (scored, try rows.map { try found(Int($0[0]), "row") })
  }

  /// The cells of each file of frozen scores, read once.
  private static let predictions: [String: Result<[[Substring]], any Error>] = Dictionary(
    uniqueKeysWithValues: ["telco", "bank", "bank_noduration", "adult"].map { set in
      let folder = set.replacingOccurrences(of: "_noduration", with: "")
      return (
        set, Result { try lines("\(folder)/\(set)_predictions_valid_test.csv.gz").map { $0.split(separator: ",") } }
      )
    })

  struct Missing: Error { let what: String }

  static func found<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else { throw Missing(what: what) }
    return value
  }

  private static func unzipped(_ url: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", url.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}
