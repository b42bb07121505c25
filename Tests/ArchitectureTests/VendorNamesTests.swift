import Testing

struct VendorNamesTests {
  @Test func vendorsAreNamedAtTheBordersOnly() {
    #expect(VendorNames.violations(in: SourceTree.sources) == [])
  }

  @Test(arguments: [
    "let platform = \"Meta\"", "case googleAds", "struct ShopifyOrders {}", "let sql = \"WHERE source = 'hubspot'\"",
    "let isGA4 = true", "func metaAds() -> MetaAds",
  ])
  func aVendorElsewhereIsFound(line: String) {
    #expect(VendorNames.violations(in: [SourceFile(path: "Sources/Analysis/A.swift", text: line)]).count == 1)
    #expect(VendorNames.violations(in: [SourceFile(path: "Sources/Ingestion/Formats/A.swift", text: line)]) == [])
    #expect(VendorNames.violations(in: [SourceFile(path: "Sources/Simulation/Exports/A.swift", text: line)]) == [])
    #expect(VendorNames.violations(in: [SourceFile(path: "Sources/Ingestion/SourceCatalogue.swift", text: line)]) == [])
    #expect(VendorNames.violations(in: [SourceFile(path: "Sources/Vocabulary/Channels/A.swift", text: line)]) == [])
    #expect(VendorNames.violations(in: [SourceFile(path: "Sources/Vocabulary/A.swift", text: line)]).count == 1)
  }

  @Test(arguments: ["// as Meta counts it", "let metadata = Metadata()", "let head = \"<meta charset>\""])
  func aNamesakeIsNot(line: String) {
    #expect(VendorNames.violations(in: [SourceFile(path: "Sources/Analysis/A.swift", text: line)]) == [])
  }
}
