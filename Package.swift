// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

let package = Package(
  name: "Rollcall",
  products: [
    .library(name: "PolicingDomain", targets: ["PolicingDomain"]),
    .library(name: "PlanningFiles", targets: ["PlanningFiles"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .target(name: "PolicingDomain", swiftSettings: settings),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "PlanningFiles",
      dependencies: ["CZlib", "PolicingDomain", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .testTarget(
      name: "PlanningFilesTests", dependencies: ["PlanningFiles", "PolicingDomain"],
      swiftSettings: settings),
    .systemLibrary(
      name: "CLAPACK", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev", "liblapack-dev"])]),
    .target(name: "LinearAlgebra", dependencies: ["CLAPACK"], swiftSettings: settings),
    .target(
      name: "LinearProgramming", dependencies: ["LinearAlgebra"], swiftSettings: settings),
    .target(name: "DemandSynthesis", dependencies: ["PolicingDomain"], swiftSettings: settings),
    .target(name: "Reports", dependencies: ["PolicingDomain"], swiftSettings: settings),
    .target(
      name: "StaffAllocation", dependencies: ["PolicingDomain", "LinearProgramming"],
      swiftSettings: settings),
    .target(name: "WorkloadAnalysis", dependencies: ["PolicingDomain"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
