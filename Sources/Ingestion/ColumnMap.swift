/// Where a format's fields lie in one header. `names` are the headers by which a field is known, the usual one first.
struct ColumnMap<Field: Hashable & CaseIterable & RawRepresentable & Sendable>: Sendable
where Field.RawValue == String {
  private var columns = CaseSlots<Field, Int>()
  let header: Header

  init(_ header: Header, names: [Field: [String]]) {
    self.header = header
    for field in Field.allCases {
      if let column = header.column(names[field] ?? []) { columns[field] = column }
    }
  }

  subscript(field: Field) -> Int? { columns[field] }

  func has(_ field: Field) -> Bool { columns[field] != nil }

  /// The field's header as the file writes it.
  func name(_ field: Field) -> String { columns[field].map { header.names[$0] } ?? field.rawValue }

  /// Every column of the file with the field that it fills.
  var meanings: [ColumnMeaning] {
    var meanings = header.names.map { ColumnMeaning(header: $0, meaning: nil) }
    for field in Field.allCases {
      if let column = columns[field] { meanings[column].meaning = field.rawValue }
    }
    return meanings
  }
}

/// One column of a recognised file: its header, and what it fills, nil where it is not loaded.
package struct ColumnMeaning: Hashable, Sendable {
  package let header: String
  package var meaning: String?
}
