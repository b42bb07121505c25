import Ingestion
import Testing
import Vocabulary

struct PipedriveDealsTests {
  @Test func furtherLanguages() throws {
    let spanish = try Sample(
      "Negocio - ID,Negocio - Título,Negocio - Valor,Negocio - Moneda,Negocio - Estado,Negocio - Fecha de pérdida\n"
        + "1,A,1200,EUR,Ganado,\n2,B,300.5,EUR,Perdido,2026-03-08 12:00:11\n"
    ).read()
    #expect(spanish.recognition.format == "PipedriveDeals" && spanish.total(.dealAmount) == "1500.5")
    #expect(spanish.all.deals.map(\.outcome) == [.won, .lost])
    let portuguese = try Sample(
      "Negócio - Título,Negócio - Valor,Negócio - Etapa,Negócio - Proprietário\nA,\"R$ 1.250,50\",Proposta,Carla\n"
    ).read()
    #expect(portuguese.all.deals.map(\.amountMicros) == [1_250_500_000])
  }

  @Test func amountsInOtherMoneyThanTheCodeSays() throws {
    let reading = try Sample(
      "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value\n1,A,£1250.50,EUR\n2,B,€80.20,EUR\n"
    ).read()
    #expect(reading.all.deals.map(\.dealID) == ["2"] && reading.summary.problems.map(\.found) == ["an amount in GBP"])
  }

  /// No column of states; the day of winning says it.
  @Test func wonByItsDay() throws {
    let reading = try Sample(
      "Deal - ID,Deal - Title,Deal - Won time,Deal - Lost time\n1,A,2026-03-05 12:00:11,\n2,B,,2026-03-06 12:00:11\n3,C,,\n"
    ).read()
    #expect(reading.all.deals.map(\.outcome) == [.won, .lost, nil])
    #expect(reading.all.deals.map { $0.closeDay?.description } == ["2026-03-05", "2026-03-06", nil])
  }

  /// A list view without the days of winning and losing.
  @Test func anExpectedDayIsNoneOfAClosedDeal() throws {
    let reading = try Sample(
      "Deal - ID,Deal - Title,Deal - Status,Deal - Expected close date\n"
        + "1,A,won,2026-05-01\n2,B,lost,2026-05-02\n3,C,open,2026-05-03\n4,D,,2026-05-04\n"
    ).read()
    #expect(reading.all.deals.map { $0.closeDay?.description } == [nil, nil, "2026-05-03", "2026-05-04"])
  }

  @Test func deals() throws {
    let reading = try Sample(
      """
      Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Stage,Deal - Pipeline,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Expected close date,Organization - ID,Person - ID,Person - Email - Work,Person - Email - Home
      1,Acme,1250.50,EUR,Signed,Sales,Won,2026-01-02 10:00:00,2026-02-03 11:00:00,2026-05-01,9,101,,ann@example.org
      2,Umbra,80,USD,Demo,Sales,Open,2026-01-03 10:00:00,,2026-05-01,,,,
      3,Gone,5,USD,Demo,Sales,Deleted,2026-01-03 10:00:00,,,,,,
      """
    ).read()
    #expect(reading.recognition.format == "PipedriveDeals")
    #expect(reading.all.deals.map(\.outcome) == [.won, .open])
    #expect(reading.all.deals.map(\.closeDay?.description) == ["2026-02-03", "2026-05-01"])
    #expect(reading.all.deals[0].email?.normalized == "ann@example.org" && reading.all.deals[0].companyID == "9")
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
    // Money in two currencies has no sum.
    #expect(reading.all.deals.map(\.amountMicros) == [1_250_500_000, 80_000_000])
    #expect(reading.total(.deals) == "2" && reading.total(.dealAmount) == nil)
  }

  @Test func theOrganisationAndTheIdOfItsOtherExports() throws {
    let reading = try Sample(
      "Deal - Title,Deal - Value,Deal - Currency of value,Deal - Status,Organization,Contact person,Deal - Pipedrive System ID\n"
        + "Oak,1200,EUR,Won,North,Ada,17\n"
    ).read()
    let deal = try #require(reading.all.deals.first)
    #expect(deal.dealID == "17" && deal.companyID == "North" && deal.outcome == .won)
  }
}
