import Foundation
import Ingestion
import Testing
import Vocabulary

/// A file for one test. All of them go when the process ends: an export opens its file anew for each pass.
struct Sample {
  let path: String

  private static let root: URL = {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("fairlead-\(UUID().uuidString)")
    atexit { Sample.removeAll() }
    return root
  }()

  private static func removeAll() { try? FileManager.default.removeItem(at: root) }

  init(_ bytes: some Sequence<UInt8>, name: String = "sample.csv") throws {
    let folder = Sample.root.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent(name).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  init(_ text: String, name: String = "sample.csv") throws { try self.init(Array(text.utf8), name: name) }

  /// The files of an archive in a folder that it was unzipped to, in the same order.
  static func unzipped(_ files: [(name: String, text: String)], to folder: String) throws -> [Sample] {
    let place = Sample.root.appendingPathComponent(UUID().uuidString).appendingPathComponent(folder)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    return try files.map { file in
      let path = place.appendingPathComponent(file.name)
      try Data(file.text.utf8).write(to: path)
      return Sample(path: path.path)
    }
  }

  private init(path: String) { self.path = path }

  func export(_ options: ReadOptions = ReadOptions()) throws -> Export {
    let exports = try ExportOpener.open(path: path, options: options)
    return try #require(exports.first)
  }

  func read(_ options: ReadOptions = ReadOptions()) throws -> Reading { try Reading(try export(options)) }

  /// The error that recognising or reading it ends in.
  func failure(_ options: ReadOptions = ReadOptions()) -> IngestionError? {
    do {
      _ = try read(options)
      return nil
    } catch { return error as? IngestionError }
  }
}

/// Everything that one export gave.
struct Reading {
  let recognition: Recognition
  let summary: ReadSummary
  private(set) var all = CanonicalBatch()
  private(set) var batches = 0

  init(_ export: Export) throws {
    let recognition = try export.recognise()
    var all = CanonicalBatch()
    var batches = 0
    summary = try export.read(recognition) { batch in
      batches += 1
      all.addFacts(batch)
      all.controlTotals += batch.controlTotals
      all.skippedRows += batch.skippedRows
      all.rejectedRows += batch.rejectedRows
      all.rowsRead += batch.rowsRead
    }
    self.recognition = recognition
    self.all = all
    self.batches = batches
    #expect(all.rowsRead == summary.rowsRead)
    #expect(all.skippedRows.count == summary.rowsSkipped)
    #expect(all.rejectedRows.count == summary.rowsRejected)
    // One record of a visit has all of its actions.
    let events = recognition.format == "MatomoVisits" ? [] : all.webEvents.map(\.origin)
    let counted = all.adPerformance.map(\.origin) + all.offlineSales.map(\.origin) + events
    // Square's days stand in columns, each beside the others in many records.
    let isOfColumns = recognition.format == "SquareSalesSummary"
    #expect(isOfColumns || counted.allSatisfy { $0.content != 0 }, "rows that count each tell themselves apart")
    #expect(factLines.count == summary.rowsRead - summary.rowsSkipped - summary.rowsRejected)
  }

  /// The lines that gave at least one fact; each sheet of a workbook counts its own.
  var factLines: Set<RecordOrigin> { Set(all.factOrigins) }

  /// The sum of one measure of own profiles and posts, whether or not its values may be added; nil where there is none.
  func social(_ measure: SocialMeasure, _ name: String = "") -> String? {
    let values = all.socialMetrics.filter { $0.measure == measure && $0.measureName == name }.map(\.valueMicros)
    return values.isEmpty ? nil : Micros.text(values.reduce(0, +))
  }

  func total(_ metric: TotalMetric) -> String? { summary.totals[metric].map(Micros.text) }
}

extension CanonicalBatch {
  fileprivate mutating func addFacts(_ batch: CanonicalBatch) {
    adPerformance += batch.adPerformance
    adCampaigns += batch.adCampaigns
    webTraffic += batch.webTraffic
    webSessions += batch.webSessions
    webEvents += batch.webEvents
    socialPosts += batch.socialPosts
    socialMetrics += batch.socialMetrics
    contacts += batch.contacts
    companies += batch.companies
    deals += batch.deals
    dealStageChanges += batch.dealStageChanges
    dealContacts += batch.dealContacts
    customerOrders += batch.customerOrders
    orderLines += batch.orderLines
    refunds += batch.refunds
    payments += batch.payments
    subscriptions += batch.subscriptions
    invoices += batch.invoices
    offlineSales += batch.offlineSales
    products += batch.products
    emailEvents += batch.emailEvents
    emailCampaigns += batch.emailCampaigns
    listMemberships += batch.listMemberships
    surveyAnswers += batch.surveyAnswers
    interactions += batch.interactions
    exchangeRates += batch.exchangeRates
  }
}

/// The collection of real and damaged files beside the repository; its tests are skipped where it is absent.
enum Shared {
  static let root = ProcessInfo.processInfo.environment["FAIRLEAD_SHARED"] ?? "../shared"
  static let isPresent = FileManager.default.fileExists(atPath: root + "/exports/meta-ads")

  static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/exports/" + path) }

  static func reading(_ path: String) throws -> Reading {
    let exports = try ExportOpener.open(path: root + "/exports/" + path, options: ReadOptions())
    return try Reading(try #require(exports.first))
  }
}
