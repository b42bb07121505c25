/// How the lines of an access log are laid out.
enum LogLayout: Hashable, CustomStringConvertible {
  /// NCSA common, with or without referrer and agent, with or without the host in front.
  case common(hasAgent: Bool)
  /// W3C extended: a line `#Fields:` names the columns, and another one may follow at any place.
  case fielded
  /// Load balancers: a time in ISO 8601, the balancer, client and target with their ports.
  case balancer
  /// Storage buckets: owner, bucket, time, address, requester, request id, operation, key, request.
  case storage
  /// Proxies: client with its port, time without a zone, frontend, backend, five timers.
  case proxy

  var description: String {
    switch self {
    case .common(let hasAgent): hasAgent ? "access log, combined" : "access log, common"
    case .fielded: "access log, W3C fields"
    case .balancer: "access log of a load balancer"
    case .storage: "access log of a storage bucket"
    case .proxy: "access log of a proxy"
    }
  }

  /// From the first bytes of a file; nil for anything that is no access log. More than half of the lines must be of one
  /// form, which asks for a time, a status and a request at their places, so that no table is taken for a log.
  init?(_ prefix: [UInt8]) {
    let found = prefix.withUnsafeBufferPointer { LogLayout.guess($0) }
    guard let found else { return nil }
    self = found
  }

  private static let sampleLines = 200

  private static func guess(_ prefix: UnsafeBufferPointer<UInt8>) -> LogLayout? {
    var lines: [UnsafeBufferPointer<UInt8>] = []
    var start = prefix.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for index in prefix.indices where prefix[index] == UInt8(ascii: "\n") {
      lines.append(UnsafeBufferPointer(rebasing: prefix[start..<index]))
      start = index + 1
      if lines.count == sampleLines { break }
    }
    // A line without an end may be cut, by the sample or in the file; it only counts where it is all there is.
    if lines.isEmpty, start < prefix.count { lines.append(UnsafeBufferPointer(rebasing: prefix[start...])) }
    if lines.prefix(10).contains(where: { FieldedLine($0) != nil }) { return .fielded }
    lines.removeAll { $0.first.map { $0 == UInt8(ascii: "#") || $0 <= 0x20 } ?? true }
    var parser = LogLine()
    let cells = CellBuffer()
    for layout in [LogLayout.common(hasAgent: true), .common(hasAgent: false), .storage, .proxy, .balancer] {
      let count = lines.count { parser.parse($0, layout, into: cells) }
      if count > 0, count * 2 > lines.count { return layout }
    }
    return nil
  }
}
