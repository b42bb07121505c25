import Vocabulary

/// Meta Business Suite, Insights, Content, Export: the posts of a Facebook page or an Instagram account, with the figures
/// of their lives so far (`Date` is "Lifetime", "Total" in other languages) or of single days.
///
/// The header may have `Views` twice. Records may lack their last cells, which is no damage: such figures are missing.
/// `Publish time` has the month first in every language.
struct MetaContentExport: SourceFormat {
  static let title = "Meta Business Suite content"
  static let isVerified = true

  private let isInstagram: Bool
  private var posts: SocialPosts
  private var profiles: Set<String> = []

  init?(_ opening: Opening) {
    let header = opening.header
    let posts = SocialPosts(header, names: MetaContentExport.names, figures: MetaContentExport.figures)
    guard posts.map.has(.postID), posts.map.has(.published), posts.map.has(.link), !posts.figures.isEmpty
    else { return nil }
    self.posts = posts
    isInstagram = MetaContentExport.ofInstagram.contains { header.contains($0) }
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {
    guard posts.isWhole(record) else { return }
    posts.survey(record)
    profiles.insert(record.text(posts.map[.profile]))
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try posts.settle(options, file: file, order: .monthDayYear)
    findings.reason = "columns \"\(posts.map.name(.postID))\" and \"\(posts.map.name(.published))\""
    findings.account = profiles.count == 1 ? profiles.first : nil
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard posts.isWhole(record) else { throw posts.misfit(record) }
    let post = try posts.post(
      record, id: try posts.identifier(record), platform: isInstagram ? "Instagram" : "Facebook",
      profile: record.text(posts.map[.profile]))
    let window = posts.day(record).map { DateWindow(day: $0) } ?? .undated
    try posts.add(record, post: post, window: window, to: &batch)
  }

  /// English, Portuguese, Spanish.
  private static let names: [SocialPosts.Field: [String]] = [
    .postID: ["post id", "identificação do post", "identificador de la publicación"],
    .link: ["permalink", "link permanente", "enlace permanente"],
    .published: ["publish time", "horário de publicação", "hora de publicación"],
    .title: ["title", "título"], .text: ["description", "descrição", "descripción"],
    .kind: ["post type", "tipo de post", "tipo de publicación"],
    .profile: [
      "page name", "nombre de la página", "account username", "nome de usuário da conta",
      "nombre de usuario de la cuenta", "account name", "nome da conta", "nombre de la cuenta",
    ],
    .day: ["date", "data", "fecha"],
  ]

  /// A page of Facebook has others.
  private static let ofInstagram = [
    "account username", "account id", "nome de usuário da conta", "identificação da conta",
    "nombre de usuario de la cuenta", "identificador de la cuenta",
  ]

  /// Clicks are those on links, as for ads; `Total clicks` is the platform's own.
  private static let figures: [SocialFigure] =
    [
      SocialFigure(.views, "views", "visualizações", "visualizaciones"), SocialFigure(.reach, "reach", "alcance"),
      SocialFigure(.impressions, "impressions"),
      SocialFigure(
        .engagements, "reactions, comments and shares", "reacciones, comentarios y veces que se ha compartido"),
      SocialFigure(.likes, "likes", "reactions", "curtidas", "me gusta", "reacciones"),
      SocialFigure(.comments, "comments", "comentários", "comentarios"),
      SocialFigure(
        .shares, "shares", "compartilhamentos", "veces que se compartió", "veces que se ha compartido"),
      SocialFigure(.saves, "saves", "salvamentos", "veces que se guardó", "veces guardado"),
      SocialFigure(.clicks, "link clicks", "cliques no link", "clics en el enlace"),
      SocialFigure(.newFollowers, "follows", "seguimentos", "seguimientos"),
      SocialFigure(.profileVisits, "profile visits", "visitas ao perfil", "visitas al perfil"),
    ]
    + SocialFigure.others(
      "total clicks", "other clicks", "matched audience targeting consumption (photo click)",
      "reach from organic posts", "reach from boosted posts", "3-second video views", "1-minute video views",
      "3-second viewers", "1-minute viewers", "3-second video views from boosted posts",
      "3-second video views from organic posts", "negative feedback from users",
      "unique negative feedback from users", "replies", "navigation", "sticker taps", "seconds viewed",
      "average seconds viewed")
    + SocialFigure.others(
      "respostas", "navegação", "toques em figurinhas", "respuestas", "navegación", "toques en stickers")
}
