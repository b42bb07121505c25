import Computation

/// How much worse a model does when one column is shuffled among the rows (Breiman 2001, section 10).
///
/// On rows the model was not fitted on. Features that go together share their importance, and each alone seems to have
/// less.
package struct PermutationImportance: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    /// By how much the score falls, over repeats; below 0 where shuffling did no harm by chance.
    package let mean: Double
    /// Standard deviation over repeats, n − 1 in the divisor; 0 for one repeat.
    package let deviation: Double
    package let falls: [Double]
  }

  package let repeats: Int

  package init(repeats: Int = 5) {
    self.repeats = repeats
  }

  /// One entry for each column. `score` says how good answers are, more being better; column c is shuffled from the
  /// stream "column c". Throws `noRows`, `hyperparameter` and what the two functions throw. O(d · repeats) scores.
  package func measure(
    _ rows: Matrix, using generator: SeededGenerator, score: (Matrix) throws(FitProblem) -> Double
  ) throws(FitProblem) -> [Column] {
    guard rows.rows > 0 else { throw .noRows(model: "PermutationImportance") }
    try Guard.positive(repeats, "repeats", model: "PermutationImportance")
    let whole = try score(rows)
    var columns: [Column] = []
    for column in 0..<rows.columns {
      var stream = generator.split("column \(column)")
      var falls: [Double] = []
      for _ in 0..<repeats {
        var shuffled = rows
        for (row, other) in stream.permutation(rows.rows).enumerated() {
          shuffled[row, column] = rows[other, column]
        }
        falls.append(whole - (try score(shuffled)))
      }
      let mean = falls.reduce(0, +) / Double(repeats)
      let squares = falls.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      columns.append(
        Column(mean: mean, deviation: (squares / Double(max(repeats - 1, 1))).squareRoot(), falls: falls))
    }
    return columns
  }
}
