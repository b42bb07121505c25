import Testing

@testable import Ingestion

/// A mapping with a misspelt name is named, and none is where a table has nothing to do with it.
struct NearMappingTests {
  private static func orders(_ orderID: String, name: String = "shop") -> TableMapping {
    var mapping = TableMapping(name: name, kind: .orders)
    mapping.fields = [.orderID: FieldMapping([orderID]), .day: FieldMapping(["Date"]), .total: FieldMapping(["Total"])]
    return mapping
  }

  @Test(arguments: [
    ("o.csv", "order_id,Date,Total\n1,2026-03-02,10\n"),
    ("o.json", "[{\"order_id\": \"1\", \"Date\": \"2026-03-02\", \"Total\": 10}]"),
    ("o.xml", "<feed><item><order_id>1</order_id><Date>2026-03-02</Date><Total>10</Total></item></feed>"),
    (
      "o.xls",
      "<html><body><table><tr><th>order_id</th><th>Date</th><th>Total</th></tr>"
        + "<tr><td>1</td><td>2026-03-02</td><td>10</td></tr></table></body></html>"
    ),
  ])
  func aMisspeltColumnIsNamed(file: String, text: String) throws {
    #expect(
      try Sample(text, name: file).failure(ReadOptions(mappings: [Self.orders("order_idd")]))
        == .nearMapping(file: file, mapping: "shop", absent: ["\"order_idd\" (orderID)"]))
  }

  /// Any table may have a day.
  @Test func oneColumnIsNotNear() throws {
    let failure = try Sample("Date,Place,Visitors\n2026-03-02,North,10\n")
      .failure(ReadOptions(mappings: [Self.orders("order_idd")]))
    #expect(failure == .unrecognised(file: "sample.csv", kind: nil))
  }

  /// Two of three columns are more than two of four.
  @Test func theNearestIsNamed() throws {
    var far = Self.orders("number", name: "far")
    far.fields[.tax] = FieldMapping(["VAT"])
    for mappings in [[far, Self.orders("order_idd")], [Self.orders("order_idd"), far]] {
      let failure = try Sample("order_id,Date,Total\n1,2026-03-02,10\n").failure(ReadOptions(mappings: mappings))
      #expect(failure == .nearMapping(file: "sample.csv", mapping: "shop", absent: ["\"order_idd\" (orderID)"]))
    }
  }

  /// What is to be left out stays so, whatever mapping is near.
  @Test func aReportThatIsLeftOutIsCalledSo() throws {
    var mapping = TableMapping(name: "index", kind: .webTraffic)
    mapping.fields = [
      .day: FieldMapping(["Date"]), .views: FieldMapping(["Impressions"]),
      .sessions: FieldMapping(["Sessions"], isRequired: true),
    ]
    let failure = try Sample("Date,Not indexed,Indexed,Impressions\n2026-10-01,8,1,7\n")
      .failure(ReadOptions(mappings: [mapping]))
    guard case .leftOut = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }
}
