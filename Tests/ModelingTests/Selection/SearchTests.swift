import Computation
import Testing

@testable import Modeling

@Suite("Searches")
struct SearchTests {
  private let space: SearchSpace
  private let stream = SeededGenerator(seed: 8)

  init() throws {
    space = try SearchSpace([
      .init("penalty", 0.01...100, scale: .logarithmic), .init("share", 0...1), .init("depth", 1...4, scale: .whole),
    ])
  }

  @Test("a grid has both ends of each axis, equal factors on a logarithmic one, and each whole number once")
  func grid() throws {
    let record = try GridSearch(space, steps: [3, 2, 7]).run { $0[0] + $0[1] + $0[2] }
    #expect(record.trials.count == 3 * 2 * 4)
    let penalties = Set(record.trials.map { $0.values[0] }).sorted()
    #expect(Arithmetic.near(penalties, [0.01, 1, 100], within: 1e-12))
    #expect(penalties.first == 0.01 && penalties.last == 100)
    #expect(record.trials.prefix(5).map { $0.values[2] } == [1, 2, 3, 4, 1])
    #expect(record.best?.values == [0.01, 0, 1])
  }

  @Test("losses that are missing or not finite are recorded and never best")
  func missing() throws {
    let record = try RandomSearch(space, trials: 30).run(using: stream) { setting in
      setting[2] == 1 ? nil : setting[2] == 2 ? .nan : setting[2] == 3 ? -.infinity : setting[1]
    }
    #expect(record.trials.count == 30)
    #expect(record.trials.allSatisfy { ($0.loss == nil) == ($0.values[2] != 4) })
    #expect(record.best?.values[2] == 4)
    #expect(record.best?.loss == record.trials.compactMap(\.loss).min())
    #expect(try RandomSearch(space, trials: 3).run(using: stream) { _ in nil }.best == nil)
  }

  @Test("random settings lie on their axes and come again with the seed; the first do not depend on how many follow")
  func random() throws {
    let record = try RandomSearch(space, trials: 200).run(using: stream) { $0[1] }
    for trial in record.trials {
      #expect((0.01...100).contains(trial.values[0]) && (0...1).contains(trial.values[1]))
      #expect([1, 2, 3, 4].contains(trial.values[2]))
    }
    // Half of the penalties lie below 1, the middle of the factors: standard deviation 7.
    #expect((75...125).contains(record.trials.count { $0.values[0] < 1 }))
    #expect(try RandomSearch(space, trials: 9).run(using: stream) { $0[1] }.trials == Array(record.trials.prefix(9)))
  }

  @Test("the expected improvement is SciPy's")
  func improvement() {
    let gain = BayesianSearch.improvement(on: 0.1, (mean: 0.2, deviation: 0.5))
    #expect(abs(gain - 0.15344731793163824) < 1e-14)
    #expect(BayesianSearch.improvement(on: 0.1, (mean: 0, deviation: 0)) == 0.1)
    #expect(BayesianSearch.improvement(on: 0.1, (mean: 0.3, deviation: 0)) == 0)
  }

  @Test("a process finds a bowl's bottom nearer than chance in as many trials, over seeds; the same again with a seed")
  func bayesian() throws {
    let plane = try SearchSpace([.init("x", -5...10), .init("y", 0.001...10, scale: .logarithmic)])
    // Least 0 at x = 3, y = 1.
    let bowl = { @Sendable (setting: [Double]) -> Double? in
      let y = Logarithm.of(setting[1])
      return (setting[0] - 3) * (setting[0] - 3) + 2 * y * y
    }
    var wins = 0
    for seed in 0..<5 {
      let generator = SeededGenerator(seed: UInt64(seed))
      let clever = try BayesianSearch(plane, trials: 25, candidates: 200).run(using: generator, bowl)
      let chance = try RandomSearch(plane, trials: 25).run(using: generator, bowl)
      #expect(clever.trials.count == 25)
      // Both begin with the same five.
      #expect(Array(clever.trials.prefix(5)) == Array(chance.trials.prefix(5)))
      #expect((clever.best?.loss ?? 9) < 0.5)
      if (clever.best?.loss ?? 9) < (chance.best?.loss ?? 9) { wins += 1 }
      if seed == 0 {
        #expect(try BayesianSearch(plane, trials: 25, candidates: 200).run(using: generator, bowl) == clever)
      }
    }
    #expect(wins >= 4)
  }

  @Test("names axes, steps and numbers of trials that mean nothing")
  func refusals() throws {
    #expect(throws: FitProblem.self) { try SearchSpace([]) }
    #expect(throws: FitProblem.self) { try SearchSpace([.init("a", 0...1, scale: .logarithmic)]) }
    #expect(throws: FitProblem.self) { try SearchSpace([.init("a", 0...1.5, scale: .whole)]) }
    #expect(throws: FitProblem.self) { try SearchSpace([.init("a", 0...(.infinity))]) }
    #expect(throws: FitProblem.self) { try GridSearch(space, steps: [2, 2]) }
    #expect(throws: FitProblem.self) { try GridSearch(space, steps: [2, 0, 2]) }
    #expect(throws: FitProblem.self) { try GridSearch(space, steps: [.max, .max, 2]) }
    #expect(throws: FitProblem.self) { try RandomSearch(space, trials: 0) }
    #expect(throws: FitProblem.self) { try BayesianSearch(space, trials: 0) }
  }
}
