import Analysis

extension Shortfall {
  /// What is counted, after its number.
  func counted(_ count: Int) -> String {
    switch need {
    case .weeksWithSpend: phrase("{count} week with spend", "{count} weeks with spend", of: count)
    case .customers: phrase("{count} customer", "{count} customers", of: count)
    case .repeatCustomers: phrase("{count} customer who came back", "{count} customers who came back", of: count)
    case .frequentCustomers:
      phrase("{count} customer with three orders or more", "{count} customers with three orders or more", of: count)
    case .ordersFiles: phrase("{count} file of orders", "{count} files of orders", of: count)
    case .adFiles: phrase("{count} file of ad spend", "{count} files of ad spend", of: count)
    case .contactFiles: phrase("{count} file of contacts", "{count} files of contacts", of: count)
    case .weeksOfOrders: phrase("{count} week of orders", "{count} weeks of orders", of: count)
    case .outcomes: phrase("{count} checked outcome", "{count} checked outcomes", of: count)
    case .leavers: phrase("{count} customer who left", "{count} customers who left", of: count)
    case .customersInGroup: phrase("{count} customer in the group", "{count} customers in the group", of: count)
    case .leaversInGroup: phrase("{count} leaver in the group", "{count} leavers in the group", of: count)
    case .labelledPeriods:
      phrase("{count} period with a known outcome", "{count} periods with a known outcome", of: count)
    case .weeksBefore: phrase("{count} earlier week", "{count} earlier weeks", of: count)
    case .sourceFiles:
      phrase("{count} file of visits by source and medium", "{count} files of visits by source and medium", of: count)
    case .currency: phrase("{count} currency", "{count} currencies", of: count)
    case .ordersWithCustomer:
      phrase("{count} order that names a customer", "{count} orders that name a customer", of: count)
    case .newCustomers: phrase("{count} new customer", "{count} new customers", of: count)
    }
  }

  /// `5 of 8 weeks with spend`
  var progress: String { phrase("{have} of {need}", ["have": Quantity.count.text(have), "need": counted(required)]) }

  var haveSentence: String {
    phrase("There is {counted}.", "There are {counted}.", of: have, ["counted": counted(have)])
  }

  var needSentence: String { phrase("At least {count} is needed.", "At least {count} are needed.", of: required) }
}
