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
    .library(name: "QueueingModels", targets: ["QueueingModels"]),
    .library(name: "StaffingRequirements", targets: ["StaffingRequirements"]),
  ],
  targets: [
    .target(name: "PolicingDomain", swiftSettings: settings),
    .target(name: "QueueingModels", swiftSettings: settings),
    .target(
      name: "StaffingRequirements", dependencies: ["PolicingDomain", "QueueingModels"],
      swiftSettings: settings),
    .testTarget(
      name: "QueueingModelsTests", dependencies: ["QueueingModels"], swiftSettings: settings),
    .testTarget(
      name: "StaffingRequirementsTests",
      dependencies: ["PolicingDomain", "QueueingModels", "StaffingRequirements"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
