import ArgumentParser
import Rollcall

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a dispatch export and say what became of every row.",
    discussion: """
      A row is set aside only when it has no identifier or no readable time of receipt; then the \
      exit code is 1. With -o, the calls are written in the canonical profile. With --into, they are \
      added to a store that `rollcall query` and a study can read: files that are there already are \
      left alone, so that a stopped import goes on where it stopped and a new month is added alone. \
      Files whose rows are calls are kept one by one; files whose rows are units or statuses are one \
      stream, read anew when one of them changes.
      """)

  @Argument(help: "The export: one or more files, plain or .gz; - is standard input.")
  var files: [String]

  @Option(help: "The profile of the columns: a bundled name or a .yaml file; else it is found out.")
  var profile: String?

  @Option(help: "The rules by which calls are cleaned: plain or cpsm.")
  var cleaning = CleaningRules.plain.name

  @Option(
    name: .customLong("into"),
    help: ArgumentHelp("Add the calls to this store.", valueName: "store"))
  var store: String?

  @Flag(help: "With --into, put changed files in the place of what the store has of them.")
  var replace = false

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the calls to this file, in the canonical profile.", valueName: "file")
  )
  var target: String?

  @Option(help: "How many threads read; all processors if not given.")
  var threads: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if CleaningRules.named(cleaning) == nil {
      let names = CleaningRules.presets.map(\.name).joined(separator: ", ")
      throw ValidationError("There are no cleaning rules \(cleaning). Use one of: \(names).")
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
    request.progress = output.progress
    if !output.quiet, Talk.isTerminal { request.counted = { Talk.count($0) } }
    let ledger = try explainingErrors { () throws(PlanningError) in try request.run() }
    let table = ResultTable.callLedger(ledger)
    try output.show(
      [output.isPublic ? table.published() : table], main: ["calls-read"], notice: nil)
    if !ledger.setAside.isEmpty { throw Exit.findings }
  }
}

struct SynthesizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Make up the calls of a demonstration study and write them to a file.")

  @OptionGroup var study: StudyOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write, in the canonical profile.", valueName: "file"))
  var target: String

  func run() throws {
    let path = try study.path()
    let notice = try explainingErrors { () throws(PlanningError) in
      try StudyPipeline(studyAt: path).synthesize(to: target)
    }
    if let notice { Talk.say(notice) }
  }
}
