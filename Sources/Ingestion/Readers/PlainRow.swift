/// A row whose cells are spans of the file's own bytes, valid only while its receiver has it in hand.
package struct PlainRow {
  let cells: [LooseCell]
  let bytes: UnsafeBufferPointer<UInt8>

  package var count: Int { cells.count }

  /// UTF-8.
  package subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[cells[column].start..<cells[column].end])
  }

  package var texts: [String] { cells.indices.map { String(decoding: self[$0], as: UTF8.self) } }
}
