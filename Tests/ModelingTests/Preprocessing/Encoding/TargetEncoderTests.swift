import Computation
import Modeling
import Testing

@Suite("TargetEncoder")
struct TargetEncoderTests {
  let levels = "aababbcacdab".map { String($0) }
  let events: [Double] = [1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1]
  let amounts: [Double] = [3.5, 1, 4, 2.25, 9, 6, 7, 8, 1.5, 2, 5.5, 3]

  func encoded(_ smoothing: TargetEncoder.Smoothing, _ outcomes: [Double], of asked: [String?]) throws -> [Double] {
    let fitted = try TargetEncoder(smoothing: smoothing).fit(try SmallTable.levels(levels), outcomes: outcomes)
    return SmallTable.rows(try fitted.transform(try SmallTable.levels(asked))).map { $0[0] ?? .nan }
  }

  @Test("encodings of a, b, c, d and an unseen level are those of scikit-learn 1.9.1's TargetEncoder")
  func reference() throws {
    let asked = ["a", "b", "c", "d", "zz"]
    let cases: [(TargetEncoder.Smoothing, [Double], [Double])] = [
      (
        .empiricalBayes, events,
        [0.59725138385188, 0.5170454545454546, 0.5283018867924528, 1, 0.5833333333333334]
      ),
      (
        .rows(2.5), events,
        [0.5944444444444446, 0.532051282051282, 0.5462962962962963, 0.7023809523809524, 0.5833333333333334]
      ),
      (
        .empiricalBayes, amounts,
        [4.104767852024311, 5.314365930950131, 4.303664202745512, 2, 4.395833333333333]
      ),
      (
        .rows(2.5), amounts,
        [4.165277777777778, 5.075320512820512, 4.331018518518518, 3.7113095238095233, 4.395833333333333]
      ),
    ]
    for (smoothing, outcomes, expected) in cases {
      let found = try encoded(smoothing, outcomes, of: asked)
      #expect(found.elementsEqual(expected) { abs($0 - $1) < 1e-14 })
    }
  }

  @Test("each training row is encoded from the folds that it is not in")
  func crossFitting() throws {
    let table = try SmallTable.levels(levels)
    let encoder = TargetEncoder(smoothing: .rows(1), folds: 3, seed: 4)
    let (fitted, rows) = try encoder.fitTransform(table, outcomes: amounts)
    #expect(fitted == (try encoder.fit(table, outcomes: amounts)))
    let fold = TargetEncoder.fold(of: amounts, folds: 3, seed: 4)
    #expect(Set(fold) == [0, 1, 2])
    for row in levels.indices {
      let others = levels.indices.filter { fold[$0] != fold[row] }
      let same = others.filter { levels[$0] == levels[row] }
      let mean = others.map { amounts[$0] }.reduce(0, +) / Double(others.count)
      let expected = (same.map { amounts[$0] }.reduce(0, +) + mean) / Double(same.count + 1)
      let found = SmallTable.rows(rows)[row][0] ?? .nan
      #expect(abs(found - expected) < 1e-14)
    }
  }

  @Test("each fold has its share of the events, drawn by the seed")
  func folds() {
    let outcomes = (0..<100).map { $0 < 20 ? 1.0 : 0 }
    let fold = TargetEncoder.fold(of: outcomes, folds: 5, seed: 1)
    for part in 0..<5 {
      #expect(fold.count { $0 == part } == 20)
      #expect(fold.prefix(20).count { $0 == part } == 4)
    }
    #expect(fold != TargetEncoder.fold(of: outcomes, folds: 5, seed: 2))
  }

  @Test("a level that says nothing keeps nothing of its own: noise cannot be learned from the cross-fitted rows")
  func noLeak() throws {
    // Every row has a level of its own: encoded in sample it would be its outcome.
    let table = try SmallTable.levels((0..<60).map { "level \($0)" })
    let outcomes = (0..<60).map { Double($0 % 2) }
    let rows = try TargetEncoder(folds: 6).fitTransform(table, outcomes: outcomes).rows
    #expect(SmallTable.rows(rows).allSatisfy { abs(($0[0] ?? .nan) - 0.5) < 1e-12 })
  }

  @Test("a missing level is one of its own, or refused; one outcome alone is every level's")
  func edges() throws {
    let gaps: [String?] = ["a", nil, "a", nil]
    let ownLevel = try SmallTable.levels(gaps, missing: .ownLevel)
    let fitted = try TargetEncoder(smoothing: .rows(0)).fit(ownLevel, outcomes: [1, 3, 5, 9])
    #expect(SmallTable.rows(try fitted.transform(ownLevel)) == [[3], [6], [3], [6]])
    #expect(throws: FitProblem.missingValue(feature: "level", row: 1)) {
      try TargetEncoder().fit(try SmallTable.levels(gaps), outcomes: [1, 3, 5, 9])
    }
    #expect(try encoded(.empiricalBayes, events.map { _ in 7 }, of: ["a", "x"]) == [7, 7])
    #expect(throws: FitProblem.lengths(model: "TargetEncoder", found: 1, expected: 4)) {
      try TargetEncoder().fit(ownLevel, outcomes: [1])
    }
  }
}
