import Warehouse

extension VisitBuilder {
  /// All visits that the warehouse's events make, in the order of tool, property, visitor and beginning.
  package func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [WebVisit] {
    let hosts = OwnHosts(try WebEventRows.referrers(from: warehouse))
    var visits: [WebVisit] = []
    try WebEventRows.forEachVisitor(in: warehouse) { events in
      guard let first = events.first else { return }
      visits += self.visits(events, site: hosts.host(tool: first.tool, property: first.property))
    }
    return visits
  }
}
