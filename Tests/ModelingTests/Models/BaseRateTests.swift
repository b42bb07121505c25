import Computation
import Modeling
import Testing

@Suite("BaseRate")
struct BaseRateTests {
  @Test("gives everybody the share of events")
  func share() throws {
    let examples = try Examples(features: Matrix([[1], [2], [3], [4]]), outcomes: [true, false, false, false])
    #expect(try BaseRate().fit(examples).probabilities(Matrix([[9], [-9]])) == [0.25, 0.25])
  }
}
