import Computation

/// Cross-validation: each row is held out once, by the rest of which a model is taught (Stone 1974).
package struct Folds: Sendable, Equatable {
  package struct Fold: Sendable, Equatable {
    /// Row indices in rising order.
    package let train: [Int]
    package let test: [Int]
  }

  /// The fold that holds each row out, from 0.
  package let assignment: [Int]
  package let count: Int

  /// In order of folds.
  package var all: [Fold] {
    (0..<count).map { fold in
      Fold(
        train: assignment.indices.filter { assignment[$0] != fold },
        test: assignment.indices.filter { assignment[$0] == fold })
    }
  }

  /// Rows at random; folds differ by one row at most. Throws `tooFewRows` with fewer rows than folds, and `hyperparameter`
  /// for fewer than two folds.
  package static func random(
    rows: Int, folds: Int, using generator: SeededGenerator
  ) throws(FitProblem) -> Folds {
    try stratified([Int](repeating: 0, count: rows), folds: folds, using: generator)
  }

  /// The same with each class dealt out on its own, so that its share is alike in all folds to within one row. `classes`
  /// is one number for each row. Throws as `random` does.
  package static func stratified(
    _ classes: [Int], folds: Int, using generator: SeededGenerator
  ) throws(FitProblem) -> Folds {
    try check(classes.count, folds)
    var assignment = [Int](repeating: 0, count: classes.count)
    var next = 0
    for name in Set(classes).sorted() {
      let rows = classes.indices.filter { classes[$0] == name }
      var stream = generator.split("class \(name)")
      // Each class goes on where the last one ended, so that the folds' sizes stay alike too.
      for drawn in stream.permutation(rows.count) {
        assignment[rows[drawn]] = next % folds
        next += 1
      }
    }
    return Folds(assignment: assignment, count: folds)
  }

  /// Rows of one group, such as those of one customer, stay together: the largest groups first, each into the fold with
  /// the fewest rows; groups of one size in random order. Throws `tooFewRows` with fewer groups than folds, and
  /// `hyperparameter`.
  package static func grouped(
    _ groups: [Int], folds: Int, using generator: SeededGenerator
  ) throws(FitProblem) -> Folds {
    var sizes: [Int: Int] = [:]
    for group in groups { sizes[group, default: 0] += 1 }
    try check(sizes.count, folds)
    let names = sizes.keys.sorted()
    var stream = generator.split("groups")
    let places = stream.permutation(names.count)
    let order = names.indices.sorted { a, b in
      let (left, right) = (sizes[names[a]] ?? 0, sizes[names[b]] ?? 0)
      return left != right ? left > right : places[a] < places[b]
    }
    var rows = [Int](repeating: 0, count: folds)
    var fold: [Int: Int] = [:]
    for index in order {
      let smallest = rows.indices.min { rows[$0] != rows[$1] ? rows[$0] < rows[$1] : $0 < $1 } ?? 0
      fold[names[index]] = smallest
      rows[smallest] += sizes[names[index]] ?? 0
    }
    return Folds(assignment: groups.map { fold[$0] ?? 0 }, count: folds)
  }

  private static func check(_ found: Int, _ folds: Int) throws(FitProblem) {
    guard folds >= 2 else {
      throw .hyperparameter(model: "Folds", name: "folds", found: "\(folds)", expected: "at least 2")
    }
    guard found >= folds else { throw .tooFewRows(model: "Folds", found: found, needed: folds) }
  }
}
