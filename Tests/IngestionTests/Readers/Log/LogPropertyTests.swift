import Testing

@testable import Ingestion

/// Lines of each layout, with remarks, empty and broken lines among them, come out with the columns that they were
/// written with: ten thousand logs.
struct LogPropertyTests {
  /// A line as it is written, and what it says; no columns where it is broken.
  private struct Line {
    let text: String
    var cells: [String] = []
    var flaw: RecordFlaw?
  }

  private static let letters = ["a", "B", "7", ".", "_", "é", "日", "%20", "=", "&", ",", ";", "'", "[", "]", "{", "}"]

  /// Without blanks, and no mark or bracket in front.
  private static func word(_ generator: inout CaseGenerator) -> String {
    "w" + generator.text(letters + ["\"", "\\", "-"], upTo: 5)
  }

  /// As it stands between quotation marks: a mark that no blank follows, or one that is escaped, is the text's own.
  private static func quoted(_ generator: inout CaseGenerator) -> String {
    generator.chance(6) ? "-" : "/" + generator.text(letters + [" ", "\\\"", "\\\\", "\"x", "\t"], upTo: 6) + "z"
  }

  private static func meaning(_ text: String) -> String { text == "-" ? "" : text }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func clock(_ generator: inout CaseGenerator) -> String {
    [24, 60, 60].map { two(generator.below($0)) }.joined(separator: ":")
  }

  private static func moment(_ generator: inout CaseGenerator, zone: Bool = true) -> String {
    let day = two(1 + generator.below(28)) + "/" + generator.pick(["Jan", "Feb", "Dec"]) + "/2026:"
    return day + clock(&generator) + (zone ? generator.pick([" +0000", " -0530"]) : ".123")
  }

  private static func status(_ generator: inout CaseGenerator) -> String { "\(100 + generator.below(500))" }

  private static func address(_ generator: inout CaseGenerator) -> String {
    generator.chance(3) ? "2001:db8::\(generator.below(9))" : "192.0.2.\(generator.below(256))"
  }

  /// What stands between the marks of a request, with its method and target.
  private static func request(_ generator: inout CaseGenerator) -> (text: String, method: String, target: String) {
    let target = "/" + generator.text(letters + [" ", "\\\"", "?q=1"], upTo: 6) + "z"
    let method = generator.pick(["GET", "POST", "PROPFIND"])
    switch generator.below(8) {
    case 0: return ("-", "", "")
    case 1: return ("\\x16\\x03", "", "\\x16\\x03")
    case 2: return ("\(method) /old", method, "/old")
    default: return ("\(method) \(target) HTTP/\(generator.pick(["1.0", "1.1", "2.0"]))", method, target)
    }
  }

  private static func common(hasAgent: Bool, _ generator: inout CaseGenerator) -> Line {
    let site = generator.chance(3) ? "shop\(generator.below(9)).example" : ""
    let client = generator.chance(5) && site.isEmpty ? "visitor.example" : address(&generator)
    let user = generator.chance(4) && client != "visitor.example" ? "Ann of X" : generator.pick(["-", "ann"])
    let (text, method, target) = request(&generator)
    let (time, code) = (moment(&generator), status(&generator))
    let (referrer, agent) = (quoted(&generator), quoted(&generator))
    var line = site.isEmpty ? "" : site + generator.pick(["", ":443"]) + " "
    line += "\(client) - \(user) [\(time)] \"\(text)\" \(code) \(generator.pick(["-", "17"]))"
    if hasAgent { line += " \"\(referrer)\" \"\(agent)\"" + generator.pick(["", " \"1.2.3.4\"", " 0.012"]) }
    return Line(
      text: line,
      cells: [site, client, time, method, target, code] + (hasAgent ? [meaning(referrer), meaning(agent)] : ["", ""]))
  }

  private static func balancer(_ generator: inout CaseGenerator) -> Line {
    let client = generator.pick(["192.0.2.\(generator.below(256))", "[2001:db8::1]"])
    let time = "2026-02-10T\(clock(&generator)).\(generator.below(999))Z"
    let code = generator.chance(6) ? "-" : status(&generator)
    let (text, method, target) = request(&generator)
    let agent = quoted(&generator)
    let line =
      generator.pick(["", "https ", "h2 "])
      + "\(time) app/lb \(client):2817 \(generator.pick(["10.0.0.1:80", "-"])) 0.0 0.001 -1 \(code) 200 34 366 "
      + "\"\(text)\" \"\(agent)\" - -"
    return Line(text: line, cells: ["", client, time, method, target, meaning(code), "", meaning(agent)])
  }

  private static func storage(_ generator: inout CaseGenerator) -> Line {
    let (bucket, time, client) = (word(&generator), moment(&generator), address(&generator))
    let code = generator.chance(6) ? "-" : status(&generator)
    let (text, method, target) = request(&generator)
    let (referrer, agent) = (quoted(&generator), quoted(&generator))
    let line =
      "\(word(&generator)) \(bucket) [\(time)] \(client) - \(word(&generator)) REST.GET.OBJECT \(word(&generator)) "
      + "\"\(text)\" \(code) - 113 - 7 - \"\(referrer)\" \"\(agent)\" -"
    return Line(
      text: line,
      cells: [bucket, client, time, method, target, meaning(code), meaning(referrer), meaning(agent)])
  }

