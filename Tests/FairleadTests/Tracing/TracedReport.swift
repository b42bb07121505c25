import Analysis
import Foundation
import Reporting
import Simulation
import Vocabulary
import Warehouse

@testable import fairlead

/// A workspace with a published report, as the commands make it.
struct TracedReport {
  let folder: Folder
  let workspace: Workspace

  init(_ write: (Folder) throws -> Void) throws {
    folder = try Folder()
    try write(folder)
    workspace = try Workspace(options: WorkspaceOptions.parse(["-C", folder.path]))
    try publish()
  }

  /// Two years of a small simulated business, which every model can learn from.
  nonisolated(unsafe) static let simulated = Result {
    try TracedReport { folder in
      for file in Business.simulate(try BusinessPlan(customers: 1_500, weeks: 104, seed: 11)).exports() {
        let path = folder.url.appending(path: "inbox/" + file.path)
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: path)
      }
    }
  }

  func publish() throws {
    let warehouse = try warehouse()
    let loading = Loading(
      warehouse: warehouse, options: try ReadingOptions.parse([]).resolved(in: workspace), limit: .standard)
    _ = try loading.load(ExportFinder.files(in: [folder.path + "/inbox"]), quiet: true)
    _ = try Rendering(workspace: workspace, warehouse: warehouse, options: try ReportingOptions.parse([]))
      .build(refused: [])
  }

  func warehouse() throws -> Warehouse { try Warehouse(path: folder.path + "/warehouse.sqlite") }

  func numbers() throws -> PublishedNumbers { try PublishedNumbers(folder: folder.url.appending(path: "report")) }

  func tracer(limit: Int = 0) throws -> Tracer {
    let numbers = try numbers()
    let pseudonym = Pseudonym(key: try workspace.pseudonymKey())
    guard let currency = numbers.currency else { throw Failure("no currency") }
    return Tracer(
      try FormulaBook(
        warehouse: try warehouse(), asOf: numbers.asOf, currency: currency,
        isDeclared: workspace.configuration.currency != nil, pseudonym: { pseudonym($0) }), limit: limit)
  }

  func traced(_ id: String, limit: Int = 10) throws -> TracedNumber {
    let published = try numbers().number(id)
    guard let trace = try tracer(limit: limit).trace(published.number) else { throw Failure("\(id): gone") }
    return TracedNumber(published: published, trace: trace, asOf: try numbers().asOf)
  }
}

/// What a page prints where an id stands.
enum PrintedText {
  /// Text within the element that has the id, by the page's markup; nil where no element has it.
  static func at(_ id: String, in html: String) -> String? {
    guard let mark = html.range(of: " id=\"\(id)\"") else { return nil }
    guard let open = html[mark.upperBound...].firstIndex(of: ">") else { return nil }
    let isTile = html[..<mark.lowerBound].hasSuffix("<div class=\"kpi\"")
    let rest = html[html.index(after: open)...]
    let content = rest.range(of: isTile ? "</dd>" : "</td>").map { rest[..<$0.lowerBound] } ?? rest
    if isTile {
      guard let value = content.range(of: "class=\"val") else { return nil }
      return plain(until("</span>", content[value.upperBound...].drop { $0 != ">" }.dropFirst()))
    }
    return plain(until("<span class=\"small\"", content))
  }

  private static func until(_ mark: String, _ text: Substring) -> Substring {
    text.range(of: mark).map { text[..<$0.lowerBound] } ?? text
  }

  private static func plain(_ html: Substring) -> String {
    var text = ""
    var isInside = false
    for character in html {
      switch character {
      case "<": isInside = true
      case ">": isInside = false
      default: if !isInside { text.append(character) }
      }
    }
    return text
  }

  /// The number that a printed text stands for, and half of its last digit.
  static func value(_ text: String) -> (value: Double, half: Double)? {
    var digits = ""
    var scale = 1.0
    var sign = 1.0
    // "2 of 17" is 2; points are hundredths.
    let part = text.range(of: " of ").map { text[..<$0.lowerBound] } ?? Substring(text)
    if part.hasSuffix(" point") || part.hasSuffix(" points") { scale = 0.01 }
    for character in part {
      switch character {
      case "0"..."9", ".": digits.append(character)
      case "\u{2212}", "-": sign = -1
      case "k": scale = 1e3
      case "m": scale = 1e6
      case "%": scale = 0.01
      default: continue
      }
    }
    guard let value = Double(digits) else { return nil }
    let decimals = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    return (sign * value * scale, unit * scale / 2 * 1.000001)
  }
}
