import Vocabulary

/// Meta Ads Manager: delivery by ad set and day in monthly files that overlap by a week, and one file of a month by
/// age, which holds the same money again.
struct MetaAdsExport {
  let world: World

  func files() -> [ExportedFile] {
    let months = ExportPeriods.months(of: world.plan)
    var files = months.indices.map { monthly(months, at: $0) }
    if let ages = byAge(months) { files.append(ages) }
    return files
  }

  // MARK: Restatement

  /// The day indices that one monthly file gives with provisional figures and the next one restates; nil when the
  /// business is too young for two files.
  var restatedWeek: Range<Int>? {
    let months = ExportPeriods.months(of: world.plan)
    let provisional = months.firstIndex { $0.contains(world.disturbances.restatedWeekEnd) } ?? 0
    guard provisional + 1 < months.count, months[provisional].count >= 7 else { return nil }
    let end = months[provisional].upperBound
    return end - 7..<end
  }

  /// Paths of the file with the provisional figures and of the one that restates them.
  var restatedPaths: (provisional: String, final: String)? {
    let months = ExportPeriods.months(of: world.plan)
    guard let week = restatedWeek, let index = months.firstIndex(where: { $0.upperBound == week.upperBound }) else {
      return nil
    }
    return (path(months, at: index), path(months, at: index + 1))
  }

  struct Figures {
    var delivery: AdDay
    var claim: PlatformClaims.Claim
  }

  func figures(campaign: Int, group: Int, day: Int, isProvisional: Bool) -> Figures {
    var delivery = world.spend.cell(campaign: campaign, group: group, day: day)
    var claim = world.claims.claim(campaign: campaign, group: group, day: day)
    if isProvisional, delivery.spendPence > 0 {
      // Billing and views arrive with a delay, sales with a longer one.
      delivery.spendPence = max(1, delivery.spendPence * 97 / 100)
      delivery.impressions = max(1, delivery.impressions * 96 / 100)
      delivery.clicks = min(delivery.impressions, delivery.clicks * 97 / 100)
      delivery.allClicks = delivery.allClicks * 97 / 100
      delivery.reach = max(1, delivery.reach * 96 / 100)
      let counted = claim.hundredths / 100 * 3 / 4
      claim.valuePence = claim.hundredths == 0 ? 0 : claim.valuePence * counted * 100 / claim.hundredths
      claim.hundredths = counted * 100
    }
    return Figures(delivery: delivery, claim: claim)
  }

  // MARK: Monthly files

  private var campaigns: [Int] { Campaign.all.indices.filter { Campaign.all[$0].network == .social } }

  private func days(_ months: [Range<Int>], at index: Int) -> Range<Int> {
    max(0, months[index].lowerBound - 7)..<months[index].upperBound
  }

  private func path(_ months: [Range<Int>], at index: Int) -> String {
    let days = days(months, at: index)
    return "meta-ads/Fernhill-Outdoor-Campaigns-\(dashed(days.lowerBound))-\(dashed(days.upperBound - 1)).csv"
  }

  private func dashed(_ index: Int) -> String {
    let (year, month, day) = world.day(index).civil
    return "\(CellText.months[month - 1].prefix(3))-\(day)-\(year)"
  }

  private static let header = [
    "\"Campaign name\"", "\"Ad set name\"", "Day", "\"Delivery status\"", "\"Delivery level\"", "Reach", "Impressions",
    "\"Link clicks\"", "\"Clicks (all)\"", "\"CPM (cost per 1,000 impressions)\"", "\"Result type\"", "Results",
    "\"Cost per result\"", "\"Purchases conversion value\"", "\"Amount spent (GBP)\"", "\"Reporting starts\"",
    "\"Reporting ends\"",
  ]

  private func monthly(_ months: [Range<Int>], at index: Int) -> ExportedFile {
    var text = TextBuffer(withByteOrderMark: true)
    text.append(record: MetaAdsExport.header)
    var totals = ExportTotals()
    var sum = AdDay()
    var claimed = PlatformClaims.Claim()
    let restated = restatedWeek
    for day in days(months, at: index).reversed() {
      let isProvisional = restated?.contains(day) == true && restated?.upperBound == months[index].upperBound
      for campaign in campaigns {
        for group in 0..<AdSpend.groups {
          let figures = figures(campaign: campaign, group: group, day: day, isProvisional: isProvisional)
          guard figures.delivery.spendPence > 0 else { continue }
          text.append(record: record(campaign: campaign, group: group, day: day, figures: figures))
          totals.rows += 1
          sum.spendPence += figures.delivery.spendPence
          sum.impressions += figures.delivery.impressions
          sum.clicks += figures.delivery.clicks
          claimed.hundredths += figures.claim.hundredths
          claimed.valuePence += figures.claim.valuePence
        }
      }
    }
    totals.spendPence = sum.spendPence
    totals.impressions = sum.impressions
    totals.clicks = sum.clicks
    totals.conversionsHundredths = claimed.hundredths
    totals.conversionValuePence = claimed.valuePence
    return ExportedFile(path: path(months, at: index), bytes: text.bytes, totals: totals)
  }

