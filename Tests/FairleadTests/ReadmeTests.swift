import Foundation
import Testing
import Warehouse

@testable import fairlead

/// The README's example of a mapping file, word for word.
struct ReadmeTests {
  /// The code blocks below a heading, in order.
  private func blocks(below heading: String) throws -> [(language: String, text: String)] {
    let root = URL(fileURLWithPath: #filePath).appending(path: "../../../README.md").standardized
    let text = try String(contentsOf: root, encoding: .utf8)
    let section = try #require(text.split(separator: heading + "\n").last)
    var blocks: [(language: String, text: String)] = []
    var isOpen = false
    for line in section.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isOpen { blocks.append((String(line.dropFirst(3)), "")) }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].text += line + "\n"
      } else if line.hasPrefix("#") {
        break
      }
    }
    return blocks
  }

  @Test func theExampleOfAMappingIsRead() throws {
    let blocks = try blocks(below: "### Tables it does not know")
    #expect(blocks.map(\.language) == ["csv", "yaml", "text"])
    let folder = try Folder()
    let path = try folder.write(blocks[0].text, to: "inbox/radio.csv")
    try folder.write(blocks[1].text, to: "mappings/radio.yml")
    let warehouse = try Warehouse(path: folder.path + "/warehouse.sqlite")
    let options = try ReadingOptions.parse([]).resolved(with: Configuration(), in: folder.url)
    let reports = try Loading(warehouse: warehouse, options: options, limit: .standard).load([path], quiet: true)
    let said = FileTable.text(reports)
    #expect(said.replacing(String(path.dropLast("inbox/radio.csv".count)), with: "") == blocks[2].text)
    // 1,234.50 + 65.50 euros; 12.5 + 3 thousand contacts.
    #expect(reports.first?.totals == ["spend": "1300", "impressions": "15500"])
    #expect(reports.first?.currency == "EUR" && reports.first?.timeZone == "Europe/Berlin")
  }
}
