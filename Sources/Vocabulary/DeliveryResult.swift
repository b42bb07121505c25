/// Types of results that count what was delivered or visited, as advertising platforms write them: a campaign that was
/// bought for reach calls its reach a result, and no sum of such with sales is a number of conversions.
package enum DeliveryResult {
  /// In small letters.
  package static let names: [String] =
    [
      "reach", "daily unique reach", "impressions", "link clicks", "clicks (all)", "outbound clicks",
      "landing page views",
      "website landing page views", "thruplay", "thruplays", "video views", "3-second video plays", "post engagement",
      "post engagements", "page likes", "follows or likes", "estimated ad recall lift (people)",
      "instagram profile visits", "reichweite", "impressionen", "link-klicks", "linkklicks", "landingpage-aufrufe",
      "videoaufrufe", "beitragsinteraktionen", "couverture", "portée", "clics sur un lien", "clics sur le lien",
      "vues de page de destination", "vues de la page de destination", "interactions avec la publication", "alcance",
      "impresiones", "clics en el enlace", "visitas a la página de destino", "interacción con una publicación",
      "impressões", "cliques no link", "visualizações da página de destino", "engajamento com a publicação",
      "copertura",
      "clic sul link", "visualizzazioni della pagina di destinazione", "interazione con il post", "bereik",
      "vertoningen",
      "klikken op link", "klikken op links", "linkklikken", "landingspaginaweergaven", "berichtbetrokkenheid",
    ] + codes + codes.map { "actions:" + $0 }

  /// Of the programming interface, which exports of one set of columns show.
  private static let codes = [
    "link_click", "outbound_click", "landing_page_view", "omni_landing_page_view", "video_view",
    "video_thruplay_watched_actions", "video_continuous_2_sec_watched_actions", "post_engagement", "page_engagement",
    "post_reaction", "like", "estimated_ad_recallers", "profile_visit_view",
  ]

  private static let known = Set(names)

  package static func contains(_ type: String) -> Bool { known.contains(type.lowercased()) }
}
