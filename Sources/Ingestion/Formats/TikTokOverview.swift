import Vocabulary

/// TikTok, Business Suite or Studio, analytics of the own account: the overview or the followers, one row a day. Days
/// before its counting began have the figure "undefined".
struct TikTokOverview: SourceFormat {
  static let title = "TikTok account overview"
  static let isVerified = true

  private var days: SocialDays

  init?(_ opening: Opening) {
    let header = opening.header
    let isOverview = header.contains("video views") && header.contains("profile views")
    let isAudience =
      header.contains("total followers") && header.contains("new followers") && !header.contains("organic followers")
    let isHistory = header.contains("difference in followers from previous day")
    guard isOverview || isAudience || isHistory,
      let days = SocialDays(header, days: ["date"], figures: TikTokOverview.figures, blank: "undefined")
    else { return nil }
    self.days = days
    width = header.count
  }

  let width: Int?

  mutating func survey(_ record: RawRecord) { days.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try days.settle(options, file: file)
    let shown = findings.columns.filter { $0.meaning != nil && $0.meaning != "figure" }.prefix(3)
    findings.reason = "columns " + shown.map { "\"\($0.header)\"" }.joined(separator: ", ")
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    try days.map(record, like: .model("TikTok", line: record.line, section: record.section), into: &batch)
  }

  private static let figures: [SocialFigure] =
    [
      SocialFigure(.views, "video views"), SocialFigure(.reach, "reached audience", "unique viewers"),
      SocialFigure(.profileVisits, "profile views"), SocialFigure(.likes, "likes"), SocialFigure(.shares, "shares"),
      SocialFigure(.comments, "comments"), SocialFigure(.newFollowers, "new followers"),
      SocialFigure(.lostFollowers, "lost followers"),
      SocialFigure(.netFollowers, "net growth", "net followers", "difference in followers from previous day"),
      SocialFigure(.followers, "total followers", "followers"),
    ]
    + SocialFigure.others(
      "phone number clicks", "leads submission", "engaged audience", "website clicks", "email clicks",
      "app download clicks", "address clicks")
}
