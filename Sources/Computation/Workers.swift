import Dispatch

/// How many threads may work at once. Work is cut into chunks whose bounds depend on its size alone and the parts
/// come back in order, so a sum over parts has the same bits on one thread or many.
package struct Workers: Sendable, Equatable {
  package let count: Int

  /// Requires `count ≥ 1`.
  package init(count: Int) {
    precondition(count >= 1, "at least one worker")
    self.count = count
  }

  package static let one = Workers(count: 1)

  /// The results of `body` on 0..<total cut into ranges of `size` (the last may be shorter), in order.
  package func map<Part: Sendable>(
    _ total: Int, chunksOf size: Int, _ body: @Sendable (Range<Int>) -> Part
  ) -> [Part] {
    precondition(size > 0, "a chunk holds at least one")
    let chunks = (total + size - 1) / size
    let range = { @Sendable (chunk: Int) in (chunk * size)..<min(total, (chunk + 1) * size) }
    if count == 1 || chunks < 2 { return (0..<chunks).map { body(range($0)) } }
    var parts = [Part?](repeating: nil, count: chunks)
    parts.withUnsafeMutableBufferPointer { buffer in
      // Each chunk is written by exactly one worker and read after all have ended.
      nonisolated(unsafe) let slots = buffer
      let workers = min(count, chunks)
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for chunk in stride(from: worker, to: chunks, by: workers) { slots[chunk] = body(range(chunk)) }
      }
    }
    return parts.compactMap { $0 }
  }
}
