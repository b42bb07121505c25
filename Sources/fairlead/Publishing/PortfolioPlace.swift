import Foundation
import Reporting

/// Where the index of many clients goes: a page of its own name, or `index.html` in a folder that may hold other files,
/// the clients' own among them.
struct PortfolioPlace {
  let folder: URL
  /// File name of the first page.
  let first: String

  init(_ out: String) {
    let url = URL(filePath: out).standardizedFileURL
    let isPage = ["html", "htm"].contains(url.pathExtension.lowercased())
    folder =
      isPage ? url.deletingLastPathComponent() : URL(filePath: out, directoryHint: .isDirectory).standardizedFileURL
    first = isPage ? url.lastPathComponent : "index.html"
  }

  var path: String { folder.appending(path: first).path(percentEncoded: false) }

  /// Each file is whole at any moment; the first page is written last. Pages of a larger index before it go.
  func write(_ files: [ReportFile]) throws {
    let manager = FileManager.default
    let base = Publication.path(of: folder)
    do {
      try manager.createDirectory(atPath: base, withIntermediateDirectories: true)
    } catch {
      throw Failure("\(base): cannot be made; expected a place where you may write; choose another --out")
    }
    try refuseForeignPage()
    for file in files { try DurableFile.write(file.bytes, to: "\(base)/\(file.path)") }
    var number = files.count { $0.path.hasSuffix(".html") || $0.path.hasSuffix(".htm") } + 1
    while true {
      let old = "\(base)/\(Site.portfolioPath(number, first: first))"
      guard manager.fileExists(atPath: old) else { return }
      try? manager.removeItem(atPath: old)
      number += 1
    }
  }

  /// The page of a single report must not be lost to a mistyped `--out`.
  private func refuseForeignPage() throws {
    let base = Publication.path(of: folder)
    if first == "index.html", FileManager.default.fileExists(atPath: "\(base)/\(ReportFile.recordPath)") {
      throw Failure(
        "\(base): holds the report of one client; expected a folder of its own for the index; choose another --out")
    }
  }
}
