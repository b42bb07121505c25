import Computation
import Modeling
import Testing

@Suite("NeighbourImputer")
struct NeighbourImputerTests {
  let training: FeatureTable
  let asked: FeatureTable

  init() throws {
    training = try SmallTable.numbers(GappedExample.training)
    asked = try SmallTable.numbers(GappedExample.asked)
  }

  @Test("the mean of two neighbours is that of scikit-learn 1.9.1's KNNImputer")
  func uniform() throws {
    let fitted = try NeighbourImputer(neighbours: 2).fit(training)
    #expect(
      SmallTable.isClose(
        try fitted.transform(training),
        [
          [1, 2.5, 2.75], [3, 4, 3.5], [5.7, 6, 5], [8, 8, 7.2], [2.1, 3.2, 2], [5, 5.55, 6.1], [7, 6.6, 6.1],
          [4.4, 5.1, 4],
        ]))
    #expect(
      SmallTable.isClose(
        try fitted.transform(asked),
        [
          [4.7, 5, 5.5], [6, 5.85, 5.05], [6.5, 7, 9],
          [4.357142857142857, 5.057142857142857, 4.633333333333333], [3, 4, 3.5],
        ]))
  }

  @Test("three neighbours weighted by distance are those of scikit-learn 1.9.1's KNNImputer")
  func byDistance() throws {
    let fitted = try NeighbourImputer(neighbours: 3, weighting: .distance).fit(training)
    #expect(
      SmallTable.isClose(
        try fitted.transform(asked),
        [
          [4.4353604334471575, 5, 5.5], [6, 6.488235294117646, 5.741176470588234],
          [6.405571030640668, 6.925966850828728, 9], [4.357142857142857, 5.057142857142857, 4.633333333333333],
          [3, 4, 3.5],
        ]))
  }

  @Test("rows at distance 0 alone count by distance")
  func same() throws {
    let training = try SmallTable.numbers([[1, 10], [1, 20], [2, 90]])
    let fitted = try NeighbourImputer(neighbours: 3, weighting: .distance).fit(training)
    #expect(SmallTable.isClose(try fitted.transform(try SmallTable.numbers([[1, nil]])), [[1, 15]]))
  }

  @Test("refuses a column without a value, and distances past the largest number")
  func refusals() throws {
    #expect(throws: FitProblem.nothingToImpute(feature: "b")) {
      try NeighbourImputer().fit(try SmallTable.numbers([[1, nil], [2, nil]]))
    }
    let fitted = try NeighbourImputer(neighbours: 1).fit(try SmallTable.numbers([[1, 2], [3, 4]]))
    #expect(throws: FitProblem.columnTooLarge(model: "NeighbourImputer", column: 1)) {
      try fitted.transform(try SmallTable.numbers([[nil, 1e308]]))
    }
  }
}
