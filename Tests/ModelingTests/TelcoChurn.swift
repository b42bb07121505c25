import Computation
import Modeling

/// The reference's telecom customers as a feature table, with its split.
struct TelcoChurn {
  let table: FeatureTable
  let churned: [Bool]
  let train: [Int]
  let test: [Int]

  init() throws {
    let lines = try SharedReference.lines("telco/Telco-Customer-Churn.csv").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let rows = Array(lines.dropFirst())
    let numeric = ["SeniorCitizen", "tenure", "MonthlyCharges", "TotalCharges"]
    var table = FeatureTable(rowCount: rows.count)
    for (column, name) in lines[0].enumerated() where name != "customerID" && name != "Churn" {
      if numeric.contains(String(name)) {
        let feature = Feature(String(name), unit: .count, missing: .constant(0))
        try table.append(feature, .numeric(rows.map { Double($0[column]) }))
      } else {
        try table.append(Feature(String(name), unit: .category), .categorical(rows.map { String($0[column]) }))
      }
    }
    self.table = table
    churned = rows.map { $0.last == "Yes" }
    let parts = try SharedReference.lines("telco/split.csv").dropFirst().map { $0.split(separator: ",")[1] }
    train = parts.indices.filter { parts[$0] == "train" }
    test = parts.indices.filter { parts[$0] == "test" }
  }
}
