import Foundation
import Glibc
import Reporting

/// A Chromium of this machine that prints a page without a window, without network and without a trace.
struct PDFPrinter {
  let browser: String

  static let names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"]
  private static let longestSeconds = 180

  /// - Parameter environment: CHROME names the browser; otherwise the first of `names` on PATH is taken.
  init(environment: [String: String]) throws {
    let manager = FileManager.default
    if let chrome = environment["CHROME"], !chrome.isEmpty {
      guard manager.isExecutableFile(atPath: chrome) else {
        throw Failure("CHROME=\(chrome): no program; expected the path of a Chromium or Chrome; correct the variable")
      }
      browser = chrome
      return
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let candidates = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let found = candidates.first(where: { manager.isExecutableFile(atPath: $0) }) else {
      throw Failure(
        "--pdf: no Chromium found; expected \(Self.names.joined(separator: ", ")) on the PATH, or CHROME=PATH; "
          + "install one (Debian, Ubuntu: apt install chromium) or print report.html from any browser")
    }
    browser = found
  }

  /// - Parameter page: a page that needs no other file.
  /// - Returns: the PDF. Its bytes are the browser's own and carry the time of printing.
  func print(_ page: ReportFile) throws -> [UInt8] {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "fairlead-pdf-\(UUID().uuidString)")
    do {
      try manager.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        "\(folder.path(percentEncoded: false)): cannot be made; expected a temporary folder to print in; "
          + "set TMPDIR to a folder where you may write")
    }
    defer { try? manager.removeItem(at: folder) }
    let source = folder.appending(path: "report.html")
    let target = folder.appending(path: "report.pdf")
    try DurableFile.create(page.bytes, at: source.path(percentEncoded: false), permissions: 0o600)
    let status = try run(arguments(source: source, target: target, folder: folder), in: folder)
    guard let data = try? Data(contentsOf: target), data.starts(with: Data("%PDF-".utf8)) else {
      throw Failure(
        "--pdf: \(browser) wrote no PDF (it ended with \(status)); expected one within \(Self.longestSeconds) seconds; "
          + "try another browser with CHROME=PATH, or print report.html from any browser")
    }
    return [UInt8](data)
  }

  private func arguments(source: URL, target: URL, folder: URL) -> [String] {
    var list = [
      "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
      "--disable-dev-shm-usage", "--disable-breakpad", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(folder.path(percentEncoded: false))/profile", "--no-pdf-header-footer",
      "--print-to-pdf=\(target.path(percentEncoded: false))",
    ]
    // Chromium refuses to start for root with its sandbox; the page is our own and holds nothing that runs.
    if geteuid() == 0 { list.append("--no-sandbox") }
    return list + [source.absoluteString]
  }

  private func run(_ arguments: [String], in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: browser)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let place = folder.path(percentEncoded: false)
    process.environment = ProcessInfo.processInfo.environment.merging([
      "HOME": place, "XDG_CONFIG_HOME": place, "XDG_CACHE_HOME": place, "TMPDIR": place,
    ]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch {
      throw Failure("--pdf: \(browser) cannot be started; expected a Chromium; name another with CHROME=PATH")
    }
    let limit = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Self.longestSeconds), execute: limit)
    process.waitUntilExit()
    limit.cancel()
    return process.terminationStatus
  }
}
