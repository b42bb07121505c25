import Foundation

/// Files with one 0-based data-row number a line.
enum RowNumbers {
  static func lines(of path: String) throws -> [String] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure("\(path): cannot be read; expected a text file; correct the path", .unusableData)
    }
    return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// Rows by number; nil unless every line is one whole number.
  static func numbers(_ lines: [String], of path: String, below count: Int) throws -> [Int]? {
    let numbers = lines.compactMap { Int($0) }
    guard numbers.count == lines.count, !numbers.isEmpty else { return nil }
    for number in numbers where !(0..<count).contains(number) {
      throw Failure(
        "\(path): names row \(number); expected 0 to \(count - 1), the header not counted; correct it", .unusableData)
    }
    return numbers
  }

  /// The rows that a file names, each once.
  static func read(_ path: String, below count: Int) throws -> [Int] {
    let lines = try lines(of: path)
    guard let numbers = try numbers(lines, of: path, below: count) else {
      let found = lines.isEmpty ? "no row number" : "a line that is no row number"
      throw Failure(
        "\(path): found \(found); expected one data-row number (from 0) a line and nothing else; correct it",
        .unusableData)
    }
    guard Set(numbers).count == numbers.count else {
      throw Failure("\(path): names a row twice; expected each once; correct it", .unusableData)
    }
    return numbers
  }
}
