import Analysis
import Charting
import Vocabulary

/// One client's row, as the template `portfolio` writes it.
struct PortfolioRow {
  let name: String
  let detail: String?
  /// Class of the row: `look` or `calm`.
  let look: String
  let figures: [PortfolioFigure]
  let tag: TagView
  let alerts: String?
  let path: String?
  let week: String?

  init(_ client: Portfolio.Client, in portfolio: Portfolio) throws(ReportingError) {
    name = Names.breakable(client.name)
    let record = client.record
    // The page says which currencies there are; a row says its own, so that no amounts are read as one sum.
    detail = record == nil ? nil : record?.currency?.code
    look = client.attention == .none ? "calm" : "look"
    var figures: [PortfolioFigure] = []
    for measure in AttentionRule.measures {
      // Figures of another week would be read as this week's.
      let figure = client.attention == .noReport ? nil : record?.figure(measure)
      figures.append(try PortfolioFigure(measure, figure, record?.currency, client: name))
    }
    self.figures = figures
    tag = PortfolioWording.data(client)
    alerts = PortfolioWording.alerts(client, portfolio.week).joined(separator: " ").nonEmpty
    path = record == nil ? nil : client.link
    week = record?.week.label
  }
}

/// One figure with its usual range: value, change, thirteen weeks.
struct PortfolioFigure {
  let label: String
  let amount: String?
  /// Coloured, outside the usual range.
  let delta: DeltaView?
  /// Plain, inside it.
  let change: String?
  /// Trusted markup.
  let spark: String?

  init(
    _ measure: Overview.Measure, _ figure: ReportRecord.Figure?, _ currency: Currency?, client: String
  ) throws(ReportingError) {
    label = PortfolioWording.label(measure, currency)
    guard let figure, let value = figure.value, let currency else {
      (amount, delta, change, spark) = (nil, nil, nil, nil)
      return
    }
    let quantity = measure.quantity(currency)
    let judgement = Standing(value, figure.usualRange).judgement(measure)
    let words = PortfolioWording.change(figure, value, quantity)
    amount = quantity.headline(value)
    change = judgement == 0 ? words : nil
    delta =
      judgement == 0
      ? nil
      : DeltaView(
        words ?? phrase("outside"), figure.previous.map { value >= $0 ? .up : .down } ?? .level,
        tone: judgement > 0 ? "up-good" : "up-bad",
        spoken: judgement > 0
          ? phrase("on the week before, better, outside its usual range")
          : phrase("on the week before, worse, outside its usual range"))
    let history = figure.history
    let drawn = try Edition.draw(
      Sparkline(
        head: FigureHead(
          id: "spark", title: label, subtitle: "",
          name: phrase(
            "{figure}, last {weeks} weeks",
            ["figure": "\(client), \(label)", "weeks": Quantity.count.text(history.count)])),
        values: history, periods: history.indices.map { "\($0)" },
        usualRange: figure.usualRange.map { Charting.Estimate(nil, low: $0.low, high: $0.high) },
        tone: judgement > 0 ? .good : judgement < 0 ? .bad : .usual, format: quantity.chartFormat))
    spark = drawn.hasDrawing ? drawn.body : nil
  }
}
