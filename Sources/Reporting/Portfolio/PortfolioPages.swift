import Charting

/// How many clients are shared out over pages, and what the files are called.
struct PortfolioPages {
  /// What a page of 150 KB holds.
  static let clientsOnAPage = 25

  struct Page {
    let path: String
    let rows: Range<Int>
    let links: [LinkView]
    let isFirst: Bool
  }

  let pages: [Page]

  /// - Parameter first: file name of the first page, `index.html`.
  init(clients: Int, first: String) {
    let starts = Array(stride(from: 0, to: max(clients, 1), by: Self.clientsOnAPage))
    let ranges = starts.map { $0..<min(clients, $0 + Self.clientsOnAPage) }
    func label(_ index: Int) -> String { "\(ranges[index].lowerBound + 1)\u{2060}–\u{2060}\(ranges[index].upperBound)" }
    pages = ranges.indices.map { index in
      Page(
        path: Self.path(index + 1, first: first), rows: ranges[index],
        links: ranges.indices.map { LinkView(Self.path($0 + 1, first: first), label($0), isCurrent: $0 == index) },
        isFirst: index == 0)
    }
  }

  /// `index.html`, `clients-2.html`; `agency.html`, `agency-2.html`
  static func path(_ number: Int, first: String) -> String {
    number == 1 ? first : "\(stem(first))-\(number).html"
  }

  static func tablePath(first: String) -> String { "\(stem(first)).csv" }

  static func claimsPath(first: String) -> String { "\(stem(first))-claims.csv" }

  private static func stem(_ first: String) -> String {
    first == "index.html" ? "clients" : first.hasSuffix(".html") ? String(first.dropLast(5)) : first
  }
}
