import ArgumentParser
import Foundation
import Rollcall

/// The words after `rollcall query`: a place if one is named, a query, and its options.
struct QueryWords {
  /// The place that is asked, if one is named.
  let place: String?
  /// The name of the query, if there is one.
  let query: String?
  /// The options of the query, in their order.
  let values: [(name: String, text: String)]

  /// Sorts the words: the first is a place when another follows, when SQL is put to it, or when it is
  /// the name of no query.
  init(_ words: [String], hasSQL: Bool) throws {
    let names = Array(words.prefix { !$0.hasPrefix("--") })
    guard names.count <= 2 else {
      throw ValidationError("Name one place and one query: \(names.joined(separator: ", ")).")
    }
    if hasSQL, names.count > 1 {
      throw ValidationError("Give either --sql or a named query, not both: \(names[1]).")
    }
    if names.count == 2 || hasSQL {
      place = names.first
      query = hasSQL ? nil : names.last
    } else if let name = names.first, Self.isPlace(name) {
      place = name
      query = nil
    } else {
      place = nil
      query = names.first
    }
    values = try Self.options(words.dropFirst(names.count))
    if hasSQL, let first = values.first {
      throw ValidationError("--sql takes no options of a named query: --\(first.name).")
    }
  }

  private static func isPlace(_ name: String) -> Bool {
    if ResultQueries.names.contains(name) || ReferenceData.queryNames.contains(name) {
      return FileManager.default.fileExists(atPath: "\(name)/study.yaml")
    }
    return name.hasSuffix(".sqlite") || name.contains("/")
      || StudyOptions.folder(named: name) != nil
  }

  /// The options after the name of the query, as `--name value` or `--name=value`.
  private static func options(
    _ words: ArraySlice<String>
  ) throws -> [(name: String, text: String)] {
    var values: [(name: String, text: String)] = []
    var words = words
    while let word = words.popFirst() {
      guard word.hasPrefix("--"), word.count > 2 else {
        throw ValidationError("Options of a query are given as --name value, not \(word).")
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1)
      if parts.count == 2 {
        values.append((String(parts[0]), String(parts[1])))
      } else if let value = words.popFirst() {
        values.append((String(parts.first ?? ""), value))
      } else {
        throw ValidationError("\(word) needs a value.")
      }
    }
    return values
  }
}

/// Where an answer comes from.
enum AnsweringPlace {
  /// The folder of a study.
  case study(String)
  /// The folder of a run.
  case run(String)
  /// A store of calls.
  case store(String)

  /// Returns the place that is named, or the one that is meant where none is.
  ///
  /// - Parameters:
  ///   - name: What was named, if anything.
  ///   - isQuiet: Whether nothing is said of the place that was chosen.
  ///   - isOfCalls: Whether calls are asked, which no run has.
  /// - Returns: The place.
  /// - Throws: An exit code when there is no such study.
  static func of(_ name: String?, isQuiet: Bool, isOfCalls: Bool = false) throws -> AnsweringPlace {
    let files = FileManager.default
    guard let name else {
      if files.fileExists(atPath: "study.yaml") { return .study(".") }
      if !isOfCalls {
        if files.fileExists(atPath: RunFolder.manifestName) { return .run(".") }
        if let latest = latestRun() {
          if !isQuiet { Talk.say("note: no study was named; the run \(latest) is asked") }
          return .run(latest)
        }
      }
      return .study(try StudyOptions.unnamed(isQuiet: isQuiet))
    }
    let kind = try? URL(filePath: name).resourceValues(forKeys: [.isDirectoryKey])
    if kind?.isDirectory == false || name.hasSuffix(".sqlite") { return .store(name) }
    if files.fileExists(atPath: "\(name)/\(RunFolder.manifestName)") { return .run(name) }
    var options = StudyOptions()
    options.study = name
    return .study(try options.path())
  }

  /// The run below `runs/` whose manifest is the newest.
  private static func latestRun() -> String? {
    let files = FileManager.default
    let names = ((try? files.contentsOfDirectory(atPath: "runs")) ?? []).sorted()
    var latest: (path: String, date: Date)?
    for name in names where !name.hasPrefix(".") {
      let manifest = "runs/\(name)/\(RunFolder.manifestName)"
      guard let date = (try? files.attributesOfItem(atPath: manifest))?[.modificationDate] as? Date
      else { continue }
      if let found = latest, found.date >= date { continue }
      latest = ("runs/\(name)", date)
    }
    return latest?.path
  }
}
