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
}
