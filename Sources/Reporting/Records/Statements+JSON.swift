import Analysis
import Vocabulary

extension Prediction {
  var json: JSONText {
    .object([
      ("kind", .text(kind.rawValue)),
      ("asOf", .text(asOf.description)),
      ("horizonDays", .integer(horizonDays)),
      ("due", .text(due.description)),
      ("customers", .integer(customers)),
      ("expected", expected.json),
      (
        "list",
        .list(
          list.map { .object([("customer", .text($0.pseudonym)), ("probability", .number($0.probability))]) })
      ),
    ])
  }
}

extension Recommendation {
  enum Kind: String {
    case testChannel, writeToCustomers
  }

  var json: JSONText {
    switch self {
    case .testChannel(let channel, let spend, let since, let recordedReturn):
      .object([
        ("kind", .text(Kind.testChannel.rawValue)),
        ("channel", .text(channel.rawValue)),
        ("spend", .number(spend)),
        ("since", .text(since.description)),
        ("recordedReturn", recordedReturn.json),
      ])
    case .writeToCustomers(let listed, let atStake):
      .object([
        ("kind", .text(Kind.writeToCustomers.rawValue)), ("listed", .integer(listed)), ("atStake", .number(atStake)),
      ])
    }
  }
}

extension Analysis.Estimate {
  var json: JSONText {
    .object([
      ("value", .number(value)),
      ("low", .number(low)),
      ("high", .number(high)),
      ("level", .number(level)),
      ("sampleSize", .integer(sampleSize)),
    ])
  }
}

extension Retrospect.Restated {
  var json: JSONText {
    .object([
      ("measure", .text(measure.rawValue)),
      ("reported", .number(reported)),
      ("now", .number(now)),
      ("causes", .list(causes.map(\.json))),
    ])
  }
}

extension Retrospect.Cause {
  enum Kind: String {
    case restatedRows, withdrawnRows, laterFile, notOnRecord
  }

  var json: JSONText {
    func rows(_ kind: Kind, _ file: String, _ rows: Int, _ days: DateWindow) -> JSONText {
      .object([
        ("kind", .text(kind.rawValue)), ("file", .text(file)), ("rows", .integer(rows)),
        ("first", .text(days.first.description)), ("last", .text(days.last.description)),
      ])
    }
    switch self {
    case .restatedRows(let file, let count, let days): return rows(.restatedRows, file, count, days)
    case .withdrawnRows(let file, let count, let days): return rows(.withdrawnRows, file, count, days)
    case .laterFile(let file):
      return .object([("kind", .text(Kind.laterFile.rawValue)), ("file", .text(file))])
    case .notOnRecord: return .object([("kind", .text(Kind.notOnRecord.rawValue))])
    }
  }
}
