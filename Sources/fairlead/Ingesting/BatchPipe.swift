import Foundation
import Ingestion
import Vocabulary

/// Carries the batches of one file from the thread that reads to the one that stores, a few at a time.
///
/// Reading is about as much work as storing, so the two together take little longer than the slower of them.
final class BatchPipe: Sendable {
  private static let capacity = 8

  private struct State {
    var batches: [CanonicalBatch] = []
    var result: Result<ReadSummary, any Error>?
    var isAbandoned = false
  }

  private struct Abandoned: Error {}

  /// Read and written under `condition` only.
  private nonisolated(unsafe) var state = State()
  private let condition = NSCondition()

  /// Reads on a thread of its own and hands each batch to `take` on the caller's. Throws what either of them throws; the
  /// reading has ended when it returns.
  static func run(
    _ read: @escaping @Sendable ((CanonicalBatch) throws -> Void) throws -> ReadSummary,
    _ take: (CanonicalBatch) throws -> Void
  ) throws -> ReadSummary {
    let pipe = BatchPipe()
    let thread = Thread { pipe.fill(read) }
    thread.stackSize = 8 << 20
    thread.start()
    do {
      while let batch = pipe.next() { try take(batch) }
    } catch {
      pipe.abandon()
      throw error
    }
    return try pipe.result()
  }

  private func fill(_ read: ((CanonicalBatch) throws -> Void) throws -> ReadSummary) {
    let result = Result { try read { batch in try self.put(batch) } }
    condition.withLock {
      state.result = result
      condition.broadcast()
    }
  }

  private func put(_ batch: CanonicalBatch) throws {
    try condition.withLock {
      while state.batches.count >= BatchPipe.capacity && !state.isAbandoned { condition.wait() }
      guard !state.isAbandoned else { throw Abandoned() }
      state.batches.append(batch)
      condition.broadcast()
    }
  }

  /// Nil when the file has been read, or has failed, and everything before that was handed out.
  private func next() -> CanonicalBatch? {
    condition.withLock {
      while state.batches.isEmpty && state.result == nil { condition.wait() }
      guard !state.batches.isEmpty else { return nil }
      let batch = state.batches.removeFirst()
      condition.broadcast()
      return batch
    }
  }

  private func abandon() {
    condition.withLock {
      state.isAbandoned = true
      state.batches.removeAll()
      condition.broadcast()
      while state.result == nil { condition.wait() }
    }
  }

  private func result() throws -> ReadSummary {
    try condition.withLock {
      guard let result = state.result else { preconditionFailure("nothing is handed out after the end") }
      return try result.get()
    }
  }
}
