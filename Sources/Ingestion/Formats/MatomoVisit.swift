import Vocabulary

/// One row of a visits log.
struct MatomoVisit {
  /// Beginning of a visit: the day in the site's zone, seconds since 1970-01-01T00:00:00Z, seconds east of UTC.
  struct Moment {
    let day: Day
    let instant: Int64?
    let offset: Int?

    /// The day in the site's zone at another time of the visit.
    func day(at instant: Int64) -> Day { offset.map { MatomoVisit.day(instant + Int64($0)) } ?? day }
  }

  private let record: RawRecord
  private let places: [String: Int]
  private let actionCount: Int

  init(_ record: RawRecord, _ places: [String: Int]) {
    self.record = record
    self.places = places
    var count = 0
    while places["actiondetails.\(count).type"] != nil { count += 1 }
    actionCount = count
  }

  /// Small letters; the CSV parts the path of an action by underscores, `actionDetails_0_type`.
  static func places(_ names: [String]) -> [String: Int] {
    var places: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      var key = name.lowercased()
      if key.hasPrefix("actiondetails_") {
        let parts = key.split(separator: "_", maxSplits: 2)
        if parts.count == 3 { key = parts.joined(separator: ".") }
      }
      if places[key] == nil { places[key] = index }
    }
    return places
  }

  /// Whether the export tells of single actions at all.
  var hasActions: Bool { actionCount > 0 }

  /// JSON's `false` stands for nothing here.
  func text(_ name: String) -> String {
    let text = record.text(places[name])
    return text == "false" ? "" : text
  }

  func first(_ names: String...) -> String { names.lazy.map { text($0) }.first { !$0.isEmpty } ?? "" }

  var property: String { first("sitename", "idsite") }

  func whole(_ name: String) throws(RowProblem) -> Int64? {
    let cell = record[places[name]]
    guard !BlankText.isMissing(cell) else { return nil }
    guard let value = NumberFormat.plain.whole(cell) else {
      throw RowProblem(
        column: name, found: "text of \(cell.count) bytes that is no number", expected: "a whole number")
    }
    return value
  }

  func micros(_ name: String) throws(RowProblem) -> Int64? {
    let cell = record[places[name]]
    guard !BlankText.isMissing(cell) else { return nil }
    guard let amount = AmountText(cell, format: .plain) else {
      throw RowProblem(
        column: name, found: "text of \(cell.count) bytes that is no number", expected: "a number such as 1234.5")
    }
    return amount.micros
  }

  /// Nil where the row does not say.
  var moment: Moment? {
    let last = instant("servertimestamp") ?? instant("lastactiontimestamp")
    let first = instant("firstactiontimestamp") ?? last
    let date = Day(iso: text("serverdate"))
    var offset: Int?
    if let date, let last,
      let clock = DateText("\(date) \(text("servertimepretty"))", order: .yearMonthDay)?.secondOfDay
    {
      let local = Int64(date.number) * 86_400 + Int64(clock)
      // Zones lie at whole quarters of an hour.
      offset = Int((Double(local - last) / 900).rounded()) * 900
    }
    guard let first else { return date.map { Moment(day: $0, instant: nil, offset: nil) } }
    if let offset { return Moment(day: MatomoVisit.day(first + Int64(offset)), instant: first, offset: offset) }
    return Moment(day: date ?? MatomoVisit.day(first), instant: first, offset: nil)
  }

  private func instant(_ name: String) -> Int64? {
    guard let instant = NumberFormat.plain.whole(record[places[name]]), (1..<253_402_300_800).contains(instant) else {
      return nil
    }
    return instant
  }

  private static func day(_ instant: Int64) -> Day {
    Day(number: Int(instant >= 0 ? instant / 86_400 : (instant - 86_399) / 86_400))
  }

  /// Source, medium, campaign and channel in the words that web analytics share.
  func fillSource(_ session: inout WebSession) {
    let name = text("referrername")
    switch text("referrertype").lowercased() {
    case "direct": (session.source, session.medium, session.channel) = ("(direct)", "(none)", .direct)
    case "search": (session.source, session.medium, session.channel) = (name.lowercased(), "organic", .organicSearch)
    case "social": (session.source, session.medium, session.channel) = (name.lowercased(), "social", .organicSocial)
    case "website": (session.source, session.medium, session.channel) = (name.lowercased(), "referral", .referral)
    case "ai", "ai-assistant", "ai_assistant", "aiassistant":
      (session.source, session.medium, session.channel) = (name.lowercased(), "ai-assistant", .aiAssistant)
    case "campaign":
      session.source = text("campaignsource")
      session.medium = text("campaignmedium")
      session.campaign = first("campaignname", "referrername")
    default: break
    }
  }

  var device: String {
    switch text("devicetype").lowercased() {
    case "desktop": "desktop"
    case "smartphone", "feature phone", "phablet", "mobile": "mobile"
    case "tablet": "tablet"
    case "", "unknown": ""
    case let other: other
    }
  }

  /// A page seen is "page_view", an order "purchase", an event its action; everything else keeps Matomo's word.
  func actions(_ session: WebSession, _ moment: Moment) throws(RowProblem) -> [WebEvent] {
    var events: [WebEvent] = []
    for index in 0..<actionCount {
      func field(_ name: String) -> String { text("actiondetails.\(index).\(name)") }
      let type = field("type")
      guard !type.isEmpty else { continue }
      let instant = instant("actiondetails.\(index).timestamp")
      var event = WebEvent(
        origin: session.origin, tool: session.tool, property: session.property, name: type,
        day: instant.map { moment.day(at: $0) } ?? session.day)
      event.instantMicros = instant.map { $0 * Micros.perUnit }
      event.visitorID = session.visitorID
      event.userID = session.userID
      event.sessionID = session.sessionID
      event.page = MatomoVisit.page(field("url"))
      event.source = session.source
      event.medium = session.medium
      event.campaign = session.campaign
      event.country = session.country
      event.device = session.device
      switch type {
      case "action": event.name = "page_view"
      case "ecommerceOrder":
        event.name = "purchase"
        event.transactionID = field("orderid")
      case "event": event.name = field("eventaction").isEmpty ? type : field("eventaction")
      case "goal": event.name = field("goalname").isEmpty ? type : "goal: " + field("goalname")
      default: break
      }
      if ["goal", "ecommerceOrder", "ecommerceAbandonedCart"].contains(type) {
        event.valueMicros = try micros("actiondetails.\(index).revenue")
        event.currency = event.valueMicros == nil ? nil : Currency(text("sitecurrency")) ?? session.currency
      }
      events.append(event)
    }
    return events
  }

  private static func page(_ url: String) -> String {
    url.isEmpty ? "" : Array(url.utf8).withUnsafeBufferPointer { RequestAddress($0).page }
  }
}
