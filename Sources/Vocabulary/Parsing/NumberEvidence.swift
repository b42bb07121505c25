/// What the cells of one column say about how they write numbers, gathered over a whole file in constant memory.
package struct NumberEvidence: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    /// Every reading gives the same values: nothing in the column depends on the choice.
    case indifferent
    case certain(NumberFormat.DecimalMark)
    /// Cells such as `1.234` that are a number in both readings, but not the same one; first seen on this line.
    /// `hasComma`: whether one of them is written with a comma, as a machine that never groups does not.
    case ambiguous(line: Int, hasComma: Bool)
    /// Cells that exclude each other; first seen on these lines.
    case contradictory(dotLine: Int, commaLine: Int)
  }

  private var onlyDot = Tally()
  private var onlyComma = Tally()
  private var both = Tally()
  private var hasComma = false
  private let isWhole: Bool

  /// `isWhole`: the column counts things, so that `1,234` cannot mean a fraction.
  package init(isWhole: Bool = false) { self.isWhole = isWhole }

  package mutating func observe(_ cell: UnsafeBufferPointer<UInt8>, line: Int) {
    guard let place = cell.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) else { return }
    if let isZero = NumberEvidence.fraction(cell, mark: place) {
      guard isZero || !isWhole else { return }
      if cell[place] == UInt8(ascii: ".") { onlyDot.note(line) } else { onlyComma.note(line) }
      return
    }
    let dot = reading(cell, .decimalDot)
    let comma = reading(cell, .decimalComma)
    switch (dot, comma) {
    case (nil, nil): break
    case (_?, nil): onlyDot.note(line)
    case (nil, _?): onlyComma.note(line)
    case (let dot?, let comma?) where dot != comma:
      both.note(line)
      hasComma = hasComma || cell[place] == UInt8(ascii: ",")
    default: break
    }
  }

  /// A few strays, at most one in a hundred of the cells that tell, do not overturn the rest: they are bad rows.
  package var verdict: Verdict {
    switch (onlyDot.count, onlyComma.count) {
    case (0, 0): return both.count == 0 ? .indifferent : .ambiguous(line: both.firstLine, hasComma: hasComma)
    case (let dots, let commas) where commas * 100 <= dots: return .certain(.dot)
    case (let dots, let commas) where dots * 100 <= commas: return .certain(.comma)
    default: return .contradictory(dotLine: onlyDot.firstLine, commaLine: onlyComma.firstLine)
    }
  }

  /// Figures, one mark and one or two figures behind it are most of what there is, and no number in the other reading:
  /// whether those behind the mark are zeros; nil for anything else.
  private static func fraction(_ cell: UnsafeBufferPointer<UInt8>, mark: Int) -> Bool? {
    let decimals = cell.count - mark - 1
    guard (1...12).contains(mark), (1...2).contains(decimals) else { return nil }
    for index in 0..<mark where cell[index] &- 0x30 > 9 { return nil }
    var rest: UInt8 = 0
    for index in (mark + 1)..<cell.count {
      let figure = cell[index] &- 0x30
      guard figure <= 9 else { return nil }
      rest |= figure
    }
    return rest == 0
  }

  private func reading(_ cell: UnsafeBufferPointer<UInt8>, _ format: NumberFormat) -> Int64? {
    guard let micros = AmountText(cell, format: format)?.micros else { return nil }
    return isWhole && micros % Micros.perUnit != 0 ? nil : micros
  }

  private struct Tally: Hashable {
    private(set) var count = 0
    private(set) var firstLine = 0

    mutating func note(_ line: Int) {
      if count == 0 { firstLine = line }
      count += 1
    }
  }
}
