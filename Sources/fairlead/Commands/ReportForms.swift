import ArgumentParser

/// In which further forms `report` gives the report.
struct ReportForms: ParsableArguments {
  @Flag(help: "The whole report in one more file, report.html.")
  var singleFile = false

  @Flag(help: "The whole report as report.pdf, printed by the Chromium of this machine.")
  var pdf = false

  @Option(help: "The language of the report: en, de, fr, es, nl, pt or it; wins over the brand's.")
  var locale: String?

  @Option(
    help: ArgumentHelp(
      "The summary as the body of an e-mail, HTML without pictures; the same words go beside it as .txt.",
      valueName: "file"))
  var email: String?
}
