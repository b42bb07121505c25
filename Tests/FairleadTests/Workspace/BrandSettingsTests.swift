import Foundation
import Reporting
import Testing

@testable import fairlead

struct BrandSettingsTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "brand-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  private func failure(_ body: () throws -> BrandSettings) -> String? {
    do {
      _ = try body()
      return nil
    } catch { return (error as? Failure)?.message }
  }

  private func client(_ lines: String) throws -> BrandSettings {
    try Configuration.parse(lines, name: "fairlead.yml", folder: folder).brand
  }

  @Test func laterLevelsWinKeyByKey() throws {
    try write("agency.yml", "name: Agency\naccent: \"#123456\"\nlocale: de\nfooter: Foot\n")
    try write("june.yml", "locale: fr\ndirection: rtl\n")
    let own = try client("brand:\n  file: agency.yml\n  name: Client\n  first: \"#aa0000\"\n")
    #expect(own.name == "Client" && own.accent == "#123456" && own.locale == "de" && own.first == "#aa0000")
    let report = own.with(try BrandSettings.read(folder.appending(path: "june.yml")))
    #expect(report.locale == "fr" && report.direction == .rightToLeft)
    #expect(report.name == "Client" && report.footer == "Foot")
    #expect(try client("brand: agency.yml").name == "Agency")
    #expect(try client("client: A").inputs == [])
    #expect(own.inputs.contains("brand.locale: de"))
  }

  @Test(arguments: [
    (
      "locale: klingon",
      "agency.yml:1: locale is \"klingon\"; expected one of en, de, fr, es, nl, pt, it, ar, he; correct the line"
    ),
    (
      "\naccent: blue",
      "agency.yml:2: accent is \"blue\"; expected a colour such as \"#1c4f5c\", in quotation marks; correct the line"
    ),
    (
      "colour: \"#123456\"",
      "agency.yml:1: colour is not known; expected one of name, accent, first, second, logo, footer, locale, direction; correct the line"
    ),
    (
      "logo: none.svg",
      "agency.yml:1: logo is \"none.svg\"; expected the path of an SVG or PNG of up to 20 KB, from the folder of this file; correct the line"
    ),
    (
      "logo: bad.svg",
      "agency.yml:1: logo is a picture with <script>, which runs or loads something; expected a picture that is whole in itself, such as a plain SVG; correct the line"
    ),
    (
      "logo: agency.yml",
      "agency.yml:1: logo is neither SVG nor PNG; expected the path of an SVG or PNG of up to 20 KB, from the folder of this file; correct the line"
    ),
  ])
  func faultsNameFileLineAndKey(_ text: String, _ expected: String) throws {
    try write("agency.yml", text + "\n")
    try write("bad.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")
    #expect(failure { try BrandSettings.read(folder.appending(path: "agency.yml")) } == expected)
  }

  @Test func aFileThatIsNotThere() {
    #expect(
      failure { try client("client: A\nbrand: ../none.yml") }
        == "fairlead.yml:2: brand is \"../none.yml\"; expected the path of a brand's file, from the folder of this one; "
        + "correct the line")
  }

  @Test func theLogoIsReadFromBesideItsFile() throws {
    try write("agency.yml", "logo: logo.svg\n")
    try write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    #expect(try client("brand: agency.yml").logo?.address.hasPrefix("data:image/svg+xml") == true)
  }
}
