/// The line `#Fields:` of a W3C extended log: which column lies where, and what parts them.
struct FieldedLine {
  let places: [LogColumn: [Int]]
  /// Columns that a line must have.
  let width: Int

  /// Nil for any other line, and for fields that are not those of web requests.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard line.starts(with: "#Fields:".utf8) else { return nil }
    let text = String(decoding: line[8...], as: UTF8.self).lowercased()
    let names = text.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
    var places: [LogColumn: [Int]] = [:]
    for (column, candidates) in FieldedLine.names {
      if let name = candidates.first(where: { names.contains($0) }), let place = names.firstIndex(of: name) {
        places[column] = [place]
      }
    }
    if let date = names.firstIndex(of: "date"), let time = names.firstIndex(of: "time") {
      places[.time] = [date, time]
    }
    if places[.target] == nil, let stem = names.firstIndex(of: "cs-uri-stem") {
      places[.target] = [stem] + (names.firstIndex(of: "cs-uri-query").map { [$0] } ?? [])
    }
    guard places[.time] != nil, places[.target] != nil, places[.status] != nil else { return nil }
    self.places = places
    width = names.count
  }

  private static let names: KeyValuePairs<LogColumn, [String]> = [
    .site: ["x-host-header", "cs-host", "cs(host)", "s-sitename"], .address: ["c-ip"], .method: ["cs-method"],
    .target: ["cs-uri"], .status: ["sc-status"], .referrer: ["cs(referer)", "cs(referrer)"],
    .agent: ["cs(user-agent)"],
  ]
}
