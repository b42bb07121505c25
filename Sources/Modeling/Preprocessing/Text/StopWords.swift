/// Words that are frequent in a language and say nothing of a text's subject: short lists, folded in case, with what is
/// left of contractions where a text is cut at apostrophes.
package enum StopWords: String, Sendable, Codable, CaseIterable {
  case english = "en"
  case german = "de"
  case french = "fr"
  case spanish = "es"
  case italian = "it"
  case portuguese = "pt"

  package var words: Set<String> { Self.lists[self] ?? [] }

  private static let lists: [StopWords: Set<String>] = [
    .english: set(
      """
      a about above after again all also am an and any are as at be because been before being below between both but by
      can could did do does doing don down during each few for from further had has have having he her here hers him his
      how i if in into is isn it its just ll me more most my no nor not now of off on once only or other our ours out
      over own re same she should so some such than that the their them then there these they this those through to too
      under until up ve very was we were what when where which while who whom why will with would you your yours
      """),
    .german: set(
      """
      aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei bin bis bist da damit dann
      das dass dein deine dem den der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine
      einem einen einer eines er es etwas euch euer für gegen habe haben hat hatte hatten hier hin hinter ich ihm ihn
      ihnen ihr ihre ihrem ihren ihrer im in ist ja jede jedem jeden jeder jedes kann kein keine können man mein meine
      mich mir mit muss nach nicht nichts noch nun nur ob oder ohne sehr sein seine sich sie sind so solche soll über um
      und uns unser unter viel vom von vor war waren warum was weil wenn wer werden wie wieder will wir wird wo zu zum
      zur zwischen
      """),
    .french: set(
      """
      ai ainsi alors as au aucun aussi autre aux avant avec avoir ce ceci cela ces cet cette ceux chez comme dans de des
      donc dont du elle elles en encore entre es est et été être eu eux fait font il ils je jusqu la là le les leur leurs
      lui ma mais me même mes moi mon ne ni non nos notre nous on ont ou où par parce pas peu peut plus pour pourquoi
      puis qu quand que quel quelle quelles quels qui sa sans se sera ses si son sont sous sur ta te tes toi ton tous
      tout toute toutes très tu un une vos votre vous
      """),
    .spanish: set(
      """
      a al algo alguna algunas alguno algunos ante antes como con contra cual cuando de del desde donde durante e el él
      ella ellas ellos en entre era eran es esa esas ese eso esos está están estar esta estas este esto estos fue fueron
      ha había han hasta hay la las le les lo los más me mi mis mucho muchos muy nada ni no nos nosotros nuestra nuestro
      o os otra otras otro otros para pero poco por porque que qué quien se sea ser si sí sido sin sobre son su sus
      también te tiene tienen todo todos tu tus un una uno unos y ya yo
      """),
    .italian: set(
      """
      a ad agli ai al all alla alle allo anche anni c che chi ci come con contro cui da dagli dai dal dall dalla dalle
      degli dei del dell della delle dello di dove e è ed era erano essere fra gli ha hai hanno ho i il in io l la le
      lei li lo loro lui ma me mi mia mie miei mio molto ne negli nei nel nell nella nelle noi non nostra nostro o ogni
      per perché più poi può qua quale quando quanto quasi quella quelle quelli quello questa queste questi questo qui se
      sei senza si sia siamo sono sta stato su sua sue sugli sui sul sull sulla suo suoi te ti tra tu tua tuo tutti tutto
      un una uno vi voi
      """),
    .portuguese: set(
      """
      a à ainda além ao aos após as às até cada com como contra da dá das de dela dele deles depois desde do dos e é ela
      elas ele eles em então entre era eram essa essas esse esses esta está estão estas este estes eu foi foram há isso
      isto já lhe mais mas me mesmo meu minha muito muitos na não nas nem no nos nós nossa nosso num numa o onde os ou
      para pela pelas pelo pelos pode por porque pouco qual quando que quem se sem ser seu seus são só sob sobre sua
      suas também te tem têm ter teu toda todas todo todos tu tua um uma umas uns você vocês vos
      """),
  ]

  private static func set(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map { Tokens.folded(String($0)) })
  }
}
