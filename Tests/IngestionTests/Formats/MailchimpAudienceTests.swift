import Ingestion
import Testing
import Vocabulary

struct MailchimpAudienceTests {
  /// Merge fields of other audiences are called as the moment of leaving is, and are empty.
  @Test func aColumnOfLeavingThatIsEmptyTellsNothing() throws {
    let text = "Email Address,UNSUB_TIME,MEMBER_RATING,OPTIN_TIME\nann@example.org,,2,2013-06-25 17:38:27\n"
    #expect(try Sample(text, name: "members.csv").failure() == .unnamedState(file: "members.csv"))
    let named = try Sample(text, name: "subscribed_members_export.csv").read()
    #expect(named.all.listMemberships.map(\.state) == [.subscribed])
    let left = try Sample(text.replacing("org,,", with: "org,2014-01-01 00:00:00,"), name: "members.csv").read()
    #expect(left.all.listMemberships.map(\.state) == [.unsubscribed])
  }

  private static let header =
    "E-Mail-Adresse,Vorname,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LAST_CHANGED,LEID,EUID,TAGS\n"
  private static let row = "ann@example.org,Ann,2,2026-01-02 23:00:00,2026-01-03 01:00:00,2026-02-01 00:00:00,7,ab1,"

  /// All four files in the archive in which Mailchimp hands them over; the archive's own name says nothing.
  @Test func theStateLiesInTheName() throws {
    let text = Self.header + Self.row + "\"\"\"VIP\"\",\"\"Blog\"\"\"\n"
    let left = text.replacing("CONFIRM_TIME,", with: "CONFIRM_TIME,UNSUB_TIME,UNSUB_REASON,UNSUB_CAMPAIGN_TITLE,")
      .replacing("01:00:00,", with: "01:00:00,2026-03-04 05:06:07,NORMAL,Spring,")
    let sample = try Sample(
      StoredZip.bytes([
        ("subscribed_members_export_1a.csv", text), ("unsubscribed_members_export_1a.csv", left),
        ("cleaned_members_export_1a.csv", left.replacing("UNSUB", with: "CLEAN")),
        ("nonsubscribed_members_export_1a.csv", text),
      ]), name: "unsubscribed_audience.zip")
    let readings = try ExportOpener.open(path: sample.path, options: ReadOptions()).map { try Reading($0) }
    #expect(readings.map(\.recognition.format) == Array(repeating: "MailchimpAudience", count: 4))
    let members = readings.compactMap(\.all.listMemberships.first)
    #expect(members.map(\.state) == [.subscribed, .unsubscribed, .cleaned, .nonSubscribed])
    #expect(members.map(\.sinceDay?.description) == ["2026-01-03", "2026-03-04", "2026-03-04", nil])
    #expect(members.map(\.optInDay?.description) == Array(repeating: "2026-01-02", count: 4))
    #expect(members.map(\.tags) == Array(repeating: "VIP, Blog", count: 4))
    #expect(members[1].reason == "NORMAL" && members[1].campaign == "Spring" && members[0].contactID == "ab1")
    #expect(readings.map { $0.total(.subscribers) } == ["1", "0", "0", "0"])
  }

  @Test func aFileThatDoesNotSayIsNotGuessed() throws {
    let sample = try Sample(Self.header + Self.row + "\n", name: "export.csv")
    #expect(sample.failure() == .unnamedState(file: "export.csv"))
  }

  /// Where neither the name nor another column tells; the account may call a field of its own so.
  @Test func aColumnOfStatesIsTakenAtItsWord() throws {
    let text = #"""
      Email Address,First Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,Status,TAGS
      ann@example.org,Ann,4,2026-01-01 10:00:00,2026-01-02 10:05:00,subscribed,"""VIP"",""Blog"""
      bob@example.org,Bob,2,2026-01-01 10:00:00,2026-01-01 10:05:00,unsubscribed,
      cid@example.org,Cid,2,2026-01-01 10:00:00,2026-01-01 10:05:00,Cleaned,
      dee@example.org,Dee,2,2026-01-01 10:00:00,2026-01-01 10:05:00,,
      """#
    let reading = try Sample(text, name: "audience.csv").read()
    #expect(reading.all.listMemberships.map(\.state) == [.subscribed, .unsubscribed, .cleaned])
    #expect(reading.all.listMemberships[0].tags == "VIP, Blog")
    #expect(reading.summary.problems.map(\.column) == ["Status"])
    #expect(reading.total(.subscribers) == "1")
    let named = try Sample(text, name: "subscribed_members_export_1a.csv").read()
    #expect(named.all.listMemberships.map(\.state) == [.subscribed, .subscribed, .subscribed, .subscribed])
  }

  @Test func aCellThatIsNoAddressIsNotShown() throws {
    let reading = try Sample(Self.header + "secret person" + Self.row.dropFirst(15) + "\n", name: "subscribed.csv")
      .read()
    #expect(reading.summary.rowsRejected == 1 && !"\(reading.summary.problems)".contains("secret"))
  }

  /// Figures by Python's csv module over the same files.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFiles() throws {
    let subscribed = try Shared.reading("mailchimp/subscribed.csv")
    #expect(subscribed.summary.rowsRead == 5 && subscribed.summary.rowsRejected == 0)
    #expect(subscribed.total(.subscribers) == "5")
    #expect(subscribed.all.listMemberships.map(\.tags).filter { $0 == "Lorem Editors" }.count == 4)
    #expect(subscribed.all.listMemberships.first?.sinceDay?.description == "2023-04-21")
    let left = try Shared.reading("mailchimp/unsubscribed.csv")
    #expect(left.summary.rowsRead == 5 && left.total(.subscribers) == "0")
    #expect(left.all.listMemberships.map(\.state) == Array(repeating: .unsubscribed, count: 5))
    #expect(
      left.all.listMemberships.map(\.sinceDay?.description) == [
        "2018-07-23", "2023-06-06", "2022-12-05", "2020-05-13", "2021-09-20",
      ])
    #expect(left.recognition.timeZone == "UTC")
  }
}
