import Vocabulary

/// Shopify: orders with one record per line item, of which only the first holds what belongs to the order; a file a
/// calendar half-year.
struct ShopifyOrdersExport {
  private let firstDay: Day
  private let take: FileTaker
  private var ends: ArraySlice<Int>
  private var file: GrowingFile
  private var listings: [FileListing] = []
  private var count = 0

  init(plan: BusinessPlan, to take: @escaping FileTaker) {
    firstDay = plan.firstDay
    self.take = take
    ends = ExportPeriods.halfYears(of: plan).map(\.upperBound)[...]
    file = ShopifyOrdersExport.begun(number: 1)
  }

  private static func begun(number: Int) -> GrowingFile {
    var file = GrowingFile(
      path: "shopify/orders_export_\(number).csv",
      totals: ExportTotals(orders: 0, cancelledOrders: 0, subtotalPence: 0, refundedPence: 0, netRevenuePence: 0))
    file.text.append(record: columns)
    return file
  }

  /// The next order in time.
  mutating func add(_ order: Order, of customer: Customer) throws {
    while let end = ends.first, order.dayIndex >= end { try turn() }
    for line in order.lines.indices {
      var record = Record(width: ShopifyOrdersExport.columns.count)
      fill(&record, line: order.lines[line], order: order, index: count)
      if line == 0 { fill(&record, order: order, customer: customer, index: count) }
      file.text.append(record: record.cells)
      file.totals.rows += 1
    }
    count += 1
    file.totals.orders? += 1
    file.totals.subtotalPence? += order.subtotalPence
    file.totals.refundedPence? += ShopifyOrdersExport.withTax(order.refundedPence, of: customer)
    file.totals.netRevenuePence? += order.netPence
    file.totals.cancelledOrders? += order.isCancelled ? 1 : 0
    try file.handOut(to: take)
  }

  /// Every file, those of half-years without an order too.
  mutating func end() throws -> [FileListing] {
    while !ends.isEmpty { try turn() }
    return listings
  }

  private mutating func turn() throws {
    try file.handOut(to: take, isLast: true)
    listings.append(file.listing)
    ends.removeFirst()
    file = ShopifyOrdersExport.begun(number: listings.count + 1)
  }

  private static let columns = [
    "Name", "Email", "Financial Status", "Paid at", "Fulfillment Status", "Fulfilled at", "Accepts Marketing",
    "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Discount Code", "Discount Amount", "Shipping Method",
    "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price", "Lineitem compare at price", "Lineitem sku",
    "Lineitem requires shipping", "Lineitem taxable", "Lineitem fulfillment status", "Billing Name", "Billing Street",
    "Billing Address1", "Billing Address2", "Billing Company", "Billing City", "Billing Zip", "Billing Province",
    "Billing Country", "Billing Phone", "Shipping Name", "Shipping Street", "Shipping Address1", "Shipping Address2",
    "Shipping Company", "Shipping City", "Shipping Zip", "Shipping Province", "Shipping Country", "Shipping Phone",
    "Notes", "Note Attributes", "Cancelled at", "Payment Method", "Payment Reference", "Refunded Amount", "Vendor",
    "Outstanding Balance", "Employee", "Location", "Device ID", "Id", "Tags", "Risk Level", "Source",
    "Lineitem discount", "Tax 1 Name", "Tax 1 Value", "Tax 2 Name", "Tax 2 Value", "Tax 3 Name", "Tax 3 Value",
    "Tax 4 Name", "Tax 4 Value", "Tax 5 Name", "Tax 5 Value", "Phone", "Receipt Number", "Duties",
    "Billing Province Name", "Shipping Province Name", "Payment ID", "Payment Terms Name", "Next Payment Due At",
    "Payment References",
  ]

