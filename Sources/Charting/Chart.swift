/// A kind of chart: data and localised labels in, a figure out. Pure: the same values give the same bytes.
package protocol Chart: Sendable {
  /// A hand-made example, drawn in the gallery and kept as a snapshot.
  static var specimen: Self { get }

  func draw() throws(ChartProblem) -> Figure
}
