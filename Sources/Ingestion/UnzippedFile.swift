import Glibc

/// A file where it lies on disk, which may be a folder that an archive was unzipped to.
struct UnzippedFile {
  /// As it would be called in the archive, `archive/entry.csv`, where the folder has an archive's name and the file's own
  /// name does not tell; the file's own everywhere else.
  let name: String
  private let isOfArchive: Bool
  /// The path up to the file's own name.
  private let folder: String

  init(path: String) {
    let leaf = path.split(separator: "/").last.map(String.init) ?? path
    folder = String(path.dropLast(leaf.count))
    let archive = UnzippedFile.name(ofFolder: folder)
    isOfArchive = SourceCatalogue.namesArchive(archive) && !SourceCatalogue.namesArchive(leaf)
    name = isOfArchive ? archive + "/" + leaf : leaf
  }

  /// The one table beside the file that tells what it is filtered by; nil where there are several or none. A copy's is the
  /// copy, ` (1)`. In a folder of any name it speaks for files that are called as in the archive: others may be of another
  /// site.
  func filters(_ options: ReadOptions) -> FilterTable? {
    let own = ExportName(name)
    guard isOfArchive || FilterTable.neighbours.contains(own.leaf.lowercased()) else { return nil }
    let tables = FilterTable.fileNames.compactMap { table -> FilterTable? in
      let leaf = table + own.copyMark + ".csv"
      guard let file = try? PlainFile(path: folder + leaf, name: leaf) else { return nil }
      return Export(
        displayName: leaf, digest: "", byteCount: file.byteCount, place: .plain(path: folder + leaf), options: options
      ).filterTable
    }
    return tables.count == 1 ? tables[0] : nil
  }

  /// The last of the folders in a path; "" where there is none.
  private static func name(ofFolder path: String) -> String {
    if let last = path.split(separator: "/").last, last != ".", last != ".." { return String(last) }
    guard let whole = realpath(path.isEmpty ? "." : path, nil) else { return "" }
    defer { free(whole) }
    return String(cString: whole).split(separator: "/").last.map(String.init) ?? ""
  }
}
