import Foundation

/// The label column as yes or no.
struct LabOutcomes {
  /// Nil where the label is blank.
  let outcomes: [Bool?]
  let positive: String
  /// How the positive value was found, where nobody named it.
  let note: String?

  /// Cells are compared without blanks around them and without a final dot.
  init(_ cells: [String?], column: String, table: String, positive asked: String?) throws {
    let values = cells.map { $0.map(Self.bare) }
    let counts = Dictionary(values.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    let kinds = counts.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    guard kinds.count >= 2 else {
      throw Failure(
        "\(table): \(column) has \(kinds.count) value\(kinds.count == 1 ? "" : "s"); expected two outcomes; "
          + "choose another --label, or a table with both", .unusableData)
    }
    if let asked {
      let wanted = Self.bare(asked)
      guard counts[wanted] != nil else {
        throw Failure(
          "\(table): no row of \(column) has the value of --positive; expected one that occurs; correct it",
          .unusableData)
      }
      positive = wanted
      note = kinds.count > 2 ? "all values of \(column) but --positive count as no" : nil
    } else {
      guard kinds.count == 2 else {
        throw Failure(
          "\(table): \(column) has \(kinds.count) values; expected two outcomes; name the one that counts as yes "
            + "with --positive", .unusableData)
      }
      let affirmative = kinds.filter { ["1", "true", "yes", "y"].contains($0.lowercased()) || Double($0) == 1 }
      if affirmative.count == 1 {
        positive = affirmative[0]
        note = nil
      } else {
        let (first, second) = (kinds[0], kinds[1])
        positive = counts[first, default: 0] < counts[second, default: 0] ? first : second
        note = "neither value of \(column) means yes by itself; the rarer one, \"\(positive)\", was taken for it"
      }
    }
    let yes = positive
    outcomes = values.map { $0.map { $0 == yes } }
  }

  private static func bare(_ cell: String) -> String {
    var text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
    if text.count > 1, text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
