/// Lays records whose fields carry their own names out by one header, so that each column has its place; a field that
/// a record lacks is empty.
final class NamedRecords {
  private let header: Header
  private var places: [String: Int] = [:]
  private let cells = CellBuffer()
  private var order: [Int?]

  init(_ header: Header) {
    self.header = header
    order = []
    for (index, name) in header.names.enumerated() where places[name] == nil { places[name] = index }
  }

  /// Valid as long as the record, and until the next one is laid out.
  func laidOut(_ record: RawRecord) -> RawRecord {
    order = [Int?](repeating: nil, count: header.count)
    for (index, name) in Header(record.cells.names).names.enumerated() {
      if let place = places[name], order[place] == nil { order[place] = index }
    }
    cells.reset()
    for index in order {
      cells.append(record[index])
      cells.closeCell()
    }
    return RawRecord(line: record.line, cells: cells, flaw: record.flaw)
  }
}
