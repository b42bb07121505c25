/// A post of an own profile, as far as a content export describes it.
package struct SocialPost: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  /// Page, channel or account, or "" where the export does not say.
  package var profile: String
  /// The platform's id as text, or the link where it gives none.
  package var postID: String
  /// Local day of publication.
  package var publishedDay: Day?
  /// Seconds since 1970-01-01T00:00:00Z where the offset is known.
  package var instant: Int64?
  /// As delivered: "Reel", "Photo", "video".
  package var kind = ""
  /// Title or text, cut to the first 200 characters.
  package var title = ""
  package var link = ""

  package init(origin: RecordOrigin, platform: String, profile: String, postID: String) {
    self.origin = origin
    self.platform = platform
    self.profile = profile
    self.postID = postID
  }
}
