import Computation
import Testing

@testable import Modeling

@Suite("ImplicitFactorisation")
struct ImplicitFactorisationTests {
  /// Counts of 12 users and 9 items and a start, by xorshift64*; the same in Python.
  private func example() throws -> (interactions: Interactions, start: Matrix) {
    var state: UInt64 = 42
    let uniform = { () -> Double in
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Double((state &* 2_685_821_657_736_338_717) >> 11) * 0x1p-53
    }
    var entries: [Interactions.Entry] = []
    for user in 0..<12 {
      for item in 0..<9 where uniform() < 0.35 {
        entries.append(.init(user: user, item: item, count: 1 + (uniform() * 5).rounded(.down)))
      }
    }
    let start = Matrix(rows: 9, columns: 3, values: (0..<27).map { _ in uniform() - 0.5 })
    let interactions = try Interactions(
      users: (0..<12).map { "u\(10 + $0)" }, items: (0..<9).map { "i\($0)" }, entries: entries)
    return (interactions, start)
  }

  /// NumPy's numbers by the closed-form updates written out with dense matrices, from the same start.
  @Test("the steps, scores and objective of NumPy")
  func numpy() throws {
    let (interactions, start) = try example()
    // User 3 of 12 has no entry.
    #expect(interactions.users.count == 11)
    let model = ImplicitFactorisation(factors: 3, confidence: 2, penalty: 0.3, maximumSteps: 4, tolerance: 0)
    let fitted = try model.fit(interactions, from: start, using: SeededGenerator(seed: 1))
    expectClose(
      fitted.objectives,
      [
        134.98885272001806, 50.53961903875469, 35.54691945070384, 32.57684114091976, 30.855010649372417,
        29.645335851830946, 28.776255891325448, 28.039803215890025,
      ], relative: 1e-11)
    expectClose(
      try #require(fitted.scores(of: "u10")),
      [
        0.9658424312348809, 0.3447835011588611, -0.13704193723403565, -0.27543001679040213, 0.35182135313860086,
        0.9741316753714615, 1.0073090325636795, 0.35885692840835726, 1.0474574148983675,
      ], relative: 1e-10)
    expectClose(
      try #require(fitted.scores(of: "u17")),
      [
        0.8563139753642981, 0.9636626760686304, 0.22343001822037878, 0.9515175618436912, -0.11881863845836713,
        0.1584768123687143, 0.4846967466359216, 0.932353174623172, 0.46823577049616455,
      ], relative: 1e-10)
    #expect(fitted.scores(of: "u13") == nil)
    expectClose(
      try fitted.scores(ofHistory: [("i1", 2), ("i4", 1), ("unknown", 3)]),
      [
        0.4482910644369939, 0.5484805535650891, 0.7401692436497173, 0.3103889731723399, 0.45546258369456916,
        0.4568620791894687, -0.029837565162461173, 0.7019215315429465, 0.22917562232237332,
      ], relative: 1e-10)
  }

  private func random(_ users: Int, _ items: Int, seed: UInt64) throws -> Interactions {
    var generator = SeededGenerator(seed: seed)
    return try Interactions(
      users: (0..<users).map { "u\($0)" }, items: (0..<items).map { "i\($0)" },
      entries: (0..<(users * 6)).map { _ in
        .init(
          user: generator.integer(below: users), item: generator.integer(below: items),
          count: Double(1 + generator.integer(below: 4)))
      })
  }

  @Test("no half step raises the objective", arguments: 0..<6)
  func decreases(seed: Int) throws {
    let model = ImplicitFactorisation(factors: 2 + 3 * seed, maximumSteps: 12, tolerance: 0)
    let fitted = try model.fit(random(150, 60, seed: UInt64(seed)), using: SeededGenerator(seed: 2))
    #expect(fitted.objectives.count == 24)
    for (before, after) in zip(fitted.objectives, fitted.objectives.dropFirst()) {
      #expect(after <= before * (1 + 1e-12))
    }
  }

  @Test("two groups of tastes are told apart")
  func tastes() throws {
    var entries: [Interactions.Entry] = []
    // Even users take even items, odd ones odd items, all but the item of their own number.
    for user in 0..<20 {
      for item in 0..<20 where item % 2 == user % 2 && item != user { entries.append(.init(user: user, item: item)) }
    }
    let names = (0..<20).map { "\(100 + $0)" }
    let interactions = try Interactions(users: names, items: names, entries: entries)
    let fitted = try ImplicitFactorisation(factors: 2, confidence: 10).fit(
      interactions, using: SeededGenerator(seed: 3))
    for user in 0..<20 {
      let scores = try #require(fitted.scores(of: names[user]))
      #expect(scores[user] > 0.8)
      #expect(abs(scores[(user + 1) % 20]) < 0.1)
    }
  }

  @Test("names what is wrong with its input")
  func refusals() throws {
    let interactions = try random(20, 10, seed: 1)
    let generator = SeededGenerator(seed: 1)
    for model in [
      ImplicitFactorisation(factors: 0), ImplicitFactorisation(confidence: -1), ImplicitFactorisation(penalty: .nan),
      ImplicitFactorisation(maximumSteps: 0),
    ] {
      #expect(throws: FitProblem.self) { try model.fit(interactions, using: generator) }
    }
    // Without a penalty more factors than users cannot be told apart.
    let free = ImplicitFactorisation(factors: 32, penalty: 0)
    let problem = #expect(throws: FitProblem.self) { try free.fit(interactions, using: generator) }
    guard case .singular = problem else {
      Issue.record("expected a singular system, found \(String(describing: problem))")
      return
    }
    #expect(throws: FitProblem.columns(model: "ImplicitFactorisation", found: 3, expected: 2)) {
      try ImplicitFactorisation(factors: 2).fit(interactions, from: Matrix(rows: 10, columns: 3), using: generator)
    }
    let entry = { Interactions.Entry(user: 0, item: 0, count: $0) }
    #expect(throws: FitProblem.noRows(model: "Interactions")) {
      try Interactions(users: ["a"], items: ["b"], entries: [entry(0)])
    }
    #expect(throws: FitProblem.outOfRange(model: "Interactions", row: 1, column: 2)) {
      try Interactions(users: ["a"], items: ["b"], entries: [entry(1), entry(-1)])
    }
    #expect(throws: FitProblem.notFinite(model: "Interactions", row: 0, column: 2)) {
      try Interactions(users: ["a"], items: ["b"], entries: [entry(.infinity)])
    }
  }
}
