import Ingestion
import Testing
import Vocabulary

struct ConnectorAdReportTests {
  @Test func millionthsAreAmounts() throws {
    let reading = try Sample(
      """
      _fivetran_id,customer_id,date,_fivetran_synced,ad_network_type,clicks,conversions,conversions_value,cost_micros,device,id,impressions
      x,2121,2026-02-01,2026-06-29 17:10:11,SEARCH,49,1.5,30,36150000,MOBILE,9935,166
      y,2121,2026-02-02,2026-06-29 17:10:11,CONTENT,1,0,0,9223372036854,DESKTOP,9935,4
      """
    ).read(ReadOptions(currency: Currency("EUR")))
    #expect(reading.recognition.format == "ConnectorAdReport")
    let rows = reading.all.adPerformance
    #expect(rows.map(\.spendMicros) == [36_150_000, 9_223_372_036_854])
    #expect(rows.map(\.platform) == ["Google Ads", "Google Ads"] && rows.map(\.campaignID) == ["9935", "9935"])
    #expect(rows.map(\.channel) == [.paidSearch, .display] && rows.map(\.currency?.code) == ["EUR", "EUR"])
    #expect(rows[0].breakdown == "network+device" && rows[0].breakdownValue == "SEARCH+MOBILE")
    #expect(rows[0].conversionsMicros == 1_500_000 && rows[0].account == "2121")
    #expect(reading.recognition.notes.count == 1)
  }

