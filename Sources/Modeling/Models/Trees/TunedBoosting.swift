import Computation

/// Boosted trees that look after their own size.
///
/// How many trees to keep is read off rows that were held out, and on few such rows, or few events among them, chance
/// decides it: with ten events the first tree often looks like a step back, and nothing is learned. So while the
/// validation rows hold fewer than `enough` of the rarer outcome, the training rows are held out in turn, in folds with
/// equal shares of events, and the loss over all of them decides both how large the trees are and how many; then all
/// training rows are learned from (Hastie, Tibshirani and Friedman 2009, sections 7.10 and 10.12). A leaf takes so many
/// rows that their second derivatives add up to those of 20 rows of a balanced outcome, 505 where one in a hundred has the
/// event, but no more than a quarter of what a fold leaves to learn from, or small tables could not be cut at all.
/// O(folds · sizes) fits.
package struct TunedBoosting: Sendable, Equatable {
  package let takesMissing: Bool
  package let folds: Int
  /// So many of the rarer outcome among the validation rows decide on their own.
  package let enough: Int

  package init(takesMissing: Bool = false, folds: Int = 5, enough: Int = 500) {
    self.takesMissing = takesMissing
    self.folds = folds
    self.enough = enough
  }

  /// Throws what `BoostedTrees` throws, and `hyperparameter` for fewer than two folds.
  package func fit(
    _ examples: Examples, validation: Examples, using generator: SeededGenerator, on workers: Workers = .one
  ) throws(FitProblem) -> BoostedTrees.Fitted {
    let rarer = min(examples.positives, examples.count - examples.positives)
    if min(validation.positives, validation.count - validation.positives) >= enough || rarer < 2 {
      return try model(Self.sizes[0], examples).fit(examples, validation: validation, on: workers)
    }
    for size in Self.sizes {
      try model(size, examples).check(examples.features, validation.features, model: BoostedTrees.Fitted.name)
    }
    // In canonical order, so that the folds hold the same rows in whatever order they came.
    let sorted = examples.canonical
    let parts = try Folds.stratified(
      sorted.outcomes.map { $0 ? 1 : 0 }, folds: min(folds, rarer), using: generator.split("folds"))
    var best: (size: Size, rounds: Int, loss: Int64)?
    for size in Self.sizes {
      let found = rounds(model(size, examples), sorted, parts, on: workers)
      if found.loss < best?.loss ?? .max { best = (size, found.rounds, found.loss) }
    }
    guard let best, best.rounds > 0 else {
      return BoostedTrees.Fitted(
        sum: TreeSum(
          columns: sorted.features.columns, takesMissing: takesMissing,
          start: BoostingLoss.logistic(sorted.outcomes).start, trees: []))
    }
    return try model(best.size, examples, rounds: best.rounds).fit(sorted, on: workers)
  }

  private struct Size: Sendable, Equatable {
    let leaves: Int
    let learningRate: Double
  }

  /// The first is that of `BoostedTrees`.
  private static let sizes = [
    Size(leaves: 31, learningRate: 0.1), Size(leaves: 8, learningRate: 0.05), Size(leaves: 3, learningRate: 0.05),
  ]

  private func model(_ size: Size, _ examples: Examples, rounds: Int = 1_000) -> BoostedTrees {
    let share = Double(examples.positives) / Double(max(1, examples.count))
    let enough = share > 0 && share < 1 ? (5 / (share * (1 - share))).rounded(.up) : 20
    let most = Double(examples.count) * Double(folds - 1) / Double(4 * max(folds, 1))
    return BoostedTrees(
      rounds: rounds, learningRate: size.learningRate, leaves: size.leaves,
      minimumLeafRows: Int(max(1, min(enough, most, 1e9))), takesMissing: takesMissing)
  }

  /// The number of rounds with the lowest loss over the folds, which grow side by side, and that loss.
  private func rounds(
    _ model: BoostedTrees, _ examples: Examples, _ folds: Folds, on workers: Workers
  ) -> (rounds: Int, loss: Int64) {
    var runs = folds.all.map { fold in
      let (taught, held) = (examples.selecting(rows: fold.train), examples.selecting(rows: fold.test))
      return BoostingRun(
        model, taught.features, .logistic(taught.outcomes), heldOut: (held.features, .logistic(held.outcomes)),
        on: workers)
    }
    func loss() -> Int64 { runs.reduce(0) { $0 + ($1.course?.now ?? 0) } }
    var best = (rounds: 0, loss: loss())
    for round in 1...model.rounds {
      var grew = false
      for index in runs.indices where runs[index].grow() { grew = true }
      let now = loss()
      if now < best.loss { best = (round, now) }
      if !grew || round - best.rounds >= model.patience { break }
    }
    return best
  }
}
