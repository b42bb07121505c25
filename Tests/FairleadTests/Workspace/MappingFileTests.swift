import Foundation
import Ingestion
import Testing
import Vocabulary

@testable import fairlead

struct MappingFileTests {
  private func failure(_ text: String) -> String? {
    do {
      _ = try MappingFile.parse(text, name: "radio.yml")
      return nil
    } catch { return (error as? Failure)?.message }
  }

  /// Every file of the workspace would wait for it.
  @Test func aDraftInWhichNothingIsWrittenYetKeepsNoFileFromBeingRead() throws {
    let folder = try Folder()
    try folder.write("# A first draft\r\n\r\n  # day: Date\r\n", to: "mappings/draft.yml")
    try folder.write("", to: "mappings/empty.yml")
    try folder.write("kind: orders\n", to: "mappings/wrong.yaml")
    #expect(throws: Failure.self) { try MappingFile.all(in: URL(filePath: folder.path)) }
    try FileManager.default.removeItem(atPath: folder.path + "/mappings/wrong.yaml")
    #expect(try MappingFile.all(in: URL(filePath: folder.path)).isEmpty)
  }

  @Test func everySettingIsRead() throws {
    let mapping = try MappingFile.parse(
      """
      kind: adPerformance
      first: true
      timeZone: Europe/Berlin
      locale: de
      dateOrder: dmy
      totalsLabel: Summe
      files: [radio*.csv, Funk*]
      constants:
        platform: Radio
        currency: eur
        channel: offline
      columns:
        day: Datum
        campaign: [Kampagne, Spot]
        spend: {column: Kosten, unit: cents, required: true}
      """, name: "radio.yml")
    #expect(mapping.name == "radio" && mapping.kind == .adPerformance && mapping.goesFirst)
    #expect(mapping.timeZone?.name == "Europe/Berlin" && mapping.locale == "de" && mapping.dateOrder == .dayMonthYear)
    #expect(mapping.totalsLabel == "Summe" && mapping.files == FileNames(["radio*.csv", "Funk*"]))
    #expect(mapping.constants == [.platform: "Radio", .currency: "eur", .channel: "offline"])
    #expect(
      mapping.fields == [
        .day: FieldMapping(["Datum"]), .campaign: FieldMapping(["Kampagne", "Spot"]),
        .spend: FieldMapping(["Kosten"], unit: .cents, isRequired: true),
      ])
  }

  @Test(arguments: [
    ("kind: radio\n", "radio.yml:1: kind is \"radio\"; expected one of adPerformance, webTraffic, webSessions"),
    ("columns:\n  day: Date\n", "kind is not given; expected one of adPerformance"),
    ("kind: orders\ncolumn:\n  day: Date\n", "radio.yml:2: column is not known; expected one of kind, columns"),
    (
      "kind: orders\ncolumns:\n  day: Date\n  spend: Cost\n",
      "radio.yml:4: columns.spend is not known; expected one of orderID"
    ),
    (
      "kind: adPerformance\ncolumns:\n  day: Date\n  spend: {column: Cost, unit: cent}\n",
      "radio.yml:4: columns.spend.unit is \"cent\"; expected one of units, cents, micros, thousands, tenThousands, lakhs, "
        + "millions, crores, billions"
    ),
    (
      "kind: adPerformance\ncolumns:\n  spend: Cost\n  day: {column: Date, unit: cents}\n",
      "radio.yml:4: columns.day.unit is \"cents\"; expected one of days, weeks, weeksEnding, months"
    ),
    (
      "kind: orders\ncolumns:\n  orderID: No\n  day: {column: Date, unit: weeks}\n  total: Total\n",
      "radio.yml:4: columns.day.unit is \"weeks\"; expected no unit"
    ),
    (
      "kind: adPerformance\ncolumns:\n  day: Date\n  campaign: Name\n",
      "columns is without spend or impressions or clicks; expected a column for it"
    ),
    (
      "kind: adPerformance\nconstants:\n  currency: pounds\ncolumns:\n  day: Date\n  spend: Cost\n",
      "radio.yml:3: constants.currency is \"pounds\"; expected an ISO code such as GBP"
    ),
    (
      "kind: adPerformance\nconstants:\n  currency: XYZ\ncolumns:\n  day: Date\n  spend: Cost\n",
      "radio.yml:3: constants.currency is \"XYZ\"; expected an ISO code such as GBP"
    ),
    (
      "kind: adPerformance\nconstants:\n  channel: wireless\ncolumns:\n  day: Date\n  spend: Cost\n",
      "radio.yml:3: constants.channel is \"wireless\"; expected one of paidSearch, paidSocial"
    ),
    (
      "kind: adPerformance\nconstants:\n  campaign: A\ncolumns:\n  day: Date\n  spend: Cost\n  campaign: Name\n",
      "constants.campaign is given, though columns.campaign is too; expected a column or a constant, not both"
    ),
    ("kind: orders\ndateOrder: dym\n", "columns is none; expected lines like `day: Date`"),
    (
      "kind: orders\ntimeZone: Berlin\ncolumns:\n  orderID: No\n  day: Date\n  total: Sum\n",
      "radio.yml:2: timeZone is \"Berlin\"; expected a name such as Europe/London"
    ),
    (
      "kind: orders\nfiles: inbox/radio*\ncolumns:\n  orderID: No\n  day: Date\n  total: Sum\n",
      "radio.yml:2: files is a path; expected a file's name without its folder, such as \"radio*\""
    ),
    (
      "kind: orders\nfiles: []\ncolumns:\n  orderID: No\n  day: Date\n  total: Sum\n",
      "radio.yml:2: files is empty; expected a file's name without its folder"
    ),
    ("kind: [orders\n", "radio.yml:2: not readable as YAML"),
    ("kind: orders\nkind: contacts\n", "kind more than once"),
    ("orders\n", "radio.yml:1: no settings; expected lines like `kind: orders`"),
  ])
  func aMistakeIsNamedWithItsLine(text: String, expected: String) {
    let message = failure(text) ?? ""
    #expect(message.contains(expected), "\(message)")
    #expect(message.hasPrefix("radio.yml"))
  }

  /// An editor may write them by itself; a column may still be called so.
  @Test func curlyQuotationMarksMayStandForStraightOnes() throws {
    let mapping = try MappingFile.parse(
      "kind: orders\ncolumns:\n  orderID: \u{201C}No\u{201D}\n  day: \u{201E}Am\u{201C}\n  total: Sum\n",
      name: "shop.yml")
    #expect(mapping.fields[.orderID]?.headers == ["\u{201C}No\u{201D}", "No"])
    #expect(
      mapping.fields[.day]?.headers == ["\u{201E}Am\u{201C}", "Am"] && mapping.fields[.total]?.headers == ["Sum"])
  }
}
