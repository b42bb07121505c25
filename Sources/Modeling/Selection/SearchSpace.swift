import Computation

/// The hyperparameters that a search may choose, each an axis of the unit cube.
package struct SearchSpace: Sendable, Equatable {
  package struct Axis: Sendable, Equatable {
    package enum Scale: String, Sendable, CaseIterable {
      case linear
      /// Equal steps are equal factors; both ends have to be above 0.
      case logarithmic
      /// Whole numbers from one end to the other.
      case whole
    }

    package let name: String
    package let range: ClosedRange<Double>
    package let scale: Scale

    package init(_ name: String, _ range: ClosedRange<Double>, scale: Scale = .linear) {
      self.name = name
      self.range = range
      self.scale = scale
    }

    /// The value at a place within 0…1.
    func value(at place: Double) -> Double {
      let (lower, upper) = (range.lowerBound, range.upperBound)
      switch scale {
      case .linear: return lower + (upper - lower) * place
      case .whole: return min(upper, (lower + (upper - lower + 1) * place).rounded(.down))
      case .logarithmic:
        if place == 0 || place == 1 { return place == 0 ? lower : upper }
        return Exponential.of(Logarithm.of(lower) + (Logarithm.of(upper) - Logarithm.of(lower)) * place)
      }
    }

    /// The place of a value; for a whole number the middle of its step.
    func place(of value: Double) -> Double {
      let (lower, upper) = (range.lowerBound, range.upperBound)
      switch scale {
      case .linear: return upper > lower ? (value - lower) / (upper - lower) : 0.5
      case .whole: return (value - lower + 0.5) / (upper - lower + 1)
      case .logarithmic:
        return upper > lower
          ? (Logarithm.of(value) - Logarithm.of(lower)) / (Logarithm.of(upper) - Logarithm.of(lower)) : 0.5
      }
    }
  }

  package let axes: [Axis]

  /// Throws `hyperparameter` without axes, for bounds that are not finite, not above 0 on a logarithmic axis or no whole
  /// numbers on one of these.
  package init(_ axes: [Axis]) throws(FitProblem) {
    func refuse(_ name: String, _ found: String, _ expected: String) -> FitProblem {
      .hyperparameter(model: "SearchSpace", name: name, found: found, expected: expected)
    }
    guard !axes.isEmpty else { throw refuse("axes", "none", "at least one") }
    for axis in axes {
      let bounds = [axis.range.lowerBound, axis.range.upperBound]
      guard bounds.allSatisfy({ abs($0) < 1e15 }) else { throw refuse(axis.name, "\(axis.range)", "finite bounds") }
      if axis.scale == .logarithmic, bounds[0] <= 0 { throw refuse(axis.name, "\(axis.range)", "bounds above 0") }
      if axis.scale == .whole, bounds.contains(where: { $0 != $0.rounded() }) {
        throw refuse(axis.name, "\(axis.range)", "whole numbers")
      }
    }
    self.axes = axes
  }

  func values(at place: [Double]) -> [Double] {
    zip(axes, place).map { $0.value(at: $1) }
  }
}

/// Every setting that a search tried, in order.
package struct SearchRecord: Sendable, Equatable {
  package struct Trial: Sendable, Equatable {
    /// One for each axis.
    package let values: [Double]
    /// Lower is better; nil where the setting gave no finite loss.
    package let loss: Double?
  }

  package private(set) var trials: [Trial] = []

  /// The first of the lowest loss; nil when no trial has one.
  package var best: Trial? {
    let lowest = trials.compactMap(\.loss).min()
    return trials.first { $0.loss != nil && $0.loss == lowest }
  }

  mutating func add(_ values: [Double], _ loss: Double?) {
    trials.append(Trial(values: values, loss: loss.flatMap { $0.isFinite ? $0 : nil }))
  }
}
