import Vocabulary

/// What is true about money spent: by channel, campaign, platform and week, and what was disturbed.
extension Truth {
  var channelTruths: [JSONValue] {
    let channels = Channel.allCases.filter { channel in
      RecordedSource.all.contains { $0.channel == channel }
    }
    return channels.map { channel in
      let recorded = world.expected.recorded(channel: channel)
      let caused = world.expected.caused(channel: channel)
      let drawn = tally.drawn { $0.channel == channel }
      return .object(
        [("channel", .string(channel.rawValue))]
          + returns(spend: world.spendPence(channel: channel), recorded: recorded, caused: caused, drawn: drawn))
    }
  }

  func campaignTruth(_ index: Int) -> JSONValue {
    let campaign = Campaign.all[index]
    let drawn = tally.drawn { $0.campaign == index }
    let claimed = world.claims.total(campaign: index)
    return .object(
      [
        ("campaign", .string(campaign.name)), ("channel", .string(campaign.channel.rawValue)),
        ("adstock", .number(campaign.adstock)), ("halfSaturation", .number(world.demand.halfSaturations[index])),
        ("saturationShape", .number(campaign.saturationShape)), ("ceiling", .number(world.demand.ceilings[index])),
        ("claimedConversions", .hundredths(claimed.hundredths)), ("claimedValue", .hundredths(claimed.valuePence)),
      ]
        + returns(
          spend: world.spendPence(campaign: index), recorded: world.expected.recorded[index],
          caused: world.expected.caused[index], drawn: drawn))
  }

  private func returns(
    spend: Int, recorded: ExpectedReturn.Recorded, caused: ExpectedReturn.Caused, drawn: TruthTally.DrawnSum
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

  var claimTruths: [JSONValue] {
    PlatformClaims.rules.map { rule in
      let campaigns = Campaign.all.indices.filter { Campaign.all[$0].network == rule.network }
      let drawn = tally.drawn { $0.campaign.map { campaigns.contains($0) } ?? false }
      var claimed = PlatformClaims.Claim()
      for campaign in campaigns {
        let part = world.claims.total(campaign: campaign)
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
      ("week", .string(world.day(week * 7).description)),
      ("spend", .array(paid.map { .hundredths(world.spend.spendPence(campaign: $0, days: days)) })),
      ("causedCustomers", .array(paid.map { .number(world.demand.weekly[$0][week]) })),
      ("unpaidCustomers", .number(unpaid.reduce(0) { $0 + world.demand.weekly[$1][week] })),
    ])
  }

  var outageTruth: JSONValue {
    let outage = world.disturbances.outage
    let paused = world.disturbances.pausedSocial
    guard !outage.isEmpty, !paused.isEmpty else { return .null }
    return .object([
      ("firstDay", .string(world.day(outage.lowerBound).description)),
      ("lastDay", .string(world.day(outage.upperBound - 1).description)),
      ("pausedSocialFirstDay", .string(world.day(paused.lowerBound).description)),
      ("pausedSocialLastDay", .string(world.day(paused.upperBound - 1).description)),
    ])
  }

  var restatedTruth: JSONValue {
    let export = MetaAdsExport(world: world)
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
              ("day", .string(world.day(day).description)), ("campaign", .string(campaign.name)),
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
      ("firstDay", .string(world.day(week.lowerBound).description)),
      ("lastDay", .string(world.day(week.upperBound - 1).description)), ("provisionalFile", .string(paths.provisional)),
      ("restatingFile", .string(paths.final)), ("rows", .array(rows)),
    ])
  }
}
