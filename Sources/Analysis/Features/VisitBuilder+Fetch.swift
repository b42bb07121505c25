import Vocabulary
import Warehouse

extension VisitBuilder {
  /// All visits that the warehouse's events make, in the order of tool, visitor and beginning.
  package func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [WebVisit] {
    let properties = try WebEventRows.properties(of: warehouse)
    let hosts = OwnHosts(properties, referrers: try WebEventRows.referrers(from: warehouse))
    var visits: [WebVisit] = []
    try WebEventRows.forEachVisitor(in: warehouse) { visits += self.visits($0, of: hosts) }
    return VisitBuilder.withOrdersOnce(visits, of: hosts)
  }

  /// The visits, each order of a site with the first alone that has it: its page of thanks may be seen again days later,
  /// or on another device.
  static func withOrdersOnce(_ visits: [WebVisit], of hosts: OwnHosts) -> [WebVisit] {
    struct Order: Hashable {
      let tool: String
      let site: String
      let id: String
    }
    func begin(_ place: Int) -> (Day, Int64, Int) { (visits[place].day, visits[place].firstMicros ?? .max, place) }
    var seen: Set<Order> = []
    var single = visits
    for place in visits.indices.filter({ !visits[$0].transactionIDs.isEmpty }).sorted(by: { begin($0) < begin($1) }) {
      let visit = visits[place]
      let site = hosts.site(tool: visit.tool, property: visit.property)
      single[place].transactionIDs = visit.transactionIDs.filter {
        seen.insert(Order(tool: visit.tool, site: site, id: $0)).inserted
      }
    }
    return single
  }
}
