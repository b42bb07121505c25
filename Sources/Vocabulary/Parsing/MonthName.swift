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

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for language in languages {
      for (index, names) in language.split(separator: " ").enumerated() {
        for name in names.split(separator: "/") { numbers[String(name)] = index + 1 }
      }
    }
    return numbers
  }()

  private static let languages = [
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec",
    "januar/jänner february/februar märz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez",
    "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic",
    "janeiro fevereiro/fev março abril maio junho julho agosto setembro/set outubro/out novembro dezembro",
    "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre",
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "января/янв февраля/фев марта/мар апреля/апр мая июня/июн июля/июл августа/авг сентября/сен/сент октября/окт ноября/ноя/нояб декабря/дек",
  ]

  private static let fillers: Set<String> = {
    let words = """
      de of le el den at г
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
