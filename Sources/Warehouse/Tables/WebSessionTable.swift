import Vocabulary

/// Visits as web analytics built them.
enum WebSessionTable {
  static let table = FactTable(
    name: "webSession", dimensions: ["system", "sessionID"],
    measures: [
      "day", "instant", "seconds", "views", "events", "conversions", "revenueMicros", "currency", "visitorID", "userID",
      "source", "medium", "campaign", "clickID", "channel", "landingPage", "country", "device",
    ],
    acceptsSeveralPerKey: false)

  static func row(_ record: WebSession, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.tool, record.property), try words.id(record.sessionID)],
      measures: [
        Int64(record.day.number), record.instant, record.seconds, record.views, record.events, record.conversions,
        record.revenueMicros, try words.id(record.currency), try words.measure(record.visitorID),
        try words.measure(record.userID), try words.measure(record.source), try words.measure(record.medium),
        try words.measure(record.campaign), try words.measure(record.clickID),
        try words.measure(record.channel?.rawValue ?? ""), try words.measure(record.landingPage),
        try words.measure(record.country), try words.measure(record.device),
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
