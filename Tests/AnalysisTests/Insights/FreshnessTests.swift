import Testing
import Vocabulary

@testable import Analysis

struct FreshnessTests {
  /// - Parameter silence: the longest between two of its facts, in days.
  private func source(_ rhythm: DataQuality.Source.Rhythm, days: Int, silence: Int) -> DataQuality.Source {
    DataQuality.Source(
      name: "A", first: monday - 200, last: monday, days: days, gaps: [], daysByWeek: [], firstMonday: monday - 200,
      rhythm: rhythm, silences: [DateWindow(first: monday - silence, last: monday - 1)].compactMap { $0 })
  }

  @Test func aDailySourceEndsEarlyByOneDay() {
    let ads = source(.daily, days: 200, silence: 0)
    #expect(!ads.endsEarly(asOf: monday) && ads.endsEarly(asOf: monday + 1))
  }

  /// A till shut on Sundays, and a monthly mailing.
  @Test func aSilenceIsHeldAgainstThoseBefore() {
    let till = source(.irregular, days: 170, silence: 1)
    #expect(!till.endsEarly(asOf: monday + 1) && till.endsEarly(asOf: monday + 2) && till.endsEarly(asOf: monday + 21))
    let mailing = source(.irregular, days: 8, silence: 30)
    #expect(!mailing.endsEarly(asOf: monday + 30) && mailing.endsEarly(asOf: monday + 31))
  }

  @Test func fewDaysTellNoRhythm() {
    #expect(!source(.irregular, days: 7, silence: 1).endsEarly(asOf: monday + 21))
    #expect(source(.irregular, days: 8, silence: 1).endsEarly(asOf: monday + 21))
  }

  @Test func aSurveyMayBeOver() {
    #expect(!source(.occasional, days: 40, silence: 0).endsEarly(asOf: monday + 100))
  }
}
