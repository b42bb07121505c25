import Ingestion
import Testing

struct UnreadReportTests {
  @Test(arguments: [
    ("Device,Cost,Impressions,Clicks\nComputers,US$3.40,34,3\n", "a Google Ads card of devices", "campaign"),
    ("Network,Clicks,Cost,Avg. CPC\nSearch partners,8,US$9.60,US$1.20\n", "card of networks", "campaign"),
    ("Hour,Clicks,Impressions,Avg. CPC,Cost\n00 - 01,0,0,US$0.00,US$0.00\n", "card of hours", "campaign"),
    ("Day,Start Hour,Impressions\nSunday,00,3\n", "card of weekdays and hours", "campaign"),
    ("Location Name,Impressions\nLeeds,4\n", "card of places", "campaign"),
    ("Gender,Age Range,Impressions,Percent of known total\nMale,18–24,8,16.33%\n", "card of ages", "campaign"),
    ("Search,Cost,Clicks,Impressions,Conversions\nblue cups,US$0.00,0,3,0.00\n", "card of searches", "search terms"),
    (
      "Search Keyword,Match type,Criterion Status,Campaign Status,Ad Group Status,Cost,Clicks,CTR\n"
        + "cups,Exact match,Enabled,Paused,Enabled,US$4.10,7,21.79%\n", "card of keywords", "search keyword"
    ),
  ])
  func cardsThatRepeatTheCampaigns(text: String, name: String, report: String) throws {
    let failure = try #require(try Sample(text).failure())
    #expect("\(failure)".contains(name))
    #expect("\(failure)".hasSuffix("; export the \(report) report instead") && !"\(failure)".contains("--suggest"))
  }

  @Test(arguments: [
    ("Date,Not indexed,Indexed,Impressions\n2026-10-01,8,1,7\n", "chart of indexed pages"),
    ("Date,Non indexées,Dans l'index,Impressions\n2026-10-01,8,1,7\n", "chart of indexed pages"),
    ("Fecha,Sin indexar,Indexadas,Impresiones\n2026-10-01,8,1,7\n", "chart of indexed pages"),
    ("Data,Não indexadas,Indexados,Impressões\n2026-10-01,8,1,7\n", "chart of indexed pages"),
    ("Date,Clicks,Impressions,Avg. CTR\n10/1/2026 12:00:00 AM,3,50,6\n", "Bing Webmaster Tools"),
    ("Date,Subscribers\n2026-10-01,268\n", "chart of subscribers"),
    ("Date,Monthly audience\n2026-10-01,677\n", "chart of viewers"),
    (
      "Date,28-day new viewers,28-day casual viewers,28-day regular viewers\n2026-10-01,51,16,0\n", "chart of viewers"
    ),
    ("Idade do espectador,Visualizações (%)\n18 a 24 anos,35.1\n", "viewers' ages"),
    ("Gender,Distribution\nFemale,0.6\nMale,0.4\n", "the followers' genders"),
    ("Date,Hour,Active followers\nOctober 1,0,49\n", "hours of active followers"),
    ("Date,Total Viewers,New Viewers,Returning Viewers\nOctober 1,3,3,0\n", "table of viewers"),
    (
      "Store code,Business name,Address,Google Search - Mobile,Google Maps - Mobile,Calls\nA1,Cups,Mill Lane,75,38,2\n",
      "Business Profile"
    ),
  ])
  func figuresThatDoNotAddUp(text: String, name: String) throws {
    let failure = try #require(try Sample(text).failure())
    #expect("\(failure)".contains(name) && !"\(failure)".contains("--suggest"))
  }

