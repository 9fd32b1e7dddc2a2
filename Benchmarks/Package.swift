// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Rollcall's side of one comparison; the others' sides lie in Peers.
func side(_ name: String, uses products: String...) -> Target {
  .executableTarget(
    name: name, dependencies: products.map { .product(name: $0, package: "Rollcall") },
    swiftSettings: settings)
}

let package = Package(
  name: "RollcallBenchmarks",
  dependencies: [.package(name: "Rollcall", path: "..")],
  targets: [
    side("CountCalls", uses: "PlanningFiles", "PolicingDomain"),
    side("MakeExport"),
    side("SumCalls", uses: "PlanningFiles", "PolicingDomain"),
    side("CountServers", uses: "QueueingModels"),
    side("QueueBenchmarks", uses: "QueueingModels", "StaffingRequirements", "PolicingDomain"),
    side("SolveFile", uses: "LinearProgramming"),
    side("SolveProgram", uses: "LinearProgramming"),
    side("SolveScenarios", uses: "LinearProgramming"),
    side("SolveSmall", uses: "LinearProgramming"),
  ],
  swiftLanguageModes: [.v6]
)
