/// A row whose cells are spans of its reader's memory, valid only while its receiver has it in hand.
package struct CellRow {
  /// UTF-8, whatever it holds.
  package var cells: [UnsafeBufferPointer<UInt8>]

  package var texts: [String] { cells.map { String(decoding: $0, as: UTF8.self) } }
}
