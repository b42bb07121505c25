import Computation

/// Bayesian search: each trial goes where a Gaussian process, fitted to the losses so far, expects the largest improvement
/// on the lowest (Snoek, Larochelle and Adams 2012, section 2):
///
///     EI = (least − μ) Φ(z) + σ φ(z), z = (least − μ) / σ
///
/// It begins with `initial` settings at random, and asks the process about `candidates` at random and some near the best.
/// Settings without a loss count as the worst so far. Worth it where one loss takes long; else search at random.
/// O(trials · (trials³ + candidates · trials²)) beside the losses.
package struct BayesianSearch: Sendable, Equatable {
  package let space: SearchSpace
  package let trials: Int
  package let initial: Int
  package let candidates: Int

  /// Throws `hyperparameter` for fewer than one trial, start or candidate.
  package init(_ space: SearchSpace, trials: Int, initial: Int = 5, candidates: Int = 500) throws(FitProblem) {
    try Guard.positive(trials, "trials", model: "BayesianSearch")
    try Guard.positive(initial, "initial", model: "BayesianSearch")
    try Guard.positive(candidates, "candidates", model: "BayesianSearch")
    self.space = space
    self.trials = trials
    self.initial = initial
    self.candidates = candidates
  }

  /// `loss` gets one value for each axis; nil says that the setting has none.
  package func run(using generator: SeededGenerator, _ loss: ([Double]) -> Double?) -> SearchRecord {
    var record = SearchRecord()
    for number in 0..<trials {
      var stream = generator.split("trial \(number)")
      let proposed = number < initial ? nil : propose(after: record, using: &stream)
      let setting = proposed ?? space.values(at: space.axes.map { _ in stream.uniform() })
      record.add(setting, loss(setting))
    }
    return record
  }

  /// The candidate of the largest expected improvement; nil when no trial has a loss yet, or every candidate was tried.
  private func propose(after record: SearchRecord, using stream: inout SeededGenerator) -> [Double]? {
    let losses = record.trials.compactMap(\.loss)
    guard let least = losses.min(), let worst = losses.max(), let best = record.best else { return nil }
    let places = record.trials.map { trial in zip(space.axes, trial.values).map { $0.place(of: $1) } }
    let targets = record.trials.map { $0.loss ?? worst }
    guard let process = try? GaussianProcess.mostLikely(Matrix(places), targets) else { return nil }
    let centre = zip(space.axes, best.values).map { $0.place(of: $1) }
    var chosen: [Double]?
    var largest = -Double.infinity
    for number in 0..<(candidates + candidates / 4 + 1) {
      let place = centre.map { value in
        number < candidates ? stream.uniform() : min(max(value + 0.05 * stream.normal(), 0), 1)
      }
      let setting = space.values(at: place)
      if record.trials.contains(where: { $0.values == setting }) { continue }
      let gain = Self.improvement(on: least, process.predict(zip(space.axes, setting).map { $0.place(of: $1) }))
      if gain > largest { (chosen, largest) = (setting, gain) }
    }
    return chosen
  }

  static func improvement(on least: Double, _ guess: (mean: Double, deviation: Double)) -> Double {
    let gain = least - guess.mean
    guard guess.deviation > 0 else { return max(0, gain) }
    let z = gain / guess.deviation
    return gain * NormalDistribution.cumulative(z) + guess.deviation * NormalDistribution.density(z)
  }
}
