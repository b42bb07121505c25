import Foundation
import Ingestion

/// The reports that are read, one a line, as `inspect --formats` shows them.
struct FormatList: Encodable {
  struct Entry: Encodable {
    let format: String
    let title: String
    let verified: Bool
  }

  var formats = KnownReport.all.map { Entry(format: $0.format, title: $0.title, verified: $0.isVerified) }

  static func say(asJSON: Bool) throws {
    if asJSON { return try Terminal.sayJSON(FormatList()) }
    Terminal.write(text, to: 1)
  }

  static var text: String {
    let reports = KnownReport.all
    let lines = reports.map { report in
      report.title.padding(toLength: 42, withPad: " ", startingAt: 0) + (report.isVerified ? "verified" : "unverified")
    }
    return lines.joined(separator: "\n") + """


      \(reports.count) reports. Unverified: no real file stands behind it yet, so check what `fairlead inspect` says of yours.
      Any other table: `fairlead inspect --suggest FILE` drafts a mapping file for it.

      """
  }
}
