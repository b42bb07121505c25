/// Takes one line of a log apart. Its memory is used again for the next line.
struct LogLine {
  private var pieces = LogTokens()
  private(set) var fields: FieldedLine?

  /// Follows a line `#Fields:`; other remarks change nothing.
  mutating func note(_ remark: UnsafeBufferPointer<UInt8>) {
    if let fields = FieldedLine(remark) { self.fields = fields }
  }

  /// Fills `cells` with the columns of `LogColumn`; false for a line that is not of the layout.
  mutating func parse(_ line: UnsafeBufferPointer<UInt8>, _ layout: LogLayout, into cells: CellBuffer) -> Bool {
    cells.reset()
    var line = line
    if line.last == UInt8(ascii: "\r") { line = UnsafeBufferPointer(rebasing: line.dropLast()) }
    switch layout {
    case .common(let hasAgent): return parseCommon(line, hasAgent: hasAgent, into: cells)
    case .fielded: return parseFielded(line, into: cells)
    case .balancer: return parseBalancer(line, into: cells)
    case .storage: return parseStorage(line, into: cells)
    case .proxy: return parseProxy(line, into: cells)
    }
  }

  /// `[host[:port]] address identity user [time] "request" status bytes ["referrer" "agent" …]`
  private mutating func parseCommon(_ line: UnsafeBufferPointer<UInt8>, hasAgent: Bool, into cells: CellBuffer) -> Bool
  {
    guard pieces.split(line) else { return false }
    let tokens = pieces.tokens
    guard let time = tokens.firstIndex(where: { $0.kind == .bracketed }), (1...8).contains(time),
      tokens.count > time + 3, tokens[time + 1].kind == .quoted, isTime(line, tokens[time]),
      isStatus(line, tokens[time + 2])
    else { return false }
    if hasAgent {
      guard tokens.count > time + 5, tokens[time + 4].kind == .quoted, tokens[time + 5].kind == .quoted else {
        return false
      }
    }
    // A user's name may hold blanks, so more pieces than four do not show a host; an address in front shows none.
    let hasSite = time > 3 && !isAddress(line, tokens[0])
    cells.append(hasSite ? LogLine.withoutPort(text(line, tokens[0])) : LogLine.nothing)
    cells.closeCell()
    let asking = text(line, tokens[hasSite ? 1 : 0])
    close(cells, hasAgent ? visitor(line, tokens[(time + 6)...].first, behind: asking) : asking)
    close(cells, text(line, tokens[time]))
    closeRequest(cells, text(line, tokens[time + 1]))
    close(cells, text(line, tokens[time + 2]))
    close(cells, hasAgent ? text(line, tokens[time + 4]) : LogLine.nothing)
    close(cells, hasAgent ? text(line, tokens[time + 5]) : LogLine.nothing)
    return true
  }

  private mutating func parseFielded(_ line: UnsafeBufferPointer<UInt8>, into cells: CellBuffer) -> Bool {
    guard let fields else { return false }
    let hasTabs = line.contains(UInt8(ascii: "\t"))
    guard pieces.split(line, delimiter: UInt8(ascii: hasTabs ? "\t" : " ")), pieces.tokens.count == fields.width else {
      return false
    }
    for column in LogColumn.allCases {
      let places = fields.places[column] ?? []
      for (part, place) in places.enumerated() {
        let value = text(line, pieces.tokens[place])
        guard !LogLine.isDash(value) else { continue }
        if part > 0 { cells.append(UInt8(ascii: column == .time ? "T" : "?")) }
        cells.append(value)
      }
      if column == .time { cells.append(UInt8(ascii: "Z")) }
      cells.closeCell()
    }
    return isStatus(cells[LogColumn.status.rawValue])
  }

  /// Classic: `time name client target 3×seconds status status bytes bytes "request" "agent" …`; application balancers
  /// have the kind of connection in front.
  private mutating func parseBalancer(_ line: UnsafeBufferPointer<UInt8>, into cells: CellBuffer) -> Bool {
    guard pieces.split(line) else { return false }
    let tokens = pieces.tokens
    guard let request = tokens.firstIndex(where: { $0.kind == .quoted }), request == 11 || request == 12 else {
      return false
    }
    let time = request - 11
    let moment = text(line, tokens[time])
    guard moment.count >= 19, moment[10] == UInt8(ascii: "T"), moment[4] == UInt8(ascii: "-"),
      tokens.count > request + 1,
      LogLine.isDash(text(line, tokens[time + 7])) || isStatus(line, tokens[time + 7])
    else { return false }
    cells.closeCell()
    close(cells, LogLine.withoutPort(text(line, tokens[time + 2])))
    close(cells, moment)
    closeRequest(cells, text(line, tokens[request]))
    close(cells, text(line, tokens[time + 7]))
    cells.closeCell()
    close(cells, text(line, tokens[request + 1]))
    return true
  }

  /// `owner bucket [time] address requester id operation key "request" status error 5×figures "referrer" "agent" …`
  private mutating func parseStorage(_ line: UnsafeBufferPointer<UInt8>, into cells: CellBuffer) -> Bool {
    guard pieces.split(line) else { return false }
    let tokens = pieces.tokens
    guard tokens.count > 16, tokens[2].kind == .bracketed, isTime(line, tokens[2]), tokens[8].kind == .quoted,
      LogLine.isDash(text(line, tokens[9])) || isStatus(line, tokens[9])
    else { return false }
    close(cells, text(line, tokens[1]))
    close(cells, text(line, tokens[3]))
    close(cells, text(line, tokens[2]))
    closeRequest(cells, text(line, tokens[8]))
    close(cells, text(line, tokens[9]))
    close(cells, text(line, tokens[15]))
    close(cells, text(line, tokens[16]))
    return true
  }