  private static let places: [String: Int] = Dictionary(
    uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })

  private struct Record {
    var cells: [String]

    init(width: Int) { cells = Array(repeating: "", count: width) }

    subscript(column: String) -> String {
      get { ShopifyOrdersExport.places[column].map { cells[$0] } ?? "" }
      set { if let place = ShopifyOrdersExport.places[column] { cells[place] = newValue } }
    }
  }

  private func fill(_ record: inout Record, line: Order.Line, order: Order, index: Int) {
    let product = Catalogue.fernhill.products[line.product]
    let created = LocalTime(time: order.time, firstDay: firstDay)
    record["Name"] = "#\(1_001 + index)"
    record["Email"] = order.email
    record["Created at"] = stamp(created)
    record["Lineitem quantity"] = String(line.quantity)
    record["Lineitem name"] = CellText.quotedIfNeeded(product.name)
    record["Lineitem price"] = CellText.hundredths(product.pricePounds * 100)
    record["Lineitem sku"] = product.sku
    record["Lineitem requires shipping"] = "true"
    record["Lineitem taxable"] = "true"
    record["Lineitem fulfillment status"] = order.isCancelled ? "pending" : "fulfilled"
    record["Vendor"] = Business.name
    record["Lineitem discount"] = "0.00"
  }

  private func fill(_ record: inout Record, order: Order, customer: Customer, index: Int) {
    let created = LocalTime(time: order.time, firstDay: firstDay)
    record["Financial Status"] = status(of: order)
    record["Paid at"] = stamp(created)
    record["Fulfillment Status"] = order.isCancelled ? "unfulfilled" : "fulfilled"
    record["Fulfilled at"] = order.isCancelled ? "" : stamp(created.later(seconds: 5_400))
    record["Accepts Marketing"] = customer.isGuest ? "no" : "yes"
    record["Currency"] = Business.currencyCode
    record["Subtotal"] = CellText.hundredths(order.subtotalPence)
    record["Shipping"] = CellText.hundredths(order.shippingPence)
    // On top: the truth's revenue is what the shop keeps, and its prices are without taxes.
    let total = ShopifyOrdersExport.withTax(order.totalPence, of: customer)
    let tax = total - order.totalPence
    record["Taxes"] = CellText.hundredths(tax)
    record["Total"] = CellText.hundredths(total)
    record["Discount Code"] = order.discountCode.isEmpty ? "\"\"" : order.discountCode
    record["Discount Amount"] = CellText.hundredths(order.discountPence)
    record["Shipping Method"] = order.shippingPence == 0 ? "Free Delivery" : "Tracked 48"
    fillAddress(&record, of: customer)
    record["Notes"] = index % 97 == 5 ? "\"Please leave it in the porch,\nnot with the neighbour\"" : "\"\""
    record["Cancelled at"] = order.isCancelled ? stamp(created.later(seconds: 2_700)) : ""
    record["Payment Method"] = "Shopify Payments"
    let reference = "r\(CellText.padded(index * 7_919 + 104_729, 12))"
    record["Payment Reference"] = reference
    record["Refunded Amount"] = CellText.hundredths(ShopifyOrdersExport.withTax(order.refundedPence, of: customer))
    record["Outstanding Balance"] = "0.00"
    record["Id"] = String(5_604_310_000_000 + index * 32_768)
    record["Tags"] = "\"\""
    record["Risk Level"] = "Low"
    record["Source"] = "web"
    if tax > 0 {
      record["Tax 1 Name"] = "GB VAT 20%"
      record["Tax 1 Value"] = CellText.hundredths(tax)
    }
    record["Payment ID"] = reference
    record["Payment References"] = reference
  }

  /// What the customer pays, or gets back, for an amount without taxes.
  private static func withTax(_ pence: Int, of customer: Customer) -> Int {
    customer.country == "GB" ? pence + (pence * 2 + 5) / 10 : pence
  }

  private func fillAddress(_ record: inout Record, of customer: Customer) {
    let name = "\(customer.firstName) \(customer.lastName)"
    let place = ShopifyOrdersExport.place(of: customer)
    for side in ["Billing", "Shipping"] {
      record["\(side) Name"] = CellText.quotedIfNeeded(name)
      record["\(side) City"] = place.city
      record["\(side) Zip"] = place.zip
      record["\(side) Country"] = customer.country
    }
  }

  /// Towns are real, postcodes are of districts that do not exist.
  private static func place(of customer: Customer) -> (city: String, zip: String) {
    let number = customer.index
    switch customer.country {
    case "GB":
      let towns = ["Sheffield", "Leeds", "Bristol", "Edinburgh", "Cardiff", "Kendal", "Manchester", "London", "Exeter"]
      return (towns[number % towns.count], "ZZ\(number % 90 + 10) \(number % 9 + 1)ZZ")
    case "IE": return ("Galway", "Z99 ZZ\(number % 90 + 10)")
    case "DE": return ("Freiburg", "00\(CellText.padded(number % 1_000, 3))")
    case "FR": return ("Grenoble", "00\(CellText.padded(number % 1_000, 3))")
    default: return ("Boulder", "00\(CellText.padded(number % 1_000, 3))")
    }
  }

  private func status(of order: Order) -> String {
    if order.isCancelled { return "refunded" }
    if order.refundedPence == 0 { return "paid" }
    return order.refundedPence >= order.totalPence ? "refunded" : "partially_refunded"
  }

  private func stamp(_ time: LocalTime) -> String { "\(time.text) \(time.offset)" }
}
