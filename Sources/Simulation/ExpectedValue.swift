import Computation

/// What a newly won customer brings on average, computed from the model and not from the draw.
///
/// For a customer of segment g who joins at a uniform moment of day d, with order rate λ and hazard μ independent and
/// gamma within g, and order factor s(day):
///
///     E[later orders] = E[λ] · Σ_k s(d + k) · G(k),   G(k) = average of E[e^(−μ·age)] over both moments,
///     E[e^(−μ·age)] = (1 + age/β)^−shape  with β = shape / E[μ],
///
/// of which G follows in closed form from the second antiderivative of the survival. Net revenue of an order is
/// (1 − E[discount]) · Σ_category chance · E[price] · E[quantity] · (1 − E[returns]), because those habits are
/// independent within a segment. Cost: segments · days².
struct ExpectedValue: Sendable {
  /// By segment and day of joining: net revenue in pence until the last day, and orders that were not cancelled.
  let revenuePence: [[Double]]
  let orders: [[Double]]

  init(plan: BusinessPlan, season: Season) {
    let days = plan.dayCount
    var revenuePence: [[Double]] = []
    var orders: [[Double]] = []
    for segment in Segment.all {
      let survival = ExpectedValue.survival(segment, dayCount: days)
      let goods = ExpectedValue.netGoodsPence(segment)
      let kept = 1 - OrderDraw.cancelChance
      let daily = segment.orderRateMean / 7 * kept
      let later = (0..<days).map { daily * season.orders[$0] }
      let laterValue = (0..<days).map {
        later[$0] * goods * ExpectedValue.paidShare(segment, sale: season.sale[$0], codePercent: meanCodePercent)
      }
      var valueOfSegment: [Double] = []
      var ordersOfSegment: [Double] = []
      for day in 0..<days {
        let welcome = Double(OrderDraw.welcomePercent)
        var value = goods * ExpectedValue.paidShare(segment, sale: season.sale[day], codePercent: welcome)
        var count = 1.0
        for age in 0..<days - day {
          value += laterValue[day + age] * survival[age]
          count += later[day + age] * survival[age]
        }
        valueOfSegment.append(value)
        ordersOfSegment.append(count)
      }
      revenuePence.append(valueOfSegment)
      orders.append(ordersOfSegment)
    }
    self.revenuePence = revenuePence
    self.orders = orders
  }

  /// G(k) for k = 0..<dayCount. With H'' = survival: G(k) = H(k + 1) − 2 H(k) + H(k − 1), and on the day of joining
  /// only the later half of the day counts: G(0) = H(1) − H(0) − H'(0).
  static func survival(_ segment: Segment, dayCount: Int) -> [Double] {
    let shape = segment.hazardShape
    let scale = shape / (segment.hazardMean / 7)
    func second(_ age: Int) -> Double {
      scale * scale / ((shape - 1) * (shape - 2)) * Exponential.power(1 + Double(age) / scale, 2 - shape)
    }
    let slopeAtZero = -scale / (shape - 1)
    return (0..<dayCount).map { age in
      age == 0
        ? second(1) - second(0) - slopeAtZero : second(age + 1) - 2 * second(age) + second(age - 1)
    }
  }

  /// Expected goods value of an order before discount, less what is sent back, in pence.
  static func netGoodsPence(_ segment: Segment) -> Double {
    let catalogue = Catalogue.fernhill
    let shares = catalogue.categories.map(\.share)
    let total = shares.reduce(0, +)
    var sum = 0.0
    for (index, category) in catalogue.categories.enumerated() {
      let chance = segment.breadth * shares[index] / total + (1 - segment.breadth) * segment.favourites[index]
      let kept = 1 - segment.returnMean * category.returnFactor
      sum += chance * expectedPrice(segment, category: index) * (1 + category.pairChance) * kept
    }
    return 100 * segment.meanLines * sum
  }

  /// E[price] over the segment's price tilts, by the trapezoid rule over ±8 standard deviations, which for a smooth
  /// integrand that vanishes at both ends is exact to rounding.
  private static func expectedPrice(_ segment: Segment, category: Int) -> Double {
    var sum = 0.0
    var weight = 0.0
    for step in -80...80 {
      let z = Double(step) / 10
      let density = Exponential.of(-0.5 * z * z)
      let tilt = segment.priceTiltMean + segment.priceTiltDeviation * z
      sum += density * Catalogue.fernhill.expectedPrice(category: category, tilt: tilt)
      weight += density
    }
    return sum / weight
  }

  private static func paidShare(_ segment: Segment, sale: Double, codePercent: Double) -> Double {
    let percent = sale * Double(OrderDraw.salePercent) + (1 - sale) * segment.discountMean * codePercent
    return 1 - percent / 100
  }
}

/// The average discount of the codes that are handed out after the first order.
private let meanCodePercent: Double = {
  var sum = 0.0
  var weight = 0.0
  for code in OrderDraw.codes {
    sum += Double(code.percent) * code.chance
    weight += code.chance
  }
  return sum / weight
}()
