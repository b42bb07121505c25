import Vocabulary

/// X, Analytics, Content: the posts with their figures, as exported today (`Post id`) and until 2023 (`Tweet id`).
///
/// Spreadsheets round the identifiers to `6.49E+17` or to noughts at their end; the permalink still has the whole one.
/// Promoted figures of the old export are paid and kept out.
struct XContent: SourceFormat {
  static let title = "X content"
  static let isVerified = true

  private var posts: SocialPosts
  private var profiles: Set<String> = []
  private var recovered = 0

  init?(_ opening: Opening) {
    posts = SocialPosts(opening.header, names: XContent.names, figures: XContent.figures)
    guard posts.map.has(.postID), posts.map.has(.text), posts.figures.has(.engagements) else { return nil }
  }

  var width: Int? { posts.map.header.count }

  mutating func survey(_ record: RawRecord) {
    posts.survey(record)
    profiles.insert(XContent.profile(record.text(posts.map[.link])))
    if XContent.whole(record.text(posts.map[.postID]), link: record.text(posts.map[.link])) != nil { recovered += 1 }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try posts.settle(options, file: file)
    findings.reason = "columns \"\(posts.map.name(.postID))\" and \"\(posts.map.name(.text))\""
    findings.account = profiles.count == 1 ? profiles.first : nil
    if recovered > 0 {
      findings.notes.append("\(recovered) identifiers were rounded by a spreadsheet and are taken from the permalink")
    }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let link = record.text(posts.map[.link])
    let id: String
    if let whole = XContent.whole(record.text(posts.map[.postID]), link: link) {
      id = whole
    } else {
      id = try posts.identifier(record)
    }
    let post = try posts.post(record, id: id, platform: "X", profile: XContent.profile(link))
    try posts.add(record, post: post, to: &batch)
  }

  private static func identifier(in link: String) -> String? { SocialPosts.number(after: "/status/", in: link) }

  /// The identifier in the link where that in the cell is none or a rounded number, which has 15 right figures or so.
  private static func whole(_ cell: String, link: String) -> String? {
    guard let linked = identifier(in: link), linked != cell else { return nil }
    guard !cell.isEmpty, cell.utf8.allSatisfy({ $0 &- 0x30 <= 9 }) else { return linked }
    guard let rounded = Int64(cell), let whole = Int64(linked) else { return nil }
    return rounded.subtractingReportingOverflow(whole).partialValue.magnitude <= whole.magnitude / 100_000_000_000_000
      ? linked : nil
  }

  private static func profile(_ link: String) -> String {
    guard identifier(in: link) != nil, let start = link.firstRange(of: "://") else { return "" }
    return SocialPosts.word(after: "/", in: String(link[start.upperBound...]))
  }

  private static let names: [SocialPosts.Field: [String]] = [
    .postID: ["post id", "tweet id"], .link: ["post link", "link", "tweet permalink"], .published: ["date", "time"],
    .text: ["post text", "tweet text"],
  ]

  private static let figures: [SocialFigure] =
    [
      SocialFigure(.impressions, "impressions"), SocialFigure(.likes, "likes", "favorites"),
      SocialFigure(.engagements, "engagements"), SocialFigure(.saves, "bookmarks"),
      SocialFigure(.newFollowers, "new follows", "follows"), SocialFigure(.comments, "replies"),
      SocialFigure(.shares, "reposts", "retweets"),
      SocialFigure(.profileVisits, "profile visits", "user profile clicks"), SocialFigure(.clicks, "url clicks"),
    ]
    + SocialFigure.others(
      "share", "shares", "detail expands", "hashtag clicks", "permalink clicks", "media views", "media engagements",
      "video views", "app opens", "app installs", "email tweet", "dial phone", "engagement rate")
}
