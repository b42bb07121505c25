import Computation

/// Whether groups come again when the data are resampled: the mean adjusted Rand index between the given labels and those
/// of refits to bootstrap samples, both about all rows (Hennig 2007).
///
/// 1 says that every refit finds the same groups, 0 that they agree as by chance. O(replicates · cost of a fit).
package struct Stability: Sendable, Equatable {
  package let replicates: Int

  /// Requires at least one replicate.
  package init(replicates: Int = 20) {
    precondition(replicates >= 1, "a mean needs a replicate")
    self.replicates = replicates
  }

  /// `refit` fits the sample it is given and labels all of `rows`. Give rows in canonical order, or their order decides
  /// which are drawn. Throws what a refit throws.
  package func measure(
    _ rows: Matrix, labels: [Int], using stream: SeededGenerator, on workers: Workers = .one,
    refit: @Sendable (Matrix, SeededGenerator) throws(FitProblem) -> [Int]
  ) throws(FitProblem) -> Double {
    // Refits differ in length and need nothing of each other: one each is the best cut for several threads.
    let agreements = workers.map(replicates, chunksOf: 1) { range in
      Swift.Result { () throws(FitProblem) -> Double in
        var draw = stream.split("replicate \(range.lowerBound)")
        let sample = rows.selecting(rows: draw.resample(rows.rows))
        let again = try refit(sample, draw.split("fit"))
        // Both lists have one label for each row, so the index has a value.
        return (try? AdjustedRandIndex().value(of: LabelPair(labels, again))) ?? 0
      }
    }
    var agreement = 0.0
    for value in agreements { agreement += try value.get() }
    return agreement / Double(replicates)
  }
}
