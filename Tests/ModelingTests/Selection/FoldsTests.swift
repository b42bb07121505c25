import Computation
import Modeling
import Testing

@Suite("Folds")
struct FoldsTests {
  private let stream = SeededGenerator(seed: 3)

  @Test("every row is held out once; folds and classes are even to within one row")
  func even() throws {
    let classes = (0..<103).map { $0 % 7 == 0 ? 1 : 0 }
    let folds = try Folds.stratified(classes, folds: 5, using: stream)
    #expect(folds.all.flatMap(\.test).sorted() == Array(0..<103))
    for fold in folds.all {
      #expect(Set(fold.train).isDisjoint(with: fold.test) && fold.train.count + fold.test.count == 103)
      #expect((20...21).contains(fold.test.count))
      // 15 events in five folds.
      #expect(fold.test.count { classes[$0] == 1 } == 3)
    }
    let plain = try Folds.random(rows: 10, folds: 3, using: stream)
    #expect(plain.all.map(\.test.count) == [4, 3, 3])
    #expect(try Folds.random(rows: 10, folds: 3, using: SeededGenerator(seed: 4)) != plain)
    #expect(try Folds.random(rows: 10, folds: 3, using: stream) == plain)
  }

  @Test("a group stays together, and the folds are as even as groups allow")
  func grouped() throws {
    // Sizes 6, 4, 3, 3, 2: 6 | 4 + 2 | 3 + 3.
    let groups = [10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 12, 12, 12, 13, 13, 14, 14, 14]
    let folds = try Folds.grouped(groups, folds: 3, using: stream)
    for fold in folds.all {
      #expect(fold.test.count == 6)
      #expect(Set(fold.test.map { groups[$0] }).isDisjoint(with: fold.train.map { groups[$0] }))
    }
  }

  @Test("names too few rows or groups and a single fold")
  func refusals() {
    #expect(throws: FitProblem.tooFewRows(model: "Folds", found: 2, needed: 3)) {
      try Folds.random(rows: 2, folds: 3, using: stream)
    }
    #expect(throws: FitProblem.tooFewRows(model: "Folds", found: 2, needed: 3)) {
      try Folds.grouped([1, 1, 2, 2], folds: 3, using: stream)
    }
    #expect(throws: FitProblem.self) { try Folds.random(rows: 20, folds: 1, using: stream) }
  }
}
