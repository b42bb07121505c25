/// A density to draw from, known up to a factor: its logarithm and the gradient of that, over all of ℝ^dimension.
///
/// Whoever builds one maps bounded parameters to unbounded ones and adds the logarithm of the Jacobian.
package struct LogDensity: Sendable {
  package let dimension: Int
  private let body: @Sendable (_ point: [Double], _ gradient: inout [Double]) -> Double

  /// `body` gets a point and a gradient of zeros to fill in, and gives the log density; NaN or −∞ where there is none.
  package init(
    dimension: Int, _ body: @escaping @Sendable (_ point: [Double], _ gradient: inout [Double]) -> Double
  ) {
    self.dimension = dimension
    self.body = body
  }

  package func evaluate(_ point: [Double]) -> (value: Double, gradient: [Double]) {
    var gradient = [Double](repeating: 0, count: dimension)
    let value = body(point, &gradient)
    return (value, gradient)
  }
}
