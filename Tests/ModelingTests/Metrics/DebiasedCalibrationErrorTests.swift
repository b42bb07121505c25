import Computation
import Modeling
import Testing

@Suite("DebiasedCalibrationError")
struct DebiasedCalibrationErrorTests {
  @Test("two bins by hand")
  func byHand() throws {
    // Bins (.1, .1, .1, .1 | 1 of 4) and (.9, .9, .9, .9 | 2 of 4): gaps .15 and .4, chance .1875 / 3 and .25 / 3.
    let input = try ScoredOutcomes(
      scores: [0.1, 0.1, 0.1, 0.1, 0.9, 0.9, 0.9, 0.9],
      outcomes: [true, false, false, false, true, true, false, false])
    let square = 0.5 * (0.0225 - 0.0625) + 0.5 * (0.16 - 0.25 / 3)
    #expect(abs(try DebiasedCalibrationError(bins: 2).value(of: input) - square.squareRoot()) < 1e-15)
  }

  @Test("a calibrated score comes out at 0 on average, where the plain error does not; one 0.2 too high at 0.2")
  func bias() throws {
    var squares = 0.0
    var plain = 0.0
    for world in 0..<200 {
      let input = try Simulated.scored(300, seed: UInt64(world))
      let value = try DebiasedCalibrationError().value(of: input)
      squares += value * value / 200
      plain += try ExpectedCalibrationError(binning: .equalMass).value(of: input) / 200
    }
    #expect(squares < 0.002)
    #expect(plain > 0.05)
    let high = try Simulated.scored(20_000, seed: 1) { max(0, $0 - 0.2) }
    let error = try DebiasedCalibrationError().value(of: high)
    #expect(abs(error - 0.19) < 0.02, "\(error)")
  }

  @Test("wants two rows for each bin")
  func refusals() throws {
    let input = try ScoredOutcomes(scores: [0.1, 0.9, 0.5], outcomes: [true, false, true])
    #expect(throws: MetricProblem.self) { try DebiasedCalibrationError(bins: 2).value(of: input) }
    #expect(throws: MetricProblem.self) { try DebiasedCalibrationError(bins: 0).value(of: input) }
  }
}
