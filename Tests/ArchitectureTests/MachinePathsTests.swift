import Foundation
import Testing

struct MachinePathsTests {
  /// The example business's exports hold landing pages, which look like paths; its own texts are checked.
  private func isData(_ path: String) -> Bool {
    path.hasPrefix("SampleData/") && path.split(separator: "/").count > 2
  }

  @Test func noFileKnowsTheMachineItWasMadeOn() {
    var found: [String] = []
    for path in SourceTree.committedPaths {
      guard let content = SourceTree.data(path) else { continue }
      found += MachinePaths.violations(path: path, content: content, isData: isData(path))
    }
    #expect(SourceTree.committedPaths.contains("Package.swift"))
    #expect(found == [])
  }

  @Test(arguments: ["cd /", "source: \"/", "PATH=/", "/"])
  func aPathIsFound(before: String) {
    let text = before + "ho" + "me/ann/shop"
    #expect(MachinePaths.violations(path: "a.md", content: Data(text.utf8), isData: false).count == 1)
    #expect(MachinePaths.violations(path: "a.csv", content: Data(text.utf8), isData: true) == [])
  }

  @Test func anAddressIsNoPath() {
    let text = "https://example.org/ho" + "me/garden"
    #expect(MachinePaths.violations(path: "a.md", content: Data(text.utf8), isData: false) == [])
  }
}
