import Vocabulary

/// What the word of an order's state or of its payment says of the money, in the languages of shops.
enum OrderStatus: Hashable {
  /// The money came, or the shop treats the order as if it had.
  case counted
  /// Nobody has paid yet: a draft, a cart left behind, a transfer that is waited for.
  case unpaid
  case failed
  case cancelled
  /// Paid back in full.
  case refunded

  /// Nil for a word that is not known. `wc-on-hold`, `On Hold` and `ON_HOLD` are one.
  init?(_ text: String) {
    var words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    if words.first == "wc" { words.removeFirst() }
    guard let status = OrderStatus.byWord[words.joined(separator: " ")] else { return nil }
    self = status
  }

  static let expected =
    "a state such as paid, completed, shipped, pending, draft, cancelled, failed or refunded; write one of them there, "
    + "or read the table without its column of states, and every order of it counts"

  private static let byWord: [String: OrderStatus] = {
    var all: [String: OrderStatus] = [:]
    for (status, words) in words {
      for word in words.split(separator: "|") { all[String(word)] = status }
    }
    return all
  }()

  private static let words: [(OrderStatus, String)] = [
    (
      .counted,
      "paid|partially paid|partly paid|deposit paid|paid in full|payment accepted|remote payment accepted|captured"
        + "|payment received|received|confirmed|accepted|approved|invoiced|success|successful|succeeded|settled|cleared"
        + "|complete|completed|done|finished|fulfilled|partially fulfilled|unfulfilled|archived|processing|processed"
        + "|in process|in progress|processing in progress|preparing|being prepared|packed|picked|ready for pickup"
        + "|ready for collection|ready to ship|ready for shipping|awaiting fulfillment|awaiting fulfilment"
        + "|awaiting shipment|awaiting pickup|awaiting dispatch|unshipped|shipping|shipped|partially shipped"
        + "|partially delivered|shipped delivered to buyer|shipped picked up|dispatched|sent|in transit"
        + "|out for delivery|delivered|picked up|collected|on backorder paid|backordered|partially refunded"
        + "|partial refund|partially returned|partial return"
    ),
    (
      .counted,
      "bezahlt|teilweise bezahlt|teilbezahlt|anbezahlt|zahlung erhalten|zahlung eingegangen|zahlung akzeptiert"
        + "|bestätigt|abgeschlossen|komplett abgeschlossen|erledigt|fertig|ausgeführt|in bearbeitung|in arbeit"
        + "|wird bearbeitet|in vorbereitung|versandbereit|abholbereit|zur abholung bereit|versendet|verschickt"
        + "|versandt|teilweise versendet|teilversendet|zugestellt|geliefert|ausgeliefert|teilweise geliefert|abgeholt"
        + "|berechnet|fakturiert|teilweise erstattet|teilweise rückerstattet|teilerstattet|teilerstattung"
    ),
    (
      .counted,
      "payé|payée|partiellement payé|partiellement payée|paiement accepté|paiement à distance accepté|paiement reçu"
        + "|confirmé|confirmée|acceptée|terminé|terminée|en cours|en cours de traitement|en traitement"
        + "|en cours de préparation|préparation en cours|en préparation|prêt à expédier|prête à expédier|expédié"
        + "|expédiée|en cours de livraison|livré|livrée|traité|traitée|facturé|facturée"
        + "|en attente de réapprovisionnement payé|partiellement remboursé|partiellement remboursée"
        + "|remboursement partiel"
    ),
    (
      .counted,
      "pagado|pagada|parcialmente pagado|pago aceptado|pago recibido|confirmado|confirmada|completado|completada"
        + "|finalizado|finalizada|procesando|en proceso|en preparación|preparación en curso|preparación en proceso"
        + "|enviado|enviada|entregado|entregada|facturado|facturada|reembolsado parcialmente"
        + "|parcialmente reembolsado|reembolso parcial"
        + "|pagato|pagata|parzialmente pagato|pagamento accettato|pagamento ricevuto|confermato|confermata"
        + "|completato|completata|concluso|concluso con successo|in lavorazione|in elaborazione|in preparazione"
        + "|preparazione in corso|spedito|spedita|consegnato|consegnata|evaso|evasa|fatturato|fatturata"
        + "|parzialmente rimborsato|rimborso parziale"
    ),
    (
      .counted,
      "betaald|deels betaald|gedeeltelijk betaald|betaling ontvangen|betaling aanvaard|bevestigd|voltooid|afgerond"
        + "|afgehandeld|in behandeling|wordt verwerkt|bezig met verwerken|verwerken|verzonden|verstuurd|geleverd"
        + "|bezorgd|gefactureerd|gedeeltelijk terugbetaald|deels terugbetaald"
        + "|pago|paga|parcialmente pago|pagamento aceite|pagamento aceito|pagamento recebido|pagamento confirmado"
        + "|aprovado|aprovada|concluído|concluída|completo|completa|processando|em processamento|em andamento"
        + "|em preparação|em separação|faturado|faturada|entregue|parcialmente reembolsado|parcialmente reembolsada"
    ),
    (
      .unpaid,
      "pending|pending payment|payment pending|pending paypal|awaiting payment|awaiting check payment"
        + "|awaiting cheque payment|awaiting bank wire payment|awaiting cash on delivery validation|payment review"
        + "|payment due|on hold|hold|holded|held|unpaid|not paid|open|overdue|past due|authorized|authorised"
        + "|partially authorized|payment authorized|incomplete|draft|auto draft|checkout draft|abandoned|quote"
        + "|fraud|suspected fraud|manual verification required|verification required|requires payment method"
        + "|requires action|on backorder not paid"
    ),
    (
      .unpaid,
      "ausstehend|zahlung ausstehend|ausstehende zahlung|wartend|in wartestellung|warten auf zahlung|wartet auf zahlung"
        + "|warten auf zahlungseingang|zahlungseingang ausstehend|offen|unbezahlt|nicht bezahlt|überfällig|entwurf"
        + "|angehalten|zurückgestellt|autorisiert|angebot|betrugsverdacht"
        + "|en attente|en attente de paiement|en attente du paiement|attente paiement|paiement en attente"
        + "|en attente du paiement par chèque|en attente de paiement par chèque|en attente de virement bancaire"
        + "|en attente du paiement par virement bancaire|en attente de paiement à la livraison"
        + "|en attente de réapprovisionnement non payé|non payé|non payée|impayé|impayée|autorisé|autorisée|brouillon"
        + "|abandonné|abandonnée|devis"
    ),
    (
      .unpaid,
      "pendiente|pendiente de pago|pago pendiente|en espera|en espera de pago|en espera de pago por cheque"
        + "|en espera de pago por transferencia bancaria|no pagado|sin pagar|impagado|autorizado|borrador|abandonado"
        + "|abandonada|presupuesto"
        + "|in attesa|in attesa di pagamento|in attesa del pagamento|pagamento in attesa|in sospeso|non pagato"
        + "|autorizzato|bozza|abbandonato|preventivo"
        + "|in afwachting|wacht op betaling|wachten op betaling|in afwachting van betaling|betaling in afwachting"
        + "|in de wacht|niet betaald|onbetaald|openstaand|geautoriseerd|concept|verlaten|offerte"
        + "|pendente|pagamento pendente|aguardando|aguardando pagamento|a aguardar pagamento|em espera|não pago"
        + "|rascunho|orçamento"
    ),
    (
      .failed,
      "failed|payment failed|payment error|declined|rejected|denied|blocked|error"
        + "|fehlgeschlagen|zahlung fehlgeschlagen|zahlungsfehler|abgelehnt"
        + "|échoué|échouée|échec|erreur de paiement|refusé|refusée|fallido|fallida|error en el pago|error de pago"
        + "|rechazado|rechazada|denegado|fallito|errore di pagamento|rifiutato|non riuscito|mislukt|betalingsfout"
        + "|geweigerd|afgewezen|falhou|falhado|malsucedido|mal sucedido|erro de pagamento|recusado|recusada|negado"
    ),
    (
      .cancelled,
      "cancelled|canceled|order cancelled|order canceled|cancelled by customer|cancelled by buyer|void|voided|expired"
        + "|deleted|trash|trashed"
        + "|storniert|stornierung|storno|abgebrochen|annulliert|verfallen|abgelaufen|gelöscht"
        + "|annulé|annulée|annulé par le client|expiré|expirée|supprimé|supprimée"
        + "|cancelado|cancelada|anulado|anulada|caducado|expirado|expirada|eliminado"
        + "|annullato|annullata|cancellato|cancellata|stornato|scaduto|scaduta"
        + "|geannuleerd|vervallen|verlopen|verwijderd"
    ),
    (
      .refunded,
      "refunded|fully refunded|refund|full refund|returned|charged back|chargeback"
        + "|erstattet|rückerstattet|zurückerstattet|vollständig erstattet|vollständig rückerstattet|rückerstattung"
        + "|erstattung|zurückgezahlt|retourniert|zurückgegeben"
        + "|remboursé|remboursée|retourné|retournée|reembolsado|reembolsada|devuelto|devuelta|rimborsato|rimborsata"
        + "|reso|terugbetaald|terugbetaling|geretourneerd|devolvido|devolvida|estornado|estornada"
    ),
  ]
}

extension CustomerOrder {
  /// What the word of its state says of it, once its amounts are known; an empty cell says nothing. A word that nobody
  /// knows may be money or none: as with a payment of an unknown state, the row is refused and said, since to count it
  /// would raise revenue in silence.
  mutating func take(status text: String, column: String) throws(RowProblem) {
    guard !BlankText.isMissing(text) else { return }
    guard let status = OrderStatus(text) else {
      throw RowProblem.unknown("state", text, column: column, expected: OrderStatus.expected)
    }
    financialStatus = text
    switch status {
    case .counted: break
    case .unpaid: financialStatus = "pending"
    case .failed: financialStatus = "failed"
    case .cancelled: isCancelled = true
    // A shop that says how much knows better than its word.
    case .refunded: if refundedMicros ?? 0 == 0 { refundedMicros = totalMicros ?? subtotalMicros }
    }
  }
}
