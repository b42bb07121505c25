import Testing

@testable import Ingestion

struct SalesforceIDTests {
  /// The long ids stand in the Data Loader's own sample file.
  @Test(arguments: [
    ("006x0000001YtCr", "006x0000001YtCrAAK"), ("001x0000002xLD0", "001x0000002xLD0AAM"),
    ("006x0000001YtCrAAK", "006x0000001YtCrAAK"), ("Acme / Renewal", "Acme / Renewal"),
    ("AcmeCorporation", "AcmeCorporation"), ("", ""),
  ])
  func longForm(id: String, long: String) { #expect(SalesforceID.full(id) == long) }

  /// Ids that differ in case alone belong to different records.
  @Test func caseCounts() { #expect(SalesforceID.full("006x0000001Ytcr") != SalesforceID.full("006x0000001YtCr")) }
}
