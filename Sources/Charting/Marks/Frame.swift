/// The outermost drawing of a chart, with its name and description for those who do not see it.
enum Frame {
  /// A fluid drawing: as wide as its box, `height` pixels high; x in per cent, text never scaled. Its box has gutters
  /// for labels, so that 0% and 100% are the ends of the plot.
  static func fluid(
    _ head: FigureHead, description: String, height: Double, left: Double = 0, right: Double = 0,
    part: String = "", classes: String = "", _ marks: [Element], below: [Element] = []
  ) -> String {
    let svg = named("svg", head, description, part: part)
      .set("width", "100%").at(["height": .pixels(height)]).set("overflow", "visible").adding(marks)
    let gutters = [gutter("gl", left), gutter("gr", right)].compactMap { $0 }
    return Element("div", class: (["plot"] + gutters + (classes.isEmpty ? [] : [classes])).joined(separator: " "))
      .adding(svg).adding(below).markup
  }

  /// A drawing of fixed shape that is scaled as a whole; the style sheet enlarges its text when it shrinks.
  static func scaled(
    _ head: FigureHead, description: String, width: Double, height: Double, part: String = "", _ marks: [Element]
  ) -> String {
    let svg = named("svg", head, description, part: part, class: "fx")
      .set("viewBox", "0 0 \(Length.number(width)) \(Length.number(height))").adding(marks)
    return Element("div", class: "plot square").adding(svg).markup
  }

  /// The sentence that stands where there is nothing to draw.
  static func empty(_ heading: String, _ sentence: String) -> String {
    Element("div", class: "empty").adding(
      Element("p", class: "empty-word").text(heading), Element("p").text(sentence)
    ).markup
  }

  private static func named(
    _ name: String, _ head: FigureHead, _ description: String, part: String, class classes: String = "f"
  ) -> Element {
    let id = head.slug + part
    return Element(name, class: classes).set("role", "img").set("aria-labelledby", "\(id)-t \(id)-d").adding(
      Element("title").set("id", id + "-t").text(head.name),
      Element("desc").set("id", id + "-d").text(head.description ?? description))
  }

  /// The class of the narrowest gutter that holds `width` pixels; the style sheet knows steps of 12 px.
  private static func gutter(_ side: String, _ width: Double) -> String? {
    guard width > 0 else { return nil }
    let steps = Int((min(width, 152) / 12).rounded(.up))
    return "\(side)-\(steps * 12)"
  }
}
