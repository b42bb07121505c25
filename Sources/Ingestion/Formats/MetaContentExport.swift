import Vocabulary

/// Meta Business Suite, Insights, Content, Export: the posts of a Facebook page or an Instagram account, with the figures
/// of their lives so far (`Date` is "Lifetime") or of single days.
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
    guard header.contains("post id"), header.contains("publish time"), header.contains("permalink") else { return nil }
    let posts = SocialPosts(header, names: MetaContentExport.names, figures: MetaContentExport.figures)
    guard !posts.figures.isEmpty else { return nil }
    self.posts = posts
    isInstagram = header.contains("account username") || header.contains("account id")
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
    var window = DateWindow.undated
    if let day = DateText(record[posts.map[.day]], order: .monthDayYear)?.day { window = DateWindow(day: day) }
    try posts.add(record, post: post, window: window, to: &batch)
  }

  private static let names: [SocialPosts.Field: [String]] = [
    .postID: ["post id"], .link: ["permalink"], .published: ["publish time"], .title: ["title"],
    .text: ["description"], .kind: ["post type"], .profile: ["page name", "account username", "account name"],
    .day: ["date"],
  ]

  /// Clicks are those on links, as for ads; `Total clicks` is the platform's own.
  private static let figures: [SocialFigure] =
    [
      SocialFigure(.views, "views"), SocialFigure(.reach, "reach"), SocialFigure(.impressions, "impressions"),
      SocialFigure(.engagements, "reactions, comments and shares"), SocialFigure(.likes, "likes", "reactions"),
      SocialFigure(.comments, "comments"), SocialFigure(.shares, "shares"), SocialFigure(.saves, "saves"),
      SocialFigure(.clicks, "link clicks"), SocialFigure(.newFollowers, "follows"),
      SocialFigure(.profileVisits, "profile visits"),
    ]
    + SocialFigure.others(
      "total clicks", "other clicks", "matched audience targeting consumption (photo click)",
      "reach from organic posts", "reach from boosted posts", "3-second video views", "1-minute video views",
      "3-second viewers", "1-minute viewers", "3-second video views from boosted posts",
      "3-second video views from organic posts", "negative feedback from users",
      "unique negative feedback from users", "replies", "navigation", "sticker taps", "seconds viewed",
      "average seconds viewed")
}
