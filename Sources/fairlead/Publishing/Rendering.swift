import Analysis
import Foundation
import Ingestion
import Reporting
import Vocabulary
import Warehouse

/// From a loaded warehouse to a published report.
struct Rendering {
  let workspace: Workspace
  let warehouse: Warehouse
  let options: ReportingOptions

  /// Trains what the data allow, then renders. `refused` are exports of this run that could not be used.
  func build(refused: [FileReport]) throws -> Published {
    let desk = try desk()
    try explained {
      try desk.train()
      try desk.adoptRules()
    }
    return try render(desk, refused: refused, forms: nil)
  }

  /// Renders what is stored, in further forms too where they are asked for.
  func render(_ forms: ReportForms? = nil) throws -> Published {
    try render(desk(), refused: [], forms: forms)
  }

  private func desk() throws -> ReportDesk {
    let configuration = workspace.configuration
    return ReportDesk(
      warehouse: warehouse,
      settings: ReportDesk.Settings(
        client: configuration.client ?? workspace.folder.lastPathComponent, asOf: try options.day(),
        currency: configuration.currency, grossMargin: configuration.grossMargin,
        churnHorizonDays: configuration.churnHorizonDays, seed: configuration.seed,
        channels: configuration.channels.grouping, comparison: configuration.channels.comparison,
        threads: max(1, ProcessInfo.processInfo.activeProcessorCount)))
  }

  private func render(_ desk: ReportDesk, refused: [FileReport], forms: ReportForms?) throws -> Published {
    let templates = try options.templates.map {
      try TemplateFolder.read(URL(filePath: $0, directoryHint: .isDirectory))
    }
    // Asked before the work is done: without a browser nothing is written.
    let printer = try forms?.pdf == true ? PDFPrinter(environment: ProcessInfo.processInfo.environment) : nil
    let brand = try brand(forms)
    let folder = try PublishedFolder(
      options.out.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? workspace.report)
    let pseudonym = Pseudonym(key: try workspace.pseudonymKey())
    var findings = try explained {
      try desk.findings(
        buildID: "",
        refused: refused.map {
          DataQuality.Refused(
            name: ($0.path as NSString).lastPathComponent, reason: $0.message ?? "could not be used")
        }, earlier: folder.reports, pseudonym: { pseudonym($0) })
    }
    let titles = Dictionary(KnownReport.all.map { ($0.format, $0.title) }) { first, _ in first }
    for index in findings.dataQuality.files.indices {
      findings.dataQuality.files[index].title = titles[findings.dataQuality.files[index].format] ?? ""
    }
    let week = findings.week
    findings.buildID = BuildID.of(
      try desk.inputs() + [Fairlead.version] + TemplateFolder.inputs(templates ?? [:]) + brand.inputs
        + folder.inputs(before: week))
    do {
      let site = try site(brand, findings, templates: templates ?? [:]) { pseudonym($0) }
      let clock = ContinuousClock()
      let start = clock.now
      let newest = try site.render(findings, place: .newest)
      let renderSeconds = (clock.now - start) / .seconds(1)
      let further = try FurtherForms(
        site: site, findings: findings, forms: forms, printer: printer, address: workspace.configuration.reportAddress)
      let own = try site.render(findings, place: .week)
      let record = own.first { $0.path == ReportFile.recordPath }?.bytes ?? []
      let archive = Archive(publishing: findings, own: record, records: folder.weeks, stored: folder.archive)
      try folder.publish(
        week, root: newest + further.files, own: own + further.files,
        archive: try site.renderArchive(archive))
      try further.writeMail()
      return Published(
        folder: folder, findings: findings, further: further, locale: brand.locale ?? "en",
        untranslated: site.untranslated, renderSeconds: renderSeconds)
    } catch let error as ReportingError {
      throw Failure(error.description)
    }
  }

