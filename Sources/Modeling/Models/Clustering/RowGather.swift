/// Rows from here and there, copied side by side before they are worked on: memory gives many at once, but one by one
/// slowly.
struct RowGather<Number> {
  private let source: UnsafePointer<Number>
  private let width: Int
  private let room: UnsafeMutablePointer<Number>

  /// Row-major numbers, and room for as many rows as are asked for at a time.
  init(_ source: UnsafePointer<Number>, width: Int, room: UnsafeMutablePointer<Number>) {
    self.source = source
    self.width = width
    self.room = room
  }

  /// The given rows one after the other. Requires rising numbers, at least one.
  @inline(__always)
  func callAsFunction(_ rows: ArraySlice<Int>) -> UnsafePointer<Number> {
    let first = rows[rows.startIndex]
    if rows[rows.endIndex - 1] - first == rows.count - 1 { return source + first * width }
    var target = room
    for row in rows {
      let start = source + row &* width
      for column in 0..<width { target[column] = start[column] }
      target += width
    }
    return UnsafePointer(room)
  }
}
