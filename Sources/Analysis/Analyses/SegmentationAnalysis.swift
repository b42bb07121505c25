import Modeling
import Vocabulary

/// Who are our customers, and which groups exist? Draws the stored groups; fits nothing.
package enum SegmentationAnalysis {
  package static func segmentation(
    of ledger: Ledger, trained: Insight<TrainedRun>.Outcome
  ) -> Insight<Segmentation> {
    let run: TrainedRun
    switch trained {
    case .notEnough(let shortfalls): return Insight(.notEnough(shortfalls), caveats: ledger.caveats)
    case .found(let found): run = found
    }
    let known = ledger.histories.compactMap { $0.known(by: ledger.asOf) }
    let habits = known.map { SegmentFeatures.Habits($0, asOf: ledger.asOf) }
    let average = Profile(habits)
    let total = Double(known.reduce(0) { $0 + $1.netMicros })
    let membership = Dictionary(run.segments.map { ($0.customerID, $0.segment) }) { first, _ in first }
    let groups = Dictionary(grouping: known.indices) { membership[known[$0].customerID] }
    let ordered = groups.compactMap { segment, members -> (number: Int, members: [Int])? in
      segment.map { ($0, members) }
    }
    .sorted { $0.members.count != $1.members.count ? $0.members.count > $1.members.count : $0.number < $1.number }
    let profiles = ordered.map { group in Profile(group.members.map { habits[$0] }) }
    let names = names(ordered.map(\.number), profiles, average)
    let segments = ordered.indices.map { position in
      let members = ordered[position].members
      let revenue = Double(members.reduce(0) { $0 + known[$1].netMicros })
      return Segmentation.Segment(
        name: names[position], size: members.count, share: Double(members.count) / Double(max(known.count, 1)),
        revenueShare: total > 0 ? revenue / total : 0, profile: profiles[position].traits(against: average),
        number: ordered[position].number)
    }
    let grid = RecencyFrequency(known, asOf: ledger.asOf)
    let candidates = candidates(run.run)
    let chosen = candidates.first { $0.chosen }
    var finding = Segmentation(
      asOf: ledger.asOf, currency: ledger.currency, model: run.run.model, k: chosen?.k ?? 1, customers: known.count,
      stability: Estimate(chosen?.stability ?? 1, level: 0.95, sampleSize: run.run.rows),
      silhouette: run.run.metric("chosen.silhouette")?.value, candidates: candidates,
      segments: segments.sorted { $0.revenueShare > $1.revenueShare }, recencyFrequency: grid.counts,
      revenueByRecencyFrequency: grid.revenue, recencyLabels: grid.recencyLabels,
      frequencyLabels: RecencyFrequency.frequencyLabels)
    finding.recencyBounds = grid.bounds
    return Insight(.found(finding), caveats: ledger.caveats, runID: run.run.id)
  }

  private static func names(
    _ numbers: [Int], _ profiles: [Profile], _ average: Profile
  ) -> [Segmentation.SegmentName] {
    if numbers.count == 1 { return [.everyone] }
    let grouped = numbers.indices.filter { numbers[$0] != SegmentTraining.oneTimeSegment }
    let given = SegmentNames.assign(
      grouped.map { position in SegmentNames.fits { profiles[position].index($0, against: average) } })
    var names = Array(repeating: Segmentation.SegmentName.oneTimeBuyers, count: numbers.count)
    for (position, name) in zip(grouped, given) { names[position] = name }
    return names
  }

  private static func candidates(_ run: ModelRun) -> [Segmentation.Candidate] {
    let chosenK = run.setting("k").flatMap { Int($0) } ?? 1
    var rows: [Segmentation.Candidate] = (1...SegmentTraining.largestK).compactMap { k in
      let name = SegmentSearch.name(mixtureOf: k)
      guard let bic = run.metric(name + ".bic") else { return nil }
      return Segmentation.Candidate(
        model: "Gaussian mixture, \(SegmentSearch.covariance.rawValue)", k: k, bic: bic.value,
        silhouette: k == chosenK ? run.metric("chosen.silhouette")?.value : nil,
        stability: run.metric(name + ".stability")?.value, chosen: k == chosenK)
    }
    for k in 2...SegmentTraining.largestK {
      guard let silhouette = run.metric("KMeans.\(k).silhouette") else { continue }
      rows.append(
        Segmentation.Candidate(
          model: "k-means", k: k, bic: nil, silhouette: silhouette.value, stability: nil, chosen: false))
    }
    return rows
  }
}

/// Means of the habits of a group, as sums over sums where they are ratios; what is not known of any order is left out.
private struct Profile {
  let values: [Segmentation.SegmentFeature: Double]

