import Analysis
import Foundation
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
    let week = findings.week
    findings.buildID = BuildID.of(
      try desk.inputs() + [Fairlead.version] + TemplateFolder.inputs(templates ?? [:]) + folder.inputs(before: week))
    let site = Site(
      brand: try Brand(name: findings.client), pseudonym: { pseudonym($0) }, templates: templates ?? [:])
    do {
      let further = try FurtherForms(
        site: site, findings: findings, forms: forms, printer: printer, address: workspace.configuration.reportAddress)
      let own = try site.render(findings, place: .week)
      let record = own.first { $0.path == ReportFile.recordPath }?.bytes ?? []
      let archive = Archive(publishing: findings, own: record, records: folder.weeks, stored: folder.archive)
      try folder.publish(
        week, root: try site.render(findings, place: .newest) + further.files, own: own + further.files,
        archive: try site.renderArchive(archive))
      try further.writeMail()
      return Published(folder: folder, findings: findings, further: further)
    } catch let error as ReportingError {
      throw Failure(error.description)
    }
  }

  private func explained<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let absence as Ledger.Absence {
      switch absence {
      case .noFacts:
        throw Failure(
          "no facts to report on; expected at least one export of advertising, orders or web traffic; "
            + "put exports into \(workspace.inbox.path(percentEncoded: false))", .unusableData)
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
          buildID: findings.buildID, files: reports))
    } else {
      for report in reports where report.status == .unrecognised || report.status == .unreadable {
        Terminal.complain(report.message ?? "\(report.path): could not be used")
      }
      Terminal.say(index)
      further.files.forEach { Terminal.say(path($0.path)) }
      if let mail = further.mailPath { Terminal.say(mail) }
    }
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
    let files: [FileReport]
  }
}
