import Vocabulary

/// Rows that hold the sum of the rows directly below them: a campaign's own row above those of its ages or days.
///
/// A row whose parts are all empty, or all say "all", may be what no part is known of. It is a parent only where rows
/// of the same keys with every part filled follow it, two at least, and each of its figures is their sum: counts
/// exactly, amounts to half a hundredth for each row. Beside such a one, a row above a single one of the same figures
/// is a parent too. Memory: some 50 bytes for each parent.
struct ParentRows: Sendable {
  private struct Place: Hashable {
    var section: Int
    var line: Int
  }

  private struct Family: Sendable {
    let place: Place
    let keys: [[UInt8]]
    /// What is left of the parent's figures, in millionths.
    var rest: [Int64]
    var children: Int64 = 0
  }

  private let keys: [Int]
  private let parts: [Int]
  private let amount: Int
  private let counts: [Int]
  private var family: Family?
  private var parents: Set<Place> = []
  private var ofOne: Set<Place> = []

  /// `keys` tell rows apart, as `parts` do those of one family. Nil without parts or figures.
  init?(keys: [Int?], parts: [Int?], amount: Int?, counts: [Int?]) {
    self.keys = keys.compactMap { $0 }
    self.parts = parts.compactMap { $0 }
    self.counts = counts.compactMap { $0 }
    guard let amount, !self.parts.isEmpty, !self.counts.isEmpty else { return nil }
    self.amount = amount
  }

  mutating func survey(_ record: RawRecord) {
    let filled = parts.count { ParentRows.isPart(record[$0]) }
    if filled == 0 {
      settle()
      if let figures = figures(record), figures.contains(where: { $0 != 0 }) {
        family = Family(
          place: Place(section: record.section, line: record.line), keys: keys.map { Array(record[$0]) }, rest: figures)
      }
    } else if let parent = family {
      guard filled == parts.count, zip(keys, parent.keys).allSatisfy({ record[$0].elementsEqual($1) }) else {
        return settle()
      }
      family?.children += 1
      for (place, figure) in (figures(record) ?? []).enumerated() { family?.rest[place] &-= figure }
    }
  }

  /// Called behind the last row.
  mutating func settle() {
    defer { family = nil }
    guard let family, let amount = family.rest.first, family.children > 0,
      amount.magnitude <= Micros.perUnit / 200 * family.children, family.rest.dropFirst().allSatisfy({ $0 == 0 })
    else { return }
    if family.children > 1 { parents.insert(family.place) } else { ofOne.insert(family.place) }
  }

  func contains(_ record: RawRecord) -> Bool {
    guard !parents.isEmpty else { return false }
    let place = Place(section: record.section, line: record.line)
    return parents.contains(place) || ofOne.contains(place)
  }

  /// The amount first. Nil where one cannot be read; whether commas are decimal is not known yet.
  private func figures(_ record: RawRecord) -> [Int64]? {
    let figures = ([amount] + counts).compactMap { column -> Int64? in
      let cell = record[column]
      if !TotalsRow.isFilled(cell) { return 0 }
      return (AmountText(cell, format: .decimalDot) ?? AmountText(cell, format: .decimalComma))?.micros
    }
    return figures.count > counts.count ? figures : nil
  }

  private static func isPart(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard TotalsRow.isFilled(cell) else { return false }
    let cell = BlankText.trimmed(cell)
    return cell.count > 6 || !words.contains(String(decoding: cell, as: UTF8.self).lowercased())
  }

  private static let words: Set<String> = ["all", "alle", "tous", "toutes", "todos", "todas", "tutti", "tutte"]
}