  init(_ habits: [SegmentFeatures.Habits]) {
    let count = Double(max(habits.count, 1))
    let orders = habits.reduce(0) { $0 + $1.orders }
    let perOrder = { (sum: Double) in orders > 0 ? sum / orders : 0 }
    var values: [Segmentation.SegmentFeature: Double] = [
      .orders: orders / count,
      .orderValue: perOrder(habits.reduce(0) { $0 + $1.orderValue * $1.orders }),
      .daysSinceOrder: habits.reduce(0) { $0 + $1.daysSinceOrder } / count,
      .discountShare: perOrder(habits.reduce(0) { $0 + $1.discounted }),
      .ordersPerYear: orders / max(habits.reduce(0) { $0 + $1.years }, 1e-9),
    ]
    let described = habits.reduce(0) { $0 + $1.described }
    if described > 0 {
      values[.products] = habits.reduce(0) { $0 + $1.products * $1.described } / described
    }
    self.values = values
  }

  func index(_ feature: Segmentation.SegmentFeature, against average: Profile) -> Double {
    guard let value = values[feature], let base = average.values[feature], base > 0 else { return 100 }
    return 100 * value / base
  }

  func traits(against average: Profile) -> [Segmentation.Trait] {
    Segmentation.SegmentFeature.allCases.compactMap { feature in
      guard let mean = values[feature], let base = average.values[feature] else { return nil }
      return Segmentation.Trait(
        feature: feature, mean: mean, average: base, index: index(feature, against: average))
    }
  }
}

/// Names for segments: what sets each apart most, the clearest case first, no name twice.
enum SegmentNames {
  /// How far each name fits a profile, in index points beyond the average customer.
  static func fits(_ index: (Segmentation.SegmentFeature) -> Double) -> [(Segmentation.SegmentName, Double)] {
    let isNew = index(.orders) < 100
    return [
      (.regulars, index(.ordersPerYear) - 100), (.bigBaskets, index(.orderValue) - 100),
      (.smallBaskets, 100 - index(.orderValue)), (.bargainHunters, index(.discountShare) - 100),
      (.slippingAway, index(.daysSinceOrder) - 100), (.newcomers, isNew ? 100 - index(.daysSinceOrder) : -100),
      (.broadShoppers, index(.products) - 100), (.steady, 5),
    ]
  }

  /// One name for each profile, in their order.
  static func assign(_ fits: [[(Segmentation.SegmentName, Double)]]) -> [Segmentation.SegmentName] {
    var names = Array(repeating: Segmentation.SegmentName.steady, count: fits.count)
    var open = Set(fits.indices)
    var given: Set<Segmentation.SegmentName> = []
    let claims = fits.enumerated().flatMap { segment, row in row.map { (segment, $0.0, $0.1) } }
      .sorted { $0.2 != $1.2 ? $0.2 > $1.2 : ($0.0, $0.1.rawValue) < ($1.0, $1.1.rawValue) }
    for (segment, name, _) in claims where open.contains(segment) && !given.contains(name) {
      names[segment] = name
      given.insert(name)
      open.remove(segment)
    }
    return names
  }
}

/// Customers by how long ago they ordered (fifths of all) and how often (1, 2, 3–4, 5–9, 10 and more).
private struct RecencyFrequency {
  static let frequencyLabels = ["1", "2", "3–4", "5–9", "10+"]
  var counts = Array(repeating: Array(repeating: 0, count: 5), count: 5)
  var revenue = Array(repeating: Array(repeating: 0.0, count: 5), count: 5)
  var recencyLabels: [String] = []
  var bounds: [(low: Int, high: Int)] = []

  init(_ histories: [PurchaseHistory], asOf: Day) {
    let figures = RecencyFrequencyValue(histories, asOf: asOf)
    guard let longest = figures.recencyDays.max() else { return }
    // Whole days lie above a cut where they lie above its whole part.
    let cuts = QuantileScores(groups: 5).cuts(of: figures.recencyDays.map(Double.init)).map { Int($0) }
    for (customer, score) in figures.scores(.byCut).enumerated() {
      let (row, column) = (score.recency - 1, Self.column(figures.purchases[customer]))
      counts[row][column] += 1
      revenue[row][column] += Micros.double(figures.netMicros[customer])
    }
    bounds = [
      (cuts[3] + 1, longest), (cuts[2] + 1, cuts[3]), (cuts[1] + 1, cuts[2]), (cuts[0] + 1, cuts[1]), (0, cuts[0]),
    ]
    recencyLabels = bounds.map { "\($0.low)–\(max($0.low, $0.high)) days" }
  }

  private static func column(_ orders: Int) -> Int {
    switch orders {
    case ...1: 0
    case 2: 1
    case 3...4: 2
    case 5...9: 3
    default: 4
    }
  }
}
