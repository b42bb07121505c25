extension GA4Names {
  /// By a column's key: the English name, in small letters, of a dimension that is known in another language; else the key
  /// as it is.
  static func dimension(_ key: String) -> String {
    let plain = key.replacing(" / ", with: "/").replacing(" - ", with: " – ").replacing("’", with: "'")
    return dimensions[plain] ?? key
  }

  /// By slashes without blanks, long dashes and straight apostrophes.
  private static let dimensions: [String: String] = {
    var dimensions: [String: String] = [:]
    for (english, others) in channels + origins + pages {
      for name in others { dimensions[name] = english }
    }
    return dimensions
  }()

  private typealias Words = [(english: String, others: [String])]

  private static let channels: Words = [
    (
      "session default channel group",
      [
        "standard-channelgruppe der sitzung", "standard-channelgruppe – sitzung", "sitzung – standard-channelgruppe",
        "sitzung – standardchannelgruppe", "groupe de canaux par défaut pour la session",
        "groupe de canaux par défaut de la session", "grupo de canales predeterminado de la sesión",
        "grupo de canais padrão da sessão", "grupo de canais predefinido da sessão",
        "gruppo di canali predefinito della sessione", "セッションのデフォルト チャネル グループ", "セッションのデフォルトチャネルグループ",
      ]
    ),
    (
      "session primary channel group (default channel group)",
      [
        "sitzung – primäre channelgruppe (standard-channelgruppe)",
        "primäre channelgruppe der sitzung (standard-channelgruppe)",
        "groupe de canaux principal de la session (groupe de canaux par défaut)",
        "grupo de canales principal de la sesión (grupo de canales predeterminado)",
        "grupo principal de canais da sessão (grupo de canais padrão)",
        "gruppo di canali principale della sessione (gruppo di canali predefinito)",
        "セッションのメインのチャネル グループ（デフォルト チャネル グループ）",
      ]
    ),
    (
      "default channel group",
      [
        "standard-channelgruppe", "groupe de canaux par défaut", "grupo de canales predeterminado",
        "grupo de canais padrão", "grupo de canais predefinido", "gruppo di canali predefinito", "デフォルト チャネル グループ",
        "デフォルトチャネルグループ",
      ]
    ),
    (
      "first user default channel group",
      [
        "erste nutzerinteraktion – standard-channelgruppe", "groupe de canaux par défaut pour le premier utilisateur",
        "primer grupo de canales predeterminado del usuario", "grupo de canais padrão do primeiro usuário",
        "grupo de canais predefinido do primeiro utilizador", "ユーザーの最初のデフォルト チャネル グループ",
        "最初のユーザーのデフォルト チャネル グループ",
      ]
    ),
    (
      "first user primary channel group (default channel group)",
      [
        "erste nutzerinteraktion – primäre channelgruppe (standard-channelgruppe)",
        "premier groupe de canaux principal de l'utilisateur (groupe de canaux par défaut)",
        "primer grupo de canales principal del usuario (grupo de canales predeterminado)",
        "grupo principal de canais do primeiro usuário (grupo de canais padrão)",
        "ユーザーの最初のメインのチャネル グループ（デフォルト チャネル グループ）",
      ]
    ),
  ]

  /// French "support" alone is an English word of other things.
  private static let origins: Words = [
    (
      "session source / medium",
      [
        "sitzung – quelle/medium", "source/support de la session", "fuente/medio de la sesión",
        "origem/mídia da sessão", "sorgente/mezzo sessione", "sorgente/mezzo della sessione", "sessiebron/-medium",
        "セッションの参照元/メディア",
      ]
    ),
    (
      "source / medium",
      [
        "quelle/medium", "source/support", "fuente/medio", "origem/mídia", "sorgente/mezzo", "bron/medium",
        "参照元/メディア",
      ]
    ),
    (
      "first user source / medium",
      [
        "erste nutzerinteraktion – quelle/medium", "première combinaison source/support de l'utilisateur",
        "première source/support de l'utilisateur", "origem/mídia do primeiro usuário", "sorgente/mezzo primo utente",
        "ユーザーの最初の参照元/メディア",
      ]
    ),
    (
      "session source",
      [
        "sitzung – quelle", "source de la session", "fuente de la sesión", "origem da sessão", "sorgente sessione",
        "origine sessione", "sessiebron", "セッションの参照元",
      ]
    ),
    (
      "session medium",
      [
        "sitzung – medium", "support de la session", "medio de la sesión", "mídia da sessão", "meio da sessão",
        "mezzo sessione", "sessiemedium", "セッションのメディア",
      ]
    ),
    (
      "session campaign",
      [
        "sitzung – kampagne", "campagne de la session", "campaña de la sesión", "campanha da sessão",
        "campagna sessione", "sessiecampagne", "セッションのキャンペーン",
      ]
    ),
    ("source", ["quelle", "fuente", "origem", "sorgente", "origine", "bron", "参照元"]),
    ("medium", ["medio", "mídia", "mezzo", "メディア"]),
    ("campaign", ["kampagne", "campagne", "campaña", "campanha", "campagna", "キャンペーン"]),
    (
      "first user source",
      ["erste nutzerinteraktion – quelle", "première source de l'utilisateur", "origem do primeiro usuário"]
    ),
    (
      "first user medium",
      [
        "erste nutzerinteraktion – medium", "premier support de l'utilisateur", "primer medio del usuario",
        "mídia do primeiro usuário",
      ]
    ),
    (
      "first user campaign",
      ["erste nutzerinteraktion – kampagne", "première campagne de l'utilisateur", "campanha do primeiro usuário"]
    ),
  ]

  private static let pages: Words = [
    (
      "landing page",
      [
        "landingpage", "page de destination", "página de destino", "pagina di destinazione", "landingspagina",
        "ランディング ページ", "ランディングページ",
      ]
    ),
    (
      "landing page + query string",
      [
        "landingpage + abfragestring", "page de destination + chaîne de requête",
        "página de destino y cadena de consulta", "página de destino + cadena de consulta",
        "página de destino + string de consulta", "pagina di destinazione + stringa di query",
        "ランディング ページ + クエリ文字列",
      ]
    ),
    (
      "page path and screen class",
      [
        "seitenpfad und bildschirmklasse", "chemin de la page et classe de l'écran",
        "chemin de la page et classe d'écran", "ruta de página y clase de pantalla",
        "caminho da página e classe da tela", "caminho da página e classe de tela",
        "caminho da página e classe do ecrã", "percorso pagina e classe schermata", "ページパスとスクリーン クラス",
      ]
    ),
    (
      "page title and screen class",
      [
        "seitentitel und bildschirmklasse", "titre de la page et classe de l'écran",
        "título de página y clase de pantalla", "título da página e classe da tela",
        "titolo pagina e classe schermata", "ページ タイトルとスクリーン クラス",
      ]
    ),
    (
      "page path",
      ["seitenpfad", "chemin de la page", "ruta de la página", "caminho da página", "percorso pagina", "paginapad"]
    ),
    (
      "page title",
      [
        "seitentitel", "titre de la page", "título de la página", "título de página", "título da página",
        "titolo pagina", "paginatitel", "ページ タイトル",
      ]
    ),
    (
      "event name",
      [
        "ereignisname", "nom de l'événement", "nombre del evento", "nome do evento", "nome evento",
        "gebeurtenisnaam", "イベント名",
      ]
    ),
    ("country", ["land", "pays", "país", "paese", "国"]),
    (
      "device category",
      [
        "gerätekategorie", "catégorie d'appareil", "categoría de dispositivo", "categoría del dispositivo",
        "categoria do dispositivo", "categoria dispositivo", "apparaatcategorie", "デバイス カテゴリ",
      ]
    ),
  ]
}
