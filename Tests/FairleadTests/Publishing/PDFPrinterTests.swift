import Foundation
import Reporting
import Testing

@testable import fairlead

struct PDFPrinterTests {
  private let page = ReportFile(path: "report.html", bytes: Array("<p>A".utf8))

  /// A stand-in for the browser: it knows the one flag that matters.
  private func browser(_ folder: Folder, _ name: String, _ script: String) throws -> String {
    let path = try folder.write("#!/bin/sh\n" + script, to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  @Test func theFirstNameOnThePathIsTaken() throws {
    let folder = try Folder()
    let google = try browser(folder, "a/google-chrome", "")
    #expect(try PDFPrinter(environment: ["PATH": "\(folder.path)/a:\(folder.path)/b"]).browser == google)
    let chromium = try browser(folder, "b/chromium", "")
    #expect(try PDFPrinter(environment: ["PATH": "\(folder.path)/a:\(folder.path)/b"]).browser == chromium)
    #expect(try PDFPrinter(environment: ["PATH": "\(folder.path)/b", "CHROME": google]).browser == google)
  }

  @Test func withoutABrowserTheErrorSaysWhatToInstall() throws {
    let failure = #expect(throws: Failure.self) { try PDFPrinter(environment: ["PATH": "/nowhere"]) }
    #expect(failure?.message.contains("apt install chromium") == true)
    #expect(throws: Failure.self) { try PDFPrinter(environment: ["PATH": "/nowhere", "CHROME": "/nowhere/chrome"]) }
  }

  @Test func theBrowserPrintsInAFolderOfItsOwnThatGoes() throws {
    let folder = try Folder()
    let path = try browser(
      folder, "chromium",
      """
      for a in "$@"; do case "$a" in --print-to-pdf=*) pdf="${a#*=}";; esac; last="$a"; done
      printf '%%PDF-' > "$pdf"; cat "${last#file://}" >> "$pdf"; printf ' %s' "$HOME" >> "$pdf"
      """)
    let printed = String(decoding: try PDFPrinter(environment: ["CHROME": path]).print(page), as: UTF8.self)
    #expect(printed.hasPrefix("%PDF-<p>A "))
    let home = String(printed.dropFirst("%PDF-<p>A ".count))
    #expect(home.contains("fairlead-pdf-") && !FileManager.default.fileExists(atPath: home))
  }

  @Test(arguments: [
    "exit 3", "for a in \"$@\"; do case \"$a\" in --print-to-pdf=*) echo no > \"${a#*=}\";; esac; done",
  ])
  func aBrowserThatPrintsNothingIsAnError(script: String) throws {
    let folder = try Folder()
    let printer = try PDFPrinter(environment: ["CHROME": try browser(folder, "chromium", script)])
    #expect(throws: Failure.self) { try printer.print(page) }
  }
}
