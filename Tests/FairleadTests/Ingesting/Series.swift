import Foundation
import Testing

/// One advertising table week by week, with each kind of drift once; kept beside the repository.
enum Series {
  private static let folder =
    (ProcessInfo.processInfo.environment["FAIRLEAD_SHARED"] ?? "../shared") + "/bad-input/series/"
  static let isPresent = FileManager.default.fileExists(atPath: folder)
  static let absence: Comment = "needs ../shared/bad-input; set FAIRLEAD_SHARED to its folder"

  /// From 1 to 12.
  static func file(_ number: Int) throws -> String {
    let start = "gen__restate-11__" + (number < 10 ? "0" : "") + String(number)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    guard let name = names.first(where: { $0.hasPrefix(start) }) else { throw CocoaError(.fileNoSuchFile) }
    return folder + name
  }
}
