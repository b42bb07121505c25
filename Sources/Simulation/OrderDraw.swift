import Computation

/// Draws the orders of one customer: the first when they join, then a Poisson process at their own rate times the
/// season, until they leave or the data end.
struct OrderDraw {
  let plan: BusinessPlan
  let season: Season
  let generator: SeededGenerator
  private let catalogue = Catalogue.fernhill

  init(plan: BusinessPlan, season: Season, generator: SeededGenerator) {
    self.plan = plan
    self.season = season
    self.generator = generator
  }

  /// Chance that a later order is cancelled; first orders never are, so that each recorded customer bought something.
  static let cancelChance = 0.015

  /// Chance that a guest's order carries no address.
  private static let noEmailChance = 0.08

  /// In order of time.
  func orders(of customer: Customer) -> [Order] {
    var draw = generator.split("orders \(customer.index)")
    var orders = [order(of: customer, time: customer.joined, isFirst: true, using: &draw)]
    let end = min(customer.left, Double(plan.dayCount))
    var clock = season.ordersIntegral(to: customer.joined)
    while true {
      clock += draw.exponential(rate: customer.orderRate / 7)
      guard let time = season.time(ofOrdersIntegral: clock), time < end else { return orders }
      orders.append(order(of: customer, time: time, isFirst: false, using: &draw))
    }
  }

  private func order(
    of customer: Customer, time: Double, isFirst: Bool, using draw: inout SeededGenerator
  ) -> Order {
    let segment = Segment.all[customer.segment]
    var lines: [Order.Line] = []
    for _ in 0...draw.index(weights: segment.lineChances) { add(line(for: customer, using: &draw), to: &lines) }
    let sale = season.sale[Int(time)]
    let isOnSale = draw.chance(sale)
    let discount = OrderDraw.discount(
      isOnSale: isOnSale, isTaken: draw.chance(customer.discountChance), isFirst: isFirst, using: &draw)
    let isCancelled = !isFirst && draw.chance(OrderDraw.cancelChance)

    var grossPence = 0
    var returnedPence = 0
    for line in lines {
      let pence = catalogue.products[line.product].pricePounds * 100 * line.quantity
      grossPence += pence
      if line.isReturned { returnedPence += pence * (100 - discount.percent) / 100 }
    }
    let discountPence = grossPence * discount.percent / 100
    let subtotal = grossPence - discountPence
    let shipping = customer.country == "GB" ? (subtotal < 5_000 ? 395 : 0) : 995
    return Order(
      customer: customer.index, time: time, lines: lines, discountPercent: discount.percent,
      discountCode: discount.code,
      isCancelled: isCancelled, email: typedEmail(customer, using: &draw), shippingPence: shipping,
      subtotalPence: subtotal, discountPence: discountPence,
      refundedPence: isCancelled ? subtotal + shipping : returnedPence)
  }

  private func line(for customer: Customer, using draw: inout SeededGenerator) -> Order.Line {
    let segment = Segment.all[customer.segment]
    let category =
      draw.chance(segment.breadth)
      ? draw.index(weights: catalogue.categories.map(\.share)) : customer.favourite
    let shelf = catalogue.categories[category]
    let product =
      shelf.products.lowerBound
      + draw.index(weights: catalogue.weights(category: category, tilt: customer.priceTilt))
    return Order.Line(
      product: product, quantity: draw.chance(shelf.pairChance) ? 2 : 1,
      isReturned: draw.chance(customer.returnChance * shelf.returnFactor))
  }

  /// The same product twice is one line; it goes back if the first of the two does.
  private func add(_ line: Order.Line, to lines: inout [Order.Line]) {
    if let index = lines.firstIndex(where: { $0.product == line.product }) {
      lines[index].quantity += line.quantity
    } else {
      lines.append(line)
    }
  }

  private static func discount(
    isOnSale: Bool, isTaken: Bool, isFirst: Bool, using draw: inout SeededGenerator
  ) -> (percent: Int, code: String) {
    if isOnSale { return (salePercent, "SEASON25") }
    guard isTaken else { return (0, "") }
    if isFirst { return (welcomePercent, "WELCOME10") }
    let kind = codes[draw.index(weights: codes.map(\.chance))]
    return (kind.percent, kind.code)
  }

  static let salePercent = 25
  static let welcomePercent = 10
  static let codes: [(code: String, percent: Int, chance: Double)] = [
    ("TRAIL10", 10, 0.40), ("HILL15", 15, 0.35), ("FERN20", 20, 0.25),
  ]

  private func typedEmail(_ customer: Customer, using draw: inout SeededGenerator) -> String {
    let fate = draw.uniform()
    if customer.isGuest, fate < OrderDraw.noEmailChance { return "" }
    if fate > 0.97 { return customer.email.uppercased() }
    if fate > 0.93 { return customer.email.prefix(1).uppercased() + customer.email.dropFirst() }
    return customer.email
  }
}
