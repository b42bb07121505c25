import Foundation

@testable import fairlead

/// Reference data and figures kept outside the package. Tests that need them are skipped where they are not.
enum LabReference {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["FAIRLEAD_SHARED"] {
      return URL(fileURLWithPath: path).appending(path: "reference")
    }
    return URL(fileURLWithPath: #filePath).appending(path: "../../../../../../shared/reference").standardized
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "results").path())
  static let absence = "needs the shared reference data; set FAIRLEAD_SHARED to their folder"

  struct Missing: Error { let what: String }

  static func number(_ file: String, _ path: [String]) throws -> Double {
    guard let number = try value(file, path) as? NSNumber else { throw Missing(what: path.joined(separator: "/")) }
    return number.doubleValue
  }

  static func numbers(_ file: String, _ path: [String]) throws -> [Double] {
    guard let numbers = try value(file, path) as? [NSNumber] else { throw Missing(what: path.joined(separator: "/")) }
    return numbers.map(\.doubleValue)
  }

  /// Numbers by their key.
  static func table(_ file: String, _ path: [String]) throws -> [String: Double] {
    guard let table = try value(file, path) as? [String: NSNumber] else {
      throw Missing(what: path.joined(separator: "/"))
    }
    return table.mapValues(\.doubleValue)
  }

  static func found<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else { throw Missing(what: what) }
    return value
  }

  private static func value(_ file: String, _ path: [String]) throws -> Any {
    let data = try Data(contentsOf: folder.appending(path: "results/\(file)"))
    var value = try JSONSerialization.jsonObject(with: data)
    for key in path {
      guard let member = (value as? [String: Any])?[key] else { throw Missing(what: path.joined(separator: "/")) }
      value = member
    }
    return value
  }

  /// Size and score of each slice of a list in the fairness figures.
  static func slices(_ path: [String]) throws -> [(size: Int, score: Double)] {
    let data = try Data(contentsOf: folder.appending(path: "results/fairness.json"))
    var value = try JSONSerialization.jsonObject(with: data)
    for key in path {
      guard let member = (value as? [String: Any])?[key] else { throw Missing(what: path.joined(separator: "/")) }
      value = member
    }
    guard let list = value as? [[String: Any]] else { throw Missing(what: path.joined(separator: "/")) }
    return list.compactMap { entry in
      guard let size = entry["size"] as? Int, let score = entry["score"] as? Double else { return nil }
      return (size, score)
    }
  }

  static func text(_ file: String) throws -> String {
    let url = folder.appending(path: "data/\(file)")
    guard file.hasSuffix(".gz") else { return try String(contentsOf: url, encoding: .utf8) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", url.path()]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// One of the clustering sets as a CSV file without a header; gives its path and its number of rows.
  static func clusters(_ name: String, in folder: Folder) throws -> (path: String, rows: Int) {
    let lines = try text("clusters/\(name).data.gz").split(whereSeparator: \.isNewline)
    let csv = lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: ",") }.joined(separator: "\n")
    return (try folder.write(csv + "\n", to: "\(name).csv"), lines.count)
  }

  /// Row-number files of a set's split.
  static func split(_ set: String, in folder: Folder) throws -> [String] {
    let lines = try text("\(set)/split.csv").split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",") }
    return try ["train", "valid", "test"].map { part in
      try folder.write(
        lines.filter { $0[1] == part }.map { "\($0[0])" }.joined(separator: "\n"), to: "\(set)-\(part).txt")
    }
  }
}
