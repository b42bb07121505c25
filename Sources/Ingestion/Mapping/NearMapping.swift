/// A mapping that would read a table if it did not lack a column or two: most likely their names are misspelt.
struct NearMapping {
  let mapping: TableMapping
  let absent: [TableField]

  /// Nil where the header has less than half of the mapping's columns, or fewer than two: one name, such as a day's,
  /// may be in any table.
  init?(_ header: Header, mapping: TableMapping) {
    let absent = mapping.absent(from: header)
    let found = mapping.fields.count - absent.count
    guard !absent.isEmpty, found >= 2, found >= absent.count else { return nil }
    self.mapping = mapping
    self.absent = absent
  }

  /// The one with the largest share of its columns in one of the headers, of equals the one with more of them.
  static func best(_ headers: @autoclosure () -> [Header], _ mappings: [TableMapping]) -> NearMapping? {
    guard !mappings.isEmpty else { return nil }
    return headers().flatMap { header in mappings.compactMap { NearMapping(header, mapping: $0) } }
      .max { $0.fit < $1.fit }
  }

  private var fit: MappedColumns.Fit {
    MappedColumns.Fit(found: mapping.fields.count - absent.count, missing: absent.count)
  }
}
