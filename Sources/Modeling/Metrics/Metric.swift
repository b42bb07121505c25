/// One number that says how well something was done.
package protocol Metric: Sendable {
  associatedtype Input: Sendable

  var name: String { get }
  var unit: MetricUnit { get }
  /// The values it can take.
  var range: ClosedRange<Double> { get }
  var better: BetterDirection { get }

  /// Throws what has no value by name; never returns NaN.
  func value(of input: Input) throws(MetricProblem) -> Double
}

package enum MetricUnit: String, Sendable, Codable {
  case share, nats, index
  /// The unit of what is predicted.
  case target
}

package enum BetterDirection: String, Sendable, Codable {
  case higher, lower
  /// A rate that describes and does not judge.
  case neither
}
