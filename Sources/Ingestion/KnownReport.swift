/// A report that is read.
package struct KnownReport: Hashable, Sendable {
  /// Begins with the vendor's name where the report is one vendor's.
  package let title: String
  /// The format's type name, for example `MetaAdsReport`.
  package let format: String
  /// Whether a real file stands behind it.
  package let isVerified: Bool

  /// All of them by title, so that a vendor's stand together.
  package static let all = SourceCatalogue.formats
    .map { KnownReport(title: $0.title, format: $0.name, isVerified: $0.isVerified) }
    .sorted { ($0.title.lowercased(), $0.format) < ($1.title.lowercased(), $1.format) }
}