  private static func proxy(_ generator: inout CaseGenerator) -> Line {
    let (client, time) = ("192.0.2.\(generator.below(256))", moment(&generator, zone: false))
    let (code, asked) = (status(&generator), request(&generator))
    let line =
      generator.pick(["", "Feb  6 12:14:14 localhost haproxy[14389]: "])
      + "\(client):33317 [\(time)] http-in static/srv1 10/0/30/69/109 \(code) 2750 - - ---- 1/1/1/1/0 0/0 "
      + generator.pick(["", "{1wt.eu} {} ", "{a|b c} "]) + "\"\(asked.text)\""
    return Line(text: line, cells: ["", client, time, asked.method, asked.target, code, "", ""])
  }

  /// The line that names the fields, and lines of these.
  private static func fielded(_ count: Int, _ generator: inout CaseGenerator) -> [Line] {
    let mark = generator.pick([" ", "\t"])
    var names = ["date", "time", "cs-method", "cs-uri-stem", "sc-status"]
    for name in ["cs-uri-query", "c-ip", "cs(User-Agent)", "cs(Referer)", "s-port", "cs-host", "s-sitename", "x-any"]
    where generator.chance(2) {
      names.append(name)
    }
    names.shuffle(using: &generator)
    var lines = [Line(text: "#Fields: " + names.joined(separator: mark))]
    for _ in 0..<count {
      var said: [String: String] = [:]
      var parts: [String] = []
      for name in names {
        var value = generator.chance(5) ? "-" : word(&generator)
        switch name {
        case "date": value = "2026-02-\(two(1 + generator.below(28)))"
        case "time": value = clock(&generator)
        case "sc-status": value = status(&generator)
        case "cs-method": value = generator.pick(["GET", "POST"])
        case "cs-uri-stem": value = "/" + word(&generator)
        default: break
        }
        let isQuoted = mark == " " && value != "-" && name.hasPrefix("cs(") && generator.chance(2)
        // A mark before a blank would close.
        if isQuoted || (mark == "\t" && name.hasPrefix("cs(")) { value = value.replacing("\"", with: "") + " and more" }
        said[name] = meaning(value)
        parts.append(isQuoted ? "\"\(value)\"" : value)
      }
      let query = said["cs-uri-query"].map { $0.isEmpty ? "" : "?" + $0 } ?? ""
      // The host that was asked for goes before the name of the server's site, where both are there.
      let site = names.contains("cs-host") ? said["cs-host"] : said["s-sitename"]
      lines.append(
        Line(
          text: parts.joined(separator: mark),
          cells: [
            site ?? "", said["c-ip"] ?? "", "\(said["date"] ?? "")T\(said["time"] ?? "")Z", said["cs-method"] ?? "",
            (said["cs-uri-stem"] ?? "") + query, said["sc-status"] ?? "", said["cs(Referer)"] ?? "",
            said["cs(User-Agent)"] ?? "",
          ]))
    }
    return lines
  }

  private static func lines(_ layout: LogLayout, _ generator: inout CaseGenerator) -> [Line] {
    let count = 3 + generator.below(4)
    var lines: [Line] = []
    if layout == .fielded {
      lines = fielded(count, &generator) + (generator.chance(2) ? fielded(2, &generator) : [])
    } else {
      for _ in 0..<count {
        switch layout {
        case .common(let hasAgent): lines.append(common(hasAgent: hasAgent, &generator))
        case .balancer: lines.append(balancer(&generator))
        case .storage: lines.append(storage(&generator))
        case .proxy: lines.append(proxy(&generator))
        case .fielded: break
        }
      }
    }
    let noise = [Line(text: ""), Line(text: "  "), Line(text: "# a remark \"")]
    let broken = [Line(text: "free text", flaw: .noLogLine), Line(text: lines[1].text + "\0", flaw: .zeroByte)]
    if generator.chance(2) { lines.insert(generator.pick(noise), at: generator.below(lines.count + 1)) }
    if generator.chance(3) { lines.insert(generator.pick(broken), at: 1 + generator.below(lines.count)) }
    return lines
  }

  @Test(arguments: [
    LogLayout.common(hasAgent: true), .common(hasAgent: false), .balancer, .storage, .proxy, .fielded,
  ])
  func whatIsWrittenComesOutAgain(layout: LogLayout) throws {
    for seed in 0..<10_000 {
      var generator = CaseGenerator(seed: UInt64(seed))
      let lines = Self.lines(layout, &generator)
      let end = generator.pick(["\n", "\r\n"])
      let isMarked = generator.chance(4)
      let text = lines.map(\.text).joined(separator: end) + (generator.chance(3) ? "" : end)
      let bytes = (isMarked ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
      let source = TricklingBytes(bytes, step: 1 + generator.below(150))
      let reader = LogReader(source, name: "case", layout: layout, limits: .standard)
      var found: [String] = []
      while try reader.next() {
        found.append("\(reader.record.line) \(String(describing: reader.record.flaw)) \(reader.record.texts)")
      }
      let expected = lines.enumerated().filter { !$1.cells.isEmpty || $1.flaw != nil }.map { place, line in
        let cells = line.flaw == nil ? line.cells + [line.text] : line.cells
        return "\(place + 1) \(String(describing: line.flaw)) \(cells)"
      }
      guard found == expected, LogLayout(bytes) == layout else {
        Issue.record("seed \(seed): \(found), not \(expected): \(text.debugDescription)")
        return
      }
    }
  }
}
