import Testing
import Vocabulary

@testable import Ingestion

struct AccessLogTests {
  /// What no column holds, the bytes of the answer, tells lines apart too.
  @Test func linesTellThemselvesApartByAllThatTheySay() throws {
    func line(_ bytes: Int) -> String {
      "192.0.2.7 - - [10/Feb/2026:16:42:07 +0000] \"GET /a HTTP/1.1\" 200 \(bytes) \"-\" \"\(Self.browser)\"\n"
    }
    let events = try Sample(line(5) + line(6), name: "access.log").read().all.webEvents
    #expect(Set(events.map(\.origin.content)).count == 2)
    let windows = try Sample(line(5).replacing("\n", with: "\r\n"), name: "access.log").read().all.webEvents
    #expect(windows.map(\.origin.content) == [events[0].origin.content])
  }

  /// Whatever stands behind the question mark, other requests are other views; the same line twice is one.
  @Test func requestsOfOnePageTellThemselvesApart() throws {
    func line(_ id: Int) -> String {
      "192.0.2.7 - - [10/Feb/2026:16:42:07 +0000] \"GET /index.php?id=\(id) HTTP/1.1\" 200 5 \"-\" \"\(Self.browser)\"\n"
    }
    let events = try Sample(line(5) + line(6) + line(5), name: "access.log").read().all.webEvents
    #expect(events.map(\.page) == ["/index.php", "/index.php", "/index.php"])
    #expect(Set(events.map(\.origin.content)).count == 2)
    // Python: int.from_bytes(hmac.new(b"key", b"id=5", "sha256").digest()[:8], "big", signed=True)
    let digests = try Sample(line(5) + line(6) + line(5).replacing("?id=5", with: ""), name: "access.log").read(
      ReadOptions(pseudonymKey: Array("key".utf8))
    ).all.webEvents.map(\.queryDigest)
    #expect(digests == [1_900_223_651_833_160_616, 1_283_267_493_434_106_707, nil])
  }

  /// A proxy of the house asks for everybody; another address, or another last field, changes nothing.
  @Test func visitorsBehindAProxy() throws {
    func line(_ address: String, _ forwarded: String) -> String {
      "\(address) - - [10/Feb/2026:16:42:07 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"\(Self.browser)\" \"\(forwarded)\"\n"
    }
    let text =
      line("10.0.0.1", "192.0.2.7, 10.2.3.4") + line("172.18.0.2", "192.0.2.7") + line("10.0.0.1", "192.0.2.9")
      + line("192.0.2.7", "198.51.100.1") + line("10.0.0.1", "-") + line("10.0.0.1", "shop.example")
    let visitors = try Sample(text, name: "access.log").read().all.webEvents.map(\.visitorID)
    #expect(visitors[0] == visitors[1] && visitors[0] == visitors[3] && visitors[0] != visitors[2])
    #expect(visitors[4] == visitors[5] && visitors[4] != visitors[0])
  }

  private static let browser = "Mozilla/5.0 (X11; Linux x86_64; rv:27.0) Gecko/20100101 Firefox/27.0"

  private func line(
    _ target: String, method: String = "GET", status: Int = 200, referrer: String = "-", agent: String = browser,
    time: String = "31/Dec/2025:23:30:00 -0500", address: String = "192.0.2.7"
  ) -> String {
    "\(address) - - [\(time)] \"\(method) \(target) HTTP/1.1\" \(status) 368 \"\(referrer)\" \"\(agent)\"\n"
  }

  @Test func aPageSeen() throws {
    let reading = try Sample(
      line(
        "/caf%C3%A9/?utm_source=News%20letter&UTM_MEDIUM=e+mail&utm_campaign=a%2Bb&gclid=Abc#x",
        referrer: "https://WWW.Example.com:8080/x?y"), name: "access.log"
    ).read(ReadOptions(pseudonymKey: Array("key".utf8)))
    #expect(reading.recognition.format == "AccessLog")
    #expect(reading.recognition.timeZone == "-05:00")
    #expect(reading.recognition.window == Day(iso: "2025-12-31").map { DateWindow(day: $0) })
    #expect(reading.total(.events) == "1")
    let event = try #require(reading.all.webEvents.first)
    #expect(event.name == "page_view")
    #expect(event.day == Day(iso: "2025-12-31"))
    // 2026-01-01T04:30:00Z
    #expect(event.instantMicros == 1_767_241_800_000_000)
    #expect(event.page == "/caf%C3%A9/")
    #expect([event.source, event.medium, event.campaign, event.clickID] == ["News letter", "e mail", "a+b", "gclid"])
    #expect(event.referrer == "www.example.com")
    #expect(event.device == "desktop")
    // Python: hmac.new(b"key", b"192.0.2.7\n" + agent, "sha256").hexdigest()[:32]
    #expect(event.visitorID == "6a092864a22f5a4bcf9b7456578f79bf")
  }

