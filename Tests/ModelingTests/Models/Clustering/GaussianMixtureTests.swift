import Computation
import Modeling
import Testing

@Suite("GaussianMixture")
struct GaussianMixtureTests {
  @Test("one component is the mean and the population covariance")
  func oneComponent() throws {
    let rows = Matrix([[0, 0], [2, 0], [0, 4], [2, 4]])
    let fitted = try GaussianMixture(components: 1, regularisation: 0).fit(rows, using: SeededGenerator(seed: 1))
    #expect(fitted.means.values.elementsEqual([1, 2]) { abs($0 - $1) < 1e-13 })
    #expect(fitted.covariances[0].values.elementsEqual([1, 0, 0, 4]) { abs($0 - $1) < 1e-13 })
    // −(n/2) (d ln 2π + ln 4 + d), with n = 4 and d = 2.
    #expect(abs(fitted.logLikelihood - -2 * (2 * 1.8378770664093453 + 2 * 0.6931471805599453 + 2)) < 1e-12)
    #expect(fitted.parameterCount == 5)
    #expect(abs(fitted.bayesianInformation - (-2 * fitted.logLikelihood + 5 * 1.3862943611198906)) < 1e-12)
    #expect(fitted.integratedCompletedLikelihood == fitted.bayesianInformation)
  }

  @Test("counts its free parameters", arguments: zip(GaussianMixture.Covariance.allCases, [17, 11, 14, 11]))
  func parameters(covariance: GaussianMixture.Covariance, count: Int) throws {
    // k = 3, d = 2: 2 weights and 6 means; 9, 3, 6 and 3 for the covariances.
    let rows = Simulated.blobs(300, centres: [(0, 0), (8, 0), (0, 8)], deviation: 1, seed: 1)
    let fitted = try GaussianMixture(components: 3, covariance: covariance).fit(rows, using: SeededGenerator(seed: 1))
    #expect(fitted.parameterCount == count)
  }

  @Test("finds the truth it was simulated from", arguments: GaussianMixture.Covariance.allCases)
  func truth(covariance: GaussianMixture.Covariance) throws {
    let rows = Simulated.blobs(3_000, centres: [(0, 0), (6, 0), (0, 6)], deviation: 1, seed: 2)
    let fitted = try GaussianMixture(components: 3, covariance: covariance).fit(rows, using: SeededGenerator(seed: 1))
    #expect(fitted.converged)
    // Standard errors are about 0.03 for a mean and 0.05 for a variance.
    for centre in [(0.0, 0.0), (6.0, 0.0), (0.0, 6.0)] {
      #expect(
        (0..<3).contains { abs(fitted.means[$0, 0] - centre.0) < 0.15 && abs(fitted.means[$0, 1] - centre.1) < 0.15 })
    }
    #expect(fitted.covariances.allSatisfy { abs($0[0, 0] - 1) < 0.2 && abs($0[1, 1] - 1) < 0.2 })
    #expect(abs(fitted.weights.reduce(0, +) - 1) < 1e-12)
    let labels = try fitted.predict(rows)
    #expect(try AdjustedRandIndex().value(of: LabelPair(labels, (0..<3_000).map { $0 % 3 })) > 0.97)
  }

  @Test(
    "reaches the reference log-likelihood from a fixed start",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: [("iris", 3), ("hepta", 7), ("wine", 3), ("engytime", 2), ("iris", 5)])
  func fixedStart(set: String, k: Int) throws {
    let (rows, _) = try SharedReference.clusters(set)
    let start = SharedReference.fixedStart(rows, k)
    let model = GaussianMixture(components: k, start: .means(start), tolerance: 1e-9, maximumIterations: 2_000)
    let fitted = try model.fit(rows, using: SeededGenerator(seed: 1))
    let path = ["sets", set, "gmm_fixed_start", "\(k)"]
    let reference = try SharedReference.number("cluster.json", path + ["loglik"])
    #expect(abs(fitted.logLikelihood - reference) <= 1e-6 * abs(reference))
    let information = try SharedReference.number("cluster.json", path + ["bic"])
    #expect(abs(fitted.bayesianInformation - information) <= 1e-6 * abs(information))
  }

  @Test(
    "is no worse than the reference from its own starts, for every covariance",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: zip(GaussianMixture.Covariance.allCases, ["full", "tied", "diag", "spherical"]))
  func ownStarts(covariance: GaussianMixture.Covariance, name: String) throws {
    let (rows, _) = try SharedReference.clusters("iris")
    for k in 1...3 {
      let model = GaussianMixture(components: k, covariance: covariance, start: .kMeans(starts: 5))
      let fitted = try model.fit(rows, using: SeededGenerator(seed: 1))
      guard k > 1 else { continue }
      let reference = try SharedReference.number("cluster.json", ["sets", "iris", "gmm", name, "\(k)", "loglik"])
      // Runs stop within the tolerance of a maximum.
      #expect(fitted.logLikelihood >= reference - 0.02)
    }
  }

  @Test(
    "is no worse than the reference with every covariance on sets of other shapes",
    .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"),
    arguments: zip(GaussianMixture.Covariance.allCases, ["full", "tied", "diag", "spherical"]))
  func otherSets(covariance: GaussianMixture.Covariance, name: String) throws {
    for (set, k) in [("hepta", 7), ("wine", 3), ("r15", 15)] {
      let (rows, _) = try SharedReference.clusters(set)
      let path = ["sets", set, "gmm", name, "\(k)"]
      let reference = try SharedReference.number("cluster.json", path + ["loglik"])
      let model = GaussianMixture(components: k, covariance: covariance, start: .kMeans(starts: 10))
      let fitted = try model.fit(rows, using: SeededGenerator(seed: 1))
      // Runs stop within the tolerance of a maximum.
      #expect(fitted.logLikelihood >= reference - 1e-4 * abs(reference) - 0.02, "\(set)")
      #expect(Double(fitted.parameterCount) == (try SharedReference.number("cluster.json", path + ["n_params"])))
    }
  }

  @Test("ICL adds twice the entropy of the shares where components overlap")
  func overlap() throws {
    let rows = Simulated.blobs(400, centres: [(0, 0), (2, 0)], deviation: 1, seed: 5)
    let fitted = try GaussianMixture(components: 2).fit(rows, using: SeededGenerator(seed: 1))
    let entropy = try fitted.shares(rows).values.reduce(0) { $0 - ($1 > 0 ? $1 * Logarithm.of($1) : 0) }
    #expect(entropy > 1)
    #expect(abs(fitted.integratedCompletedLikelihood - fitted.bayesianInformation - 2 * entropy) < 1e-8 * entropy)
  }
}
