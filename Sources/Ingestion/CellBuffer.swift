/// The cells of the record in hand, in memory that is used again for the next one, or where they lie.
final class CellBuffer {
  private(set) var count = 0
  private(set) var byteCount = 0
  /// For records whose fields carry their own names.
  var names: [String] = []
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 12
  /// Where the cells lie: `bytes`, or somebody else's memory.
  private var base: UnsafePointer<UInt8>
  /// Bytes from the end of one cell to the start of the next.
  private var gap = 0
  private var ends: UnsafeMutablePointer<Int>
  private var endsCapacity = 1 << 6
  /// Columns of typed numbers in this record, ascending.
  private var numbers: [Int] = []
  /// Columns of typed dates, likewise.
  private var dates: [Int] = []

  init() {
    bytes = .allocate(capacity: capacity)
    base = UnsafePointer(bytes)
    ends = .allocate(capacity: endsCapacity)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
  }

  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < count, "a cell of the record")
    let start = index == 0 ? 0 : ends[index - 1] + gap
    return UnsafeBufferPointer(start: base + start, count: ends[index] - start)
  }

  /// Of all cells, by the rounds of MurmurHash3's finaliser: the same for the same cells, wherever they lie.
  var digest: UInt64 {
    var state = CellBuffer.noCells
    var start = 0
    for index in 0..<count {
      let end = ends[index]
      state = CellBuffer.digest(UnsafeBufferPointer(start: base + start, count: end - start), after: state)
      start = end + gap
    }
    return state
  }

  /// Gives the cells in their order.
  @inline(__always)
  func forEach(_ take: (_ column: Int, _ cell: UnsafeBufferPointer<UInt8>) -> Void) {
    let (base, ends, gap) = (self.base, self.ends, self.gap)
    var start = 0
    for column in 0..<count {
      let end = ends[column]
      take(column, UnsafeBufferPointer(start: base + start, count: end - start))
      start = end + gap
    }
  }

  /// The digest before the first cell.
  static let noCells: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Of one more cell; `state` is the digest of those before it.
  @inline(__always)
  static func digest(_ cell: UnsafeBufferPointer<UInt8>, after state: UInt64) -> UInt64 {
    var mix = mixed(state ^ UInt64(cell.count))
    guard let start = cell.baseAddress else { return mixed(mix) }
    let raw = UnsafeRawPointer(start)
    var place = 0
    while place + 8 < cell.count {
      mix = mixed(mix ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    return mixed(mix ^ word(raw, from: place, to: cell.count))
  }

  /// Up to eight bytes in one word; those in the middle may be in it twice.
  private static func word(_ raw: UnsafeRawPointer, from start: Int, to end: Int) -> UInt64 {
    func half(_ place: Int) -> UInt64 { UInt64(raw.loadUnaligned(fromByteOffset: place, as: UInt32.self)) }
    func byte(_ place: Int) -> UInt64 { UInt64(raw.load(fromByteOffset: place, as: UInt8.self)) }
    let count = end - start
    if count >= 4 { return half(start) << 32 | half(end - 4) }
    return count == 0 ? 0 : byte(start) << 16 | byte(start + count / 2) << 8 | byte(end - 1)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value ^ value >> 33
    value = value &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    return value &* 0xC4CE_B9FE_1A85_EC53
  }

  /// Bytes of the cell that is not closed yet.
  var openBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + openStart, count: byteCount - openStart)
  }

  func reset() {
    count = 0
    byteCount = 0
    base = UnsafePointer(bytes)
    gap = 0
    names = []
    numbers.removeAll(keepingCapacity: true)
    dates.removeAll(keepingCapacity: true)
  }

  /// Makes the cells of `line` those of the record, where they lie: they are good as long as that memory is. `readable`:
  /// bytes from the line's start on that may be looked at.
  func lend(_ line: UnsafeBufferPointer<UInt8>, delimiter: UInt8, readable: Int) {
    reset()
    guard let start = line.baseAddress else { return endCell() }
    base = start
    gap = 1
    let raw = UnsafeRawPointer(start)
    let wanted = ByteWord.each(delimiter)
    var index = 0
    while index < line.count, index + 8 <= readable {
      var found = ByteWord.zeros(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted)
      while found != 0 {
        let place = index + found.trailingZeroBitCount / 8
        guard place < line.count else { break }
        byteCount = place
        endCell()
        found &= found - 1
      }
      index += 8
    }
    while index < line.count {
      if line[index] == delimiter {
        byteCount = index
        endCell()
      }
      index += 1
    }
    byteCount = line.count
    endCell()
  }

  /// Says of the cell closed last that it is a number by its type.
  func markNumber() { numbers.append(count - 1) }

  func isNumber(_ column: Int) -> Bool { !numbers.isEmpty && numbers.contains(column) }

  /// Says of the cell closed last that it is a date by its type.
  func markDate() { dates.append(count - 1) }

  func isDate(_ column: Int) -> Bool { !dates.isEmpty && dates.contains(column) }

  func append(_ run: UnsafeBufferPointer<UInt8>) {
    guard let start = run.baseAddress else { return }
    reserve(run.count)
    (bytes + byteCount).update(from: start, count: run.count)
    byteCount += run.count
  }

  func append(_ byte: UInt8) {
    reserve(1)
    bytes[byteCount] = byte
    byteCount += 1
  }

  func dropOpenBytes() { byteCount = openStart }

  /// A cell that holds a formula of nothing but a text, `="0123"`, by which exports keep a spreadsheet's hands off, is
  /// that text.
  func closeCell() {
    let start = openStart
    if byteCount > start + 2, bytes[start] == UInt8(ascii: "=") { takeFormulaText(from: start) }
    endCell()
  }

  private func endCell() {
    if count == endsCapacity { growEnds() }
    ends[count] = byteCount
    count += 1
  }

  private func takeFormulaText(from start: Int) {
    guard let text = FormulaText.of(openBytes) else { return }
    for (offset, byte) in text.enumerated() { bytes[start + offset] = byte }
    byteCount = start + text.count
  }

  private var openStart: Int { count == 0 ? 0 : ends[count - 1] }

  private func growEnds() {
    let grown = UnsafeMutablePointer<Int>.allocate(capacity: endsCapacity * 2)
    grown.update(from: ends, count: endsCapacity)
    ends.deallocate()
    ends = grown
    endsCapacity *= 2
  }

  private func reserve(_ more: Int) {
    guard byteCount + more > capacity else { return }
    let next = max(capacity * 2, byteCount + more)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: next)
    grown.update(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = grown
    base = UnsafePointer(grown)
    capacity = next
  }
}
