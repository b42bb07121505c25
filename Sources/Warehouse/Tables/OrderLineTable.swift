import GRDB
import Vocabulary

/// What was bought. Lines of an order count only where they come from the file that its latest state comes from:
/// an order that lost a line in a newer export must not keep it.
final class OrderLineTable {
  static let table = FactTable(
    name: "orderLine", dimensions: ["system", "orderID", "position"],
    measures: ["product", "sku", "quantity", "priceMicros", "discountMicros", "currency"],
    acceptsSeveralPerKey: false)

  private let labels: TextDictionary<String>
  private let systems: TextDictionary<SourceSystem>

  init(labels: TextDictionary<String>, systems: TextDictionary<SourceSystem>) {
    self.labels = labels
    self.systems = systems
  }

  func row(_ record: OrderLine) throws -> FactRow {
    let system = try systems.id(of: SourceSystem(platform: record.platform, name: record.shop))
    return FactRow(
      dimensions: [system, try labels.id(of: record.orderID), Int64(record.position)],
      measures: [
        try labels.id(ofMeasure: record.product), try labels.id(ofMeasure: record.sku), record.quantity,
        record.priceMicros, record.discountMicros, try record.currency.map { try labels.id(of: $0.code) },
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
