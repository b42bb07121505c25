import Computation
import Testing

@testable import Modeling

@Suite("TreeWalk")
struct TreeWalkTests {
  @Test("rows in eights, rows left over and missing values go where single steps lead", arguments: [false, true])
  func steps(withCategories: Bool) throws {
    var generator = SeededGenerator(seed: 7)
    var values: [[Double]] = []
    for row in 0..<203 {
      let first = row % 7 == 0 ? Double.nan : generator.normal()
      let second = row % 11 == 3 ? Double.nan : generator.normal()
      values.append([first, second, Double(row % 6)])
    }
    let rows = Matrix(values)
    let outcomes = values.map { $0[0] > 0.2 || $0[1].isNaN || $0[2] == 4 }
    let fitted = try BoostedTrees(
      rounds: 12, leaves: 12, minimumLeafRows: 3, takesMissing: true, categories: withCategories ? [2] : []
    ).fit(try Examples(features: rows, outcomes: outcomes))
    #expect(fitted.trees.contains { !$0.categories.isEmpty } == withCategories)
    let sums = TreeWalk(fitted.trees).sums(rows, 2..<203, from: 0.25)
    #expect(sums.count == 201)
    for row in 2..<203 {
      var sum = 0.25
      for tree in fitted.trees {
        var node = 0
        while tree.features[node] >= 0 {
          node = rows.values.withUnsafeBufferPointer { tree.next(node, $0, from: row * 3) }
        }
        sum += tree.values[node]
      }
      #expect(sums[row - 2] == sum)
    }
  }
}
