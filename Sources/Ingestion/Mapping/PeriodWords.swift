/// What a column's name says of the periods that its dates are of: `Week commencing`, `KW`, `w/e`, `Monat`.
struct PeriodWords: Sendable {
  /// `weeks`, `weeksEnding` where the name says that the dates are the last days of theirs, or `months`.
  let unit: FieldUnit
  let edge: Edge

  /// Which of a week's days its date is.
  enum Edge: Sendable {
    case first, last
    /// The name says weeks, and nothing beside it that could tell.
    case unsaid
    /// It has words beside it that are not known, or both those of first days and of last ones.
    case doubtful
  }

  init?(_ header: String) {
    // A name longer than any field's is none.
    guard header.utf8.count <= 500 else { return nil }
    let words = HeaderWords.plain(header).split(separator: " ").map(String.init)
    let said = Set(words + zip(words, words.dropFirst()).map { "\($0) \($1)" })
    // A pattern such as `Day/Month/Year` is of single days.
    guard said.isDisjoint(with: PeriodWords.days) || said.isDisjoint(with: PeriodWords.years) else { return nil }
    switch (said.isDisjoint(with: PeriodWords.weeks), said.isDisjoint(with: PeriodWords.months)) {
    case (false, true):
      edge = PeriodWords.edge(words, said)
      unit = edge == .last ? .weeksEnding : .weeks
    case (true, false):
      edge = .unsaid
      unit = .months
    default: return nil
    }
  }

  /// What names the day goes before what leads to it: in `Data do início` the middle one is no "to".
  private static func edge(_ words: [String], _ said: Set<String>) -> Edge {
    for (first, last) in [(beginnings, endings), (from, upTo)] {
      switch (said.isDisjoint(with: first), said.isDisjoint(with: last)) {
      case (false, true): return .first
      case (true, false): return .last
      case (false, false): return .doubtful
      case (true, true): continue
      }
    }
    return words.allSatisfy { known.contains($0) || $0.allSatisfy(\.isNumber) } ? .unsaid : .doubtful
  }

  private static let known = weeks.union(days).union(years).union(others)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map { String($0).replacing("_", with: " ") })
  }

  /// Also the forms of "beginning of the week", and without the marks that many leave out.
  private static let weeks = words(
    """
    week weeks wk wc w_c w_b w_e woche kw kalenderwoche semaine semana settimana setmana weken vecka veckan veckans uge
    ugen uke uken vika viku viikko viikon hét nädal nädala nedēļa nedēļas nedela savaitė savaitės savaite hafta haftası
    haftanın săptămână săptămâna săptămânii saptamana saptamanii εβδομάδα εβδομάδας εβδομαδα εβδομαδασ εβδομαδας 週 周
    """
  ).union(slavonicWeeks).union(weekBeginnings)

  private static let slavonicWeeks = words(
    """
    tydzień tygodnia tydzien týden týdne tyden tydne týždeň týždňa tyzden tyzdna tjedan tjedna teden tedna sedmica
    sedmice nedelja nedelje nedjelja nedjelje неделя недели недеља недеље седмица седмицата седмице тиждень тижня
    """)

  private static let weekBeginnings = words(
    """
    wochenbeginn wochenanfang wochenstart weekstart weekbegin weekbeginn veckostart veckobörjan ugestart ukestart
    """)

  private static let months = words(
    """
    month months monat monats mois mes mês mese maand månad måned miesiąc miesiac měsíc mesic mesiac месяц месяца месец
    месеца місяць місяця 月 kuukausi kuukauden kuu hónap lună luna lunii μήνας μήνα μηνας μηνασ mjesec mjeseca mesec
    meseca mēnesis mēneša menesis mėnuo mėnesio menuo ay mánuður manudur monatsbeginn monatsanfang monatsende
    """)

  private static let days = words("day tag jour día dia giorno dag dzień den день")
  private static let years = words("year jahr année año ano anno jaar år rok год")

  /// Words that name a week's first day.
  private static let beginnings = words(
    """
    commencing comm beginning begins begin start starting starts started wc w_c w_b first_day beginn beginnt anfang
    erster_tag début debut commençant débutant premier_jour inicio início inici comienzo começo comienza empieza
    primer_día primer_dia primeiro_dia inizio primo_giorno aanvang eerste_dag början börjar første_dag starter alku
    alkaa alkaen początek poczatek začátek zacatek začiatok zaciatok početak pocetak почетак začetek zacetek начало
    початок kezdete kezdet kezdő eleje început inceput începutul inceputul începând έναρξη εναρξη αρχή αρχη algus
    alates sākums sakums pradžia pradzia başlangıç başlangıcı baslangic baslangici başı upphaf
    """
  ).union(weekBeginnings)

  private static let endings = words(
    """
    ending ends end ended closing w_e last_day ende endet endend letzter_tag fin finit finissant dernier_jour final
    termina terminada finaliza acaba último_día ultimo_dia último_dia fim fine finisce ultimo_giorno eind einde
    eindigend laatste_dag slut slutar slutter slutt sidste_dag siste_dag loppu päättyy päättyen päättyvä koniec kończący
    konec končí končiaci kraj крај край конец кінець vége sfârșit sfarsit sfârșitul τέλος τελος λήξη lõpp beigas
    pabaiga bitiş bitişi bitis
    """)

  private static let from = words(
    """
    from since of ab von vom du des del dal dalla desde van vanaf från fra frá od от з від с από nuo fom f_o
    """)

  /// "Do" is an article as well, so that it counts right behind the Slavonic words alone, as "по" does, which is "by".
  private static let upTo = words(
    """
    to until till til through thru bis jusqu au aux hasta al até ate ao fino tot t_m tom t_o до έως εως μέχρι μεχρι până
    pana kuni līdz lidz iki kadar fins asti saakka
    """
  ).union(slavonicWeeks.flatMap { ["\($0) do", "\($0) по"] })

  /// Words that leave open which day it is.
  private static let others = words(
    """
    date dates datum data fecha dato dátum dátuma дата päivämäärä kuupäev tarih ημερομηνία calendar iso the der die das
    la le les el il de di da d na
    """)
}
