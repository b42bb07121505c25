import ArgumentParser
import Foundation
import Ingestion
import Vocabulary

/// How to read what an export leaves open. Flags win over `fairlead.yml`; both only fill what the file does not say.
struct ReadingOptions: ParsableArguments {
  @Option(help: "How numbers are written where a column leaves it open, such as de-DE or en-US.")
  var locale: String?

  @Option(help: "dmy, mdy or ymd, where a column of dates leaves it open.")
  var dateOrder: String?

  @Option(help: "The accounts' time zone where a file does not name one, such as Europe/London.")
  var timeZone: String?

  @Option(help: "The currency of files that do not name one, such as GBP.")
  var currency: String?

  @Option(help: "The account, site, profile or shop of files that do not name one.")
  var account: String?

  @Option(
    help:
      "Bad rows that a file may have before nothing of it is loaded: a count, or a percentage, which allows 5 rows at least."
  )
  var maxRejected: RejectionLimit = .standard

  @Option(help: "A file that says what the columns of a table mean; beside those in the workspace's mappings/.")
  var mapping: [String] = []

  /// With the workspace's secret, by which visitors in access logs become the same pseudonyms in each of its files.
  func resolved(in workspace: Workspace) throws -> ReadOptions {
    var options = try resolved(with: workspace.configuration, in: workspace.folder)
    options.pseudonymKey = try workspace.pseudonymKey()
    return options
  }

  /// `folder`: the workspace, whose own mappings count too; nil for none.
  func resolved(with configuration: Configuration, in folder: URL?) throws -> ReadOptions {
    var options = ReadOptions()
    options.mappings = try mapping.map(MappingFile.read) + (folder.map(MappingFile.all) ?? [])
    options.locale = locale ?? configuration.locale
    if let timeZone, LocalZone(timeZone) == nil {
      throw ValidationError("--time-zone is \"\(timeZone)\"; expected \(LocalZone.expected)")
    }
    options.timeZone = timeZone ?? configuration.timeZone
    options.account = account
    if let code = currency {
      guard let known = Currency(code), known.isStandard else {
        throw ValidationError("--currency is \"\(code)\"; expected an ISO code such as GBP")
      }
      options.currency = known
    } else {
      options.currency = configuration.currency
    }
    if let order = dateOrder ?? configuration.dateOrder {
      guard let known = DateOrder(rawValue: order) else {
        throw ValidationError("--date-order is \"\(order)\"; expected dmy, mdy or ymd")
      }
      options.dateOrder = known
    }
    return options
  }
}
