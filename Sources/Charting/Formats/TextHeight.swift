/// Height of a line of chart text at 12 px without a browser: of the box that a browser measures, base line to base line
/// where two lines touch.
enum TextHeight {
  /// Inter's, 1.21 em.
  static let line = 15.0
  /// What a halo adds, 2 px above and 2 below. It hides what it covers.
  static let halo = 4.0
  /// Of the fonts that stand in for Chinese, Japanese and Korean letters, 1.45 em.
  private static let wide = 18.0

  static func of(_ text: String) -> Double { TextWidth.holdsWide(text) ? wide : line }

  static func tallest(_ texts: [String]) -> Double { texts.map(of).max() ?? line }
}
