import Vocabulary

/// TikTok, analytics of the own account: the videos with their figures so far. A video's identifier and the account
/// stand in its link alone. The identifier's first half is the second of the upload, which tells the year of days that
/// are written without.
struct TikTokVideos: SourceFormat {
  static let title = "TikTok video list"
  static let isVerified = true

  private var posts: SocialPosts
  private var profiles: Set<String> = []
  /// First and last of the days that are written without their year.
  private var yearless: DateWindow?

  init?(_ opening: Opening) {
    posts = SocialPosts(opening.header, names: TikTokVideos.names, figures: TikTokVideos.figures)
    guard posts.map.has(.link), posts.map.has(.published), !posts.figures.isEmpty else { return nil }
  }

  var width: Int? { posts.map.header.count }

  mutating func survey(_ record: RawRecord) {
    posts.survey(record)
    let link = record.text(posts.map[.link])
    profiles.insert(TikTokVideos.profile(link))
    if let id = TikTokVideos.identifier(link), let day = publishedDay(record, id) {
      yearless = yearless?.union(DateWindow(day: day)) ?? DateWindow(day: day)
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try posts.settle(options, file: file)
    findings.reason = "columns \"\(posts.map.name(.link))\" and \"\(posts.map.name(.published))\""
    if let yearless { findings.window = findings.window?.union(yearless) ?? yearless }
    findings.account = profiles.count == 1 ? profiles.first : nil
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let link = record.text(posts.map[.link])
    guard let id = TikTokVideos.identifier(link) else {
      throw RowProblem(
        column: posts.map.name(.link), found: "no link to a video", expected: "a link with /video/ and a number in it")
    }
    let post = try posts.post(
      record, id: id, platform: "TikTok", profile: TikTokVideos.profile(link), day: publishedDay(record, id))
    try posts.add(record, post: post, to: &batch)
  }

  private static func identifier(_ link: String) -> String? {
    SocialPosts.number(after: "/video/", in: link) ?? SocialPosts.number(after: "/photo/", in: link)
  }

  private func publishedDay(_ record: RawRecord, _ id: String) -> Day? {
    guard let number = UInt64(id) else { return nil }
    let uploaded = Day(number: Int(number >> 32) / 86_400)
    return PlausibleYears.holds(uploaded, isOfFact: true) ? posts.publishedDay(record, near: uploaded) : nil
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
