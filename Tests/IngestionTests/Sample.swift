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
      all.adPerformance += batch.adPerformance
      all.webTraffic += batch.webTraffic
      all.customerOrders += batch.customerOrders
      all.orderLines += batch.orderLines
      all.contacts += batch.contacts
      all.companies += batch.companies
      all.deals += batch.deals
      all.dealStageChanges += batch.dealStageChanges
      all.dealContacts += batch.dealContacts
      all.emailEvents += batch.emailEvents
      all.emailCampaigns += batch.emailCampaigns
      all.listMemberships += batch.listMemberships
      all.surveyAnswers += batch.surveyAnswers
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
    #expect(factLines.count == summary.rowsRead - summary.rowsSkipped - summary.rowsRejected)
  }

  /// The lines that gave at least one fact.
  var factLines: Set<Int> {
    let records: [[any CanonicalRecord]] = [
      all.adPerformance, all.webTraffic, all.customerOrders, all.orderLines, all.contacts, all.companies, all.deals,
      all.dealStageChanges, all.dealContacts, all.emailEvents, all.emailCampaigns, all.listMemberships,
      all.surveyAnswers,
    ]
    return Set(records.flatMap { $0 }.map(\.origin.line))
  }

  func total(_ metric: TotalMetric) -> String? { summary.totals[metric].map(Micros.text) }
}

/// The collection of real and damaged files beside the repository; its tests are skipped where it is absent.
enum Shared {
  static let root = ProcessInfo.processInfo.environment["FAIRLEAD_SHARED"] ?? "../shared"
  static let isPresent = FileManager.default.fileExists(atPath: root + "/exports/meta-ads")

  static func reading(_ path: String) throws -> Reading {
    let exports = try ExportOpener.open(path: root + "/exports/" + path, options: ReadOptions())
    return try Reading(try #require(exports.first))
  }
}
