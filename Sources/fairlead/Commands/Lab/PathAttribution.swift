import Computation
import Modeling

/// One run of `lab attribute` on a table that has been read.
struct PathAttribution {
  private let command: LabAttribute
  private let journeys: Journeys
  private let rows: Int
  private var notes: [String]
  private let workers: Workers
  private let generator: SeededGenerator

  private static let bootstrap = PathBootstrap(replicates: 200)
  /// Touches of distinct paths that are divided again in each replicate; more take minutes.
  private static let mostDrawn = 3_000_000
  /// States × channels that are solved again in each replicate.
  private static let mostSolved = 10_000_000
  /// What tools call a visit that came from nowhere, in lower case and without blanks.
  private static let direct: Set<String> = ["direct", "(direct)", "direct/none", "(direct)/(none)", "(none)"]

  init(_ command: LabAttribute, _ table: LabTable) throws {
    self.command = command
    let paths = try PathTable(command, table)
    journeys = paths.journeys
    notes = paths.notes
    rows = table.rowCount
    workers = command.options.workers
    generator = command.options.generator
  }

  func result() throws -> AttributeResult {
    var notes = notes
    let candidates =
      try command.order == nil ? MarkovOrder(keepsRepeats: command.keepRepeats).candidates(journeys) : nil
    let order = command.order ?? MarkovOrder.best(of: candidates)
    let isShort = journeys.touchCount <= Self.mostDrawn
    let isDrawn = isShort && journeys.totalConversions >= 1
    if !isShort { notes.append("intervals are drawn for up to \(Self.mostDrawn) touches on distinct paths") }
    if journeys.totalConversions < 1 { notes.append("intervals need at least one conversion in all") }
    var methods = try rules(isDrawn)
    methods.append(try markov(order, isDrawn, &notes))
    methods.append(
      method(
        try ShapleyAttribution().credits(of: journeys),
        isDrawn ? Self.bootstrap.intervals(shapleyOf: journeys, using: generator, on: workers) : nil))
    notes.append("time-decay: a path tells no days, so its half-life is 7 touches")
    if !journeys.channels.contains(where: { Self.isDirect($0) }) {
      notes.append("last-non-direct: no channel is called direct, so it is the same as last")
    }
    return AttributeResult(
      rows: rows, paths: journeys.count, order: order,
      candidates: candidates?.map {
        AttributeResult.Candidate(order: $0.order, auc: $0.area, penalisedAuc: $0.penalisedArea, states: $0.states)
      }, conversions: journeys.totalConversions, value: command.value.map { _ in journeys.totalValue },
      nulls: command.null.map { _ in journeys.totalNulls }, methods: methods, notes: notes)
  }

  private func rules(_ isDrawn: Bool) throws -> [AttributeResult.Method] {
    let direct = Set(journeys.channels.filter { Self.isDirect($0) })
    let rules = [TouchRule.first, .last, .lastNonDirect(direct: direct), .linear, .position, .timeDecay]
    let intervals = isDrawn ? try Self.bootstrap.intervals(rules, of: journeys, using: generator, on: workers) : nil
    return try rules.enumerated().map { index, rule in
      method(try rule.credits(of: journeys), intervals?[index])
    }
  }

  private func markov(_ order: Int, _ isDrawn: Bool, _ notes: inout [String]) throws -> AttributeResult.Method {
    let model = MarkovAttribution(order: order, keepsRepeats: command.keepRepeats)
    let fitted = try model.fit(journeys, on: workers)
    var intervals: PathBootstrap.Intervals?
    if isDrawn, fitted.states * journeys.channels.count <= Self.mostSolved {
      intervals = try Self.bootstrap.intervals(model, of: journeys, using: generator, on: workers)
    } else if isDrawn {
      notes.append("markov: intervals are drawn for up to \(Self.mostSolved) states times channels")
    }
    return method(fitted.credits, intervals, effects: fitted.removalEffects)
  }

  private func method(
    _ credits: ChannelCredits, _ intervals: PathBootstrap.Intervals?, effects: [Double]? = nil
  ) -> AttributeResult.Method {
    AttributeResult.Method(
      name: credits.method,
      channels: credits.channels.indices.map { index in
        AttributeResult.Share(
          channel: credits.channels[index], conversions: credits.conversions[index],
          low: intervals?.conversions[index].lower, high: intervals?.conversions[index].upper,
          value: command.value == nil ? nil : credits.values[index], removalEffect: effects?[index],
          removalEffectLow: intervals?.removalEffects?[index].lower,
          removalEffectHigh: intervals?.removalEffects?[index].upper)
      })
  }

  private static func isDirect(_ channel: String) -> Bool {
    direct.contains(channel.lowercased().filter { !$0.isWhitespace })
  }
}
