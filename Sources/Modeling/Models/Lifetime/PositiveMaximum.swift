import Computation

/// The maximum of a log-likelihood over positive parameters, with standard errors from the observed information.
///
/// The search runs in the logarithms of the parameters, from several starts, on a sample where there is one; the best
/// end becomes the start on all customers, in coordinates in which the sample's information is the identity, so that a
/// few evaluations are enough.
struct PositiveMaximum {
  let parameters: [Double]
  /// √ of the diagonal of the inverse observed information, by the parameters as they are.
  let standardErrors: [Double]
  let logLikelihood: Double

  /// A parameter known to no better than a factor e^±(2 · this) is said to be open.
  private static let flatness = 5.0
  private static let widest = 30.0

  /// A log-likelihood with its slopes by the parameters; its value may be −infinity where it cannot be computed.
  typealias Likelihood = ([Double]) -> Slope

  /// Throws `flatLikelihood` when no start leads to a maximum or a parameter is left open there.
  init(
    model: String, names: [String], starts: [[Double]], customers: Double,
    sample: (likelihood: Likelihood, customers: Double)?,
    _ likelihood: @escaping Likelihood
  ) throws(FitProblem) {
    let whole = Self.objective(likelihood, customers)
    let first = sample.map { Self.objective($0.likelihood, $0.customers) } ?? whole
    var best: End?
    for start in starts {
      let found = try? LimitedMemoryBFGS(maximumIterations: 150).minimise(
        from: start.map { Logarithm.of($0) }, first)
      if let found, found.value < best?.value ?? .infinity { best = End(point: found.point, value: found.value) }
    }
    guard var end = best else { throw .flatLikelihood(model: model, parameter: names.joined(separator: ", ")) }
    if sample != nil {
      end = try Self.refine(end.point, whole, Self.information(end.point, first), model: model, names: names)
    }
    let slope = whole(end.point)
    let information = Self.information(end.point, whole)
    // An end on the edge of what can be computed is none.
    if slope.gradient.contains(where: { !(abs($0) <= 1e-5 * max(1, abs(slope.value))) }) {
      throw .flatLikelihood(model: model, parameter: Self.open(information, names))
    }
    let factor: Cholesky
    do {
      factor = try Cholesky(information)
    } catch {
      guard case .notPositiveDefinite = error else { throw .singular(model: model, cause: error) }
      throw .flatLikelihood(model: model, parameter: Self.open(information, names))
    }
    let inverse = factor.inverseLower
    let errors = names.indices.map { column in
      var square = 0.0
      for row in names.indices { square += inverse[row, column] * inverse[row, column] }
      return (square / customers).squareRoot()
    }
    if errors.contains(where: { !($0 <= Self.flatness) }) {
      throw .flatLikelihood(model: model, parameter: Self.open(information, names))
    }
    parameters = end.point.map { Exponential.of($0) }
    standardErrors = zip(parameters, errors).map { $0 * $1 }
    logLikelihood = -end.value * customers
  }

  /// What the data leave open: the parameters that move along the direction of least information, which may be several
  /// that move together.
  private static func open(_ information: Matrix, _ names: [String]) -> String {
    guard let eigen = try? SymmetricEigen(information) else { return names.joined(separator: ", ") }
    let way = eigen.vectors.row(names.count - 1).map { abs($0) }
    let most = way.max() ?? 0
    return names.indices.filter { way[$0] >= 0.5 * most }.map { names[$0] }.joined(separator: " and ")
  }

  /// In the logarithms of the parameters, with the mean negative log-likelihood there.
  private struct End {
    let point: [Double]
    let value: Double
  }

  /// The mean negative log-likelihood by the logarithms of the parameters.
  private static func objective(_ likelihood: @escaping Likelihood, _ customers: Double) -> ([Double]) -> Slope {
    { point in
      guard point.allSatisfy({ abs($0) <= widest }) else {
        return Slope(value: .infinity, gradient: point.map { _ in .nan })
      }
      let parameters = point.map { Exponential.of($0) }
      let slope = likelihood(parameters)
      return Slope(
        value: -slope.value / customers, gradient: zip(slope.gradient, parameters).map { -$0 * $1 / customers })
    }
  }

  private static func refine(
    _ start: [Double], _ objective: ([Double]) -> Slope, _ information: Matrix, model: String, names: [String]
  ) throws(FitProblem) -> End {
    // θ = start + L⁻ᵀ z. A sample that leaves a direction open says nothing of scales; all customers may close it.
    let inverse = (try? Cholesky(information))?.inverseLower ?? .identity(start.count)
    func point(_ z: [Double]) -> [Double] {
      start.indices.map { i in
        var sum = start[i]
        for j in i..<start.count { sum += inverse[j, i] * z[j] }
        return sum
      }
    }
    do {
      let found = try LimitedMemoryBFGS(maximumIterations: 150).minimise(from: start.map { _ in 0 }) { z in
        let slope = objective(point(z))
        let gradient = z.indices.map { i in
          var sum = 0.0
          for j in 0...i { sum += inverse[i, j] * slope.gradient[j] }
          return sum
        }
        return Slope(value: slope.value, gradient: gradient)
      }
      return End(point: point(found.point), value: found.value)
    } catch {
      throw .flatLikelihood(model: model, parameter: names.joined(separator: ", "))
    }
  }

  /// Second derivatives as central differences of the gradient, which is exact: error about 1e-8 of them.
  private static func information(_ point: [Double], _ objective: ([Double]) -> Slope) -> Matrix {
    let step = 1e-4
    var information = Matrix(rows: point.count, columns: point.count)
    for i in point.indices {
      var (up, down) = (point, point)
      up[i] += step
      down[i] -= step
      let (above, below) = (objective(up).gradient, objective(down).gradient)
      for j in point.indices {
        let second = (above[j] - below[j]) / (2 * step)
        information[i, j] += 0.5 * second
        information[j, i] += 0.5 * second
      }
    }
    return information
  }
}
