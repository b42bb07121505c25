import Charting
import Reporting

/// The page of `lab attribute`.
struct AttributeReport {
  private let command: LabAttribute
  private let result: AttributeResult
  private let chain: [AttributeResult.Share]
  /// Places of the channels, the one with most conversions by the Markov chain first.
  private let order: [Int]

  private static let mostDrawn = 15

  init(_ command: LabAttribute, _ result: AttributeResult) {
    self.command = command
    self.result = result
    let chain = result.methods.first { $0.name == "markov" }?.channels ?? []
    self.chain = chain
    order = chain.indices.sorted { a, b in
      chain[a].conversions != chain[b].conversions ? chain[a].conversions > chain[b].conversions : a < b
    }
  }

  var report: LabReport {
    LabReport(
      command.options, question: "Which channels do the conversions belong to?", headline: headline,
      sentences: sentences,
      facts: [
        LabReport.Fact("Paths", ValueFormat.rows.text(result.paths)),
        LabReport.Fact("Conversions", ValueFormat.rows.text(result.conversions)),
        LabReport.Fact("Channels", ValueFormat.rows.text(chain.count)),
      ],
      parts: [
        LabReport.Part("Do the methods agree?", [.chart(dots, .full), .table(credits, .full)]),
        LabReport.Part("What would be lost without a channel?", [.table(effects, .wide)] + candidates),
      ],
      points: [
        LabReport.Fact("Markov chain", "Anderl, Becker, von Wangenheim and Schumann 2016; order \(result.order)"),
        LabReport.Fact("Shapley", "Shapley 1953"),
        LabReport.Fact("Intervals", "Journeys drawn again, 200 times"),
        LabReport.Fact("Repeated touches", command.keepRepeats ? "kept" : "joined"),
        LabReport.Fact("Rows used", ValueFormat.rows.text(result.rows)),
        LabReport.Fact("Journeys without", result.nulls.map { ValueFormat.rows.text($0) } ?? "not in the table"),
      ],
      terms: [
        LabReport.Fact("Markov", "Each channel by the conversions lost when it is taken out of the paths."),
        LabReport.Fact("Shapley", "Each channel by what it adds to every set of the others, on average."),
        LabReport.Fact("Position", "Most to the first and the last touch, the rest to those between."),
        LabReport.Fact("Removal effect", "The share of conversions that the chain loses without the channel."),
      ], notes: result.notes + ["attribution divides what was recorded; it does not tell what advertising caused"])
  }

  private var headline: String {
    let leaders = result.methods.compactMap { method in
      method.channels.max { $0.conversions < $1.conversions }?.channel
    }
    guard let first = leaders.first else { return "There is no channel" }
    return Set(leaders).count == 1
      ? "\(LabReport.shown(first)) leads, whatever the method" : "The methods do not agree which channel leads"
  }

  private var sentences: [String] {
    guard let first = order.first else { return [] }
    let share = chain[first]
    return [
      "The Markov chain gives \(LabReport.shown(share.channel)) "
        + "\(ValueFormat.rows.text(share.conversions, low: share.low, high: share.high)) conversions.",
      "All methods divide the same \(ValueFormat.rows.text(result.conversions)).",
    ]
  }

  static func name(_ method: String) -> String {
    switch method {
    case "last-non-direct": "Last non-direct"
    case "time-decay": "Time decay"
    default: method.prefix(1).uppercased() + method.dropFirst()
    }
  }

  private var dots: MethodDots {
    MethodDots(
      head: FigureHead(
        id: "methods", title: "The same conversions, divided by each method",
        subtitle: "Conversions by channel, one mark for each method.", name: "Conversions by channel and method",
        note: order.count > Self.mostDrawn ? "The 15 channels with most conversions; the table has more." : ""),
      rowHeading: "Channel", methods: result.methods.map { Self.name($0.name) },
      rows: order.prefix(Self.mostDrawn).map { place in
        MethodDots.Row(
          LabReport.shown(chain[place].channel), result.methods.map { $0.channels[place].conversions })
      }, format: ValueFormat(.count))
  }

  private var credits: LabTableCard {
    let total: [LabTableCard.Cell] =
      [.text("All channels")] + result.methods.map { _ in .number(result.conversions, .rows) }
    return LabTableCard(
      id: "credits", title: "Conversions by channel and method", subtitle: "Each column adds up to all conversions.",
      columns: ["Channel"] + result.methods.map { Self.name($0.name) },
      rows: [total]
        + order.map { place in
          [.text(LabReport.shown(chain[place].channel))]
            + result.methods.map { .number($0.channels[place].conversions, .rows) }
        })
  }

  private var effects: LabTableCard {
    let hasValue = result.value != nil
    return LabTableCard(
      id: "effects", title: "The Markov chain", subtitle: "With 95% intervals, from journeys drawn again.",
      columns: ["Channel", "Conversions", "Removal effect"] + (hasValue ? ["Value"] : []),
      rows: order.map { place in
        let share = chain[place]
        return [
          .text(LabReport.shown(share.channel)),
          .estimate(Estimate(share.conversions, low: share.low, high: share.high), .rows),
          .estimate(
            Estimate(share.removalEffect, low: share.removalEffectLow, high: share.removalEffectHigh), .share),
        ] + (hasValue ? [.number(share.value, .amount)] : [])
      })
  }

  private var candidates: [LabReport.Exhibit] {
    guard let candidates = result.candidates else { return [] }
    return [
      .table(
        LabTableCard(
          id: "orders", title: "How many touches the chain remembers", subtitle: "Order \(result.order) was taken.",
          columns: ["Order", "States", "AUC", "AUC, penalised"],
          rows: candidates.map {
            [
              .text("\($0.order)"), .number(Double($0.states), .rows), .number($0.auc, .measure),
              .number($0.penalisedAuc, .measure),
            ]
          }), .narrow)
    ]
  }
}
