import Foundation
import Ingestion
import Testing
import Vocabulary

struct MatomoVisitsTests {
  /// JSON says that it knows nobody by `false`.
  @Test func nobodyIsNotAPersonCalledFalse() throws {
    let visit =
      "{\"idVisit\":\"7\",\"visitorId\":false,\"userId\":false,\"siteName\":\"Shop\",\"serverDate\":\"2026-04-01\",\"serverTimestamp\":1775016060,\"actionDetails\":[]}"
    let session = try #require(try Sample("[\(visit)]", name: "visits.json").read().all.webSessions.first)
    #expect(session.visitorID == "" && session.userID == "" && session.sessionID == "7")
  }

  /// A visit that begins on the last evening of March in New York (UTC-4) and ends on the first of April.
  private static let xml = """
    <result>
      <row>
        <idSite>1</idSite><siteName>Shop</siteName><idVisit>42</idVisit><visitIp>192.0.2.7</visitIp>
        <visitorId>abc</visitorId><userId>u1</userId>
        <actionDetails>
          <row><type>action</type><url>https://shop.example/a?utm_source=x</url><timestamp>1775015940</timestamp>
            <customVariables><row><url>no</url></row></customVariables></row>
          <row><type>event</type><eventAction>video_start</eventAction><url>https://shop.example/a</url></row>
          <row><type>ecommerceOrder</type><orderId>1001</orderId><revenue>12.5</revenue><timestamp>1775016060</timestamp></row>
          <row><type>goal</type><goalName>sign-up</goalName><revenue>5</revenue></row>
        </actionDetails>
        <serverDate>2026-04-01</serverDate><serverTimePretty>00:01:00</serverTimePretty>
        <serverTimestamp>1775016060</serverTimestamp><firstActionTimestamp>1775015940</firstActionTimestamp>
        <visitDuration>120</visitDuration><actions>2</actions><goalConversions>1</goalConversions>
        <totalEcommerceRevenue>12.5</totalEcommerceRevenue><siteCurrency>USD</siteCurrency>
        <referrerType>search</referrerType><referrerName>Google</referrerName>
        <country>United States</country><countryCode>us</countryCode><deviceType>Smartphone</deviceType>
      </row>
      <row><idVisit>43</idVisit></row>
    </result>
    """

  @Test func aVisitAndItsActions() throws {
    let reading = try Sample(Self.xml, name: "visits.xml").read()
    #expect(reading.recognition.format == "MatomoVisits")
    #expect(reading.summary.rowsRead == 2)
    #expect(reading.all.rejectedRows.map(\.column) == ["serverDate"])
    let session = try #require(reading.all.webSessions.first)
    #expect([session.property, session.sessionID, session.visitorID, session.userID] == ["Shop", "42", "abc", "u1"])
    #expect(session.day == Day(iso: "2026-03-31"))
    #expect(session.instant == 1_775_015_940)
    #expect(session.seconds == 120)
    #expect(session.views == 1)
    #expect(session.events == 2)
    #expect(session.conversions == 1)
    #expect(session.revenueMicros == 12_500_000)
    #expect(session.currency?.code == "USD")
    #expect([session.source, session.medium, session.landingPage] == ["google", "organic", "/a"])
    #expect(session.channel == .organicSearch)
    #expect([session.country, session.device] == ["United States", "mobile"])
    let events = reading.all.webEvents
    #expect(events.map(\.name) == ["page_view", "video_start", "purchase", "goal: sign-up"])
    #expect(events.map(\.day.description) == ["2026-03-31", "2026-03-31", "2026-04-01", "2026-03-31"])
    #expect(events.map(\.instantMicros) == [1_775_015_940_000_000, nil, 1_775_016_060_000_000, nil])
    #expect(events.map(\.valueMicros) == [nil, nil, 12_500_000, 5_000_000])
    #expect(events[2].transactionID == "1001")
    #expect(Set(events.map { $0.source + " / " + $0.medium }) == ["google / organic"])
    #expect(Set(events.map(\.sessionID)) == ["42"])
  }

