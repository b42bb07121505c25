extension Currency {
  /// How many of the smallest units make a major one, by ISO 4217: 100 cents, 1 yen, 1,000 fils.
  package var minorUnits: Int64 {
    if Currency.undivided.contains(code) { return 1 }
    return Currency.inThousandths.contains(code) ? 1_000 : 100
  }

  private static let undivided: Set<String> = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF",
    "XPF",
  ]
  private static let inThousandths: Set<String> = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
}
