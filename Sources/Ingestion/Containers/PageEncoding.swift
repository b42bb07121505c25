/// The encoding that an HTML page declares of itself.
enum PageEncoding {
  /// By iconv's name, from `charset=` in the first 4 KB; nil for UTF-8 and for none. The HTML standard reads Latin 1 as
  /// windows-1252, and UTF-16 in a page whose declaration can be read as UTF-8.
  static func declared(_ prefix: [UInt8]) -> String? {
    let text = String(decoding: prefix.prefix(4_096).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
      .lowercased()
    guard let mark = text.firstRange(of: "charset=") else { return nil }
    let label = text[mark.upperBound...].drop { "\"' ".contains($0) }
      .prefix { ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
    if label.isEmpty || label.hasPrefix("utf") { return nil }
    return aliases[String(label)] ?? String(label.prefix(40))
  }

  private static let aliases = [
    "iso-8859-1": "CP1252", "latin1": "CP1252", "us-ascii": "CP1252", "ascii": "CP1252", "shift_jis": "CP932",
    "windows-31j": "CP932", "sjis": "CP932", "gb2312": "GB18030", "gbk": "GB18030", "ks_c_5601-1987": "CP949",
    "euc-kr": "CP949", "iso-8859-9": "CP1254",
  ]
}
