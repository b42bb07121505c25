import Glibc

/// Bytes of another encoding into UTF-8.
protocol ChunkDecoder: AnyObject {
  var output: UnsafeBufferPointer<UInt8> { get }
  /// Decodes as many whole characters as there are. `failure` is the index of bytes that are none.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (taken: Int, failure: Int?)
}

/// UTF-8 that grows from the front of a buffer of fixed size.
private struct ScalarWriter {
  let buffer: UnsafeMutableBufferPointer<UInt8>
  var count = 0

  var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

  @inline(__always)
  mutating func append(_ value: UInt32) {
    switch value {
    case 0..<0x80:
      buffer[count] = UInt8(value)
      count += 1
    case 0x80..<0x800:
      buffer[count] = UInt8(0xC0 | value >> 6)
      buffer[count + 1] = UInt8(0x80 | value & 0x3F)
      count += 2
    case 0x800..<0x10000:
      buffer[count] = UInt8(0xE0 | value >> 12)
      buffer[count + 1] = UInt8(0x80 | value >> 6 & 0x3F)
      buffer[count + 2] = UInt8(0x80 | value & 0x3F)
      count += 3
    default:
      buffer[count] = UInt8(0xF0 | value >> 18)
      buffer[count + 1] = UInt8(0x80 | value >> 12 & 0x3F)
      buffer[count + 2] = UInt8(0x80 | value >> 6 & 0x3F)
      buffer[count + 3] = UInt8(0x80 | value & 0x3F)
      count += 4
    }
  }
}

final class UTF16Decoder: ChunkDecoder {
  private let isBigEndian: Bool
  private var writer: ScalarWriter

  init(isBigEndian: Bool, capacity: Int) {
    self.isBigEndian = isBigEndian
    writer = ScalarWriter(buffer: .allocate(capacity: capacity))
  }

  deinit { writer.buffer.deallocate() }

  var output: UnsafeBufferPointer<UInt8> { writer.written }

  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (taken: Int, failure: Int?) {
    writer.count = 0
    var index = 0
    while index + 1 < bytes.count {
      let unit = unit(bytes, index)
      if unit & 0xF800 != 0xD800 {
        // The mark is no text wherever the first bytes of a file without a stated order put it.
        writer.append(unit)
        index += 2
        continue
      }
      guard unit < 0xDC00 else { return (index, index) }
      guard index + 3 < bytes.count else { break }
      let low = self.unit(bytes, index + 2)
      guard low & 0xFC00 == 0xDC00 else { return (index, index) }
      writer.append(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
      index += 4
    }
    return (index, nil)
  }

  @inline(__always)
  private func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    isBigEndian
      ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1]) : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
  }
}

final class UTF32Decoder: ChunkDecoder {
  private let isBigEndian: Bool
  private var writer: ScalarWriter

  init(isBigEndian: Bool, capacity: Int) {
    self.isBigEndian = isBigEndian
    writer = ScalarWriter(buffer: .allocate(capacity: capacity))
  }

  deinit { writer.buffer.deallocate() }

  var output: UnsafeBufferPointer<UInt8> { writer.written }

  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (taken: Int, failure: Int?) {
    writer.count = 0
    var index = 0
    while index + 3 < bytes.count {
      let four = (0..<4).map { UInt32(bytes[index + (isBigEndian ? $0 : 3 - $0)]) }
      let value = four.reduce(0) { $0 << 8 | $1 }
      guard value <= 0x10FFFF, value & 0xFFFF_F800 != 0xD800 else { return (index, index) }
      writer.append(value)
      index += 4
    }
    return (index, nil)
  }
}

final class CodePageDecoder: ChunkDecoder {
  private let converter: iconv_t
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// Nil when the system does not know the code page.
  init?(page: String, capacity: Int) {
    guard let converter = iconv_open("UTF-8", page), Int(bitPattern: converter) != -1 else { return nil }
    self.converter = converter
    buffer = .allocate(capacity: capacity)
  }

  deinit {
    iconv_close(converter)
    buffer.deallocate()
  }

  var output: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (taken: Int, failure: Int?) {
    // iconv asks for a mutable pointer and never writes through it.
    var input = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var inputLeft = bytes.count
    var output = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var outputLeft = buffer.count
    let result = iconv(converter, &input, &inputLeft, &output, &outputLeft)
    count = buffer.count - outputLeft
    let taken = bytes.count - inputLeft
    return (taken, result == -1 && errno == EILSEQ ? taken : nil)
  }
}
