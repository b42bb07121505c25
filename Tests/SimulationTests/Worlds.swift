@testable import Simulation

/// Simulated once for all tests.
enum Worlds {
  /// The demo business: two years, 3,000 customers expected.
  static let usual = Business.simulate(plan(customers: 3_000, weeks: 104, seed: 1))
  static let usualExports = usual.exports()
  static let small = Business.simulate(plan(customers: 300, weeks: 30, seed: 7))

  static func plan(customers: Int, weeks: Int, seed: UInt64) -> BusinessPlan {
    do {
      return try BusinessPlan(customers: customers, weeks: weeks, seed: seed)
    } catch {
      fatalError("\(error)")
    }
  }

  static func files(in folder: String) -> [ExportedFile] { usualExports.filter { $0.path.hasPrefix(folder + "/") } }
}
