@testable import Ingestion

/// SplitMix64 (Steele, Lea and Flood 2014), so that a failing case can be made again from its seed.
struct CaseGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func chance(_ outOf: Int) -> Bool { below(outOf) == 0 }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  mutating func text(_ alphabet: [String], upTo length: Int) -> String {
    (0..<below(length + 1)).map { _ in pick(alphabet) }.joined()
  }
}

/// The ways in which one text comes as bytes.
struct WrittenText {
  let bytes: [UInt8]
  let encoding: TextEncoding
  let markLength: Int
  /// As small as a reader must bear, so that every seam is met.
  let chunkBytes: Int

  init(_ text: String, _ generator: inout CaseGenerator) {
    chunkBytes = 8 + generator.below(120)
    let isBig = generator.chance(2)
    switch generator.below(4) {
    case 0:
      (bytes, encoding, markLength) = (Array(text.utf8), .utf8, 0)
    case 1:
      (bytes, encoding, markLength) = ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8, 3)
    case 2:
      let units = [0xFEFF] + Array(text.utf16)
      bytes = units.flatMap { unit in
        isBig ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
      (encoding, markLength) = (.utf16(isBigEndian: isBig), 2)
    default:
      let scalars = [0xFEFF] + text.unicodeScalars.map(\.value)
      bytes = scalars.flatMap { scalar in
        let four = [24, 16, 8, 0].map { UInt8(scalar >> $0 & 255) }
        return isBig ? four : four.reversed()
      }
      (encoding, markLength) = (.utf32(isBigEndian: isBig), 4)
    }
  }

  func source() throws -> TextSource {
    // What the bytes show is what they were written as.
    let found = bytes.withUnsafeBufferPointer { TextEncoding.of($0) }
    precondition(found.encoding == encoding && found.markLength == markLength)
    return try TextSource(
      MemoryBytes(bytes), name: "case", encoding: encoding, markLength: markLength, bufferBytes: chunkBytes)
  }
}

/// Bytes that come a few at a time.
final class TricklingBytes: ByteSource {
  private let bytes: [UInt8]
  private let step: Int
  private var position = 0

  init(_ bytes: [UInt8], step: Int) {
    self.bytes = bytes
    self.step = step
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(IngestionError) -> Int {
    let count = min(step, buffer.count, bytes.count - position)
    for index in 0..<count { buffer[index] = bytes[position + index] }
    position += count
    return count
  }
}
