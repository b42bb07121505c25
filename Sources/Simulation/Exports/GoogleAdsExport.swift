import Vocabulary

/// Google Ads: the campaign report by day, one file a half-year, with the report's title and period on top and totals
/// rows below.
struct GoogleAdsExport {
  let world: World

  func files() -> [ExportedFile] { ExportPeriods.halfYears(of: world.plan).map { file(days: $0) } }

  private static let header =
    "Day,Campaign status,Campaign,Budget,Budget name,Budget type,Status,Campaign type,Impr.,Interactions,"
    + "Interaction rate,Currency code,Avg. cost,Cost,Clicks,Conv. rate,Conversions,Conv. value,Cost / conv."

  private var campaigns: [Int] { Campaign.all.indices.filter { Campaign.all[$0].network == .search } }

  private struct Sum {
    var delivery = AdDay()
    var claim = PlatformClaims.Claim()

    mutating func add(_ delivery: AdDay, _ claim: PlatformClaims.Claim) {
      self.delivery.spendPence += delivery.spendPence
      self.delivery.impressions += delivery.impressions
      self.delivery.clicks += delivery.clicks
      self.claim.hundredths += claim.hundredths
      self.claim.valuePence += claim.valuePence
    }
  }

  private func file(days: Range<Int>) -> ExportedFile {
    let first = world.day(days.lowerBound)
    let last = world.day(days.upperBound - 1)
    var text = TextBuffer()
    text.append(line: "Campaign report")
    text.append(line: CellText.quoted("\(spelled(first)) - \(spelled(last))"))
    text.append(line: GoogleAdsExport.header)
    var rows = 0
    var all = Sum()
    var byType: [String: Sum] = [:]
    for campaign in campaigns {
      for day in days {
        let delivery = world.spend.campaignDay(campaign, day: day)
        guard delivery.spendPence > 0 else { continue }
        let claim = world.claims.campaignDay(campaign, day: day)
        var sum = Sum()
        sum.add(delivery, claim)
        let head = [
          world.day(day).description, "Enabled", CellText.quotedIfNeeded(Campaign.all[campaign].name),
          budget(campaign), " --", "Daily", "Eligible", type(campaign),
        ]
        text.append(record: head + measures(sum))
        rows += 1
        all.add(delivery, claim)
        byType[type(campaign), default: Sum()].add(delivery, claim)
      }
    }
    text.append(record: ["Total: Campaigns", " --", " --", " --", " --", " --", " --", " --"] + measures(all))
    text.append(record: ["Total: Account", "", "", "", "", "", "", ""] + measures(all))
    for type in ["Search", "Display"] {
      guard let sum = byType[type] else { continue }
      text.append(record: ["Total: \(type)", "", "", "", "", "", "", type] + measures(sum))
    }
    let totals = ExportTotals(
      rows: rows, spendPence: all.delivery.spendPence, impressions: all.delivery.impressions,
      clicks: all.delivery.clicks, conversionsHundredths: all.claim.hundredths,
      conversionValuePence: all.claim.valuePence)
    return ExportedFile(
      path: "google-ads/Campaign report \(first) to \(last).csv", bytes: text.bytes, totals: totals)
  }

  private func measures(_ sum: Sum) -> [String] {
    let delivery = sum.delivery
    let claimed = sum.claim.hundredths
    return [
      counted(delivery.impressions), counted(delivery.clicks), percent(delivery.clicks, delivery.impressions), "GBP",
      CellText.ratio(delivery.spendPence, delivery.clicks * 100, places: 2) ?? " --",
      CellText.hundredths(delivery.spendPence), counted(delivery.clicks),
      percent(claimed, delivery.clicks * 100), decimal(claimed), decimal(sum.claim.valuePence),
      CellText.ratio(delivery.spendPence, claimed, places: 2) ?? "0.00",
    ]
  }

  private func counted(_ value: Int) -> String { CellText.quotedIfNeeded(CellText.grouped(value)) }

  /// Two decimals with thousands commas, in quotes where one is written.
  private func decimal(_ hundredths: Int) -> String {
    CellText.quotedIfNeeded(CellText.grouped(hundredths / 100) + "." + CellText.padded(hundredths % 100, 2))
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    CellText.ratio(part * 100, whole, places: 2).map { "\($0)%" } ?? " --"
  }

  private func budget(_ campaign: Int) -> String {
    let daily = Campaign.all[campaign].weeklySpendPounds * world.plan.scale / 7 * 2
    return CellText.hundredths(max(1, Int(daily.rounded())) * 100)
  }

  private func type(_ campaign: Int) -> String { Campaign.all[campaign].channel == .display ? "Display" : "Search" }

  private func spelled(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.civil
    return "\(CellText.months[month - 1]) \(dayOfMonth), \(year)"
  }
}
