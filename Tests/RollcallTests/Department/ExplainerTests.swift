import Rollcall
import Testing

/// Every number of a run can be walked back.
@Suite("Explanations")
struct ExplainerTests {
  /// Source of truth: FORMULATION 9: every position group has a basis, inputs and a source or a flagged
  /// assumption, and can be explained.
  @Test(arguments: ["generic", "chicago"])
  func `every position group has a formula, inputs and a source`(_ name: String) async throws {
    let results = try await DepartmentRun.results(name)
    let explainer = Explainer(results)
    for group in results.study.organization.positions {
      let explanation = try explainer.explanation(of: "group:\(group.id)")
      #expect(explanation.answer != nil && !explanation.formula.isEmpty, "\(group.id)")
      #expect(!explanation.calculation.isEmpty && !explanation.certainty.isEmpty, "\(group.id)")
      #expect(!explanation.inputs.isEmpty, "\(group.id)")
      #expect(!group.provenance.source.isEmpty && group.provenance.place != nil, "\(group.id)")
      if group.provenance.isAssumption {
        #expect(!explanation.assumptions.isEmpty, "\(group.id) names no assumption")
      }
    }
  }

  /// Source of truth: closure: what an explanation points to can be explained too.
  @Test(arguments: ["generic", "chicago"])
  func `whatever is named as a further item is one`(_ name: String) async throws {
    let explainer = Explainer(try await DepartmentRun.results(name))
    let known = Set(explainer.items)
    for item in explainer.items {
      let explanation = try explainer.explanation(of: item)
      #expect(!explanation.title.isEmpty, "\(item)")
      for next in explanation.inputs.compactMap(\.item) + explanation.related {
        #expect(known.contains(next), "\(item) points to \(next)")
      }
    }
  }

  @Test func `a bare name is enough, and a wrong one is told what is near`() async throws {
    let explainer = Explainer(try await DepartmentRun.results("chicago"))
    #expect(try explainer.explanation(of: "007-patrol").item == "group:007-patrol")
    #expect(try explainer.explanation(of: "Department").item == "department")
    let error = #expect(throws: PlanningError.self) {
      try explainer.explanation(of: "007-patrl")
    }
    #expect(error?.description.contains("007-patrol") == true)
  }

  /// Source of truth: worked by hand: 2,068.3 paid hours less each deduction of the ladder leave
  /// 1,452.5 on the street.
  @Test func `text and JSON carry the same figures`() async throws {
    let results = try await DepartmentRun.results("chicago")
    let explanation = try Explainer(results).explanation(of: "hours:police_officer")
    let text = explanation.text(notice: results.study.notice)
    let json = Explanation.json([explanation], notice: results.study.notice)
    #expect(text.contains("DEMONSTRATION") && json.contains("DEMONSTRATION"))
    #expect(text.contains("availability.csv:") && json.contains("availability.csv:"))
    #expect(text.contains("1,452.5") && json.contains("1,452.5"))
  }

  /// Source of truth: monotony: the same work keeps more units less busy.
  @Test func `one unit more and one less are re-solves of the same queue`() async throws {
    let results = try await DepartmentRun.results("chicago")
    let pipeline = try DepartmentRun.pipeline("chicago")
    let item = try Explainer(results).item(named: "units:007/third/friday")
    let changes = try pipeline.changes(of: item, in: results)
    #expect(changes.map(\.change) == ["one unit less", "18 units", "one unit more"])
    let busy = changes.compactMap { change in
      change.effect.split(separator: " ").dropFirst().first.flatMap { Double($0) }
    }
    try #require(busy.count == 3)
    #expect(busy[0] > busy[1] && busy[1] > busy[2], "\(busy)")
  }

  /// Source of truth: monotony: a position more never makes the first objective that changes better,
  /// one less never worse.
  @Test func `a position more never gains, one less never costs`() async throws {
    let results = try await DepartmentRun.results("generic")
    let pipeline = try DepartmentRun.pipeline("generic")
    for name in ["group:1-desk", "group:records"] {
      let item = try Explainer(results).item(named: name)
      let changes = try pipeline.changes(of: item, in: results)
      try #require(changes.count == 2)
      #expect(!changes[0].effect.contains("−"), "\(name): \(changes[0].effect)")
      #expect(!changes[1].effect.contains("+"), "\(name): \(changes[1].effect)")
    }
  }
}
