import Ingestion
import Testing
import Vocabulary

struct EmailCampaignMappingTests {
  private func ids(_ fields: [TableField: String], _ text: String) throws -> [String] {
    var mapping = TableMapping(name: "mails", kind: .emailCampaigns)
    mapping.fields = fields.mapValues { FieldMapping([$0]) }
    mapping.goesFirst = true
    return try Sample(text).read(ReadOptions(mappings: [mapping])).all.emailCampaigns.map(\.campaignID)
  }

  /// As in the formats: a newsletter has one name every month, and one without a day yet is known by its name.
  @Test func aMailingWithoutAnIDIsItsNameAndDay() throws {
    #expect(
      try ids(
        [.campaign: "Betreff", .day: "Versand", .recipients: "Empfaenger"],
        "Betreff;Versand;Empfaenger\nNewsletter;13.01.2026;5000\nNewsletter;13.02.2026;5200\nEntwurf;;0\n")
        == ["Newsletter / 2026-01-13", "Newsletter / 2026-02-13", "Entwurf"])
  }

  @Test func anIDIsEnough() throws {
    #expect(
      try ids(
        [.campaignID: "Id", .campaign: "Title", .day: "Sent", .recipients: "To"],
        "Id,Title,Sent,To\n7,News,2026-01-13,50\n,News,2026-02-13,52\n") == ["7", "News / 2026-02-13"])
  }

  @Test func withoutAColumnOfDaysItIsItsName() throws {
    #expect(
      try ids([.campaign: "Title", .recipients: "To"], "Title,To\nSpring,50\nSummer,52\n") == ["Spring", "Summer"])
  }
}
