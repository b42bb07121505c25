/// The simplest candidate whose loss is within one standard error of the best (Breiman et al. 1984, section 3.4.3).
package enum OneStandardErrorRule {
  package struct Candidate: Sendable, Equatable {
    package let name: String
    /// Mean held-out loss; lower is better.
    package let loss: Double
    /// Standard error of that mean.
    package let standardError: Double

    package init(name: String, loss: Double, standardError: Double) {
      self.name = name
      self.loss = loss
      self.standardError = standardError
    }

    /// The candidate with the mean of its rows' losses. Requires at least two.
    package init(name: String, losses: [Double]) {
      precondition(losses.count >= 2, "a standard error needs two losses")
      let mean = Moments.mean(losses)
      let count = Double(losses.count)
      let error = (Moments.variance(losses, about: mean) / (count - 1)).squareRoot()
      self.init(name: name, loss: mean, standardError: error)
    }
  }

  /// Candidates from the simplest to the most complex. Candidates whose loss is not finite are passed over; nil when
  /// there is no other.
  package static func choose(_ candidates: [Candidate]) -> Candidate? {
    let valid = candidates.filter { $0.loss.isFinite && $0.standardError.isFinite }
    guard let best = valid.min(by: { $0.loss < $1.loss }) else { return nil }
    return valid.first { $0.loss <= best.loss + best.standardError }
  }
}
