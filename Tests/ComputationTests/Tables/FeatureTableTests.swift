import Computation
import Testing

@Suite("FeatureTable")
struct FeatureTableTests {
  let orders = Feature("orders", unit: .count)
  let channel = Feature("channel", unit: .category, missing: .ownLevel)

  @Test("keeps columns by feature and selects rows")
  func columns() throws {
    var table = FeatureTable(rowCount: 3)
    try table.append(orders, .numeric([1, nil, 3]))
    try table.append(channel, .categorical(["a", nil, "b"]))
    #expect(table.features == [orders, channel])
    #expect(table[orders] == .numeric([1, nil, 3]))
    #expect(table.selecting(rows: [2, 0])[channel] == .categorical(["b", "a"]))
    #expect(table.selecting(features: [channel]).features == [channel])
    #expect(table.selecting(features: [channel])[channel] == table[channel])
    #expect(table[Feature("other", unit: .count)] == nil)
  }

  @Test("refuses what does not fit")
  func refusals() throws {
    var table = FeatureTable(rowCount: 2)
    try table.append(orders, .numeric([1, 2]))
    #expect(throws: ComputationProblem.columnLength(feature: "channel", found: 1, expected: 2)) {
      try table.append(channel, .categorical(["a"]))
    }
    #expect(throws: ComputationProblem.duplicateFeature("orders")) { try table.append(orders, .numeric([1, 2])) }
    #expect(throws: ComputationProblem.notFinite(feature: "days", row: 1)) {
      try table.append(Feature("days", unit: .days), .numeric([1, .nan]))
    }
    #expect(throws: ComputationProblem.policy(feature: "channel", policy: .ownLevel, kind: .numeric)) {
      try table.append(channel, .numeric([1, 2]))
    }
  }

  @Test("a problem says where, what, and what to do")
  func wording() {
    let problem = ComputationProblem.columnLength(feature: "orders", found: 1, expected: 2)
    #expect(
      problem.description
        == "feature orders: found 1 values; expected 2; give one value, or none, for each row")
  }
}
