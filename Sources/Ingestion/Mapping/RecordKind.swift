/// The kinds of table that a mapping can describe, by the name that mapping files use; one line each.
package enum RecordKind: String, Sendable, CaseIterable {
  case adPerformance, webTraffic, orders, contacts

  var type: any MappedKind.Type {
    switch self {
    case .adPerformance: AdPerformanceMapping.self
    case .webTraffic: WebTrafficMapping.self
    case .orders: OrderMapping.self
    case .contacts: ContactMapping.self
    }
  }

  /// As a sentence for people calls its rows.
  package var title: String { type.title }
  /// The fields that its records have, in the order in which a person would name them.
  package var fields: [KindField] { type.fields }
  /// Of each group at least one field has a column or a constant.
  package var needs: [[TableField]] { type.needs }

  package func field(_ field: TableField) -> KindField? { fields.first { $0.field == field } }
}
