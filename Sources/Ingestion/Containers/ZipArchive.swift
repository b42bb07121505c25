import CLibZip
import Glibc

/// A zip archive whose directory has been looked through: entries are streamed, their names never become paths.
final class ZipArchive {
  struct Entry {
    let index: UInt64
    let name: String
    let packedBytes: Int
    let statedBytes: Int
  }

  private(set) var entries: [Entry] = []
  private let archive: OpaquePointer
  let name: String
  let limits: Limits
  /// An archive that is in memory, for as long as libzip reads from there.
  private let memory: UnsafeMutableBufferPointer<UInt8>?

  /// Refuses an archive with names that lead out of it, entries that overlap, or too many of them; libzip's own check
  /// of consistency refuses one name twice.
  convenience init(path: String, name: String, byteCount: Int, limits: Limits) throws(IngestionError) {
    let file = try PlainFile(path: path, name: name)
    let hasZero = try ZipNames.holdZero(byteCount: file.byteCount) { place, count throws(IngestionError) in
      try file.bytes(at: place, count: count)
    }
    var failure: Int32 = 0
    let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &failure)
    try self.init(archive, memory: nil, hasZero: hasZero, name: name, byteCount: byteCount, limits: limits)
  }

  /// An archive inside an archive, unpacked already.
  convenience init(bytes: [UInt8], name: String, limits: Limits) throws(IngestionError) {
    let hasZero = try ZipNames.holdZero(byteCount: bytes.count) { place, count throws(IngestionError) in
      place < bytes.count ? Array(bytes[place..<min(bytes.count, place + count)]) : []
    }
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = memory.initialize(from: bytes)
    let source = zip_source_buffer_create(memory.baseAddress, UInt64(memory.count), 0, nil)
    let archive = source.flatMap { zip_open_from_source($0, ZIP_RDONLY | ZIP_CHECKCONS, nil) }
    if archive == nil { zip_source_free(source) }
    try self.init(archive, memory: memory, hasZero: hasZero, name: name, byteCount: bytes.count, limits: limits)
  }

  private init(
    _ archive: OpaquePointer?, memory: UnsafeMutableBufferPointer<UInt8>?, hasZero: Bool, name: String,
    byteCount: Int, limits: Limits
  ) throws(IngestionError) {
    self.name = name
    self.limits = limits
    guard let archive else {
      memory?.deallocate()
      throw .damagedArchive(file: name, found: "a zip archive that is cut or damaged")
    }
    self.archive = archive
    self.memory = memory
    guard !hasZero else { throw unshowable }
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.archiveEntries else {
      throw .beyondLimit(file: name, found: "an archive of \(count) entries", limit: "\(limits.archiveEntries)")
    }
    var packed = 0
    for index in 0..<UInt64(max(0, count)) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &status) == 0, let raw = status.name else {
        throw .damagedArchive(file: name, found: "a zip archive with a damaged directory")
      }
      let entryName = String(cString: raw)
      try check(entryName)
      packed += Int(clamping: status.comp_size)
      guard packed <= byteCount else { throw .unsafeArchive(file: name, found: "an archive whose entries overlap") }
      guard status.encryption_method == 0 else {
        throw .unsafeArchive(file: name, found: "an archive with a password")
      }
      if !ZipArchive.isHousekeeping(entryName) {
        entries.append(Entry(index: index, name: entryName, status))
      }
    }
  }

  deinit {
    zip_discard(archive)
    memory?.deallocate()
  }

  func stream(_ index: UInt64) throws(IngestionError) -> ZipEntryStream {
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw .damagedArchive(file: name, found: "an archive entry that cannot be opened")
    }
    var status = zip_stat_t()
    zip_stat_index(archive, index, 0, &status)
    return ZipEntryStream(
      archive: self, file: file, name: name, packedBytes: Int(clamping: status.comp_size),
      statedBytes: Int(clamping: status.size), limits: limits)
  }

  /// The entry of that name, capitals and slashes either way; nil where the archive has none.
  func entry(named name: String) -> Entry? {
    let names = [name, String(name.map { $0 == "/" ? "\\" : $0 })]
    let index = names.lazy.map { zip_name_locate(self.archive, $0, zip_flags_t(ZIP_FL_NOCASE)) }.first { $0 >= 0 } ?? -1
    var status = zip_stat_t()
    guard index >= 0, zip_stat_index(archive, UInt64(index), 0, &status) == 0 else { return nil }
    return Entry(index: UInt64(index), name: name, status)
  }

  /// Refuses entries that state to unpack beyond the limits, before any of them is unpacked.
  func checkRatio(_ entries: [Entry]) throws(IngestionError) {
    let packed = entries.reduce(0) { $0 + $1.packedBytes }
    let stated = entries.reduce(0) { $0.addingReportingOverflow($1.statedBytes).partialValue }
    guard (0...limits.archiveFreeBytes).contains(stated) || (stated > 0 && stated / limits.archiveRatio <= packed)
    else {
      throw .beyondLimit(
        file: name, found: "archive entries that unpack to more than \(limits.archiveRatio) times their size",
        limit: "\(limits.archiveRatio) times")
    }
  }

  private func check(_ entry: String) throws(IngestionError) {
    // Some tools write names with backslashes, and those must not lead out either.
    let parts = entry.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    let leadsOut = parts.first == "" || parts.contains("..") || entry.dropFirst().first == ":"
    let isUnprintable = entry.isEmpty || entry.unicodeScalars.contains { $0.value < 0x20 }
    guard !leadsOut, !isUnprintable else { throw unshowable }
  }

  private var unshowable: IngestionError {
    .unsafeArchive(file: name, found: "an archive with a name that leads out of it or cannot be shown")
  }

  /// Folders, and what file managers add of their own.
  private static func isHousekeeping(_ entry: String) -> Bool {
    let leaf = entry.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return entry.hasSuffix("/") || entry.hasPrefix("__MACOSX/") || leaf.hasPrefix(".") || leaf == "Thumbs.db"
      || leaf == "desktop.ini"
  }
}

extension ZipArchive.Entry {
  fileprivate init(index: UInt64, name: String, _ status: zip_stat_t) {
    self.init(
      index: index, name: name, packedBytes: Int(clamping: status.comp_size), statedBytes: Int(clamping: status.size))
  }
}

/// The unpacked bytes of one entry; libzip verifies the checksum when the last byte has been read.
final class ZipEntryStream: ByteSource {
  private let archive: ZipArchive
  private let file: OpaquePointer
  private let name: String
  let packedBytes: Int
  private let statedBytes: Int
  private let limits: Limits
  private var produced = 0

  init(archive: ZipArchive, file: OpaquePointer, name: String, packedBytes: Int, statedBytes: Int, limits: Limits) {
    self.archive = archive
    self.file = file
    self.name = name
    self.packedBytes = packedBytes
    self.statedBytes = statedBytes
    self.limits = limits
  }

  deinit { zip_fclose(file) }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(IngestionError) -> Int {
    let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
    guard count >= 0 else {
      throw .damagedArchive(file: name, found: "an archive entry that does not fit its checksum")
    }
    produced += count
    guard produced <= statedBytes, count > 0 || produced == statedBytes else {
      throw .damagedArchive(file: name, found: "an archive entry of another size than the directory states")
    }
    guard produced <= limits.archiveFreeBytes || produced / limits.archiveRatio <= packedBytes else {
      throw .beyondLimit(
        file: name, found: "an archive entry that unpacks to more than \(limits.archiveRatio) times its size",
        limit: "\(limits.archiveRatio) times")
    }
    return count
  }
}
