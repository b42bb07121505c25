import Vocabulary

/// One customer's orders, oldest first, with what is known of where they came from.
package struct PurchaseHistory: Sendable, Equatable {
  package var customerID: Int
  package var email: String
  /// The first source that the CRM recorded; nil where it recorded none.
  package var channel: Channel?
  package var campaign: String
  package var country: String
  package var purchases: [Purchase]

  package struct Purchase: Sendable, Equatable {
    package var day: Day
    package var netMicros: Int64
    package var isDiscounted: Bool
    /// Nil where nothing is known of what was in the order; then pieces and list prices say nothing either.
    package var products: Int?
    /// Pieces, at least 1; two pairs of the same socks are two.
    package var units: Int
    /// What the pieces cost before any discount.
    package var listMicros: Int64

    /// Without list prices the net value stands in, without a number of pieces the number of products.
    package init(
      day: Day, netMicros: Int64, isDiscounted: Bool, products: Int?, units: Int? = nil, listMicros: Int64? = nil
    ) {
      self.day = day
      self.netMicros = netMicros
      self.isDiscounted = isDiscounted
      self.products = products
      self.units = max(1, units ?? products ?? 1)
      self.listMicros = listMicros ?? netMicros
    }
  }

  package init(
    customerID: Int, email: String, channel: Channel? = nil, campaign: String = "", country: String = "",
    purchases: [Purchase]
  ) {
    self.customerID = customerID
    self.email = email
    self.channel = channel
    self.campaign = campaign
    self.country = country
    self.purchases = purchases.sorted { $0.day < $1.day }
  }

  /// What was known at the end of `day`: the as-of rule. Nil for a customer who had not ordered by then.
  package func known(by day: Day) -> PurchaseHistory? {
    var past = self
    past.purchases = Array(purchases.prefix { $0.day <= day })
    return past.purchases.isEmpty ? nil : past
  }

  package func orders(from first: Day, through last: Day) -> Bool {
    purchases.contains { $0.day >= first && $0.day <= last }
  }

  /// Days between orders, same-day ones left out: two parcels of one evening are one visit.
  package var gaps: [Int] {
    zip(purchases.dropFirst(), purchases).map { $0.day - $1.day }.filter { $0 > 0 }
  }
}

extension PurchaseHistory {
  /// Net revenue of all purchases.
  package var netMicros: Int64 { purchases.reduce(0) { $0 + $1.netMicros } }
}
