import Computation
import Modeling
import Testing

@Suite("IterativeImputer")
struct IterativeImputerTests {
  let training: FeatureTable

  init() throws {
    training = try SmallTable.numbers(GappedExample.training)
  }

  /// IterativeImputer(make_pipeline(StandardScaler(), Ridge(0.5)), tol=1e-14), settled after 14 rounds.
  /// A row with several gaps stands where its last regressions meet, solved by numpy from their coefficients.
  @Test("settled fillings are those of scikit-learn 1.9.1's IterativeImputer around a standardised ridge")
  func settled() throws {
    let fitted = try IterativeImputer(penalty: 0.5, rounds: 2_000, tolerance: 1e-14).fit(training)
    #expect(
      SmallTable.isClose(
        try fitted.transform(training),
        [
          [1, 2.5, 1.6538548165683196], [3, 4, 3.5], [5.346349000991354, 6, 5], [8, 8, 7.2], [2.1, 3.2, 2],
          [5, 6.132964263399533, 6.1], [7, 6.6, 6.084647609561306], [4.4, 5.1, 4],
        ], within: 1e-11))
    #expect(
      SmallTable.isClose(
        try fitted.transform(try SmallTable.numbers(GappedExample.asked)),
        [
          [4.72498626114737, 5, 5.5], [6, 6.287174528687362, 5.604185390621952],
          [9.351003277249864, 9.078325536754699, 9], [4.480793625123887, 5.191620532924916, 4.4423128032661765],
          [3, 4, 3.5],
        ], within: 1e-11))
  }

  @Test("finds a column that is a sum of two others without a penalty")
  func exact() throws {
    let rows: [[Double?]] = [[1, 2, 3], [2, 5, 7], [4, 1, 5], [3, 3, nil], [7, 2, 9], [5, 6, 11]]
    // Any two columns determine the third, and no more: each regression's predictors are independent.
    let fitted = try IterativeImputer(penalty: 0, tolerance: 1e-12).fit(try SmallTable.numbers(rows))
    let asked = try SmallTable.numbers([[10, nil, 14], [nil, 1, 2], [3, 3, nil]])
    #expect(SmallTable.isClose(try fitted.transform(asked), [[10, 4, 14], [1, 1, 2], [3, 3, 6]], within: 1e-9))
  }

  @Test("names columns that determine each other, and too few rounds")
  func refusals() throws {
    let twins = try SmallTable.numbers([[1, 1, 2], [2, 2, 5], [3, 3, nil], [4, 4, 1]])
    let problem = #expect(throws: FitProblem.self) { try IterativeImputer(penalty: 0).fit(twins) }
    guard case .singular("IterativeImputer", _) = problem else {
      Issue.record("expected singular, found \(String(describing: problem))")
      return
    }
    #expect(throws: FitProblem.notConverged(model: "IterativeImputer", iterations: 1)) {
      try IterativeImputer(rounds: 1).fit(training)
    }
  }

  @Test("a constant column beside others, and one column alone")
  func constant() throws {
    let table = try SmallTable.numbers([[1, 5, 2], [2, 5, nil], [3, nil, 6]])
    let filled = try IterativeImputer(penalty: 1e-9, tolerance: 1e-12).fit(table).transform(table)
    #expect(SmallTable.isClose(filled, [[1, 5, 2], [2, 5, 4], [3, 5, 6]], within: 1e-6))
    let alone = try SmallTable.numbers([[1], [nil], [4]])
    #expect(SmallTable.isClose(try IterativeImputer().fit(alone).transform(alone), [[1], [2.5], [4]]))
  }
}
