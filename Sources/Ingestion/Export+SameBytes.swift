import Vocabulary

extension Export {
  /// This export, of whose bytes one is loaded already, as that one or as another.
  ///
  /// It is another where its name says another period or another site than the first one's, or the user another account;
  /// its digest is then that of the bytes' digest and of what is said. A name that says less than the first, or no more
  /// than the bytes do, is a copy's. Costs up to three passes where the names differ, and none where they do not.
  /// - `first`: the name under which the bytes were loaded; `firstAccount`: the account that was said of it, "" for none.
  /// - `account`: the one that is said of this very file; nil for none.
  package func apart(from first: String, of firstAccount: String, account: String?) -> Export {
    let isSaidOfAnother = account.map { !firstAccount.isEmpty && $0 != firstAccount } ?? false
    guard first != displayName || isSaidOfAnother, let own = recognised(as: displayName),
      let earlier = first == displayName ? own : recognised(as: first)
    else { return self }
    let nameless = recognised(as: "")
    let period = own.window == nameless?.window || own.window == earlier.window ? nil : own.window
    let site = own.account == nil ? account : own.account == nameless?.account ? nil : own.account
    let known = earlier.account ?? (firstAccount.isEmpty ? nil : firstAccount)
    let other = known.flatMap { known in site.flatMap { Export.isCopy($0, of: known) ? nil : $0 } }
    guard period != nil || other != nil else { return self }
    var sum = Digest()
    let said = "\(digest)/\(period.map { "\($0)" } ?? "")/\(other ?? "")"
    Array(said.utf8).withUnsafeBufferPointer { sum.add($0) }
    return Export(
      displayName: displayName, digest: sum.finish(), byteCount: byteCount, place: place, options: options,
      sheets: sheets)
  }

  /// What the bytes are under a name, whatever account the user has said; nil where they cannot be read under it.
  private func recognised(as name: String) -> Recognition? {
    var options = options
    options.account = nil
    return try? Export(
      displayName: name, digest: digest, byteCount: byteCount, place: place, options: options, sheets: sheets
    ).recognise()
  }

  /// Browsers and file managers put ` (1)` or ` copy` behind a name, of which some tools' last words are the site.
  private static func isCopy(_ site: String, of known: String) -> Bool {
    site == known || site.hasPrefix(known + " ") || known.hasPrefix(site + " ")
  }
}
