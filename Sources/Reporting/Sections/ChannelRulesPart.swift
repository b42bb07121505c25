import Analysis
import Charting
import Vocabulary

/// What do other channel rules change? Visits by channel under either rules, and what moved from where to where.
enum ChannelRulesPart {
  private static var heading: String { phrase("What do the new channel rules change?") }
  private static var unnamed: String { phrase("not recorded") }

  static func part(_ insight: Insight<RegroupedVisits>) -> (PartView, [DataFile]) {
    guard let visits = insight.finding else {
      return (
        .missing("rules", heading, title: phrase("Visits under the old and the new rules"), insight.shortfalls), []
      )
    }
    let tables = [channels(visits)] + (visits.moves.isEmpty ? [] : [moves(visits)])
    return (
      PartView(
        "rules", heading,
        phrase(
          "Each visit is grouped again from its stored source and medium. The first rule that fits gives the channel."),
        cards: tables.map(\.0)),
      tables.map(\.1)
    )
  }

  /// The difference stands under the new figure, so that both of a pair stay beside each other on a narrow page.
  private static func channels(_ visits: RegroupedVisits) -> (CardView, DataFile) {
    let measures = measures(visits)
    let numbers = NumbersTable(
      caption: phrase("Visits by channel under the old and the new rules"),
      columns: [.text(phrase("Channel"))]
        + measures.flatMap { measure in
          [
            .number(phrase("{measure}, old rules", ["measure": measure.name])),
            .number(phrase("{measure}, new rules", ["measure": measure.name])),
            .number(phrase("{measure}, difference", ["measure": measure.name])),
          ]
        },
      rows: visits.channels.map { row in
        [.text(row.channel.word)]
          + measures.flatMap { measure -> [NumbersTable.Cell] in
            [
              .number(measure.of(row.old), measure.format), .number(measure.of(row.new), measure.format),
              .signed(measure.difference(row), measure.format),
            ]
          }
      })
    let file = DataFile("channel-rules", numbers)
    let table = TableView(
      caption: numbers.caption,
      columns: [ColumnView(phrase("Channel"))]
        + measures.flatMap {
          [
            .number(phrase("{measure}, old rules", ["measure": $0.name])),
            .number(phrase("{measure}, new rules", ["measure": $0.name])),
          ]
        },
      rows: visits.channels.map { row in
        [CellView(row.channel.word)]
          + measures.flatMap { measure -> [CellView] in
            let difference = measure.difference(row)
            return [
              CellView(measure.format.text(measure.of(row.old))),
              CellView(
                measure.format.text(measure.of(row.new)),
                detail: difference == 0 ? nil : measure.format.signed(difference)),
            ]
          }
      })
    return (
      CardView(
        anchor: "fig-rules", width: "w12", title: title(visits), subtitle: subtitle(visits), table: table,
        note: note(visits), fold: FoldView(downloadOf: file)), file
    )
  }

  private static func moves(_ visits: RegroupedVisits) -> (CardView, DataFile) {
    let measures = measures(visits)
    let share = ValueFormat(.percent, .decimals(1))
    let numbers = NumbersTable(
      caption: phrase("Visits that change their channel, by source and medium"),
      columns: [
        .text(phrase("Source")), .text(phrase("Medium")), .text(phrase("Old channel")), .text(phrase("New channel")),
      ]
        + measures.map { .number($0.name) } + [.number(phrase("Share of all visits"))],
      rows: visits.moves.map { move in
        [.text(shown(move.source)), .text(shown(move.medium)), .text(move.from.word), .text(move.to.word)]
          + measures.map { .number($0.of(move.figures), $0.format) }
          + [.number(Double(move.figures.sessions) / Double(max(visits.sessions, 1)), share)]
      })
    let file = DataFile("channel-moves", numbers)
    let table = TableView(
      caption: numbers.caption,
      columns: [ColumnView(phrase("Source and medium"))]
        + numbers.columns.dropFirst(2).map { ColumnView($0.heading, $0.alignment == .end ? "n" : "") },
      rows: zip(visits.moves, numbers.rows).map { move, cells in
        [CellView(sourceAndMedium(move))] + cells.dropFirst(2).map { CellView($0.text) }
      })
    let title = visits.moves.first.map {
      phrase(
        "Largest move: {visits}, from {old} to {new}",
        ["visits": sourceAndMedium($0), "old": $0.from.word, "new": $0.to.word])
    }
    return (
      CardView(
        anchor: "fig-moves-rules", width: "w12", title: title ?? numbers.caption, table: table,
        fold: FoldView(downloadOf: file)), file
    )
  }

  private static func sourceAndMedium(_ move: RegroupedVisits.Move) -> String {
    "\(shown(move.source)) / \(shown(move.medium))"
  }

  private static func title(_ visits: RegroupedVisits) -> String {
    let count = Quantity.count
    let moved = Int(visits.movedSessions)
    guard moved > 0 else { return phrase("No visit changes its channel") }
    return phrase(
      "{count} of {all} visits changes its channel", "{count} of {all} visits change their channel", of: moved,
      ["all": count.text(Int(visits.sessions))])
  }

  private static func subtitle(_ visits: RegroupedVisits) -> String {
    let (old, new) = (Names.shown(visits.oldRules), Names.shown(visits.newRules))
    let span = phrase(
      "Visits of {days}, as {tool} counts them.",
      ["days": Dates.range(visits.window), "tool": Names.shown(visits.tool)])
    let rules =
      old == new
      ? phrase("Old and new rules are both called {name}.", ["name": old])
      : phrase("Old rules: {old}. New rules: {new}.", ["old": old, "new": new])
    return "\(span) \(rules)"
  }

  private static func note(_ visits: RegroupedVisits) -> String? {
    var sentences: [String] = []
    if visits.unreadSessions > 0 {
      let count = Int(visits.unreadSessions)
      sentences.append(
        phrase(
          "{count} visit is left out: source and medium cannot be told apart.",
          "{count} visits are left out: source and medium cannot be told apart.", of: count))
    }
    if visits.leavesOutMoney { sentences.append(phrase("Revenue in another or an unknown currency is left out.")) }
    return sentences.joined(separator: " ").nonEmpty
  }

  private struct Measure {
    let name: String
    let format: ValueFormat
    let of: (RegroupedVisits.Figures) -> Double?

    func difference(_ row: RegroupedVisits.Row) -> Double? {
      guard let old = of(row.old), let new = of(row.new) else { return nil }
      return new - old
    }
  }

  /// Visits, and what the tool tells beside them.
  private static func measures(_ visits: RegroupedVisits) -> [Measure] {
    func total(_ figure: (RegroupedVisits.Figures) -> Double?) -> Double? {
      let known = visits.channels.compactMap { figure($0.old) }
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    var measures = [Measure(name: phrase("Visits"), format: ValueFormat(.count, .decimals(0))) { Double($0.sessions) }]
    if let all = total(\.conversions) {
      let format = ValueFormat(.count, .decimals(all.rounded() == all ? 0 : 2))
      measures.append(Measure(name: phrase("Conversions"), format: format, of: \.conversions))
    }
    if let all = total(\.revenue), let currency = visits.currency {
      // Cents among thousands only blur the table.
      let format = ValueFormat(.money(currency.code), .decimals(all < 1_000 ? 2 : 0))
      measures.append(Measure(name: phrase("Revenue"), format: format, of: \.revenue))
    }
    return measures
  }

  /// A tag may hold what somebody should not have written into it.
  private static func shown(_ text: String) -> String {
    if text.isEmpty { return unnamed }
    return EmailAddress(text) == nil ? Names.shown(text) : phrase("an e-mail address")
  }
}
