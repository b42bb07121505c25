/// Where a JSON file keeps its records.
enum JSONShape: Hashable, Sendable, CustomStringConvertible {
  /// One object a line (NDJSON).
  case lines
  /// The elements of the outermost array.
  case array
  /// The elements of the array that the outermost object holds, by the names that lead there.
  case member([String])
  /// The members of the outermost object, each named by a period: arrays of records, or records.
  case periods
  /// The file is one record.
  case single

  var description: String {
    switch self {
    case .lines: "JSON, one object a line"
    case .array: "JSON, an array of records"
    case .member(let path): "JSON, the records in \"\(JSONShape.shown(path))\""
    case .periods: "JSON, records by period"
    case .single: "JSON, one record"
    }
  }

  /// Names are input too: no control character of theirs reaches a terminal.
  static func shown(_ path: [String]) -> String {
    String(path.joined(separator: ".").prefix(100).map { $0.isASCII && $0 < " " || $0 == "\u{7F}" ? "?" : $0 })
  }

  /// Looks only as far as it must: to the second line of one object a line, through the whole of one object.
  ///
  /// An object holds its records in the array with the most values in it, where that is at least half of all values in
  /// the file and its elements are objects or arrays, and no list of keys and values. `isLinewise`: the file's name says
  /// that each line is an object. `leftOut`: paths of further lists whose records have mostly the same names.
  static func of(
    _ lexer: JSONLexer, isLinewise: Bool, limits: Limits
  ) throws(IngestionError) -> (shape: JSONShape, leftOut: [[String]]) {
    guard let byte = try lexer.isDone() ? nil : lexer.peek() else { return (.single, []) }
    if byte == UInt8(ascii: "[") { return (.array, []) }
    guard byte == UInt8(ascii: "{") else { return (.single, []) }
    let first = lexer.line
    var survey = Survey(limits)
    do {
      try survey.run(lexer)
    } catch {
      guard case .malformedJSON = error, lexer.line == first else { throw error }
      try lexer.skipLine()
      // The first of several lines may be the damaged one.
      guard try !lexer.isDone(), try lexer.peek() == UInt8(ascii: "{") else { throw error }
      return (.lines, [])
    }
    let last = lexer.line
    if try lexer.isDone() {
      if isLinewise, first == last { return (.lines, []) }
      let shape = try survey.shape()
      return (shape, survey.alikeLists(besides: shape))
    }
    guard first == last, lexer.line > last, try lexer.peek() == UInt8(ascii: "{") else { throw lexer.fault(.further) }
    return (.lines, [])
  }

  private struct Survey {
    /// As many lists are remembered, and of each the names in as many of its records.
    private static let remembered = 100

    private var best: (path: [String], values: Int)?
    private var lists: [(path: [String], records: Int, names: Set<[UInt8]>)] = []
    private var values = 0
    private var members = 0
    private var periods = 0
    private var repeated: IngestionError?
    private let limits: Limits

    init(_ limits: Limits) { self.limits = limits }

    /// A name that occurs twice is the record's own matter where the object is one, and refused around records.
    func shape() throws(IngestionError) -> JSONShape {
      var shape = JSONShape.single
      if members > 0, periods == members {
        shape = .periods
      } else if let best, best.values * 2 >= values {
        shape = .member(best.path)
      }
      if shape != .single, let repeated { throw repeated }
      return shape
    }

    /// Those of two records and more that the shape leaves out: errors, totals and descriptions of columns are none.
    func alikeLists(besides shape: JSONShape) -> [[String]] {
      guard case .member(let path) = shape, let read = lists.first(where: { $0.path == path }) else { return [] }
      return lists.filter { list in
        list.path != path && list.records > 1 && list.names.count > 1
          && list.names.intersection(read.names).count * 2 > list.names.count
      }.map { $0.path }
    }

    /// An object's members, seen from the array around it.
    private struct Element {
      var members = 0
      var named = 0
      var isParameter: Bool { members == 2 && named == 2 }
    }

    mutating func run(_ lexer: JSONLexer) throws(IngestionError) {
      /// The names of the objects that are open outside of any array, the innermost last.
      var names: [Set<[UInt8]>] = []
      var path: [String] = []
      /// Of the outermost array that is open.
      var depth = 0
      var start = 0
      var elements = 0
      var parameters = 0
      var element = Element()
      var memberNames: Set<[UInt8]> = []
      repeat {
        let token = try lexer.next()
        if depth > 0 {
          switch token {
          case .objectStart, .arrayStart:
            if depth == 1 {
              elements += 1
              element = Element()
            }
            depth += 1
          case .objectEnd, .arrayEnd:
            depth -= 1
            if depth == 1, token == .objectEnd, element.isParameter { parameters += 1 }
            if depth == 0 {
              if elements > parameters, values - start > best?.values ?? 0 { best = (path, values - start) }
              if elements > parameters, lists.count < Survey.remembered { lists.append((path, elements, memberNames)) }
              path.removeLast()
            }
          case .name:
            guard depth == 2 else { continue }
            element.members += 1
            if elements <= Survey.remembered { memberNames.insert(lexer.text) }
            if lexer.text == Array("key".utf8) || lexer.text == Array("value".utf8) { element.named += 1 }
          default: values += 1
          }
          continue
        }
        switch token {
        case .objectStart:
          names.append([])
        case .objectEnd:
          names.removeLast()
          if !names.isEmpty { path.removeLast() }
        case .name:
          if !names[names.count - 1].insert(lexer.text).inserted, repeated == nil {
            repeated = lexer.fault(.repeatedName)
          }
          guard names[names.count - 1].count <= limits.columns else { throw lexer.tooManyNames }
          path.append(String(decoding: lexer.text, as: UTF8.self))
          if names.count == 1 { members += 1 }
        case .arrayStart:
          (depth, start, elements, parameters) = (1, values, 0, 0)
          memberNames = []
        default:
          values += 1
          path.removeLast()
        }
        if names.count == 1, token == .arrayStart, JSONShape.isPeriod(path[0]) { periods += 1 }
        if names.count == 2, token == .objectStart, JSONShape.isPeriod(path[0]) { periods += 1 }
      } while !names.isEmpty
    }
  }

  /// `2026`, `2026-10`, `2026-10-01`, `2026-10-01,2026-10-31`.
  private static func isPeriod(_ name: String) -> Bool {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        let groups = part.split(separator: "-", omittingEmptySubsequences: false)
        return groups.allSatisfy { $0.utf8.allSatisfy { $0 &- 0x30 <= 9 } }
          && [[4], [4, 2], [4, 2, 2]].contains(groups.map(\.utf8.count))
          && (part.hasPrefix("19") || part.hasPrefix("20"))
      }
  }
}
