import Analysis
import Vocabulary

/// The sentences of the index of all clients.
enum PortfolioWording {
  static var terms: [TermView] {
    [
      TermView(
        phrase("Needs a look"),
        phrase("No report of the week, a figure outside its usual range on the bad side, or missing data.")),
      Glossary.usual,
      TermView(
        phrase("Restated"),
        phrase("A source has changed a figure after its report was published. The report keeps its figure.")),
    ]
  }

  static func headline(_ portfolio: Portfolio) -> String {
    let (count, all) = (portfolio.needingALook, portfolio.clients.count)
    if count == 0 { return phrase("No client needs a look this week") }
    if all == 1 { return phrase("The one client needs a look this week") }
    return phrase(
      "{count} of {all} clients needs a look this week", "{count} of {all} clients need a look this week", of: count,
      ["all": Quantity.count.text(all)])
  }

  static func standfirst(_ portfolio: Portfolio) -> [String] {
    var sentences: [String] = []
    let without = portfolio.clients.filter { $0.attention == .noReport }
    if let first = without.first {
      sentences.append(
        without.count == 1
          ? phrase("{client} has no report of the week.", ["client": Names.shown(first.name)])
          : phrase("{number} clients have no report of the week.", ["number": number(without.count)]))
    }
    let bad = portfolio.count(.outOfRange)
    if bad > 0 {
      sentences.append(
        phrase(
          "One client has a figure outside its usual range on the bad side.",
          "{number} clients have a figure outside its usual range on the bad side.", of: bad, ["number": number(bad)]))
    }
    let missing = portfolio.count(.missingData)
    if missing > 0 {
      sentences.append(
        phrase(
          "One client has missing data.", "{number} clients have missing data.", of: missing,
          ["number": number(missing)]))
    }
    return sentences
  }

  /// Small numbers as words, at the start of a sentence.
  private static func number(_ count: Int) -> String {
    switch count {
    case 2: phrase("Two")
    case 3: phrase("Three")
    case 4: phrase("Four")
    case 5: phrase("Five")
    case 6: phrase("Six")
    case 7: phrase("Seven")
    case 8: phrase("Eight")
    case 9: phrase("Nine")
    default: Quantity.count.text(count)
    }
  }

  static func data(_ client: Portfolio.Client) -> TagView {
    guard let record = client.record, client.attention != .noReport else {
      return TagView(phrase("No report"), .bad)
    }
    let missing = client.missing
    if let first = missing.max(by: { ($0.daysMissing, $1.name) < ($1.daysMissing, $0.name) }) {
      let days = phrase(
        "{source}: {count} day missing", "{source}: {count} days missing", of: first.daysMissing,
        ["source": Names.breakable(first.name)])
      let others = missing.count - 1
      return TagView(
        others > 0
          ? phrase(
            "{finding}, and {count} more source", "{finding}, and {count} more sources", of: others, ["finding": days])
          : days, .warning)
    }
    if client.isIncomplete { return TagView(phrase("Exchange rate missing"), .warning) }
    if let weeks = weeksKnown(record) {
      return TagView(
        phrase(
          "{count} of {needed} weeks",
          ["count": Quantity.count.text(weeks), "needed": Quantity.count.text(needed)]), .open)
    }
    return TagView(phrase("Complete"), .good)
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
    case .absent: return [phrase("There is no report yet.")]
    case .problem(let reason):
      return [phrase("Its report cannot be read: {reason}.", ["reason": Names.breakable(reason)])]
    case .report(let record):
      if record.week != week {
        return [phrase("No report of the week. The last is of {week}.", ["week": record.week.fullLabel])]
      }
      var sentences = client.badFigures.map { figure in
        let name = label(figure.measure, record.currency)
        return figure.value.map { Standing($0, figure.usualRange) } == .above
          ? phrase("{figure} is above its usual range.", ["figure": name])
          : phrase("{figure} is below its usual range.", ["figure": name])
      }
      if !client.missing.isEmpty {
        let names = ChannelsHeadline.names(client.missing.map { Names.breakable($0.name) })
        sentences.append(
          phrase(
            "{names} lacks days, so figures may be too low.", "{names} lack days, so figures may be too low.",
            of: names.count, ["names": names.text]))
      }
      if client.isIncomplete {
        sentences.append(phrase("Not all money of the week has an exchange rate, so figures may be too low."))
      }
      if sentences.isEmpty, let weeks = weeksKnown(record) {
        let first = ReportWeek(containing: record.week.monday + 7 * (needed - weeks))
        sentences.append(
          phrase("No usual range before {week}.", ["week": Language.current.midSentence(first.label)]))
      }
      return sentences
    }
  }

  static func label(_ measure: Overview.Measure, _ currency: Currency?) -> String {
    if let currency { return measure.label(currency) }
    return switch measure {
    case .revenue: phrase("Revenue")
    case .revenuePerSpend: phrase("Revenue per unit of ads")
    default: phrase("Cost per new customer")
    }
  }

  /// A ratio changes by so much per unit; a percentage of it would be read as a percentage of money.
  static func change(_ figure: ReportRecord.Figure, _ value: Double, _ quantity: Quantity) -> String? {
    guard let previous = figure.previous else { return nil }
    if figure.measure == .revenuePerSpend { return quantity.signed(value - previous) }
    return Change(from: previous, to: value).text(quantity)
  }
}
