/// Where a search for a minimum ended.
package struct Minimum: Sendable, Equatable {
  /// Why the search stopped; all are ends that may be trusted. One that ran out of iterations throws instead.
  package enum Ending: Sendable, Equatable {
    /// The gradient vanished against the size of the value, or the simplex shrank to a point.
    case settled
    /// No step lowers the value by more than its rounding error.
    case rounding
  }

  package let point: [Double]
  package let value: Double
  package let iterations: Int
  /// How often the objective was asked.
  package let evaluations: Int
  package let ending: Ending
}

/// The value of an objective at a point and its first derivatives there, one for each coordinate.
package struct Slope: Sendable, Equatable {
  package var value: Double
  package var gradient: [Double]

  package init(value: Double, gradient: [Double]) {
    self.value = value
    self.gradient = gradient
  }

  var isFinite: Bool { value.isFinite && gradient.allSatisfy { $0.isFinite } }
}
