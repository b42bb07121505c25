import Foundation
import Ingestion
import Vocabulary
import Yams

/// What `fairlead.yml` may say. Everything is optional.
struct Configuration: Equatable {
  var client: String?
  var currency: Currency?
  var timeZone: String?
  var locale: String?
  var dateOrder: String?
  /// Share of revenue left after the cost of goods, 0…1: draws the break-even line.
  var grossMargin: Double?
  var churnHorizonDays: Int?
  var seed: UInt64 = 1
  var pseudonymKey: String?
  /// Where readers find the published report; linked to from its e-mail.
  var reportAddress: String?
  var channels = ChannelSettings()
  /// Of the agency's file, with the client's own keys laid over it.
  var brand = BrandSettings()

  static let keys = [
    "client", "currency", "timeZone", "locale", "dateOrder", "grossMargin", "churnHorizonDays", "seed", "pseudonymKey",
    "reportAddress", "channels", "brand",
  ]

  static func read(_ file: URL, required: Bool) throws -> Configuration {
    let path = file.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else {
      if required { throw Failure("\(path): no such file; expected a configuration; correct --config") }
      return Configuration()
    }
    return try parse(
      String(contentsOf: file, encoding: .utf8), name: file.lastPathComponent,
      folder: file.deletingLastPathComponent())
  }

  /// - Parameter folder: where paths in the text start.
  static func parse(
    _ text: String, name: String, folder: URL = URL(filePath: ".", directoryHint: .isDirectory)
  ) throws -> Configuration {
    let node: Node?
    let yaml = YAMLSettings(name: name, status: .failed)
    do { node = try Yams.compose(yaml: text) } catch {
      throw yaml.unreadable(error, expected: "lines like `currency: GBP`")
    }
    var configuration = Configuration()
    guard let node, node != Node("", Tag(.null)) else { return configuration }
    guard let mapping = node.mapping else {
      throw Failure("\(name): no settings found; expected lines like `currency: GBP`; correct the file")
    }
    for (keyNode, value) in mapping {
      let key = keyNode.string ?? ""
      let text = value.scalar?.string ?? ""
      func refuse(_ expected: String) -> Failure {
        Failure("\(name): \(key) is \"\(text)\"; expected \(expected); correct the line")
      }
      switch key {
      case "client": configuration.client = text
      case "currency":
        guard let currency = Currency(text), currency.isStandard else { throw refuse("an ISO code such as GBP") }
        configuration.currency = currency
      case "timeZone":
        guard LocalZone(text) != nil else { throw refuse(LocalZone.expected) }
        configuration.timeZone = text
      case "locale": configuration.locale = text
      case "dateOrder":
        guard ["dmy", "mdy", "ymd"].contains(text) else { throw refuse("dmy, mdy or ymd") }
        configuration.dateOrder = text
      case "grossMargin":
        guard let margin = Double(text), margin > 0, margin <= 1 else { throw refuse("a share above 0 and up to 1") }
        configuration.grossMargin = margin
      case "churnHorizonDays":
        guard let days = Int(text), (7...730).contains(days) else { throw refuse("7 to 730 days") }
        configuration.churnHorizonDays = days
      case "seed":
        guard let seed = UInt64(text) else { throw refuse("a whole number") }
        configuration.seed = seed
      case "pseudonymKey":
        guard text.utf8.count >= 16 else {
          throw Failure("\(name): pseudonymKey is too short; expected 16 characters or more; correct the line")
        }
        configuration.pseudonymKey = text
      case "reportAddress":
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host() != nil else {
          throw refuse("an address that starts with https:// or http://")
        }
        configuration.reportAddress = text
      case "channels": configuration.channels = try ChannelSettings.parse(value, yaml)
      case "brand": configuration.brand = try BrandSettings.parse(value, yaml, folder: folder)
      default:
        throw Failure(
          "\(name): the setting \"\(key)\" is not known; expected one of \(keys.joined(separator: ", ")); "
            + "correct or remove the line")
      }
    }
    return configuration
  }

  /// What `new` writes: every setting explained and none set.
  static func template(client: String) -> String {
    """
    # Fairlead reads what it can from the exports themselves. Everything here is optional.

    # The name on the report.
    client: "\(client)"

    # Used for files that do not name a currency or a time zone themselves.
    # currency: GBP
    # timeZone: Europe/London

    # How numbers and dates are written, when a file leaves it open: de-DE, en-GB … and dmy, mdy or ymd.
    # locale: en-GB
    # dateOrder: dmy

    # What is left of each unit of revenue after the cost of goods; draws the break-even line.
    # grossMargin: 0.55

    # A customer counts as gone after this many days without an order; by default taken from the shop's own rhythm.
    # churnHorizonDays: 90

    # Where readers find the report; linked to from its e-mail (fairlead report --email).
    # reportAddress: https://reports.example.com/shop/

    # Who sends the report, how it looks and which language it speaks: en, de, fr, es, nl, pt or it. An agency keeps
    # name, accent, logo, footer and locale in one file for all its clients and names it here; what a client has of its
    # own goes beside it: {file: ../agency.yml, name: Fern & Co, logo: logo.svg, footer: 1 High Street}
    # brand: {name: Fern & Co, accent: "#1c4f5c", locale: de}

    # Which channel a visit belongs to: rules of your own, asked before the built-in table. The first that fits counts.
    # channels:
    #   version: ours-1
    #   rules:
    #     - name: Partner letters
    #       channel: email
    #       source: {startsWith: partner-}
    #       medium: [cpc, letter]

    """
  }
}
