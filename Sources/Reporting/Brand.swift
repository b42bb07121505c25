import Foundation

/// Whose report it is: the name in the masthead, one accent colour, and a logo.
package struct Brand: Sendable {
  package let name: String
  package let accent: BrandColour
  /// `data:` address of the logo.
  let logo: String?
  package let closing: String?

  package enum LogoKind: String, Sendable {
    case svg = "image/svg+xml"
    case png = "image/png"
  }

  static let mostLogoBytes = 20_480

  /// - Parameters:
  ///   - name: of the agency or the business that sends the report.
  ///   - accent: `#rrggbb`. Text drawn in it is darkened or lightened until it can be read.
  ///   - logo: at most 20 KB; drawn as a picture, so that nothing inside can run.
  ///   - closing: a line for the foot of each page.
  /// - Throws: `accentNotColour`, `logoTooLarge`.
  package init(
    name: String, accent: String = "#1c4f5c", logo: (kind: LogoKind, bytes: [UInt8])? = nil, closing: String? = nil
  ) throws(ReportingError) {
    guard let colour = BrandColour(accent) else { throw .accentNotColour(accent) }
    if let logo, logo.bytes.count > Self.mostLogoBytes {
      throw .logoTooLarge(bytes: logo.bytes.count, most: Self.mostLogoBytes)
    }
    self.name = name
    self.accent = colour
    self.closing = closing
    self.logo = logo.map { "data:\($0.kind.rawValue);base64,\(Data($0.bytes).base64EncodedString())" }
  }

  /// The brand's tokens for both themes, laid over those of the theme.
  var css: String {
    let light = accent.darkened(against: [.white, .lightPage])
    let dark = accent.lightened(against: [.darkCard, .darkPage])
    let mast = accent.darkened(against: [.white])
    let night = "--brand:\(mast.hex);--brand-ink:\(dark.hex);--on-brand:#fff"
    return """
      :root{--brand:\(mast.hex);--brand-ink:\(light.hex);--on-brand:#fff}
      @media screen and (prefers-color-scheme:dark){:root:not(:has(#theme-light:checked)){\(night)}}
      @media screen{:root:has(#theme-dark:checked){\(night)}}
      """
  }
}
