// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

/// A library target and the targets that its sources may import; nothing else holds the arrows, so
/// ArchitectureTests reads this file.
func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

/// The tests of a room; golden files lie beside them and are read where they are.
func tests(of name: String, imports: [Target.Dependency], golden: Bool = false) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: imports + ["TestSupport"],
    exclude: golden ? ["Golden"] : [], swiftSettings: settings)
}

func notebook(_ title: String) -> Target {
  .executableTarget(
    name: "notebook-\(title)", dependencies: ["Rollcall"], path: "Notebooks-as-scripts/\(title)",
    swiftSettings: settings)
}

let package = Package(
  name: "Rollcall",
  products: [
    .library(name: "Rollcall", targets: ["Rollcall"]),
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "LinearProgramming", targets: ["LinearProgramming"]),
    .library(name: "QueueingModels", targets: ["QueueingModels"]),
    .library(name: "PolicingDomain", targets: ["PolicingDomain"]),
    .library(name: "DemandSynthesis", targets: ["DemandSynthesis"]),
    .library(name: "WorkloadAnalysis", targets: ["WorkloadAnalysis"]),
    .library(name: "StaffingRequirements", targets: ["StaffingRequirements"]),
    .library(name: "StaffAllocation", targets: ["StaffAllocation"]),
    .library(name: "PlanningFiles", targets: ["PlanningFiles"]),
    .library(name: "Charts", targets: ["Charts"]),
    .library(name: "Reports", targets: ["Reports"]),
    .library(name: "Workbooks", targets: ["Workbooks"]),
    .library(name: "ReferenceData", targets: ["ReferenceData"]),
    .executable(name: "rollcall", targets: ["RollcallCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"4.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The cellar: numbers, and no police word.
    .systemLibrary(
      name: "CLAPACK", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev", "liblapack-dev"])]),
    room("LinearAlgebra", imports: ["CLAPACK"]),
    room("LinearProgramming", imports: ["LinearAlgebra"]),
    room("QueueingModels", imports: ["LinearAlgebra"]),
    room("Charts"),

    // The ground: the nouns.
    room("PolicingDomain"),

    // The rooms: stages that do not know one another.
    room("DemandSynthesis", imports: ["PolicingDomain"]),
    room("WorkloadAnalysis", imports: ["PolicingDomain"]),
    room("StaffingRequirements", imports: ["PolicingDomain", "QueueingModels"]),
    room("StaffAllocation", imports: ["PolicingDomain", "LinearProgramming"]),
    room("Reports", imports: ["PolicingDomain", "Charts"]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    room("Workbooks", imports: ["PolicingDomain", "CXLSXWriter"]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    room(
      "PlanningFiles",
      imports: [
        "PolicingDomain", "CZlib", "Yams", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),

    // The shed: files that come with the library, and what tests share.
    .target(
      name: "ReferenceData", path: "Data", exclude: ["SOURCES.md"],
      resources: [
        .copy("Profiles"), .copy("Queries"), .copy("Schedules"), .copy("Schemas"), .copy("Studies"),
      ],
      swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),

    // The attic and the roof.
    room(
      "Rollcall",
      imports: [
        "Charts", "DemandSynthesis", "LinearProgramming", "PlanningFiles", "PolicingDomain",
        "ReferenceData", "Reports", "StaffAllocation", "StaffingRequirements", "Workbooks",
        "WorkloadAnalysis",
      ]),
    .executableTarget(
      name: "RollcallCommand",
      dependencies: [
        "Rollcall", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    notebook("01-first-allocation"),

    // Tests: one target for each room.
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    tests(of: "LinearAlgebra", imports: ["LinearAlgebra"]),
    tests(of: "LinearProgramming", imports: ["LinearProgramming"], golden: true),
    tests(of: "QueueingModels", imports: ["QueueingModels"]),
    tests(of: "PolicingDomain", imports: ["PolicingDomain"]),
    tests(of: "DemandSynthesis", imports: ["DemandSynthesis", "PolicingDomain"]),
    tests(of: "WorkloadAnalysis", imports: ["WorkloadAnalysis", "PolicingDomain"]),
    tests(of: "StaffingRequirements", imports: ["StaffingRequirements", "PolicingDomain"]),
    tests(
      of: "StaffAllocation", imports: ["StaffAllocation", "PolicingDomain", "LinearProgramming"],
      golden: true),
    tests(of: "PlanningFiles", imports: ["PlanningFiles", "PolicingDomain"]),
    tests(of: "Charts", imports: ["Charts"]),
    tests(of: "Reports", imports: ["Reports", "PolicingDomain", "Charts"]),
    tests(of: "Workbooks", imports: ["Workbooks", "PolicingDomain"]),
    tests(of: "Rollcall", imports: ["Rollcall", "PolicingDomain", "Workbooks"]),
    .testTarget(
      name: "CommandTests", dependencies: ["Rollcall", "RollcallCommand", "TestSupport"],
      exclude: ["Golden"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
