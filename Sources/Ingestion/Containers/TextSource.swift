/// A file's text as verified UTF-8, piece by piece. No replacement character is ever put in: what does not decode
/// stops the file with its line and byte.
final class TextSource {
  /// Valid until the next `advance`.
  private(set) var chunk = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private let source: any ByteSource
  private let name: String
  private let encoding: TextEncoding
  private let hadMark: Bool
  private var skip: Int
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var held = 0
  private var offset = 0
  private var line = 1
  private var decoder: (any ChunkDecoder)?

  init(_ source: any ByteSource, name: String, encoding: TextEncoding, markLength: Int, bufferBytes: Int = 1 << 18)
    throws(IngestionError)
  {
    self.source = source
    self.name = name
    self.encoding = encoding
    skip = markLength
    hadMark = markLength > 0
    input = .allocate(capacity: bufferBytes)
    switch encoding {
    case .utf8: decoder = nil
    case .utf16(let isBigEndian): decoder = UTF16Decoder(isBigEndian: isBigEndian, capacity: bufferBytes * 2)
    case .utf32(let isBigEndian): decoder = UTF32Decoder(isBigEndian: isBigEndian, capacity: bufferBytes * 2)
    case .codePage(let page):
      guard let converter = CodePageDecoder(page: page, capacity: bufferBytes * 4) else {
        throw .unopenable(file: name, reason: "this system cannot decode \(page)")
      }
      decoder = converter
    }
  }

  deinit { input.deallocate() }

  /// The next piece; false at the end.
  func advance() throws(IngestionError) -> Bool {
    if decoder == nil, held > 0 {
      // The rest of a character that the last piece cut.
      let rest = input.count - held
      for index in 0..<held { input[index] = input[rest + index] }
    }
    var count = held
    while count < input.count {
      let got = try source.read(into: UnsafeMutableBufferPointer(rebasing: input[count...]))
      if got == 0 { break }
      count += got
    }
    let isLast = count < input.count
    let start = min(skip, count)
    skip = 0
    let bytes = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(input)[start..<count])
    offset += start
    guard !bytes.isEmpty else { return false }
    if let decoder {
      let (taken, failure) = decoder.decode(bytes)
      chunk = decoder.output
      if let failure { throw damage(at: failure) }
      guard taken == bytes.count || !isLast else {
        countLines(chunk)
        throw .cutText(file: name, encoding: "\(encoding)", line: line)
      }
      held = bytes.count - taken
      for index in 0..<held { input[index] = bytes[taken + index] }
      offset += taken
    } else {
      let valid = UTF8Check.validPrefix(bytes)
      let rest = bytes.count - valid
      guard rest == 0 || (!isLast && rest < 4 && UTF8Check.isCut(UnsafeBufferPointer(rebasing: bytes[valid...]))) else {
        throw damage(at: valid, in: bytes)
      }
      chunk = UnsafeBufferPointer(rebasing: bytes[..<valid])
      held = rest
      offset += valid
    }
    countLines(chunk)
    return true
  }

  private func damage(at index: Int, in bytes: UnsafeBufferPointer<UInt8>? = nil) -> IngestionError {
    if let bytes { countLines(UnsafeBufferPointer(rebasing: bytes[..<index])) } else { countLines(chunk) }
    if encoding == .utf8, !hadMark { return .undecodable(file: name, line: line, byte: offset + index) }
    return .invalidText(file: name, encoding: "\(encoding)", line: line, byte: offset + index)
  }

  private func countLines(_ bytes: UnsafeBufferPointer<UInt8>) {
    line += ByteWord.count(UInt8(ascii: "\n"), in: bytes)
  }
}
