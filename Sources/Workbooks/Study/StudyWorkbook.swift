public import PolicingDomain

/// A run as a spreadsheet: every table of it, charts, and ladders that are worked out again when an
/// input is changed.
///
/// The first sheets are for people: a summary, the contents, the inputs of the live ladders, the net hours of
/// one officer, the staffing of patrol, the demand and the need. Every table of the run follows as a sheet of
/// its own, and the last sheet says how the run was made. The sheet of inputs names its cells, such as
/// `proactive_target`; formulas use these names.
///
/// Words of the study are written as words: a cell that begins with an equals sign is no formula.
public struct StudyWorkbook: Hashable, Sendable {
  /// The most rows of a table that the workbook takes; larger ones are in the CSV files of the run only,
  /// and the contents say so.
  public static let mostRows = 20_000

  /// What people found in a run and what should follow from it, with its numbers looked up.
  public struct Finding: Hashable, Sendable {
    /// What was found, as a heading.
    public var title: String
    /// What was found, line by line.
    public var text: [String]
    /// The recommendation, priority, cost and owner: a name and words of each, in their order.
    public var parts: [(name: String, words: String)] {
      [
        ("Recommendation", recommendation), ("Priority", priority), ("Cost", cost),
        ("Owner", owner),
      ]
    }
    /// What should be done.
    public var recommendation: String
    /// How soon.
    public var priority: String
    /// What it costs.
    public var cost: String
    /// Who answers for it.
    public var owner: String

    /// Creates a finding.
    ///
    /// - Parameters:
    ///   - title: What was found, as a heading.
    ///   - text: What was found, line by line.
    ///   - recommendation: What should be done.
    ///   - priority: How soon.
    ///   - cost: What it costs.
    ///   - owner: Who answers for it.
    public init(
      title: String, text: [String] = [], recommendation: String = "", priority: String = "",
      cost: String = "", owner: String = ""
    ) {
      self.title = title
      self.text = text
      self.recommendation = recommendation
      self.priority = priority
      self.cost = cost
      self.owner = owner
    }
  }

  package private(set) var workbook: Workbook

  /// Lays out the workbook of a run.
  ///
  /// - Parameters:
  ///   - record: The run.
  ///   - findings: What people found in it; the record holds only the file that they wrote, whose
  ///     references are not numbers yet.
  public init(_ record: RunRecord, findings: [Finding] = []) {
    workbook = Workbook(title: record.subject.title, notice: record.subject.notice)
    var plan = Plan(record, findings, in: &workbook)
    plan.addSheets(to: &workbook)
  }

  /// The bytes of the `.xlsx` file, the same for the same run.
  ///
  /// Write them to a place of your own and move the file when it is whole.
  ///
  /// - Returns: The bytes.
  /// - Throws: A ``WorkbookError`` where the temporary folder cannot be written.
  public func bytes() throws(WorkbookError) -> [UInt8] { try workbook.bytes() }
}

/// Which sheets a workbook of a run has, in the order of their tabs.
private struct Plan {
  private let record: RunRecord
  private let findings: [StudyWorkbook.Finding]
  private let summary: String
  private let contents: String
  private let about: String
  private let head: SheetHead
  private let patrol: PatrolLadder?
  private let hours: NetHoursLadder?
  private var entries: [ContentsSheet.Entry] = []
  private var leftOut: [(table: String, reason: String)] = []

  init(
    _ record: RunRecord, _ findings: [StudyWorkbook.Finding], in workbook: inout Workbook
  ) {
    self.record = record
    self.findings = findings
    summary = workbook.reserve("Summary")
    contents = workbook.reserve("Contents")
    about = workbook.reserve("About")
    head = SheetHead(
      notice: record.subject.notice, study: record.subject.title, contents: contents)
    patrol = PatrolLadder(record)
    let rank = patrol?.rank ?? record.table("availability")?.words("rank")?.first
    hours = rank.flatMap { NetHoursLadder(of: $0, in: record.table("availability")) }
  }

