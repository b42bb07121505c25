import Vocabulary

extension DataQuality {
  /// Days of a week that a source lacks.
  package struct Missing: Sendable, Equatable {
    package var source: String
    package var days: Int
    package var kind = ""
  }

  /// A source that had ended four weeks before is one that was given up, and lacks nothing.
  static let weeksUntilGivenUp = 4

  /// The sources that lack days of this week, by name. A day without a row is a missing one where the source told of
  /// each day of the week before; where it does not tell of each day anyway, only three days in a row count; where
  /// its facts come one by one, only the days after its end.
  package func missing(in week: DateWindow) -> [Missing] {
    sources.compactMap { source -> Missing? in
      guard source.first <= week.first, source.last >= week.first - 7 * Self.weeksUntilGivenUp,
        source.isDaily || source.endsEarly(asOf: week.last)
      else { return nil }
      let after = DateWindow(first: max(source.last + 1, week.first), last: week.last)
      let spans = (source.gaps + [after].compactMap { $0 }).compactMap { gap in
        DateWindow(first: max(gap.first, week.first), last: min(gap.last, week.last))
      }
      let tellsEachDay = source.days(inWeekOf: week.first - 7) == 7
      let counted = spans.filter { tellsEachDay || $0.dayCount >= 3 }
      let days = counted.reduce(0) { $0 + $1.dayCount }
      return days > 0 ? Missing(source: source.name, days: days, kind: source.kind) : nil
    }
    .sorted { $0.source < $1.source }
  }
}

extension DataQuality.Source {
  fileprivate func days(inWeekOf day: Day) -> Int {
    let index = (day.weekStart - firstMonday) / 7
    return day.weekStart >= firstMonday && daysByWeek.indices.contains(index) ? daysByWeek[index] : 0
  }
}
