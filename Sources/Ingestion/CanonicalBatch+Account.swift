import Vocabulary

extension CanonicalBatch {
  /// What names no account, site, profile or shop of its own is of this one.
  mutating func assign(account: String) {
    func fill<Record>(_ records: inout [Record], _ name: WritableKeyPath<Record, String>) {
      for index in records.indices where records[index][keyPath: name].isEmpty {
        records[index][keyPath: name] = account
      }
    }
    fill(&adPerformance, \.account)
    fill(&adCampaigns, \.account)
    fill(&webTraffic, \.property)
    fill(&webSessions, \.property)
    fill(&webEvents, \.property)
    fill(&socialMetrics, \.profile)
    fill(&socialPosts, \.profile)
    fill(&customerOrders, \.shop)
    fill(&orderLines, \.shop)
    fill(&refunds, \.shop)
    fill(&products, \.shop)
    // Surveys of two clients may bear one name, and those of one client are several.
    for index in surveyAnswers.indices {
      let survey = surveyAnswers[index].survey
      surveyAnswers[index].survey = survey.isEmpty ? account : "\(account): \(survey)"
    }
  }
}
