import Computation
import Modeling
import Testing

@Suite("ConcordanceIndex")
struct ConcordanceIndexTests {
  @Test("by hand: of five known pairs three agree and one is tied")
  func byHand() throws {
    // Known pairs: (1, 2), (1, 3), (1, 4) from the event at 2; (3, 4) and (3, 2) from the event at 5, the censored at 5.
    let times = try SurvivalTimes(durations: [2, 5, 5, 9], events: [true, false, true, false])
    // 3 > 1 and 3 > 2 agree, 3 = 3 is tied, 2 > 1 agrees, 2 < 3 does not.
    #expect(try ConcordanceIndex.value(times, risks: [3, 1, 2, 3]) == 3.5 / 5)
  }

  @Test("equals the count of all pairs, ties and all")
  func allPairs() throws {
    var generator = SeededGenerator(seed: 4)
    let durations = (0..<200).map { _ in Double(generator.integer(below: 30)) }
    let events = (0..<200).map { _ in generator.chance(0.6) }
    let risks = (0..<200).map { _ in Double(generator.integer(below: 15)) }
    var (agreeing, known) = (0.0, 0.0)
    for i in 0..<200 where events[i] {
      for j in 0..<200 where durations[i] < durations[j] || (durations[i] == durations[j] && !events[j]) {
        known += 1
        agreeing += risks[i] > risks[j] ? 1 : risks[i] == risks[j] ? 0.5 : 0
      }
    }
    let times = try SurvivalTimes(durations: durations, events: events)
    #expect(try ConcordanceIndex.value(times, risks: risks) == agreeing / known)
  }

  @Test("is none without a known pair")
  func none() throws {
    let times = try SurvivalTimes(durations: [1, 2], events: [false, true])
    #expect(try ConcordanceIndex.value(times, risks: [1, 2]) == nil)
  }
}
