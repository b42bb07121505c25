import GRDB

/// Organisations, deals and what they went through, campaigns' names.
enum CRMTables {
  static let definitions = [
    FactDefinition(
      "adCampaign",
      [.system("platform", "account"), .key("campaignID"), .text("name"), .text("status"), .number("updatedDay")]),
    FactDefinition(
      "company",
      [
        .system("platform"), .key("companyID"), .text("name"), .text("domain"), .text("industry"), .text("country"),
        .number("createdDay"),
      ]),
    FactDefinition(
      "deal",
      [
        .system("platform"), .key("dealID"), .text("name"), .text("pipeline"), .text("stage"), .text("outcome"),
        .number("amountMicros"), .text("currency"), .number("createdDay"), .number("closeDay"), .text("owner"),
        .text("contactID"), .text("companyID"), .email("email"), .text("channel"), .text("campaign"),
        .text("sourceDetail"),
      ]),
    FactDefinition(
      "dealStageChange",
      [.system("platform"), .key("dealID"), .key("stage"), .number("day", isRequired: true), .number("instant")]),
    FactDefinition("dealContact", [.system("platform"), .key("dealID"), .key("contactID"), .text("role")]),
    FactDefinition(
      "contactMerge", [.system("platform"), .key("contactID"), .key("mergedID"), .number("position", isRequired: true)]),
  ]

  static func create(in db: Database) throws {
    for definition in definitions { try db.execute(sql: definition.sql) }
    try db.execute(sql: "CREATE INDEX dealEmail ON deal (email)")
  }
}
