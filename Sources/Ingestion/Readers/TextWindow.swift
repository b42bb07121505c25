/// The next part of a text in one piece, so that what follows can be looked at before it is taken. Its memory is that of
/// the largest part asked for.
final class TextWindow {
  private let text: TextSource
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 19
  private var start = 0
  private var end = 0
  private(set) var isAtEnd = false

  init(_ text: TextSource) {
    self.text = text
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// Valid until the next `fill`.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory + start, count: end - start) }

  /// Makes `bytes` at least so long, unless the text ends before.
  func fill(_ wanted: Int) throws(IngestionError) {
    while end - start < wanted, !isAtEnd {
      guard try text.advance() else {
        isAtEnd = true
        return
      }
      append(text.chunk)
    }
  }

  func take(_ count: Int) { start += count }

  private func append(_ chunk: UnsafeBufferPointer<UInt8>) {
    guard let source = chunk.baseAddress else { return }
    let held = end - start
    if end + chunk.count > capacity {
      let needed = held + chunk.count
      let target = needed > capacity ? UnsafeMutablePointer<UInt8>.allocate(capacity: needed * 5 / 4) : memory
      target.update(from: memory + start, count: held)
      if needed > capacity {
        memory.deallocate()
        memory = target
        capacity = needed * 5 / 4
      }
      start = 0
      end = held
    }
    (memory + end).update(from: source, count: chunk.count)
    end += chunk.count
  }
}
