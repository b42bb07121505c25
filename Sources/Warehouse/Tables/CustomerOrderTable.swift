import GRDB
import Vocabulary

/// Orders in their latest known state.
final class CustomerOrderTable {
  static let table = FactTable(
    name: "customerOrder", dimensions: ["system", "orderID"],
    measures: [
      "orderName", "email", "day", "instant", "currency", "subtotalMicros", "shippingMicros", "taxMicros",
      "totalMicros", "discountMicros", "refundedMicros", "financialStatus", "isCancelled", "country", "discountCode",
    ],
    acceptsSeveralPerKey: false)

  private let labels: TextDictionary<String>
  private let emails: TextDictionary<String>
  private let systems: TextDictionary<SourceSystem>

  init(labels: TextDictionary<String>, emails: TextDictionary<String>, systems: TextDictionary<SourceSystem>) {
    self.labels = labels
    self.emails = emails
    self.systems = systems
  }

  func row(_ record: CustomerOrder) throws -> FactRow {
    let system = try systems.id(of: SourceSystem(platform: record.platform, name: record.shop))
    let measures: [Int64?] = [
      try labels.id(ofMeasure: record.orderName), try record.email.map { try emails.id(of: $0.normalized) },
      Int64(record.day.number), record.instant, try record.currency.map { try labels.id(of: $0.code) },
      record.subtotalMicros, record.shippingMicros, record.taxMicros, record.totalMicros, record.discountMicros,
      record.refundedMicros, try labels.id(ofMeasure: record.financialStatus.lowercased()),
      record.isCancelled ? 1 : 0, try labels.id(ofMeasure: record.country),
      try labels.id(ofMeasure: record.discountCode),
    ]
    return FactRow(
      dimensions: [system, try labels.id(of: record.orderID)], measures: measures, line: record.origin.line,
      section: record.origin.section)
  }
}
