import Vocabulary

extension CanonicalBatch {
  /// Where each fact comes from, of every kind of record.
  var factOrigins: [RecordOrigin] {
    var origins: [RecordOrigin] = []
    origins += adPerformance.map(\.origin)
    origins += adCampaigns.map(\.origin)
    origins += webTraffic.map(\.origin)
    origins += webSessions.map(\.origin)
    origins += webEvents.map(\.origin)
    origins += socialPosts.map(\.origin)
    origins += socialMetrics.map(\.origin)
    origins += contacts.map(\.origin)
    origins += companies.map(\.origin)
    origins += deals.map(\.origin)
    origins += dealStageChanges.map(\.origin)
    origins += dealContacts.map(\.origin)
    origins += customerOrders.map(\.origin)
    origins += orderLines.map(\.origin)
    origins += refunds.map(\.origin)
    origins += payments.map(\.origin)
    origins += subscriptions.map(\.origin)
    origins += invoices.map(\.origin)
    origins += offlineSales.map(\.origin)
    origins += products.map(\.origin)
    origins += emailEvents.map(\.origin)
    origins += emailCampaigns.map(\.origin)
    origins += listMemberships.map(\.origin)
    origins += surveyAnswers.map(\.origin)
    origins += interactions.map(\.origin)
    origins += exchangeRates.map(\.origin)
    return origins
  }
}
