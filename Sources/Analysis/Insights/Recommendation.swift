import Vocabulary

/// The one thing that a report puts first, with the figure that it leans on.
package enum Recommendation: Sendable, Equatable {
  /// Hold part of a channel's spend back to test it: the recorded return is below break-even.
  case testChannel(Channel, spend: Double, since: Day, recordedReturn: Estimate)
  /// Write to the customers at the top of the risk list. `atStake` is of the first: the risk times a year's revenue.
  case writeToCustomers(listed: Int, atStake: Double)

  /// What makes two recommendations of different weeks the same one.
  package enum Subject: Hashable, Sendable {
    case channel(Channel)
    case riskList
  }

  package var subject: Subject {
    switch self {
    case .testChannel(let channel, _, _, _): .channel(channel)
    case .writeToCustomers: .riskList
    }
  }
}

extension Findings {
  /// The largest spend that is recorded to lose money; else the customers most worth writing to.
  package var recommendation: Recommendation? {
    if let returns = returns.finding {
      let losing = returns.channels.filter { $0.verdict == .loses || $0.verdict == .probablyLoses }
      if let row = losing.max(by: { $0.spend < $1.spend }), let estimate = row.recordedReturn {
        return .testChannel(
          row.channel, spend: row.spend, since: returns.window.first, recordedReturn: estimate)
      }
    }
    guard let churn = churn.finding, let first = churn.riskList.first else { return nil }
    return .writeToCustomers(listed: churn.riskList.count, atStake: first.probability * first.yearlyRevenue)
  }
}