  @Test func blanksAroundATagAreNoPartOfIt() throws {
    let target = "/?utm_source=google%20&utm_medium=%20cpc&utm_campaign=+&pk_campaign=Spring+Sale%C2%A0"
    let event = try #require(try Sample(line(target), name: "access.log").read().all.webEvents.first)
    #expect([event.source, event.medium, event.campaign] == ["google", "cpc", "Spring Sale"])
  }

  @Test func whatIsNoPage() throws {
    let reading = try Sample(
      line("/") + line("/", status: 304) + line("/a.CSS") + line("/", status: 301) + line("/", status: 404)
        + line("/", method: "POST") + line("/", method: "HEAD") + line("/", agent: "Googlebot/2.1 (+http://x)")
        + line("/a.png", agent: "curl/8") + line("/", agent: "-") + line("/v1.2/page") + line("/", status: 206)
        + line("/", agent: "Mozilla/5.0 (Linux; Android 9; CUBOT X19) Mobile Safari/537.36"), name: "access.log"
    ).read()
    #expect(reading.all.webEvents.map(\.origin.line) == [1, 2, 11, 13])
    #expect(reading.all.webEvents.map(\.device) == ["desktop", "desktop", "desktop", "mobile"])
    #expect(
      reading.all.skippedRows.map(\.reason) == [
        .asset, .noPage, .noPage, .noPage, .noPage, .robot, .robot, .robot, .noPage,
      ])
  }

  /// A balancer of connections, and a line that a server writes when nobody asks in time.
  @Test func whereNothingWasAskedForNobodyAsked() throws {
    let balancer =
      "2015-05-13T23:39:43.945958Z lb 192.0.2.7:2817 10.0.0.1:80 0.001 0.00002 0.00004 - - 82 305 \"- - - \" \"-\" - -\n"
      + "2015-05-13T23:39:43.945958Z lb 192.0.2.7:2817 10.0.0.1:80 0.001 0.001 0.001 200 200 0 57 "
      + "\"GET https://shop.example:443/a HTTP/1.1\" \"\(Self.browser)\" - -\n"
    let connections = try Sample(balancer, name: "elb.log").read().all
    #expect(connections.skippedRows.map(\.reason) == [.noRequest] && connections.webEvents.map(\.page) == ["/a"])
    let late = line("/a") + line("/", agent: "-").replacing("GET / HTTP/1.1", with: "-") + line("/", agent: "-")
    let server = try Sample(late, name: "access.log").read().all
    #expect(server.skippedRows.map(\.reason) == [.noRequest, .robot] && server.webEvents.count == 1)
  }

  @Test func visitorsAreTheSameInAllFilesOfABusinessAndInNoOther() throws {
    func visitors(_ key: String, _ lines: String...) throws -> [String] {
      try Sample(lines.joined(), name: "access.log").read(ReadOptions(pseudonymKey: Array(key.utf8)))
        .all.webEvents.map(\.visitorID)
    }
    let one = try visitors("a", line("/"), line("/b", address: "192.0.2.8"), line("/c"))
    let two = try visitors("a", line("/d"))
    let other = try visitors("b", line("/"))
    #expect(one[0] == one[2])
    #expect(one[0] == two[0])
    #expect(Set([one[0], one[1], other[0]]).count == 3)
    #expect(one.allSatisfy { $0.count == 32 && !$0.contains("192") })
  }

  @Test func bytesOfAnotherEncodingSpoilNothing() throws {
    var bytes = Array(line("/QQ?utm_source=QQ").utf8)
    for place in bytes.indices where bytes[place] == UInt8(ascii: "Q") { bytes[place] = 0xA4 }
    let reading = try Sample(Array(line("/a").utf8) + bytes, name: "access.log").read()
    #expect(reading.all.webEvents.map(\.page) == ["/a", "/%A4%A4"])
    #expect(reading.all.webEvents[1].source == "%A4%A4")
  }

  @Test func aLogWithoutAgentsHasNoRobots() throws {
    let reading = try Sample(
      "192.0.2.7 - - [10/Feb/2026:16:42:07 +0000] \"GET / HTTP/1.0\" 200 368\n", name: "access.log"
    ).read()
    #expect(reading.all.webEvents.map(\.device) == [""])
    #expect(reading.recognition.notes.contains { $0.contains("programs cannot be left out") })
    #expect(
      reading.recognition.columns.map(\.meaning) == [
        "visitor", "day and time", "kind of request", "page", "answer",
      ])
  }

  /// A line of Caddy as it is and as it was before 2.5, whose address has a port; the address of the third is not told.
  @Test func addressesOfOtherNamesAndOfNone() throws {
    func line(_ address: String) -> String {
      "{\"ts\":1778916000,\"request\":{\"method\":\"GET\",\"uri\":\"/a\"\(address),"
        + "\"headers\":{\"User-Agent\":[\"\(Self.browser)\"]}},\"status\":200}\n"
    }
    let known = line(",\"remote_ip\":\"192.0.2.7\"") + line(",\"remote_addr\":\"192.0.2.7:5555\"")
    let others = line(",\"remote_addr\":\"[2001:db8::1]:5555\"") + line(",\"remote_addr\":\"[2001:db8::1]:6666\"")
    let reading = try Sample(known + others + line(""), name: "caddy.json").read(
      ReadOptions(pseudonymKey: Array("key".utf8)))
    let visitors = reading.all.webEvents.map(\.visitorID)
    // Python: hmac.new(b"key", b"192.0.2.7\n" + agent, "sha256").hexdigest()[:32]
    #expect(visitors[0] == "6a092864a22f5a4bcf9b7456578f79bf" && visitors[1] == visitors[0])
    #expect(visitors[2] == visitors[3] && visitors[2] != visitors[0] && visitors[4].isEmpty)
    #expect(reading.recognition.notes.contains { $0.hasPrefix("lines without the visitor's address: 1;") })
    let alone = try Sample(line("") + line(""), name: "caddy.json").read()
    #expect(alone.recognition.notes.contains { $0.contains("its visitors cannot be told apart") })
  }

  /// nginx may write what stands behind the question mark by itself; where the path has its own, that one counts.
  @Test(arguments: ["args", "query_string", "query"])
  func theQueryApartFromThePath(name: String) throws {
    func line(_ path: String, _ query: String) -> String {
      "{\"@timestamp\":\"2026-05-01T10:00:00+00:00\",\"client_ip\":\"192.0.2.7\",\"method\":\"GET\","
        + "\"uri\":\"\(path)\",\"\(name)\":\"\(query)\",\"status\":200,\"user_agent\":\"\(Self.browser)\"}\n"
    }
    let reading = try Sample(
      line("/a", "utm_source=news&utm_medium=email&gclid=X") + line("/b", "?utm_source=paper")
        + line("/c?utm_source=own", "utm_source=other") + line("/d", "-"), name: "access.json"
    ).read()
    let events = reading.all.webEvents
    #expect(events.map(\.page) == ["/a", "/b", "/c", "/d"])
    #expect(events.map(\.source) == ["news", "paper", "own", ""])
    #expect(events[0].medium == "email" && events[0].clickID == "gclid")
    #expect(reading.recognition.columns.first { $0.header == name }?.meaning == "page")
  }

  @Test func aCutLastLineIsRejected() throws {
    let reading = try Sample(line("/") + String(line("/").prefix(60)), name: "access.log").read()
    #expect(reading.summary.rowsRead == 2)
    #expect(reading.all.rejectedRows.map(\.line) == [2])
    #expect(reading.all.rejectedRows.allSatisfy { !$0.found.contains("192") })
  }

  @Test func aTimeThatNeverWasIsRejected() throws {
    let reading = try Sample(line("/") + line("/", time: "31/Feb/2026:10:00:00 +0000"), name: "access.log").read()
    #expect(reading.all.rejectedRows.map(\.column) == ["time"])
  }

  /// As nginx, Caddy and Traefik write them. All moments are 2026-02-10T16:42:07Z.
  @Test(arguments: [
    """
    {"time_local":"10/Feb/2026:16:42:07 +0000","remote_addr":"192.0.2.7","request":"GET /a?x=1 HTTP/1.1",\
    "status":200,"http_referer":"-","http_user_agent":"BROWSER","host":"shop.example"}
    """,
    """
    {"level":"info","ts":1770741727.52,"request":{"remote_ip":"192.0.2.7","method":"GET","host":"shop.example",\
    "uri":"/a","headers":{"User-Agent":["BROWSER"]}},"status":200}
    """,
    """
    {"ClientHost":"192.0.2.7","RequestHost":"shop.example","RequestMethod":"GET","RequestPath":"/a",\
    "DownstreamStatus":200,"StartUTC":"2026-02-10T16:42:07.123456Z","request_User-Agent":"BROWSER"}
    """,
    """
    {"ip":"192.0.2.7","host":"shop.example","path":"/a","status":"200","user_agent":"BROWSER",\
    "date":"2026-02-10T17:42:07+01:00"}
    """,
    """
    {"ClientIP":"192.0.2.7","ClientRequestHost":"shop.example","ClientRequestMethod":"GET","ClientRequestURI":"/a",\
    "EdgeResponseStatus":200,"EdgeStartTimestamp":1770741727123456789,"ClientRequestUserAgent":"BROWSER"}
    """,
    """
    {"timestamp":"10/Feb/2026:17:42:07 +0100","clientip":"192.0.2.7","host":"shop.example","verb":"GET","request":"/a",\
    "response":"200","agent":"BROWSER"}
    """,
    """
    {"time":"1770741727123","remote_ip":"192.0.2.7","host":"shop.example","request":"GET /a HTTP/1.1","response":200,\
    "agent":"BROWSER"}
    """,
  ])
  func jsonLines(line: String) throws {
    let reading = try Sample(
      line.replacing("BROWSER", with: Self.browser) + "\n" + line.replacing("BROWSER", with: "curl/8") + "\n",
      name: "access.json"
    ).read()
    #expect(reading.recognition.format == "AccessLog")
    #expect(reading.all.skippedRows.map(\.reason) == [.robot])
    let event = try #require(reading.all.webEvents.first)
    #expect([event.property, event.page, event.referrer] == ["shop.example", "/a", ""])
    #expect(event.instantMicros == 1_770_741_727_000_000)
    #expect(event.visitorID.count == 32)
  }

  /// Figures by Python over the same files, with a regular expression and strptime.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("apache_combined_first5000.log", 5_000, 769, 1_749, 2_441, 41), ("common.log", 1, 0, 0, 0, 1),
      ("common_vhost.log", 1, 0, 0, 0, 1), ("ncsa_extended.log", 1, 0, 0, 0, 1), ("elb.log", 2, 1, 0, 0, 0),
      ("iis.log", 1, 1, 0, 0, 0), ("nginx_json.log", 2, 2, 0, 0, 0), ("amazon_cloudfront_web.log", 1, 1, 0, 0, 0),
    ])
  func realFiles(file: String, rows: Int, pages: Int, robots: Int, assets: Int, others: Int) throws {
    let reading = try Shared.reading("web-logs/" + file)
    #expect(reading.recognition.format == "AccessLog")
    #expect(reading.summary.rowsRead == rows)
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.all.webEvents.count == pages)
    #expect(reading.all.skippedRows.count { $0.reason == .robot } == robots)
    #expect(reading.all.skippedRows.count { $0.reason == .asset } == assets)
    #expect(reading.all.skippedRows.count { $0.reason == .noPage } == others)
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func theRealLog() throws {
    let reading = try Shared.reading("web-logs/apache_combined_first5000.log")
    let events = reading.all.webEvents
    #expect(reading.recognition.window?.description == "2015-05-17…2015-05-19")
    #expect(Set(events.map(\.visitorID)).count == 450)
    #expect(events.count { $0.day == Day(iso: "2015-05-18") } == 448)
    #expect(events.count { $0.page == "/projects/xdotool/" } == 101)
    #expect(events.count { $0.source == "feedburner" && $0.medium == "feed" } == 38)
    #expect(events.count { $0.referrer == "www.google.com" } == 86)
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func siteAndQueryOfTheOthers() throws {
    let balancer = try #require(try Shared.reading("web-logs/elb.log").all.webEvents.first)
    #expect(try Shared.reading("web-logs/elb.log").all.skippedRows.map(\.reason) == [.noRequest])
    #expect([balancer.property, balancer.page] == ["www.example.com", "/path/index.html"])
    let fields = try #require(try Shared.reading("web-logs/iis.log").all.webEvents.first)
    #expect([fields.property, fields.page] == ["example.com", "/foo/bar"])
    // 2012-04-01T00:00:13Z
    #expect(fields.instantMicros == 1_333_238_413_000_000)
    let edge = try #require(try Shared.reading("web-logs/amazon_cloudfront_web.log").all.webEvents.first)
    #expect([edge.property, edge.page, edge.referrer] == ["example.com", "/view/my/file.html", "example.com"])
  }
}