  /// `… client:port [time] frontend backend/server 5×timers status … "request"`
  private mutating func parseProxy(_ line: UnsafeBufferPointer<UInt8>, into cells: CellBuffer) -> Bool {
    guard pieces.split(line) else { return false }
    let tokens = pieces.tokens
    guard
      let time = tokens.indices.first(where: {
        tokens[$0].kind == .bracketed && isTime(line, tokens[$0], hasZone: false)
      }), time > 0, tokens.count > time + 5, let request = tokens.last, request.kind == .quoted,
      text(line, tokens[time + 3]).count(where: { $0 == UInt8(ascii: "/") }) >= 3, isStatus(line, tokens[time + 4])
    else { return false }
    cells.closeCell()
    close(cells, LogLine.withoutPort(text(line, tokens[time - 1])))
    close(cells, text(line, tokens[time]))
    closeRequest(cells, text(line, request))
    close(cells, text(line, tokens[time + 4]))
    cells.closeCell()
    cells.closeCell()
    return true
  }

  private static var nothing: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }

  private static func isDash(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.count == 1 && value[0] == UInt8(ascii: "-")
  }

  private func text(_ line: UnsafeBufferPointer<UInt8>, _ token: LogTokens.Token) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: line[token.start..<token.end])
  }

  /// A dash is nothing.
  private func close(_ cells: CellBuffer, _ value: UnsafeBufferPointer<UInt8>) {
    if !LogLine.isDash(value) { cells.append(value) }
    cells.closeCell()
  }

  /// `GET /page?x=1 HTTP/1.1` into method and target; anything else is a target without a method.
  private func closeRequest(_ cells: CellBuffer, _ request: UnsafeBufferPointer<UInt8>) {
    let blank = UInt8(ascii: " ")
    guard let first = request.firstIndex(of: blank), first > 0 else {
      cells.closeCell()
      close(cells, request)
      return
    }
    close(cells, UnsafeBufferPointer(rebasing: request[..<first]))
    var end = request.count
    if let last = request.lastIndex(of: blank), last > first,
      request[(last + 1)...].starts(with: "HTTP/".utf8) || last + 1 == request.count
    {
      end = last
    }
    close(cells, UnsafeBufferPointer(rebasing: request[(first + 1)..<max(first + 1, end)]))
  }

  private func isStatus(_ line: UnsafeBufferPointer<UInt8>, _ token: LogTokens.Token) -> Bool {
    isStatus(text(line, token))
  }

  private func isStatus(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.count == 3 && value.allSatisfy { $0 &- 0x30 <= 9 }
  }

  /// `17/May/2015:10:05:03`, with the offset after it where one must be.
  private func isTime(_ line: UnsafeBufferPointer<UInt8>, _ token: LogTokens.Token, hasZone: Bool = true) -> Bool {
    let value = text(line, token)
    guard value.count >= (hasZone ? 26 : 20) else { return false }
    return value[2] == UInt8(ascii: "/") && value[6] == UInt8(ascii: "/") && value[11] == UInt8(ascii: ":")
      && value[14] == UInt8(ascii: ":") && value[17] == UInt8(ascii: ":")
  }

  /// A server that is asked by a proxy of its own house sees that one's address alone; whom it asked for stands behind the
  /// agent, the first of several.
  private func visitor(
    _ line: UnsafeBufferPointer<UInt8>, _ forwarded: LogTokens.Token?, behind address: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard let forwarded, forwarded.kind == .quoted, LogLine.isPrivate(address) else { return address }
    let list = text(line, forwarded)
    let first = UnsafeBufferPointer(rebasing: list.prefix { $0 != UInt8(ascii: ",") })
    let isForwarded = first.contains(UInt8(ascii: ".")) || first.count { $0 == UInt8(ascii: ":") } > 2
    return isForwarded && isAddress(first) ? first : address
  }

  private static let privateOpenings =
    (["10.", "127.", "192.168.", "fc", "fd"] + (16...31).map { "172.\($0)." }).map { Array($0.utf8) }

  /// RFC 1918 and 4193, and the machine itself.
  private static func isPrivate(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    privateOpenings.contains { address.starts(with: $0) } || address.elementsEqual("::1".utf8)
  }

  private func isAddress(_ line: UnsafeBufferPointer<UInt8>, _ token: LogTokens.Token) -> Bool {
    isAddress(text(line, token))
  }

  /// Figures and dots, or figures and colons.
  private func isAddress(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let dots = value.count { $0 == UInt8(ascii: ".") }
    if dots == 3, value.allSatisfy({ $0 &- 0x30 <= 9 || $0 == UInt8(ascii: ".") }) { return true }
    return value.count { $0 == UInt8(ascii: ":") } >= 2
      && value.allSatisfy { $0 &- 0x30 <= 9 || ($0 | 0x20) &- 0x61 < 6 || $0 == UInt8(ascii: ":") || $0 == 0x2E }
  }

  /// `www.example.com:80`, `1.2.3.4:2817`, `[::1]:80` without the port; an IPv6 address without brackets as it is.
  static func withoutPort(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let colon = UInt8(ascii: ":")
    guard let last = value.lastIndex(of: colon),
      value.count(where: { $0 == colon }) == 1 || (value.first == 0x5B && value[last - 1] == 0x5D)
    else { return value }
    return UnsafeBufferPointer(rebasing: value[..<last])
  }
}
