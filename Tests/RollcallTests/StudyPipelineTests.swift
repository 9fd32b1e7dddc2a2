import Foundation
import Rollcall
import TestSupport
import Testing

/// Whole runs of the bundled studies, from files to plans.
@Suite("Study pipeline")
struct StudyPipelineTests {
  static let cache = CallStore(
    cacheFolder: FileManager.default.temporaryDirectory.appending(path: "rollcall-tests").path)

  private func results(
    _ name: String, to extent: StudyPipeline.Extent = .allocation, pricing: Bool = false
  ) throws -> StudyResults {
    let folder = try #require(ReferenceData.study(name))
    return try StudyPipeline(studyAt: folder, store: Self.cache).run(to: extent, pricing: pricing)
  }

  @Test func `the small study is answered and its books close`() throws {
    let results = try results("generic-two-districts")
    #expect(results.calls.balances)
    #expect(results.required?.status == .optimal)
    #expect(results.recommended?.status == .optimal)
    for check in results.ledgers { #expect(check.closes, "\(check.name)") }
  }

  /// Source of truth: FORMULATION 12: Σ sections = bureaus = department, sworn + civilian = all, in
  /// the tables that people read.
  @Test func `districts, bureaus and the department add up`() throws {
    let results = try results("chicago")
    let bySection = ResultTable.staffingBySection(results)
    let byBureau = ResultTable.staffingByBureau(results)
    for key in ["assigned", "deployable", "required", "recommended", "unfilled"] {
      let sections = sum(bySection, key) { _ in true }
      let bureaus = sum(byBureau, key) { $0[0] != .text("Department") && $0[1] == .text("all") }
      let ranks = sum(byBureau, key) { $0[0] != .text("Department") && $0[1] != .text("all") }
      let parts = sum(byBureau, key) { $0[0] == .text("Department") && $0[2] != .text("all") }
      let all = sum(byBureau, key) { $0[0] == .text("Department") && $0[2] == .text("all") }
      for total in [sections, bureaus, ranks, parts] {
        #expect(agrees(total, all, within: 1e-9), "\(key)")
      }
    }
    for check in results.ledgers { #expect(check.closes, "\(check.name)") }
  }

  /// Source of truth: CPD roster of 2 November 2023 (FOIA P891976): 11,721 sworn by title, and of
  /// 15 March 2018 (FOIA P441436): 1,882 civilians, of whom 516 crossing guards (title code 9111).
  @Test func `Chicago's strength is the published one`() throws {
    let study = try results("chicago", to: .requirement)
    let strength = study.study.organization.strength
    func count(_ rank: String) -> Double {
      strength.filter { $0.rank.description == rank }.total(\.assigned).value
    }
    #expect(strength.filter { $0.employment == .sworn }.total(\.assigned).value == 11_721)
    #expect(strength.filter { $0.employment == .civilian }.total(\.assigned).value == 1882)
    let published: [(String, Double)] = [
      ("police_officer", 8418), ("sergeant", 1292), ("detective", 1127), ("lieutenant", 254),
      ("field_training_officer", 252), ("evidence_technician", 129), ("commander", 46),
      ("captain", 34), ("deputy_chief", 17), ("chief", 4), ("superintendent", 1),
      ("crossing_guard", 516),
    ]
    for (rank, expected) in published { #expect(count(rank) == expected, "\(rank)") }
    let sworn = Set(strength.filter { $0.employment == .sworn }.map(\.section))
    #expect(sworn.count == 124)
    #expect(study.study.geography.districts.count == 22)
    #expect(study.study.geography.beats.count == 274)
    for record in strength {
      #expect(study.study.organization.home(of: record) != nil, "\(record.section) \(record.rank)")
      #expect(!record.provenance.source.isEmpty && !record.provenance.date.isEmpty)
    }
  }

  /// Source of truth: conservation: every reason is there, and no plan has an unexplained number.
  @Test func `every position has a basis and a reason`() throws {
    let results = try results("chicago", to: .requirement)
    #expect(results.positions.count == results.study.organization.positions.count)
    for need in results.positions {
      #expect(!need.basis.isEmpty && !need.reason.isEmpty, "\(need.group)")
    }
    #expect(results.units.count == 22 * 3 * 7)
  }

  @Test func `while calls are synthetic, every table says so and prints no interval`() throws {
    let results = try results("chicago", to: .requirement)
    let notice = try #require(results.study.notice)
    #expect(notice.hasPrefix("DEMONSTRATION – synthetic calls, Detroit service times"))
    for table in results.tables {
      #expect(table.text(notice: notice).contains(notice))
      let rows = table.csv(notice: notice).split(separator: "\n").dropFirst()
      #expect(rows.count == table.rows.count, "\(table.name)")
      #expect(
        rows.allSatisfy { $0.hasSuffix("\(notice)\"") || $0.hasSuffix(notice) }, "\(table.name)")
    }
    for figure in results.figures {
      if case .range = figure.estimate.interval { Issue.record("\(figure.name) has an interval") }
    }
  }

  /// Source of truth: metamorphic: without the cache the calls are made anew, to the same bytes.
  @Test func `a cold cache and a warm one give the same results`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "rollcall-cold-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let study = try #require(ReferenceData.study("chicago"))
    let store = CallStore(cacheFolder: folder.path)
    let cold = try StudyPipeline(studyAt: study, store: store).run(to: .workload)
    let warm = try StudyPipeline(studyAt: study, store: store).run(to: .workload)
    #expect(cold == warm)
  }

  private func sum(
    _ table: ResultTable, _ key: String, where condition: ([ResultTable.Cell]) -> Bool
  ) -> Double {
    guard let column = table.columns.firstIndex(where: { $0.key == key }) else { return .nan }
    return table.rows.filter(condition).reduce(0) { sum, row in
      if case .number(let value) = row[column] { sum + value } else { sum }
    }
  }
}
