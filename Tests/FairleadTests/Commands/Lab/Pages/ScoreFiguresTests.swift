import Modeling
import Testing

@testable import fairlead

struct ScoreFiguresTests {
  @Test func gainsByHand() throws {
    // Ten rows, four with the event. The highest score is a hit; three rows share the next score, two of them hits.
    let scores = [0.9, 0.5, 0.5, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.01]
    let outcomes = [true, true, false, true, false, true, false, false, false, false]
    let figures = ScoreFigures(scored: try ScoredOutcomes(scores: scores, outcomes: outcomes), event: "e")
    let gains = figures.gains
    #expect(gains.count == 51)
    #expect(gains[0].reached == 0 && gains[5].reached == 0.25 && gains[50].reached == 1)
    // A third of the way through three equal scores: one row of three, ⅔ of a hit more.
    #expect(abs(gains[10].reached - (1 + 2.0 / 3) / 4) < 1e-15)
    #expect(gains[20].reached == 0.75)
    #expect(figures.gainsSentence == "The 10% of rows with the highest scores hold 25% of those with e.")
  }

  @Test func equalScoresAreAStraightLine() throws {
    let figures = ScoreFigures(
      scored: try ScoredOutcomes(scores: [0.3, 0.3, 0.3, 0.3], outcomes: [true, false, false, false]), event: "e")
    for point in figures.gains { #expect(abs(point.contacted - point.reached) < 1e-15) }
  }

  @Test func withoutAnEventThereIsNoCurve() throws {
    let figures = ScoreFigures(
      scored: try ScoredOutcomes(scores: [0.3, 0.4], outcomes: [false, false]), event: "e")
    #expect(figures.gains.isEmpty && figures.gainsSentence == nil && figures.gainsCurve.points.isEmpty)
  }
}
