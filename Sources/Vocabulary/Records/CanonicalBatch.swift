/// What a format has understood of some rows of one file: one array per kind of record.
///
/// All records that come from one physical line lie in the same batch, so that each line can be accounted for.
package struct CanonicalBatch: Sendable {
  package var adPerformance: [AdPerformance] = []
  package var webTraffic: [WebTraffic] = []
  package var customerOrders: [CustomerOrder] = []
  package var orderLines: [OrderLine] = []
  package var contacts: [Contact] = []
  package var controlTotals: [ControlTotal] = []
  package var skippedRows: [SkippedRow] = []
  package var rejectedRows: [RejectedRow] = []
  /// Data records read for this batch: rowsRead = rows with facts + skipped + rejected.
  package var rowsRead = 0

  package init() {}
}
