import Vocabulary

/// Bills in their latest known state.
enum InvoiceTable {
  static let table = FactTable(
    name: "invoice", dimensions: ["system", "invoiceID"],
    measures: [
      "day", "customerID", "email", "subscriptionID", "number", "dueDay", "status", "subtotalMicros", "taxMicros",
      "totalMicros", "paidMicros", "currency",
    ],
    acceptsSeveralPerKey: false, states: [["status", "paidMicros"]])

  static func row(_ record: Invoice, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform), try words.id(record.invoiceID)],
      measures: [
        Int64(record.day.number), try words.measure(record.customerID), try words.id(record.email),
        try words.measure(record.subscriptionID), try words.measure(record.number),
        record.dueDay.map { Int64($0.number) }, try words.measure(record.status), record.subtotalMicros,
        record.taxMicros, record.totalMicros, record.paidMicros, try words.id(record.currency),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
