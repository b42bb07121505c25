import Vocabulary

/// Chooses, among facts that tell of the same spend in several ways, the ones that tell each day once.
///
/// Everything happens within one platform and account (`AdAccounts` says which it is); `docs/counting-spend.md` shows the
/// way from a file to the figure.
/// A *shape* is level, breakdown and grain. Names and ids that occur together are one campaign.
/// 1. **Newest file.** A newer export that holds a campaign in a shape tells all of that campaign in that shape over
///    the days it covers: rows within them that only older exports hold have been withdrawn, unless rows of the newer
///    one were rejected. What vanished from a newer export altogether stays, be it a campaign, an ad or a value of a
///    breakdown, since that export may have been filtered; but where a new name has the same spend and impressions in
///    the same window, it was renamed and counts as the same campaign.
/// 2. **Bookings.** Rows of one sheet of the user's own that overlap are beside each other (`BookedWindows`).
/// 3. **Cover.** Ranges, months and years of which half, or a week, is told by the day do not count. Per campaign,
///    windows are chosen that do not overlap and cover the most days; among those, the finest
///    (daily over weekly over a range); among those, whole before broken down, then campaign over ad group over ad
///    rows, then the breakdown's name. Newer rows of a finer level that cost no less than the whole restate it. A daily
///    export covers all days of its window, those without a row at zero.
/// 4. **Levels.** Account totals count only for windows in which no campaign is covered.
/// 5. **Undated** ("all time") facts count only for an account of which nothing is dated.
enum AdCover {
  struct Shape: Hashable, Comparable {
    var level: String
    var breakdown: String
    var grain: String

    /// Better shapes first.
    static func < (left: Shape, right: Shape) -> Bool { left.rank < right.rank }

    /// Whether its rows are parts of a campaign, of which a file may lack some.
    var isOfParts: Bool { !breakdown.isEmpty || level == "adGroup" || level == "ad" }

    private var rank: (Int, Int, String, String) {
      let parts = breakdown.isEmpty ? 0 : breakdown.split(separator: "+").count
      return (parts, ["account", "campaign", "adGroup", "ad"].firstIndex(of: level) ?? 4, breakdown, grain)
    }
  }

  /// The sums of one campaign, channel, shape and window from one file.
  struct Fact {
    var spend: AdSpendRow
    var campaignID: String
    /// The campaign's own name, else that of a list of campaigns.
    var knownName = ""
    var shape: Shape
    var file: Int64
    /// What the row itself names, where `spend.account` is another name of it; "" where others told which it is.
    var writtenAccount: String?
    /// Its place among all facts.
    var index = 0
    /// Whether it stands in a sheet of the user's own, whose rows say what was booked.
    var isBooked = false
    /// What was booked, in millionths by the id of the thing; empty where `isBooked` is false.
    var bookedSpend: [Int64: Int64] = [:]
    /// Of all bookings that overlap it; nil where none does.
    var bookedDays: ClosedRange<Int>?
    var rowAccount: String { writtenAccount ?? spend.account }
    var days: ClosedRange<Int>? {
      if let bookedDays { return bookedDays }
      guard let first = spend.firstDay, let last = spend.lastDay else { return nil }
      return first.number...last.number
    }
  }

  /// That a file told of a campaign in a shape, and of which days; nil for undated facts.
  struct Delivery {
    var platform: String
    var account: String
    var campaign: String
    var campaignID: String
    var shape: Shape
    var file: Int64
    var evidence: Evidence
    /// False for a file with rejected rows: what it seems to lack may be among them.
    var isWhole: Bool
    var days: ClosedRange<Int>?
  }

  /// A row of several days that does not count.
  struct LeftOut {
    var file: Int64
    var days: ClosedRange<Int>
    /// From the first to the last of its days that no row that counts tells.
    var missing: ClosedRange<Int>
  }

  /// What counts, the days that it tells, and what is left out though nothing else tells some of its days.
  struct Selection {
    var rows: [Fact] = []
    var days: Set<Int> = []
    var leftOut: [LeftOut] = []

    mutating func add(_ other: Selection) {
      rows += other.rows
      days.formUnion(other.days)
      leftOut += other.leftOut
    }
  }

  /// O(n log n) in facts, and in the days of a campaign that is told of in several grains.
  static func choose(_ facts: [Fact], deliveries: [Delivery]) -> [AdSpendRow] {
    choices(facts, deliveries: deliveries).compactMap { $0 }.sorted(by: precedes)
  }

  /// For each of the facts, what counts of it, or nil.
  static func choices(_ facts: [Fact], deliveries: [Delivery]) -> [AdSpendRow?] {
    var chosen = [AdSpendRow?](repeating: nil, count: facts.count)
    for account in accounts(facts, deliveries) {
      for fact in account.chosen().rows { chosen[fact.index] = fact.spend }
    }
    return chosen
  }

  /// Longer windows that others overlap, and that therefore count for none of their days.
  static func leftOut(_ facts: [Fact], deliveries: [Delivery]) -> [LeftOut] {
    accounts(facts, deliveries).flatMap { $0.chosen().leftOut }
  }

  /// Bookings beside others of their sheet, all of which count.
  static func overlapping(_ facts: [Fact], deliveries: [Delivery]) -> [Fact] {
    accounts(facts, deliveries).flatMap { $0.chosen().rows.filter { $0.bookedDays != nil } }
  }

  private static func accounts(_ facts: [Fact], _ deliveries: [Delivery]) -> [AdAccountCover] {
    let indexed = facts.enumerated().map { index, fact in
      var fact = fact
      fact.index = index
      return fact
    }
    let groups = Dictionary(grouping: indexed) { [$0.spend.platform, $0.spend.account] }
    let told = Dictionary(grouping: deliveries) { [$0.platform, $0.account] }
    return groups.map { account, own in
      let held = account[1].isEmpty ? daysOfOwned(facts, of: account[0]) : []
      return AdAccountCover(own, deliveries: told[account] ?? [], daysHeld: held)
    }
  }

  /// The days of what names no account and has one by its ids: totals that name none hold it too.
  private static func daysOfOwned(_ facts: [Fact], of platform: String) -> Set<Int> {
    var days: Set<Int> = []
    for fact in facts where fact.rowAccount.isEmpty && fact.spend.platform == platform && !fact.spend.account.isEmpty {
      if let own = fact.days { days.formUnion(own) }
    }
    return days
  }

  static func precedes(_ left: AdSpendRow, _ right: AdSpendRow) -> Bool {
    let names = [(left.platform, right.platform), (left.account, right.account), (left.campaign, right.campaign)]
    for (mine, theirs) in names where mine != theirs { return mine < theirs }
    let leftDays = (left.firstDay?.number ?? .min, left.lastDay?.number ?? .min)
    let rightDays = (right.firstDay?.number ?? .min, right.lastDay?.number ?? .min)
    if leftDays != rightDays { return leftDays < rightDays }
    if left.channel != right.channel { return left.channel < right.channel }
    let leftCode = left.currency?.code ?? ""
    let rightCode = right.currency?.code ?? ""
    if leftCode != rightCode { return leftCode < rightCode }
    return measures(left).lexicographicallyPrecedes(measures(right))
  }

  private static func measures(_ row: AdSpendRow) -> [Int64] {
    [row.spendMicros, row.impressions, row.clicks, row.conversionsMicros, row.conversionValueMicros].map { $0 ?? .min }
  }
}
