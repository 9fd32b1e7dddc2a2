// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A program that hands what libFuzzer makes up to one reader; `run.sh` builds it with the
/// sanitizers, which a manifest must not ask for.
func fuzzer(_ name: String, of products: String...) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["FuzzSupport"] + products.map { .product(name: $0, package: "Rollcall") },
    swiftSettings: settings)
}

let package = Package(
  name: "RollcallFuzz",
  dependencies: [.package(name: "Rollcall", path: "../..")],
  targets: [
    .target(name: "FuzzSupport", swiftSettings: settings),
    fuzzer("FuzzCalls", of: "PlanningFiles", "PolicingDomain"),
    fuzzer("FuzzInflater", of: "PlanningFiles"),
    fuzzer("FuzzLPText", of: "LinearProgramming"),
    fuzzer("FuzzProfile", of: "PlanningFiles"),
    fuzzer("FuzzProgram", of: "LinearProgramming"),
    fuzzer("FuzzStudy", of: "PlanningFiles"),
  ],
  swiftLanguageModes: [.v6]
)
