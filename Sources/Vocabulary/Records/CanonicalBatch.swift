/// What a format has understood of some rows of one file: one array per kind of record.
///
/// All records that come from one physical line lie in the same batch, so that each line can be accounted for.
package struct CanonicalBatch: Sendable {
  package var adPerformance: [AdPerformance] = []
  package var adCampaigns: [AdCampaign] = []
  package var webTraffic: [WebTraffic] = []
  package var webSessions: [WebSession] = []
  package var webEvents: [WebEvent] = []
  package var socialPosts: [SocialPost] = []
  package var socialMetrics: [SocialMetric] = []
  package var contacts: [Contact] = []
  package var companies: [Company] = []
  package var deals: [Deal] = []
  package var dealStageChanges: [DealStageChange] = []
  package var dealContacts: [DealContact] = []
  package var customerOrders: [CustomerOrder] = []
  package var orderLines: [OrderLine] = []
  package var refunds: [Refund] = []
  package var payments: [Payment] = []
  package var subscriptions: [Subscription] = []
  package var invoices: [Invoice] = []
  package var offlineSales: [OfflineSale] = []
  package var products: [Product] = []
  package var emailEvents: [EmailEvent] = []
  package var emailCampaigns: [EmailCampaign] = []
  package var listMemberships: [ListMembership] = []
  package var surveyAnswers: [SurveyAnswer] = []
  package var interactions: [Interaction] = []
  package var exchangeRates: [ExchangeRate] = []
  package var controlTotals: [ControlTotal] = []
  package var skippedRows: [SkippedRow] = []
  package var rejectedRows: [RejectedRow] = []
  /// Data records read for this batch: rowsRead = rows with facts + skipped + rejected.
  package var rowsRead = 0

  package init() {}

  /// How many records of all kinds it holds.
  package var recordCount: Int {
    var count = adPerformance.count + webTraffic.count + webEvents.count + socialMetrics.count
    count += adCampaigns.count + webSessions.count + socialPosts.count + contacts.count
    count += companies.count + deals.count + dealStageChanges.count + dealContacts.count
    count += customerOrders.count + orderLines.count + refunds.count + payments.count
    count += subscriptions.count + invoices.count + offlineSales.count + products.count
    count += emailEvents.count + emailCampaigns.count + listMemberships.count + surveyAnswers.count
    count += interactions.count + exchangeRates.count
    return count
  }
}
