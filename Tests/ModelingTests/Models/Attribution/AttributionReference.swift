import Computation
import Foundation
import Testing

@testable import Modeling

/// The path table that the reference figures of attribution were worked out on, and those figures.
enum AttributionReference {
  static func journeys(repeated times: Int = 1) throws -> Journeys {
    let lines = try SharedReference.lines("channelattribution/Data.csv").dropFirst()
    let cells = lines.map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
    let rows = try cells.map { cells in
      (
        cells[0], try SharedReference.found(Double(cells[1]), "conversions"),
        try SharedReference.found(Double(cells[2]), "value"), try SharedReference.found(Double(cells[3]), "nulls")
      )
    }
    return try Journeys(rows: [[(String, Double, Double, Double)]](repeating: rows, count: times).flatMap { $0 })
  }

  /// The member at a path of keys in a result file of either reference.
  static func member(_ file: String, _ path: [String]) throws -> Any {
    var value = try JSONSerialization.jsonObject(
      with: try Data(contentsOf: SharedReference.folder.appendingPathComponent(file)))
    for key in path { value = try SharedReference.found((value as? [String: Any])?[key], path.joined(separator: "/")) }
    return value
  }

  /// A figure for each of `channels`.
  static func figures(_ file: String, _ path: [String], of channels: [String]) throws -> [Double] {
    let members = try SharedReference.found(try member(file, path) as? [String: Any], "figures by channel")
    return try channels.map { channel in
      let figure = members[channel]
      let number = (figure as? [String: Any])?["conversions"] ?? figure
      return try SharedReference.found((number as? NSNumber)?.doubleValue, channel)
    }
  }

  static let exact = "mix-and-trust/results/attribution_exact.json"
  static let earlier = "results/attribution.json"
}

extension Journeys {
  /// Rows of path, conversions, value and nulls, the touches parted by `>`.
  init(rows: [(String, Double, Double, Double)]) throws {
    var channels: [String] = []
    var places: [String: Int] = [:]
    let paths = rows.map { row in
      row.0.split(separator: ">").map { touch in
        let name = touch.trimmingCharacters(in: .whitespaces)
        let place = places[name] ?? channels.count
        if place == channels.count {
          places[name] = place
          channels.append(name)
        }
        return place
      }
    }
    try self.init(
      channels: channels, paths: paths,
      rows: rows.enumerated().map { Row(path: $0, conversions: $1.1, value: $1.2, nulls: $1.3) })
  }

  /// Rows drawn at random, for comparisons of two ways to the same figure.
  static func random(channels: Int, rows: Int, longest: Int, seed: UInt64) throws -> Journeys {
    var generator = SeededGenerator(seed: seed)
    return try Journeys(
      rows: (0..<rows).map { _ in
        let path = (0...generator.integer(below: longest)).map { _ in "c\(generator.integer(below: channels))" }
        return (
          path.joined(separator: ">"), Double(generator.integer(below: 4)), generator.uniform() * 9,
          Double(generator.integer(below: 9))
        )
      })
  }
}

func expectClose(_ found: [Double], _ expected: [Double], relative tolerance: Double = 1e-9) {
  #expect(found.count == expected.count)
  for (a, b) in zip(found, expected) { #expect(abs(a - b) <= tolerance * abs(b), "\(a) beside \(b)") }
}
