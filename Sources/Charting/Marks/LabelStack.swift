/// Labels beside the ends of lines, pushed apart so that none covers another.
enum LabelStack {
  typealias Place = (index: Int, y: Double)

  /// At least `apart` pixels between labels, pushed downward from the highest, then back up from `bottom`.
  static func spread(_ places: [Place], bottom: Double, apart: Double) -> [Place] {
    var sorted = places.sorted { ($0.y, $0.index) < ($1.y, $1.index) }
    for place in sorted.indices.dropFirst() {
      sorted[place].y = max(sorted[place].y, sorted[place - 1].y + apart)
    }
    var floor = bottom
    for place in sorted.indices.reversed() {
      sorted[place].y = min(sorted[place].y, floor)
      floor = sorted[place].y - apart
    }
    return sorted
  }

  /// The names right of the plot, cut to fit the gutter.
  static func names(_ places: [Place], _ names: [String], bottom: Double) -> [Element] {
    spread(places, bottom: bottom, apart: TextHeight.tallest(places.map { names[$0.index] })).map { index, y in
      let name = names[index]
      let label = cut(name)
      return Label.text(label, x: .percent(100), y: y + 4, dx: 10, class: "b").hover(label == name ? nil : name)
    }
  }

  static func width(_ names: [String]) -> Double { (names.map { TextWidth.of(cut($0)) }.max() ?? 0) + 14 }

  private static func cut(_ name: String) -> String { BandLabel.cutAtEnd(name, 110) }
}
