import Testing
import Vocabulary

@testable import Ingestion

struct PayPalActivityTests {
  @Test(arguments: [
    ("Obciążenie zwrotne", Payment.Kind.dispute), ("Opłata za obciążenie zwrotne", .fee), ("Zwrot płatności", .refund),
    ("Rimborso del pagamento", .refund), ("Versamento generico con carta", .transfer),
  ])
  func wordsWithinWords(type: String, kind: Payment.Kind) { #expect(PayPalWords.kind(type) == kind) }

  /// By hand: one payment in, one refund, one move between balances.
  @Test(arguments: [
    (
      "Data,Ora,Fuso orario,Descrizione,Valuta,Lordo ,Tariffa ,Netto,Saldo,Codice transazione",
      ["Pagamento Express Checkout", "Rimborso del pagamento", "Versamento generico con carta"]
    ),
    (
      "Data,Godzina,Strefa czasowa,Opis,Waluta,Brutto,Opłata,Netto,Saldo,Numer transakcji",
      ["Płatność ekspresowa", "Zwrot płatności", "Ogólne przeliczenie waluty"]
    ),
    (
      "Data,Hora,Fuso horário,Descrição,Moeda,Bruto ,Tarifa ,Líquido,Saldo,ID da transação",
      ["Pagamento do Checkout expresso", "Reembolso do pagamento", "Conversão de moeda"]
    ),
  ])
  func statementsInFurtherLanguages(header: String, kinds: [String]) throws {
    let rows = zip(kinds, ["120,00", "-20,00", "7,00"]).enumerated().map { place, row in
      "1\(place + 3)/01/2026,10:00:00,Europe/Rome,\(row.0),EUR,\"\(row.1)\",\"-2,05\",\"\(row.1)\",\"1,00\",T\(place)\n"
    }
    let reading = try Sample(header + "\n" + rows.joined()).read()
    #expect(reading.all.payments.map(\.kind) == [.charge, .refund, .transfer])
    #expect(reading.total(.revenue) == "120" && reading.total(.refunds) == "20")
    #expect(reading.all.payments.first?.feeMicros == 2_050_000)
  }

  @Test func english() throws {
    let reading = try Sample(
      """
      "Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Invoice Number"
      "01/31/2026","10:00:00","America/Los_Angeles","Ann","Express Checkout Payment","Completed","USD","1,020.00","-30.30","989.70","ann@example.org","shop@example.com","A1","1001"
      "02/01/2026","10:00:00","America/Los_Angeles","Ann","Payment Refund","Completed","USD","-20.00","0.60","-19.40","shop@example.com","ann@example.org","A2","1001"
      "02/02/2026","10:00:00","America/Los_Angeles","","General Withdrawal","Completed","USD","-900.00","0.00","-900.00","shop@example.com","","A3",""
      "02/02/2026","11:00:00","America/Los_Angeles","Box Ltd","PreApproved Payment Bill User Payment","Completed","USD","-50.00","0.00","-50.00","shop@example.com","box@example.net","A4",""
      "02/03/2026","11:00:00","America/Los_Angeles","Bob","Website Payment","Pending","USD","5.00","0.00","5.00","bob@example.org","shop@example.com","A5",""
      "02/03/2026","11:00:00","America/Los_Angeles","Bob","Website Payment","Somewhere","USD","5.00","0.00","5.00","bob@example.org","shop@example.com","A6",""
      """
    ).read()
    #expect(reading.recognition.format == "PayPalActivity")
    #expect(!reading.recognition.isVerified)
    #expect(reading.recognition.timeZone == "America/Los_Angeles")
    #expect(reading.total(.payments) == "1")
    #expect(reading.total(.revenue) == "1020")
    #expect(reading.total(.refunds) == "20")
    let payments = reading.all.payments
    #expect(payments.map(\.kind) == [.charge, .refund, .payout, .other, .charge])
    #expect(payments.map(\.feeMicros) == [30_300_000, -600_000, 0, 0, 0])
    #expect(payments.map(\.netMicros) == [989_700_000, -19_400_000, -900_000_000, -50_000_000, 5_000_000])
    #expect(
      payments.map { $0.email?.normalized } == ["ann@example.org", "ann@example.org", nil, nil, "bob@example.org"])
    #expect(payments[0].orderID == "1001")
    #expect(payments[4].status == .pending)
    #expect(reading.summary.problems.map(\.column) == ["Status"])
    #expect(reading.summary.problems.map(\.found) == ["\"Somewhere\", a status that is not known"])
  }

