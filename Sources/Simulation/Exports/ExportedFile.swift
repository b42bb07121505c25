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
  package var refundedPence: Int?
  /// Goods after discounts and refunds, cancelled orders excluded.
  package var netRevenuePence: Int?
  package var contacts: Int?
}

extension Business {
  /// Everything the business's vendors would hand out, in a fixed order. Takes O(size of the files) memory.
  package func exports() -> [ExportedFile] {
    MetaAdsExport(business: self).files() + GoogleAdsExport(business: self).files()
      + GoogleAnalyticsExport(business: self).files() + MatomoExport(business: self).files()
      + HubSpotContactsExport(business: self).files() + ShopifyOrdersExport(business: self).files()
  }
}
