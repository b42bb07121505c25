import Ingestion
import Testing
import Vocabulary

struct KlaviyoProfilesTests {
  @Test func profilesAndConsent() throws {
    let reading = try Sample(
      """
      Email,Klaviyo ID,First Name,Phone Number,Country,Email Marketing Consent,Email Marketing Consent Timestamp,Profile Created On,Date Added
      ann@example.org,01AA,Ann,+493012345678,Germany,SUBSCRIBED,2026-01-05 10:00:00,2026-01-02 10:00:00,2026-01-05
      bob@example.org,01AB,Bob,,,NEVER_SUBSCRIBED,,2026-01-03 10:00:00,2026-01-05
      ,01AC,Cid,+493012345679,,UNSUBSCRIBED,,2026-01-03 10:00:00,2026-01-05
      dee@example.org,01AD,Dee,,,MAYBE,,2026-01-03 10:00:00,2026-01-05
      """
    ).read()
    #expect(reading.recognition.format == "KlaviyoProfiles")
    #expect(reading.all.contacts.map(\.contactID) == ["01AA", "01AB", "01AC"])
    #expect(
      reading.all.contacts[0].phone?.normalized == "+493012345678" && reading.all.contacts[0].country == "Germany")
    #expect(reading.all.listMemberships.map(\.state) == [.subscribed, .nonSubscribed])
    #expect(reading.all.listMemberships[0].sinceDay?.description == "2026-01-05")
    #expect(reading.summary.problems.map(\.column) == ["Email Marketing Consent"])
    #expect(reading.total(.contacts) == "3" && reading.total(.subscribers) == "1")
  }

  /// The consent's moment is that of its last change: nobody agreed when they left.
  @Test func whoLeftHasNoDayOfAgreement() throws {
    let reading = try Sample(
      """
      Email,Klaviyo ID,Email Marketing Consent,Email Marketing Consent Timestamp,Profile Created On
      ann@example.org,01AA,SUBSCRIBED,2026-01-05 10:00:00,2026-01-02 10:00:00
      bob@example.org,01AB,UNSUBSCRIBED,2026-02-05 10:00:00,2026-01-03 10:00:00
      cid@example.org,01AC,NEVER_SUBSCRIBED,2026-02-06 10:00:00,2026-01-03 10:00:00
      """
    ).read()
    let members = reading.all.listMemberships
    #expect(members.map(\.optInDay?.description) == ["2026-01-05", nil, nil])
    #expect(members.map(\.sinceDay?.description) == ["2026-01-05", "2026-02-05", nil])
  }

  @Test func nobodyWritesToSuppressedAddresses() throws {
    let reading = try Sample(
      """
      Email,Email Marketing Consent,Email Marketing Consent Timestamp,Email Suppressions
      ann@example.org,SUBSCRIBED,2026-01-05T10:00:00Z,
      bob@example.org,SUBSCRIBED,2026-01-06T10:00:00Z,HARD_BOUNCE
      cid@example.org,SUBSCRIBED,2026-01-07T10:00:00Z,SPAM_COMPLAINT
      """
    ).read()
    let members = reading.all.listMemberships
    #expect(members.map(\.state) == [.subscribed, .cleaned, .unsubscribed])
    #expect(members.map(\.optInDay?.description) == ["2026-01-05", "2026-01-06", "2026-01-07"])
    #expect(members.map(\.sinceDay?.description) == ["2026-01-05", nil, nil])
    #expect(reading.total(.subscribers) == "1")
    #expect(reading.recognition.columns.map(\.meaning) == ["email", "status", "optIn", "reason"])
    #expect(reading.recognition.reason == "columns \"Email\" and \"Email Marketing Consent\"")
  }
}
