import Computation
import Modeling

/// The reference's customers of a record shop: repeat purchases of 39 weeks, then 39 weeks to judge on.
struct Cdnow {
  /// By the name of the column; nil where a cell is blank.
  private let columns: [String: [Double?]]

  init(_ file: String) throws {
    let lines = try SharedReference.lines("cdnow/\(file)").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" && $0 != "\r" } }
    }
    var columns: [String: [Double?]] = [:]
    for (place, name) in lines[0].enumerated() { columns[name] = lines.dropFirst().map { Double($0[place]) } }
    self.columns = columns
  }

  func column(_ name: String) throws -> [Double] {
    try SharedReference.found(columns[name], name).map { $0 ?? 0 }
  }

  func histories(_ names: [String]) throws -> PurchaseHistories {
    try PurchaseHistories(frequency: column(names[0]), recency: column(names[1]), age: column(names[2]))
  }

  /// Times in weeks with two decimals.
  static func summary() throws -> PurchaseHistories {
    try Cdnow("cdnow_customers_summary.csv").histories(["frequency", "recency", "T"])
  }

  /// Days over 7, from the list of purchases.
  static func sample() throws -> (histories: PurchaseHistories, data: Cdnow) {
    let data = try Cdnow("cdnow_sample_cbs.csv")
    return (try data.histories(["x", "t_x", "T"]), data)
  }
}
