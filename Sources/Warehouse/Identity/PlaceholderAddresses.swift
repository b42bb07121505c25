/// Addresses that are typed where none is known, and so are many people's: a machine's that reads no mail, a test, a domain
/// that nobody can have (RFC 2606, RFC 6761). Whoever names one has named none.
///
/// `example.com` and its like are reserved too, and yet stand for people wherever data are made up; there only a test is
/// a placeholder.
enum PlaceholderAddresses {
  /// Their ids, as a query.
  static let ids = """
    SELECT id FROM (
      SELECT id, substr(content, 1, instr(content, '@') - 1) AS person, substr(content, instr(content, '@') + 1) AS host
      FROM emailAddress
    )
    WHERE person IN ('noreply', 'no-reply', 'no.reply', 'no_reply', 'donotreply', 'do-not-reply', 'do.not.reply',
        'do_not_reply')
      OR (person = 'test' AND (host LIKE 'test.%' OR host LIKE 'example.%'))
      OR host LIKE '%.invalid' OR host LIKE '%.test' OR host LIKE '%.localhost'
    """
}
