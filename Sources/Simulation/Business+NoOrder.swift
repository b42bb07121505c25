import Computation
import Vocabulary

extension Business {
  /// P(no order in the `horizonDays` after `day` | the customer's true rate and hazard, their orders to the end of
  /// `day`), 0…1. Nil when they had not joined by then. An order means one that is not cancelled.
  ///
  /// Exact for Poisson purchases and exponential lifetime (Schmittlein, Morrison and Colombo 1987 at fixed λ and μ)
  /// with a seasonal rate: with hazard μ, last order at x, now t and Λ the integral of the seasonal rate,
  ///
  ///     P(alive) = e^(−μ(t−x) − Λ(x,t)) ÷ (the same + ∫ₓᵗ μ e^(−μ(u−x) − Λ(x,u)) du),
  ///     P(none)  = 1 − P(alive) · ∫ₜ rate(u) e^(−μ(u−t) − Λ(t,u)) du over the horizon.
  ///
  /// O(days since the last order + horizon).
  package func probabilityOfNoOrder(_ customer: Customer, from day: Day, horizonDays: Int) -> Double? {
    world.probabilityOfNoOrder(customer, kept: keptOrders(of: customer), from: day, horizonDays: horizonDays)
  }
}

extension World {
  /// The same, given the customer's orders that were not cancelled, in the order of time.
  func probabilityOfNoOrder(_ customer: Customer, kept: [Order], from day: Day, horizonDays: Int) -> Double? {
    let now = Double(day - plan.firstDay + 1)
    let last = kept.last { $0.time < now }
    guard let last, horizonDays >= 0, day - plan.firstDay + 1 + horizonDays <= season.dayCount else { return nil }
    let hazard = customer.hazard / 7
    let rate = customer.orderRate / 7 * (1 - OrderDraw.cancelChance)
    let silence = race(from: last.time, to: now, hazard: hazard, rate: rate)
    let alive = silence.neither / (silence.neither + silence.left)
    let ahead = race(from: now, to: now + Double(horizonDays), hazard: hazard, rate: rate)
    return 1 - alive * ahead.ordered
  }

  /// Of a customer alive at `start`: the chances that by `end` leaving came first, an order came first, or neither.
  /// The rate is constant within a day, so each day's part has a closed form.
  private func race(
    from start: Double, to end: Double, hazard: Double, rate: Double
  ) -> (left: Double, ordered: Double, neither: Double) {
    var neither = 1.0
    var left = 0.0
    var ordered = 0.0
    var time = start
    while time < end {
      let day = Int(time)
      let stop = min(end, Double(day + 1))
      let ordering = rate * season.orders[day]
      let sum = hazard + ordering
      let stay = Exponential.of(-sum * (stop - time))
      left += neither * hazard / sum * (1 - stay)
      ordered += neither * ordering / sum * (1 - stay)
      neither *= stay
      time = stop
    }
    return (left, ordered, neither)
  }
}
