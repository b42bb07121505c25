/// How much one file may ask for. Every figure is counted on what comes out, never believed from a header.
package struct Limits: Hashable, Sendable {
  /// Bytes of one cell or one XML field; a longer one makes its row a rejected one.
  package var fieldBytes = 10 << 20
  /// Bytes of one record; a longer one stops the file.
  package var recordBytes = 16 << 20
  package var columns = 20_000
  package var xmlDepth = 256
  package var xmlAttributes = 1_000
  package var jsonDepth = 256
  package var archiveEntries = 10_000
  /// Unpacked bytes per packed byte, looked at after `archiveFreeBytes`.
  package var archiveRatio = 200
  package var archiveFreeBytes = 64 << 20
  /// A workbook inside an archive, unpacked into memory.
  package var packedWorkbookBytes = 64 << 20

  /// A workbook's shared strings, kept in memory: their text and sixteen bytes for each.
  package var sharedTextBytes = 128 << 20
  /// Rows of a sheet that are kept after they were parsed once; a larger sheet is parsed for each time it is gone through.
  package var keptRowBytes = 64 << 20
  /// Empty cells for each filled one of a sheet, looked at after `emptyFreeCells`.
  package var emptyCellRatio = 100
  package var emptyFreeCells = 10_000_000
  /// The same for the members that records of JSON have not.
  package var emptyFreeFields = 1_000_000

  package init() {}

  package static let standard = Limits()
}
