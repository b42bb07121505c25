import Computation

/// Draws from a density, with what the sampler noticed on the way.
package struct Posterior: Sendable, Equatable {
  package struct Chain: Sendable, Equatable {
    /// One draw behind the other, `dimension` numbers each.
    private var values: [Double] = []
    package let dimension: Int
    package let stepSize: Double
    package let massMatrix: MassMatrix
    package private(set) var depths: [Int] = []
    package private(set) var divergent: [Bool] = []
    /// Of the Hamiltonian at the beginning of each transition.
    package private(set) var energies: [Double] = []
    package private(set) var leapfrogs = 0
    private var acceptanceSum = 0.0

    init(dimension: Int, stepSize: Double, massMatrix: MassMatrix) {
      self.dimension = dimension
      self.stepSize = stepSize
      self.massMatrix = massMatrix
    }

    mutating func add(_ outcome: Trajectory.Outcome) {
      values += outcome.state.point
      depths.append(outcome.depth)
      divergent.append(outcome.isDivergent)
      energies.append(outcome.energy)
      leapfrogs += outcome.leapfrogs
      acceptanceSum += outcome.acceptance
    }

    package var count: Int { depths.count }
    package var acceptance: Double { acceptanceSum / Double(count) }

    package func draw(_ index: Int) -> ArraySlice<Double> {
      values[(index * dimension)..<((index + 1) * dimension)]
    }
  }

  package let chains: [Chain]

  package var divergences: Int { chains.reduce(0) { $0 + $1.divergent.count { $0 } } }
  package var leapfrogs: Int { chains.reduce(0) { $0 + $1.leapfrogs } }

  /// A function of the parameters in each draw, chain by chain.
  package func values(of function: (ArraySlice<Double>) -> Double) -> [[Double]] {
    chains.map { chain in (0..<chain.count).map { function(chain.draw($0)) } }
  }

  /// One parameter in each draw, chain by chain.
  package func values(of parameter: Int) -> [[Double]] {
    values { $0[$0.startIndex + parameter] }
  }
}
