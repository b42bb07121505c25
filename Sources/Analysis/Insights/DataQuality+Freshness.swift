import Vocabulary
import Warehouse

extension DataQuality.Source {
  /// How a source's facts come.
  package enum Rhythm: Sendable {
    /// Each day has some: a day without is missing.
    case daily
    /// One by one, some days without any.
    case irregular
    /// For a while: a survey or a fair is over one day.
    case occasional
  }

  /// Fewer days tell no rhythm.
  static let fewestDaysOfRhythm = 8

  package var isDaily: Bool { rhythm == .daily }

  /// Days between first and last without any fact, whether or not they are missing.
  package var daysWithout: Int { (gaps + silences).reduce(0) { $0 + $1.dayCount } }

  /// Whether facts are wanting after its last day. Where they come one by one, a silence says so that is longer than
  /// each before it.
  package func endsEarly(asOf: Day) -> Bool {
    let silence = asOf - last
    return switch rhythm {
    case .daily: silence > 0
    case .irregular:
      silence > 0 && days >= Self.fewestDaysOfRhythm && silence > silences.map(\.dayCount).max() ?? 0
    case .occasional: false
    }
  }
}

extension CoveredSource.Kind {
  /// What is summed up by day, and a shop's orders, come each day.
  var rhythm: DataQuality.Source.Rhythm {
    switch self {
    case .advertising, .web, .orders, .social: .daily
    case .contacts, .posts, .visits, .payments, .sales, .invoices, .subscriptions, .deals, .mailings: .irregular
    case .surveys, .interactions: .occasional
    }
  }
}
