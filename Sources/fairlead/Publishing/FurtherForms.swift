import Analysis
import Foundation
import Reporting

/// What a report is besides its pages: one file, a PDF, an e-mail.
struct FurtherForms {
  /// Published with the pages.
  let files: [ReportFile]
  let mailPath: String?
  private let mail: (html: [UInt8], text: [UInt8])?

  init(
    site: Site, findings: Findings, forms: ReportForms?, printer: PDFPrinter?, address: String?
  ) throws {
    var files: [ReportFile] = []
    if let forms, forms.singleFile || printer != nil {
      let page = try site.renderSingleFile(findings)
      if forms.singleFile { files.append(page) }
      if let printer { files.append(ReportFile(path: "report.pdf", bytes: try printer.print(page))) }
    }
    self.files = files
    mailPath = forms?.email
    mail = try forms?.email == nil ? nil : site.renderMail(findings, address: address)
  }

  /// `week.html` and, with the same words, `week.txt`.
  func writeMail() throws {
    guard let mailPath, let mail else { return }
    try DurableFile.write(mail.html, to: mailPath)
    try DurableFile.write(mail.text, to: Self.textPath(beside: mailPath))
  }

  static func textPath(beside path: String) -> String {
    let stem = (path as NSString).deletingPathExtension
    // A mail that is itself called .txt keeps its name.
    return (path as NSString).pathExtension.lowercased() == "txt" ? path + ".txt" : stem + ".txt"
  }
}
