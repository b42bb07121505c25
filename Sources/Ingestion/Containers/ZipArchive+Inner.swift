extension ZipArchive {
  /// Whether an entry is an Office document; one that cannot be opened is what its name says, so that its damage is told.
  func holdsWorkbook(_ entry: Entry) throws(IngestionError) -> Bool {
    let stream = try stream(entry.index)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)
    defer { buffer.deallocate() }
    guard try stream.read(into: buffer) >= 4, buffer.starts(with: [0x50, 0x4B, 3, 4]) else { return false }
    do {
      return Workbook.isOffice(try inner(entry.index))
    } catch {
      return [".xlsx", ".xlsm"].contains { entry.name.lowercased().hasSuffix($0) }
    }
  }

  /// The archive that an entry is. What it may unpack to is measured by the bytes of the outer archive, so that two
  /// ratios do not multiply.
  func inner(_ index: UInt64) throws(IngestionError) -> ZipArchive {
    let stream = try stream(index)
    return try ZipArchive.unpacked(stream, name: name, limits: limits) { stream.packedBytes }
  }

  /// The archive that `source` unpacks to, in memory. `packedBytes` is asked when all of it has been read.
  static func unpacked(
    _ source: any ByteSource, name: String, limits: Limits, packedBytes: () -> Int
  ) throws(IngestionError) -> ZipArchive {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
    defer { buffer.deallocate() }
    while case let count = try source.read(into: buffer), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limits.packedWorkbookBytes else {
        throw .beyondLimit(
          file: name, found: "an archive inside an archive of more than \(limits.packedWorkbookBytes >> 20) MB",
          limit: "\(limits.packedWorkbookBytes >> 20) MB")
      }
    }
    var inner = limits
    inner.archiveRatio = max(1, limits.archiveRatio * packedBytes() / max(1, bytes.count))
    return try ZipArchive(bytes: bytes, name: name, limits: inner)
  }
}
