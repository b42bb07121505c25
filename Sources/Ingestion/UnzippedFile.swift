import Glibc

/// A file where it lies on disk, which may be a folder that an archive was unzipped to.
struct UnzippedFile {
  /// As it would be called in the archive, `archive/entry.csv`, where the folder has an archive's name and the file's own
  /// name does not tell; the file's own everywhere else.
  let name: String

  init(path: String) {
    let leaf = path.split(separator: "/").last.map(String.init) ?? path
    let folder = UnzippedFile.name(ofFolder: String(path.dropLast(leaf.count)))
    let isOfArchive = SourceCatalogue.namesArchive(folder) && !SourceCatalogue.namesArchive(leaf)
    name = isOfArchive ? folder + "/" + leaf : leaf
  }

  /// The last of the folders in a path; "" where there is none.
  private static func name(ofFolder path: String) -> String {
    if let last = path.split(separator: "/").last, last != ".", last != ".." { return String(last) }
    guard let whole = realpath(path.isEmpty ? "." : path, nil) else { return "" }
    defer { free(whole) }
    return String(cString: whole).split(separator: "/").last.map(String.init) ?? ""
  }
}
