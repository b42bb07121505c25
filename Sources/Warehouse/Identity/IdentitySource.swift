/// A table of facts that tell of persons, and by which of its columns.
struct IdentitySource {
  let table: String
  /// The column of the record's own id, for linking the record to a customer; "" where it is not linked.
  var identifier = ""
  /// The column of the system's own id of the person, or "".
  var account = ""
  var hasPhone = false
  /// Whether the record says in which country the person lives or buys.
  var hasCountry = false
  /// Whether being in this table makes a person a customer or a lead of the business; a reader of mail is neither.
  var makesCustomer = false

  /// What `customerLink` calls the record.
  var kind: String { table == "customerOrder" ? "order" : table }

  static let all = [
    IdentitySource(
      table: "customerOrder", identifier: "orderID", account: "customerID", hasPhone: true, hasCountry: true,
      makesCustomer: true),
    IdentitySource(
      table: "contact", identifier: "contactID", account: "contactID", hasPhone: true, hasCountry: true,
      makesCustomer: true),
    IdentitySource(table: "payment", identifier: "paymentID", account: "customerID", makesCustomer: true),
    IdentitySource(table: "subscription", identifier: "subscriptionID", account: "customerID", makesCustomer: true),
    IdentitySource(table: "invoice", identifier: "invoiceID", account: "customerID", makesCustomer: true),
    IdentitySource(table: "deal", identifier: "dealID", account: "contactID", makesCustomer: true),
    IdentitySource(
      table: "offlineSale", identifier: "saleID", account: "customerID", hasPhone: true, makesCustomer: true),
    IdentitySource(table: "interaction", identifier: "interactionID", hasPhone: true),
    IdentitySource(table: "listMembership", account: "contactID"),
    IdentitySource(table: "surveyAnswer", account: "contactID"),
    IdentitySource(table: "emailEvent", account: "contactID"),
  ]
}
