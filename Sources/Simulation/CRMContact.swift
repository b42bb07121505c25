import Vocabulary

/// A record of the simulated CRM: everybody who bought with an account, and people who only left their address.
package struct CRMContact: Sendable {
  /// Index into `Business.customers`; nil for somebody who never bought.
  package let customer: Int?
  /// When the customer's first order was placed, in days since the first day.
  let joinedDay: Int?
  let id: Int
  let firstName: String
  let lastName: String
  let email: String
  let country: String
  let recorded: RecordedSource
  /// Days since the start of the first day; for some earlier than the first order, never before the first day.
  let created: Double

  var day: Int { Int(created) }

  static func precedes(_ a: CRMContact, _ b: CRMContact) -> Bool {
    a.created != b.created ? a.created < b.created : a.email < b.email
  }

  func with(id: Int) -> CRMContact {
    CRMContact(
      customer: customer, joinedDay: joinedDay, id: id, firstName: firstName, lastName: lastName, email: email,
      country: country, recorded: recorded, created: created)
  }
}