  @Test func german() throws {
    let reading = try Sample(
      """
      "Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Rechnungsnummer"
      "31.01.2026","10:00:00","CET","Ann","Express-Checkout-Zahlung","Abgeschlossen","EUR","1.020,00","-30,30","989,70","ann@example.org","laden@example.com","B1","1001"
      "01.02.2026","10:00:00","CET","Ann","Rückzahlung","Abgeschlossen","EUR","-20,00","0,00","-20,00","laden@example.com","ann@example.org","B2","1001"
      "02.02.2026","10:00:00","CET","","Allgemeine Währungsumrechnung","Abgeschlossen","EUR","-5,00","0,00","-5,00","laden@example.com","","B3",""
      "02.02.2026","10:00:00","CET","","Allgemeine Abbuchung","Abgeschlossen","EUR","-900,00","0,00","-900,00","","","B4",""
      "03.02.2026","10:00:00","CET","Bob","Website-Zahlung","Abgelehnt","EUR","5,00","0,00","5,00","bob@example.org","","B5",""
      """
    ).read()
    #expect(reading.recognition.format == "PayPalActivity")
    #expect(reading.recognition.timeZone == nil)
    #expect(reading.total(.revenue) == "1020")
    #expect(reading.total(.refunds) == "20")
    #expect(reading.all.payments.map(\.kind) == [.charge, .refund, .transfer, .payout, .charge])
    #expect(reading.all.payments[4].status == .failed)
    #expect(reading.all.payments[0].day.description == "2026-01-31")
  }

  @Test func spanish() throws {
    let reading = try Sample(
      """
      Fecha,Hora,Zona horaria,Nombre,Tipo,Estado,Divisa,Bruto,Comisión,Neto,Correo electrónico del remitente,Correo electrónico del destinatario,Id. de transacción,Estado de la dirección,Repercusiones en el saldo
      31/01/2026,10:01:12,PDT,Box,Pago preaprobado a un usuario,Completado,USD,"-5,99","0,00","-5,99",tienda@example.com,box@example.net,A1,No confirmada,Cargo
      31/01/2026,11:01:12,PDT,Ann,Pago general,Completado,USD,"1.698,00","-37,99","1.660,01",ann@example.org,tienda@example.com,A2,,Crédito
      01/02/2026,11:01:12,PDT,Ann,Reembolso de pago,Completado,USD,"-98,00","0,00","-98,00",tienda@example.com,ann@example.org,A3,,Cargo
      02/02/2026,11:01:12,PDT,,Retirada general,Completado,USD,"-100,00","0,00","-100,00",tienda@example.com,,A4,,Cargo
      03/02/2026,11:01:12,PDT,Bob,Pago general,Pendiente,USD,"7,00","0,00","7,00",bob@example.org,tienda@example.com,A5,,Crédito
      """
    ).read()
    #expect(reading.recognition.format == "PayPalActivity")
    #expect(reading.all.payments.map(\.kind) == [.other, .charge, .refund, .payout, .charge])
    #expect(reading.all.payments.map(\.status) == [.succeeded, .succeeded, .succeeded, .succeeded, .pending])
    #expect(reading.total(.revenue) == "1698" && reading.total(.refunds) == "98")
    #expect(reading.all.payments[1].feeMicros == 37_990_000)
    #expect(reading.summary.rowsRejected == 0)
  }

