import Vocabulary

/// What is true about money spent: by channel, campaign, platform and week, and what was disturbed.
extension Business {
  var channelTruths: [JSONValue] {
    let channels = Channel.allCases.filter { channel in
      RecordedSource.all.contains { $0.channel == channel }
    }
    return channels.map { channel in
      let recorded = expected.recorded(channel: channel)
      let caused = expected.caused(channel: channel)
      let drawn = drawnRecorded { $0.recorded.channel == channel }
      return .object(
        [("channel", .string(channel.rawValue))]
          + returns(spend: spendPence(channel: channel), recorded: recorded, caused: caused, drawn: drawn))
    }
  }

  func campaignTruth(_ index: Int) -> JSONValue {
    let campaign = Campaign.all[index]
    let drawn = drawnRecorded { $0.recorded.campaign == index }
    let claimed = claims.total(campaign: index)
    return .object(
      [
        ("campaign", .string(campaign.name)), ("channel", .string(campaign.channel.rawValue)),
        ("adstock", .number(campaign.adstock)), ("halfSaturation", .number(demand.halfSaturations[index])),
        ("saturationShape", .number(campaign.saturationShape)), ("ceiling", .number(demand.ceilings[index])),
        ("claimedConversions", .hundredths(claimed.hundredths)), ("claimedValue", .hundredths(claimed.valuePence)),
      ]
        + returns(
          spend: spendPence(campaign: index), recorded: expected.recorded[index], caused: expected.caused[index],
          drawn: drawn))
  }

  private func returns(
    spend: Int, recorded: ExpectedReturn.Recorded, caused: ExpectedReturn.Caused, drawn: DrawnSum
  ) -> [(String, JSONValue)] {
    let perSpend = { (pence: Double) -> JSONValue in spend > 0 ? .number(pence / Double(spend)) : .null }
    return [
      ("spend", .hundredths(spend)), ("expectedRecordedCustomers", .number(recorded.customers)),
      ("expectedRecordedOrders", .number(recorded.orders)),
      ("expectedRecordedRevenue", .number(recorded.revenuePence / 100)),
      ("expectedRecordedReturn", perSpend(recorded.revenuePence)), ("recordedCustomers", .integer(drawn.customers)),
      ("recordedRevenue", .hundredths(drawn.netPence)), ("recordedReturn", perSpend(Double(drawn.netPence))),
      ("expectedCausedCustomers", .number(caused.customers)),
      ("expectedCausedRevenue", .number(caused.revenuePence / 100)),
      ("incrementalReturn", perSpend(caused.revenuePence)),
    ]
  }

  /// Customers and their money in the draw.
  struct DrawnSum {
    var customers = 0
    var netPence = 0
  }

  /// CRM contacts who bought, as far as `isWanted`.
  func drawnRecorded(where isWanted: (Customer) -> Bool) -> DrawnSum {
    var sum = DrawnSum()
    for customer in customers where !customer.isGuest && isWanted(customer) {
      sum.customers += 1
      for index in ordersOfCustomer[customer.index] { sum.netPence += orders[index].netPence }
    }
    return sum
  }

  var claimTruths: [JSONValue] {
    PlatformClaims.rules.map { rule in
      let campaigns = Campaign.all.indices.filter { Campaign.all[$0].network == rule.network }
      let drawn = drawnRecorded { $0.recorded.campaign.map { campaigns.contains($0) } ?? false }
      var claimed = PlatformClaims.Claim()
      for campaign in campaigns {
        let part = claims.total(campaign: campaign)
        claimed.hundredths += part.hundredths
        claimed.valuePence += part.valuePence
      }
      let factor = drawn.netPence > 0 ? Double(claimed.valuePence) / Double(drawn.netPence) : nil
      return .object([
        ("network", .string(rule.network.rawValue)), ("linkedChance", .number(rule.linkedChance)),
        ("otherChance", .number(rule.otherChance)), ("claimedConversions", .hundredths(claimed.hundredths)),
        ("claimedValue", .hundredths(claimed.valuePence)), ("recordedRevenue", .hundredths(drawn.netPence)),
        ("overClaim", .optional(factor)),
      ])
    }
  }

  /// Spend and expected arrivals of one week, unpaid demand last: what a mix model would want to find.
  func weekTruth(_ week: Int) -> JSONValue {
    let days = week * 7..<week * 7 + 7
    let paid = Campaign.all.indices
    let unpaid = ArrivalSource.all.indices.filter { ArrivalSource.all[$0].campaign == nil }
    return .object([
      ("week", .string(day(week * 7).description)),
      ("spend", .array(paid.map { .hundredths(spend.spendPence(campaign: $0, days: days)) })),
      ("causedCustomers", .array(paid.map { .number(demand.weekly[$0][week]) })),
      ("unpaidCustomers", .number(unpaid.reduce(0) { $0 + demand.weekly[$1][week] })),
    ])
  }

  var outageTruth: JSONValue {
    let outage = disturbances.outage
    let paused = disturbances.pausedSocial
    guard !outage.isEmpty, !paused.isEmpty else { return .null }
    return .object([
      ("firstDay", .string(day(outage.lowerBound).description)),
      ("lastDay", .string(day(outage.upperBound - 1).description)),
      ("pausedSocialFirstDay", .string(day(paused.lowerBound).description)),
      ("pausedSocialLastDay", .string(day(paused.upperBound - 1).description)),
    ])
  }

  var restatedTruth: JSONValue {
    let export = MetaAdsExport(business: self)
    guard let week = export.restatedWeek, let paths = export.restatedPaths else { return .null }
    var rows: [JSONValue] = []
    for day in week {
      for (index, campaign) in Campaign.all.enumerated() where campaign.network == .social {
        for group in 0..<AdSpend.groups {
          let old = export.figures(campaign: index, group: group, day: day, isProvisional: true)
          let new = export.figures(campaign: index, group: group, day: day, isProvisional: false)
          guard new.delivery.spendPence > 0 else { continue }
          rows.append(
            .object([
              ("day", .string(self.day(day).description)), ("campaign", .string(campaign.name)),
              ("adGroup", .string(campaign.adGroups[group])),
              ("provisionalSpend", .hundredths(old.delivery.spendPence)),
              ("spend", .hundredths(new.delivery.spendPence)),
              ("provisionalConversions", .integer(old.claim.hundredths / 100)),
              ("conversions", .integer(new.claim.hundredths / 100)),
              ("provisionalValue", .hundredths(old.claim.valuePence)), ("value", .hundredths(new.claim.valuePence)),
            ]))
        }
      }
    }
    return .object([
      ("firstDay", .string(day(week.lowerBound).description)),
      ("lastDay", .string(day(week.upperBound - 1).description)), ("provisionalFile", .string(paths.provisional)),
      ("restatingFile", .string(paths.final)), ("rows", .array(rows)),
    ])
  }
}
