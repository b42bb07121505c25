import Analysis
import Foundation
import Reporting

/// A folder in which reports are published: the newest week in its root, every week in `weeks/2026-W46/`.
struct PublishedFolder {
  let url: URL
  /// The weeks that lie there, oldest first, with their records; nil for one that cannot be read.
  let weeks: [(week: ReportWeek, bytes: [UInt8]?)]
  /// The list of all weeks as it was.
  let archive: [UInt8]?

  init(_ url: URL) throws {
    self.url = url
    let path = Publication.path(of: url)
    try Publication.finishInterrupted(path)
    let folder = path + "/" + Place.weeksFolder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    weeks = names.compactMap { ReportWeek($0) }.sorted().map { week in
      (week, Self.read("\(folder)/\(week)/report.json"))
    }
    archive = Self.read(path + "/" + Archive.recordPath)
  }

  /// What the reports of earlier weeks said, as far as their records can be read.
  var reports: [EarlierReport] { weeks.compactMap { $0.bytes.flatMap { try? EarlierReport(record: $0) } } }

  /// The names of the builds that a report of this week looks back on.
  func inputs(before week: ReportWeek) -> [String] {
    weeks.filter { $0.week < week }.map { one in
      "\(one.week): \(one.bytes.flatMap { try? ReportRecord($0) }?.buildID ?? "no record")"
    }
  }

  func isNewest(_ week: ReportWeek) -> Bool { weeks.allSatisfy { $0.week <= week } }

  /// Where a week's files lie, from the root; the newest week is in the root as well.
  static func path(of week: ReportWeek) -> String { "\(Place.weeksFolder)/\(week)" }

  /// Publishes a week's report, and leaves all others as they are. A week older than the newest goes to its own folder
  /// alone.
  /// - Parameters:
  ///   - root: the files as they are for the root.
  ///   - own: the same for the week's folder.
  ///   - archive: files of the root that tell of all weeks.
  func publish(_ week: ReportWeek, root: [ReportFile], own: [ReportFile], archive: [ReportFile]) throws {
    let inWeek = own.map { ReportFile(path: "\(Self.path(of: week))/\($0.path)", bytes: $0.bytes) }
    var kept = weeks.map(\.week).filter { $0 != week }.map(Self.path)
    let isNewest = isNewest(week)
    if !isNewest {
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: Publication.path(of: url))) ?? []
      kept += entries.filter { $0 != Place.weeksFolder }.sorted()
    }
    try Publication.publish((isNewest ? root : []) + inWeek + archive, keeping: kept, to: url)
  }

  private static func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }
}
