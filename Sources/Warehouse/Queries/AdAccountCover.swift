import Vocabulary

/// The cover of one account; the rules are `AdCover`'s.
struct AdAccountCover {
  private let facts: [AdCover.Fact]
  private let deliveries: [AdCover.Delivery]
  private let evidence: [Int64: Evidence]
  private let campaigns: EntityNames
  private let daysHeld: Set<Int>
  /// The same by what the rows say, without what equal figures tell.
  private let written: EntityNames

  /// - Parameter daysHeld: days of which the account's totals hold what counts elsewhere.
  init(_ facts: [AdCover.Fact], deliveries: [AdCover.Delivery], daysHeld: Set<Int>) {
    self.daysHeld = daysHeld
    let dated = facts.filter { $0.days != nil }
    self.facts = dated.isEmpty ? facts : dated
    self.deliveries = deliveries
    var evidence: [Int64: Evidence] = [:]
    for delivery in deliveries { evidence[delivery.file] = delivery.evidence }
    self.evidence = evidence
    var names = EntityNames()
    for fact in facts { names.join(fact.knownName, id: fact.campaignID) }
    for delivery in deliveries { names.join(delivery.campaign, id: delivery.campaignID) }
    names.joinSpellings(deliveries.lazy.map { (name: $0.campaign, file: $0.file) })
    written = names
    for (old, new) in AdAccountCover.renamed(self.facts, deliveries, evidence) { names.rename(old, to: new) }
    names.separateIDs()
    campaigns = names
  }

  func chosen() -> AdCover.Selection {
    let byCampaign = Dictionary(grouping: facts) { campaigns.root(of: $0.spend.campaign, id: $0.campaignID) }
    let told = Dictionary(grouping: deliveries) { campaigns.root(of: $0.campaign, id: $0.campaignID) }
    var chosen = AdCover.Selection()
    var taken = daysHeld
    for (campaign, facts) in byCampaign where campaign != EntityNames.none {
      let cover = cover(facts, told[campaign] ?? [], avoiding: [])
      chosen.add(cover)
      taken.formUnion(cover.days)
    }
    let isUndated = facts.allSatisfy { $0.days == nil }
    if let totals = byCampaign[EntityNames.none], !isUndated || chosen.rows.isEmpty {
      chosen.add(cover(totals, told[EntityNames.none] ?? [], avoiding: taken))
    }
    return chosen
  }

  private func cover(
    _ facts: [AdCover.Fact], _ deliveries: [AdCover.Delivery], avoiding taken: Set<Int>
  ) -> AdCover.Selection {
    let standing = BookedWindows.joined(facts.filter { !isWithdrawn($0, deliveries, among: facts) })
    guard standing.contains(where: { $0.days != nil }) else {
      // An account known only in "all time" figures: the one best shape.
      let best = standing.map(\.shape).min()
      return AdCover.Selection(rows: standing.filter { $0.shape == best })
    }
    let restated = RestatedWindows(standing, evidence: evidence)
    let windows = windows(standing, deliveries).filter { window in
      !restated.contains(window) && !window.days.contains { taken.contains($0) }
    }
    let spend = SpendByWindow(standing)
    let chosen = WindowSchedule.best(WindowSchedule.daysFirst(windows, isMatched: spend.isMatched))
    let keys = Set(chosen)
    var selection = AdCover.Selection(days: Set(chosen.flatMap { Array($0.days) }))
    for fact in standing {
      guard let window = WindowSchedule.Window(fact), keys.contains(window) else { continue }
      selection.rows.append(fact)
    }
    let longer = Set(standing.compactMap { WindowSchedule.Window($0) }).filter { window in
      window.days.count > 1 && !keys.contains(window) && !window.days.contains(where: taken.contains)
        && spend.exceeds(selection.rows, window)
    }
    selection.leftOut = standing.compactMap { fact in
      guard fact.spend.spendMicros ?? 0 > 0, let window = WindowSchedule.Window(fact), longer.contains(window) else {
        return nil
      }
      let missing = window.days.filter { !selection.days.contains($0) }
      let (first, last) = (missing.first ?? window.days.lowerBound, missing.last ?? window.days.upperBound)
      return AdCover.LeftOut(file: fact.file, days: window.days, missing: first...last)
    }
    return selection
  }

