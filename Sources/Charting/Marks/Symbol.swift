/// Shapes that tell series apart without colour. About 11 px across, the same visual weight.
package enum Symbol: Sendable, Equatable, CaseIterable {
  case dot, diamond, square, triangle
  case hollowDot, hollowDiamond, hollowSquare, hollowTriangle

  /// The shape for the n-th series, filled first.
  package static func nth(_ index: Int) -> Symbol { allCases[index % allCases.count] }

  private var outline: String {
    switch self {
    case .dot, .hollowDot: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
    case .diamond, .hollowDiamond: "M0 -6.5L6.5 0L0 6.5L-6.5 0z"
    case .square, .hollowSquare: "M-4.75 -4.75H4.75V4.75H-4.75z"
    case .triangle, .hollowTriangle: "M0 -5.75L5.75 4.75H-5.75z"
    }
  }

  var isHollow: Bool {
    switch self {
    case .hollowDot, .hollowDiamond, .hollowSquare, .hollowTriangle: true
    case .dot, .diamond, .square, .triangle: false
    }
  }

  /// Classes for a data colour `1…8`, or a named ink such as `m` (muted), `i` (ink), `g` (good), `b` (bad).
  func classes(_ ink: String) -> String { isHollow ? "hollow s" + ink : "f" + ink + " ring" }

  /// - Parameter radius: of the dot, or of a dot of the same weight; 5 px if nil.
  func mark(x: Length, y: Double, ink: String, radius: Double? = nil, hover: String? = nil) -> Element {
    switch self {
    case .dot, .hollowDot:
      return Element("circle", class: classes(ink)).at(["cx": x, "cy": .pixels(y), "r": .pixels(radius ?? 5)])
        .hover(hover)
    default:
      var shape = Element("path", class: classes(ink)).set("d", outline)
      if let radius { shape = shape.set("transform", "scale(\(Length.number(radius / 5)))") }
      return Element("svg").at(["x": x, "y": .pixels(y)]).set("overflow", "visible").adding(shape.hover(hover))
    }
  }
}
