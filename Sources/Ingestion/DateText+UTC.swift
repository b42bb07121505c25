import Vocabulary

extension DateText {
  /// The instant of a moment whose column is known to be in UTC; nil for a day without a time.
  var instantUTC: Int64? {
    if let instant { return instant }
    return secondOfDay.map { Int64(day.number) * 86_400 + Int64($0) }
  }
}
