/// Addresses that are typed where none is known, and so are many people's: a machine's that reads no mail, a test, a word
/// for "none", a domain that nobody can have (RFC 2606, RFC 6761). Whoever names one has named none.
///
/// `example.com` and its like are reserved too, and yet stand for people wherever data are made up; there only such a word
/// is a placeholder.
enum PlaceholderAddresses {
  /// Their ids, as a query.
  static let ids = """
    SELECT id FROM (
      SELECT id, substr(content, 1, instr(content, '@') - 1) AS person, substr(content, instr(content, '@') + 1) AS host
      FROM emailAddress
    )
    WHERE person IN ('noreply', 'no-reply', 'no.reply', 'no_reply', 'donotreply', 'do-not-reply', 'do.not.reply',
        'do_not_reply', 'noemail', 'no-email', 'no.email', 'no_email')
      OR (person IN (\(words)) AND substr(host, 1, instr(host, '.') - 1) IN (\(words), 'example'))
      OR (person IN (\(words)) AND (host LIKE 'email.%' OR host LIKE 'mail.%') AND host NOT LIKE '%.%.%')
      OR host LIKE '%.invalid' OR host LIKE '%.test' OR host LIKE '%.localhost'
    """

  /// One of them alone may be somebody's name, before the sign or behind it; before and behind they are nobody's.
  /// A host of mail below somebody's domain ("na@mail.college.example") has addresses of initials.
  private static let words = ["none", "no", "na", "n.a", "null", "nomail", "noemail", "unknown", "unbekannt", "test"]
    .map(SQLText.literal).joined(separator: ", ")
}
