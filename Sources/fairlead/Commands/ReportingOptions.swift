import ArgumentParser
import Vocabulary

/// What `build` and `report` share.
struct ReportingOptions: ParsableArguments {
  @Option(help: "Where the report goes; default: report/ in the workspace.")
  var out: String?

  @Option(help: "Look no further than this day, YYYY-MM-DD; default: the last complete day in the data.")
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Your own templates and style sheets, laid over the built-in ones of the same name.", valueName: "dir"))
  var templates: String?

  @Option(
    help: ArgumentHelp(
      "A brand whose keys win over those in fairlead.yml: name, accent, logo, footer, locale.", valueName: "file"))
  var brand: String?

  func day() throws -> Day? {
    guard let asOf else { return nil }
    guard let day = Day(iso: asOf) else {
      throw ValidationError("--as-of is \"\(asOf)\"; expected a day such as 2026-06-30")
    }
    return day
  }
}
