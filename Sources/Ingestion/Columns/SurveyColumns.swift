import Vocabulary

/// The columns of a sheet of answers: when and by whom, then one column a question. What tells who somebody is (name,
/// telephone, address, the network's number of a computer) is not kept.
struct SurveyColumns: Sendable {
  private struct Question: Sendable {
    let index: Int
    var text: String
    let isRecommendation: Bool
  }

  let header: Header
  private let id: Int?
  private let day: Int?
  private let email: Int?
  private var questions: [Question]
  private var dates: DateColumns
  private var counts: [String: Int] = [:]
  private var addresses: AddressTally

  /// `ids` and `days`: headers of the response's id and of the day it was given, the usual one first. `without`: whether a
  /// tool's own column of this key is no question.
  init(_ header: Header, ids: [String], days: [String], without: (String) -> Bool = { _ in false }) {
    self.header = header
    id = header.column(ids)
    let day = header.column(days)
    self.day = day
    let email = header.keys.firstIndex { SurveyColumns.isEmail($0) }
    self.email = email
    dates = DateColumns(header, [day])
    addresses = AddressTally(header, [email])
    let known = Set([id, day, email].compactMap { $0 })
    questions = header.keys.indices.compactMap { index in
      let key = header.keys[index]
      guard !known.contains(index), !key.isEmpty, !ids.contains(key), !days.contains(key),
        !SurveyColumns.isLeftOut(key), !without(key)
      else { return nil }
      return Question(
        index: index, text: header.names[index], isRecommendation: SurveyColumns.isRecommendation(key))
    }
  }

  var hasID: Bool { id != nil }
  var hasDay: Bool { day != nil }
  var hasQuestions: Bool { !questions.isEmpty }
  var asksForRecommendation: Bool { questions.contains { $0.isRecommendation } }
  /// Whether the question is one that a single person answers: "NPS" alone may head a table of a day's averages.
  var asksOnePerson: Bool {
    questions.contains { $0.isRecommendation && !SurveyColumns.isAverage(Header.key($0.text).key) }
  }

  /// A second row of the header: the choices of a question with several columns, of which only the first is named in the
  /// first row.
  mutating func addChoices(_ record: RawRecord) {
    var column = 0
    var named: String?
    var all: [Question] = []
    while column < header.count {
      let choice = record.text(column)
      if let question = questions.first(where: { $0.index == column }) {
        named = question.text
        let isPlain = ["", "response", "open-ended response"].contains(Header.key(choice).key)
        all.append(
          Question(
            index: column, text: isPlain ? question.text : "\(question.text) / \(choice)",
            isRecommendation: question.isRecommendation))
      } else if header.keys[column].isEmpty, let named, !choice.isEmpty {
        all.append(Question(index: column, text: "\(named) / \(choice)", isRecommendation: false))
      } else {
        named = nil
      }
      column += 1
    }
    questions = all
  }

  /// Whether the row lacks the id that each response has.
  func lacksID(_ record: RawRecord) -> Bool { record.text(id).isEmpty }

  mutating func survey(_ record: RawRecord) {
    dates.survey(record)
    addresses.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try dates.settle(options, file: file)
    var findings = Findings()
    findings.columns = header.names.map { ColumnMeaning(header: $0, meaning: nil) }
    for (index, meaning) in [(id, "responseID"), (day, "day"), (email, "email")] {
      if let index { findings.columns[index].meaning = meaning }
    }
    for question in questions {
      let name = header.names[question.index]
      findings.columns[question.index] = ColumnMeaning(header: name.isEmpty ? question.text : name, meaning: "question")
    }
    findings.timeZone = options.timeZone
    findings.window = dates.window(day)
    findings.metrics = [.answers, .responses]
    findings.notes += addresses.notes("answers")
    return findings
  }

