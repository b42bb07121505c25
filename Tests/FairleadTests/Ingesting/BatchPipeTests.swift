import Foundation
import Ingestion
import Testing
import Vocabulary

@testable import fairlead

struct BatchPipeTests {
  private struct Fault: Error, Equatable { var number: Int }

  private static func batch(_ rows: Int) -> CanonicalBatch {
    var batch = CanonicalBatch()
    batch.rowsRead = rows
    return batch
  }

  private static let file = SourceFile(
    name: "a", digest: "d", byteCount: 1, format: "F", isVerified: true, encoding: "UTF-8")

  @Test func everyBatchComesOutOnceAndInOrder() throws {
    var seen: [Int] = []
    let summary = try BatchPipe.run(
      { put in
        for number in 0..<500 { try put(Self.batch(number)) }
        return ReadSummary(sourceFile: Self.file)
      }, { seen.append($0.rowsRead) })
    #expect(seen == Array(0..<500))
    #expect(summary.sourceFile.name == "a")
  }

  @Test func whatTheReaderThrowsComesOutAfterItsBatches() {
    var seen: [Int] = []
    #expect(throws: Fault(number: 1)) {
      try BatchPipe.run(
        { put in
          try put(Self.batch(7))
          throw Fault(number: 1)
        }, { seen.append($0.rowsRead) })
    }
    #expect(seen == [7])
  }

  /// The reader is stopped while it waits for room, and has ended when the error comes out.
  @Test func whatTheStoreThrowsStopsTheReader() {
    let ended = NSLock()
    nonisolated(unsafe) var isEnded = false
    #expect(throws: Fault(number: 2)) {
      try BatchPipe.run(
        { put in
          defer { ended.withLock { isEnded = true } }
          for number in 0..<100_000 { try put(Self.batch(number)) }
          return ReadSummary(sourceFile: Self.file)
        },
        { batch in
          if batch.rowsRead == 3 { throw Fault(number: 2) }
        })
    }
    #expect(ended.withLock { isEnded })
  }
}
