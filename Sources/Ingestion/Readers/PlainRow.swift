/// A row whose cells are spans of the file's own bytes, valid only while its receiver has it in hand.
package struct PlainRow {
  /// UTF-8, without its end. It holds no quotation mark, escape or control character but the delimiter.
  package let line: UnsafeBufferPointer<UInt8>
  /// What parts the cells.
  package let delimiter: UInt8

  package var cells: [UnsafeBufferPointer<UInt8>] {
    line.split(separator: delimiter, omittingEmptySubsequences: false).map { UnsafeBufferPointer(rebasing: $0) }
  }

  package var texts: [String] { cells.map { String(decoding: $0, as: UTF8.self) } }
}
