/// Exports that are known by their header but not read, so that a message can call them by name.
struct UnreadReport: Equatable {
  /// What the file is, as the subject of a message.
  let name: String
  /// What to do about it, where a mapping would be wrong: its figures stand in another report, or are none that add up.
  let instead: String?

  init(name: String, instead: String? = nil) {
    self.name = name
    self.instead = instead
  }

  /// Nil when it is not known either.
  init?(_ opening: Opening) {
    if SearchConsoleReport.comparesPeriods(opening.header) {
      self.init(
        name: "a Search Console export that compares two periods",
        instead: "export it again without comparison, which is read")
    } else if GA4Pivot.isOne(opening) {
      self = GA4Pivot.report
    } else if GoogleAdsTable.isOfParts(opening.header), UnreadReport.isTitled(opening) {
      self = UnreadReport.parts
    } else if UnreadReport.lacksSpend(opening) {
      self = UnreadReport.spendless
    } else if UnreadReport.isOfOneMailing(opening) {
      self = UnreadReport.oneMailing
    } else if let known = UnreadReport.signatures.first(where: { $0.fits(opening.header) }) {
      self = known.report
    } else {
      return nil
    }
  }

  /// By the name of an XML document's element.
  init?(ofDocument element: String) {
    guard element == "urchindata" else { return nil }
    self.init(name: "a report of Google Analytics from before 2007, or of Urchin")
  }

  /// Columns by which a report is known that is not read.
  struct Signature {
    let columns: [String]
    /// Whether the header holds nothing else: columns that anybody may have tell together alone.
    let isWhole: Bool
    let report: UnreadReport

    init(_ columns: [String], _ name: String, instead: String? = nil, isWhole: Bool = false) {
      self.columns = columns
      self.isWhole = isWhole
      report = UnreadReport(name: name, instead: instead)
    }

    func fits(_ header: Header) -> Bool {
      isWhole ? header.keys == columns : columns.allSatisfy(header.contains)
    }
  }

  private static let signatures = mappable + leftOut

  /// Those of which a mapping could make a source.
  private static let mappable: [Signature] = [
    Signature(["_fivetran_synced"], "a connector's table of a kind that is not read"),
    Signature(["date", "primary"], "a Meta Business Suite chart without the line that names its metric"),
    Signature(
      ["first name", "accepts email marketing", "total spent"],
      "a Shopify customer export without the column Customer ID, by which customers are known again"),
    Signature(
      ["first name", "accepts marketing", "total spent"],
      "a Shopify customer export without the column Customer ID, by which customers are known again"),
    Signature(["id", "created (utc)", "total spend", "payment count"], "a Stripe list of customers"),
    Signature(
      ["opportunityid", "stagename"], "a Salesforce history of opportunities, of which the opportunities are read"),
    Signature(["campaignid", "contactid"], "members of Salesforce campaigns, of which contacts and leads are read"),
    Signature(["campaignid", "leadid"], "members of Salesforce campaigns, of which contacts and leads are read"),
    Signature(
      ["whoid", "whatid"], "Salesforce activities, of which opportunities, accounts, contacts and leads are read"),
    Signature(
      ["name", "conversions", "conversion_rate"],
      "a table of names with the conversions of one goal, such as Plausible exports while a filter by goal is set: exported "
        + "without it, its tables are read",
      isWhole: true),
    Signature(["activity - subject"], "Pipedrive activities, of which deals and people are read"),
    Signature(["organization - name"], "Pipedrive organisations, of which deals and people are read"),
  ]
}

extension IngestionError {
  /// `near`: the mapping that the table would fit if it had all of the columns; `kind`: what the file is as far as it
  /// is known, when no report is.
  static func unread(
    _ report: UnreadReport?, near: NearMapping? = nil, kind: String? = nil, file: String
  ) -> IngestionError {
    if let report, let instead = report.instead { return .leftOut(file: file, kind: report.name, advice: instead) }
    guard let near else { return .unrecognised(file: file, kind: report?.name ?? kind) }
    return .nearMapping(
      file: file, mapping: near.mapping.name, absent: near.absent.map { near.mapping.naming($0) })
  }
}
