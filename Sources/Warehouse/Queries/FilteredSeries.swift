/// Series of exports that were filtered: parts of a site's figures, whose dimension says so.
enum FilteredSeries {
  /// The condition by which a query over `webSeries AS s` leaves them out.
  static let areLeftOut = "SUBSTR(s.dimension, 1, 12) <> 'filtered by '"
}