  @Test func french() throws {
    let reading = try Sample(
      """
      "Date","Heure","Fuseau horaire","Nom","Type","État","Devise","Avant commission","Commission","Net","De l'adresse email","À l'adresse email","Numéro de transaction"
      "31/01/2026","10:00:00","Europe/Paris","Ann","Paiement Express Checkout","Terminé","EUR","1 020,00","-30,30","989,70","ann@example.org","shop@example.com","A1"
      "01/02/2026","10:00:00","Europe/Paris","Ann","Remboursement","Terminé","EUR","-20,00","0,00","-20,00","shop@example.com","ann@example.org","A2"
      "01/02/2026","11:00:00","Europe/Paris","","Suspension pour vérification du paiement","Terminé","EUR","-9,00","0,00","-9,00","shop@example.com","","A3"
      """
    ).read()
    #expect(reading.all.payments.map(\.kind) == [.charge, .refund, .other])
    #expect(reading.total(.revenue) == "1020" && reading.total(.refunds) == "20")
    #expect(reading.recognition.timeZone == "Europe/Paris")
  }

  @Test func aFrenchStatement() throws {
    let reading = try Sample(
      """
      "Date","Heure","Fuseau horaire","Description","Devise","Avant commission","Commission","Net","Solde","Numéro de transaction","Adresse email de l'expéditeur","Nom","Identifiant de facture"
      "31/01/2026","10:00:00","Europe/Paris","Paiement Express Checkout","EUR","48,00","-1,75","46,25","46,25","A1","ann@example.org","Ann","C-1"
      "01/02/2026","10:00:00","Europe/Paris","Virement standard","EUR","-46,25","0,00","-46,25","0,00","A2","","",""
      """
    ).read()
    #expect(reading.all.payments.map { $0.email?.normalized } == ["ann@example.org", nil])
    #expect(reading.all.payments.map(\.orderID) == ["C-1", ""] && reading.total(.revenue) == "48")
  }

  /// A statement tells of what is settled, and has no column that says so.
  @Test func aDutchStatement() throws {
    let reading = try Sample(
      """
      "Datum","Tijd","Tijdzone","Omschrijving","Valuta","Bruto","Kosten","Net","Saldo","Transactiereferentie","Van e-mailadres","Naam"
      "31-1-2026","12:00:00","CET","Algemene opname","EUR","-50,00","0,00","-50,00","10,00","R1","","Ann"
      "31-1-2026","13:00:00","CET","Websitebetaling","EUR","30,00","-1,05","28,95","38,95","R2","ann@example.org","Ann"
      "31-1-2026","14:00:00","CET","Terugbetaling","EUR","-5,00","0,00","-5,00","33,95","R3","shop@example.com","Ann"
      """
    ).read()
    #expect(reading.recognition.format == "PayPalActivity")
    #expect(reading.all.payments.map(\.kind) == [.payout, .charge, .refund])
    #expect(reading.all.payments.map(\.status) == [.succeeded, .succeeded, .succeeded])
    #expect(reading.total(.revenue) == "30" && reading.total(.refunds) == "5")
  }

  /// A private account's download has no ids; an authorisation repeats what the payment moves.
  @Test func withoutIDs() throws {
    let reading = try Sample(
      """
      "Date","Time","Time zone","Name","Type","Status","Currency","Gross","Fee","Net","Receipt ID","Balance","Tip"
      "31/10/2026","12:12:03","BST","Ann","Website Payment","Completed","GBP","8.40","-0.40","8.00","","8.00",""
      "31/10/2026","12:12:03","BST","Ann","General Authorisation","Completed","GBP","8.40","0.00","8.40","","8.00",""
      "31/10/2026","12:12:03","BST","Ann","Website Payment","Completed","GBP","8.40","-0.40","8.00","","16.00",""
      """
    ).read()
    #expect(reading.all.payments.map(\.kind) == [.charge, .other, .charge])
    #expect(Set(reading.all.payments.map(\.paymentID)).count == 3)
    #expect(reading.total(.revenue) == "16.8" && reading.summary.rowsRejected == 0)
  }