  @Test func theSameAsJSONAndAsCSV() throws {
    let json = try Sample(
      """
      [{"idVisit":"42","siteName":"Shop","serverDate":"2026-04-01","visitDuration":"120","referrerType":"campaign",
        "referrerName":"spring","deviceType":"Tablet",
        "actionDetails":[{"type":"action","url":"https://shop.example/a"},{"type":"download","url":"https://shop.example/b.pdf"}]}]
      """, name: "visits.json"
    ).read()
    let csv = try Sample(
      """
      idVisit,siteName,serverDate,visitDuration,referrerType,referrerName,deviceType,actionDetails_0_type,actionDetails_0_url,actionDetails_1_type,actionDetails_1_url
      42,Shop,2026-04-01,120,campaign,spring,Tablet,action,https://shop.example/a,download,https://shop.example/b.pdf
      """
    ).read()
    for reading in [json, csv] {
      #expect(reading.recognition.format == "MatomoVisits")
      let session = try #require(reading.all.webSessions.first)
      #expect([session.campaign, session.source, session.device] == ["spring", "", "tablet"])
      #expect(session.channel == nil)
      #expect(session.instant == nil)
      #expect(session.day == Day(iso: "2026-04-01"))
      #expect(reading.all.webEvents.map(\.name) == ["page_view", "download"])
      #expect(reading.all.webEvents.map(\.page) == ["/a", "/b.pdf"])
    }
  }

  /// Times by Python's datetime over the file's two rows.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func theRealLogAsCSV() throws {
    let reading = try Shared.reading("matomo/test_csvExport__Live.getLastVisitsDetails_day.csv")
    #expect(reading.recognition.format == "MatomoVisits")
    #expect(reading.summary.rowsRead == 2)
    #expect(reading.summary.rowsRejected == 0)
    let sessions = reading.all.webSessions
    #expect(sessions.map(\.sessionID) == ["2", "1"])
    #expect(sessions.map(\.day.description) == ["2010-01-03", "2010-01-03"])
    #expect(sessions.map(\.instant) == [1_262_519_553, 1_262_517_753])
    #expect(sessions.map(\.seconds) == [271, 271])
    #expect(sessions.map(\.visitorID) == ["14db763aafccd039", "e16cf2bbaeea2c88"])
    #expect(sessions.map(\.country) == ["France", "France"])
    #expect(sessions.map(\.channel) == [.direct, .direct])
    #expect(sessions.map(\.views) == [nil, nil])
    #expect(reading.total(.sessions) == "2")
  }

  /// The real log was published without times; with one put into each row it is read whole. Figures by Python's
  /// ElementTree over the published file.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func theRealLogAsXML() throws {
    let text = try String(
      contentsOfFile: Shared.root + "/exports/matomo/test_ImportLogs__Live.getLastVisitsDetails_range.xml",
      encoding: .utf8
    ).replacing("</idVisit>", with: "</idVisit><serverTimestamp>1344470400</serverTimestamp>")
    let reading = try Sample(text, name: "visits.xml").read()
    #expect(reading.recognition.format == "MatomoVisits")
    #expect(reading.summary.rowsRead == 56)
    #expect(reading.total(.sessions) == "56")
    #expect(reading.total(.conversions) == "51")
    #expect(reading.total(.views) == "69")
    #expect(reading.total(.events) == "128")
    #expect(reading.all.webSessions.compactMap(\.seconds).reduce(0, +) == 730)
    #expect(reading.all.webSessions.count { $0.channel == .organicSearch && $0.source == "google" } == 4)
    #expect(reading.all.webSessions.count { $0.device == "mobile" } == 5)
    #expect(reading.all.webEvents.count { $0.name == "goal: all" } == 51)
    #expect(reading.all.webEvents.count { $0.name == "download" } == 5)
    #expect(!reading.all.webSessions.contains { $0.visitorID.contains(".") })
  }
}
