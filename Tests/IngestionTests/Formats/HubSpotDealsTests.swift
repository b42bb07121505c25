import Ingestion
import Testing
import Vocabulary

struct HubSpotDealsTests {
  /// Won, lost, neither, and a column of the lost ones alone, which tells nothing of the others.
  @Test func flagsOfWonAndLost() throws {
    let header = "Record ID,Deal Name,Deal Stage"
    let both = try Sample(
      "\(header),Is Closed Won,Is closed lost\n1,A,x,true,false\n2,B,x,false,true\n3,C,x,false,false\n4,D,x,,\n"
    ).read()
    #expect(both.all.deals.map(\.outcome) == [.won, .lost, .open, nil])
    let lost = try Sample("\(header),Is closed lost\n1,A,x,true\n2,B,x,false\n").read()
    #expect(lost.all.deals.map(\.outcome) == [.lost, nil])
  }

  @Test(arguments: [
    (
      "ID de registro,Nombre del negocio,Etapa del negocio,Valor,Moneda,Fecha de creación,Fecha de cierre",
      "Cierre Ganado 🤓"
    ),
    ("Datensatz-ID,Dealname,Dealphase,Betrag,Währung,Erstelldatum,Abschlussdatum", "Abgeschlossen und gewonnen"),
    (
      "ID de fiche d'informations,Nom de la transaction,Phase de la transaction,Montant,Devise,Date de création,"
        + "Date de fermeture", "Fermée gagnée"
    ),
  ])
  func furtherLanguages(header: String, won: String) throws {
    let reading = try Sample("\(header)\n7,A,\(won),1200.50,EUR,2026-03-01 10:12,2026-04-01 09:00\n").read()
    #expect(reading.recognition.format == "HubSpotDeals")
    let deal = try #require(reading.all.deals.first)
    #expect(deal.outcome == .won && deal.amountMicros == 1_200_500_000 && deal.closeDay?.description == "2026-04-01")
  }

  /// The three kinds of quotation marks in which exports have put a stage's name.
  @Test(arguments: ["\"\"Demo (Sales Pipeline)\"\"", "'Demo (Sales Pipeline)'", "“Demo (Sales Pipeline)”"])
  func deals(stage: String) throws {
    let reading = try Sample(
      """
      Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Create Date,"Date entered \(stage)",Date entered current stage,Associated Contact IDs,Associated Company IDs (Primary)
      1,Acme renewal,Closed won (Sales Pipeline),2026-02-20 12:00,Somebody,1250.50,Sales Pipeline,2026-01-02 10:00,2026-01-10 09:30,2026-02-20,101;102,900
      2,Umbra,Appointment Scheduled,2026-05-01,Somebody,,Sales Pipeline,2026-01-03 10:00,,,,
      3,Initech,Signed,,,80,Sales Pipeline,2026-01-04 10:00,2026-01-11 09:30,,103,
      """
    ).read()
    #expect(reading.recognition.format == "HubSpotDeals")
    #expect(reading.total(.deals) == "3" && reading.total(.dealAmount) == "1330.5")
    let deals = reading.all.deals
    #expect(deals.map(\.outcome) == [.won, .open, nil])
    #expect(deals.map(\.amountMicros) == [1_250_500_000, nil, 80_000_000])
    #expect(deals[0].closeDay?.description == "2026-02-20" && deals[0].createdDay?.description == "2026-01-02")
    #expect(deals[0].contactID == "101" && deals[0].companyID == "900" && deals[0].pipeline == "Sales Pipeline")
    #expect(reading.all.dealStageChanges.map(\.stage) == ["Demo (Sales Pipeline)", "Demo (Sales Pipeline)"])
    #expect(reading.all.dealStageChanges.map(\.day.description) == ["2026-01-10", "2026-01-11"])
    #expect(reading.all.dealStageChanges[0].instant == nil)
    #expect(reading.all.dealContacts.map(\.contactID) == ["101", "102", "103"])
    #expect(reading.all.dealContacts.map(\.dealID) == ["1", "1", "3"])
  }

  @Test func contactsBehindTheDealsDoNotMakeItAFileOfContacts() throws {
    let reading = try Sample(
      """
      Record ID - Deal,Deal Name,Amount (EUR),Deal Stage,Create Date,Record ID - Contact,Email,Create Date
      1,Acme,"1.250,50",Contract Sent,2026-01-02,101,ann@example.org,2020-01-01
      """
    ).read()
    #expect(reading.recognition.format == "HubSpotDeals")
    let deal = try #require(reading.all.deals.first)
    #expect(deal.email?.normalized == "ann@example.org" && deal.contactID == "101")
    #expect(deal.currency?.code == "EUR" && deal.amountMicros == 1_250_500_000)
    #expect(deal.createdDay?.description == "2026-01-02")
  }

  @Test func amountsInTheCompanysCurrency() throws {
    let reading = try Sample(
      """
      Record ID,Deal Name,Deal Stage,Amount in company currency,Currency,Close Date,Currency in company currency
      1,Acme,Closed & Won,500.50,USD,2026-02-20,EUR
      2,Umbra,Closed & Lost,20,USD,2026-02-21,EUR
      """
    ).read()
    let deals = reading.all.deals
    #expect(deals.map(\.amountMicros) == [500_500_000, 20_000_000])
    #expect(deals.map(\.currency?.code) == ["EUR", "EUR"])
    #expect(deals.map(\.outcome) == [.won, .lost])
    let both = try Sample(
      """
      Record ID,Deal Name,Deal Stage,Amount in company currency,Currency in company currency,Amount,Currency
      1,Acme,Closed Won,500.50,EUR,590,USD
      """
    ).read()
    #expect(both.all.deals.map(\.amountMicros) == [590_000_000])
    #expect(both.all.deals.map(\.currency?.code) == ["USD"])
  }

  /// Copies in UTF-16 with tabs write the header's quotation marks bare.
  @Test func copiesWithTabs() throws {
    let text =
      "Record ID\tDeal Name\tDeal Stage\tAmount\tDate entered \"Demo (Sales Pipeline)\"\n1\tAcme\tDemo\t10\t2026-01-10\n"
    let reading = try Sample([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).read()
    #expect(reading.all.dealStageChanges.map(\.stage) == ["Demo (Sales Pipeline)"])
  }
}
