import Analysis
import Ingestion
import Vocabulary

@testable import fairlead

/// The reference's list of sold items, through the tool's own reader and parsers.
struct OnlineRetail {
  private static let names = [
    "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country",
  ]

  private(set) var rows = 0
  private(set) var blanks: [String: Int] = [:]
  private(set) var distinct: [String: Set<String>] = [:]
  private(set) var distinctRows: Set<String> = []
  private(set) var cancelled = 0
  private(set) var quantity = 0
  private(set) var netMicros: Int64 = 0
  /// Times as they stand there sort as text.
  private(set) var times: (first: String, last: String) = ("9", "")

  /// Rows that sold something to somebody known.
  private(set) var sales = 0
  private(set) var netByMonth: [String: Int64] = [:]
  private(set) var netByCountry: [String: Int64] = [:]
  private var invoices: [String: (customer: Int, day: Day, netMicros: Int64)] = [:]

  init() throws {
    let path = LabReference.folder.appending(path: "data/online_retail/online-retail.csv.gz").path()
    let export = try LabReference.found(try ExportOpener.open(path: path, options: ReadOptions()).first, path)
    var found = self
    var isHeader = true
    let summary = try export.rawRows { cells in
      if isHeader {
        isHeader = false
        guard cells == Self.names else { throw LabReference.Missing(what: "the header") }
      } else {
        try found.take(cells)
      }
    }
    guard summary.rowsRejected == 0 else { throw LabReference.Missing(what: "\(summary.problems)") }
    self = found
  }

  private mutating func take(_ cells: [String]) throws {
    rows += 1
    for (name, cell) in zip(Self.names, cells) {
      if cell.isEmpty { blanks[name, default: 0] += 1 }
      if ["InvoiceNo", "StockCode", "CustomerID", "Country"].contains(name), !cell.isEmpty {
        distinct[name, default: []].insert(cell)
      }
    }
    distinctRows.insert(cells.joined(separator: "\u{1F}"))
    let isCancelled = cells[0].hasPrefix("C")
    let count = try LabReference.found(Int(cells[3]), "a quantity")
    let price = try Self.micros(cells[5])
    cancelled += isCancelled ? 1 : 0
    quantity += count
    netMicros += Int64(count) * price
    times = (min(times.first, cells[4]), max(times.last, cells[4]))
    guard !cells[6].isEmpty, !isCancelled, count > 0, price > 0 else { return }
    let day = try LabReference.found(DateText(cells[4], order: nil)?.day, "a day")
    let customer = try LabReference.found(Double(cells[6]), "a customer")
    sales += 1
    netByMonth[String(cells[4].prefix(7)), default: 0] += Int64(count) * price
    netByCountry[cells[7], default: 0] += Int64(count) * price
    let before = invoices[cells[0]]
    invoices[cells[0]] = (
      Int(customer), max(before?.day ?? day, day), (before?.netMicros ?? 0) + Int64(count) * price
    )
  }

  /// By customer's number. An invoice is one purchase.
  var histories: [PurchaseHistory] {
    Dictionary(grouping: invoices.values, by: \.customer).sorted { $0.key < $1.key }.map { customer, invoices in
      PurchaseHistory(
        customerID: customer, email: "",
        purchases: invoices.map {
          PurchaseHistory.Purchase(day: $0.day, netMicros: $0.netMicros, isDiscounted: false, products: 1)
        })
    }
  }

  var invoiceCount: Int { invoices.count }

  static func micros(_ cell: String) throws -> Int64 {
    try LabReference.found(AmountText(cell, format: .plain)?.micros, "an amount")
  }
}