  /// As it was downloaded, and as a spreadsheet has saved it.
  @Test func aMovementWithoutAnIDHasOneNameHoweverItIsWritten() throws {
    func names(_ rows: String...) throws -> [String] {
      try Sample(
        "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Balance\n" + rows.joined(separator: "\n") + "\n"
      ).read().all.payments.map(\.paymentID)
    }
    let downloaded = try names(
      "03/14/2026,09:50:10,PST,A,Website Payment,Completed,USD,\"1,119.00\",-32.75,\"1,086.25\",\"1,086.25\"",
      "03/05/2026,10:50:10,PST,A,Website Payment,Completed,USD,50.00,-1.75,48.25,48.20")
    let saved = try names(
      "3/14/2026,9:50:10,PST,A,Website Payment,Completed,USD,1119,-32.75,1086.25,1086.25",
      "3/5/2026,10:50:10,PST,A,Website Payment,Completed,USD,50,-1.75,48.25,48.2")
    #expect(downloaded == saved)
    // 9:50:10 is second 35,410 of its day.
    #expect(downloaded.first == "2026-03-14 / 35410 / Website Payment / USD / 1119000000 / 1086250000")
  }

  @Test func daysThatReadBothWaysAreAskedAbout() throws {
    let text = """
      Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID
      03/04/2026,10:00:00,CET,Ann,Website Payment,Completed,EUR,5.00,0.00,5.00,C1
      """
    #expect(try Sample(text, name: "p.csv").failure() == .ambiguousDates(file: "p.csv", column: "Date", line: 2))
  }

  /// An order is told of first and paid by a row of its own.
  @Test(arguments: ["Memo", "No impact", "Keine Auswirkung"])
  func whatMovesNoMoneyIsNoCharge(impact: String) throws {
    let reading = try Sample(
      "Date,Time,TimeZone,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Balance Impact\n"
        + "13/01/2026,12:00:00,CET,Express Checkout Payment,Completed,EUR,50.00,0.00,50.00,a@example.com,b@example.com,T1,\(impact)\n"
        + "13/01/2026,12:01:00,CET,Express Checkout Payment,Completed,EUR,50.00,-1.50,48.50,a@example.com,b@example.com,T2,Credit\n"
    ).read()
    #expect(reading.all.payments.map(\.kind) == [.other, .charge])
    #expect(reading.total(.revenue) == "50")
  }

  /// What was held back for a review is paid once.
  @Test(arguments: ["Payment Review Release", "Freigabe der Zahlung"])
  func aReleaseIsNoCharge(type: String) throws {
    let reading = try Sample(
      "Date,Time,TimeZone,Type,Status,Currency,Gross,Fee,Net,Transaction ID\n"
        + "13/01/2026,12:00:00,CET,Website Payment,Completed,EUR,30.00,-1.00,29.00,T1\n"
        + "13/01/2026,12:01:00,CET,Payment Review Hold,Completed,EUR,-29.00,0.00,-29.00,T2\n"
        + "14/01/2026,12:00:00,CET,\(type),Completed,EUR,29.00,0.00,29.00,T3\n"
    ).read()
    #expect(reading.all.payments.map(\.kind) == [.charge, .other, .other])
    #expect(reading.total(.revenue) == "30")
  }

  @Test func theItemsOfACartAreInItsPayment() throws {
    let reading = try Sample(
      "Date,Time,TimeZone,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Item Title\n"
        + "13/01/2026,12:00:00,CET,Express Checkout Payment,Completed,EUR,50.00,-1.50,48.50,T1,\n"
        + "13/01/2026,12:00:00,CET,Shopping Cart Item,Completed,EUR,20.00,,,T1,Boot\n"
        + "13/01/2026,12:00:00,CET,Shopping Cart Item,Completed,EUR,30.00,,,T1,Sock\n"
    ).read()
    #expect(reading.all.payments.map(\.amountMicros) == [50_000_000] && reading.total(.revenue) == "50")
    #expect(reading.all.skippedRows.map(\.reason) == [.overlapping, .overlapping])
  }

