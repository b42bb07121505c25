// swift-tools-version: 6.1
import PackageDescription

/// The models and the charts alone, without command or files around them, so that what is timed is the mathematics and
/// the drawing. A package of its own: nobody who builds Fairlead builds it. `Sources/Computation`, `Sources/Modeling` and
/// `Sources/Charting` are links to Fairlead's.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .unsafeFlags(["-warnings-as-errors", "-enforce-exclusivity=unchecked"]),
]

let package = Package(
  name: "Benchmarks",
  targets: [
    .target(name: "Computation", swiftSettings: settings),
    .target(name: "Modeling", dependencies: ["Computation"], swiftSettings: settings),
    .target(name: "Charting", swiftSettings: settings),
    .executableTarget(name: "ChartBench", dependencies: ["Charting"], swiftSettings: settings),
    .executableTarget(name: "ModelBench", dependencies: ["Computation", "Modeling"], swiftSettings: settings),
  ]
)
