import Ingestion
import Testing
import Vocabulary

struct ConnectorReferenceTableTests {
  @Test func namesOfStagesAreNoFacts() throws {
    let reading = try Sample("stage_id,label,pipeline_id,_fivetran_synced\n1,Demo,2,2026-01-01 00:00:00\n").read()
    #expect(reading.recognition.format == "ConnectorReferenceTable")
    #expect(reading.recognition.reason == "a connector's table of stages of pipelines")
    #expect(reading.all.skippedRows.map(\.reason) == [.reference])
  }

  /// Numbers of records by Python's csv module.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      ("hubspot-api/deal_pipeline_stage_data.csv", 71), ("hubspot-api/owner_data.csv", 100),
      ("hubspot-api/email_event_bounce_data.csv", 100), ("hubspot-api/email_event_open_data.csv", 100),
      ("klaviyo-api/klaviyo_metric.csv", 2),
    ])
  func realFiles(path: String, rows: Int) throws {
    let reading = try Shared.reading(path)
    #expect(reading.recognition.format == "ConnectorReferenceTable")
    #expect(reading.summary.rowsRead == rows && reading.summary.rowsSkipped == rows)
  }

  @Test func ownersAreStaff() throws {
    let reading = try Sample(
      "owner_id,_fivetran_synced,email,first_name,last_name,portal_id,type,archived\n"
        + "77,2026-01-01 00:00:00,rep@example.org,Ann,Lee,1,PERSON,false\n"
    ).read()
    #expect(reading.recognition.reason == "a connector's table of owners, who are staff")
    #expect(reading.all.skippedRows.map(\.reason) == [.reference])
  }

  /// Whose owner is named is somebody else's customer.
  @Test(arguments: [
    "id,_fivetran_synced,owner_id,first_name,last_name,email",
    "id,_fivetran_synced,owner_id,first_name,last_name,email,company,lead_source,status,is_converted",
    "_fivetran_synced,owner_id,first_name,last_name,email,account_id,mobile_phone",
  ])
  func peopleWithAnOwnerAreNoStaff(header: String) throws {
    let cells = header.split(separator: ",").map { $0 == "email" ? "ann@example.org" : "1" }
    guard case .unrecognised = try Sample(header + "\n" + cells.joined(separator: ",") + "\n").failure() else {
      Issue.record("it was recognised")
      return
    }
  }
}
