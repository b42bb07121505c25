/// What is said about a chart in words.
package struct FigureHead: Sendable, Equatable {
  /// Unique on the page; element ids and the link to the figure derive from it.
  package let id: String
  /// The finding, as a sentence.
  package let title: String
  /// Measure, unit, period.
  package let subtitle: String
  /// Source and uncertainty.
  package let note: String
  /// The accessible name: measure by dimension.
  package let name: String
  /// Replaces the description made from the data.
  package let description: String?

  package init(
    id: String, title: String, subtitle: String, name: String, note: String = "", description: String? = nil
  ) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.name = name
    self.note = note
    self.description = description
  }

  /// The id as lower-case letters, digits and hyphens, starting with a letter. Other letters are spelt as their code
  /// point, so that ids in any script stay apart.
  package var slug: String {
    var slug = ""
    for scalar in id.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: slug.unicodeScalars.append(scalar)
      case 0x41...0x5A: slug += String(scalar).lowercased()
      case 0x80...: slug += "u" + String(scalar.value, radix: 16)
      default: if !slug.isEmpty && !slug.hasSuffix("-") { slug += "-" }
      }
    }
    if slug.hasSuffix("-") { slug.removeLast() }
    guard let first = slug.utf8.first else { return "figure" }
    return first >= UInt8(ascii: "a") ? slug : "fig-" + slug
  }
}