  /// The agency's brand, then the client's, then what this report is told.
  private func brand(_ forms: ReportForms?) throws -> BrandSettings {
    var brand = workspace.configuration.brand
    if let file = options.brand { brand = brand.with(try BrandSettings.read(URL(filePath: file))) }
    if let locale = forms?.locale { brand.locale = locale }
    return brand
  }

  private func site(
    _ brand: BrandSettings, _ findings: Findings, templates: [String: [UInt8]],
    pseudonym: @escaping @Sendable (String) -> String
  ) throws(ReportingError) -> Site {
    var language = try Language(tag: brand.locale ?? "en", files: templates)
    if let direction = brand.direction { language.direction = direction }
    return Site(
      brand: try Brand(
        name: brand.name ?? findings.client, accent: brand.accent ?? Brand.standardAccent, first: brand.first,
        second: brand.second, logo: brand.logo, closing: brand.footer), language: language, pseudonym: pseudonym,
      templates: templates)
  }

  private func explained<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let absence as Ledger.Absence {
      switch absence {
      case .noFacts:
        throw Failure(
          "no money to report on: no file tells of orders or of what advertising cost on which days; "
            + "expected at least one that does, visits, posts and contacts are shown beside them; "
            + "put exports into \(workspace.inbox.path(percentEncoded: false)), "
            + "or read what is loaded with fairlead query", .unusableData)
      case .noCurrency:
        throw Failure(
          "no file names a currency; expected one for amounts of money; "
            + "add a line such as `currency: GBP` to fairlead.yml", .unusableData)
      }
    } catch let error as WarehouseError {
      throw Failure(error.description)
    }
  }
}

/// A report that stands where readers look for it.
struct Published {
  let folder: PublishedFolder
  let findings: Findings
  let further: FurtherForms
  let locale: String
  /// Phrases that stand in English in a report of another language.
  let untranslated: [String]
  /// From findings in memory to the bytes of all pages and files; told on request and never part of a report.
  let renderSeconds: Double

  func announce(_ reports: [FileReport], _ output: OutputOptions) throws {
    let week = findings.week
    let isNewest = folder.isNewest(week)
    let place = isNewest ? folder.url : folder.url.appending(path: PublishedFolder.path(of: week))
    func path(_ name: String) -> String { place.appending(path: name).path(percentEncoded: false) }
    let index = path("index.html")
    if output.json {
      let lasting = folder.url.appending(path: "\(PublishedFolder.path(of: week))/index.html")
      try Terminal.sayJSON(
        Announcement(
          report: index, week: week.description, weekReport: lasting.path(percentEncoded: false), isNewest: isNewest,
          further: further.files.map { path($0.path) }, email: further.mailPath, asOf: findings.asOf.description,
          buildID: findings.buildID, locale: locale, untranslated: untranslated, renderSeconds: renderSeconds,
          files: reports))
    } else {
      for report in reports where report.status.isUnusable {
        Terminal.complain(report.message ?? "\(report.path): could not be used")
      }
      if !output.quiet { mentionUntranslated() }
      Terminal.say(index)
      further.files.forEach { Terminal.say(path($0.path)) }
      if let mail = further.mailPath { Terminal.say(mail) }
    }
  }

  private static let mostListed = 20

  private func mentionUntranslated() {
    guard !untranslated.isEmpty else { return }
    let count = untranslated.count
    Terminal.complain(
      "locale \(locale): \(count) \(count == 1 ? "phrase has" : "phrases have") no translation and "
        + "\(count == 1 ? "stands" : "stand") in English; put a catalogue \(locale).po into the folder of --templates:")
    for text in untranslated.prefix(Self.mostListed) { Terminal.complain("  \(text)") }
    if count > Self.mostListed { Terminal.complain("  and \(count - Self.mostListed) more: --json lists all") }
  }

  private struct Announcement: Encodable {
    let report: String
    let week: String
    /// The address of this week's report that lasts.
    let weekReport: String
    let isNewest: Bool
    let further: [String]
    let email: String?
    let asOf: String
    let buildID: String
    let locale: String
    let untranslated: [String]
    let renderSeconds: Double
    let files: [FileReport]
  }
}
