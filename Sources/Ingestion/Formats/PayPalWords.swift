import Vocabulary

/// How PayPal calls kinds and states of a movement in the languages of its accounts: English, German, Spanish, French,
/// Dutch, Italian, Portuguese and Polish.
enum PayPalWords {
  /// Of the type's words, the more particular first: "Payment Refund" is no payment.
  static func kind(_ type: String) -> Payment.Kind {
    let type = type.lowercased()
    return kinds.first { $0.1.contains { type.contains($0) } }?.0 ?? .other
  }

  /// Whether a row only tells of a payment ("Memo", "Mémo") whose money another row moves.
  static func movesNothing(_ impact: String) -> Bool {
    let impact = impact.lowercased()
    return ["memo", "mémo"].contains(impact)
      || ["no ", "kein", "sin ", "aucun", "pas ", "geen", "nessun", "sem ", "brak"].contains { impact.hasPrefix($0) }
  }

  static func status(_ text: String) -> Payment.Status? {
    let word = text.lowercased()
    return states.first { $0.1.contains(word) }?.0
  }

  private static let kinds: [(Payment.Kind, [String])] = [
    (.other, ["hold", "release", "authorization", "authorisation", "reserve"]),
    (.other, ["autorisierung", "einbehalt", "freigabe"]),
    (.other, ["retención", "liberación", "autorización"]),
    (.other, ["suspension", "blocage", "libération", "autorisation"]),
    (.other, ["blokkering", "vrijgave", "autorisatie"]),
    (
      .other,
      ["trattenuta", "sblocco", "autorizzazione", "retenção", "liberação", "autorização", "blokada", "autoryzacja"]
    ),
    (.fee, ["opłata za obciążenie"]), (.dispute, ["obciążenie zwrotne"]),
    (
      .refund,
      [
        "rimborso", "zwrot", "refund", "rückzahlung", "rückerstattung", "erstattung", "reembolso", "remboursement",
        "terugbetaling",
        "restitutie",
      ]
    ),
    (.fee, ["fee", "gebühr", "comisión", "tarifa", "commission", "frais", "kosten", "tariffa", "taxa"]),
    (.fee, ["comissão", "opłata", "prowizja"]),
    (.dispute, ["chargeback", "reversal", "dispute", "rückbuchung", "rücklastschrift", "stornierung", "konflikt"]),
    (
      .dispute,
      ["contracargo", "anulación", "disputa", "opposition", "litige", "annulation", "terugboeking", "geschil"]
    ),
    (.dispute, ["storno", "contestazione", "riaddebito", "estorno", "contestação", "spór"]),
    (.transfer, ["conversione di valuta", "conversione valuta", "conversão de moeda", "przeliczenie waluty"]),
    (.transfer, ["currency conversion", "währungsumrechnung", "conversión de divisa", "conversion de devise"]),
    (.transfer, ["valutaconversie", "valutaomrekening"]),
    (.payout, ["withdrawal", "payout", "abbuchung", "auszahlung", "retirada", "retiro", "retrait", "opname"]),
    (.payout, ["withdraw funds", "prelievo", "saque", "wypłata"]),
    (.transfer, ["transfer", "deposit", "bankgutschrift", "einzahlung", "überweisung", "bankeinzug"]),
    (.transfer, ["ingreso", "depósito", "virement", "dépôt", "overboeking", "storting", "bijschrijving"]),
    (.transfer, ["versamento", "bonifico", "accredito", "transferência", "wpłata", "przelew"]),
    (.charge, ["payment", "checkout", "purchase", "sale", "zahlung", "kauf", "pago", "compra", "venta"]),
    (.charge, ["paiement", "achat", "vente", "betaling", "aankoop", "verkoop"]),
    (.charge, ["pagamento", "acquisto", "vendita", "venda", "płatność", "zakup", "sprzedaż"]),
  ]

  private static let states: [(Payment.Status, Set<String>)] = [
    (
      .succeeded,
      [
        "completed", "cleared", "refunded", "partially refunded", "reversed", "paid", "abgeschlossen", "freigegeben",
        "zurückgezahlt", "rückzahlung", "teilweise zurückgezahlt", "teilrückzahlung", "rückgängig gemacht", "bezahlt",
        "completado", "completada", "reembolsado", "reembolsada", "parcialmente reembolsado", "pagado",
        "terminé", "effectué", "remboursé", "partiellement remboursé", "payé",
        "voltooid", "terugbetaald", "gedeeltelijk terugbetaald", "betaald",
        "completata", "completato", "rimborsata", "rimborsato", "parzialmente rimborsata", "pagata", "concluído",
        "concluída", "reembolsado parcialmente", "pago", "zrealizowano", "zakończono", "zwrócono",
      ]
    ),
    (
      .pending,
      [
        "pending", "uncleared", "unclaimed", "held", "placed", "processing", "active", "authorized", "ausstehend",
        "offen", "in bearbeitung", "einbehalten", "nicht eingefordert", "aktiv", "autorisiert",
        "pendiente", "retenido", "no reclamado", "en proceso", "activo", "autorizado",
        "en attente", "suspendu", "non réclamé", "en cours", "actif", "autorisé",
        "in behandeling", "vastgehouden", "niet opgeëist", "actief", "geautoriseerd",
        "in sospeso", "in attesa", "trattenuta", "non riscossa", "autorizzata", "não reclamado", "em andamento",
        "oczekująca", "oczekujące", "w toku",
      ]
    ),
    (
      .failed,
      [
        "denied", "failed", "abgelehnt", "fehlgeschlagen", "verweigert", "denegado", "rechazado", "fallido", "refusé",
        "échoué", "geweigerd", "mislukt", "negata", "negato", "rifiutata", "non riuscita", "negado", "recusado",
        "falhou",
        "odrzucono", "niepowodzenie",
      ]
    ),
    (
      .cancelled,
      [
        "canceled", "cancelled", "expired", "voided", "removed", "returned", "storniert", "abgebrochen", "abgelaufen",
        "verfallen", "zurückgegeben", "entfernt", "cancelado", "vencido", "caducado", "eliminado", "devuelto",
        "annulé", "expiré", "supprimé", "renvoyé", "geannuleerd", "verlopen", "verwijderd", "annullata", "annullato",
        "scaduta", "expirado", "anulowano",
        "anulowana", "wygasła",
      ]
    ),
  ]
}
