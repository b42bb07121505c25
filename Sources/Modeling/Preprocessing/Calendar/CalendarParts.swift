import Computation

/// A column of day numbers (whole days since 1 January 1970) as columns of its calendar parts, named "day: weekday" and
/// so on. Learns nothing but which columns there are. A missing day has missing parts. O(n · parts).
///
/// The column itself goes: a model that sees the day's number learns a trend that no later day was trained on.
/// No inverse: most sets of parts do not name one day.
package struct CalendarParts: Step, Equatable {
  package enum Part: String, Sendable, Codable, CaseIterable {
    case year, quarter, month, week, day, dayOfYear, weekday
    /// 1 on Saturday and Sunday, else 0.
    case isWeekend
    /// 1 on the last day of a month, else 0.
    case isMonthEnd

    func value(_ day: CalendarDay) -> Int {
      switch self {
      case .year: day.year
      case .quarter: day.quarter
      case .month: day.month
      case .week: day.week
      case .day: day.day
      case .dayOfYear: day.dayOfYear
      case .weekday: day.weekday
      case .isWeekend: day.weekday >= 6 ? 1 : 0
      case .isMonthEnd: day.day == day.daysInMonth ? 1 : 0
      }
    }
  }

  package let features: [Feature]
  package let parts: [Part]

  package init(of features: [Feature], parts: [Part]) {
    self.features = features
    self.parts = parts
  }

  /// Throws `noRows`, and `unknownFeature` or `wrongKind` for a column that is no column of numbers.
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    Fitted(features: try table.numeric(features, model: Fitted.name), parts: parts)
  }

  package struct Fitted: FittedStep {
    package static let name = "CalendarParts"
    package static let version = 1

    package let features: [Feature]
    package let parts: [Part]

    /// Throws `notADay` for a number that is no whole one or more than 100 million days away.
    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      for feature in features { _ = try table.numbers(of: feature) }
      return try table.rebuilt(model: Self.name) { (feature, column) throws(FitProblem) in
        guard features.contains(feature) else { return [(feature, column)] }
        var days: [CalendarDay?] = []
        for (row, value) in try table.numbers(of: feature).enumerated() {
          let day = value.flatMap { Int(exactly: $0) }.flatMap { CalendarDay(number: $0) }
          if day == nil, value != nil { throw .notADay(feature: feature.name, row: row) }
          days.append(day)
        }
        return parts.map { part in
          let unit: Feature.Unit = part == .isWeekend || part == .isMonthEnd ? .flag : .count
          let values = days.map { $0.map { Double(part.value($0)) } }
          return (Feature("\(feature.name): \(part.rawValue)", unit: unit, missing: feature.missing), .numeric(values))
        }
      }
    }
  }
}
