import Vocabulary

/// Recurring contracts in their latest known state.
enum SubscriptionTable {
  static let table = FactTable(
    name: "subscription", dimensions: ["system", "subscriptionID"],
    measures: [
      "customerID", "email", "plan", "interval", "quantity", "amountMicros", "currency", "status", "startDay",
      "periodFirstDay", "periodLastDay", "trialEndDay", "canceledDay", "endedDay",
    ],
    acceptsSeveralPerKey: true, states: [["status", "canceledDay", "endedDay"]],
    stateDays: ["periodFirstDay", "canceledDay", "endedDay"])

  static func row(_ record: Subscription, _ words: Words) throws -> FactRow {
    FactRow(
      dimensions: [try words.system(record.platform), try words.id(record.subscriptionID)],
      measures: [
        try words.measure(record.customerID), try words.id(record.email), try words.measure(record.plan),
        try words.measure(record.interval), record.quantity, record.amountMicros, try words.id(record.currency),
        try words.measure(record.status), record.startDay.map { Int64($0.number) },
        record.periodFirstDay.map { Int64($0.number) }, record.periodLastDay.map { Int64($0.number) },
        record.trialEndDay.map { Int64($0.number) }, record.canceledDay.map { Int64($0.number) },
        record.endedDay.map { Int64($0.number) },
      ],
      line: record.origin.line, section: record.origin.section)
  }
}