  /// Before and behind their payment; what only tells of a payment that no row moves stays.
  @Test func itemsInAnyLanguageAreKnownByTheirPaymentsID() throws {
    let reading = try Sample(
      "Datum,Uhrzeit,Zeitzone,Typ,Status,Währung,Brutto,Entgelt,Netto,Transaktionscode,Auswirkung auf Guthaben\n"
        + "13.01.2026,12:00:00,CET,Warenkorbartikel,Abgeschlossen,EUR,\"20,00\",\"0,00\",\"20,00\",G1,Memo\n"
        + "13.01.2026,12:00:00,CET,Express-Zahlung,Abgeschlossen,EUR,\"50,00\",\"-1,50\",\"48,50\",G1,Haben\n"
        + "13.01.2026,12:00:00,CET,Artikel im Einkaufswagen,Abgeschlossen,EUR,\"30,00\",\"0,00\",\"30,00\",G1,Memo\n"
        + "14.01.2026,12:00:00,CET,Handyzahlung,Ausstehend,EUR,\"12,00\",\"0,00\",\"12,00\",G2,Memo\n"
    ).read()
    #expect(reading.all.payments.map(\.paymentID) == ["G1", "G2"])
    #expect(reading.all.payments.map(\.amountMicros) == [50_000_000, 12_000_000])
    #expect(reading.all.skippedRows.map(\.reason) == [.overlapping, .overlapping])
    #expect(reading.total(.revenue) == "50" && reading.summary.rowsRejected == 0)
  }

  /// By hand, of two orders: 50 paid and told of once more, 12 told of alone.
  @Test(arguments: [
    (
      "Date,Heure,Fuseau horaire,Type,État,Devise,Avant commission,Commission,Net,Numéro de transaction",
      "Impact sur le solde", "Paiement Express Checkout,Terminé", ["Mémo", "Crédit"]
    ),
    (
      "Data,Godzina,Strefa czasowa,Typ,Stan,Waluta,Brutto,Opłata,Netto,Numer transakcji", "Wpływ na saldo",
      "Płatność Express Checkout,Zakończono", ["Memo", "Uznanie"]
    ),
    (
      "Datum,Tijd,Tijdzone,Type,Status,Valuta,Bruto,Kosten,Net,Transactiereferentie", "Invloed op het saldo",
      "Express Checkout-betaling,Voltooid", ["Memo", "Credit"]
    ),
  ])
  func whatOnlyTellsOfAPaymentInFurtherLanguages(
    header: String, impact: String, payment: String, words: [String]
  ) throws {
    let reading = try Sample(
      "\(header),\(impact)\n"
        + "13/01/2026,12:00:00,Europe/Paris,\(payment),EUR,50.00,0.00,50.00,F1,\(words[0])\n"
        + "13/01/2026,12:01:00,Europe/Paris,\(payment),EUR,50.00,-1.50,48.50,F2,\(words[1])\n"
        + "14/01/2026,12:00:00,Europe/Paris,\(payment),EUR,12.00,0.00,12.00,F3,\(words[0])\n"
    ).read()
    #expect(reading.all.payments.map(\.kind) == [.other, .charge, .other] && reading.summary.rowsRejected == 0)
    #expect(reading.total(.revenue) == "50")
  }

  /// What is left is no word for what a row does.
  @Test func anAmountThatIsLeftMovesMoney() throws {
    let reading = try Sample(
      "Date,Time,TimeZone,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Available balance\n"
        + "13/01/2026,12:00:00,CET,Express Checkout Payment,Completed,EUR,50.00,-1.50,48.50,T1,48.50\n"
    ).read()
    #expect(reading.all.payments.map(\.kind) == [.charge] && reading.total(.revenue) == "50")
  }
}
