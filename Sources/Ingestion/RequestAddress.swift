import Vocabulary

/// What a requested address says: host, path, and the tags by which campaigns are told apart.
///
/// Bytes that are no UTF-8 stay percent-encoded, so that nothing is guessed and nothing is lost.
struct RequestAddress {
  /// In small letters, without a port; "" for a path alone.
  private(set) var host = ""
  /// Without query and fragment.
  private(set) var path = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Without its question mark.
  private(set) var query = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  /// A path with or without a query, or a whole address. `query`: the one that stands apart from it, which counts where
  /// there is none behind the path.
  init(
    _ text: UnsafeBufferPointer<UInt8>,
    query apart: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)
  ) {
    query = apart
    var rest = text[...]
    if text.first != UInt8(ascii: "/"), let scheme = RequestAddress.schemeLength(text) {
      let end = text[scheme...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? text.count
      host = RequestAddress.host(UnsafeBufferPointer(rebasing: text[scheme..<end]))
      rest = text[end...]
    }
    let pathEnd = rest.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
    path = UnsafeBufferPointer(rebasing: rest[..<pathEnd])
    guard pathEnd < rest.endIndex, rest[pathEnd] == 0x3F else { return }
    let queryEnd = rest[pathEnd...].firstIndex(of: 0x23) ?? rest.endIndex
    query = UnsafeBufferPointer(rebasing: rest[(pathEnd + 1)..<queryEnd])
  }

  /// "/" for an address without a path.
  var page: String { path.isEmpty ? "/" : RequestAddress.faithful(path) }

  /// Small letters of what follows the last dot of the last part of the path, "" for none.
  var fileExtension: String {
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")), path.count - dot <= 12,
      !path[dot...].contains(UInt8(ascii: "/"))
    else { return "" }
    return String(decoding: path[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// From `utm_…`, the same of two other tools, and the click ids of ad platforms; the first of a kind counts.
  var tags: TrafficSource {
    var tags = TrafficSource()
    guard query.contains(UInt8(ascii: "=")) else { return tags }
    var clicks: Set<String> = []
    for pair in query.split(separator: UInt8(ascii: "&")) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), equals - pair.startIndex <= 20,
        equals + 1 < pair.endIndex
      else { continue }
      let name = String(decoding: pair[..<equals], as: UTF8.self).lowercased()
      var value: String { RequestAddress.decoded(pair[(equals + 1)...]) }
      switch name {
      case "utm_source", "mtm_source", "pk_source": if tags.source.isEmpty { tags.source = value }
      case "utm_medium", "mtm_medium", "pk_medium": if tags.medium.isEmpty { tags.medium = value }
      case "utm_campaign", "mtm_campaign", "pk_campaign": if tags.campaign.isEmpty { tags.campaign = value }
      default: if ClickIdentifier.named(name) != nil { clicks.insert(name) }
      }
    }
    tags.clickID = ClickIdentifier.all.first { clicks.contains($0.name) }?.name ?? ""
    return tags
  }

  /// The host of a referrer; "" for a dash, a path, or anything that is no address.
  static func host(ofReferrer text: UnsafeBufferPointer<UInt8>) -> String {
    schemeLength(text) == nil ? "" : RequestAddress(text).host
  }

  /// Text as it is where it is UTF-8; other bytes as `%E6`.
  static func faithful(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if UTF8Check.validPrefix(bytes) == bytes.count { return String(decoding: bytes, as: UTF8.self) }
    let figures = Array("0123456789ABCDEF".utf8)
    let text = bytes.flatMap { $0 < 0x80 ? [$0] : [0x25, figures[Int($0 >> 4)], figures[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  private static func schemeLength(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let colon = text.prefix(20).firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 2 < text.count,
      text[colon + 1] == 0x2F, text[colon + 2] == 0x2F,
      text[..<colon].allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "-") })
    else { return nil }
    return colon + 3
  }

  private static func host(_ authority: UnsafeBufferPointer<UInt8>) -> String {
    let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? 0
    let end = authority[start...].firstIndex(of: UInt8(ascii: ":")) ?? authority.count
    return faithful(UnsafeBufferPointer(rebasing: authority[start..<end])).lowercased()
  }

  /// `spring+sale%20%E2%82%AC`, without the blanks at both ends; as written where it decodes to no UTF-8.
  private static func decoded(_ text: some Collection<UInt8>) -> String {
    PercentEncoding.decoded(text).withUnsafeBufferPointer { bytes in
      let value = BlankText.trimmed(bytes)
      return UTF8Check.validPrefix(value) == value.count && !value.contains { $0 < 0x20 }
        ? String(decoding: value, as: UTF8.self)
        : Array(text).withUnsafeBufferPointer { faithful($0) }
    }
  }
}
