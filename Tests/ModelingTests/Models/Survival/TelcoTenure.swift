import Computation
import Modeling

/// How long the reference's telecom customers stayed, with the covariates of its Cox regression.
struct TelcoTenure {
  let times: SurvivalTimes
  private let columns: [String: [Substring]]

  init() throws {
    let lines = try SharedReference.lines("telco/Telco-Customer-Churn.csv").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    var columns: [String: [Substring]] = [:]
    for (place, name) in lines[0].enumerated() { columns[String(name)] = lines.dropFirst().map { $0[place] } }
    self.columns = columns
    times = try SurvivalTimes(
      durations: (columns["tenure"] ?? []).map { try SharedReference.found(Double($0), "tenure") },
      events: (columns["Churn"] ?? []).map { $0 == "Yes" })
  }

  /// The level of each row, numbered in the order of the alphabet.
  func groups(_ column: String) throws -> (names: [String], numbers: [Int]) {
    let values = try SharedReference.found(columns[column], column)
    let names = Set(values).sorted()
    return (names.map { String($0) }, try values.map { try SharedReference.found(names.firstIndex(of: $0), column) })
  }

  static let covariateNames = [
    "SeniorCitizen", "Partner", "Dependents", "PaperlessBilling", "MonthlyCharges", "Contract=One year",
    "Contract=Two year", "Internet=Fiber optic", "Internet=No",
  ]

  func covariates() throws -> Matrix {
    func column(_ name: String, _ number: (Substring) -> Double?) throws -> [Double] {
      try (columns[name] ?? []).map { try SharedReference.found(number($0), name) }
    }
    func flags(_ name: String, _ level: String) throws -> [Double] { try column(name) { $0 == level ? 1 : 0 } }
    let all = [
      try column("SeniorCitizen") { Double($0) }, try flags("Partner", "Yes"), try flags("Dependents", "Yes"),
      try flags("PaperlessBilling", "Yes"), try column("MonthlyCharges") { Double($0) },
      try flags("Contract", "One year"), try flags("Contract", "Two year"),
      try flags("InternetService", "Fiber optic"), try flags("InternetService", "No"),
    ]
    return Matrix(all[0].indices.map { row in all.map { $0[row] } })
  }
}
