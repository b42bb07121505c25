import Glibc

/// An access log into records of the columns of `LogColumn` and the whole line behind them, in one pass and constant memory.
///
/// Bytes are taken as they are: addresses that strangers asked for are in any encoding or none. Lines that begin with
/// "#" and empty ones are no records. A line that is not of the layout, such as a last one that was cut, comes with a
/// flaw.
final class LogReader {
  private(set) var record: RawRecord
  private let source: any ByteSource
  private let name: String
  private let layout: LogLayout
  private let limits: Limits
  private let cells = CellBuffer()
  private var parser = LogLine()
  private var memory: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var line = 0
  private var isAtEnd = false

  init(_ source: any ByteSource, name: String, layout: LogLayout, limits: Limits) {
    self.source = source
    self.name = name
    self.layout = layout
    self.limits = limits
    record = RawRecord(line: 0, cells: cells, flaw: nil)
    memory = .allocate(capacity: 1 << 18)
  }

  deinit { memory.deallocate() }

  /// Reads the next record into `record`; false at the end.
  func next() throws(IngestionError) -> Bool {
    while var text = try nextLine() {
      line += 1
      if line == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = UnsafeBufferPointer(rebasing: text[3...]) }
      guard let first = text.first(where: { $0 > 0x20 || $0 == 0 }) else { continue }
      if first == UInt8(ascii: "#") {
        parser.note(text)
        continue
      }
      var flaw: RecordFlaw?
      if text.contains(0) {
        cells.reset()
        flaw = .zeroByte
      } else if !parser.parse(text, layout, into: cells) {
        cells.reset()
        flaw = .noLogLine
      } else {
        // What no column holds, bytes and numbers of requests, tells lines apart too.
        cells.append(text.last == UInt8(ascii: "\r") ? UnsafeBufferPointer(rebasing: text.dropLast()) : text)
        cells.closeCell()
      }
      record = RawRecord(line: line, cells: cells, flaw: flaw)
      return true
    }
    return false
  }

  /// Valid until the next call.
  private func nextLine() throws(IngestionError) -> UnsafeBufferPointer<UInt8>? {
    var searched = start
    while true {
      if let found = newline(from: searched) {
        let text = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(memory)[start..<found])
        start = found + 1
        return text
      }
      if isAtEnd {
        guard start < end else { return nil }
        let text = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(memory)[start..<end])
        start = end
        return text
      }
      searched = end - start
      try fill()
    }
  }

  private func newline(from index: Int) -> Int? {
    guard index < end, let base = memory.baseAddress, let found = memchr(base + index, 0x0A, end - index) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func fill() throws(IngestionError) {
    let held = end - start
    guard held <= limits.recordBytes else {
      throw .beyondLimit(
        file: name, found: "a line of more than \(limits.recordBytes >> 20) MB after line \(line)",
        limit: "\(limits.recordBytes >> 20) MB")
    }
    if held * 2 > memory.count {
      let grown = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: memory.count * 2)
      _ = grown.update(fromContentsOf: memory[start..<end])
      memory.deallocate()
      memory = grown
    } else if start > 0, let base = memory.baseAddress {
      base.update(from: base + start, count: held)
    }
    start = 0
    end = held
    let count = try source.read(into: UnsafeMutableBufferPointer(rebasing: memory[end...]))
    end += count
    isAtEnd = count == 0
  }
}
