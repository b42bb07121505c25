import Vocabulary

/// Writes a simulated business without holding it: customers are drawn one after another, orders and contacts set aside by
/// their day and taken up again in the order of time, everything else is sums.
///
/// The files are those of the same plan's `Business`, to the byte. Memory grows with the number of days, and with
/// customers only by the busiest day's orders and 16 bytes to each block set aside; on disk about 1.5 KB a customer are
/// set aside until it is done.
package struct BusinessStream {
  private let plan: BusinessPlan
  private let folder: String?

  /// - Parameter folder: where to set aside what waits to be sorted; nil for memory.
  package init(_ plan: BusinessPlan, settingAsideIn folder: String? = nil) {
    self.plan = plan
    self.folder = folder
  }

  /// All exports and `truth.json`; `take` gets each file's bytes in order, several files by turns. Throws
  /// `SimulationProblem.noRoom` and what `take` throws. O(customers + orders + days²).
  package func write(to take: @escaping FileTaker) throws {
    _ = try listed(take)
  }

  /// The same, with the exports in their fixed order.
  func listed(_ take: @escaping FileTaker) throws -> [FileListing] {
    var world = World(plan: plan)
    let orders = try Spill(buckets: plan.dayCount, in: folder)
    let contacts = try Spill(buckets: plan.dayCount, in: folder)
    var truth = try TruthTally(world: world, in: folder)
    var people = try draw(world, orders, contacts, &truth)
    let shopify = try sell(&world, orders, to: take)
    let hubSpot = try list(contacts, &people, to: take)
    truth.contacts = hubSpot.last?.totals.contacts ?? 0
    let reports = world.reports()
    for file in reports { try take(file.path, file.bytes) }
    let files =
      reports.map { FileListing(path: $0.path, byteCount: $0.bytes.count, totals: $0.totals) } + hubSpot + shopify
    try Truth(world: world, tally: truth, files: files).write(to: take)
    return files
  }

  private func draw(
    _ world: World, _ orders: Spill, _ contacts: Spill, _ truth: inout TruthTally
  ) throws -> ContactDraw {
    let drawing = world.orders
    var people = world.contacts
    let setAside = { (contact: CRMContact) in
      var record = SpillRecord()
      contact.write(to: &record)
      try contacts.append(record, to: contact.day)
    }
    try world.customers.forEach { customer in
      let own = drawing.orders(of: customer)
      for order in own {
        var record = SpillRecord()
        order.write(to: &record)
        customer.write(to: &record)
        try orders.append(record, to: order.dayIndex)
      }
      try truth.add(customer, orders: own)
      if let contact = people.contact(of: customer) { try setAside(contact) }
    }
    try people.leads { try setAside($0) }
    return people
  }

  /// Orders in the order of time: the platforms claim them, the website sees them, the shop exports them.
  private func sell(_ world: inout World, _ orders: Spill, to take: @escaping FileTaker) throws -> [FileListing] {
    var shopify = ShopifyOrdersExport(plan: plan, to: take)
    for day in 0..<plan.dayCount {
      var sold: [(order: Order, customer: Customer)] = []
      try orders.forEach(in: day) { sold.append((Order(from: &$0), Customer(from: &$0))) }
      sold.sort { Order.precedes($0.order, $1.order) }
      world.add(day: sold)
      for (order, customer) in sold { try shopify.add(order, of: customer) }
    }
    return try shopify.end()
  }

  /// Contacts in the order of their creation, numbered in it.
  private func list(
    _ contacts: Spill, _ people: inout ContactDraw, to take: @escaping FileTaker
  ) throws -> [FileListing] {
    var hubSpot = HubSpotContactsExport(plan: plan, to: take)
    for day in 0..<plan.dayCount {
      var created: [CRMContact] = []
      try contacts.forEach(in: day) { created.append(CRMContact(from: &$0)) }
      created.sort { CRMContact.precedes($0, $1) }
      for contact in created { try hubSpot.add(people.numbered(contact)) }
    }
    return try hubSpot.end()
  }
}
