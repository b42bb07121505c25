import Vocabulary

extension Business {
  /// `truth.json`: what was planned and drawn, what each campaign really does, and what every exported file adds up to.
  /// Amounts are pounds, rates are per week, probabilities run 0…1. Equal plans give equal bytes.
  package func truthJSON() -> [UInt8] {
    let oracle = SegmentOracle(self)
    let value = JSONValue.object([
      ("plan", planTruth),
      ("definitions", definitions),
      ("segments", .array(Segment.all.indices.map { segmentTruth($0) })),
      ("segmentOracle", oracleTruth(oracle)),
      ("churn", churnTruth),
      ("totals", totalsTruth),
      ("channels", .array(channelTruths)),
      ("campaigns", .array(Campaign.all.indices.map { campaignTruth($0) })),
      ("platformClaims", .array(claimTruths)),
      ("weekly", .array((0..<plan.weeks).map { weekTruth($0) })),
      ("outage", outageTruth),
      ("restatedWeek", restatedTruth),
      ("files", .array(exports().map { fileTruth($0) })),
      ("customers", .array(customers.map { customerTruth($0, oracle: oracle) })),
    ])
    return JSONText.bytes(of: value, openLevels: 2)
  }

  private var planTruth: JSONValue {
    .object([
      ("business", .string(Business.name)), ("currency", .string(Business.currencyCode)),
      ("expectedCustomers", .integer(plan.customers)), ("weeks", .integer(plan.weeks)),
      ("seed", .string(String(plan.seed))), ("firstDay", .string(plan.firstDay.description)),
      ("lastDay", .string(plan.lastDay.description)), ("timeZone", .string("Europe/London")),
    ])
  }

  private var definitions: JSONValue {
    .object([
      (
        "expectedRecordedReturn",
        .string(
          "E[net revenue to the last day of CRM contacts whose recorded first source is the channel, given the spend] "
            + "/ spend; net = subtotal after discounts - refunds, cancelled orders excluded; not from the draw")
      ),
      ("recordedReturn", .string("the same sum over the customers drawn / spend")),
      (
        "incrementalReturn",
        .string("E[net revenue to the last day of everybody whom the campaign made come, guests included] / spend")
      ),
      (
        "response",
        .string(
          "customers a week ~ Poisson(ceiling * a^h / (K^h + a^h)), a(w) = (1 - theta) * spend(w) + theta * a(w - 1)")
      ),
      (
        "oracleNoOrderProbability",
        .string("P(no uncancelled order in the horizon | true rate and hazard, orders to the as-of day, season)")
      ),
      (
        "oracleSegment",
        .string(
          "argmax of true share * Gaussian density fitted to each true segment, on segmentOracle.features to the last "
            + "day")
      ),
      (
        "overClaim", .string("value claimed by the platform / recorded net revenue of its campaigns in the draw")
      ),
    ])
  }

  private func segmentTruth(_ index: Int) -> JSONValue {
    let segment = Segment.all[index]
    return .object([
      ("name", .string(segment.name)), ("customers", .integer(customers.count { $0.segment == index })),
      ("orderRateMean", .number(segment.orderRateMean)), ("orderRateShape", .number(segment.orderRateShape)),
      ("hazardMean", .number(segment.hazardMean)), ("hazardShape", .number(segment.hazardShape)),
      ("priceTiltMean", .number(segment.priceTiltMean)), ("priceTiltDeviation", .number(segment.priceTiltDeviation)),
      ("lineChances", .array(segment.lineChances.map { JSONValue.number($0) })),
      ("discountMean", .number(segment.discountMean)),
      ("discountConcentration", .number(segment.discountConcentration)), ("breadth", .number(segment.breadth)),
      ("favourites", .array(segment.favourites.map { JSONValue.number($0) })),
      ("returnMean", .number(segment.returnMean)), ("returnConcentration", .number(segment.returnConcentration)),
      ("guestChance", .number(segment.guestChance)),
    ])
  }

  private func oracleTruth(_ oracle: SegmentOracle) -> JSONValue {
    .object([
      ("features", .array(SegmentOracle.featureNames.map { JSONValue.string($0) })),
      ("adjustedRandIndex", .number(oracle.adjustedRandIndex)),
      ("adjustedRandIndexOfFrequentBuyers", .number(oracle.adjustedRandIndexOfFrequentBuyers)),
      ("frequentBuyerOrders", .integer(SegmentOracle.frequentBuyerOrders)),
    ])
  }

  private var churnTruth: JSONValue {
    guard let asOf = plan.churnAsOf else { return .null }
    let grades = customers.compactMap { customer -> (probability: Double, isSilent: Bool)? in
      noOrderProbability(of: customer).map { ($0, !ordersAfter(asOf, customer)) }
    }
    let silent = grades.count { $0.isSilent }
    return .object([
      ("asOf", .string(asOf.description)), ("horizonDays", .integer(BusinessPlan.churnHorizonDays)),
      ("customers", .integer(grades.count)), ("withoutOrder", .integer(silent)),
      ("oracleExpectedWithoutOrder", .number(grades.reduce(0) { $0 + $1.probability })),
      ("oracleAUC", .optional(RankAgreement.auc(grades))),
    ])
  }

