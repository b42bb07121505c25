import Analysis
import Vocabulary

/// The sentences of the index of all clients.
enum PortfolioWording {
  static var terms: [TermView] {
    [
    TermView(
      "Needs a look", "No report of the week, a figure outside its usual range on the bad side, or missing data."),
    Glossary.usual,
    TermView("Restated", "A source has changed a figure after its report was published. The report keeps its figure."),
    ]
  }

  static func headline(_ portfolio: Portfolio) -> String {
    let (count, all) = (portfolio.needingALook, portfolio.clients.count)
    if count == 0 { return "No client needs a look this week" }
    return "\(Quantity.count.text(count)) of \(Quantity.count.text(all)) \(all == 1 ? "client" : "clients") "
      + "\(count == 1 ? "needs" : "need") a look this week"
  }

  static func standfirst(_ portfolio: Portfolio) -> [String] {
    var sentences: [String] = []
    let without = portfolio.clients.filter { $0.attention == .noReport }
    if let first = without.first {
      sentences.append(
        without.count == 1
          ? "\(Names.shown(first.name)) has no report of the week."
          : "\(number(without.count)) clients have no report of the week.")
    }
    let bad = portfolio.count(.outOfRange)
    if bad > 0 {
      sentences.append(
        "\(number(bad)) \(bad == 1 ? "client has" : "clients have") a figure outside its usual range on the bad side.")
    }
    let missing = portfolio.count(.missingData)
    if missing > 0 {
      let subject = sentences.isEmpty ? "\(number(missing)) \(missing == 1 ? "client" : "clients")" : number(missing)
      sentences.append("\(subject) \(missing == 1 ? "has" : "have") missing data.")
    }
    return sentences
  }

  /// Small numbers as words, at the start of a sentence.
  private static func number(_ count: Int) -> String {
    let words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
    return words.indices.contains(count) ? words[count] : Quantity.count.text(count)
  }

  static func data(_ client: Portfolio.Client) -> TagView {
    guard let record = client.record, client.attention != .noReport else { return TagView("No report", .bad) }
    let missing = client.missing
    if let first = missing.max(by: { ($0.daysMissing, $1.name) < ($1.daysMissing, $0.name) }) {
      let days = "\(first.daysMissing) \(first.daysMissing == 1 ? "day" : "days") missing"
      let others = missing.count > 1 ? ", \(missing.count - 1) more" : ""
      return TagView("\(Names.breakable(first.name)): \(days)\(others)", .warning)
    }
    if let weeks = weeksKnown(record) { return TagView("\(weeks) of \(needed) weeks", .open) }
    return TagView("Complete", .good)
  }

  /// Earlier weeks that a usual range needs.
  private static let needed = 8

  /// Fewer than a usual range needs; nil where there is one.
  private static func weeksKnown(_ record: ReportRecord) -> Int? {
    let figures = AttentionRule.measures.compactMap { record.figure($0) }.filter { $0.value != nil }
    guard !figures.isEmpty, figures.allSatisfy({ $0.usualRange == nil }) else { return nil }
    return figures.map(\.weeksBefore).max().flatMap { $0 < needed ? $0 : nil }
  }

  static func alerts(_ client: Portfolio.Client, _ week: ReportWeek?) -> [String] {
    switch client.content {
    case .problem(let reason): return [Names.breakable(reason) + "."]
    case .report(let record):
      if record.week != week {
        return ["No report of the week. The last is of \(record.week.fullLabel)."]
      }
      var sentences = client.badFigures.map { figure in
        let side = figure.value.map { Standing($0, figure.usualRange) } == .above ? "above" : "below"
        return "\(label(figure.measure, record.currency)) is \(side) its usual range."
      }
      if !client.missing.isEmpty {
        let names = ChannelsHeadline.names(client.missing.map { Names.breakable($0.name) })
        sentences.append("\(names.text) \(names.isPlural ? "lack" : "lacks") days, so figures may be too low.")
      }
      if sentences.isEmpty, let weeks = weeksKnown(record) {
        let first = ReportWeek(containing: record.week.monday + 7 * (needed - weeks))
        sentences.append("No usual range before \(first.label.lowercased()).")
      }
      return sentences
    }
  }

  static func label(_ measure: Overview.Measure, _ currency: Currency?) -> String {
    if let currency { return measure.label(currency) }
    return switch measure {
    case .revenue: "Revenue"
    case .revenuePerSpend: "Revenue per unit of ads"
    default: "Cost per new customer"
    }
  }

  /// A ratio changes by so much per unit; a percentage of it would be read as a percentage of money.
  static func change(_ figure: ReportRecord.Figure, _ value: Double, _ quantity: Quantity) -> String? {
    guard let previous = figure.previous else { return nil }
    if figure.measure == .revenuePerSpend { return quantity.signed(value - previous) }
    return Change(from: previous, to: value).text(quantity)
  }
}
