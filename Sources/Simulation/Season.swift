import Computation
import Vocabulary

/// How the year moves the shop: one factor per day, counted from the first day and running past the last one, so that
/// questions about the following months can be answered.
struct Season: Sendable {
  /// Demand for a first order, weekday included; about 1 on average before the trend.
  let arrivals: [Double]
  /// What multiplies a living customer's order rate, weekday included; milder than `arrivals`.
  let orders: [Double]
  /// `cumulativeOrders[d]` is the sum of `orders` before day `d`.
  let cumulativeOrders: [Double]
  /// The chance that an order takes part in a shop-wide sale.
  let sale: [Double]

  init(firstDay: Day, dayCount: Int) {
    var arrivals: [Double] = []
    var orders: [Double] = []
    var cumulative = [0.0]
    var sale: [Double] = []
    for index in 0..<dayCount {
      let day = firstDay + index
      let year = Season.partOfYear(day)
      let weekday = Season.weekdays[day.weekday - 1]
      let christmas = Season.christmas(day)
      let wave = 0.10 * Turns.cosine(year - 0.82) + 0.05 * Turns.cosine(2 * (year - 0.30))
      let trend = 1 + 0.10 * Double(index) / 365.25
      arrivals.append(weekday * trend * (1 + wave) * (1 + 0.65 * christmas))
      orders.append(weekday * (1 + 0.6 * wave) * (1 + 0.35 * christmas))
      cumulative.append((cumulative.last ?? 0) + (orders.last ?? 0))
      sale.append(Season.saleChance(day))
    }
    self.arrivals = arrivals
    self.orders = orders
    cumulativeOrders = cumulative
    self.sale = sale
  }

  var dayCount: Int { orders.count }

  /// The integral of the order factor from the start to `time` (days; the factor is constant within a day).
  func ordersIntegral(to time: Double) -> Double {
    let day = min(max(Int(time), 0), dayCount - 1)
    return cumulativeOrders[day] + (time - Double(day)) * orders[day]
  }

  /// The time at which `ordersIntegral` reaches `value`; nil beyond the last day.
  func time(ofOrdersIntegral value: Double) -> Double? {
    guard let total = cumulativeOrders.last, value < total else { return nil }
    var low = 0
    var high = dayCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if cumulativeOrders[middle] <= value { low = middle } else { high = middle }
    }
    return Double(low) + (value - cumulativeOrders[low]) / orders[low]
  }

  /// Monday to Sunday; the mean is 1.
  private static let weekdays = [0.98, 0.95, 0.94, 0.96, 0.92, 1.02, 1.23]

  private static func partOfYear(_ day: Day) -> Double {
    let year = day.civil.year
    guard let start = Day(year: year, month: 1, day: 1) else { return 0 }
    return Double(day - start) / 365.25
  }

  /// 0…1: rises through November, stays until a week before Christmas and is gone by its eve.
  private static func christmas(_ day: Day) -> Double {
    let (year, month, _) = day.civil
    guard month >= 10, let peak = Day(year: year, month: 12, day: 4) else { return 0 }
    let distance = Double(day - peak)
    let width = distance < 0 ? 12.0 : 9.0
    return Exponential.of(-0.5 * (distance / width) * (distance / width))
  }

  private static func saleChance(_ day: Day) -> Double {
    switch day.civil {
    case (_, 11, 23...30), (_, 12, 1): 0.40
    case (_, 1, 2...12): 0.28
    case (_, 7, 8...19): 0.20
    default: 0
    }
  }
}
