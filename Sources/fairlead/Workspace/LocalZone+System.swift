import Foundation
import Ingestion

extension LocalZone {
  /// In the words of a refusal.
  static let expected = "a name such as Europe/London or an offset such as +01:00"

  /// By a name such as `Europe/London` or an offset such as `+01:00`; nil for any other text.
  init?(_ name: String) {
    guard let zone = TimeZone(identifier: name) ?? LocalZone.fixed(name) else { return nil }
    self.init(name: name) { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0))) }
  }

  private static func fixed(_ name: String) -> TimeZone? {
    guard let parts = name.wholeMatch(of: /([+-])(\d\d):(\d\d)/), let hours = Int(parts.2), let minutes = Int(parts.3)
    else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    return TimeZone(secondsFromGMT: parts.1 == "-" ? -seconds : seconds)
  }
}
