import Testing
import Vocabulary

@testable import Simulation

/// Every file is read back naively and must add up to what the world holds, to the penny.
@Suite struct ExportTotalsTests {
  private let business = Worlds.usual

  private func channelSpend(_ network: Campaign.Network) -> Int {
    Campaign.all.indices.filter { Campaign.all[$0].network == network }.reduce(0) {
      $0 + business.spendPence(campaign: $1)
    }
  }

  @Test func shopifyAddsUpToTheOrders() {
    var names: Set<String> = []
    var subtotal = 0
    var refunded = 0
    var lines = 0
    for file in Worlds.files(in: "shopify") {
      let table = NaiveTable(file.bytes)
      #expect(table.header.count == 79)
      #expect(table.rows.allSatisfy { $0.count == 79 })
      #expect(table.rows.count == file.totals.rows)
      let heads = zip(table.column("Subtotal"), table.column("Name")).filter { !$0.0.isEmpty }
      #expect(heads.count == file.totals.orders)
      #expect(table.hundredths("Subtotal") == file.totals.subtotalPence)
      #expect(table.hundredths("Refunded Amount") == file.totals.refundedPence)
      // Goods less discounts are the subtotal; with shipping and taxes it is the total.
      let goods = zip(table.column("Lineitem price"), table.column("Lineitem quantity")).reduce(0) {
        $0 + NaiveTable.hundredths($1.0) * (Int($1.1) ?? 0)
      }
      #expect(goods - table.hundredths("Discount Amount") == table.hundredths("Subtotal"))
      #expect(
        table.hundredths("Subtotal") + table.hundredths("Shipping") + table.hundredths("Taxes")
          == table.hundredths("Total"))
      var net = 0
      let (sums, backs) = (table.column("Subtotal"), table.column("Refunded Amount"))
      let (taxes, cancelled) = (table.column("Taxes"), table.column("Cancelled at"))
      for row in sums.indices where !sums[row].isEmpty {
        // A fifth of the goods was paid on top of them, and went back with them.
        let back = NaiveTable.hundredths(backs[row])
        let backWithoutTax = NaiveTable.hundredths(taxes[row]) > 0 ? back * 5 / 6 : back
        refunded += backWithoutTax
        if cancelled[row].isEmpty { net += NaiveTable.hundredths(sums[row]) - backWithoutTax }
      }
      #expect(net == file.totals.netRevenuePence)
      names.formUnion(heads.map(\.1))
      subtotal += table.hundredths("Subtotal")
      lines += table.rows.count
    }
    #expect(names.count == business.orders.count)
    #expect(subtotal == business.orders.reduce(0) { $0 + $1.subtotalPence })
    #expect(refunded == business.orders.reduce(0) { $0 + $1.refundedPence })
    #expect(lines == business.orders.reduce(0) { $0 + $1.lines.count })
    let nets = Worlds.files(in: "shopify").reduce(0) { $0 + ($1.totals.netRevenuePence ?? 0) }
    #expect(nets == business.orders.reduce(0) { $0 + $1.netPence })
  }

  @Test func metaAddsUpOnceOverlapsAreTakenOnce() {
    // Later files win for days that two files give.
    var spend: [String: Int] = [:]
    var value: [String: Int] = [:]
    let files = Worlds.files(in: "meta-ads").filter { $0.path.contains("Campaigns") }
    for file in files {
      let table = NaiveTable(file.bytes)
      #expect(Array(file.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
      #expect(table.rows.count == file.totals.rows)
      #expect(table.hundredths("Amount spent (GBP)") == file.totals.spendPence)
      #expect(table.hundredths("Results") == file.totals.conversionsHundredths)
      #expect(table.hundredths("Purchases conversion value") == file.totals.conversionValuePence)
      #expect(table.column("Impressions").reduce(0) { $0 + (Int($1) ?? 0) } == file.totals.impressions)
      #expect(table.column("Link clicks").reduce(0) { $0 + (Int($1) ?? 0) } == file.totals.clicks)
      let keys = zip(zip(table.column("Day"), table.column("Campaign name")), table.column("Ad set name")).map {
        "\($0.0.0)|\($0.0.1)|\($0.1)"
      }
      for (key, amount) in zip(keys, table.column("Amount spent (GBP)")) { spend[key] = NaiveTable.hundredths(amount) }
      for (key, amount) in zip(keys, table.column("Purchases conversion value")) {
        value[key] = NaiveTable.hundredths(amount)
      }
    }
    #expect(spend.values.reduce(0, +) == channelSpend(.social))
    let claimed = Campaign.all.indices.filter { Campaign.all[$0].network == .social }.reduce(0) {
      $0 + business.claims.total(campaign: $1).valuePence
    }
    #expect(value.values.reduce(0, +) == claimed)
  }

  @Test func metaByAgeHoldsTheSameMoneyAgain() throws {
    let ages = try #require(Worlds.files(in: "meta-ads").first { $0.path.contains("Age") })
    let month = try #require(
      Worlds.files(in: "meta-ads").first { $0.path.hasSuffix("Campaigns-Nov-24-2024-Dec-31-2024.csv") })
    let byAge = NaiveTable(ages.bytes)
    let byDay = NaiveTable(month.bytes)
    let december = zip(byDay.column("Day"), byDay.column("Amount spent (GBP)")).filter { $0.0.hasPrefix("2024-12") }
    #expect(
      byAge.hundredths("Amount spent (GBP)") == december.reduce(0) { $0 + NaiveTable.hundredths($1.1) })
    #expect(byAge.hundredths("Amount spent (GBP)") == ages.totals.spendPence)
    #expect(byAge.hundredths("Purchases conversion value") == ages.totals.conversionValuePence)
    #expect(byAge.hundredths("Results") == ages.totals.conversionsHundredths)
    #expect(Set(byAge.column("Age")).count == 6)
  }

  @Test func oneWeekIsRestated() throws {
    let export = MetaAdsExport(world: business.world)
    let paths = try #require(export.restatedPaths)
    let week = try #require(export.restatedWeek)
    let days = Set(week.map { business.day($0).description })
    func spend(_ path: String) -> Int {
      guard let file = Worlds.usualExports.first(where: { $0.path == path }) else { return 0 }
      let table = NaiveTable(file.bytes)
      return zip(table.column("Day"), table.column("Amount spent (GBP)")).filter { days.contains($0.0) }.reduce(0) {
        $0 + NaiveTable.hundredths($1.1)
      }
    }
    let final = Campaign.all.indices.filter { Campaign.all[$0].network == .social }.reduce(0) {
      $0 + business.spend.spendPence(campaign: $1, days: week)
    }
    #expect(week.count == 7)
    #expect(spend(paths.final) == final)
    #expect(spend(paths.provisional) < final)
    #expect(spend(paths.provisional) > final * 9 / 10)
  }

  @Test func googleAdsAddsUpAndItsTotalsRowsAgree() {
    var spend = 0
    for file in Worlds.files(in: "google-ads") {
      let all = NaiveTable(file.bytes, skipping: 2)
      let table = NaiveTable(file.bytes, skipping: 2) { $0.hasPrefix("Total:") }
      #expect(table.rows.count == file.totals.rows)
      #expect(table.hundredths("Cost") == file.totals.spendPence)
      #expect(table.hundredths("Conversions") == file.totals.conversionsHundredths)
      #expect(table.hundredths("Conv. value") == file.totals.conversionValuePence)
      #expect(table.hundredths("Impr.") == (file.totals.impressions ?? 0) * 100)
      #expect(table.hundredths("Clicks") == (file.totals.clicks ?? 0) * 100)
      // Three ways of saying the total: campaigns, account, and the two types together.
      #expect(all.hundredths("Cost") == 4 * table.hundredths("Cost"))
      #expect(all.rows.count == table.rows.count + 4)
      spend += table.hundredths("Cost")
    }
    #expect(spend == channelSpend(.search))
    let conversions = Worlds.files(in: "google-ads").reduce(0) { $0 + ($1.totals.conversionsHundredths ?? 0) }
    #expect(conversions % 100 != 0)
  }

  @Test func hubSpotHoldsEveryContactOnceAndNoGuest() throws {
    let files = Worlds.files(in: "hubspot")
    let earlier = NaiveTable(try #require(files.first).bytes)
    let later = NaiveTable(try #require(files.last).bytes)
    #expect(later.rows.count == business.contacts.count)
    #expect(Set(later.column("Record ID")).count == later.rows.count)
    #expect(Set(earlier.column("Record ID")).isSubset(of: Set(later.column("Record ID"))))
    let emails = Set(later.column("Email").map { $0.lowercased() })
    #expect(business.customers.allSatisfy { emails.contains($0.email) != $0.isGuest })
    let customers = zip(later.column("Lifecycle Stage"), later.column("Original Source")).filter {
      $0.0 == "Customer" && $0.1 == "Paid Social"
    }
    #expect(customers.count == business.drawnRecorded { $0.recorded.channel == .paidSocial }.customers)
    #expect(later.column("Original Source").contains(""))
  }

  @Test func analyticsTablesAgreeAndTheOutageIsBlank() throws {
    let outage = business.disturbances.outage
    for (file, days) in zip(Worlds.files(in: "ga4"), ExportPeriods.months(of: business.plan)) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let sections = text.split(separator: "\r\n\r\n")
      #expect(sections.count == 6)
      let daily = sections[2].split(separator: "\r\n").filter { $0.first?.isNumber == true }
      #expect(daily.count == days.count)
      let counts = daily.map { Int($0.split(separator: ",")[1]) ?? -1 }
      #expect(counts.reduce(0, +) == file.totals.sessions)
      for (day, count) in zip(days, counts) { #expect((count == 0) == outage.contains(day)) }
      let groups = sections[5].split(separator: "\r\n").dropFirst(4).map { Int($0.split(separator: ",")[1]) ?? -1 }
      #expect(groups.reduce(0, +) == file.totals.sessions)
    }
  }

  @Test func matomoSeesEveryDayAndMore() {
    var visits = 0
    var days = 0
    for file in Worlds.files(in: "matomo") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let found = text.split(separator: "\n").compactMap { line -> Int? in
        guard line.contains("<nb_visits>") else { return nil }
        return Int(line.filter(\.isNumber))
      }
      #expect(found.reduce(0, +) == file.totals.sessions)
      visits += found.reduce(0, +)
      days += found.count
    }
    #expect(days == business.plan.dayCount)
    let tagged = Worlds.files(in: "ga4").reduce(0) { $0 + ($1.totals.sessions ?? 0) }
    #expect(visits > tagged)
  }

  @Test func platformsClaimMoreThanIsRecorded() {
    for rule in PlatformClaims.rules {
      let campaigns = Campaign.all.indices.filter { Campaign.all[$0].network == rule.network }
      let claimed = campaigns.reduce(0) { $0 + business.claims.total(campaign: $1).valuePence }
      let recorded = business.drawnRecorded { $0.recorded.campaign.map { campaigns.contains($0) } ?? false }.netPence
      #expect(Double(claimed) > 1.2 * Double(recorded), "\(rule.network)")
    }
    // In the outage the pixels count nothing, while the money is spent on.
    let outage = business.disturbances.outage
    #expect(
      outage.allSatisfy { day in
        Campaign.all.indices.allSatisfy { business.claims.campaignDay($0, day: day).valuePence == 0 }
      })
    #expect(business.spend.spendPence(campaign: 4, days: outage) > 0)
    #expect(business.spend.spendPence(campaign: 0, days: business.disturbances.pausedSocial) == 0)
  }

  @Test func theDemoIsSmallEnough() {
    let bytes = Worlds.usualExports.reduce(Worlds.usual.truthJSON().count) { $0 + $1.bytes.count }
    #expect(bytes < 15_000_000)
    #expect(Set(Worlds.usualExports.map(\.path)).count == Worlds.usualExports.count)
  }
}
