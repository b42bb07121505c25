import Foundation
import Vocabulary

/// Gathers one column, as numbers while all of its cells are numbers.
struct LabColumnBuilder {
  private let isForcedText: Bool
  private var isText: Bool
  private var numbers: [Double] = []
  private var codes: [Int32] = []
  private var levels: [String] = []
  private var places: [String: Int32] = [:]
  private var numberCount = 0
  private(set) var textCount = 0
  private var firstText: Int?
  /// Some distinct numbers among the cells, to tell measurements from codes; no more are kept than the rule asks about.
  private var distinct: Set<Double> = []

  init(isText: Bool) {
    isForcedText = isText
    self.isText = isText
  }

  /// Takes a cell; gives what is wrong with a number that cannot be used.
  mutating func take(_ cell: String, row: Int) -> String? {
    if BlankText.isMissing(cell) {
      if isText { codes.append(-1) } else { numbers.append(.nan) }
      return nil
    }
    let number = isForcedText ? nil : Self.number(cell)
    if let number {
      guard number.magnitude < 1e150 else {
        return number.isFinite ? "a number of that size or more" : "no finite number"
      }
      numberCount += 1
      if distinct.count <= Self.codes { distinct.insert(number) }
    } else {
      textCount += 1
      if firstText == nil { firstText = row }
      if !isText, numberCount == 0 {
        // Nothing but blanks so far: the column is text from here on.
        isText = true
        codes = [Int32](repeating: -1, count: numbers.count)
        numbers = []
      }
    }
    if isText { intern(cell) } else { numbers.append(number.map { $0.magnitude < Self.least ? 0 : $0 } ?? .nan) }
    return nil
  }

  private mutating func intern(_ cell: String) {
    let text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
    if let place = places[text] {
      codes.append(place)
    } else {
      let place = Int32(levels.count)
      places[text] = place
      levels.append(text)
      codes.append(place)
    }
  }

  private static let codes = 20
  /// Nearer to 0 a number's square is 0, and so is the spread of a column of such: it counts as 0.
  private static let least = 1e-150

  /// Numbers came first and text later: the column has to be read again as text.
  var isMixed: Bool { !isText && textCount > 0 }

  /// The row of the first text in a column that is numbers almost everywhere (19 in 20 cells, more than a score of
  /// different ones): a slip rather than a category.
  var loneText: Int? {
    textCount > 0 && numberCount >= 19 * textCount && distinct.count > Self.codes ? firstText : nil
  }

  var column: LabTable.Column {
    isText ? .levels(codes, names: levels) : .numbers(numbers)
  }

  /// A plain decimal number; an infinity where it is one or overflows. Blanks around it are ignored.
  private static func number(_ cell: String) -> Double? {
    if let number = Double(cell) { return isDecimal(cell) ? number : nil }
    let text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
    return isDecimal(text) ? Double(text) : nil
  }

  private static func isDecimal(_ text: String) -> Bool {
    let lower = text.utf8.first.map { $0 | 0x20 } ?? 0
    if lower == UInt8(ascii: "i") || lower == UInt8(ascii: "n") || text.utf8.count > 3 {
      let bare = text.lowercased().drop { $0 == "+" || $0 == "-" }
      if bare == "inf" || bare == "infinity" { return true }
    }
    return text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0) }
  }
}
