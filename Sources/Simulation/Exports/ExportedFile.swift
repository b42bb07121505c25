/// A file as a vendor would have handed it out.
package struct ExportedFile: Sendable {
  /// Relative, with `/`, such as `meta-ads/….csv`.
  package let path: String
  package let bytes: [UInt8]
  /// What the file holds, counted while it was made and not read back from its bytes.
  package let totals: ExportTotals
}

/// Sums over the facts of one exported file. A measure that the report does not have is nil.
package struct ExportTotals: Sendable {
  /// Records after the header; totals rows are not counted.
  package var rows = 0
  package var spendPence: Int?
  package var impressions: Int?
  package var clicks: Int?
  package var conversionsHundredths: Int?
  package var conversionValuePence: Int?
  package var sessions: Int?
  package var orders: Int?
  package var cancelledOrders: Int?
  /// Goods after discounts, cancelled orders included.
  package var subtotalPence: Int?
  /// With the taxes that went back.
  package var refundedPence: Int?
  /// Goods after discounts and refunds, cancelled orders excluded.
  package var netRevenuePence: Int?
  package var contacts: Int?
}

extension World {
  /// The reports whose size does not grow with the customers.
  func reports() -> [ExportedFile] {
    MetaAdsExport(world: self).files() + GoogleAdsExport(world: self).files()
      + GoogleAnalyticsExport(world: self).files() + MatomoExport(world: self).files()
  }
}

extension Business {
  /// Everything the business's vendors would hand out, in a fixed order, drawn again. Takes O(size of the files) memory.
  package func exports() -> [ExportedFile] { written().exports }

  /// `truth.json`: what was planned and drawn, what each campaign really does, and what every exported file adds up to.
  /// Amounts are pounds, rates are per week, probabilities run 0…1. Equal plans give equal bytes.
  package func truthJSON() -> [UInt8] { written().truth }

  private func written() -> (exports: [ExportedFile], truth: [UInt8]) {
    var bytes: [String: [UInt8]] = [:]
    do {
      let files = try BusinessStream(plan).listed { bytes[$0, default: []] += $1 }
      return (
        files.map { ExportedFile(path: $0.path, bytes: bytes[$0.path] ?? [], totals: $0.totals) },
        bytes[Truth.path] ?? []
      )
    } catch {
      preconditionFailure("in memory nothing is in the way: \(error)")
    }
  }
}
