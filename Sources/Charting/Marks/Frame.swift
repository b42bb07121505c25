/// The outermost drawing of a chart, with its name and description for those who do not see it.
enum Frame {
  /// A fluid drawing: as wide as its box, `height` pixels high; x in per cent, text never scaled. Its box has gutters
  /// for labels, so that 0% and 100% are the ends of the plot.
  static func fluid(
    _ head: FigureHead, description: String, height: Double, left: Double = 0, right: Double = 0,
    part: String = "", classes: String = "", _ marks: [Element], below: [Element] = []
  ) -> String {
    let svg = named(head, part).set("width", "100%").at(["height": .pixels(height)]).set("overflow", "visible")
      .adding(words(head, description, part)).adding(marks)
    let gutters = [gutter("gl", left), gutter("gr", right)].compactMap { $0 }
    return Element("div", class: (["plot"] + gutters + (classes.isEmpty ? [] : [classes])).joined(separator: " "))
      .adding(svg).adding(below).markup
  }

  /// A drawing of fixed shape that is scaled as a whole; the style sheet enlarges its text when it shrinks.
  static func scaled(
    _ head: FigureHead, description: String, width: Double, height: Double, part: String = "", _ marks: [Element]
  ) -> String {
    let svg = named(head, part, class: "fx")
      .set("viewBox", "0 0 \(Length.number(width)) \(Length.number(height))")
      .adding(words(head, description, part)).adding(marks)
    return Element("div", class: "plot square").adding(svg).markup
  }

  /// The sentence that stands where there is nothing to draw.
  static func empty(_ heading: String, _ sentence: String) -> String {
    Element("div", class: "empty").adding(
      Element("p", class: "empty-word").text(heading), Element("p").text(sentence)
    ).markup
  }

  private static func named(_ head: FigureHead, _ part: String, class classes: String = "f") -> Element {
    let id = head.slug + part
    return Element("svg", class: classes).set("role", "img").set("aria-labelledby", "\(id)-t \(id)-d")
  }

  private static func words(_ head: FigureHead, _ description: String, _ part: String) -> [Element] {
    let id = head.slug + part
    return [
      Element("title").set("id", id + "-t").text(head.name),
      Element("desc").set("id", id + "-d").text(head.description ?? description),
    ]
  }

  /// What is left on a phone of the gutter of a column beside the plot.
  static let aside = 16.0

  /// Width in pixels of the plot between two gutters on the narrowest screen, 320 px with a scroll bar: the box of a
  /// drawing is 242 px there.
  static func narrowest(left: Double, right: Double = 0) -> Double {
    max(240 - Double(steps(left) + steps(right)) * 12, 30)
  }

  private static func steps(_ width: Double) -> Int { Int((min(max(width, 0), 152) / 12).rounded(.up)) }

  /// The class of the narrowest gutter that holds `width` pixels; the style sheet knows steps of 12 px.
  private static func gutter(_ side: String, _ width: Double) -> String? {
    guard width > 0 else { return nil }
    return "\(side)-\(steps(width) * 12)"
  }
}
