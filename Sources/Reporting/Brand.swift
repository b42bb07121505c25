/// Whose report it is: the name in the masthead, its colours, and a logo.
package struct Brand: Sendable {
  package let name: String
  package let accent: BrandColour
  /// Of the first and second series of every chart; nil: the theme's.
  let series: (first: BrandColour?, second: BrandColour?)
  /// `data:` address of the logo.
  let logo: String?
  package let closing: String?
  /// The brand's tokens for both themes, laid over those of the theme.
  let css: String

  package static let standardAccent = "#1c4f5c"

  /// - Parameters:
  ///   - name: of the agency or the business that sends the report.
  ///   - accent: `#rrggbb`. Text drawn in it is darkened or lightened until it can be read.
  ///   - first: `#rrggbb`, of the main series of a chart; toned likewise. The other colours of charts stay, because they
  ///     are told apart by all kinds of eyes.
  ///   - second: of the second series.
  ///   - closing: a line for the foot of each page.
  /// - Throws: `accentNotColour`.
  package init(
    name: String, accent: String = standardAccent, first: String? = nil, second: String? = nil, logo: Logo? = nil,
    closing: String? = nil
  ) throws(ReportingError) {
    self.name = name
    self.accent = try Self.colour(accent)
    series = (try first.map(Self.colour), try second.map(Self.colour))
    self.closing = closing
    self.logo = logo?.address
    css = Self.tokens(self.accent, series)
  }

  private static func colour(_ text: String) throws(ReportingError) -> BrandColour {
    guard let colour = BrandColour(text) else { throw .accentNotColour(text) }
    return colour
  }

  private typealias Series = (first: BrandColour?, second: BrandColour?)

  private static func tokens(_ accent: BrandColour, _ series: Series) -> String {
    // The theme has chosen both shades of its own accent by eye.
    guard accent.hex != standardAccent else {
      return layers(seriesTokens(series, isDark: false), seriesTokens(series, isDark: true))
    }
    let light = accent.darkened(against: [.white, .lightPage])
    let dark = accent.lightened(against: [.darkCard, .darkPage])
    let mast = accent.darkened(against: [.white])
    return layers(
      "--brand:\(mast.hex);--brand-ink:\(light.hex);--on-brand:#fff;" + seriesTokens(series, isDark: false),
      "--brand:\(mast.hex);--brand-ink:\(dark.hex);--on-brand:#fff;" + seriesTokens(series, isDark: true))
  }

  private static func layers(_ day: String, _ night: String) -> String {
    if day.isEmpty, night.isEmpty { return "" }
    return """
      :root{\(day)}
      @media screen and (prefers-color-scheme:dark){:root:not(:has(#theme-light:checked)){\(night)}}
      @media screen{:root:has(#theme-dark:checked){\(night)}}
      """
  }

  /// The first series also labels its lines, and its interval lies behind it; the second is only ever a mark.
  private static func seriesTokens(_ series: Series, isDark: Bool) -> String {
    var tokens = ""
    let ground = isDark ? BrandColour.darkCard : .white
    if let first = series.first {
      let ink = isDark ? first.lightened(against: [ground]) : first.darkened(against: [ground])
      tokens += "--c1:\(ink.hex);--band:\(ink.tint(on: ground).hex);"
    }
    if let second = series.second {
      let least = BrandColour.markContrast
      let ink = isDark ? second.lightened(against: [ground], to: least) : second.darkened(against: [ground], to: least)
      tokens += "--c2:\(ink.hex);"
    }
    return tokens
  }
}
