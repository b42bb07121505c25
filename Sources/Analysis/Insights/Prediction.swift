import Vocabulary

/// What a report says will happen, in the form in which a later one can hold it against what did.
package struct Prediction: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// How many of the customers will not order within the horizon.
    case leavers
    /// The same of those on the risk list alone.
    case listedLeavers
  }

  package var kind: Kind
  /// The last day that the prediction knew of.
  package var asOf: Day
  package var horizonDays: Int
  /// How many customers it is about.
  package var customers: Int
  package var expected: Estimate
  /// The customers by name, where it is about named ones.
  package var list: [Listed]

  package struct Listed: Sendable, Equatable {
    package var pseudonym: String
    /// 0…1.
    package var probability: Double

    package init(pseudonym: String, probability: Double) {
      self.pseudonym = pseudonym
      self.probability = probability
    }
  }

  package init(
    _ kind: Kind, asOf: Day, horizonDays: Int, customers: Int, expected: Estimate, list: [Listed] = []
  ) {
    self.kind = kind
    self.asOf = asOf
    self.horizonDays = horizonDays
    self.customers = customers
    self.expected = expected
    self.list = list
  }

  /// The day at whose end the whole horizon has passed.
  package var due: Day { asOf + horizonDays }
}

extension Findings {
  /// Everything that this report says of the future.
  package func predictions(pseudonym: (String) -> String) -> [Prediction] {
    guard let churn = churn.finding else { return [] }
    var predictions: [Prediction] = []
    if churn.customers > 0 {
      predictions.append(
        Prediction(
          .leavers, asOf: churn.asOf, horizonDays: churn.horizonDays, customers: churn.customers,
          expected: churn.expectedLeavers))
    }
    if !churn.riskList.isEmpty {
      predictions.append(
        Prediction(
          .listedLeavers, asOf: churn.asOf, horizonDays: churn.horizonDays, customers: churn.riskList.count,
          expected: ChurnAnalysis.expectedLeavers(churn.riskList.map(\.probability), levelError: churn.levelError),
          list: churn.riskList.map { .init(pseudonym: pseudonym($0.email), probability: $0.probability) }))
    }
    return predictions
  }
}
