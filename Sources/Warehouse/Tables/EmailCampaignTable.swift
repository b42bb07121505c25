import Vocabulary

/// Mailings as their tool sums them up.
enum EmailCampaignTable {
  static let table = FactTable(
    name: "emailCampaign", dimensions: ["system", "campaignID"],
    measures: [
      "campaign", "subject", "list", "sentDay", "recipients", "delivered", "softBounces", "hardBounces", "uniqueOpens",
      "opens", "uniqueClicks", "clicks", "unsubscribes", "complaints", "orders", "revenueMicros", "currency",
    ],
    acceptsSeveralPerKey: false)

  static func row(_ record: EmailCampaign, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform), try words.id(record.campaignID)],
      measures: [
        try words.measure(record.campaign), try words.measure(record.subject), try words.measure(record.list),
        record.sentDay.map { Int64($0.number) }, record.recipients, record.delivered, record.softBounces,
        record.hardBounces, record.uniqueOpens, record.opens, record.uniqueClicks, record.clicks, record.unsubscribes,
        record.complaints, record.orders, record.revenueMicros, try words.id(record.currency),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
