import Analysis

extension Site {
  /// The pages that list all published weeks, and the same for machines: files of the published folder's root.
  /// - Throws: what `render` throws.
  package func renderArchive(_ archive: Archive) throws(ReportingError) -> [ReportFile] {
    try language.speaking { () throws(ReportingError) in try files(of: archive) }
  }

  private func files(of archive: Archive) throws(ReportingError) -> [ReportFile] {
    let templates = try TemplateSet(overrides: overrides)
    let file = ArchiveView.file(archive)
    let views = [ArchiveView(archive, file: file)] + archive.yearsApart.map { ArchiveView($0, file: file) }
    return views.map { view in
      let page = Page(archive, view, brand: brand, templates: templates)
      return ReportFile(path: view.path, text: templates.render(page, with: "page") + "\n")
    } + [
      ReportFile(path: Archive.recordPath, text: archive.json.document),
      ReportFile(path: file.path, text: file.table.csv),
    ]
  }
}
