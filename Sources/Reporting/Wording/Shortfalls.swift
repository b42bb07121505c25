import Analysis

extension Shortfall {
  /// What is counted, to follow a number.
  func counted(_ count: Int) -> String {
    let one = count == 1
    return switch need {
    case .weeksWithSpend: one ? "week with spend" : "weeks with spend"
    case .customers: one ? "customer" : "customers"
    case .repeatCustomers: one ? "customer who came back" : "customers who came back"
    case .frequentCustomers: one ? "customer with three orders or more" : "customers with three orders or more"
    case .ordersFiles: one ? "file of orders" : "files of orders"
    case .adFiles: one ? "file of ad spend" : "files of ad spend"
    case .contactFiles: one ? "file of contacts" : "files of contacts"
    case .weeksOfOrders: one ? "week of orders" : "weeks of orders"
    case .outcomes: one ? "checked outcome" : "checked outcomes"
    case .leavers: one ? "customer who left" : "customers who left"
    case .customersInGroup: one ? "customer in the group" : "customers in the group"
    case .leaversInGroup: one ? "leaver in the group" : "leavers in the group"
    case .labelledPeriods: one ? "period with a known outcome" : "periods with a known outcome"
    case .weeksBefore: one ? "earlier week" : "earlier weeks"
    case .sourceFiles: one ? "file of visits by source and medium" : "files of visits by source and medium"
    case .currency: one ? "currency" : "currencies"
    case .newCustomers: one ? "new customer" : "new customers"
    }
  }

  /// `5 of 8 weeks with spend`
  var progress: String {
    "\(Quantity.count.text(have)) of \(Quantity.count.text(required)) \(counted(required))"
  }

  var haveSentence: String { "There \(have == 1 ? "is" : "are") \(Quantity.count.text(have)) \(counted(have))." }

  var needSentence: String { "At least \(Quantity.count.text(required)) \(required == 1 ? "is" : "are") needed." }
}
