import Analysis
import Vocabulary

/// The week's finding in one line. Which sentence is chosen is what it claims.
struct WeekHeadline {
  enum Claim: Equatable {
    /// Outside the usual range, and on the same side of the week before.
    case rose, fell
    /// Outside the usual range only.
    case above, below
    /// Inside the usual range, and moved by more than a little.
    case higher, lower
    /// Inside the usual range, and by a little at most off the week before.
    case usual
    /// Inside the usual range, with no week before to compare with.
    case within
    /// No usual range to judge by: the bare figure.
    case plain
    /// Orders of the week could not be converted: the figure is a part, and nothing is claimed of the whole.
    case incomplete
    case noRevenue
  }

  /// Share of the week before below which revenue did not change much.
  static let smallChange = 0.1

  let claim: Claim
  let text: String

  init(_ overview: Overview) {
    guard let tile = overview.tile(.revenue), let value = tile.value else {
      claim = .noRevenue
      text = phrase("There is no revenue figure for the week yet")
      return
    }
    let money = Quantity.money(overview.currency)
    let amount = money.text(value)
    claim = Self.claim(value, tile)
    switch claim {
    case .rose, .fell:
      let values: KeyValuePairs = ["size": Self.size(of: tile, money), "amount": amount]
      text = Self.besideSpend(
        claim == .rose
          ? phrase("Revenue rose {size} to {amount}", values) : phrase("Revenue fell {size} to {amount}", values),
        overview)
    case .above: text = phrase("Revenue was {amount}, above its usual range", ["amount": amount])
    case .below: text = phrase("Revenue was {amount}, below its usual range", ["amount": amount])
    case .higher: text = phrase("Revenue rose to {amount}, within its usual range", ["amount": amount])
    case .lower: text = phrase("Revenue fell to {amount}, within its usual range", ["amount": amount])
    case .within: text = phrase("Revenue was {amount}, within its usual range", ["amount": amount])
    case .usual: text = phrase("Revenue did not change much: {amount}, within its usual range", ["amount": amount])
    case .incomplete:
      text = phrase(
        "Revenue of the week is incomplete: {amount}, without {count} order for which no exchange rate is given",
        "Revenue of the week is incomplete: {amount}, without {count} orders for which no exchange rate is given",
        of: tile.leftOut, ["amount": amount])
    case .plain, .noRevenue:
      text = phrase(
        "Revenue was {amount} in the week of {days}", ["amount": amount, "days": Dates.range(overview.week)])
    }
  }

  static func claim(_ value: Double, _ tile: Overview.Tile) -> Claim {
    guard tile.leftOut == 0 else { return .incomplete }
    return switch Standing(value, tile.usualRange) {
    case .above: tile.previous.map { value > $0 } == true ? .rose : .above
    case .below: tile.previous.map { value < $0 } == true ? .fell : .below
    case .inside: tile.previous.map { inside(value, after: $0) } ?? .within
    case .unknown: .plain
    }
  }

  private static func inside(_ value: Double, after previous: Double) -> Claim {
    switch Change(from: previous, to: value) {
    case .none: .usual
    case .relative(let share) where abs(share) < smallChange: .usual
    case .relative, .absolute, .moreThanTenTimes, .new: value > previous ? .higher : .lower
    }
  }

  private static func size(of tile: Overview.Tile, _ quantity: Quantity) -> String {
    guard let value = tile.value, let previous = tile.previous else { return "" }
    switch Change(from: previous, to: value) {
    case .relative(let share): return Quantity.share.text(abs(share))
    case .absolute, .moreThanTenTimes, .new, .none:
      return phrase("by {amount}", ["amount": quantity.text(abs(value - previous))])
    }
  }

  private static func besideSpend(_ finding: String, _ overview: Overview) -> String {
    guard let tile = overview.tile(.spend), let value = tile.value else { return finding }
    switch claim(value, tile) {
    case .rose: return phrase("{finding} while ad spend rose too", ["finding": finding])
    case .fell: return phrase("{finding} while ad spend fell", ["finding": finding])
    case .higher, .lower, .usual, .within:
      return phrase("{finding} while ad spend stayed in its usual range", ["finding": finding])
    case .above, .below, .plain, .incomplete, .noRevenue: return finding
    }
  }
}

extension Overview {
  func tile(_ measure: Measure) -> Tile? { tiles.first { $0.measure == measure } }

  /// Moves that are not zero, largest first, equal ones in the order of channels.
  var rankedMoves: [Move] {
    moves.filter { $0.change != 0 }.sorted { (abs($1.change), $0.channel) < (abs($0.change), $1.channel) }
  }

  /// The change of the revenue tile; nil unless both weeks are known.
  var revenueChange: Double? {
    guard let tile = tile(.revenue), let value = tile.value, let previous = tile.previous else { return nil }
    return value - previous
  }

  /// The moves that go the way of the whole, largest first.
  var leadingMoves: [Move] {
    guard let change = revenueChange, change != 0 else { return [] }
    return rankedMoves.filter { ($0.change > 0) == (change > 0) }
  }
}
