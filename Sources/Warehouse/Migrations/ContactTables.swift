import GRDB

/// What people were sent, answered and did outside the website.
enum ContactTables {
  static let definitions = [
    FactDefinition(
      "emailEvent",
      [
        .system("platform"), .key("eventID"), .key("kind"), .number("day", isRequired: true), .number("instant"),
        .email("email"), .key("contactID"), .key("campaignID"), .text("campaign"), .text("link"),
      ]),
    FactDefinition(
      "emailCampaign",
      [
        .system("platform"), .key("campaignID"), .text("campaign"), .text("subject"), .text("list"), .number("sentDay"),
        .number("recipients"), .number("delivered"), .number("softBounces"), .number("hardBounces"),
        .number("uniqueOpens"), .number("opens"), .number("uniqueClicks"), .number("clicks"), .number("unsubscribes"),
        .number("complaints"), .number("orders"), .number("revenueMicros"), .text("currency"),
      ]),
    FactDefinition(
      "listMembership",
      [
        .system("platform", "list"), .email("email", isRequired: true), .key("state"), .number("sinceDay"),
        .number("optInDay"), .text("reason"), .text("campaign"), .text("tags"), .text("contactID"),
      ]),
    FactDefinition(
      "surveyAnswer",
      [
        .system("platform", "survey"), .key("responseID"), .key("question"), .number("day"), .email("email"),
        .text("contactID"), .number("scoreMicros"), .text("answer"),
      ]),
    FactDefinition(
      "interaction",
      [
        .system("platform"), .key("kind"), .key("interactionID"), .number("day", isRequired: true), .number("instant"),
        .phone("phone"), .email("email"), .key("name"), .number("seconds"), .text("outcome"), .text("source"),
        .text("medium"), .text("campaign"), .text("channel"), .number("valueMicros"), .text("currency"),
      ]),
  ]

  static func create(in db: Database) throws {
    for definition in definitions { try db.execute(sql: definition.sql) }
  }
}
