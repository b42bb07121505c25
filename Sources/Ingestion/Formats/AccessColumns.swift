/// Where the columns of an access log lie: fixed for one that was read as text, by their names in JSON lines.
struct AccessColumns: Sendable {
  let isJSON: Bool
  /// By `LogColumn`.
  private let places: [Int?]
  /// Of the visitor, the usual one first: what one server calls so, another leaves empty.
  private let addresses: [Int]
  /// Method, target and protocol in one.
  private let request: Int?
  /// Of the address that was asked for, where the log parts it from the path.
  private let query: Int?

  /// Nil for anything else: JSON must at least tell a time, a status, what was asked for, and by whom.
  init?(_ opening: Opening) {
    isJSON = opening.isJSON
    if opening.rootName == LogColumn.rootName {
      places = LogColumn.allCases.map(\.rawValue)
      addresses = [LogColumn.address.rawValue]
      request = nil
      query = nil
      return
    }
    guard isJSON else { return nil }
    let header = opening.header
    let places = LogColumn.allCases.map { header.column(AccessColumns.names[$0] ?? []) }
    let request = header.column(["request", "request_line", "requestline"])
    func has(_ column: LogColumn) -> Bool { places[column.rawValue] != nil }
    guard has(.time), has(.status), has(.target) || request != nil, has(.address) || has(.agent) else { return nil }
    self.places = places
    self.addresses = (AccessColumns.names[.address] ?? []).compactMap { header.column([$0]) }
    self.request = request
    self.query = header.column(["args", "query_string", "querystring", "query"])
  }

  func column(at place: Int) -> LogColumn? {
    if addresses.contains(place) { return .address }
    if place == query { return .target }
    return LogColumn.allCases.first { places[$0.rawValue] == place }
  }

  /// Empty where the record has none; addresses are without a port.
  func cell(_ record: RawRecord, _ column: LogColumn) -> UnsafeBufferPointer<UInt8> {
    guard column == .address else { return AccessColumns.filled(record[places[column.rawValue]]) }
    for place in addresses {
      let address = AccessColumns.filled(record[place])
      if !address.isEmpty { return LogLine.withoutPort(address) }
    }
    return record[nil]
  }

  /// Empty where the log keeps it behind the path.
  func query(_ record: RawRecord) -> UnsafeBufferPointer<UInt8> {
    let cell = AccessColumns.filled(record[query])
    return cell.first == UInt8(ascii: "?") ? UnsafeBufferPointer(rebasing: cell.dropFirst()) : cell
  }

  /// A dash is nothing.
  private static func filled(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    cell.count == 1 && cell[0] == UInt8(ascii: "-") ? UnsafeBufferPointer(rebasing: cell[..<0]) : cell
  }

  /// The method is nil where the log records none.
  func request(_ record: RawRecord) -> (method: UnsafeBufferPointer<UInt8>?, target: UnsafeBufferPointer<UInt8>) {
    let target = cell(record, .target)
    let method = cell(record, .method)
    if places[LogColumn.method.rawValue] != nil, places[LogColumn.target.rawValue] != nil { return (method, target) }
    let line = record[request]
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard parts.count >= 2 else {
      // Some name the path so, beside a column of the method.
      if target.isEmpty, line.first == UInt8(ascii: "/") { return (method.isEmpty ? nil : method, line) }
      return (request == nil ? nil : method, target)
    }
    return (UnsafeBufferPointer(rebasing: parts[0]), UnsafeBufferPointer(rebasing: parts[1]))
  }

  /// nginx as it is commonly set up, Caddy, Traefik, Cloudflare.
  private static let names: [LogColumn: [String]] = [
    .site: ["host", "request.host", "requesthost", "server_name", "http_host", "vhost", "clientrequesthost"],
    .address: [
      "remote_addr", "request.client_ip", "request.remote_ip", "clienthost", "ip", "client_ip", "remote_ip", "clientip",
      "request.remote_addr",
    ],
    .time: [
      "time_iso8601", "time_local", "ts", "startutc", "startlocal", "@timestamp", "timestamp", "time", "date", "msec",
      "edgestarttimestamp",
    ],
    .method: [
      "request_method", "request.method", "requestmethod", "method", "verb", "http_method", "clientrequestmethod",
    ],
    .target: ["request_uri", "request.uri", "requestpath", "path", "uri", "url", "clientrequesturi"],
    .status: [
      "status", "downstreamstatus", "status_code", "response_status", "originstatus", "response", "edgeresponsestatus",
    ],
    .referrer: [
      "http_referer", "http_referrer", "request.headers.referer.0", "request_referer", "referer", "referrer",
      "clientrequestreferer",
    ],
    .agent: [
      "http_user_agent", "request.headers.user-agent.0", "request_user-agent", "user_agent", "useragent", "agent",
      "clientrequestuseragent",
    ],
  ]
}
