import Analysis
import Templates

extension Site {
  /// The summary as an e-mail: the body as HTML without drawings, and the same words as plain text.
  /// - Parameter address: where readers find the report; without one the mail has no link.
  /// - Throws: what `render` throws.
  package func renderMail(
    _ findings: Findings, address: String?
  ) throws(ReportingError) -> (html: [UInt8], text: [UInt8]) {
    try language.speaking { () throws(ReportingError) in try mail(findings, address: address) }
  }

  private func mail(
    _ findings: Findings, address: String?
  ) throws(ReportingError) -> (html: [UInt8], text: [UInt8]) {
    let templates = try TemplateSet(overrides: overrides)
    let edition = Edition(findings: findings, pseudonym: pseudonym)
    let mail = Mail(try SummarySection(edition), of: edition, brand: brand, address: address)
    return (
      Array((templates.render(mail, with: "mail") + "\n").utf8),
      Array((templates.render(mail, with: "mail-text") + "\n").utf8)
    )
  }

  /// The built-in templates and style sheets, as a designer may lay edited ones over them.
  package static var builtInTemplates: [(name: String, bytes: [UInt8])] {
    TemplateFile.all.map { ($0.name, $0.bytes) }
  }
}