  /// The answers of one response; none where no question was answered. Without an id the minute, the score and the
  /// address stand in for it, with a running number where several such came: by the number alone a sheet that was
  /// filtered or sorted would give one person's answer to another. Another export may have no addresses: minute and score are
  /// then all that tells.
  mutating func answers(
    _ record: RawRecord, platform: String, survey: String
  ) throws(RowProblem) -> [SurveyAnswer] {
    let date = try dates.date(day, record)
    let stated = try IdentifierCell.text(record, id, name: id.map { header.names[$0] } ?? "")
    let moment = date?.minuteText ?? record.text(day)
    guard !stated.isEmpty || !moment.isEmpty else {
      throw RowProblem(
        column: day.map { header.names[$0] } ?? "", found: "an empty cell",
        expected: "an id or the moment of the answer")
    }
    let address = EmailAddress(record.text(email))
    var answers: [SurveyAnswer] = []
    var scores: [String] = []
    for question in questions {
      let cell = record[question.index]
      guard !BlankText.isMissing(cell) else { continue }
      var answer = SurveyAnswer(
        origin: RecordOrigin(record), platform: platform, survey: survey, responseID: stated,
        question: question.text)
      answer.day = date?.day
      answer.email = address
      let text = record.text(question.index)
      answer.scoreMicros = NumberFormat.plain.micros(cell)
      if question.isRecommendation {
        if let score = answer.scoreMicros, !(0...10 * Micros.perUnit).contains(score) {
          throw RowProblem(
            column: question.text, found: "a score of \(text)", expected: "a score from 0 to 10, or another question")
        }
        answer.scoreMicros = answer.scoreMicros ?? SurveyColumns.grade(text)
        if let score = answer.scoreMicros { scores.append("\(score / Micros.perUnit)") }
      }
      if NumberFormat.plain.micros(cell) == nil { answer.answer = text }
      answers.append(answer)
    }
    guard stated.isEmpty, !answers.isEmpty else { return answers }
    // A score that somebody has put right is still that day's answer.
    let hasClock = date?.secondOfDay != nil
    let shared = ([moment] + (hasClock ? scores : [])).joined(separator: " / ")
    let response = numbered(address.map { "\(shared) / \($0.normalized)" } ?? shared)
    // Programs write a mere day as its midnight, which as many answers share.
    let mayBeShared = date?.secondOfDay.map { $0 >= 60 } == true
    for place in answers.indices {
      answers[place].responseID = response
      if mayBeShared { answers[place].sharedID = shared }
    }
    return answers
  }

  private mutating func numbered(_ name: String) -> String {
    let count = counts[name, default: 0] + 1
    counts[name] = count
    return count == 1 ? name : "\(name) #\(count)"
  }

  /// `10 - Extremely likely` and `Extremely likely - 10` are 10; nil beyond 0 to 10.
  private static func grade(_ text: String) -> Int64? {
    let figures = text.prefix { $0.isASCII && $0.isNumber }
    if let next = text.dropFirst(figures.count).first, next.isWhitespace || next == "-" || next == "–" || next == ":" {
      return points(figures)
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    // Other figures before the dash make a range of it.
    guard let last = words.last, let dash = words.dropLast().last, dash == "-" || dash == "–",
      !words.dropLast().contains(where: { $0.contains(where: \.isNumber) })
    else { return nil }
    return points(last)
  }

  private static func points(_ figures: Substring) -> Int64? {
    guard figures.count <= 2, figures.allSatisfy({ $0.isASCII && $0.isNumber }), let points = Int64(figures),
      points <= 10
    else { return nil }
    return points * Micros.perUnit
  }

  private static func isRecommendation(_ key: String) -> Bool {
    if averages.contains(key) || ["nps (0-10)", "nps (0–10)"].contains(key) { return true }
    return recommendations.contains { words in words.allSatisfy { key.contains($0) } }
  }

  private static let averages: Set<String> = ["nps", "nps score", "net promoter score", "nps-score"]

  private static func isAverage(_ key: String) -> Bool { averages.contains(key) || key.contains("net promoter") }

  private static let recommendations: [[String]] = [
    ["how likely", "recommend"], ["net promoter"], ["wie wahrscheinlich", "empfehl"],
    ["wie wahrscheinlich", "empfiehl"], ["probab", "recomend"], ["recommand", "probab"],
    ["recommand", "échelle de 0"], ["probab", "consigli"], ["hoe waarschijnlijk", "aanbeve"],
  ]

  private static func isEmail(_ key: String) -> Bool {
    ContactWords.email.contains(key)
      || emailQuestions.contains { key.contains($0) }
  }

  private static let emailQuestions = [
    "email address", "e-mail address", "your email", "your e-mail", "e-mail-adresse", "adresse e-mail",
    "correo electrónico", "recipient email",
  ]

  private static func isLeftOut(_ key: String) -> Bool {
    leftOut.contains(key) || ContactWords.phone.contains(key) || ContactWords.otherPhone.contains(key)
      || personal.contains { key.contains($0) }
  }

  private static let personal = [
    "your name", "first name", "last name", "full name", "phone number", "your phone", "your address", "postal address",
    "vorname", "nachname", "ihr name", "dein name", "prénom", "votre nom", "apellido", "su nombre", "sobrenome",
    "ip address", "ip-adresse",
  ]

  /// Of the person, and of the way in which the answer came.
  private static let leftOut: Set<String> = [
    "name", "nombre", "nom", "nome", "naam", "surname", "address", "adresse", "collector id", "start date",
    "start date (utc)", "stage date", "stage date (utc)", "submit date", "submit date (utc)", "end date",
    "date created", "date modified",
    "network id", "response type", "tags", "ending", "custom data 1", "custom data", "user agent", "browser", "os",
    "ip", "referer", "#", "token", "respondent id", "response id", "timestamp", "score url", "duration (seconds)",
    "started at", "completed at", "submitted at", "status", "survey language", "language", "kundennummer", "kunden-nr.",
    "customer number", "customer id",
  ]
}
