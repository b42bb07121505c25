import Ingestion
import Testing
import Vocabulary

struct ShopifyCustomerTableTests {
  /// A digest is a pseudonym; what somebody typed is neither that nor an address.
  @Test func garbageInThePlaceOfAnAddressIsABadRow() throws {
    let reading = try Sample(
      "id,email,phone,orders_count,total_spent,created_at\n5,ask at the desk,,2,30.00,2026-01-02 10:00:00.000\n"
        + "6,9e107d9d372bb6826bd81d3542a419d6,,0,0,2026-01-03 10:00:00.000\n"
    ).read()
    #expect(reading.all.contacts.map(\.contactID) == ["6"])
    #expect(reading.all.rejectedRows.map(\.column) == ["email"])
    #expect(reading.all.rejectedRows.map(\.found) == ["text that is no e-mail address"])
  }

  @Test func addressesAndPseudonyms() throws {
    let reading = try Sample(
      """
      id,email,phone,orders_count,total_spent,created_at,_fivetran_deleted
      5,Ann@Example.org,+4915123456789,2,30.00,2026-01-02 10:00:00.000 ,FALSE
      6,9e107d9d372bb6826bd81d3542a419d6,,0,0,2026-01-03 10:00:00.000 ,FALSE
      7,bob@example.org,,0,0,2026-01-03 10:00:00.000 ,TRUE
      """
    ).read()
    #expect(reading.recognition.format == "ShopifyCustomerTable")
    #expect(reading.total(.contacts) == "2")
    #expect(reading.all.contacts.map { $0.email?.normalized } == ["ann@example.org", nil])
    #expect(reading.all.contacts[0].phone?.normalized == "+4915123456789")
    #expect(reading.all.contacts[0].createdDay?.description == "2026-01-02")
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("shopify-api/shopify_customer_data.csv")
    #expect(reading.summary.rowsRead == 4)
    #expect(reading.summary.rowsRejected == 0)
    #expect(
      reading.all.contacts.map(\.contactID) == ["3588998496353", "3589760876641", "3584045351009", "3584045351010"])
    #expect(reading.all.contacts.allSatisfy { $0.email == nil && $0.phone == nil && $0.platform == "Shopify" })
    #expect(reading.recognition.window?.description == "2020-09-09…2020-09-11")
  }
}
