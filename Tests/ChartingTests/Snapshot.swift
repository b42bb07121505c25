import Foundation
import Testing

/// A stored drawing. With FAIRLEAD_RECORD=1 it is written, to be looked at before it is kept; otherwise it must exist
/// and be the same to the byte.
enum Snapshot {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  static func check(_ drawing: String, name: String) throws {
    let file = folder.appendingPathComponent(name + ".svg.html")
    // One element a line, so that a change is read as a change of that element.
    let text = drawing.replacingOccurrences(of: "><", with: ">\n<") + "\n"
    if ProcessInfo.processInfo.environment["FAIRLEAD_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let stored = try? String(contentsOf: file, encoding: .utf8)
    #expect(stored != nil, "no snapshot \(name); record it with FAIRLEAD_RECORD=1 and look at it")
    #expect(stored == text, "\(name) is drawn differently; look at the difference before recording it")
  }
}
