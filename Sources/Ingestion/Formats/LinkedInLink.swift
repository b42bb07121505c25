import Vocabulary

/// A link to a post on LinkedIn, which is all that its exports give for an identifier.
enum LinkedInLink {
  /// `urn:li:activity:7100000000000000000` where the link has one, also percent-encoded; else the link itself.
  static func identifier(_ link: String, column: String) throws(RowProblem) -> String {
    guard link.contains("linkedin.") || link.hasPrefix("urn:") else {
      throw RowProblem(column: column, found: "no link to a post", expected: "a link to a post on LinkedIn")
    }
    let plain = link.replacing("%3A", with: ":").replacing("%3a", with: ":")
    guard let start = plain.firstRange(of: "urn:li:") else { return link }
    return String(plain[start.lowerBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }
}
