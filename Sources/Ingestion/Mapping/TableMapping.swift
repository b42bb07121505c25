import Vocabulary

/// What the columns of one table mean, as its owner wrote it down: with it, a table that no format knows is read.
package struct TableMapping: Hashable, Sendable {
  /// As messages and lineage call it.
  package var name: String
  package var kind: RecordKind
  package var fields: [TableField: FieldMapping] = [:]
  /// What holds for every row. Days are ISO, currencies codes, channels names of `Channel`.
  package var constants: [TableField: String] = [:]
  /// Where a moment is written with an offset, its day is the one in this zone.
  package var timeZone: LocalZone?
  package var locale: String?
  package var dateOrder: DateOrder?
  /// A row whose first filled cell begins with it, whatever the case, is a total and no fact.
  package var totalsLabel: String?
  /// A file of another name is not the mapping's; nil for files of any name.
  package var files: FileNames?
  /// Asked before the built-in formats, not after them.
  package var goesFirst = false

  package init(name: String, kind: RecordKind) {
    self.name = name
    self.kind = kind
  }

  /// What the kind needs and the mapping does not give: each group wants at least one of its fields.
  package var missing: [[TableField]] {
    kind.needs.filter { group in !group.contains { fields[$0] != nil || constants[$0] != nil } }
  }

  /// The fields that it gives a column, none of whose names is in the header.
  func absent(from header: Header) -> [TableField] {
    TableField.allCases.filter { field in
      guard let names = fields[field]?.headers else { return false }
      return !names.contains { header.contains(Header.key($0).key) }
    }
  }

  /// A field's column as its owner finds it in the mapping file: `"Cost" or "Spend" (spend)`.
  func naming(_ field: TableField) -> String {
    let names = fields[field]?.headers ?? []
    return "\(names.map { "\"\($0)\"" }.joined(separator: " or ")) (\(field.rawValue))"
  }
}

/// Where a field's values stand in the table, and what they are counted in.
package struct FieldMapping: Hashable, Sendable {
  /// The column's names, the usual one first; compared without regard to case and blanks.
  package var headers: [String]
  package var unit: FieldUnit?
  /// Whether a table without the column is another table.
  package var isRequired = false

  package init(_ headers: [String], unit: FieldUnit? = nil, isRequired: Bool = false) {
    self.headers = headers
    self.unit = unit
    self.isRequired = isRequired
  }
}
