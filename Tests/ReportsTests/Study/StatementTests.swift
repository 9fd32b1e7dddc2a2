import PolicingDomain
import Reports
import Testing

@Suite("Findings that people write")
struct StatementTests {
  /// Source of truth: the cells of the table below, added by hand.
  @Test(arguments: [
    ("need | district=007 | officers", "12.5"),
    ("need | district=007; watch=third | officers", "12.5"),
    ("need | | sum officers", "42.5"), ("need | watch=THIRD | max officers", "30.0"),
    ("need | watch=third | min officers", "12.5"), ("need | watch=third | count", "2"),
    ("need | watch=first | count", "0"), ("need | district=008 | officers", "30.0"),
    ("figure | strength required", "1,234"),
  ])
  func `a reference is the number of the run`(reference: String, number: String) throws {
    #expect(try FigureReference(reference).text(in: Self.record) == number)
  }

  /// Source of truth: each reference names, on purpose, something that the table below does not have.
  @Test(arguments: [
    ("need", Statement.Issue.Kind.unreadable), ("need | district | officers", .unreadable),
    ("needs | | count", .unknown), ("need | districts=007 | officers", .unknown),
    ("need | district=009 | officers", .unknown), ("need | | officer", .unknown),
    ("need | watch=third | officers", .ambiguous), ("need | district=008 | sum note", .unknown),
    ("figure | strength", .unknown), ("need | district=007 | note", .unknown),
  ])
  func `a reference that names nothing says what is wrong`(
    reference: String, kind: Statement.Issue.Kind
  ) {
    #expect {
      try FigureReference(reference).text(in: Self.record)
    } throws: { error in
      (error as? FigureReference.Failure)?.kind == kind
    }
  }

  /// Source of truth: the text below, read by hand.
  @Test func `numbers are looked up and typed numbers are noted`() {
    let statement = Statement(
      parsing: """
        # Findings
        Numbers before the first finding, such as 99, are nobody's.

        ## District 007 needs {{need | district=007 | officers}} officers
        <!-- not shown: 4711 -->
        In 2026 it had 11 of them.

        - Recommendation: send {{need | | sum officers}}
        - Priority: 12
        - Cost: none
        - Owner: Bureau of Patrol
        """, against: Self.record)
    #expect(statement.isSound)
    #expect(statement.findings.count == 1)
    let finding = statement.findings[0]
    #expect(finding.title == "District 007 needs 12.5 officers")
    #expect(finding.text == ["In 2026 it had 11 of them."])
    #expect(finding.recommendation == "send 42.5")
    #expect(finding.priority == "12")
    #expect(finding.owner == "Bureau of Patrol")
    let typed = statement.issues.map { "\($0.line):\($0.column) \($0.word ?? "")" }
    #expect(typed == ["6:16 11"])
  }

  /// Source of truth: a reference without its row, one without an end, a finding without its points.
  @Test func `faults are told with their line and nothing is made up`() {
    let statement = Statement(
      parsing: "## A\nIt is {{need | district=9 | officers}} and {{need\n- Priority: 1\n",
      against: Self.record)
    #expect(!statement.isSound)
    #expect(statement.findings[0].text == ["It is ? and {{need"])
    let kinds = statement.issues.map(\.kind)
    #expect(kinds.filter { $0 == .incomplete }.count == 3)
    #expect(kinds.contains(.unknown) && kinds.contains(.unreadable))
    #expect(statement.issues.first { $0.kind == .unknown }?.known == ["007", "008"])
    #expect(statement.issues.first { $0.kind == .unknown }?.column == 7)
  }

  /// Source of truth: the rules table below has one rule that is not met.
  @Test func `a draft follows from the rules and reads back without a fault`() {
    let text = StatementDraft(Self.record).text
    let statement = Statement(parsing: text, against: Self.record)
    #expect(statement.isSound, "\(statement.issues)")
    #expect(statement.findings.map(\.title) == ["DRAFT: The rule span (decree, all) is not met"])
    #expect(statement.findings.filter(\.isDraft).count == 1)
    #expect(statement.findings[0].text == ["2 of 3 teams"])
  }

  /// Source of truth: what is withheld in the record must not be told by a reference.
  @Test func `a withheld figure stays withheld`() throws {
    var record = Self.record
    record.figures = [
      .init(
        name: "calls",
        estimate: Estimate(
          value: 7, unit: "calls", observations: 7, imputed: .none, interval: .none(reason: "few")),
        key: FigureKey("calls"))
    ]
    record.withheld = [FigureKey("calls")]
    #expect(try FigureReference("figure | calls").text(in: record) == "withheld")
  }

  private static let record: RunRecord = {
    let need = ResultTable(
      name: "need", title: "Need",
      columns: [
        .init("district", "District"), .init("watch", "Watch"),
        .init("officers", "Officers", decimals: 1), .init("note", "Note"),
      ],
      rows: [
        [.text("007"), .text("third"), .number(12.5), .missing],
        [.text("008"), .text("third"), .number(30), .text("few")],
      ])
    let rules = ResultTable(
      name: "rules", title: "Rules",
      columns: [
        .init("rule", "Rule"), .init("authority", "Authority"), .init("scope", "Scope"),
        .init("state", "State"), .init("effect", "Effect"),
      ],
      rows: [
        [.text("span"), .text("decree"), .text("all"), .text("not met"), .text("2 of 3 teams")],
        [.text("unity"), .text("decree"), .text("all"), .text("held"), .text("yes")],
      ])
    return RunRecord(
      subject: .init(
        name: "small", title: "Small", notice: nil, from: "2026-01-01", through: "2026-01-31",
        calls: "made up"),
      figures: [
        .init(
          name: "strength required",
          estimate: Estimate(
            value: 1234, unit: "full-time equivalents", observations: 0, imputed: .none,
            interval: .none(reason: "none")))
      ], answers: [], tables: [need, rules], findings: [], countingFindings: [], booksClose: true,
      explanations: [],
      making: .init(version: "0", numerics: "none", arguments: [], seed: 1, inputs: []))
  }()
}
