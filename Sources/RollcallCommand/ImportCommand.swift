import ArgumentParser
import Rollcall

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a dispatch export and say what became of every row.",
    discussion: """
      EXAMPLES
        rollcall import calls.csv
        rollcall import 2023.csv 2024.csv --into calls.sqlite
        rollcall import calls.csv --cleaning cpsm --table list
        rollcall import calls.csv -o canonical.csv
        zcat calls.csv.gz | rollcall import - -o - | head -n 3

      A row is set aside only when it has no identifier or no readable time of receipt; then the \
      exit code is 1. With -o, the calls are written in the canonical profile. With --into, they are \
      added to a store that `rollcall query` and a study can read: files that are there already are \
      left alone, so that a stopped import goes on where it stopped and a new month is added alone. \
      Files whose rows are calls are kept one by one; files whose rows are units or statuses are one \
      stream, read anew when one of them changes.
      """)

  @Argument(
    help: "The export: one or more files, plain or .gz; - is standard input.", completion: .file())
  var files: [String]

  @Option(
    help: "The profile of the columns: a bundled name or a .yaml file; else it is found out.",
    completion: .custom { _, _, _ in Completions.profiles })
  var profile: String?

  @Option(
    help: "The rules by which calls are cleaned: plain or cpsm.",
    completion: .list(["plain", "cpsm"]))
  var cleaning = CleaningRules.plain.name

  @Option(
    name: .customLong("into"),
    help: ArgumentHelp("Add the calls to this store.", valueName: "store"),
    completion: .file(extensions: ["sqlite"]))
  var store: String?

  @Flag(help: "With --into, put changed files in the place of what the store has of them.")
  var replace = false

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write the calls to this file, in the canonical profile; - is standard output.",
      valueName: "file"), completion: .file())
  var target: String?

  @Option(help: "How many threads read; all processors if not given.")
  var threads: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if CleaningRules.named(cleaning) == nil {
      throw ValidationError(
        Suggestion.refusal(
          of: cleaning, "set of cleaning rules", among: CleaningRules.presets.map(\.name)))
    }
    if replace, store == nil { throw ValidationError("--replace needs --into.") }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 256.")
    }
  }

  func run() throws {
    var request = ImportRequest(files: files)
    request.profile = profile
    request.cleaning = cleaning
    request.store = store
    request.replaces = replace
    request.target = target
    if let threads { request.threads = threads }
    let ledger = try read(request)
    let table = ResultTable.callLedger(ledger)
    if target == "-" {
      Talk.say("note: \(ledger.rowsRead) rows were read; without -o their books are shown")
    } else {
      try output.show(
        [output.isPublic ? table.published() : table], main: ["calls-read"], notice: nil)
    }
    if !ledger.setAside.isEmpty { throw Exit.findings }
  }

  private func read(_ asked: ImportRequest) throws -> CallLedger {
    let isQuiet = output.talk.quiet
    return try explainingErrors(showing: output.talk, stages: ["import"]) {
      progress throws(PlanningError) in
      var request = asked
      request.progress = progress.tell
      request.counted = progress.count
      request.noted = { if !isQuiet { progress.note($0) } }
      progress.tell("import")
      return try request.run()
    }
  }
}

struct SynthesizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Make up the calls of a demonstration study and write them to a file.",
    discussion: """
      EXAMPLES
        rollcall synthesize my-study -o made-up.csv
        rollcall synthesize my-study -o - | head -n 3
      """)

  @OptionGroup var study: StudyOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The file to write, in the canonical profile; - is standard output.", valueName: "file"),
    completion: .file())
  var target: String

  func run() throws {
    let path = try study.path()
    let notice = try explainingErrors { () throws(PlanningError) in
      try StudyPipeline(studyAt: path).synthesize(to: target)
    }
    if let notice { Talk.say(notice) }
  }
}
