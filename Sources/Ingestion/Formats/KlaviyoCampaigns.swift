import Vocabulary

/// Klaviyo, Campaigns, Export: one e-mail campaign a record, or one version of it. Campaigns of other channels (SMS) are
/// left out.
struct KlaviyoCampaigns: SourceFormat {
  static let title = "Klaviyo campaigns"
  static let isVerified = false

  private var columns: MailingColumns
  private let channel: Int?

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = MailingColumns(header, names: KlaviyoCampaigns.names)
    guard columns.has(.campaign), columns.has(.recipients), columns.has(.sent), columns.has(.uniqueOpens) else {
      return nil
    }
    self.columns = columns
    channel = header.column(["campaign channel", "message channel"])
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file)
    if let channel { findings.columns[channel].meaning = "channel" }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if columns.isTotal(record) { return batch.skip(record, .totals) }
    let channel = Header.key(record.text(channel)).key
    guard channel.isEmpty || channel == "email" else { return batch.skip(record, .otherKind) }
    batch.emailCampaigns.append(try columns.mailing(record, platform: "Klaviyo"))
  }

  private static let names: [MailingColumns.Field: [String]] = [
    .campaignID: ["campaign id"], .campaign: ["campaign name"], .variant: ["variant name", "variant"],
    .subject: ["subject", "subject line"], .list: ["list", "lists", "audiences list"],
    .sent: ["send time", "send date", "message send date time"], .recipients: ["total recipients"],
    .delivered: ["successful deliveries"], .uniqueOpens: ["unique opens"], .opens: ["total opens"],
    .uniqueClicks: ["unique clicks"], .clicks: ["total clicks"],
    .unsubscribes: ["unsubscribes", "unique unsubscribes"],
    .complaints: ["spam complaints", "total spam complaints"],
    .orders: ["unique placed order", "count of unique conversions"], .revenue: ["revenue", "conversion value"],
  ]
}
