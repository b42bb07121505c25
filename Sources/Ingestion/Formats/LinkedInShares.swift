import Vocabulary

/// LinkedIn, "Get a copy of your data", Shares.csv: what a member has posted, without any figure. No real file stands
/// behind it yet.
struct LinkedInShares: SourceFormat {
  static let title = "LinkedIn archive of shares"
  static let isVerified = false

  private var posts: SocialPosts

  init?(_ opening: Opening) {
    posts = SocialPosts(
      opening.header,
      names: [.link: ["sharelink"], .published: ["date"], .text: ["sharecommentary"]], figures: [])
    guard posts.map.has(.link), posts.map.has(.text), posts.map.has(.published) else { return nil }
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) { if posts.isWhole(record) { posts.survey(record) } }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try posts.settle(options, file: file)
    findings.reason = "columns \"\(posts.map.name(.link))\" and \"\(posts.map.name(.text))\""
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard posts.isWhole(record) else { throw posts.misfit(record) }
    let id = try LinkedInLink.identifier(record.text(posts.map[.link]), column: posts.map.name(.link))
    let post = try posts.post(record, id: id, platform: "LinkedIn", profile: "")
    try posts.add(record, post: post, to: &batch)
  }
}
