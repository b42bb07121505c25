/// One page's content: the stored properties are what its template may name.
protocol ReportSection: SendableMetatype {
  static var page: PageName { get }

  init(_ edition: Edition) throws(ReportingError)

  var head: PageHead { get }
  /// The sections of the page, for "on this page"; empty on a page with one.
  var contents: [LinkView] { get }
  /// Explained at the foot of the page.
  var terms: [TermView] { get }
  var files: [DataFile] { get }
  /// What the numbers of the page stand in.
  var numbered: NumberedPage { get }
}

/// Where a page lies, what it is called and which template writes it.
struct PageName: Equatable {
  let path: String
  let label: String
  let template: String
}

struct LinkView {
  let path: String
  let label: String
  let isCurrent: Bool

  init(_ path: String, _ label: String, isCurrent: Bool = false) {
    self.path = path
    self.label = label
    self.isCurrent = isCurrent
  }
}

extension PartView {
  var link: LinkView { LinkView("#\(anchor)", heading) }
}
