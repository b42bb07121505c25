import Computation
import Testing

@testable import Modeling

@Suite("TreeContributions")
struct TreeContributionsTests {
  /// x₀ ≤ 1: (60 rows) x₁ ≤ 2 → 1 (20) or 4 (40); else 10 (40).
  private static let small: Tree = {
    var tree = Tree(value: 0, cover: 100)
    _ = tree.split(
      0, feature: 0, threshold: 1, yes: Tree.Leaf(value: 0, cover: 60), no: Tree.Leaf(value: 10, cover: 40))
    _ = tree.split(
      1, feature: 1, threshold: 2, yes: Tree.Leaf(value: 1, cover: 20), no: Tree.Leaf(value: 4, cover: 40))
    return tree
  }()

  @Test("a tree of two questions, worked out by hand; the package shap says the same")
  func byHand() throws {
    let contributions = TreeContributions(TreeSum(columns: 2, start: 0.5, trees: [Self.small]))
    // Usual: 0.6 · 3 + 0.4 · 10 = 5.8. Row (0, 0): knows x₀ 3, knows x₁ 0.6 · 1 + 4 = 4.6, knows both 1. So x₀ gets
    // ((3 − 5.8) + (1 − 4.6)) / 2 = −3.2 and x₁ ((4.6 − 5.8) + (1 − 3)) / 2 = −1.6. Row (2, 9): x₀ 10, x₁ 6.4, both 10.
    #expect(abs(contributions.base - 6.3) < 1e-12)
    let values = try contributions.contributions(Matrix([[0, 0], [2, 9]]))
    let expected = [-3.2, -1.6, (4.2 + 3.6) / 2, (0.6 + 0) / 2]
    #expect(zip(values.values, expected).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// What the tree says on average if only the features in `known` are known (Lundberg et al. 2020, algorithm 1).
  private func expectation(_ tree: Tree, _ node: Int, _ row: [Double], known: Int) -> Double {
    if tree.features[node] < 0 { return tree.values[node] }
    let child = Int(tree.children[node])
    if known >> Int(tree.features[node]) & 1 == 1 {
      let next = row.withUnsafeBufferPointer { tree.next(node, $0, from: 0) }
      return expectation(tree, next, row, known: known)
    }
    let yes = expectation(tree, child, row, known: known) * tree.covers[child]
    return (yes + expectation(tree, child + 1, row, known: known) * tree.covers[child + 1]) / tree.covers[node]
  }

  /// Shapley's formula over all subsets.
  private func shapley(_ sum: TreeSum, _ row: [Double]) -> [Double] {
    let width = row.count
    let factorial = (0...width).map { (0..<$0).reduce(1.0) { $0 * Double($1 + 1) } }
    let values = (0..<(1 << width)).map { known in
      sum.trees.reduce(0) { $0 + expectation($1, 0, row, known: known) } / sum.divisor
    }
    return (0..<width).map { feature in
      (0..<(1 << width)).filter { $0 >> feature & 1 == 0 }.reduce(0) {
        let size = $1.nonzeroBitCount
        let weight = factorial[size] * factorial[width - 1 - size] / factorial[width]
        return $0 + weight * (values[$1 | 1 << feature] - values[$1])
      }
    }
  }

  /// Six features, some of which are asked about several times on one way; NaN here and there; a feature of categories.
  private func sums() throws -> (rows: Matrix, sums: [TreeSum]) {
    var generator = SeededGenerator(seed: 3)
    var rows: [[Double]] = []
    var outcomes: [Bool] = []
    for _ in 0..<1_500 {
      var row = (0..<5).map { _ in generator.normal() } + [Double(generator.integer(below: 7))]
      outcomes.append(
        generator.chance(Exponential.logistic(row[0] * row[1] + row[2] * row[2] - 1 + (row[5] == 3 ? 2 : 0))))
      if generator.chance(0.1) { row[1] = .nan }
      rows.append(row)
    }
    let examples = try Examples(features: Matrix(rows), outcomes: outcomes)
    let boosted = try BoostedTrees(rounds: 8, leaves: 40, minimumLeafRows: 5, takesMissing: true, categories: [5])
      .fit(examples)
    let whole = try Examples(features: Matrix(rows.map { $0.map { $0.isNaN ? 0 : $0 } }), outcomes: outcomes)
    let forest = try RandomForest(trees: 3, minimumLeafRows: 2).fit(whole, using: SeededGenerator(seed: 1))
    return (whole.features, [boosted.sum, forest.sum])
  }

  @Test("as Shapley's formula over all subsets says, and to the score in sum")
  func bruteForce() throws {
    let (rows, sums) = try sums()
    for sum in sums {
      let some = rows.selecting(rows: Array(0..<40))
      let contributions = TreeContributions(sum)
      let values = try contributions.contributions(some)
      let scores = try sum.scores(some, model: "test")
      for row in 0..<some.rows {
        let expected = shapley(sum, Array(some.row(row)))
        #expect(zip(values.row(row), expected).allSatisfy { abs($0 - $1) < 1e-11 })
        #expect(abs(values.row(row).reduce(contributions.base, +) - scores[row]) < 1e-9)
      }
      #expect(try contributions.contributions(some, on: Workers(count: 2)) == values)
    }
  }

  @Test("more features on a way than eight points can integrate")
  func longWay() throws {
    var tree = Tree(value: 0, cover: 1_000)
    var node = 0
    for feature in 0..<30 {
      let left = Double(1_000 - 30 * (feature + 1))
      node = tree.split(
        node, feature: feature, threshold: 0, yes: Tree.Leaf(value: Double(feature), cover: left),
        no: Tree.Leaf(value: Double(feature * feature % 17), cover: 30))
    }
    let sum = TreeSum(columns: 30, start: 0, trees: [tree])
    let rows = Matrix((0..<20).map { row in (0..<30).map { $0 % 20 == row ? 1 : -1 } })
    let contributions = TreeContributions(sum)
    let values = try contributions.contributions(rows)
    for (row, score) in try sum.scores(rows, model: "test").enumerated() {
      #expect(abs(values.row(row).reduce(contributions.base, +) - score) < 1e-9)
    }
  }

  @Test("refuses rows of another width, and NaN where none was allowed")
  func badRows() throws {
    let contributions = TreeContributions(TreeSum(columns: 2, start: 0, trees: [Self.small]))
    #expect(throws: FitProblem.self) { try contributions.contributions(Matrix([[1]])) }
    #expect(throws: FitProblem.self) { try contributions.contributions(Matrix([[1, .nan]])) }
  }
}
