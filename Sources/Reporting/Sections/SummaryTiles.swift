import Analysis
import Charting
import Vocabulary

/// The figures of the week, as tiles and as one table.
struct SummaryTiles {
  let views: [TileView]
  let table: NumbersTable

  static let shownWeeks = 13

  init(_ overview: Overview) throws(ReportingError) {
    var views: [TileView] = []
    for tile in overview.tiles { views.append(try Self.view(tile, overview.currency)) }
    self.views = views
    table = NumbersTable(
      caption: phrase("Figures of the week"),
      columns: [
        .text(phrase("Figure")), .number(phrase("This week")), .number(phrase("Week before")),
        .number(phrase("Change")), .number(phrase("Usual range from")),
        .number(phrase("Usual range to")), .number(phrase("Earlier weeks")),
      ],
      rows: overview.tiles.map { Self.row($0, overview.currency) })
  }

  private static func view(_ tile: Overview.Tile, _ currency: Currency) throws(ReportingError) -> TileView {
    let quantity = tile.measure.quantity(currency)
    let label = tile.measure.label(currency)
    guard let value = tile.value else {
      let lack = tile.shortfall.map { LackView(progress: $0.progress, need: $0.needSentence) }
      return TileView(
        label: label, amount: nil,
        lack: lack ?? LackView(progress: phrase("no figure"), need: phrase("Nothing is recorded for this week.")))
    }
    return TileView(
      label: label, amount: quantity.headline(value), delta: delta(tile, value, quantity),
      why: why(tile, value, quantity), spark: try spark(tile, value, quantity, label: label))
  }

  private static func delta(_ tile: Overview.Tile, _ value: Double, _ quantity: Quantity) -> DeltaView? {
    guard let previous = tile.previous else { return nil }
    let judgement = judgement(tile, value)
    let difference = difference(tile, value, previous)
    return DeltaView(
      changeText(tile, value, previous, quantity), difference > 0 ? .up : difference < 0 ? .down : .level,
      tone: judgement == .usual ? "flat" : judgement == .good ? "up-good" : "up-bad",
      spoken: judgement == .usual
        ? phrase("on the week before")
        : judgement == .good ? phrase("on the week before, better") : phrase("on the week before, worse"))
  }

  /// Of a ratio in hundredths, as both are written: less is no change that anybody could see.
  private static func difference(_ tile: Overview.Tile, _ value: Double, _ previous: Double) -> Double {
    let difference = value - previous
    return tile.measure == .revenuePerSpend ? (difference * 100).rounded() / 100 : difference
  }

  private static func changeText(
    _ tile: Overview.Tile, _ value: Double, _ previous: Double, _ quantity: Quantity
  ) -> String {
    // A ratio changes by so much per unit; a percentage of it would be read as a percentage of money.
    if tile.measure == .revenuePerSpend {
      let difference = difference(tile, value, previous)
      return difference == 0 ? quantity.exact(0, decimals: 2) : quantity.signed(difference)
    }
    return Change(from: previous, to: value).text(quantity)
  }

  /// Coloured only outside the usual range, and only where one direction is better.
  private static func judgement(_ tile: Overview.Tile, _ value: Double) -> Sparkline.Tone {
    let side =
      switch Standing(value, tile.usualRange) {
      case .above: 1
      case .below: -1
      case .inside, .unknown: 0
      }
    let good = side * tile.measure.goodDirection
    return good > 0 ? .good : good < 0 ? .bad : .usual
  }

  private static func why(_ tile: Overview.Tile, _ value: Double, _ quantity: Quantity) -> String {
    guard tile.leftOut == 0 else { return phrase("Incomplete: not all money of the week has an exchange rate") }
    guard let range = tile.usualRange else { return phrase("No usual range yet: 8 earlier weeks are needed") }
    return UsualRangeText(value, range, quantity).sentence(
      Standing(value, range), isLowerBetter: tile.measure.goodDirection < 0)
  }

  private static func spark(
    _ tile: Overview.Tile, _ value: Double, _ quantity: Quantity, label: String
  ) throws(ReportingError) -> String? {
    let history = tile.history.suffix(shownWeeks)
    let figure = try Edition.draw(
      Sparkline(
        head: FigureHead(
          id: "spark-\(tile.measure.rawValue)", title: label, subtitle: "",
          name: phrase("{figure}, last {weeks} weeks", ["figure": label, "weeks": "\(history.count)"])),
        values: history.map(\.value), periods: history.map { $0.monday.description },
        usualRange: tile.usualRange.map { Charting.Estimate(nil, low: $0.low, high: $0.high) },
        tone: judgement(tile, value), format: quantity.chartFormat))
    return figure.hasDrawing ? figure.body : nil
  }

  private static func row(_ tile: Overview.Tile, _ currency: Currency) -> [NumbersTable.Cell] {
    let quantity = tile.measure.quantity(currency)
    func cell(_ value: Double?) -> NumbersTable.Cell { .number(value, quantity.chartFormat) }
    let ends = tile.value.flatMap { value in tile.usualRange.map { UsualRangeText(value, $0, quantity) } }
    let change = tile.value.flatMap { value in tile.previous.map { value - $0 } }
    return [
      .text(tile.measure.label(currency)), cell(tile.value), cell(tile.previous), .signed(change, quantity.chartFormat),
      end(tile.usualRange?.low, ends?.low, quantity), end(tile.usualRange?.high, ends?.high, quantity),
      .count(tile.usualRange?.weeks ?? 0),
    ]
  }

  /// As the tile writes it.
  private static func end(_ value: Double?, _ shown: Double?, _ quantity: Quantity) -> NumbersTable.Cell {
    guard let value, let shown else { return .number(value, quantity.chartFormat) }
    return .number(value, shown: quantity.text(shown))
  }
}
