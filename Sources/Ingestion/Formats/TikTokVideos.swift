import Vocabulary

/// TikTok, analytics of the own account: the videos with their figures so far. A video's identifier and the account
/// stand in its link alone.
struct TikTokVideos: SourceFormat {
  static let title = "TikTok video list"
  static let isVerified = true

  private var posts: SocialPosts
  private var profiles: Set<String> = []

  init?(_ opening: Opening) {
    posts = SocialPosts(opening.header, names: TikTokVideos.names, figures: TikTokVideos.figures)
    guard posts.map.has(.link), posts.map.has(.published), !posts.figures.isEmpty else { return nil }
  }

  var width: Int? { posts.map.header.count }

  mutating func survey(_ record: RawRecord) {
    posts.survey(record)
    profiles.insert(TikTokVideos.profile(record.text(posts.map[.link])))
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try posts.settle(options, file: file)
    findings.reason = "columns \"\(posts.map.name(.link))\" and \"\(posts.map.name(.published))\""
    findings.account = profiles.count == 1 ? profiles.first : nil
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let link = record.text(posts.map[.link])
    guard
      let id = SocialPosts.number(after: "/video/", in: link) ?? SocialPosts.number(after: "/photo/", in: link)
    else {
      throw RowProblem(
        column: posts.map.name(.link), found: "no link to a video", expected: "a link with /video/ and a number in it")
    }
    let post = try posts.post(record, id: id, platform: "TikTok", profile: TikTokVideos.profile(link))
    try posts.add(record, post: post, to: &batch)
  }

  private static func profile(_ link: String) -> String { SocialPosts.word(after: "/@", in: link) }

  private static let names: [SocialPosts.Field: [String]] = [
    .link: ["video link"], .published: ["post time"], .title: ["video title"],
  ]

  private static let figures: [SocialFigure] = [
    SocialFigure(.views, "video views", "total views"), SocialFigure(.likes, "likes", "total likes"),
    SocialFigure(.comments, "comments", "total comments"), SocialFigure(.shares, "shares", "total shares"),
    SocialFigure(.saves, "add to favorites"),
  ]
}
