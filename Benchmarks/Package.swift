// swift-tools-version: 6.1
import PackageDescription

/// The models alone, without command or files around them, so that what is timed is the mathematics. A package of its
/// own: nobody who builds Fairlead builds it. `Sources/Computation` and `Sources/Modeling` are links to Fairlead's.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .unsafeFlags(["-warnings-as-errors", "-enforce-exclusivity=unchecked"]),
]

let package = Package(
  name: "Benchmarks",
  targets: [
    .target(name: "Computation", swiftSettings: settings),
    .target(name: "Modeling", dependencies: ["Computation"], swiftSettings: settings),
    .executableTarget(name: "ModelBench", dependencies: ["Computation", "Modeling"], swiftSettings: settings),
  ]
)
