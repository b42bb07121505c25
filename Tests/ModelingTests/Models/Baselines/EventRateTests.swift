import Computation
import Modeling
import Testing

@Suite("EventRate")
struct EventRateTests {
  @Test("gives everybody the share of events")
  func share() throws {
    let examples = try Examples(features: Matrix([[1], [2], [3], [4]]), outcomes: [true, false, false, false])
    #expect(try EventRate().fit(examples).probabilities(Matrix([[9], [-9]])) == [0.25, 0.25])
  }
}
