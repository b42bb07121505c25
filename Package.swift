// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .unsafeFlags(["-warnings-as-errors"]),
  // Tests run with the checks; in the released binary they would cost a twentieth of the time of reading.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// Numerical code is optimised in debug builds too: its tests fit thousands of models.
let numerical = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "Fairlead",
  products: [.executable(name: "fairlead", targets: ["fairlead"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CBzip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .target(name: "Vocabulary", swiftSettings: strict),
    .target(
      name: "Ingestion", dependencies: ["Vocabulary", "CBzip2", "CLibXML2", "CLibZip", "CNettle", "CZlib"],
      swiftSettings: strict),
    .target(
      name: "Warehouse",
      dependencies: ["Vocabulary", "CSQLite", "CNettle", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(name: "Computation", swiftSettings: numerical),
    .target(name: "Modeling", dependencies: ["Computation"], swiftSettings: numerical),
    .target(
      name: "Analysis", dependencies: ["Vocabulary", "Warehouse", "Computation", "Modeling"],
      swiftSettings: strict),
    .target(name: "Charting", swiftSettings: strict),
    // The phrases of every language as bytes of the program.
    .target(name: "CCatalogues"),
    .target(
      name: "Templates", dependencies: ["CCatalogues"], path: "Templates", exclude: ["locales"],
      resources: [
        .embedInCode("pages"), .embedInCode("sections"), .embedInCode("theme"),
      ], swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: [
        "Vocabulary", "Analysis", "Charting", "Templates", "CNettle",
        .product(name: "Mustache", package: "swift-mustache"),
      ], swiftSettings: strict),
    .target(name: "Simulation", dependencies: ["Vocabulary", "Computation"], swiftSettings: strict),
    .executableTarget(
      name: "fairlead",
      dependencies: [
        "Vocabulary", "Ingestion", "Warehouse", "Analysis", "Reporting", "Simulation", "Modeling", "Computation",
        "Charting", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        "Yams",
      ], swiftSettings: strict),

    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"], swiftSettings: strict),
    .testTarget(name: "IngestionTests", dependencies: ["Ingestion", "Vocabulary"], swiftSettings: strict),
    .testTarget(
      name: "WarehouseTests",
      dependencies: ["Warehouse", "Vocabulary", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(name: "ComputationTests", dependencies: ["Computation"], swiftSettings: strict),
    .testTarget(name: "ModelingTests", dependencies: ["Modeling", "Computation"], swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "Modeling", "Computation", "Vocabulary", "Warehouse"],
      swiftSettings: strict),
    // Every kind of chart at the edges: for the tests of Charting and for the gallery.
    .target(name: "ChartSpecimens", dependencies: ["Charting"], path: "Tests/ChartSpecimens", swiftSettings: strict),
    .testTarget(
      name: "ChartingTests", dependencies: ["Charting", "ChartSpecimens"], exclude: ["Snapshots"], swiftSettings: strict
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Analysis", "Charting", "ChartSpecimens", "Templates", "Vocabulary"],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["Simulation", "Vocabulary", "Computation"], swiftSettings: strict),
    .testTarget(
      name: "FairleadTests",
      dependencies: [
        "fairlead", "Ingestion", "Warehouse", "Analysis", "Modeling", "Reporting", "Simulation", "Vocabulary",
        "Computation",
      ],
      swiftSettings: strict),
  ]
)
