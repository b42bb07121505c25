import Computation
import Vocabulary

/// Draws who comes, and from where.
struct CustomerDraw {
  let plan: BusinessPlan
  let demand: Demand
  let generator: SeededGenerator

  /// Gives the customers in the order of their first order, a week of them drawn at a time.
  func forEach(_ take: (Customer) throws -> Void) rethrows {
    var generators = demand.weekly.indices.map { generator.split("arrivals \($0)") }
    var names = PersonNames()
    var index = 0
    for week in 0..<plan.weeks {
      let shares = Array(demand.dayShares[week * 7..<week * 7 + 7])
      var arrivals: [(time: Double, source: Int)] = []
      for (source, means) in demand.weekly.enumerated() {
        for _ in 0..<generators[source].poisson(mean: means[week]) {
          let day = week * 7 + generators[source].index(weights: shares)
          arrivals.append((Double(day) + generators[source].uniform(), source))
        }
      }
      arrivals.sort { $0.time != $1.time ? $0.time < $1.time : $0.source < $1.source }
      for arrival in arrivals {
        try take(customer(index: index, time: arrival.time, source: arrival.source, names: &names))
        index += 1
      }
    }
  }

  private func customer(index: Int, time: Double, source: Int, names: inout PersonNames) -> Customer {
    var draw = generator.split("customer \(index)")
    let cause = ArrivalSource.all[source]
    let kind = draw.index(weights: cause.segmentMix)
    let segment = Segment.all[kind]
    let rate = draw.gamma(shape: segment.orderRateShape, scale: segment.orderRateMean / segment.orderRateShape)
    let hazard = draw.gamma(shape: segment.hazardShape, scale: segment.hazardMean / segment.hazardShape)
    let tilt = draw.normal(mean: segment.priceTiltMean, deviation: segment.priceTiltDeviation)
    let discount = CustomerDraw.beta(segment.discountMean, segment.discountConcentration, &draw)
    let returns = CustomerDraw.beta(segment.returnMean, segment.returnConcentration, &draw)
    let favourite = draw.index(weights: segment.favourites)
    let lifetime = draw.exponential(rate: hazard / 7)
    let recorded = RecordedSource.all[draw.index(weights: cause.recording)]
    let isGuest = draw.chance(segment.guestChance)
    let country = CustomerDraw.countries[draw.index(weights: CustomerDraw.countryWeights)]
    let name = names.next(using: &draw)
    return Customer(
      index: index, segment: kind, orderRate: rate, hazard: hazard, priceTilt: tilt, discountChance: discount,
      returnChance: returns, favourite: favourite, joined: time, left: time + lifetime, source: source,
      recorded: recorded, isGuest: isGuest, firstName: name.first, lastName: name.last, email: name.email,
      country: country)
  }

  private static let countries = ["GB", "IE", "DE", "FR", "US"]
  private static let countryWeights = [0.86, 0.05, 0.04, 0.03, 0.02]

  private static func beta(_ mean: Double, _ concentration: Double, _ draw: inout SeededGenerator) -> Double {
    draw.beta(mean * concentration, (1 - mean) * concentration)
  }
}
