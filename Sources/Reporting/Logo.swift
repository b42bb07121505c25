import Foundation

/// The picture in the masthead: SVG or PNG. It is drawn as an image, where nothing inside can run or load; an SVG that
/// tries to is refused all the same, so that whoever sends the report knows what is in it.
package struct Logo: Sendable, Equatable {
  static let mostBytes = 20_480

  /// `data:` address.
  package let address: String

  /// - Throws: `logoTooLarge`, `logoNotPicture`, `logoNotSafe`.
  package init(_ bytes: [UInt8]) throws(ReportingError) {
    guard bytes.count <= Self.mostBytes else { throw .logoTooLarge(bytes: bytes.count, most: Self.mostBytes) }
    let kind: String
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      kind = "image/png"
    } else if let text = String(validating: bytes, as: UTF8.self), text.contains("<svg"),
      text.contains("http://www.w3.org/2000/svg")
    {
      if let found = Self.danger(in: text) { throw .logoNotSafe(found: found) }
      kind = "image/svg+xml"
    } else {
      throw .logoNotPicture
    }
    address = "data:\(kind);base64,\(Data(bytes).base64EncodedString())"
  }

  private static let refusedTags: Set = ["script", "foreignobject", "iframe", "object", "embed", "link", "handler"]

  /// What of an SVG could run or load something from elsewhere; nil where nothing could.
  private static func danger(in text: String) -> String? {
    let lowered = text.lowercased()
    for word in ["<!entity", "<?xml-stylesheet", "@import", "javascript:"] where lowered.contains(word) { return word }
    let bytes = Array(text.utf8)
    var danger = address(in: lowered)
    var index = 0
    while index + 1 < bytes.count, danger == nil {
      let isTag = bytes[index] == UInt8(ascii: "<") && (bytes[index + 1] | 0x20) >= 0x61 && bytes[index + 1] < 0x7B
      guard isTag else {
        index += 1
        continue
      }
      let tag = MarkupTag(bytes, at: index)
      index = tag.end
      if refusedTags.contains(tag.name.split(separator: ":").last.map(String.init) ?? "") { danger = "<\(tag.name)>" }
      for (name, value) in tag.attributes where danger == nil { danger = Self.danger(name, value) }
    }
    return danger
  }

  private static func danger(_ attribute: String, _ value: String) -> String? {
    if attribute.hasPrefix("on") { return attribute }
    guard attribute == "src" || attribute.hasSuffix("href") else { return nil }
    let target = value.drop(while: \.isWhitespace)
    return target.hasPrefix("#") || target.hasPrefix("data:image/") ? nil : attribute
  }

  /// The first `url(…)` that leads elsewhere than into the picture itself.
  private static func address(in text: String) -> String? {
    var rest = Substring(text)
    while let open = rest.range(of: "url(") {
      rest = rest[open.upperBound...]
      if !rest.drop(while: { " '\"".contains($0) }).hasPrefix("#") { return "url(…)" }
    }
    return nil
  }
}
