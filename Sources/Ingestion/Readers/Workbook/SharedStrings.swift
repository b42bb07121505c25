import Glibc

/// A workbook's texts, which its cells name by number (ECMA-376 part 1, 18.4): one stretch of memory under a budget.
/// Runs of one text are put together, guides to its pronunciation left out.
final class SharedStrings: MarkupHandler {
  private(set) var failure: IngestionError? { didSet { hasFailed = failure != nil } }
  private(set) var hasFailed = false
  private let name: String
  private let limit: Int
  private var bytes: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private var used = 0
  private var ends: [Int] = []
  private var isInText = false
  private var isInGuide = false

  /// `name`: the file, for errors.
  init(name: String, limits: Limits) {
    self.name = name
    limit = limits.sharedTextBytes
  }

  deinit { free(bytes) }

  var count: Int { ends.count }

  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = index == 0 ? 0 : ends[index - 1]
    return UnsafeBufferPointer(start: bytes.map { $0 + start }, count: ends[index] - start)
  }

  func open(_ element: ElementName, _ attributes: MarkupAttributes) {
    switch element {
    case "t": isInText = !isInGuide
    case "rPh": isInGuide = true
    default: break
    }
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard isInText, let start = text.baseAddress, fits(text.count) else { return }
    if used + text.count > capacity {
      capacity = max(capacity * 2, used + text.count, 1 << 16)
      // The system moves pages instead of copying them, so that memory never holds the texts twice.
      bytes = realloc(bytes, capacity)?.assumingMemoryBound(to: UInt8.self)
    }
    bytes.map { $0 + used }?.update(from: start, count: text.count)
    used += text.count
  }

  func close(_ element: ElementName) {
    switch element {
    case "t": isInText = false
    case "rPh": isInGuide = false
    case "si":
      guard fits(0) else { return }
      unescape()
      ends.append(used)
    default: break
    }
  }

  private func fits(_ more: Int) -> Bool {
    guard used + more + 16 * ends.count > limit else { return true }
    failure = .beyondLimit(
      file: name, found: "shared strings of more than \(limit >> 20) MB", limit: "\(limit >> 20) MB")
    return false
  }

  private func unescape() {
    let start = ends.last ?? 0
    guard let bytes, used - start >= 7 else { return }
    let text = UnsafeMutableBufferPointer(start: bytes + start, count: used - start)
    used = start + EscapedText.decode(text)
  }
}

/// Characters that XML cannot hold, written `_x000D_` in a workbook's texts.
enum EscapedText {
  /// Puts the characters in place of their escapes; gives the length that is left. An escape takes seven bytes, its
  /// character three at most.
  static func decode(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var from = 0
    var to = 0
    while from < text.count {
      if text[from] == UInt8(ascii: "_"), from + 7 <= text.count, text[from + 1] == UInt8(ascii: "x"),
        text[from + 6] == UInt8(ascii: "_"),
        let value = hexadecimal(text[(from + 2)..<(from + 6)]), value > 0, let scalar = UnicodeScalar(value)
      {
        for byte in UTF8.encode(scalar).map(Array.init) ?? [] {
          text[to] = byte
          to += 1
        }
        from += 7
      } else {
        text[to] = text[from]
        from += 1
        to += 1
      }
    }
    return to
  }

  private static func hexadecimal(_ figures: Slice<UnsafeMutableBufferPointer<UInt8>>) -> UInt32? {
    figures.contains(UInt8(ascii: "+")) ? nil : UInt32(String(decoding: figures, as: UTF8.self), radix: 16)
  }

  static func decode(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "_")) else { return text }
    var copy = text
    let length = copy.withUnsafeMutableBufferPointer { decode($0) }
    return Array(copy[..<length])
  }
}
