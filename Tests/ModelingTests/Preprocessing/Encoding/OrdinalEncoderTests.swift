import Computation
import Modeling
import Testing

@Suite("OrdinalEncoder")
struct OrdinalEncoderTests {
  @Test("places by Unicode scalars and back; missing stays missing")
  func places() throws {
    let table = try SmallTable.levels(["b", nil, "É", "a", "b"])
    let fitted = try OrdinalEncoder().fit(table)
    let codes = try fitted.transform(table)
    #expect(SmallTable.rows(codes) == [[1], [nil], [2], [0], [1]])
    #expect(try fitted.inverse(codes) == table)
  }

  @Test("an unseen level is missing, or −1, and missing on the way back")
  func unseen() throws {
    let table = try SmallTable.levels(["b", "a"])
    let asked = try SmallTable.levels(["x", "b"])
    #expect(SmallTable.rows(try OrdinalEncoder().fit(table).transform(asked)) == [[nil], [1]])
    let fitted = try OrdinalEncoder(unseen: .minusOne).fit(table)
    #expect(SmallTable.rows(try fitted.transform(asked)) == [[-1], [1]])
    #expect(try fitted.inverse(try fitted.transform(asked)) == (try SmallTable.levels([nil, "b"])))
  }
}
