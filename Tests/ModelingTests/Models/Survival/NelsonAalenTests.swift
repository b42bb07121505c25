import Modeling
import Testing

@Suite("NelsonAalen")
struct NelsonAalenTests {
  @Test("by hand: 3/21 at 6 weeks, then 1/17 and 1/15")
  func leukaemia() throws {
    let curve = NelsonAalen(try Leukaemia.treatment())
    #expect(abs(curve.hazard(at: 6) - 3.0 / 21) < 1e-15)
    #expect(abs(curve.hazard(at: 10) - (3.0 / 21 + 1.0 / 17 + 1.0 / 15)) < 1e-15)
    #expect(curve.hazard(at: 5) == 0)
    let variance = curve.points.last { $0.time <= 10 }?.variance ?? 0
    #expect(abs(variance - (3.0 / 441 + 1.0 / 289 + 1.0 / 225)) < 1e-16)
  }

  @Test("has the reference's hazards", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func telco() throws {
    let curve = NelsonAalen(try TelcoTenure().times)
    for time in [1, 6, 12, 24, 36, 48, 60, 72] {
      let hazard = try SharedReference.number("survival.json", ["nelson_aalen", "\(time)"])
      #expect(abs(curve.hazard(at: Double(time)) - hazard) <= 1e-9 * hazard)
    }
  }
}
