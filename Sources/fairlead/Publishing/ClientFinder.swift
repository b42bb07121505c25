import Foundation
import Reporting

/// Finds the reports of clients and reads their records. A client whose record is absent, broken or foreign is found
/// too, with what is wrong.
struct ClientFinder {
  /// The folder of the page that will link to the reports.
  private let page: [String]

  /// A record is some 30 KB; whatever is far larger is none.
  static let mostBytes = 16_777_216
  private static let reportFolder = "report"
  /// What tells a workspace from any other folder.
  private static let marks = ["fairlead.yml", "warehouse.sqlite", "inbox"]

  init(linkingFrom folder: URL) {
    page = Self.components(Publication.path(of: folder))
  }

  /// In the order in which they were named, folders within a folder by name; each report once.
  func clients(in folders: [String]) -> [Reporting.Portfolio.Client] {
    var seen: Set<String> = []
    return folders.flatMap(places).filter { seen.insert(Publication.path(of: URL(filePath: $0.report))).inserted }
      .map(client)
  }

  private struct Place {
    /// As it was named.
    let folder: String
    /// Where its report.json lies or should.
    let report: String
  }

  private func places(_ folder: String) -> [Place] {
    let name = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    if let place = place(name) { return [place] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: name)) ?? []
    let within = names.filter { !$0.hasPrefix(".") }.sorted().compactMap { place("\(name)/\($0)") }
    return within.isEmpty ? [Place(folder: name, report: name)] : within
  }

  /// Nil for a folder that is neither a report nor a workspace.
  private func place(_ folder: String) -> Place? {
    let manager = FileManager.default
    for report in [folder, "\(folder)/\(Self.reportFolder)"]
    where manager.fileExists(atPath: "\(report)/\(ReportFile.recordPath)") {
      return Place(folder: folder, report: report)
    }
    let isWorkspace = Self.marks.contains { manager.fileExists(atPath: "\(folder)/\($0)") }
    return isWorkspace ? Place(folder: folder, report: "\(folder)/\(Self.reportFolder)") : nil
  }

  private func client(_ place: Place) -> Reporting.Portfolio.Client {
    let path = "\(place.report)/\(ReportFile.recordPath)"
    let content: Reporting.Portfolio.Client.Content
    do throws(ReportingError) {
      content =
        try read(path).map { bytes throws(ReportingError) in .report(try ReportRecord(bytes)) }
        ?? .absent
    } catch {
      content = .problem(error.found)
    }
    return Reporting.Portfolio.Client(
      folder: place.folder, name: Self.last(place.folder), link: link(to: "\(place.report)/index.html"),
      content: content)
  }

  /// Nil where there is no such file.
  private func read(_ path: String) throws(ReportingError) -> [UInt8]? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size <= Self.mostBytes else { throw .notARecord("it has \(size) bytes") }
    guard let data = FileManager.default.contents(atPath: path) else { throw .notARecord("it cannot be read") }
    return [UInt8](data)
  }

  /// From the page's folder, with every sign that an address gives a meaning escaped.
  func link(to file: String) -> String {
    let target = Self.components(Publication.path(of: URL(filePath: file)))
    let common = zip(page, target).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: page.count - common) + target.dropFirst(common)
    return parts.map { $0.addingPercentEncoding(withAllowedCharacters: Self.plain) ?? $0 }.joined(separator: "/")
  }

  private static let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

  private static func components(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

  private static func last(_ folder: String) -> String {
    components(Publication.path(of: URL(filePath: folder))).last ?? folder
  }
}
