import Testing

struct PackageManifestTests {
  @Test func theManifestAgreesWithTheGraphAndTheImports() throws {
    let manifest = try #require(SourceTree.swift.first { $0.path == "Package.swift" })
    #expect(PackageManifest.violations(manifest: manifest, files: SourceTree.swift) == [])
  }

  private let example = SourceFile(
    path: "Package.swift",
    text: """
      let collections: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")
      let package = Package(targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "Vocabulary"),
        .target(
          name: "Warehouse",
          dependencies: ["Vocabulary", collections, .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(name: "WarehouseTests", dependencies: ["Warehouse"]),
      ])
      """)

  @Test func targetsAndDependenciesAreRead() {
    let targets = PackageManifest(example).targets
    #expect(targets.map(\.name) == ["CSQLite", "Vocabulary", "Warehouse", "WarehouseTests"])
    #expect(Set(targets[2].dependencies) == ["Vocabulary", "OrderedCollections", "GRDB"])
    #expect(targets[1].dependencies == [])
  }

  @Test func aForbiddenDependencyIsFound() {
    let manifest = SourceFile(
      path: "Package.swift", text: #".target(name: "Modeling", dependencies: ["Warehouse"])"#)
    let found = PackageManifest.violations(manifest: manifest, files: [])
    #expect(found.contains("Package.swift: Modeling may not depend on Warehouse"))
    #expect(found.contains("Package.swift: has no target Vocabulary, which the import graph names"))
  }

  @Test func anUndeclaredOrUnusedDependencyIsFound() {
    let files = [SourceFile(path: "Tests/WarehouseTests/A.swift", text: "import Testing\nimport Vocabulary\n")]
    let found = PackageManifest.violations(manifest: example, files: files)
    #expect(
      found.contains(
        "Tests/WarehouseTests/A.swift: imports Vocabulary, which Package.swift does not give to WarehouseTests"))
    #expect(found.contains("Package.swift: Warehouse depends on GRDB and never imports it"))
  }
}
