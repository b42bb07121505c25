import Vocabulary

/// Which rows of `readableAdPerformance` the advertising figures count, as a condition in SQL: what `AdCover` chose,
/// said in as few words as the choice allows.
///
/// Rows are told apart by platform, level, breakdown and grain, which is enough wherever each platform is told in one
/// way; then by file, then by days or by campaign, whichever is shorter, and by account at last. What is said is exact: of
/// the rows that were there to choose from, those that fulfil the condition are those that were chosen.
package struct AdSelection: Sendable, Equatable {
  /// "0" where nothing was chosen.
  package let condition: String

  /// For questions that count no advertising.
  package static let nothing = AdSelection([])

  typealias Choice = (fact: AdCover.Fact, isChosen: Bool)

  /// - Parameter choices: everything that was there to choose from, and whether it counts.
  init(_ choices: [Choice]) {
    let parts = Self.parts(choices, by: [.shape, .file])
    condition = parts.isEmpty ? "0" : parts.count == 1 ? parts[0] : "(" + parts.joined(separator: "\n  OR ") + ")"
  }

  private enum Distinction {
    case shape, file, firstDay, lastDay, campaign, account

    func key(_ fact: AdCover.Fact) -> Key {
      switch self {
      case .shape: Key(texts: [fact.spend.platform, fact.shape.level, fact.shape.breakdown, fact.shape.grain])
      case .file: Key(number: Int(fact.file))
      case .firstDay: Key(number: fact.days?.lowerBound)
      case .lastDay: Key(number: fact.days?.upperBound)
      case .campaign:
        Key(
          texts: [
            fact.spend.channel.rawValue, fact.spend.campaign, fact.campaignID, fact.spend.currency?.code ?? "",
          ])
      case .account: Key(texts: [fact.rowAccount])
      }
    }

    /// The condition that a run of neighbouring keys fulfils.
    func words(_ first: Key, _ last: Key) -> String {
      switch self {
      case .shape:
        SQLText.all(
          zip(["platform", "level", "breakdown", "grain"], first.texts).map { "\($0) = \(SQLText.literal($1))" })
      case .file: Self.span("sourceFile", first, last)
      case .firstDay: Self.span("firstDay", first, last)
      case .lastDay: Self.span("lastDay", first, last)
      case .campaign:
        SQLText.all(
          zip(["channel", "campaign", "campaignID", "COALESCE(currency, '')"], first.texts).map {
            "\($0) = \(SQLText.literal($1))"
          })
      case .account: "account = \(SQLText.literal(first.texts[0]))"
      }
    }

    private static func span(_ column: String, _ first: Key, _ last: Key) -> String {
      guard let low = first.number, let high = last.number else { return "\(column) IS NULL" }
      return low == high ? "\(column) = \(low)" : "\(column) BETWEEN \(low) AND \(high)"
    }

    /// Whether the keys between two lie between them in SQL too.
    var hasSpans: Bool {
      switch self {
      case .firstDay, .lastDay: true
      case .shape, .file, .campaign, .account: false
      }
    }
  }

  private struct Key: Hashable, Comparable {
    var number: Int?
    var texts: [String] = []

    static func < (left: Key, right: Key) -> Bool {
      if left.number != right.number { return (left.number ?? .min) < (right.number ?? .min) }
      return left.texts.lexicographicallyPrecedes(right.texts)
    }
  }

  /// One condition for each group that can be told no more shortly. O(n log n) at each of six distinctions.
  private static func parts(_ choices: [Choice], by distinctions: [Distinction]) -> [String] {
    guard let distinction = distinctions.first else { return [] }
    let rest = Array(distinctions.dropFirst())
    return parts(choices, by: distinction) { group in
      guard distinction == .file else { return parts(group, by: rest) }
      let byDays = parts(group, by: [.firstDay, .lastDay, .campaign, .account])
      let byCampaign = parts(group, by: [.campaign, .firstDay, .lastDay, .account])
      return byCampaign.count < byDays.count ? byCampaign : byDays
    }
  }

  private static func parts(
    _ choices: [Choice], by distinction: Distinction, finer: ([Choice]) -> [String]
  ) -> [String] {
    var parts: [String] = []
    var run: (first: Key, last: Key)?
    var files: [Int] = []
    func close() {
      if let open = run { parts.append(distinction.words(open.first, open.last)) }
      run = nil
    }
    for (key, group) in Dictionary(grouping: choices, by: { distinction.key($0.fact) }).sorted(by: { $0.key < $1.key })
    {
      let isWhole = group.allSatisfy(\.isChosen)
      if !isWhole || !distinction.hasSpans || key.number == nil { close() }
      if isWhole, distinction == .file, let file = key.number {
        files.append(file)
      } else if isWhole {
        run = (run?.first ?? key, key)
        if !distinction.hasSpans || key.number == nil { close() }
      } else if group.contains(where: \.isChosen) {
        let own = distinction.words(key, key)
        parts += finer(group).map { "\(own) AND \($0)" }
      }
    }
    close()
    if files.count == 1 { parts.append("sourceFile = \(files[0])") }
    if files.count > 1 { parts.append("sourceFile IN (\(files.map(String.init).joined(separator: ", ")))") }
    return parts
  }
}
