import Vocabulary

/// `truth.json`: what was planned and drawn, what each campaign really does, and what every exported file adds up to.
struct Truth {
  static let path = "truth.json"

  let world: World
  let tally: TruthTally
  let files: [FileListing]

  var plan: BusinessPlan { world.plan }

  func write(to take: @escaping FileTaker) throws {
    let oracle = try SegmentOracle { take in try tally.forEach { take($0.known) } }
    let value = JSONValue.object([
      ("plan", planTruth),
      ("definitions", definitions),
      ("segments", .array(Segment.all.indices.map { segmentTruth($0) })),
      ("segmentOracle", try oracleTruth(oracle)),
      ("churn", try churnTruth()),
      ("totals", totalsTruth),
      ("channels", .array(channelTruths)),
      ("campaigns", .array(Campaign.all.indices.map { campaignTruth($0) })),
      ("platformClaims", .array(claimTruths)),
      ("weekly", .array((0..<plan.weeks).map { weekTruth($0) })),
      ("outage", outageTruth),
      ("restatedWeek", restatedTruth),
      ("files", .array(files.map { fileTruth($0) })),
      ("customers", .sequence { give in try tally.forEach { try give(customerTruth($0, oracle: oracle)) } }),
    ])
    try JSONText.write(value, openLevels: 2) { try take(Truth.path, $0) }
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
      ("name", .string(segment.name)), ("customers", .integer(tally.customersOfSegment[index])),
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

  private func oracleTruth(_ oracle: SegmentOracle) throws -> JSONValue {
    var (all, frequent) = (AdjustedRandIndex(), AdjustedRandIndex())
    try tally.forEach { entry in
      let choice = oracle.choice(for: entry.known)
      all.add(entry.customer.segment, choice)
      if entry.isFrequent { frequent.add(entry.customer.segment, choice) }
    }
    return .object([
      ("features", .array(SegmentOracle.featureNames.map { JSONValue.string($0) })),
      ("adjustedRandIndex", .number(all.value)), ("adjustedRandIndexOfFrequentBuyers", .number(frequent.value)),
      ("frequentBuyerOrders", .integer(SegmentOracle.frequentBuyerOrders)),
    ])
  }

  private func churnTruth() throws -> JSONValue {
    guard let asOf = plan.churnAsOf else { return .null }
    return .object([
      ("asOf", .string(asOf.description)), ("horizonDays", .integer(BusinessPlan.churnHorizonDays)),
      ("customers", .integer(tally.graded)), ("withoutOrder", .integer(tally.silent)),
      ("oracleExpectedWithoutOrder", .number(tally.expectedSilent)), ("oracleAUC", .optional(try tally.ranks.area())),
    ])
  }

  private var totalsTruth: JSONValue {
    .object([
      ("customers", .integer(tally.customers)), ("guests", .integer(tally.guests)),
      ("contacts", .integer(tally.contacts)), ("orders", .integer(tally.orders)),
      ("cancelledOrders", .integer(tally.cancelledOrders)), ("ordersWithoutEmail", .integer(tally.ordersWithoutEmail)),
      ("subtotal", .hundredths(tally.subtotalPence)), ("discounts", .hundredths(tally.discountPence)),
      ("refunds", .hundredths(tally.refundedPence)), ("netRevenue", .hundredths(tally.netPence)),
      ("spend", .hundredths(Campaign.all.indices.reduce(0) { $0 + world.spendPence(campaign: $1) })),
    ])
  }

  private func fileTruth(_ file: FileListing) -> JSONValue {
    let totals = file.totals
    let members: [(String, JSONValue?)] = [
      ("path", .string(file.path)), ("bytes", .integer(file.byteCount)), ("rows", .integer(totals.rows)),
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

  private func customerTruth(_ entry: TruthTally.Entry, oracle: SegmentOracle) -> JSONValue {
    let customer = entry.customer
    let source = ArrivalSource.all[customer.source]
    let leaves = customer.left < Double(plan.dayCount) ? world.day(Int(customer.left)) : nil
    return .object([
      ("email", .string(customer.email)), ("segment", .string(Segment.all[customer.segment].name)),
      ("oracleSegment", .string(Segment.all[oracle.choice(for: entry.known)].name)),
      ("orderRate", .number(customer.orderRate)), ("hazard", .number(customer.hazard)),
      ("joined", .string(world.day(customer.joinedDay).description)), ("left", .optional(leaves)),
      ("guest", .bool(customer.isGuest)),
      ("recordedChannel", customer.isGuest ? .null : .string(customer.recorded.channel.rawValue)),
      (
        "recordedCampaign",
        customer.isGuest ? .null : customer.recorded.campaign.map { .string(Campaign.all[$0].name) } ?? .null
      ),
      ("causalChannel", .string(source.channel.rawValue)),
      ("causalCampaign", source.campaign.map { .string(Campaign.all[$0].name) } ?? .null),
      ("oracleNoOrderProbability", .optional(entry.silence)),
    ])
  }
}
