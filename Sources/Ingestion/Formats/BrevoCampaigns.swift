import Vocabulary

/// Brevo (formerly Sendinblue), Campaigns, Export of statistics: one mailing a record.
struct BrevoCampaigns: SourceFormat {
  static let title = "Brevo campaign statistics"
  static let isVerified = false

  private var columns: MailingColumns

  init?(_ opening: Opening) {
    let columns = MailingColumns(opening.header, names: BrevoCampaigns.names)
    guard columns.has(.campaign), columns.has(.delivered), columns.has(.uniqueOpens), columns.has(.uniqueClicks),
      columns.has(.hardBounces) || columns.has(.softBounces),
      // Its own words; other tools sum up their mailings in much the same columns.
      opening.header.column(["openers", "trackable openers", "estimated openers", "clickers", "unique clickers"]) != nil
    else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if columns.isTotal(record) { return batch.skip(record, .totals) }
    batch.emailCampaigns.append(try columns.mailing(record, platform: "Brevo"))
  }

  private static let names: [MailingColumns.Field: [String]] = [
    .campaignID: ["campaign id", "id"], .campaign: ["campaign name", "campaign"],
    .subject: ["subject", "subject line"],
    .list: ["list", "lists"], .sent: ["sent date", "date sent", "send date", "sent on"],
    .recipients: ["recipients", "sent", "emails sent"], .delivered: ["delivered"],
    .softBounces: ["soft bounces", "soft bounce", "softbounces"],
    .hardBounces: ["hard bounces", "hard bounce", "hardbounces"],
    .uniqueOpens: ["unique opens", "openers", "trackable openers", "opened"],
    .opens: ["total opens", "opens"], .uniqueClicks: ["unique clicks", "clickers", "unique clickers", "clicked"],
    .clicks: ["total clicks", "clicks"], .unsubscribes: ["unsubscribed", "unsubscriptions", "unsubscribes"],
    .complaints: ["complaints", "complaint", "spam complaints"], .orders: ["orders"], .revenue: ["revenue"],
  ]
}
