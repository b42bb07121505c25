import Foundation
import Testing

@testable import Modeling

/// The numbers of a result file, ticked off as tests meet them: what is left at the end has no test.
final class FigureBook {
  private let file: String
  private let numbers: [String: Double]
  private var open: Set<String>

  /// `file` lies in the reference's folder. Settings and versions under `_meta` are no figures.
  init(_ file: String) throws {
    self.file = file
    let data = try Data(contentsOf: SharedReference.folder.appendingPathComponent(file))
    var found: [String: Double] = [:]
    Self.collect(try JSONSerialization.jsonObject(with: data), "", into: &found)
    numbers = found.filter { !$0.key.hasPrefix("_meta/") }
    open = Set(numbers.keys)
  }

  private static func collect(_ value: Any, _ path: String, into found: inout [String: Double]) {
    let at = { (key: String) in path.isEmpty ? key : path + "/" + key }
    if let members = value as? [String: Any] {
      for (key, member) in members { collect(member, at(key), into: &found) }
    } else if let members = value as? [Any] {
      for (index, member) in members.enumerated() { collect(member, at("\(index)"), into: &found) }
    } else if let number = value as? NSNumber {
      found[path] = number.doubleValue
    }
  }

  /// Nil where the file has no number there.
  subscript(_ path: String) -> Double? { numbers[path] }

  func figure(_ path: String) throws -> Double { try SharedReference.found(numbers[path], file + "/" + path) }

  /// How many numbers stand in the list at a path.
  func count(of path: String) -> Int { (0...).first { numbers["\(path)/\($0)"] == nil } ?? 0 }

  /// Within `relative` of the reference, or within `absolute`; a figure that the file leaves out has no value either.
  func meet(
    _ path: String, _ value: Double?, relative: Double = 1e-9, absolute: Double = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    open.remove(path)
    let expected = numbers[path]
    let isMet: Bool
    if let value, let expected {
      isMet = abs(value - expected) <= max(relative * abs(expected), absolute)
    } else {
      isMet = value == nil && expected == nil
    }
    let text = "\(path): \(String(describing: value)) against \(String(describing: expected))"
    #expect(isMet, Comment(rawValue: text), sourceLocation: sourceLocation)
  }

  func meet(
    _ path: String, all values: [Double], relative: Double = 1e-9, absolute: Double = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(count(of: path) == values.count, "\(path)", sourceLocation: sourceLocation)
    for (index, value) in values.enumerated() {
      meet("\(path)/\(index)", value, relative: relative, absolute: absolute, sourceLocation: sourceLocation)
    }
  }

  /// The same numbers in whatever order.
  func meet(
    _ path: String, anyOrder values: [Double], relative: Double = 1e-9, absolute: Double = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let order = places(of: path)
    for (place, value) in zip(order, values.sorted(by: >)) {
      meet("\(path)/\(place)", value, relative: relative, absolute: absolute, sourceLocation: sourceLocation)
    }
    #expect(order.count == values.count, "\(path)", sourceLocation: sourceLocation)
  }

  /// The places of a list's numbers, the largest first.
  func places(of path: String) -> [Int] {
    (0..<count(of: path)).sorted { (numbers["\(path)/\($0)"] ?? 0) > (numbers["\(path)/\($1)"] ?? 0) }
  }

  /// No less than the reference allows; more is better.
  func reach(
    _ path: String, _ value: Double, within slack: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    open.remove(path)
    let least = try figure(path) - slack
    #expect(value >= least, "\(path): \(value) below \(least)", sourceLocation: sourceLocation)
  }

  /// No more than the reference and a share beyond it; less is better.
  func atMost(
    _ path: String, _ value: Double, beyond share: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    open.remove(path)
    let most = try figure(path) * (1 + share)
    #expect(value <= most, "\(path): \(value) above \(most)", sourceLocation: sourceLocation)
  }

  /// Figures that say nothing about this package, by a part of their path: say why beside the call.
  func leaveOut(_ parts: String...) {
    open = open.filter { path in !parts.contains { path.contains($0) } }
  }

  /// Fails for figures under `part` that nothing has met.
  func expectAllMet(under part: String = "", sourceLocation: SourceLocation = #_sourceLocation) {
    let left = open.filter { $0.hasPrefix(part) }.sorted()
    #expect(left == [], "\(left.count) figures of \(file) are met by nothing", sourceLocation: sourceLocation)
  }
}
