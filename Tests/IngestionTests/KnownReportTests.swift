import Ingestion
import Testing

struct KnownReportTests {
  @Test func eachReportStandsOnceAndByItsTitle() {
    let all = KnownReport.all
    #expect(Set(all.map(\.format)).count == all.count)
    #expect(Set(all.map(\.title)).count == all.count)
    #expect(all.map { $0.title.lowercased() } == all.map { $0.title.lowercased() }.sorted())
    #expect(all.first { $0.format == "MetaAdsReport" }?.title == "Meta Ads report")
    #expect(all.contains(where: \.isVerified) && !all.allSatisfy(\.isVerified))
  }
}
