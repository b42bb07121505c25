import Computation

/// Draws the CRM: first the contact of each customer in their order, then the leads, then the numbers of all in the order
/// of their creation.
struct ContactDraw {
  private let plan: BusinessPlan
  private var draw: SeededGenerator
  private var names = PersonNames()
  private var id = 10_251

  init(plan: BusinessPlan, using generator: SeededGenerator) {
    self.plan = plan
    draw = generator
  }

  /// Nil for a guest.
  mutating func contact(of customer: Customer) -> CRMContact? {
    names.reserve(customer.email)
    if customer.isGuest { return nil }
    // Some subscribe to the newsletter a while before they buy.
    let head = draw.chance(0.15) ? draw.exponential(rate: 1.0 / 9) : 0
    let subscribed = customer.joined - head
    let email =
      draw.chance(0.05) ? customer.email.prefix(1).uppercased() + customer.email.dropFirst() : customer.email
    return CRMContact(
      customer: customer.index, joinedDay: customer.joinedDay, id: 0, firstName: customer.firstName,
      lastName: customer.lastName, email: email, country: customer.country, recorded: customer.recorded,
      created: subscribed < 0 ? customer.joined : subscribed)
  }

  /// People who only left their address.
  mutating func leads(_ take: (CRMContact) throws -> Void) rethrows {
    for _ in 0..<draw.poisson(mean: 0.2 * Double(plan.customers)) {
      let person = names.next(using: &draw)
      let source = ArrivalSource.all[draw.integer(below: ArrivalSource.all.count)]
      let recorded = RecordedSource.all[draw.index(weights: source.recording)]
      try take(
        CRMContact(
          customer: nil, joinedDay: nil, id: 0, firstName: person.first, lastName: person.last, email: person.email,
          country: "GB", recorded: recorded, created: draw.uniform() * Double(plan.dayCount)))
    }
  }

  mutating func numbered(_ contact: CRMContact) -> CRMContact {
    id += 1 + draw.integer(below: 90)
    return contact.with(id: id)
  }
}
