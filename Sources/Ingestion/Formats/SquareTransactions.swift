import Vocabulary

/// Square, Transactions, Export CSV: one sale or refund a record. No real file stands behind it yet.
///
/// Square takes a refund of a mere amount off what was collected and leaves net sales as they were; here it lessens both.
/// The zone is a name for people ("Eastern Time (US & Canada)"), so that no instant is known.
struct SquareTransactions: SourceFormat {
  static let title = "Square transactions"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case day, time, zone, gross, discount, net, tax, tip, partialRefund, total, transactionID, paymentID, kind, place
    case customerID
  }

  private static let names: [Field: [String]] = [
    .day: ["date"], .time: ["time"], .zone: ["time zone"], .gross: ["gross sales"], .discount: ["discounts"],
    .net: ["net sales"], .tax: ["tax"], .tip: ["tip", "tips"],
    .partialRefund: ["partial refunds by amount", "partial refunds"],
    .total: ["total collected"], .transactionID: ["transaction id"], .paymentID: ["payment id"],
    .kind: ["event type"], .place: ["location"], .customerID: ["customer id"],
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var day: DateColumn
  private var currency: CurrencyColumn

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: SquareTransactions.names)
    guard map.has(.gross), map.has(.net), map.has(.total), map.has(.zone), map.has(.transactionID),
      let day = DateColumn(map[.day], name: map.name(.day))
    else { return nil }
    self.map = map
    self.day = day
    currency = CurrencyColumn(nil, name: "")
    numbers = NumberColumns(
      map, amounts: [.gross, .discount, .net, .tax, .tip, .partialRefund, .total], whole: [])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    day.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: nil)
    try day.settle(options, file: file)
    currency.settle(declared: options.currency)
    var findings = Findings(map, knownBy: [.gross, .total, .transactionID], options)
    findings.currency = currency.ofFile
    findings.window = day.window
    findings.metrics = [.sales, .revenue]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let id = try IdentifierCell.required(record, map[.transactionID], name: map.name(.transactionID))
    let paymentID = try IdentifierCell.text(record, map[.paymentID], name: map.name(.paymentID))
    let isRefund = record.text(map[.kind]).lowercased() == "refund"
    var sale = OfflineSale(
      origin: RecordOrigin(counted: record), platform: "Square", place: record.text(map[.place]),
      window: DateWindow(day: try day.required(record).day))
    // A refund may carry the number of the sale that it undoes.
    sale.saleID = isRefund ? "refund \(paymentID.isEmpty ? id : paymentID)" : id
    let gross = try numbers.amount(.gross, record)
    let net = try numbers.amount(.net, record)
    let total = try numbers.amount(.total, record)
    let partial = try numbers.micros(.partialRefund, record).map { Int64($0.magnitude) } ?? 0
    sale.netMicros = net.map { $0.micros - partial }
    if isRefund {
      sale.transactions = 0
      sale.refundMicros = net.map { Int64($0.micros.magnitude) }
    } else {
      sale.transactions = 1
      sale.grossMicros = gross?.micros
      sale.discountMicros = try numbers.micros(.discount, record).map { Int64($0.magnitude) }
      sale.refundMicros = map.has(.partialRefund) ? partial : nil
    }
    sale.taxMicros = try numbers.micros(.tax, record)
    sale.tipMicros = try numbers.micros(.tip, record)
    sale.totalMicros = total?.micros
    sale.currency = try currency.currency(record, of: [gross, net, total], name: map.name(.total))
    sale.customerID = try IdentifierCell.text(record, map[.customerID], name: map.name(.customerID))
    batch.offlineSales.append(sale)
  }
}
