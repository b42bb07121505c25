/// Month names, long and short, in the languages in which ad platforms write dates. No name means two months.
package enum MonthName {
  /// 1…12 for a name in any of the languages, whatever its case and a final dot; nil for another word.
  package static func number(_ word: some StringProtocol) -> Int? {
    var name = word.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    return numbers[name]
  }

  /// Weekdays and the small words within a date ("5 de mai. de 2026").
  static func isFiller(_ word: some StringProtocol) -> Bool {
    var name = word.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    return fillers.contains(name)
  }

  static func isWeekday(_ word: some StringProtocol) -> Bool {
    var name = word.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    return weekdays.contains(name)
  }

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for language in languages {
      for (index, names) in language.split(separator: " ").enumerated() {
        for name in names.split(separator: "/") { numbers[String(name)] = index + 1 }
      }
    }
    return numbers
  }()

  /// Twelve words or groups of words each.
  static let languages = [
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec",
    "januar/jänner/jän february/februar märz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez",
    "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic",
    "janeiro fevereiro/fev março abril maio junho julho agosto setembro/set outubro/out novembro dezembro",
    "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre",
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
    "січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/квіт/кві травня/травень/трав/тра червня/червень/черв/чер липня/липень/лип серпня/серпень/серп/сер вересня/вересень/вер жовтня/жовтень/жовт/жов листопада/листопад/лист/лис грудня/грудень/груд/гру",
    "stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź - grudnia/grudzień/gru",
    "ledna/leden/led února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě června/červen/čvn/čer července/červenec/čvc srpna/srpen září/zář října/říjen/říj listopadu prosince/prosinec/pro",
    "ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara",
    "tammikuuta/tammikuu/tammik/tammi helmikuuta/helmikuu/helmik/helmi maaliskuuta/maaliskuu/maalisk/maalis huhtikuuta/huhtikuu/huhtik/huhti toukokuuta/toukokuu/toukok/touko kesäkuuta/kesäkuu/kesäk/kesä heinäkuuta/heinäkuu/heinäk/heinä elokuuta/elokuu/elok/elo syyskuuta/syyskuu/syysk/syys lokakuuta/lokakuu/lokak/loka marraskuuta/marraskuu/marrask/marras joulukuuta/joulukuu/jouluk/joulu",
    "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep oktober/okt november/nov december/dec",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember/des",
    "ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie noiembrie/noi decembrie",
    "január február/febr március/márc április/ápr május/máj június/jún július/júl augusztus szeptember/szept/szep október november december",
    "ιανουαρίου/ιανουάριος/ιαν φεβρουαρίου/φεβρουάριος/φεβ μαρτίου/μάρτιος/μαρ/μάρ απριλίου/απρίλιος/απρ μαΐου/μάιος/μαΐ/μάι ιουνίου/ιούνιος/ιουν/ιούν ιουλίου/ιούλιος/ιουλ/ιούλ αυγούστου/αύγουστος/αυγ/αύγ σεπτεμβρίου/σεπτέμβριος/σεπ οκτωβρίου/οκτώβριος/οκτ νοεμβρίου/νοέμβριος/νοε/νοέ δεκεμβρίου/δεκέμβριος/δεκ",
  ]

  private static let fillers: Set<String> = weekdays.union(["de", "of", "le", "el", "den", "at", "г", "р", "r"])

  private static let weekdays: Set<String> = {
    let words = """
      monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun
      montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so
      lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim
      lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom
      segunda seg terça ter quarta qua quinta qui sexta sex feira
      lunedì martedì mercoledì giovedì gio venerdì sabato sab domenica
      maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo
      """
    return Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }()
}