  @Test(arguments: [
    (
      "id,Amount,Created (UTC),Currency,Arrival Date (UTC),Destination,Status\npo_1,5,x,usd,y,ba_x,paid\n",
      "Stripe payouts"
    ),
    (
      "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Status\n"
        + "txn_9,charge,ch_9,120.00,1.93,118.07,eur,2026-10-05 10:00,2026-10-07 00:00,pending\n",
      "Stripe balance transactions"
    ),
    (
      "id,Type,Source,Amount,Fee,Destination Platform Fee,Net,Currency,Created (UTC),Available On (UTC),Transfer\n"
        + "txn_3,charge,ch_3,120.00,3.78,,116.22,usd,2024-03-02 10:15,2024-03-06 00:00,po_1\n",
      "Stripe balance transactions"
    ),
    (
      "Payout Date,Status,Charges,Refunds,Adjustments,Reserved Funds,Fees,Retried Amount,Total,Currency\n"
        + "2026-09-10,paid,1650.00,0.00,-15.00,-156.75,-67.65,0.00,1395.60,EUR\n", "Shopify payouts"
    ),
    (
      "Transaction Date,Type,Order,Card Brand,Card Source,Payout Status,Payout Date,Available On,Amount,Fee,Net\n"
        + "2026-09-01 10:00:00 -0400,charge,#1001,visa,online,paid,2026-09-03,2026-09-03,45.00,1.61,43.39\n",
      "Shopify payment transactions"
    ),
    ("Date,Time,TimeZone,Name,Type,Status,Currency,Amount,Receipt ID,Balance\n", "private account"),
    ("Datum,Tijd,Tijdzone,Naam,Type,Status,Valuta,Bedrag,Kosten,Totaal,Saldo\n", "private account"),
  ])
  func whatIsNoIncome(text: String, name: String) throws {
    let failure = try #require(try Sample(text).failure())
    #expect("\(failure)".contains(name) && !"\(failure)".contains("--suggest"))
  }

  /// Lines of a name and a figure, with one title or the other above them.
  @Test(arguments: [
    "Email Campaign Report\n\"Title:\",\"Sale\"\n\"Subject Line:\",\"Today only\"\n\n\"Overall Stats\"\n"
      + "\"Total Recipients:\",\"1000\"\n\"Bounces:\",\"5 (0.5%)\"\n\"Total Opens:\",\"500\"\n",
    "Campaign Report\n\"Title:\",\"Sale\"\n\"Combination 1 Stats\"\n\"Subject Line:\",\"A\"\n"
      + "\"Total Recipients:\",\"1,751\"\n\"Total Opens:\",\"201\"\n",
  ])
  func theReportOfOneMailing(text: String) throws {
    let failure = try #require(try Sample(text).failure())
    #expect("\(failure)".contains("a Mailchimp report of a single campaign") && !"\(failure)".contains("--suggest"))
    #expect("\(failure)".hasSuffix("; export the reports of all campaigns in one file instead, which is read"))
    let untitled = try #require(try Sample(text.replacing("Campaign Report", with: "Notes")).failure())
    #expect(!"\(untitled)".contains("Mailchimp"))
  }

  @Test func aReportWithoutSpend() throws {
    let lines = (1...6).map { "\"Line \($0): x\"\n" }.joined()
    let failure = try #require(
      try Sample(
        "\"Report Name: Mine\"\n\"Report Time: 2/7/2026\"\n\(lines)\"Rows: 1\"\n\n"
          + "\"CampaignId\",\"Keyword\",\"Clicks\"\n\"7\",\"cups\",\"35\"\n"
      ).failure())
    #expect(
      "\(failure)".contains("without the column Spend; ")
        && "\(failure)".hasSuffix("add Spend to the report and export it again"))
  }

  /// Columns that anybody may have name nobody, unless they are all there is.
  @Test(arguments: [
    "Device,Cost,Impressions,Clicks,Remark\nPhone,1,2,3,A\n", "Location Name,Impressions,Fee\nLeeds,4,1\n",
  ])
  func tablesOfOthers(text: String) throws {
    #expect(try Sample(text).failure() == .unrecognised(file: "sample.csv", kind: nil))
  }
}
