import Vocabulary

/// What is true of the customers drawn: sums, and a record for each that is read again when everything is known.
struct TruthTally {
  /// Customers and their money in the draw.
  struct DrawnSum {
    var customers = 0
    var netPence = 0
  }

  private let world: World
  private let spill: Spill
  private(set) var customers = 0
  private(set) var guests = 0
  var contacts = 0
  private(set) var orders = 0
  private(set) var cancelledOrders = 0
  private(set) var ordersWithoutEmail = 0
  private(set) var subtotalPence = 0
  private(set) var discountPence = 0
  private(set) var refundedPence = 0
  private(set) var netPence = 0
  private(set) var customersOfSegment = [Int](repeating: 0, count: Segment.all.count)
  /// Those with an account, by `RecordedSource.place`.
  private(set) var drawn = [DrawnSum](repeating: DrawnSum(), count: RecordedSource.all.count)
  private(set) var graded = 0
  private(set) var silent = 0
  private(set) var expectedSilent = 0.0
  private(set) var ranks: RankAgreement

  init(world: World, in folder: String?) throws {
    self.world = world
    spill = try Spill(buckets: 1, in: folder)
    ranks = try RankAgreement(in: folder)
  }

  /// The next customer with all their orders.
  mutating func add(_ customer: Customer, orders own: [Order]) throws {
    let kept = own.filter { !$0.isCancelled }
    customers += 1
    guests += customer.isGuest ? 1 : 0
    customersOfSegment[customer.segment] += 1
    orders += own.count
    cancelledOrders += own.count - kept.count
    ordersWithoutEmail += own.count { $0.email.isEmpty }
    for order in kept {
      subtotalPence += order.subtotalPence
      discountPence += order.discountPence
      refundedPence += order.refundedPence
      netPence += order.netPence
    }
    if !customer.isGuest {
      drawn[customer.recorded.place].customers += 1
      drawn[customer.recorded.place].netPence += kept.reduce(0) { $0 + $1.netPence }
    }
    var record = SpillRecord()
    record.append(kept.count >= SegmentOracle.frequentBuyerOrders)
    for feature in SegmentOracle.features(of: customer, kept: kept, dayCount: world.plan.dayCount) {
      record.append(feature)
    }
    record.append(try grade(customer, kept))
    customer.write(to: &record)
    try spill.append(record)
  }

  private mutating func grade(_ customer: Customer, _ kept: [Order]) throws -> Double? {
    guard let asOf = world.plan.churnAsOf,
      let probability = world.probabilityOfNoOrder(
        customer, kept: kept, from: asOf, horizonDays: BusinessPlan.churnHorizonDays)
    else { return nil }
    let isSilent = !kept.contains { world.day($0.dayIndex) > asOf }
    graded += 1
    silent += isSilent ? 1 : 0
    expectedSilent += probability
    try ranks.add(probability: probability, isPositive: isSilent)
    return probability
  }

  /// Of all recorded sources that are wanted, customers with an account.
  func drawn(where isWanted: (RecordedSource) -> Bool) -> DrawnSum {
    var sum = DrawnSum()
    for source in RecordedSource.all where isWanted(source) {
      sum.customers += drawn[source.place].customers
      sum.netPence += drawn[source.place].netPence
    }
    return sum
  }

  /// A customer as they were added.
  struct Entry {
    let customer: Customer
    let isFrequent: Bool
    let known: SegmentOracle.Known
    /// Of not ordering in the horizon after the as-of day.
    let silence: Double?
  }

  /// In the order of joining.
  func forEach(_ take: (Entry) throws -> Void) throws {
    try spill.forEach { reader in
      let isFrequent = reader.flag()
      let features = SegmentOracle.featureNames.map { _ in reader.number() }
      let silence = reader.optionalNumber()
      let customer = Customer(from: &reader)
      try take(
        Entry(
          customer: customer, isFrequent: isFrequent,
          known: SegmentOracle.Known(segment: customer.segment, features: features), silence: silence))
    }
  }
}
