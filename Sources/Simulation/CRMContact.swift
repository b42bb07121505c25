import Computation
import Vocabulary

/// A record of the simulated CRM: everybody who bought with an account, and people who only left their address.
package struct CRMContact: Sendable {
  /// Index into `Business.customers`; nil for somebody who never bought.
  package let customer: Int?
  let id: Int
  let firstName: String
  let lastName: String
  let email: String
  let country: String
  let recorded: RecordedSource
  /// Days since the start of the first day; for some earlier than the first order, never before the first day.
  let created: Double

  var day: Int { Int(created) }

  /// In the order of creation, with the ids in that order too.
  static func all(customers: [Customer], plan: BusinessPlan, using generator: SeededGenerator) -> [CRMContact] {
    var draw = generator
    var contacts: [CRMContact] = []
    for customer in customers where !customer.isGuest {
      // Some subscribe to the newsletter a while before they buy.
      let head = draw.chance(0.15) ? draw.exponential(rate: 1.0 / 9) : 0
      let subscribed = customer.joined - head
      let email =
        draw.chance(0.05) ? customer.email.prefix(1).uppercased() + customer.email.dropFirst() : customer.email
      contacts.append(
        CRMContact(
          customer: customer.index, id: 0, firstName: customer.firstName, lastName: customer.lastName, email: email,
          country: customer.country, recorded: customer.recorded, created: subscribed < 0 ? customer.joined : subscribed
        ))
    }
    contacts += leads(besides: customers, plan: plan, using: &draw)
    contacts.sort { $0.created != $1.created ? $0.created < $1.created : $0.email < $1.email }
    var id = 10_251
    return contacts.map { contact in
      id += 1 + draw.integer(below: 90)
      return contact.with(id: id)
    }
  }

  private static func leads(
    besides customers: [Customer], plan: BusinessPlan, using draw: inout SeededGenerator
  ) -> [CRMContact] {
    var names = PersonNames()
    for customer in customers { names.reserve(customer.email) }
    return (0..<draw.poisson(mean: 0.2 * Double(plan.customers))).map { _ in
      let person = names.next(using: &draw)
      let source = ArrivalSource.all[draw.integer(below: ArrivalSource.all.count)]
      return CRMContact(
        customer: nil, id: 0, firstName: person.first, lastName: person.last, email: person.email, country: "GB",
        recorded: RecordedSource.all[draw.index(weights: source.recording)],
        created: draw.uniform() * Double(plan.dayCount))
    }
  }

  private func with(id: Int) -> CRMContact {
    CRMContact(
      customer: customer, id: id, firstName: firstName, lastName: lastName, email: email, country: country,
      recorded: recorded, created: created)
  }
}
