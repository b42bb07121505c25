import Glibc

/// What one column's last cell came to: most exports name the same campaign, day or kind in many rows that follow each
/// other.
struct CellMemo<Value: Sendable>: Sendable {
  private var cell: [UInt8] = []
  private var value: Value?

  /// Nil where `cell` is another than the last one.
  func value(of cell: UnsafeBufferPointer<UInt8>) -> Value? {
    guard let value, self.cell.count == cell.count else { return nil }
    let isSame = self.cell.withUnsafeBytes { own in
      guard let left = own.baseAddress, let right = cell.baseAddress else { return cell.isEmpty }
      return memcmp(left, right, cell.count) == 0
    }
    return isSame ? value : nil
  }

  mutating func keep(_ value: Value, of cell: UnsafeBufferPointer<UInt8>) {
    self.cell.removeAll(keepingCapacity: true)
    self.cell.append(contentsOf: cell)
    self.value = value
  }
}
