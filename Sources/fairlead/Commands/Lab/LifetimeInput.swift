/// What `lab lifetime` learns from, one entry for each customer.
struct LifetimeInput {
  /// What came after the time that was learned from.
  struct Holdout {
    /// In the unit of age.
    let length: Double
    let purchases: [Double]
  }

  /// As the list of transactions names them; nil for a table of customers, where the row says who it is.
  var customers: [String]?
  var frequency: [Double]
  var recency: [Double]?
  var age: [Double]?
  /// The mean value of the purchases after the first; NaN where it is not known.
  var monetary: [Double]?
  var unit: LabLifetime.Unit?
  var holdout: Holdout?
  var notes: [String] = []

  /// From a table with one row for each customer.
  init(customers table: LabTable, _ command: LabLifetime) throws {
    frequency = try table.fullMeasures(of: command.frequency ?? "")
    recency = try command.recency.map { try table.fullMeasures(of: $0) }
    age = try command.age.map { try table.fullMeasures(of: $0) }
    monetary = try command.monetary.map { try table.measures(of: $0) }
  }

  init(frequency: [Double], recency: [Double], age: [Double]) {
    self.frequency = frequency
    self.recency = recency
    self.age = age
  }
}
