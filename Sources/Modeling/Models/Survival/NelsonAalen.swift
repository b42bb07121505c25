import Computation

/// The Nelson–Aalen estimate of the cumulative hazard: H(t) = Σ dᵢ/nᵢ over event times tᵢ ≤ t, with dᵢ events among nᵢ
/// still watched (Aalen 1978), and its variance Σ dᵢ/nᵢ². O(n log n).
package struct NelsonAalen: Sendable, Equatable {
  package struct Point: Sendable, Equatable {
    package let time: Double
    /// Events expected of one subject that is watched from 0 to here and returns after each; 0 or more.
    package let hazard: Double
    package let variance: Double
  }

  /// One for each distinct duration, rising.
  package let points: [Point]

  package init(_ times: SurvivalTimes) {
    var hazard = 0.0
    var variance = 0.0
    points = times.lifeTable.map { line in
      let (n, d) = (Double(line.atRisk), Double(line.events))
      hazard += d / n
      variance += d / (n * n)
      return Point(time: line.time, hazard: hazard, variance: variance)
    }
  }

  /// H(t); 0 before the first duration.
  package func hazard(at time: Double) -> Double {
    points.last { $0.time <= time }?.hazard ?? 0
  }
}
