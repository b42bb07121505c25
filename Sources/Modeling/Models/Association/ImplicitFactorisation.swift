import Computation

/// Factors of users and items for counts that tell of interest but never of dislike (Hu, Koren and Volinsky 2008).
///
/// Minimises Σ over all users u and items i of c (p − xᵤ · yᵢ)² + λ (Σ ‖xᵤ‖² + Σ ‖yᵢ‖²), where p is 1 for a count
/// r > 0 and 0 else, and c = 1 + α r says how sure that is (equation 3). Each half step solves every user (or item)
/// exactly: x = (Yᵀ Y + Yᵀ (C − I) Y + λ I)⁻¹ Yᵀ C p (equations 4 and 5), so the objective never rises. Users and items
/// are solved in an order of their own, so neither the order of entries nor the number of workers changes a bit.
/// O(f² · entries + f³ · (users + items)) for each step, with f factors.
package struct ImplicitFactorisation: Sendable, Equatable {
  static let name = "ImplicitFactorisation"

  package let factors: Int
  /// α: how much surer each count makes; 0 or more.
  package let confidence: Double
  /// λ, 0 or more.
  package let penalty: Double
  package let maximumSteps: Int
  /// Ends when a step lowers the objective by less than this share.
  package let tolerance: Double

  package init(
    factors: Int = 32, confidence: Double = 40, penalty: Double = 0.1, maximumSteps: Int = 30, tolerance: Double = 1e-5
  ) {
    self.factors = factors
    self.confidence = confidence
    self.penalty = penalty
    self.maximumSteps = maximumSteps
    self.tolerance = tolerance
  }

  /// Begins with the items' factors at `start` (items × factors), or drawn from N(0, 0.01²).
  /// Throws `hyperparameter`, `columns` and `lengths` (a start of another shape), `notFinite` and `singular` (with a
  /// penalty of 0 and more factors than the entries determine).
  package func fit(
    _ interactions: Interactions, from start: Matrix? = nil, using generator: SeededGenerator,
    on workers: Workers = .one
  ) throws(FitProblem) -> Fitted {
    try check()
    var items = start ?? drawn(interactions.items.count, generator)
    try Guard.columns(items, expected: factors, model: Self.name)
    try Guard.finite(items, model: Self.name)
    guard items.rows == interactions.items.count else {
      throw .lengths(model: Self.name, found: items.rows, expected: interactions.items.count)
    }
    var users = Matrix(rows: interactions.users.count, columns: factors)
    var objectives: [Double] = []
    for step in 1...maximumSteps {
      users = try solved(interactions.byUser, against: items, on: workers)
      objectives.append(objective(interactions, users, items))
      items = try solved(interactions.byItem, against: users, on: workers)
      let value = objective(interactions, users, items)
      objectives.append(value)
      guard value.isFinite else { throw .notConverged(model: Self.name, iterations: step) }
      if step > 1 {
        let before = objectives[objectives.count - 3]
        if before - value <= tolerance * before { break }
      }
    }
    return Fitted(
      users: interactions.users, items: interactions.items, userFactors: users, itemFactors: items,
      confidence: confidence, penalty: penalty, objectives: objectives)
  }

  private func check() throws(FitProblem) {
    try Guard.positive(factors, "factors", model: Self.name)
    try Guard.positive(maximumSteps, "maximumSteps", model: Self.name)
    try Guard.notNegative(confidence, "confidence", model: Self.name)
    try Guard.notNegative(penalty, "penalty", model: Self.name)
    try Guard.notNegative(tolerance, "tolerance", model: Self.name)
  }

  private func drawn(_ count: Int, _ generator: SeededGenerator) -> Matrix {
    var stream = generator.split("item factors")
    return Matrix(
      rows: count, columns: factors,
      values: (0..<(count * factors)).map { _ in stream.normal(mean: 0, deviation: 0.01) })
  }

  private static let chunk = 64

  /// One half step: the factors of each row, given those of the other side.
  private func solved(
    _ rows: Interactions.SparseRows, against others: Matrix, on workers: Workers
  ) throws(FitProblem) -> Matrix {
    let solver = FactorSolver(others, confidence: confidence, penalty: penalty)
    let parts = workers.map(rows.rows, chunksOf: Self.chunk) { range -> Result<[Double], ComputationProblem> in
      var values: [Double] = []
      for row in range {
        let entries = rows.starts[row]..<rows.starts[row + 1]
        do throws(ComputationProblem) {
          values += try solver.factors(rows.places[entries], rows.counts[entries])
        } catch {
          return .failure(error)
        }
      }
      return .success(values)
    }
    var values: [Double] = []
    for part in parts {
      do throws(ComputationProblem) {
        values += try part.get()
      } catch {
        throw .singular(model: Self.name, cause: error)
      }
    }
    return Matrix(rows: rows.rows, columns: factors, values: values)
  }

  /// Pairs without a count weigh 1 and want 0: Σ (x · y)² over all is tr(XᵀX YᵀY), and the counted ones are put right.
  private func objective(_ interactions: Interactions, _ users: Matrix, _ items: Matrix) -> Double {
    let rows = interactions.byUser
    var sum = 0.0
    for user in 0..<rows.rows {
      for entry in rows.starts[user]..<rows.starts[user + 1] {
        let item = Int(rows.places[entry])
        var score = 0.0
        for factor in 0..<factors { score += users[user, factor] * items[item, factor] }
        sum += (1 + confidence * rows.counts[entry]) * (1 - score) * (1 - score) - score * score
      }
    }
    let (ofUsers, ofItems) = (FactorSolver.products(users), FactorSolver.products(items))
    for index in ofUsers.values.indices { sum += ofUsers.values[index] * ofItems.values[index] }
    for factor in 0..<factors { sum += penalty * (ofUsers[factor, factor] + ofItems[factor, factor]) }
    return sum
  }
}
