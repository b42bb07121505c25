/// Why a chart cannot be drawn: always a fault of the caller's data that must be mended before the report is built.
package enum ChartProblem: Error, Equatable, CustomStringConvertible {
  case intervalReversed(figure: String, row: Int, low: Double, high: Double)
  case lengthMismatch(figure: String, what: String, found: Int, expected: Int)
  case tooMany(figure: String, what: String, found: Int, most: Int)
  case dayRepeated(figure: String, day: Int)
  case negativeCount(figure: String, row: Int)

  package var description: String {
    switch self {
    case .intervalReversed(let figure, let row, let low, let high):
      "figure \(figure), row \(row + 1): the interval runs from \(low) down to \(high); "
        + "expected its low end first; swap the ends or mend the estimate"
    case .lengthMismatch(let figure, let what, let found, let expected):
      "figure \(figure): \(what) has \(found) values; expected \(expected); give one for each, nil where unknown"
    case .tooMany(let figure, let what, let found, let most):
      "figure \(figure): \(found) \(what); expected at most \(most); draw fewer or group them"
    case .dayRepeated(let figure, let day):
      "figure \(figure): \(CivilDate(dayNumber: day).iso) stands there twice; "
        + "expected each day once; add up or choose one"
    case .negativeCount(let figure, let row):
      "figure \(figure), row \(row + 1): a count is below zero; expected 0 or more; mend the counts"
    }
  }
}
