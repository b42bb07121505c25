import CLibXML2

/// An element's name without its prefix, valid while its callback runs.
struct ElementName {
  let start: UnsafePointer<xmlChar>

  @inline(__always)
  static func ~= (name: StaticString, element: ElementName) -> Bool { element.equals(name) }

  @inline(__always)
  func equals(_ name: StaticString) -> Bool {
    let other = name.utf8Start
    var index = 0
    while start[index] == other[index] {
      if start[index] == 0 { return true }
      index += 1
    }
    return false
  }
}

/// An element's attributes, valid while its callback runs.
struct MarkupAttributes {
  private let start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let count: Int
  private let stride: Int

  /// XML, five pointers each: local name, prefix, address of the name space, first and last byte of the value.
  @inline(__always)
  init(start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, stride: Int) {
    self.start = start
    self.count = start == nil ? 0 : count
    self.stride = stride
  }

  /// HTML: names and values in turn, nil at the end.
  init(pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    var count = 0
    while let pairs, pairs[count * 2] != nil { count += 1 }
    self.init(start: pairs, count: count, stride: 2)
  }

  /// The first attribute of that name, whatever its prefix; nil where the element has none. In an XML value `&` is still
  /// written `&#38;`.
  @inline(__always)
  subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let start else { return nil }
    for index in 0..<count {
      guard let key = start[index * stride], ElementName(start: key).equals(name) else { continue }
      guard let value = start[index * stride + (stride == 5 ? 3 : 1)] else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      if stride == 5 { return start[index * 5 + 4].map { UnsafeBufferPointer(start: value, count: $0 - value) } }
      var length = 0
      while value[length] != 0 { length += 1 }
      return UnsafeBufferPointer(start: value, count: length)
    }
    return nil
  }

  func text(_ name: StaticString) -> String? {
    self[name].map {
      String(decoding: $0, as: UTF8.self).split(separator: "&#38;", omittingEmptySubsequences: false).joined(
        separator: "&")
    }
  }

  /// A count that its attribute states; nil where there is none, and where it is none.
  @inline(__always)
  func number(_ name: StaticString) -> Int? { self[name].flatMap(PlainNumber.whole) }

  func isTrue(_ name: StaticString) -> Bool {
    let value = text(name)
    return value == "1" || value == "true"
  }
}

/// Counts and places as markup writes them.
enum PlainNumber {
  /// Figures only, at most nine of them.
  @inline(__always)
  static func whole(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...9).contains(text.count) else { return nil }
    var value = 0
    for byte in text {
      let figure = byte &- 0x30
      guard figure <= 9 else { return nil }
      value = value * 10 + Int(figure)
    }
    return value
  }
}
