import Modeling
import Testing

@Suite("KaplanMeier")
struct KaplanMeierTests {
  @Test("by hand: 3 of 21 relapse at 6 weeks, 1 of 17 at 7, and so on")
  func leukaemia() throws {
    let curve = KaplanMeier(try Leukaemia.treatment())
    #expect(abs(curve.survival(at: 6) - 18.0 / 21) < 1e-15)
    #expect(abs(curve.survival(at: 9) - 18.0 / 21 * 16 / 17) < 1e-15)
    #expect(abs(curve.survival(at: 10.5) - 18.0 / 21 * 16 / 17 * 14 / 15) < 1e-15)
    #expect(curve.survival(at: 5.9) == 1)
    #expect(curve.survival(at: 0) == 1)
    // Klein and Moeschberger (2003), table 4.1A; the median is theirs too.
    #expect(abs(curve.survival(at: 35) - 0.448) < 0.0005)
    #expect(curve.median == 23)
    #expect(curve.time(until: 0.9) == nil)
    #expect(curve.eventCount == 9)
  }

  @Test("lifelines 0.30.3: log-log intervals and the restricted mean")
  func intervals() throws {
    let curve = KaplanMeier(try Leukaemia.treatment())
    let found = curve.points.filter { [6, 16, 23].contains($0.time) }.map { $0.interval }
    let expected = [(0.619718, 0.951552), (0.367511, 0.804912), (0.188052, 0.680143)]
    for (interval, bounds) in zip(found, expected) {
      #expect(abs((interval?.lower ?? 0) - bounds.0) < 1e-6)
      #expect(abs((interval?.upper ?? 0) - bounds.1) < 1e-6)
    }
    #expect(abs(curve.restrictedMean(to: 35).mean - 23.287394957983185) < 1e-12)
    // Klein and Moeschberger (2003), example 4.1: 23.29 weeks, standard error 2.83.
    #expect(abs(curve.restrictedMean(to: 35).standardError - 2.83) < 0.005)
    #expect(curve.restrictedMean(to: 4).mean == 4)
  }

  @Test("ends at 0 without an interval when the last subject has the event")
  func end() throws {
    let curve = KaplanMeier(try SurvivalTimes(durations: [1, 2], events: [true, true]))
    #expect(curve.points.map(\.survival) == [0.5, 0])
    #expect(curve.points[1].interval == nil)
    #expect(curve.median == 1)
    // ∫ = 1 · 1 + 1 · ½; the only area right of an event that counts is ½ after time 1: √(½² · 1 / (2 · 1)).
    #expect(curve.restrictedMean(to: 9).mean == 1.5)
    #expect(abs(curve.restrictedMean(to: 9).standardError - 0.125.squareRoot()) < 1e-15)
  }

  @Test("without an event everybody survives")
  func noEvent() throws {
    let curve = KaplanMeier(try SurvivalTimes(durations: [1, 2], events: [false, false]))
    #expect(curve.points.map(\.survival) == [1, 1])
    #expect(curve.points[0].interval == Interval(lower: 1, upper: 1, level: 0.95))
    #expect(curve.median == nil)
  }

  @Test("times name what is wrong with them")
  func problems() {
    #expect(throws: FitProblem.noRows(model: "SurvivalTimes")) { try SurvivalTimes(durations: [], events: []) }
    #expect(throws: FitProblem.lengths(model: "SurvivalTimes", found: 1, expected: 2)) {
      try SurvivalTimes(durations: [1, 2], events: [true])
    }
    #expect(throws: FitProblem.notFinite(model: "SurvivalTimes", row: 1, column: 0)) {
      try SurvivalTimes(durations: [1, .nan], events: [true, true])
    }
    #expect(throws: FitProblem.negative(model: "SurvivalTimes", row: 0, column: 0)) {
      try SurvivalTimes(durations: [-1], events: [true])
    }
  }

  @Test("has the reference's curves", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func telco() throws {
    let data = try TelcoTenure()
    try compare(KaplanMeier(data.times), ["km_all"])
    for column in ["Contract", "gender", "SeniorCitizen", "InternetService"] {
      let groups = try data.groups(column)
      for (number, name) in groups.names.enumerated() {
        let rows = groups.numbers.indices.filter { groups.numbers[$0] == number }
        try compare(KaplanMeier(try data.times.selecting(rows: rows)), ["km_by", column, name])
      }
    }
  }

  private func compare(_ curve: KaplanMeier, _ path: [String]) throws {
    func reference(_ key: String, _ index: Int) throws -> Double {
      try SharedReference.number("survival.json", path + [key, "\(index)"])
    }
    for index in 0..<10 {
      let time = try reference("t", index)
      let survival = try reference("S", index)
      #expect(abs(curve.survival(at: time) - survival) <= 1e-9 * survival)
      guard let point = curve.points.last(where: { $0.time <= time }), let interval = point.interval else { continue }
      #expect(abs(interval.lower - (try reference("ci95_loglog_lower", index))) <= 1e-9)
      #expect(abs(interval.upper - (try reference("ci95_loglog_upper", index))) <= 1e-9)
    }
    #expect(curve.median == (try? SharedReference.number("survival.json", path + ["median"])))
    let mean = try SharedReference.number("survival.json", path + ["rmst_72"])
    #expect(abs(curve.restrictedMean(to: 72).mean - mean) <= 1e-9 * mean)
    #expect(Double(curve.count) == (try SharedReference.number("survival.json", path + ["n"])))
  }
}
