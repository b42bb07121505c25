import Computation
import Modeling
import Testing

@Suite("HashingEncoder")
struct HashingEncoderTests {
  /// FeatureHasher(n_features=8, input_type="dict") on {"city": level}.
  @Test("columns and signs are those of scikit-learn 1.9.1's FeatureHasher")
  func reference() throws {
    var table = FeatureTable(rowCount: 7)
    let levels = ["Paris", "London", "São Paulo", "München", "", "東京", nil]
    try table.append(Feature("city", unit: .category), .categorical(levels))
    let hashed = try HashingEncoder(columns: 8).fit(table).transform(table)
    #expect(
      SmallTable.rows(hashed) == [
        [0, -1, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, -1, 0], [0, 0, 0, 0, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 1],
        [0, 1, 0, 0, 0, 0, 0, 0], [0, 0, -1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0],
      ])
    #expect(hashed.features.map(\.name).prefix(2) == ["city #0", "city #1"])
  }

  @Test("two spellings of one letter are one level")
  func spelling() throws {
    let table = try SmallTable.levels(["caf\u{E9}", "cafe\u{301}"])
    let rows = SmallTable.rows(try HashingEncoder(columns: 500).fit(table).transform(table))
    #expect(rows[0] == rows[1])
  }
}
