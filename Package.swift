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
  ],
  targets: [
    .target(name: "PolicingDomain", swiftSettings: settings),
    .target(name: "WorkloadAnalysis", dependencies: ["PolicingDomain"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
