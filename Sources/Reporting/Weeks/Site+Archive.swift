import Analysis

extension Site {
  /// The page that lists all published weeks, and the same for machines: files of the published folder's root.
  /// - Throws: what `render` throws.
  package func renderArchive(_ archive: Archive) throws(ReportingError) -> [ReportFile] {
    let templates = try TemplateSet(overrides: overrides)
    let view = ArchiveView(archive)
    let page = Page(archive, view, brand: brand, templates: templates)
    return [
      ReportFile(path: Place.archivePage, text: templates.render(page, with: "page") + "\n"),
      ReportFile(path: Archive.recordPath, text: archive.json.document),
      ReportFile(path: view.file.path, text: view.file.table.csv),
    ]
  }
}
