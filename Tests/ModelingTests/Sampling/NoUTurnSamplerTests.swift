import Computation
import Testing

@testable import Modeling

@Suite("NoUTurnSampler")
struct NoUTurnSamplerTests {
  static let targets = ["gaussian10_rho0.9", "eight_schools_noncentred", "logistic_regression"]

  @Test(
    "densities and gradients of the reference's targets",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"), arguments: targets)
  func checkPoints(name: String) throws {
    let target = try SamplingTarget.named(name)
    #expect(target.checkPoints.count == 4)
    for point in target.checkPoints {
      let found = target.density.evaluate(point.point)
      #expect(abs(found.value - point.value) <= 1e-10 * abs(point.value))
      let scale = point.gradient.map { abs($0) }.max() ?? 0
      for (a, b) in zip(found.gradient, point.gradient) { #expect(abs(a - b) <= 1e-10 * max(abs(b), 1e-3 * scale)) }
    }
  }

  private func expectMoments(
    _ chains: [[Double]], _ exact: (mean: Double, deviation: Double), _ name: String, tailOf draws: Double = 400
  ) throws {
    let found = try #require(ChainDiagnostics(chains: chains))
    #expect(abs(found.mean - exact.mean) <= 4 * found.meanError, "\(name)")
    #expect(abs(found.deviation - exact.deviation) <= 4 * found.deviationError, "\(name)")
    #expect(found.rHat < 1.01, "\(name) \(found.rHat)")
    #expect(found.bulkSize > draws && found.tailSize > draws, "\(name)")
  }

  @Test(
    "moments of the correlated normal", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: MassMatrix.Kind.allCases)
  func gaussian(kind: MassMatrix.Kind) throws {
    let target = try SamplingTarget.named("gaussian10_rho0.9")
    let posterior = try NoUTurnSampler(draws: kind == .dense ? 1_000 : 5_000, massMatrix: kind).sample(
      target.density, using: SeededGenerator(seed: 1), on: Workers(count: 2))
    #expect(posterior.divergences == 0)
    for index in 0..<10 {
      try expectMoments(posterior.values(of: index), target.exact("q\(index)"), "q\(index)")
    }
  }

  @Test(
    "moments of the logistic regression", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: MassMatrix.Kind.allCases)
  func logistic(kind: MassMatrix.Kind) throws {
    let target = try SamplingTarget.named("logistic_regression")
    let posterior = try NoUTurnSampler(massMatrix: kind).sample(
      target.density, using: SeededGenerator(seed: 2), on: Workers(count: 2))
    #expect(posterior.divergences == 0)
    for index in 0..<4 {
      try expectMoments(posterior.values(of: index), target.exact("b\(index)"), "b\(index)", tailOf: 1_000)
    }
  }

  @Test(
    "moments of the eight schools", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
  func eightSchools() throws {
    let target = try SamplingTarget.named("eight_schools_noncentred")
    let posterior = try NoUTurnSampler(draws: 5_000, targetAcceptance: 0.9).sample(
      target.density, using: SeededGenerator(seed: 3), on: Workers(count: 2))
    // The reference's sampler had 28 in 200,000.
    #expect(posterior.divergences < 20)
    try expectMoments(posterior.values(of: 0), target.exact("mu"), "mu")
    try expectMoments(posterior.values(of: 1), target.exact("log_tau"), "log_tau")
    try expectMoments(posterior.values { Exponential.of($0[$0.startIndex + 1]) }, target.exact("tau"), "tau")
    for school in 0..<8 {
      try expectMoments(posterior.values(of: 2 + school), target.exact("eta\(school)"), "eta\(school)")
      let effects = posterior.values { draw in
        draw[draw.startIndex] + Exponential.of(draw[draw.startIndex + 1]) * draw[draw.startIndex + 2 + school]
      }
      try expectMoments(effects, target.exact("theta\(school)"), "theta\(school)")
    }
  }

  /// Standard normal in each coordinate but scaled by 1, 10, 100 …
  private func scaled(_ dimension: Int) -> LogDensity {
    LogDensity(dimension: dimension) { point, gradient in
      var value = 0.0
      var scale = 1.0
      for index in point.indices {
        gradient[index] = -point[index] / (scale * scale)
        value += 0.5 * point[index] * gradient[index]
        scale *= 10
      }
      return value
    }
  }

  @Test("learns scales, and its quantiles are those of a normal")
  func scales() throws {
    let posterior = try NoUTurnSampler(warmup: 600, draws: 2_000).sample(scaled(4), using: SeededGenerator(seed: 5))
    #expect(posterior.divergences == 0)
    var scale = 1.0
    for index in 0..<4 {
      try expectMoments(posterior.values(of: index), (0, scale), "\(index)")
      // Φ(1) = 0.841345; the share below one deviation within 4 errors of some 4,000 independent draws.
      let all = posterior.values(of: index).flatMap { $0 }
      let share = Double(all.count { $0 <= scale }) / Double(all.count)
      #expect(abs(share - 0.841345) < 4 * (0.8413 * 0.1587 / 2_000).squareRoot())
      scale *= 10
    }
    for chain in posterior.chains {
      guard case .diagonal(let variances) = chain.massMatrix else {
        Issue.record("expected a diagonal")
        continue
      }
      for (variance, expected) in zip(variances, [1.0, 1e2, 1e4, 1e6]) {
        #expect(variance > expected / 2 && variance < expected * 2)
      }
      #expect((0.7...0.97).contains(chain.acceptance))
      #expect(chain.leapfrogs < 2_000 * 15)
    }
  }

  @Test("same bits on one worker or two, and in each run; other seeds draw otherwise")
  func reproducible() throws {
    for kind in MassMatrix.Kind.allCases {
      let sampler = NoUTurnSampler(warmup: 200, draws: 100, massMatrix: kind)
      let once = try sampler.sample(scaled(3), using: SeededGenerator(seed: 7))
      #expect(try sampler.sample(scaled(3), using: SeededGenerator(seed: 7), on: Workers(count: 2)) == once)
      #expect(try sampler.sample(scaled(3), using: SeededGenerator(seed: 8)) != once)
      #expect(once.chains[0] != once.chains[1])
    }
  }

  @Test("counts divergences where the density breaks off")
  func divergences() throws {
    // Neal's funnel: the neck is too narrow for any one step size.
    let funnel = LogDensity(dimension: 6) { point, gradient in
      let narrow = Exponential.of(-point[0])
      var value = -point[0] * point[0] / 18 - 2.5 * point[0]
      gradient[0] = -point[0] / 9 - 2.5
      for index in 1..<6 {
        value -= 0.5 * point[index] * point[index] * narrow
        gradient[0] += 0.5 * point[index] * point[index] * narrow
        gradient[index] = -point[index] * narrow
      }
      return value
    }
    let posterior = try NoUTurnSampler().sample(funnel, using: SeededGenerator(seed: 1))
    #expect(posterior.divergences > 5)
  }

  @Test("names what is wrong with the question")
  func refusals() throws {
    let generator = SeededGenerator(seed: 1)
    let none = LogDensity(dimension: 1) { _, _ in .nan }
    #expect(throws: FitProblem.noStart(model: "NoUTurnSampler")) {
      try NoUTurnSampler(warmup: 20, draws: 20).sample(none, using: generator)
    }
    for sampler in [
      NoUTurnSampler(chains: 0), NoUTurnSampler(warmup: 0), NoUTurnSampler(draws: 0),
      NoUTurnSampler(targetAcceptance: 1), NoUTurnSampler(targetAcceptance: .nan), NoUTurnSampler(maximumDepth: 0),
    ] {
      #expect(throws: FitProblem.self) { try sampler.sample(scaled(2), using: generator) }
    }
    #expect(throws: FitProblem.columns(model: "NoUTurnSampler", found: 3, expected: 2)) {
      try NoUTurnSampler().sample(scaled(2), from: Matrix(rows: 4, columns: 3), using: generator)
    }
    #expect(throws: FitProblem.lengths(model: "NoUTurnSampler", found: 1, expected: 4)) {
      try NoUTurnSampler().sample(scaled(2), from: Matrix(rows: 1, columns: 2), using: generator)
    }
  }

  @Test("begins where it is told to, and draws from half a line too")
  func starts() throws {
    // Exponential: nothing below zero, so a random start below is tried again.
    let density = LogDensity(dimension: 1) { point, gradient in
      gradient[0] = -1
      return point[0] > 0 ? -point[0] : -.infinity
    }
    let posterior = try NoUTurnSampler(draws: 4_000).sample(
      density, from: Matrix(rows: 4, columns: 1, repeating: 0.5), using: SeededGenerator(seed: 1))
    let found = try #require(ChainDiagnostics(chains: posterior.values(of: 0)))
    #expect(posterior.values(of: 0).allSatisfy { $0.allSatisfy { $0 > 0 } })
    #expect(abs(found.mean - 1) < 5 * found.meanError)
    #expect(throws: FitProblem.noStart(model: "NoUTurnSampler")) {
      try NoUTurnSampler().sample(
        density, from: Matrix(rows: 4, columns: 1, repeating: -0.5), using: SeededGenerator(seed: 1))
    }
  }
}
