import Computation
import Modeling
import Testing

@Suite("DriftSearch")
struct DriftSearchTests {
  private func numbers(_ count: Int, seed: UInt64, _ value: (inout SeededGenerator) -> Double) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in value(&generator) }
  }

  @Test("says which way numbers and categories went")
  func direction() throws {
    let values = numbers(1_000, seed: 1) { $0.normal() }
    let search = DriftSearch()
    let same = try search.measure(.numbers(values + numbers(1_000, seed: 2) { $0.normal() }), boundary: 1_000)
    #expect(!same.drifted)
    let down = try search.measure(.numbers(values + values.map { $0 - 0.5 }), boundary: 1_000)
    #expect(down.drifted && down.direction == .down && abs((down.wasserstein ?? 0) - 0.5) < 1e-12)
    // Category 2 goes from 1/4 to 1/2, taken from the others in equal parts.
    let codes = (0..<1_200).map { $0 % 4 } + (0..<1_200).map { $0 % 6 < 3 ? 2 : $0 % 6 == 3 ? 3 : $0 % 6 - 4 }
    let moved = try search.measure(.categories(codes), boundary: 1_200)
    #expect(moved.drifted && moved.direction == .up && moved.movedCategory == 2 && moved.chiSquare != nil)
  }

  @Test("a small change of many rows is certain and no drift; a large one of few is no drift either")
  func sizeAndCertainty() throws {
    let many = (0..<100_000).map { Double($0 % 1_000) }
    let small = try DriftSearch().measure(.numbers(many + many.map { $0 + 20 }), boundary: 100_000)
    #expect(!small.drifted && (small.pValue ?? 1) < 1e-10)
    let few = try DriftSearch().measure(.numbers([1, 2, 3, 2, 3, 4]), boundary: 3)
    #expect(!few.drifted && (few.kolmogorovSmirnov?.statistic ?? 0) > 0.3)
  }

  @Test("values that are missing more often than before are drift")
  func missing() throws {
    let values = numbers(500, seed: 3) { $0.normal() }
    let column = try DriftSearch().measure(
      .numbers(values + values.enumerated().map { $0.offset % 5 == 0 ? .nan : $0.element }), boundary: 500)
    #expect(column.drifted && column.missingReference == 0 && abs(column.missingCurrent - 0.2) < 1e-12)
    #expect(throws: MetricProblem.self) { try DriftSearch().measure(.numbers([.nan, 1]), boundary: 1) }
  }

  @Test("rows that are dealt again give no alarm, and the same share on one worker or two")
  func falseAlarms() throws {
    let shifted = numbers(400, seed: 4) { $0.normal() } + numbers(400, seed: 5) { 2 + $0.normal() }
    let columns: [DriftSearch.Values] = [.numbers(shifted), .categories((0..<800).map { $0 % 3 })]
    let search = DriftSearch(replays: 40)
    let rate = try search.falseAlarmRate(columns, boundary: 400, using: SeededGenerator(seed: 1))
    #expect(rate == 0)
    // Without a size, alarms come as often as the certainty allows: the p-values are even.
    let strict = DriftSearch(certainty: 0.2, size: 0, replays: 400)
    let often = try strict.falseAlarmRate([.numbers(shifted)], boundary: 400, using: SeededGenerator(seed: 1))
    #expect(abs((often ?? 0) - 0.2) < 0.06)
    #expect(
      try strict.falseAlarmRate(
        [.numbers(shifted)], boundary: 400, using: SeededGenerator(seed: 1), on: Workers(count: 2))
        == often)
    #expect(try DriftSearch(replays: 0).falseAlarmRate(columns, boundary: 400, using: SeededGenerator(seed: 1)) == nil)
  }

  @Test(
    "has the reference's figures on the bank's first and second half",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func bank() throws {
    let lines = try SharedReference.lines("bank/bank-full.csv").map {
      $0.filter { $0 != "\"" }.split(separator: ";", omittingEmptySubsequences: false).map { String($0) }
    }
    let rows = Array(lines.dropFirst())
    func number(_ path: [String]) throws -> Double {
      try SharedReference.number("drift.json", ["bank_first_half_vs_second_half"] + path)
    }
    func near(_ value: Double?, _ path: [String], _ tolerance: Double = 1e-9) throws -> Bool {
      let expected = try number(path)
      return abs((value ?? .nan) - expected) <= tolerance * abs(expected) + 1e-300
    }
    let half = rows.count / 2
    for name in ["age", "balance", "day", "duration", "campaign", "pdays", "previous"] {
      let place = try #require(lines[0].firstIndex(of: name))
      let column = try DriftSearch().measure(.numbers(rows.map { Double($0[place]) ?? .nan }), boundary: half)
      #expect(try near(column.populationStability, ["numeric", name, "psi_eps1e-4"]))
      #expect(try near(column.jensenShannon, ["numeric", name, "jensenshannon_distance_base2"], 1e-8))
      #expect(try near(column.kolmogorovSmirnov?.statistic, ["numeric", name, "ks"]))
      #expect(try near(column.pValue, ["numeric", name, "ks_p_asymp"], 1e-6))
      #expect(try near(column.wasserstein, ["numeric", name, "wasserstein"]))
      // The deciles of these collapse on the value for "never": the index is 0 and the drift is there.
      if name == "pdays" || name == "previous" { #expect(column.populationStability == 0 && column.drifted) }
    }
    for name in ["job", "marital", "education", "default", "housing", "loan", "contact", "month", "poutcome", "y"] {
      let place = try #require(lines[0].firstIndex(of: name))
      let levels = Set(rows.map { $0[place] }).sorted()
      let codes = try rows.map { try #require(levels.firstIndex(of: $0[place])) }
      let column = try DriftSearch().measure(.categories(codes), boundary: half)
      #expect(try near(column.populationStability, ["categorical", name, "psi_eps1e-4"]))
      #expect(try near(column.jensenShannon, ["categorical", name, "jensenshannon_distance_base2"]))
      #expect(try near(column.chiSquare?.statistic, ["categorical", name, "chi2"]))
      #expect(try near(column.pValue, ["categorical", name, "p"], 1e-6))
    }
  }
}
