import Foundation
import Testing

@testable import Ingestion

/// What was packed comes out again, whatever the pieces in which it was packed and in which it is asked for.
struct PackedPropertyTests {
  private static func low(_ value: UInt32, _ count: Int = 4) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// RFC 1952: a member with any of the optional fields, its body in stored blocks (RFC 1951, section 3.2.4).
  private static func member(_ body: [UInt8], _ generator: inout CaseGenerator) -> [UInt8] {
    let flags = UInt8(generator.below(32))
    var head: [UInt8] = [0x1F, 0x8B, 8, flags, 0, 0, 0, 0, 0, 255]
    if flags & 4 != 0 { head += [3, 0, 7, 0, 9] }
    if flags & 8 != 0 { head += Array("a.csv".utf8) + [0] }
    if flags & 16 != 0 { head += Array("note".utf8) + [0] }
    if flags & 2 != 0 { head += low(StoredZip.crc(head) & 0xFFFF, 2) }
    var blocks: [UInt8] = []
    var rest = body[...]
    repeat {
      let block = rest.prefix(1 + generator.below(40))
      rest = rest.dropFirst(block.count)
      let length = UInt32(block.count)
      blocks += [rest.isEmpty ? 1 : 0] + low(length, 2) + low(~length, 2) + block
    } while !rest.isEmpty
    return head + blocks + low(StoredZip.crc(body)) + low(UInt32(body.count))
  }

  private static func unpacked(_ source: any ByteSource, pieces: Int) throws -> [UInt8] {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieces)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let count = try source.read(into: buffer)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func write(_ bytes: [UInt8], _ sample: Sample) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: sample.path))
  }

  private static func isDamage(_ error: any Error) -> Bool {
    if case .damagedArchive? = error as? IngestionError { return true }
    return false
  }

  @Test func gzip() throws {
    let sample = try Sample("")
    for seed in 0..<10_000 {
      var generator = CaseGenerator(seed: UInt64(seed))
      let bodies = (0...generator.below(3)).map { _ in
        (0..<generator.below(120)).map { _ in UInt8(generator.below(256)) }
      }
      let packed = bodies.flatMap { Self.member($0, &generator) }
      let pieces = 1 + generator.below(60)
      func found(_ bytes: [UInt8]) throws -> [UInt8] {
        try Self.write(bytes, sample)
        let file = try PlainFile(path: sample.path, name: "case")
        return try Self.unpacked(try GzipStream(packed: file, name: "case", limits: .standard), pieces: pieces)
      }
      guard try found(packed) == bodies.flatMap({ $0 }) else {
        Issue.record("seed \(seed): \(bodies.map(\.count)) in pieces of \(pieces)")
        return
      }
      guard seed % 10 == 0 else { continue }
      // A file cut anywhere but between two members, and one with a byte too many, are refused.
      let cut = Array(packed.dropLast(1 + generator.below(8)))
      for damaged in [cut, packed + [UInt8(generator.below(256))]] {
        do {
          Issue.record("seed \(seed): \(try found(damaged).count) bytes of a damaged file")
          return
        } catch { #expect(Self.isDamage(error)) }
      }
    }
  }

  private static func bytes(_ text: String) -> [UInt8] {
    let figures = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: figures.count, by: 2).map { UInt8(figures[$0] << 4 | figures[$0 + 1]) }
  }

  /// Python's bz2.compress of a table and of nothing.
  private static let streams: [(packed: [UInt8], body: [UInt8])] = [
    (
      bytes(
        "425a68313141592653595a01f7a9000009d9800010000679802c2c0820200031434d30004407a99a"
          + "836a4c0505cd49366c3f7c02964be2ee48a70a120b403ef520"), Array("day,clicks\n2026-03-01,17\n".utf8)
    ), (bytes("425a683917724538509000000000"), []),
  ]

  @Test func bzip2() throws {
    let sample = try Sample("")
    func found(_ bytes: [UInt8], pieces: Int) throws -> [UInt8] {
      try Self.write(bytes, sample)
      let file = try PlainFile(path: sample.path, name: "case")
      return try Self.unpacked(BzipStream(packed: file, name: "case", limits: .standard), pieces: pieces)
    }
    for seed in 0..<1_000 {
      var generator = CaseGenerator(seed: UInt64(seed))
      let parts = (0...generator.below(4)).map { _ in generator.pick(Self.streams) }
      let pieces = 1 + generator.below(40)
      let packed = parts.flatMap(\.packed)
      guard try found(packed, pieces: pieces) == parts.flatMap(\.body) else {
        Issue.record("seed \(seed): \(parts.map(\.body.count)) in pieces of \(pieces)")
        return
      }
      for damaged in [Array(packed.dropLast(1 + generator.below(13))), packed + [UInt8(generator.below(256))]] {
        do {
          Issue.record("seed \(seed): \(try found(damaged, pieces: pieces).count) bytes of a damaged file")
          return
        } catch { #expect(Self.isDamage(error)) }
      }
    }
  }
}
