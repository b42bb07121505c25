import Vocabulary
import Warehouse

extension VisitBuilder {
  /// All visits that the warehouse's events make, in the order of tool, visitor and beginning.
  package func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [WebVisit] {
    let properties = try WebEventRows.properties(of: warehouse)
    let hosts = OwnHosts(properties, referrers: try WebEventRows.referrers(from: warehouse))
    var visits: [WebVisit] = []
    try WebEventRows.forEachVisitor(in: warehouse) { visits += self.visits($0, of: hosts) }
    return visits
  }
}
