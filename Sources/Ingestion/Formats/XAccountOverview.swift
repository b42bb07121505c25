import Vocabulary

/// X, Analytics, the account overview: one row a day, the newest first.
///
/// Reposts are the shares that other platforms count; `Shares` is the use of X's own share menu. `Video views` are a part
/// of what others call views and stay beside them.
struct XAccountOverview: SourceFormat {
  static let title = "X account overview"
  static let isVerified = true

  private var days: SocialDays

  init?(_ opening: Opening) {
    let header = opening.header
    guard header.contains("impressions"), header.contains("engagements"), header.contains("new follows"),
      !XAccountOverview.ofPosts.contains(where: header.contains),
      let days = SocialDays(header, days: ["date"], figures: XAccountOverview.figures)
    else { return nil }
    self.days = days
    width = header.count
  }

  let width: Int?

  mutating func survey(_ record: RawRecord) { days.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try days.settle(options, file: file)
    findings.reason = "columns \"Impressions\", \"Engagements\" and \"New follows\" by day"
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    try days.map(record, like: .model("X", line: record.line, section: record.section), into: &batch)
  }

  /// A list of posts may come without their ids; its rows are no days of the account.
  private static let ofPosts = ["post id", "post text", "post link", "link", "tweet id", "tweet text"]

  private static let figures: [SocialFigure] =
    [
      SocialFigure(.impressions, "impressions"), SocialFigure(.likes, "likes"),
      SocialFigure(.engagements, "engagements"), SocialFigure(.saves, "bookmarks"),
      SocialFigure(.newFollowers, "new follows"), SocialFigure(.lostFollowers, "unfollows"),
      SocialFigure(.comments, "replies"), SocialFigure(.shares, "reposts"),
      SocialFigure(.profileVisits, "profile visits"), SocialFigure(.posts, "create post"),
    ] + SocialFigure.others("shares", "video views", "media views")
}
