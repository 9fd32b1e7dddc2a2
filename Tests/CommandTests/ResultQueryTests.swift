import Foundation
import Rollcall
import TestSupport
import Testing

@Suite("Command: queries on results")
struct ResultQueryTests {
  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private static func table() -> ResultTable {
    ResultTable(
      name: "districts-by-watch", title: "Patrol | <by> watch",
      columns: [
        .init("district", "District"), .init("watch", "Watch"),
        .init("units_required", "Units", decimals: 1), .init("rank", "Rank"),
      ],
      rows: [
        [.text("007"), .text("first"), .number(1234.56), .text("police_officer")],
        [.text("007"), .text("third"), .number(-2), .text("sergeant")],
        [.text("011"), .text("third"), .missing, .text("a|b")],
      ], notes: ["n = 3"])
  }

  /// Source of truth: by hand.
  @Test func `rows are objects on lines, and lines of a Markdown table`() {
    let table = Self.table()
    #expect(
      table.ndjson(notice: "made up").split(separator: "\n")[1]
        == #"{"district": "007", "watch": "third", "units_required": -2, "rank": "sergeant", "#
        + #""notice": "made up"}"#)
    #expect(table.ndjson(notice: nil).contains(#""units_required": null, "rank": "a|b"}"#))
    #expect(
      table.markdown(notice: "made up") == """
        ## Patrol \\| &lt;by&gt; watch

        > made up

        | District | Watch | Units | Rank |
        | --- | --- | ---: | --- |
        | 007 | first | 1,234.6 | police_officer |
        | 007 | third | -2.0 | sergeant |
        | 011 | third |  | a\\|b |

        - n = 3

        """)
  }

  /// Source of truth: by hand: what a planner writes for each of the values.
  @Test(arguments: [
    ("district", "7", 2), ("district", "007", 2), ("district", "7,11", 3), ("watch", "3", 2),
    ("watch", "Third", 2), ("watch", "1", 1), ("rank", "sergeant", 1), ("rank", "officer", 1),
    ("rank", "Police Officer", 1),
  ])
  func `values are taken as planners write them`(
    option: String, value: String, count: Int
  ) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    defer { try? FileManager.default.removeItem(at: path) }
    let text = """
      - query: staffing
        title: Staffing
        about: By district.
        tables: [{table: districts-by-watch, columns: [district, units_required]}]
        options: {district: district, watch: watch, rank: rank}
      """
    try Data(text.utf8).write(to: path)
    let query = try #require(try ResultQuery.all(at: path.path).first)
    let answer = try query.answer(from: [Self.table()], [(option, value)])
    #expect(answer.rows.count == count)
    #expect(answer.columns.map(\.key) == ["district", "units_required"])
    #expect(throws: FileError.self) { try query.answer(from: [Self.table()], [("watch", "9")]) }
  }

  /// Source of truth: the tables of a run of the bundled template.
  @Test func `every named query finds its tables and columns`() throws {
    let path = try #require(ReferenceData.study("generic"))
    let tables = try StudyPipeline(studyAt: path).run(to: .allocation, pricing: false).tables
    let queries = try ResultQueries.all()
    #expect(queries.count >= 11)
    for query in queries {
      #expect(!ReferenceData.queryNames.contains(query.name), "\(query.name) has two meanings")
      for source in query.sources {
        let table = try #require(tables.first { $0.name == source.table }, "\(source.table)")
        let keys = table.columns.map(\.key)
        #expect(source.columns.allSatisfy(keys.contains), "\(query.name): \(source.columns)")
      }
      for option in query.options {
        let isThere = query.sources.contains { source in
          tables.first { $0.name == source.table }?.columns.contains { $0.key == option.column }
            == true
        }
        #expect(isThere, "\(query.name) --\(option.name)")
      }
      #expect(try !query.answer(from: tables, []).rows.isEmpty || query.name == "vacancies")
    }
  }

  /// Source of truth: a run folder answers as the study that it was made from, and without it.
  @Test func `a run answers in its folder, from afar and as the latest of several`() throws {
    let made = try #require(HelpExamples.folder)
    let question = "staffing --district 02 --watch 2 --format ndjson"
    let named = try Shell("rollcall query runs/first \(question)", in: made)
    #expect(named.code == 0 && named.talk.isEmpty, "\(named.talk)")
    let inside = try Shell("rollcall query \(question)", in: made.appending(path: "runs/first"))
    #expect(inside.output == named.output && inside.talk.isEmpty)
    let above = try Shell("rollcall query \(question)", in: made)
    #expect(above.output == named.output && above.talk.contains("the run runs/first is asked"))
    let study = try Shell("rollcall query \(question)", in: made.appending(path: "my-study"))
    #expect(study.output == named.output && study.talk.isEmpty, "\(study.talk)")
    let row = try #require(try objects(named.output).first)
    #expect(row["district"] as? String == "2" && row["units_required"] is NSNumber)
    #expect(row["notice"] as? String != nil)
    for format in ["table", "json", "csv", "markdown"] {
      let answer = try Shell(
        "rollcall query runs/first need --rank sergeant --format \(format)", in: made)
      #expect(answer.code == 0 && answer.output.contains("Sergeant"))
      #expect(answer.output.contains("TEMPLATE"), "\(format)")
    }
  }

  /// Source of truth: by hand: what is there, and what differs from it.
  @Test(arguments: [
    ("staffing --district 99", 2, "use one of: 1, 2, 3"), ("staffing --distrct 1", 2, "`district`"),
    ("need --rank sergant", 2, "`Sergeant`"), ("stafing", 2, "`staffing`"),
    ("calls-by-hour", 64, "holds no calls"), ("staffing 7", 64, "one place and one query"),
  ])
  func `a question that cannot be answered is refused`(
    words: String, code: Int32, says: String
  ) throws {
    let made = try #require(HelpExamples.folder)
    let answer = try Shell("rollcall query runs/first \(words)", in: made)
    #expect(answer.code == code && answer.output.isEmpty)
    #expect(answer.talk.contains(says), "\(answer.talk)")
  }
}
