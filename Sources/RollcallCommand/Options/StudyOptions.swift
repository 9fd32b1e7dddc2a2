import ArgumentParser
import Foundation
import Rollcall

/// The study that a command works on.
struct StudyOptions: ParsableArguments {
  @Argument(
    help: "The folder of a study, or the name of a bundled one, such as chicago.",
    completion: .custom { _, _, begun in Completions.studies(begun) })
  var study: String

  /// The folder: a path that exists, else a bundled study of this name.
  func path() throws -> String {
    if let path = Self.folder(named: study) { return path }
    let names = ReferenceData.studyNames
    Talk.problem(
      "E099", "there is no study `\(study)`",
      help: Suggestion.question(study, among: names)
        + "give the folder of a study, or one of the bundled names: "
        + names.joined(separator: ", "))
    throw Exit.badInput
  }

  /// Returns the folder that `name` stands for, if there is one.
  static func folder(named name: String) -> String? {
    guard !name.isEmpty else { return nil }
    if FileManager.default.fileExists(atPath: name) { return name }
    return name.contains("/") ? nil : ReferenceData.study(name)
  }

  /// Returns the folder of the study that is meant where none is named: the current folder, else the
  /// bundled demonstration, which is said.
  static func unnamed(isQuiet: Bool) throws -> String {
    if FileManager.default.fileExists(atPath: "study.yaml") { return "." }
    guard let bundled = ReferenceData.study("chicago") else {
      throw ValidationError("Name a study: there is none in this folder.")
    }
    if !isQuiet { Talk.say("note: no study was named; the bundled demonstration is taken") }
    return bundled
  }
}

/// How the calls of a study are reached.
struct AccessOptions: ParsableArguments {
  @Flag(help: "Read the exports directly, without a store in the cache.")
  var noStore = false

  @Flag(help: "Read every export whole to see whether it changed; else size and time tell.")
  var verify = false

  @Option(help: "How many threads read; all processors if not given.")
  var threads: Int?

  func validate() throws {
    guard let threads, !(1...256).contains(threads) else { return }
    throw ValidationError("--threads takes a number from 1 to 256.")
  }

  var access: CallAccess {
    var access = CallAccess()
    access.usesStore = !noStore
    access.verifies = verify
    if let threads { access.threads = threads }
    return access
  }
}
