import Testing
import Vocabulary

@testable import Ingestion

struct LogReaderTests {
  /// Columns by name: site, address, time, method, target, status, referrer, agent; without the whole line.
  private func rows(_ bytes: [UInt8], chunk: Int = 1 << 20) throws -> (LogLayout, [[String]], [RecordFlaw?]) {
    let layout = try #require(LogLayout(bytes))
    let reader = LogReader(ChunkedBytes(bytes, size: chunk), name: "a.log", layout: layout, limits: .standard)
    var rows: [[String]] = []
    var flaws: [RecordFlaw?] = []
    while try reader.next() {
      rows.append(Array(reader.record.texts.prefix(LogColumn.allCases.count)))
      flaws.append(reader.record.flaw)
    }
    return (layout, rows, flaws)
  }

  private func rows(_ text: String) throws -> (LogLayout, [[String]], [RecordFlaw?]) { try rows(Array(text.utf8)) }

  @Test func commonWithAndWithoutAHost() throws {
    let (layout, found, _) = try rows(
      """
      192.0.2.7 - - [10/Feb/2026:16:42:07 -0500] "GET /a?b=1 HTTP/1.0" 200 368
      192.0.2.7 - John von Smith [10/Feb/2026:16:42:07 -0500] "HEAD /a HTTP/1.0" 304 -
      shop.example:443 2001:db8::1 - - [10/Feb/2026:16:42:07 -0500] "GET /a b HTTP/2.0" 200 368
      visitor.example - - [10/Feb/2026:16:42:07 -0500] "-" 408 0

      """)
    #expect(layout == .common(hasAgent: false))
    #expect(
      found == [
        ["", "192.0.2.7", "10/Feb/2026:16:42:07 -0500", "GET", "/a?b=1", "200", "", ""],
        ["", "192.0.2.7", "10/Feb/2026:16:42:07 -0500", "HEAD", "/a", "304", "", ""],
        ["shop.example", "2001:db8::1", "10/Feb/2026:16:42:07 -0500", "GET", "/a b", "200", "", ""],
        ["", "visitor.example", "10/Feb/2026:16:42:07 -0500", "", "", "408", "", ""],
      ])
  }

  @Test func combinedWithMarksAndBytesOfAnyKind() throws {
    let head = "192.0.2.7 - - [10/Feb/2026:16:42:07 +0000] \"GET /"
    let tail = " HTTP/1.1\" 200 368 \"http://a.example/?q=\\\"x\\\"\" \"Odd \"agent\"/1.0\"\r\n"
    let bytes = Array(head.utf8) + [0xA4, 0xA4, 0xA4, 0xE5] + Array(tail.utf8)
    let (layout, found, flaws) = try rows(bytes)
    #expect(layout == .common(hasAgent: true))
    #expect(flaws == [nil])
    #expect(Array(found[0][6...]) == ["http://a.example/?q=\\\"x\\\"", "Odd \"agent\"/1.0"])
  }

  @Test func aCutLineAndALineOfAnotherKindAreFlaws() throws {
    let line = "192.0.2.7 - - [10/Feb/2026:16:42:07 +0000] \"GET / HTTP/1.1\" 200 368 \"-\" \"Firefox\"\n"
    let (_, found, flaws) = try rows(line + line + "# remark\n\n   \nfree text\n\0\0\n" + line.prefix(70))
    #expect(found.count == 5)
    #expect(flaws == [nil, nil, .noLogLine, .zeroByte, .noLogLine])
  }

  @Test func fieldsMayChangeOnTheWay() throws {
    let (layout, found, flaws) = try rows(
      """
      #Software: Internet Information Services
      #Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status
      2026-02-10 16:42:07 GET /a - 192.0.2.7 Mozilla/5.0+(X11) 200
      2026-02-10 16:42:08 GET /a x=1 192.0.2.7 - 200
      #Fields: date time c-ip cs-method cs-uri-stem sc-status cs-host
      2026-02-10 16:42:09 192.0.2.8 POST /b 302 shop.example
      2026-02-10 16:42:09 192.0.2.8 POST
      """)
    #expect(layout == .fielded)
    #expect(flaws == [nil, nil, nil, .noLogLine])
    #expect(
      Array(found.prefix(3)) == [
        ["", "192.0.2.7", "2026-02-10T16:42:07Z", "GET", "/a", "200", "", "Mozilla/5.0+(X11)"],
        ["", "192.0.2.7", "2026-02-10T16:42:08Z", "GET", "/a?x=1", "200", "", ""],
        ["shop.example", "192.0.2.8", "2026-02-10T16:42:09Z", "POST", "/b", "302", "", ""],
      ])
  }

  @Test func balancersBucketsAndProxies() throws {
    let (balancer, requests, _) = try rows(
      """
      https 2026-02-10T16:42:07.945958Z app/lb/1 192.0.2.7:2817 10.0.0.1:80 0.1 0.2 0.3 200 200 0 57 \
      "GET https://shop.example:443/a HTTP/1.1" "Firefox" DHE TLSv1.2 arn:1 "Root=1" "shop.example" "-"
      2026-02-10T16:42:07.945958Z lb [2001:db8::1]:2817 10.0.0.1:80 0.1 0.2 0.3 - - 0 57 "- - - " "-" - -
      """)
    #expect(balancer == .balancer)
    #expect(
      requests == [
        ["", "192.0.2.7", "2026-02-10T16:42:07.945958Z", "GET", "https://shop.example:443/a", "200", "", "Firefox"],
        ["", "[2001:db8::1]", "2026-02-10T16:42:07.945958Z", "", "- -", "", "", ""],
      ])
    let (bucket, objects, _) = try rows(
      """
      79a59 my-bucket [06/Feb/2026:00:00:38 +0000] 192.0.2.3 - 3E57 REST.GET.OBJECT a.html "GET /a.html HTTP/1.1" 200 - \
      113 113 7 6 "http://a.example/" "Firefox" - x= SigV4 TLS - s3.example TLSv1.2
      """)
    #expect(bucket == .storage)
    #expect(
      objects == [
        [
          "my-bucket", "192.0.2.3", "06/Feb/2026:00:00:38 +0000", "GET", "/a.html", "200", "http://a.example/",
          "Firefox",
        ]
      ])
    let (proxy, passed, _) = try rows(
      """
      Feb  6 12:14:14 host haproxy[14389]: 192.0.2.2:33317 [06/Feb/2026:12:14:14.655] http-in static/srv1 10/0/30/69/109 \
      200 2750 - - ---- 1/1/1/1/0 0/0 {shop.example} {} "GET /index.html HTTP/1.1"
      """)
    #expect(proxy == .proxy)
    #expect(passed == [["", "192.0.2.2", "06/Feb/2026:12:14:14.655", "GET", "/index.html", "200", "", ""]])
  }

  /// No table is a log, even where a cell of each row is a log's line.
  @Test(arguments: [
    "Date,Spend,Clicks\n2026-01-01,1.5,3\n2026-01-02,1.5,3\n",
    "date time c-ip\n2026-01-01 10:00 192.0.2.1\n",
    "#Fields,Value\nDate,2026\n", "# Report\n# Start date: 20260101\nCountry,Users\nDE,1\n",
    "id,message\n1,\"192.0.2.7 - - [10/Feb/2026:16:42:07 -0500] \"\"GET / HTTP/1.0\"\" 200 3\"\n2,x\n",
    "Name [a] \"b\" 200 3\n", "", "\n\n", "192.0.2.7 - - [10/Feb/2026] \"GET /\" 200 3\n",
  ])
  func tablesAreNone(text: String) { #expect(LogLayout(Array(text.utf8)) == nil) }

  /// The same records in pieces of any size, with either kind of line end.
  @Test(arguments: [1, 2, 7, 64])
  func pieces(size: Int) throws {
    let text =
      "192.0.2.7 - - [10/Feb/2026:16:42:07 +0000] \"GET / HTTP/1.1\" 200 368 \"-\" \"Firefox\"\n"
      + "192.0.2.8 - - [10/Feb/2026:16:42:07 +0000] \"GET /ä HTTP/1.1\" 200 368 \"-\" \"Firefox\""
    let whole = try rows(text)
    let parts = try rows(Array(text.utf8), chunk: size)
    #expect(whole.1 == parts.1)
    #expect(whole.1.count == 2)
    let carriage = try rows(Array(text.replacing("\n", with: "\r\n").utf8), chunk: size)
    #expect(carriage.1 == whole.1)
  }

  @Test func aLineBeyondTheLimitStopsTheFile() throws {
    var limits = Limits()
    limits.recordBytes = 1_000
    let line = "192.0.2.7 - - [10/Feb/2026:16:42:07 +0000] \"GET / HTTP/1.1\" 200 368\n"
    let bytes = Array(line.utf8) + [UInt8](repeating: 0x61, count: 3 << 18)
    let reader = LogReader(
      ChunkedBytes(bytes, size: 4_096), name: "a.log", layout: .common(hasAgent: false), limits: limits)
    #expect(try reader.next())
    #expect(throws: IngestionError.self) { while try reader.next() {} }
  }
}

private final class ChunkedBytes: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    rest = bytes[...]
    self.size = size
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(IngestionError) -> Int {
    let part = rest.prefix(min(size, buffer.count))
    _ = buffer.update(fromContentsOf: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
}