  private var totalsTruth: JSONValue {
    let kept = orders.filter { !$0.isCancelled }
    return .object([
      ("customers", .integer(customers.count)), ("guests", .integer(customers.count { $0.isGuest })),
      ("contacts", .integer(contacts.count)), ("orders", .integer(orders.count)),
      ("cancelledOrders", .integer(orders.count - kept.count)),
      ("ordersWithoutEmail", .integer(orders.count { $0.email.isEmpty })),
      ("subtotal", .hundredths(kept.reduce(0) { $0 + $1.subtotalPence })),
      ("discounts", .hundredths(kept.reduce(0) { $0 + $1.discountPence })),
      ("refunds", .hundredths(kept.reduce(0) { $0 + $1.refundedPence })),
      ("netRevenue", .hundredths(kept.reduce(0) { $0 + $1.netPence })),
      ("spend", .hundredths(Campaign.all.indices.reduce(0) { $0 + spendPence(campaign: $1) })),
    ])
  }

  private func fileTruth(_ file: ExportedFile) -> JSONValue {
    let totals = file.totals
    let members: [(String, JSONValue?)] = [
      ("path", .string(file.path)), ("bytes", .integer(file.bytes.count)), ("rows", .integer(totals.rows)),
      ("spend", totals.spendPence.map { .hundredths($0) }), ("impressions", totals.impressions.map { .integer($0) }),
      ("clicks", totals.clicks.map { .integer($0) }),
      ("conversions", totals.conversionsHundredths.map { .hundredths($0) }),
      ("conversionValue", totals.conversionValuePence.map { .hundredths($0) }),
      ("sessions", totals.sessions.map { .integer($0) }), ("orders", totals.orders.map { .integer($0) }),
      ("cancelledOrders", totals.cancelledOrders.map { .integer($0) }),
      ("subtotal", totals.subtotalPence.map { .hundredths($0) }),
      ("refunded", totals.refundedPence.map { .hundredths($0) }),
      ("netRevenue", totals.netRevenuePence.map { .hundredths($0) }),
      ("contacts", totals.contacts.map { .integer($0) }),
    ]
    return .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  private func customerTruth(_ customer: Customer, oracle: SegmentOracle) -> JSONValue {
    let source = ArrivalSource.all[customer.source]
    let leaves = customer.left < Double(plan.dayCount) ? day(Int(customer.left)) : nil
    return .object([
      ("email", .string(customer.email)), ("segment", .string(Segment.all[customer.segment].name)),
      ("oracleSegment", .string(Segment.all[oracle.chosen[customer.index]].name)),
      ("orderRate", .number(customer.orderRate)), ("hazard", .number(customer.hazard)),
      ("joined", .string(day(customer.joinedDay).description)), ("left", .optional(leaves)),
      ("guest", .bool(customer.isGuest)),
      ("recordedChannel", customer.isGuest ? .null : .string(customer.recorded.channel.rawValue)),
      (
        "recordedCampaign",
        customer.isGuest ? .null : customer.recorded.campaign.map { .string(Campaign.all[$0].name) } ?? .null
      ),
      ("causalChannel", .string(source.channel.rawValue)),
      ("causalCampaign", source.campaign.map { .string(Campaign.all[$0].name) } ?? .null),
      ("oracleNoOrderProbability", .optional(noOrderProbability(of: customer))),
    ])
  }

  private func noOrderProbability(of customer: Customer) -> Double? {
    plan.churnAsOf.flatMap {
      probabilityOfNoOrder(customer, from: $0, horizonDays: BusinessPlan.churnHorizonDays)
    }
  }

  private func ordersAfter(_ asOf: Day, _ customer: Customer) -> Bool {
    keptOrders(of: customer).contains { day($0.dayIndex) > asOf }
  }
}

/// How well a probability ranks what happened.
enum RankAgreement {
  /// The chance that a random positive is ranked above a random negative, ties counted half (Hanley and McNeil 1982).
  /// Nil when one class is empty. O(n log n).
  static func auc(_ grades: [(probability: Double, isSilent: Bool)]) -> Double? {
    let sorted = grades.sorted { $0.probability < $1.probability }
    let positives = sorted.count { $0.isSilent }
    let negatives = sorted.count - positives
    guard positives > 0, negatives > 0 else { return nil }
    var rankSum = 0.0
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].probability == sorted[start].probability { end += 1 }
      let rank = Double(start + end + 1) / 2
      rankSum += rank * Double(sorted[start..<end].count { $0.isSilent })
      start = end
    }
    return (rankSum - Double(positives * (positives + 1)) / 2) / Double(positives * negatives)
  }
}
