import Vocabulary

/// What happened on websites. Two records of one file that are equal word for word are one event: a log tells seconds at best,
/// and a page asked for twice in a second was looked at once. Records of which only the same was understood are two.
enum WebEventTable {
  static let table = FactTable(
    name: "webEvent",
    dimensions: [
      "system", "name", "day", "instantMicros", "visitorID", "userID", "sessionID", "page", "transactionID",
      "queryDigest",
    ],
    measures: ["source", "medium", "campaign", "clickID", "referrer", "country", "device", "valueMicros", "currency"],
    acceptsSeveralPerKey: true, countsEachRecord: true)

  static func row(_ record: WebEvent, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [
        try words.system(record.tool, record.property), try words.id(record.name), Int64(record.day.number),
        record.instantMicros, try words.id(record.visitorID), try words.id(record.userID),
        try words.id(record.sessionID), try words.id(record.page), try words.id(record.transactionID),
        record.queryDigest,
      ],
      measures: [
        try words.measure(record.source), try words.measure(record.medium), try words.measure(record.campaign),
        try words.measure(record.clickID), try words.measure(record.referrer), try words.measure(record.country),
        try words.measure(record.device), record.valueMicros, try words.id(record.currency),
      ],
      line: record.origin.line, section: record.origin.section, content: record.origin.content)
  }
}
