/// What the words of one column say of its rows: planned, happened or called off. Rows of several states are no sum of
/// anything. Of the cells it keeps words of its own list alone.
struct RowStates: Sendable {
  private enum State { case planned, happened, calledOff }

  private var filled = 0
  private var known = 0
  private var found: Set<String> = []

  mutating func observe(_ cell: String) {
    // A column of names or figures shows itself in its first rows.
    guard !cell.isEmpty, filled < 100 || known * 2 >= filled else { return }
    filled += 1
    guard cell.utf8.count <= 40 else { return }
    let word = String(Substring(cell.lowercased()).trimmingBlanks)
    guard RowStates.states[word] != nil else { return }
    known += 1
    found.insert(word)
  }

  /// The words that are found, in order, where they tell several states and fill half of the column: a campaign may be
  /// called "Budget". Else none.
  var mixed: [String] {
    guard known * 2 >= filled, Set(found.compactMap { RowStates.states[$0] }).count > 1 else { return [] }
    return found.sorted()
  }

  private static let states: [String: State] = {
    var states: [String: State] = [:]
    for (state, words) in [(State.planned, planned), (State.happened, happened), (State.calledOff, calledOff)] {
      for word in words.split(whereSeparator: \.isWhitespace) { states[String(word)] = state }
    }
    return states
  }()

  /// In the languages in which kinds know their columns, as the two below.
  private static let planned = """
    plan planned planning budget budgeted forecast target estimate estimated quote quoted offer offered option optioned
    tentative soll geplant planung prognose angebot angeboten optioniert hochrechnung presupuesto planificado previsto
    previsión pronóstico oferta opción prévu prévision devis estimé orçamento planejado planeado previsão opção
    pianificato preventivo previsione offerta opzione gepland begroting offerte optie planowane planowany budżet
    prognoza opcja план прогноз бюджет
    """
  private static let happened = """
    actual actuals booked confirmed ist gebucht bestätigt real realizado reservado confirmado réel réalisé réservé
    confirmé effettivo consuntivo realizzato prenotato confermato werkelijk realisatie geboekt bevestigd rzeczywiste
    wykonanie zarezerwowane potwierdzone факт
    """
  private static let calledOff = """
    cancelled canceled cancellation storniert storno abgesagt cancelado cancelada anulado anulada annulé annulée
    annullato cancellato geannuleerd anulowane anulowany anulowano отменено отменен отменён
    """
}
