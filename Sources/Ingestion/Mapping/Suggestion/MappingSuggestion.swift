import Vocabulary

/// A first guess at a mapping for a table that nobody knows, and what has to be asked before it can be trusted. It
/// holds names of columns and never what stands in them.
package struct MappingSuggestion: Sendable {
  /// What is sure; nil where not even the kind is.
  package private(set) var mapping: TableMapping?
  /// The likeliest first; more than one where the choice is open.
  package let kinds: [RecordKind]
  /// Whether it counts what own profiles and posts have come to: no kind of record that a mapping reads.
  package private(set) var isOfProfiles = false
  /// What is not sure, with the question; in the order of the columns, the table's own questions last.
  package private(set) var questions: [Question] = []
  package let profile: TableProfile

  package struct Question: Hashable, Sendable {
    /// The line of a mapping file that would answer it, as `key: value` below a group of settings or at the top.
    package let group: Group
    package let key: String
    package let value: String
    package let text: String
    /// What the figures of the column `value` are counted in, where its header or its cells say so.
    package var unit: FieldUnit?

    package enum Group: Hashable, Sendable { case top, constants, columns }
  }

  /// Whether the likeliest kind cannot be read without a day, and no column holds days or is called like one.
  package var lacksDays: Bool {
    guard let kind = kinds.first, !profile.columns.contains(where: { $0.content == .day }) else { return false }
    let needed = kind.needs.filter { group in group.allSatisfy { kind.field($0)?.type == .day } }.flatMap { $0 }
    let called = questions.filter { $0.group == .columns && !$0.value.isEmpty }.map(\.key)
    return !needed.isEmpty && !needed.contains { called.contains($0.rawValue) }
  }

  /// Looks at the whole file, then tries the guess on it: what is refused there becomes a question.
  package init(_ export: Export, name: String) throws(IngestionError) {
    let profile = try TableProfile(export)
    self.profile = profile
    guard !profile.lacksHeader, profile.columns.count > 1, profile.rows > 0 else {
      kinds = []
      return
    }
    let traits = TableTrait.of(profile.columns)
    guard !traits.contains(.isOfProfiles) else {
      kinds = []
      isOfProfiles = true
      return
    }
    let names = profile.columns.map { ColumnName($0.header) }
    let guesses = RecordKind.allCases.map { KindGuess($0, profile.columns, names: names, traits: traits) }
      .filter { $0.score > 0 && !$0.isRuledOut }.sorted { $0.outranks($1) }
    let sound = guesses.filter(\.isSound)
    guard let guess = sound.first ?? (profile.isPivoted ? nil : guesses.first) else {
      kinds = []
      return
    }
    let rivals = sound.dropFirst().filter {
      guess.score < $0.score * 1.2 || (guess.isDoubtful && !$0.isDoubtful)
    }
    kinds = ([guess] + rivals).map(\.kind)
    var draft = TableMapping(name: name, kind: guess.kind)
    draft.fields = guess.fields
    draft.totalsLabel = profile.totalsLabel
    questions = guess.questions
    let isInCents = addCurrency(guess, to: &draft) && guess.countsInCents
    addConstants(guess.kind, draft)
    let isTried = guess.isSound ? try attempt(&draft, export) : false
    let mixesStates = addStates(draft)
    if isTried, guess.isSure, rivals.isEmpty, draft.missing.isEmpty, !isInCents, !mixesStates {
      mapping = draft
    } else {
      ask(guess, draft)
    }
  }

  /// Fields that the sure part leaves out, where it is not sure enough to stand: all of it becomes questions.
  private mutating func ask(_ guess: KindGuess, _ draft: TableMapping) {
    var headers: Set<String> = []
    let known = profile.columns.filter { headers.insert($0.header).inserted }.compactMap { column -> Question? in
      guard let (field, found) = draft.fields.first(where: { $0.value.headers == [column.header] }) else { return nil }
      return Question(
        group: .columns, key: field.rawValue, value: column.header, text: "is this right?", unit: found.unit)
    }
    // Some are asked about already: a column is called so, or was taken out.
    let asked = Set(questions.filter { $0.group == .columns }.map(\.key))
    let missing = draft.missing.filter { group in !group.contains { asked.contains($0.rawValue) } }.map { group in
      Question(
        group: .columns, key: group[0].rawValue, value: "",
        text: "which column is this? \(guess.kind.title) cannot be read without it")
    }
    let totals = draft.totalsLabel.map { label in
      [Question(group: .top, key: "totalsLabel", value: label, text: "rows that begin so are sums")]
    }
    questions = (totals ?? []) + known + missing + questions
  }

  /// Whether all amounts had to be asked about, since none has a fraction.
  private mutating func addCurrency(_ guess: KindGuess, to draft: inout TableMapping) -> Bool {
    var asked = 0
    let money = guess.kind.fields.filter { $0.type == .money && draft.fields[$0.field] != nil }.map(\.field)
    for field in money where draft.fields[field]?.unit == nil {
      guard let header = draft.fields[field]?.headers.first,
        profile.columns.contains(where: {
          $0.header == header && $0.content == .whole && $0.filled >= (guess.countsInCents ? 1 : 5)
        })
      else { continue }
      asked += 1
      questions.append(
        Question(
          group: .columns, key: field.rawValue, value: header,
          text: "its amounts are all whole; if they are cents or micros write {column: …, unit: cents} or unit: micros")
      )
    }
    let isWhole = !money.isEmpty && asked == money.count
    guard !money.isEmpty, draft.fields[.currency] == nil, guess.kind.field(.currency) != nil else { return isWhole }
    let headers = money.compactMap { draft.fields[$0]?.headers.first }
    if let currency = guess.currencies.sorted().first, guess.currencies.count == 1 {
      draft.constants[.currency] = currency.code
    } else if !profile.columns.contains(where: { headers.contains($0.header) && $0.currency != nil }),
      !headers.contains(where: { Header.key($0).currency != nil })
    {
      if let header = columnOfCodes, !draft.fields.values.contains(where: { $0.headers == [header] }) {
        draft.fields[.currency] = FieldMapping([header])
        questions.removeAll { $0.group == .columns && $0.value == header }
      } else {
        questions.append(MappingSuggestion.currencyQuestion)
      }
    }
    return isWhole
  }

  /// The one column that holds codes of currencies.
  private var columnOfCodes: String? {
    let columns = profile.columns.filter { $0.content == .code && !$0.header.isEmpty }
    return columns.count == 1 ? columns[0].header : nil
  }

  private static let currencyQuestion = Question(
    group: .constants, key: "currency", value: "EUR", text: "which currency are the amounts in? put its code here")

  private mutating func addConstants(_ kind: RecordKind, _ draft: TableMapping) {
    if kind.field(.platform) != nil, draft.fields[.platform] == nil {
      questions.append(
        Question(
          group: .constants, key: "platform", value: "Name",
          text: "what is the tool or the place called? until you say, it is the name of this file"))
    }
    if kind == .adPerformance, draft.fields[.channel] == nil {
      questions.append(
        Question(
          group: .constants, key: "channel", value: "paidSocial",
          text: "which channel is it? one of \(Channel.allCases.map(\.rawValue).joined(separator: ", "))"))
    }
    if kind.fields.contains(where: { $0.type == .day && draft.fields[$0.field] != nil }) {
      questions.append(
        Question(group: .top, key: "timeZone", value: "Europe/London", text: "in which time zone do its days begin?"))
    }
  }

  /// Whether a column tells rows that happened from others, and no field of the draft does.
  private mutating func addStates(_ draft: TableMapping) -> Bool {
    var isMixed = false
    for (column, states) in zip(profile.columns, profile.states) {
      let words = states.mixed
      let field = draft.fields.first { $0.value.headers == [column.header] }?.key
      guard !words.isEmpty, !MappingSuggestion.ofStates.contains(where: { $0 == field }) else { continue }
      isMixed = true
      questions.removeAll { $0.group == .columns && $0.key == "?" && $0.value == column.header }
      questions.append(
        Question(
          group: .columns, key: "?", value: column.header,
          text: "its rows say \(words.joined(separator: ", ")), and all of them would be added up; keep only the rows "
            + "that happened, in the sheet, before you load it"))
    }
    return isMixed
  }

  /// The fields by which a kind leaves out what did not happen, or tells its rows apart.
  private static let ofStates: Set<TableField> = [
    .status, .outcome, .stage, .state, .lifecycleStage, .cancelled, .name,
  ]

  /// Reads the file by the draft; a column that it stumbles over is taken out and asked about. False where the file
  /// cannot be read by it at all.
  private mutating func attempt(_ draft: inout TableMapping, _ export: Export) throws(IngestionError) -> Bool {
    for _ in 0...draft.fields.count {
      let options = ReadOptions(limits: export.options.limits, mappings: [draft.leading])
      let trial = Export(
        displayName: export.displayName, digest: export.digest, byteCount: export.byteCount, place: export.place,
        options: options)
      do {
        let recognition = try trial.recognise()
        let summary = try trial.read(recognition) { _ in }
        // The notes below a table are rows of another width, and say nothing of its columns.
        let misfits = summary.problems.count { $0.column.isEmpty }
        let (refused, read) = (summary.rowsRejected - misfits, summary.rowsRead - misfits)
        guard refused > max(5, read / 100) || refused == read,
          let column = summary.problems.first(where: { !$0.column.isEmpty })?.column,
          let field = draft.fields.first(where: { $0.value.headers.contains(column) })?.key
        else { return summary.rowsRejected < summary.rowsRead }
        draft.fields[field] = nil
        questions.append(
          Question(
            group: .columns, key: field.rawValue, value: column,
            text: "too many of its cells do not read as \(field.rawValue); what is it?"))
      } catch let error as IngestionError {
        switch error {
        case .ambiguousDates:
          questions.append(
            Question(
              group: .top, key: "dateOrder", value: "dmy", text: "is 03/04 the 3rd of April (dmy) or March 4th (mdy)?"))
        case .shortYears:
          questions.append(
            Question(
              group: .top, key: "dateOrder", value: "dmy",
              text: "is 03/04/26 the 3rd of April (dmy), March 4th (mdy) or in the year 2003 (ymd)?"))
        case .ambiguousNumbers:
          questions.append(
            Question(
              group: .top, key: "locale", value: "de", text: "is 1.234 a thousand and more (de) or one and a bit (en)?")
          )
        case .contradictoryCurrency:
          draft.constants[.currency] = nil
          questions.append(MappingSuggestion.currencyQuestion)
          continue
        case .repeatedHeaders(_, let columns, _):
          takeOut(Set(columns.map(Header.whole)), of: &draft)
          return false
        case .sparseLabels(_, let column, _, _, _):
          ask(forNamesIn: column, of: draft)
        case .unrecognised, .nearMapping, .leftOut, .stackedTables: return false
        default: throw error
        }
        return true
      } catch {
        preconditionFailure("nothing else is thrown here: \(error)")
      }
    }
    return false
  }

  /// The mapping is right, and the table is not: without the column it would load the same rows as one.
  private mutating func ask(forNamesIn column: String, of draft: TableMapping) {
    let known = draft.fields.first { $0.value.headers.map(Header.whole) == [Header.whole(column)] }
    questions.append(
      Question(
        group: .columns, key: known?.key.rawValue ?? "?", value: column,
        text: "it is empty below rows that name one; \(SparseLabels.advice)"))
  }

  /// Fields whose columns stand in the table twice. `headers`: theirs, whole.
  private mutating func takeOut(_ headers: Set<String>, of draft: inout TableMapping) {
    for field in draft.fields.keys.sorted() {
      guard let header = draft.fields[field]?.headers.first, headers.contains(Header.whole(header)) else { continue }
      draft.fields[field] = nil
      questions.removeAll { $0.group == .columns && $0.value == header }
      questions.append(
        Question(
          group: .columns, key: field.rawValue, value: header,
          text: "it stands twice, with other cells; give the two different names, or take one out"))
    }
  }
}

extension TableMapping {
  /// The same, asked first.
  fileprivate var leading: TableMapping {
    var copy = self
    copy.goesFirst = true
    return copy
  }
}
