import Testing

@testable import Reporting

struct SectionCatalogueTests {
  /// The contents page of the report, in the reader's order of questions.
  @Test func pagesStandInTheOrderOfTheQuestions() {
    #expect(
      Site.catalogue.map { $0.page.path } == [
        "index.html", "channels.html", "audience.html", "churn.html", "trust.html", "data.html",
        "earlier.html", "method.html",
      ])
    #expect(SummarySection.page.path == "index.html")
    #expect(ChannelsSection.page.path == "channels.html")
    #expect(AudienceSection.page.path == "audience.html")
    #expect(ChurnSection.page.path == "churn.html")
    #expect(TrustSection.page.path == "trust.html")
    #expect(DataSection.page.path == "data.html")
    #expect(EarlierSection.page.path == "earlier.html")
    #expect(MethodSection.page.path == "method.html")
  }
}
