import Foundation

/// What `lab attribute` says. Channels by name; the credits of each method add up to `conversions`.
struct AttributeResult: Encodable {
  struct Candidate: Encodable {
    let order: Int
    let auc: Double
    let penalisedAuc: Double
    let states: Int
  }

  struct Share: Encodable {
    let channel: String
    let conversions: Double
    /// 95 % interval of `conversions`, from journeys drawn again; absent where too much would have to be drawn.
    let low: Double?
    let high: Double?
    /// Absent without `--value`.
    let value: Double?
    /// Markov only: the share of conversions that would be lost without the channel.
    let removalEffect: Double?
    let removalEffectLow: Double?
    let removalEffectHigh: Double?
  }

  struct Method: Encodable {
    let name: String
    let channels: [Share]
  }

  let rows: Int
  /// Different ones.
  let paths: Int
  /// Touches that the Markov chain remembers.
  let order: Int
  /// Absent where the order was given, or no journey failed.
  let candidates: [Candidate]?
  let conversions: Double
  let value: Double?
  let nulls: Double?
  let methods: [Method]
  let notes: [String]

  private static let mostShown = 40

  var text: String {
    let chain = methods.first { $0.name == "markov" }?.channels ?? []
    let order = chain.indices.sorted { a, b in
      chain[a].conversions != chain[b].conversions ? chain[a].conversions > chain[b].conversions : a < b
    }
    let shown = order.prefix(Self.mostShown)
    var table = [["channel"] + methods.map(\.name) + ["95 % of markov", "removal effect"]]
    for place in shown {
      let share = chain[place]
      let interval = share.low.flatMap { low in
        share.high.map { "\(Self.rounded(low)) to \(Self.rounded($0))" }
      }
      table.append(
        [Terminal.shown(share.channel)] + methods.map { Self.rounded($0.channels[place].conversions) } + [
          interval ?? "", String(format: "%.4f", share.removalEffect ?? 0),
        ])
    }
    var lines = [headline] + Self.aligned(table).map { "  " + $0 }
    if order.count > shown.count { lines.append("  … and \(order.count - shown.count) more; --json has all") }
    for candidate in candidates ?? [] {
      let chosen = candidate.order == self.order ? "  chosen" : ""
      lines.append(
        "order \(candidate.order)  \(candidate.states) states  "
          + String(format: "AUC %.4f, penalised %.4f", candidate.auc, candidate.penalisedAuc) + chosen)
    }
    return (lines + notes.map { "note  \($0)" }).joined(separator: "\n")
  }

  private var headline: String {
    let worth = value.map { " worth \(Self.short($0))" } ?? ""
    let failed = nulls.map { ", \(Self.short($0)) journeys without" } ?? ""
    return "\(rows) rows, \(paths) paths: \(Self.short(conversions)) conversions\(worth)\(failed); Markov chain of "
      + "order \(order)"
  }

  static func short(_ number: Double) -> String { String(format: "%.10g", number) }

  private static func rounded(_ number: Double) -> String { String(format: "%.1f", number) }

  /// The first column to the left, figures to the right.
  private static func aligned(_ table: [[String]]) -> [String] {
    let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { row in
      row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blanks : blanks + cell
      }.joined(separator: "  ")
    }
  }
}