  mutating func addSheets(to workbook: inout Workbook) {
    workbook.add(SummarySheet(record: record, findings: findings).sheet(summary, head))
    addLadders(to: &workbook)
    addPictures(to: &workbook)
    for table in record.tables { add(table, to: &workbook) }
    note(about, "How the run was made", rows: record.making.inputs.count)
    workbook.add(AboutSheet(record: record).sheet(about, head))
    workbook.insert(
      ContentsSheet(entries: entries, leftOut: leftOut).sheet(contents, head), at: 1)
  }

  private mutating func note(_ sheet: String, _ title: String, rows: Int?, isLive: Bool = false) {
    entries.append(.init(sheet: sheet, title: title, rows: rows, isLive: isLive))
  }

  private mutating func addLadders(to workbook: inout Workbook) {
    guard let hours else {
      leftOut.append(
        ("Live ladders", "The run has no table `availability` from which net hours follow."))
      return
    }
    let inputs = workbook.reserve("Inputs")
    let names = InputsSheet(hours: hours, patrol: patrol).build(inputs, head, in: &workbook)
    note(inputs, "Inputs of the live ladders: change them here", rows: nil)
    let net = workbook.reserve("Net hours ladder")
    NetHoursSheet(ladder: hours, names: names).build(net, head, in: &workbook)
    note(
      net, "From the scheduled year of one officer to hours on the street", rows: nil, isLive: true)
    guard let patrol else {
      leftOut.append(
        (
          "Patrol staffing",
          "The run lacks one of the tables `units-by-weekday`, `patrol-terms` and `positions`, or "
            + "figures in them are withheld."
        ))
      return
    }
    let staffing = workbook.reserve("Patrol staffing")
    let units = workbook.reserve("Patrol units")
    let sheet = PatrolStaffingSheet(
      ladder: patrol, hours: hours, unitsSheet: units, study: record.subject.name)
    sheet.build(staffing, head, in: &workbook)
    PatrolUnitsSheet(ladder: patrol, names: names, targets: sheet.targets)
      .build(units, head, in: &workbook)
    note(staffing, "From work and target to patrol officers", rows: nil, isLive: true)
    note(
      units, "The same by district, watch and weekday", rows: patrol.blocks.count, isLive: true)
  }

  private mutating func addPictures(to workbook: inout Workbook) {
    if let demand = DemandSheet(record.table("hours-of-week")) {
      let name = workbook.reserve("Demand")
      workbook.add(demand.sheet(name, head))
      note(name, "Calls and busy units by hour and weekday, with a chart", rows: 168)
    }
    if let need = NeedAndStrengthSheet(record.table("staffing-summary")) {
      let name = workbook.reserve("Need and strength")
      workbook.add(need.sheet(name, head))
      note(name, "What every bureau has and needs, with a chart", rows: nil)
    }
  }

  private mutating func add(_ table: ResultTable, to workbook: inout Workbook) {
    guard table.rows.count <= StudyWorkbook.mostRows else {
      leftOut.append(
        (
          table.name,
          "\(table.rows.count) rows, more than \(StudyWorkbook.mostRows): read tables/\(table.name).csv "
            + "of the run"
        ))
      return
    }
    let words = table.name.split(separator: "-").joined(separator: " ")
    let name = workbook.reserve(words.prefix(1).uppercased() + words.dropFirst())
    var sheet = TableSheet(table, extra: explanation(of: table)).sheet(name, head)
    if let chart = TargetChart(table)?.chart(below: sheet.rowCount) { sheet.charts.append(chart) }
    workbook.add(sheet)
    note(name, table.title, rows: table.rows.count)
  }

  /// How to ask where the number of a row comes from.
  private func explanation(of table: ResultTable) -> TableSheet.Extra? {
    guard table.name == "positions", let groups = table.words("group") else { return nil }
    return TableSheet.Extra(heading: "Explain") { row in
      "rollcall explain \(record.subject.name) \(groups[row])"
    }
  }
}
