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

/// A program to read from top to bottom, with the rooms that it shows.
func notebook(_ title: String, uses rooms: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "notebook-\(title)", dependencies: rooms + ["NotebookPaper"],
    path: "Notebooks-as-scripts/\(title)", swiftSettings: settings)
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

    // The shelf beside the house: programs to read, and the paper that they are written on.
    .target(
      name: "NotebookPaper", dependencies: ["Charts", "PolicingDomain", "Reports"],
      path: "Notebooks-as-scripts/Paper", swiftSettings: settings),
    notebook("01-first-allocation", uses: ["Charts", "Rollcall"]),
    notebook("02-workload-by-beat", uses: ["Charts", "Rollcall"]),
    notebook(
      "03-missing-stamps",
      uses: ["Charts", "DemandSynthesis", "PolicingDomain", "WorkloadAnalysis"]),
    notebook("04-relief-factor", uses: ["Charts", "PolicingDomain", "StaffingRequirements"]),
    notebook("05-waiting-against-units", uses: ["Charts", "PolicingDomain", "QueueingModels"]),
    notebook("06-allocation-by-rank", uses: ["Charts", "Rollcall"]),
    notebook("07-shadow-prices", uses: ["Rollcall"]),
    notebook("08-alternate-response", uses: ["Charts", "Rollcall"]),
    notebook("09-linear-programs-alone", uses: ["Charts", "LinearProgramming"]),

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
    tests(of: "Rollcall", imports: ["Rollcall", "Charts", "PolicingDomain", "Workbooks"]),
    tests(of: "NotebookPaper", imports: ["NotebookPaper", "Charts", "PolicingDomain"]),
    .testTarget(
      name: "CommandTests", dependencies: ["Rollcall", "RollcallCommand", "TestSupport"],
      exclude: ["Golden"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
