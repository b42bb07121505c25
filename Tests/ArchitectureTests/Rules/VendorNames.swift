/// A vendor is named where its files are read, where they are simulated, and in the tables by which a visit's source gets
/// its channel: those are data about the sites that visits come from. The printer of PDFs names browsers as programs.
enum VendorNames {
  private static let places = [
    "Sources/Ingestion/Formats/", "Sources/Simulation/", "Sources/Vocabulary/Channels/",
    "Sources/fairlead/Publishing/PDFPrinter.swift",
  ]

  static func violations(in files: [SourceFile]) -> [String] {
    files.flatMap { file -> [String] in
      if places.contains(where: file.path.hasPrefix) || file.name == "SourceCatalogue.swift" { return [] }
      let lines = file.code.split(separator: "\n", omittingEmptySubsequences: false)
      // "Meta" is matched by its case alone: `<meta` is markup, and "metadata" is nobody's name.
      let pattern = /Meta(?![a-z])|(?i:google|facebook|matomo|hubspot|shopify|ga4(?![0-9a-f]))/
      return lines.enumerated().compactMap { number, line in
        line.firstMatch(of: pattern).map { "\(file.path):\(number + 1): names the vendor \($0.output)" }
      }
    }
  }
}
