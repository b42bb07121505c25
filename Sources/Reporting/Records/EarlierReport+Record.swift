import Analysis
import Vocabulary

extension EarlierReport {
  /// From a week's `report.json`. Predictions and recommendations of a kind that this version does not know are left
  /// out.
  /// - Throws: `notARecord`.
  package init(record bytes: [UInt8]) throws(ReportingError) {
    let record = try ReportRecord(bytes)
    let said: StatementMembers = try ReportRecord.decoded(bytes)
    self.init(
      week: record.week, asOf: record.asOf, currency: record.currency, buildID: record.buildID,
      attention: record.attention, figures: record.figures.map { Figure($0.measure, $0.value) },
      predictions: (said.predictions ?? []).compactMap(Prediction.init),
      recommendations: (said.recommendations ?? []).compactMap(Recommendation.init),
      files: Set((said.files ?? []).map(\.sha256)))
  }
}

/// The parts of `report.json` that the next week's report looks back on.
struct StatementMembers: Decodable {
  let predictions: [Prediction]?
  let recommendations: [Recommendation]?
  let files: [File]?

  struct File: Decodable {
    let sha256: String
  }

  struct Estimate: Decodable {
    let value: Double
    let low: Double?
    let high: Double?
    let level: Double
    let sampleSize: Int?
  }

  struct Prediction: Decodable {
    let kind: String
    let asOf: String
    let horizonDays: Int
    let customers: Int
    let expected: Estimate
    let list: [Listed]?
  }

  struct Listed: Decodable {
    let customer: String
    let probability: Double
  }

  struct Recommendation: Decodable {
    let kind: String
    let channel: String?
    let spend: Double?
    let since: String?
    let recordedReturn: Estimate?
    let listed: Int?
    let atStake: Double?
  }
}

extension Analysis.Estimate {
  fileprivate init(_ members: StatementMembers.Estimate) {
    self.init(
      members.value, low: members.low, high: members.high, level: members.level, sampleSize: members.sampleSize ?? 0)
  }
}

extension Prediction {
  fileprivate init?(_ members: StatementMembers.Prediction) {
    // A horizon of a century would overflow no day, and mean nothing.
    guard let kind = Kind(rawValue: members.kind), let asOf = Day(iso: members.asOf),
      (1...36_500).contains(members.horizonDays), members.customers > 0
    else { return nil }
    self.init(
      kind, asOf: asOf, horizonDays: members.horizonDays, customers: members.customers,
      expected: Analysis.Estimate(members.expected),
      list: (members.list ?? []).map { Listed(pseudonym: $0.customer, probability: $0.probability) })
  }
}

extension Recommendation {
  fileprivate init?(_ members: StatementMembers.Recommendation) {
    switch Kind(rawValue: members.kind) {
    case .testChannel:
      guard let channel = members.channel.flatMap({ Channel(rawValue: $0) }), let spend = members.spend,
        let since = members.since.flatMap({ Day(iso: $0) }), let estimate = members.recordedReturn
      else { return nil }
      self = .testChannel(channel, spend: spend, since: since, recordedReturn: Analysis.Estimate(estimate))
    case .writeToCustomers:
      guard let listed = members.listed, let atStake = members.atStake else { return nil }
      self = .writeToCustomers(listed: listed, atStake: atStake)
    case nil: return nil
    }
  }
}
