/// Why a metric has no value here.
package enum MetricProblem: Error, Equatable, Sendable {
  case noRows(metric: String)
  case lengths(metric: String, first: Int, second: Int)
  case notFinite(metric: String, row: Int)
  case outOfRange(metric: String, row: Int)
  case oneClass(metric: String)
  case emptyDenominator(metric: String)
  case oneCluster(metric: String)
  case setting(metric: String, name: String, found: String, expected: String)
  case constantTarget(metric: String)
  case tooLarge(metric: String)
  case otherOutcomes(metric: String)
  case negative(metric: String, row: Int)
  case zeroTotal(metric: String)
}

extension MetricProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noRows(let metric):
      "\(metric): found no rows; expected at least one; check the window and the filters"
    case .lengths(let metric, let first, let second):
      "\(metric): found lists of \(first) and \(second) values; expected equal lengths; pair them again"
    case .notFinite(let metric, let row):
      "\(metric): found a value that is not finite at row \(row); expected numbers; correct the score"
    case .outOfRange(let metric, let row):
      "\(metric): found a score outside 0…1 at row \(row); expected a probability; calibrate the score first"
    case .oneClass(let metric):
      "\(metric): found rows of one outcome only; expected both outcomes; widen the window or the slice"
    case .emptyDenominator(let metric):
      "\(metric): found no row to divide by; expected at least one; widen the slice or move the threshold"
    case .oneCluster(let metric):
      "\(metric): found one cluster, or one for each row; expected 2 to n − 1; choose another number of clusters"
    case .setting(let metric, let name, let found, let expected):
      "\(metric): \(name) is \(found); expected \(expected); change it"
    case .constantTarget(let metric):
      "\(metric): found the same target in every row; expected one that varies; widen the window or the slice"
    case .tooLarge(let metric):
      "\(metric): found numbers too large to calculate with; expected values whose squares can be summed; scale them"
    case .otherOutcomes(let metric):
      "\(metric): found scores of other outcomes; expected both scores of the same rows in one order; pair them again"
    case .negative(let metric, let row):
      "\(metric): found an amount below 0 at row \(row); expected 0 or more; leave out refunds, or net them first"
    case .zeroTotal(let metric):
      "\(metric): found amounts that are all 0; expected one above 0; check the window and the filters"
    }
  }
}
