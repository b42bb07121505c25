/// How a text file's bytes stand for characters.
enum TextEncoding: Hashable, CustomStringConvertible {
  case utf8
  case utf16(isBigEndian: Bool)
  case utf32(isBigEndian: Bool)
  /// A code page by iconv’s name: because the user has declared a locale, or because an HTML page names it.
  case codePage(String)

  /// From a byte order mark, or from the zero bytes that Latin text leaves in UTF-16; else UTF-8, which is verified
  /// while reading. `markLength` bytes are no text.
  static func of(_ prefix: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, markLength: Int) {
    let first = Array(prefix.prefix(4))
    if first == [0xFF, 0xFE, 0, 0] { return (.utf32(isBigEndian: false), 4) }
    if first == [0, 0, 0xFE, 0xFF] { return (.utf32(isBigEndian: true), 4) }
    if first.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
    if first.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
    if first.starts(with: [0xEF, 0xBB, 0xBF]) {
      // Some tools write the mark twice.
      let isDouble = prefix.count >= 6 && prefix[3] == 0xEF && prefix[4] == 0xBB && prefix[5] == 0xBF
      return (.utf8, isDouble ? 6 : 3)
    }
    let sample = prefix.prefix(4_096)
    var evenZeros = 0
    var oddZeros = 0
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { evenZeros += 1 } else { oddZeros += 1 }
    }
    let half = sample.count / 2
    if half >= 2, oddZeros * 10 >= half * 4, evenZeros * 20 < half { return (.utf16(isBigEndian: false), 0) }
    if half >= 2, evenZeros * 10 >= half * 4, oddZeros * 20 < half { return (.utf16(isBigEndian: true), 0) }
    return (.utf8, 0)
  }

  var description: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16(let isBigEndian): isBigEndian ? "UTF-16BE" : "UTF-16LE"
    case .utf32(let isBigEndian): isBigEndian ? "UTF-32BE" : "UTF-32LE"
    case .codePage(let name): name.hasPrefix("CP125") ? "windows-" + name.dropFirst(2) : name
    }
  }
}