  /// Whether a newer file tells of the campaign in the same shape over the same days, and does not hold the row.
  /// (Had it held the row, the row's lineage would be that file.)
  private func isWithdrawn(
    _ fact: AdCover.Fact, _ deliveries: [AdCover.Delivery], among facts: [AdCover.Fact]
  ) -> Bool {
    guard let own = evidence[fact.file] else { return false }
    return deliveries.contains { delivery in
      guard delivery.isWhole, delivery.shape == fact.shape, delivery.file != fact.file,
        delivery.evidence.verdict(against: own) == .newer,
        fact.campaignID.isEmpty || delivery.campaignID.isEmpty
          || campaigns.areOne(fact.campaignID, delivery.campaignID)
      else { return false }
      if fact.shape.isOfParts, !isRenamed(fact, delivery), !isToldOtherwise(fact, among: facts) { return false }
      guard let days = fact.days else { return true }
      return delivery.days.map { $0.lowerBound <= days.lowerBound && days.upperBound <= $0.upperBound } ?? false
    }
  }

  private func isRenamed(_ fact: AdCover.Fact, _ delivery: AdCover.Delivery) -> Bool {
    written.root(of: fact.spend.campaign, id: fact.campaignID)
      != written.root(of: delivery.campaign, id: delivery.campaignID)
  }

  /// Whether a newer file has cut the days into other windows. A part that is only missing beside others of its own
  /// window may have been filtered, and what a newer file has taken back of a part's days is not among the facts.
  private func isToldOtherwise(_ fact: AdCover.Fact, among facts: [AdCover.Fact]) -> Bool {
    guard let days = fact.days, days.count > 1, let own = evidence[fact.file] else { return false }
    return facts.contains { other in
      guard let others = other.days, others != days, others.overlaps(days), other.shape == fact.shape else {
        return false
      }
      return evidence[other.file]?.verdict(against: own) == .newer
    }
  }

  /// All windows that can be chosen: the rows' own, and every single day of what daily exports cover.
  private func windows(
    _ facts: [AdCover.Fact], _ deliveries: [AdCover.Delivery]
  ) -> [WindowSchedule.Window] {
    var windows: Set<WindowSchedule.Window> = []
    for fact in facts {
      guard let days = fact.days else { continue }
      windows.insert(WindowSchedule.Window(days: days, shape: fact.shape))
    }
    for delivery in deliveries where delivery.shape.grain == Grain.day.rawValue {
      guard let days = delivery.days else { continue }
      for day in days {
        windows.insert(WindowSchedule.Window(days: day...day, shape: delivery.shape))
      }
    }
    return Array(windows)
  }

  /// Pairs of names of which the newer file holds the second and not the first, the older the first and not the
  /// second, with equal spend and impressions in the same window and shape.
  private static func renamed(
    _ facts: [AdCover.Fact], _ deliveries: [AdCover.Delivery], _ evidence: [Int64: Evidence]
  ) -> [(old: String, new: String)] {
    struct Figures: Hashable {
      var shape: AdCover.Shape
      var days: ClosedRange<Int>?
      var spend: Int64
      var impressions: Int64
    }
    var names: [Int64: Set<String>] = [:]
    for delivery in deliveries { names[delivery.file, default: []].insert(delivery.campaign) }
    var byFigures: [Figures: [AdCover.Fact]] = [:]
    for fact in facts where fact.campaignID.isEmpty && !fact.spend.campaign.isEmpty {
      guard let spend = fact.spend.spendMicros, let impressions = fact.spend.impressions, spend > 0, impressions > 0
      else { continue }
      let figures = Figures(shape: fact.shape, days: fact.days, spend: spend, impressions: impressions)
      byFigures[figures, default: []].append(fact)
    }
    var pairs: [(old: String, new: String)] = []
    for facts in byFigures.values where facts.count > 1 {
      for old in facts {
        for new in facts where new.spend.campaign != old.spend.campaign {
          guard let before = evidence[old.file], let after = evidence[new.file],
            after.verdict(against: before) == .newer, names[new.file]?.contains(old.spend.campaign) == false,
            names[old.file]?.contains(new.spend.campaign) == false
          else { continue }
          pairs.append((old.spend.campaign, new.spend.campaign))
        }
      }
    }
    return pairs
  }
}
