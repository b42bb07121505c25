import Foundation

/// Makes the markup of one page fit to stand beside the other pages in one document: its ids carry the name of the
/// page, links to other pages become links within the document, and links to files carry the file or name it.
struct ChapterMarkup {
  /// Of the whole chapter, `channels`.
  let anchor: String
  /// The chapters' anchors by the path of their page.
  let chapters: [String: String]
  let files: [String: ReportFile]

  /// A larger file stays beside the report and is named. In all, 28 files of a business with 5,000 customers are 40 KB.
  static let mostFileBytes = 51_200

  /// The summary keeps its ids, by which the style sheet fits it on one printed page.
  static let summaryAnchor = "index"

  /// What the ids of a chapter begin with.
  static func prefix(of anchor: String) -> String { anchor == summaryAnchor ? "" : anchor + "-" }

  private static let idLists: Set = [
    "id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns",
  ]
  private static let paints: Set = [
    "fill", "stroke", "clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end",
  ]

  /// O(length). Text between tags is copied as it stands.
  func rewritten(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count, Self.isLetter(bytes[index + 1]) else {
        output.append(bytes[index])
        index += 1
        continue
      }
      let tag = MarkupTag(bytes, at: index)
      index = tag.end
      if let path = leftOut(tag) {
        let note = phrase("Not in this file: {path} of the full report", ["path": path])
        output += Array("<span class=\"small\">\(note)</span>".utf8)
        index = Self.after("</a>", in: bytes, from: index)
      } else {
        output += tag.written { attribute, value in
          guard let value else { return attribute == "download" ? fileName(of: tag) : nil }
          return self.value(of: attribute, value)
        }
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func value(of attribute: String, _ value: String) -> String {
    let prefix = Self.prefix(of: anchor)
    if Self.idLists.contains(attribute) {
      return value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
    }
    if Self.paints.contains(attribute) { return value.replacing("url(#", with: "url(#\(prefix)") }
    guard attribute == "href" || attribute == "xlink:href" else { return value }
    if value.hasPrefix("#") { return "#\(prefix)\(value.dropFirst())" }
    let parts = value.split(separator: "#", maxSplits: 1)
    if let path = parts.first, let chapter = chapters[String(path)] {
      return parts.count > 1 ? "#\(Self.prefix(of: chapter))\(parts[1])" : "#\(chapter)"
    }
    return files[value].map { Self.dataAddress($0) } ?? value
  }

  /// What a carried file is saved as: without a path, browsers name it "download".
  private func fileName(of tag: MarkupTag) -> String? {
    guard let path = tag.value(of: "href"), files[path] != nil else { return nil }
    return path.split(separator: "/").last.map(String.init)
  }

  /// The path of a file that is linked to and too large to be carried.
  private func leftOut(_ tag: MarkupTag) -> String? {
    guard tag.name == "a", let path = tag.value(of: "href"), let file = files[path] else { return nil }
    return file.bytes.count > Self.mostFileBytes ? path : nil
  }

  private static func dataAddress(_ file: ReportFile) -> String {
    "data:text/csv;charset=utf-8;base64,\(Data(file.bytes).base64EncodedString())"
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private static func after(_ text: String, in bytes: [UInt8], from start: Int) -> Int {
    let wanted = Array(text.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index..<index + wanted.count].elementsEqual(wanted) { return index + wanted.count }
      index += 1
    }
    return bytes.count
  }
}
