import Vocabulary

/// Mailchimp, Campaigns, Export: one mailing a record.
struct MailchimpCampaigns: SourceFormat {
  static let title = "Mailchimp campaign report"
  static let isVerified = false

  private var columns: MailingColumns

  init?(_ opening: Opening) {
    let columns = MailingColumns(opening.header, names: MailchimpCampaigns.names)
    guard columns.has(.campaign), columns.has(.sent), columns.has(.delivered), columns.has(.uniqueOpens) else {
      return nil
    }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if columns.isTotal(record) { return batch.skip(record, .totals) }
    batch.emailCampaigns.append(try columns.mailing(record, platform: "Mailchimp"))
  }

  private static let names: [MailingColumns.Field: [String]] = [
    .campaignID: ["unique id"], .campaign: ["title"], .subject: ["subject"], .list: ["list", "audience"],
    .sent: ["send date"], .recipients: ["total recipients"], .delivered: ["successful deliveries"],
    .softBounces: ["soft bounces"], .hardBounces: ["hard bounces"], .uniqueOpens: ["unique opens"],
    .opens: ["total opens"], .uniqueClicks: ["unique clicks"], .clicks: ["total clicks"],
    .unsubscribes: ["unsubscribes"], .complaints: ["abuse complaints"], .orders: ["total orders"],
    .revenue: ["total revenue"],
  ]
}