  @Test func hoursAreABreakdownOfTheDay() throws {
    let reading = try Sample(
      """
      campaign_id,date,impressions,spend,swipes,conversion_purchases
      40ba77bb-289d,2026-05-29T00:00:00,250,60215,3,1
      40ba77bb-289d,2026-05-29T13:00:00,608,172732,0,0
      """
    ).read()
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["00", "13"])
    #expect(reading.all.adPerformance.map(\.breakdown) == ["hour", "hour"])
    #expect(reading.total(.spend) == "0.232947" && reading.total(.clicks) == "3")
    #expect(reading.recognition.timeZone == "UTC")
  }

  /// Two countries are not the account's day told twice.
  @Test func partsOfAnAudienceAreBreakdowns() throws {
    let reading = try Sample(
      """
      _fivetran_id,account_id,country,region,city,date,impressions,inline_link_clicks,reach,spend
      a,1,DE,Bayern,,2026-04-10,10,1,9,42.10
      b,1,FR,,Lyon,2026-04-10,20,2,18,53.75
      """
    ).read(ReadOptions(currency: Currency("EUR")))
    #expect(reading.all.adPerformance.map(\.breakdown) == Array(repeating: "country+region+city", count: 2))
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["DE+Bayern+", "FR++Lyon"])
    #expect(reading.total(.spend) == "95.85")
  }

  @Test func paidAndEarnedPinsAddUpAndMissingStaysMissing() throws {
    let reading = try Sample(
      """
      date,campaign_id,campaign_name,advertiser_id,impression_1,impression_2,clickthrough_1,clickthrough_2,spend_in_micro_dollar,total_conversions
      2026-06-01,62674644,Summer,5497642,15000,500,450,,2250000,45
      2026-06-02,62674644,Summer,5497642,,,,,,
      """
    ).read()
    let rows = reading.all.adPerformance
    #expect(rows.map(\.impressions) == [15_500, nil] && rows.map(\.clicks) == [450, nil])
    #expect(rows.map(\.spendMicros) == [2_250_000, nil] && rows.map(\.conversionsMicros) == [45_000_000, nil])
    #expect(rows.map(\.currency) == [nil, nil])
  }

  @Test func anEventThatIsCountedTwiceIsKeptOnce() throws {
    let reading = try Sample(
      """
      ad_id,date,index,action_type,inline,value
      63176346,2026-12-24,0,offsite_conversion.fb_pixel_lead,,2.0
      63176346,2026-12-24,1,lead,,2.0
      """
    ).read()
    #expect(reading.all.adPerformance.map(\.resultType) == ["offsite_conversion.fb_pixel_lead"])
    #expect(reading.all.skippedRows == [SkippedRow(line: 3, reason: .overlapping)])
    #expect(reading.total(.conversions) == "2")
  }

  @Test func aDecimalMarkMayEndANumber() throws {
    let reading = try Sample(
      "ad_id,date,impressions,inline_link_clicks,spend\n7,2026-02-01,10.,1,144.\n8,2026-02-01,5,1,1..\n"
    )
    .read()
    #expect(reading.total(.spend) == "144" && reading.total(.impressions) == "10")
    #expect(reading.summary.problems.map(\.line) == [3])
  }

  @Test func othersTablesAreNotAdvertising() throws {
    let failure = try Sample("id,name,_fivetran_synced\n1,A,2026-01-01\n").failure()
    #expect("\(try #require(failure))".contains("a connector's table of a kind that is not read"))
  }

  /// Figures by Python's csv and decimal modules over the same files.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("facebook_ads_basic_ad", "Meta", 10, "643.63", "37275", "149", nil, "2020-12-02…2020-12-14"),
      ("google_ads_campaign_stats", "Google Ads", 16, "231.33", "1854", "280", "0", "2021-01-05…2021-02-26"),
      ("linkedin_ad_analytics_by_campaign", "LinkedIn", 20, "530.62", "1359", "21", "0", "2020-03-23…2021-05-25"),
      (
        "microsoft_ads_account_performance_daily_report", "Microsoft Ads", 10, "0", "5", "4", "1",
        "2018-12-06…2019-05-11"
      ),
      ("pinterest_campaign_report", "Pinterest", 5, "12.375", "165000", "4950", "248", "2023-06-01…2023-06-05"),
      ("reddit_ads_campaign_report", "Reddit", 79, "12970.777467", "3469863", "8815", nil, "2022-10-09…2022-12-20"),
      ("snapchat_campaign_hourly_report", "Snapchat", 10, "1.013488", "5142", "7", "1", "2022-05-29"),
      ("tiktok_campaign_report_hourly", "TikTok", 4, "444.792", "34470", "244", "2", "2021-09-15"),
      ("twitter_account_report", "X", 4, nil, "3195", nil, nil, "2022-05-05…2022-05-08"),
    ] as [(String, String, Int, String?, String, String?, String?, String)])
  func realFiles(
    file: String, platform: String, rows: Int, spend: String?, impressions: String, clicks: String?,
    conversions: String?, days: String
  ) throws {
    let reading = try Shared.reading("api-seeds-ads/\(file)_data.csv")
    #expect(reading.recognition.format == "ConnectorAdReport" && reading.recognition.isVerified)
    #expect(reading.all.adPerformance.allSatisfy { $0.platform == platform })
    #expect(reading.summary.rowsRead == rows && reading.all.adPerformance.count == rows)
    #expect(reading.total(.spend) == spend)
    #expect(reading.total(.impressions) == impressions)
    #expect(reading.total(.clicks) == clicks)
    #expect(reading.total(.conversions) == conversions)
    #expect(reading.recognition.window?.description == days)
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realActions() throws {
    let reading = try Shared.reading("api-seeds-ads/facebook_ads_basic_ad_actions_data.csv")
    #expect(reading.summary.rowsRead == 10 && reading.summary.rowsSkipped == 2)
    #expect(reading.all.adPerformance.count == 8 && reading.total(.conversions) == "19")
  }

  /// 200 + 202.5 + 18000000 is money once one cell has a fraction; 200.0 and the rest alone would be millionths.
  @Test func aColumnWithAFractionIsDividedAlready() throws {
    let header = "campaign_id,date,impressions,spend,swipes\n"
    let rows = "f276,2026-03-01,10,200.0,3\nc53c,2026-03-01,9,18000000,2\n"
    let divided = try Sample(header + rows + "77bd,2026-03-01,8,202.5,1\n").read()
    #expect(divided.all.adPerformance.map(\.spendMicros) == [200_000_000, 18_000_000_000_000, 202_500_000])
    #expect(divided.total(.spend) == "18000402.5" && divided.summary.rowsRejected == 0)
    #expect(divided.recognition.notes.contains { $0.hasPrefix("\"spend\" holds fractions") })
    let whole = try Sample(header + rows).read()
    #expect(whole.all.adPerformance.map(\.spendMicros) == [200, 18_000_000])
  }

  @Test func aFractionUnderTheNameOfMillionthsIsRefused() throws {
    let reading = try Sample(
      """
      customer_id,date,campaign_id,clicks,cost_micros,impressions
      2121,2026-02-01,7,4,36150000,16
      2121,2026-02-02,7,4,36.15,16
      """
    ).read(ReadOptions(currency: Currency("EUR")))
    #expect(reading.all.adPerformance.map(\.spendMicros) == [36_150_000])
    #expect(reading.summary.problems.map(\.column) == ["cost_micros"])
  }
}
