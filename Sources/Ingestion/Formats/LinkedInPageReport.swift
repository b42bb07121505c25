import Vocabulary

/// LinkedIn, a page's Analytics, Export: content, followers or visitors, saved anew as .xlsx or CSV since LinkedIn writes
/// the old binary .xls. No real file stands behind it yet.
///
/// A sheet has its description in the first row. What was paid for ("sponsored") and the totals with it are kept out,
/// except where LinkedIn tells the total alone. Dates have the month first in every language.
struct LinkedInPageReport: SourceFormat {
  static let title = "LinkedIn page analytics"
  static let isVerified = false
  static let spansSheets = true

  private enum Table {
    case days(SocialDays)
    case posts(SocialPosts)
    case followers(SocialFigures)
  }

  private let header: Header
  private let section: Int
  private var table: Table

  init?(_ opening: Opening) {
    header = opening.header
    section = opening.section
    if header.contains("post link"), header.contains("created date") {
      table = .posts(SocialPosts(header, names: LinkedInPageReport.names, figures: LinkedInPageReport.ofPosts))
    } else if header.keys.contains(where: LinkedInPageReport.own.contains),
      let days = SocialDays(header, days: ["date"], figures: LinkedInPageReport.ofDays)
    {
      table = .days(days)
    } else if header.count > 1, LinkedInPageReport.groups.contains(header.keys[0]),
      ["total followers", "total views"].contains(header.keys[1])
    {
      table = .followers(
        SocialFigures(header, [SocialFigure(.followers, "total followers"), SocialFigure(.other, "total views")]))
    } else {
      return nil
    }
  }

  var width: Int? { header.count }

  mutating func survey(_ record: RawRecord) {
    switch table {
    case .days(var days):
      days.survey(record)
      table = .days(days)
    case .posts(var posts):
      posts.survey(record)
      table = .posts(posts)
    case .followers(var figures):
      figures.survey(record)
      table = .followers(figures)
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings: Findings
    switch table {
    case .days(var days):
      findings = try days.settle(options, file: file, order: .monthDayYear)
      table = .days(days)
    case .posts(var posts):
      findings = try posts.settle(options, file: file, order: .monthDayYear)
      table = .posts(posts)
    case .followers(var figures):
      try figures.settle(options, file: file)
      findings = Findings()
      findings.columns = figures.meanings(header)
      findings.columns[0].meaning = "dimension"
      findings.timeZone = options.timeZone
      table = .followers(figures)
    }
    findings.reason = "columns " + header.names.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var model = SocialMetric.model("LinkedIn", line: record.line, section: section)
    switch table {
    case .days(let days): try days.map(record, like: model, into: &batch)
    case .posts(var posts):
      // The figures of a sponsored post were paid for.
      guard record.text(posts.map[.kind]).lowercased() != "sponsored" else { return batch.skip(record, .otherKind) }
      let id = try LinkedInLink.identifier(record.text(posts.map[.link]), column: posts.map.name(.link))
      var post = try posts.post(record, id: id, platform: "LinkedIn", profile: "")
      post.origin = model.origin
      model.postID = id
      let hasFigures = try posts.figures.add(record, like: model, to: &batch)
      if !posts.describe(post, in: &batch), !hasFigures {
        batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData))
      }
      table = .posts(posts)
    case .followers(let figures):
      model.dimension = header.keys[0]
      model.dimensionValue = record.text(0)
      if try !figures.add(record, like: model, to: &batch) {
        batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData))
      }
    }
  }
}

extension LinkedInPageReport {
  private static let names: [SocialPosts.Field: [String]] = [
    .link: ["post link"], .published: ["created date"], .title: ["post title"], .kind: ["post type"],
  ]

  private static let own: Set<String> = [
    "impressions (organic)", "clicks (organic)", "reactions (organic)", "organic followers", "total page views (total)",
    "total unique visitors (total)",
  ]

  private static let groups: Set<String> = [
    "location", "job function", "seniority", "industry", "company size", "geography", "country", "region", "county",
  ]

  private static let ofDays: [SocialFigure] =
    [
      SocialFigure(.impressions, "impressions (organic)"), SocialFigure(.reach, "unique impressions (organic)"),
      SocialFigure(.clicks, "clicks (organic)"), SocialFigure(.likes, "reactions (organic)"),
      SocialFigure(.comments, "comments (organic)"), SocialFigure(.shares, "reposts (organic)", "shares (organic)"),
      SocialFigure(.newFollowers, "total followers"), SocialFigure(.profileVisits, "total page views (total)"),
    ]
    + SocialFigure.others(
      "engagement rate (organic)", "organic followers", "auto-invited followers", "total unique visitors (total)",
      "overview page views (total)", "overview unique visitors (total)", "life page views (total)",
      "life unique visitors (total)", "jobs page views (total)", "jobs unique visitors (total)")

  private static let ofPosts: [SocialFigure] =
    [
      SocialFigure(.impressions, "impressions"), SocialFigure(.clicks, "clicks"),
      SocialFigure(.likes, "likes", "reactions"), SocialFigure(.comments, "comments"),
      SocialFigure(.shares, "reposts", "shares"), SocialFigure(.newFollowers, "follows"),
    ]
    + SocialFigure.others(
      "views", "views (excluding offsite video views)", "offsite views", "click through rate (ctr)", "engagement rate")
}