  private func record(campaign: Int, group: Int, day: Int, figures: Figures) -> [String] {
    let delivery = figures.delivery
    let results = figures.claim.hundredths / 100
    let date = world.day(day).description
    let costPerThousand = CellText.ratio(delivery.spendPence * 10, delivery.impressions, places: 8) ?? ""
    let cost = results > 0 ? CellText.ratio(delivery.spendPence, results * 100, places: 8) ?? "" : ""
    return [
      CellText.quoted(Campaign.all[campaign].name), CellText.quoted(Campaign.all[campaign].adGroups[group]), date,
      day + 7 < world.plan.dayCount ? "inactive" : "active", "adset", String(delivery.reach),
      String(delivery.impressions), String(delivery.clicks), String(delivery.allClicks), costPerThousand,
      // The pixel's silence leaves the cells empty, as the platform does for a day without results.
      results > 0 ? "Purchases" : "", results > 0 ? String(results) : "", cost,
      results > 0 ? CellText.hundredths(figures.claim.valuePence) : "", CellText.hundredths(delivery.spendPence), date,
      date,
    ]
  }

  // MARK: By age

  private static let ages: [(name: String, share: Int)] = [
    ("25-34", 29), ("35-44", 26), ("45-54", 18), ("18-24", 12), ("55-64", 10), ("65+", 5),
  ]

  /// The second month by age, over the whole month; its sums are the month's sums.
  private func byAge(_ months: [Range<Int>]) -> ExportedFile? {
    guard months.count > 1 else { return nil }
    let days = months[1]
    var text = TextBuffer(withByteOrderMark: true)
    text.append(
      line: "\"Campaign name\",Age,Reach,Impressions,\"Link clicks\",\"Result type\",Results,"
        + "\"Purchases conversion value\",\"Amount spent (GBP)\",\"Reporting starts\",\"Reporting ends\"")
    var totals = ExportTotals(
      spendPence: 0, impressions: 0, clicks: 0, conversionsHundredths: 0, conversionValuePence: 0)
    for campaign in campaigns {
      var sum = AdDay()
      var claimed = PlatformClaims.Claim()
      for day in days {
        let delivery = world.spend.campaignDay(campaign, day: day)
        let claim = world.claims.campaignDay(campaign, day: day)
        sum.spendPence += delivery.spendPence
        sum.impressions += delivery.impressions
        sum.clicks += delivery.clicks
        claimed.hundredths += claim.hundredths
        claimed.valuePence += claim.valuePence
      }
      guard sum.spendPence > 0 else { continue }
      let spend = parts(of: sum.spendPence)
      let impressions = parts(of: sum.impressions)
      let clicks = parts(of: sum.clicks)
      let results = parts(of: claimed.hundredths / 100)
      let value = parts(of: claimed.valuePence)
      for (index, age) in MetaAdsExport.ages.enumerated() {
        let hasResults = results[index] > 0
        text.append(record: [
          CellText.quoted(Campaign.all[campaign].name), age.name, String(impressions[index] * 3 / 5),
          String(impressions[index]), String(clicks[index]), hasResults ? "Purchases" : "",
          hasResults ? String(results[index]) : "", hasResults ? CellText.hundredths(value[index]) : "",
          CellText.hundredths(spend[index]), world.day(days.lowerBound).description,
          world.day(days.upperBound - 1).description,
        ])
        totals.rows += 1
        totals.conversionValuePence = (totals.conversionValuePence ?? 0) + (hasResults ? value[index] : 0)
      }
      totals.spendPence = (totals.spendPence ?? 0) + sum.spendPence
      totals.impressions = (totals.impressions ?? 0) + sum.impressions
      totals.clicks = (totals.clicks ?? 0) + sum.clicks
      totals.conversionsHundredths = (totals.conversionsHundredths ?? 0) + claimed.hundredths / 100 * 100
    }
    let path =
      "meta-ads/Fernhill-Outdoor-Age-\(dashed(days.lowerBound))-\(dashed(days.upperBound - 1)).csv"
    return ExportedFile(path: path, bytes: text.bytes, totals: totals)
  }

  /// A whole number split by age; the first group takes what rounding leaves over.
  private func parts(of whole: Int) -> [Int] {
    var parts = MetaAdsExport.ages.map { whole * $0.share / 100 }
    parts[0] += whole - parts.reduce(0, +)
    return parts
  }
}
