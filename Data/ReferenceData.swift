import Foundation

/// The files that come with the library: column profiles, named queries, published schedules and
/// bundled studies.
///
/// They are looked for, in this order, in the folder that the environment variable `ROLLCALL_DATA`
/// names, in the resource folder beside the executable, and in `share/rollcall` beside the folder
/// of the executable. The place where the library was built is never used, so that a released
/// binary finds what was released with it.
public enum ReferenceData {
  /// The name of the environment variable that overrides the place of the files.
  public static let environmentVariable = "ROLLCALL_DATA"

  /// Returns the path of the profile called `name`, or nothing if there is none.
  public static func profile(_ name: String) -> String? {
    existing("Profiles/\(name).yaml")
  }

  /// Returns the path of the folder of the study called `name`, or nothing if there is none.
  public static func study(_ name: String) -> String? {
    existing("Studies/\(name)")
  }

  /// The names of the profiles, in alphabetical order.
  public static var profileNames: [String] {
    names(in: "Profiles").filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
  }

  /// The names of the profiles for records of deployment, in alphabetical order.
  public static var deploymentProfileNames: [String] {
    names(in: "Profiles/Deployment").filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }.sorted()
  }

  /// Returns the path of the named query called `name`, or nothing if there is none.
  public static func query(_ name: String) -> String? {
    existing("Queries/\(name).sql")
  }

  /// The names of the named queries, in alphabetical order.
  public static var queryNames: [String] {
    names(in: "Queries").filter { $0.hasSuffix(".sql") }.map { String($0.dropLast(4)) }
  }

  /// Returns the path of the file of named queries on results, or nothing if it is not found.
  public static var resultQueries: String? { existing("Queries/results.yaml") }

  /// Returns the path of the schema called `name`, such as `study` or `tables/strength`, or nothing if
  /// there is none.
  public static func schema(_ name: String) -> String? {
    existing("Schemas/\(name).schema.json")
  }

  /// Returns the path of the table called `name` of published schedules, or nothing if there is none.
  public static func scheduleTable(_ name: String) -> String? {
    existing("Schedules/\(name).csv")
  }

  /// The names of the bundled studies, in alphabetical order.
  public static var studyNames: [String] { names(in: "Studies") }

  /// The folders that are searched, in order.
  public static var searchedFolders: [String] {
    var folders: [String] = []
    if let stated = ProcessInfo.processInfo.environment[environmentVariable] {
      folders.append(stated)
    }
    if let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      let folder = executable.deletingLastPathComponent()
      folders.append(folder.appending(path: resourceFolder).path)
      folders.append(
        folder.deletingLastPathComponent().appending(path: "share/rollcall").path)
    }
    return folders
  }

  private static let resourceFolder = "Rollcall_ReferenceData.resources"

  private static func existing(_ relativePath: String) -> String? {
    guard !relativePath.split(separator: "/").contains("..") else { return nil }
    return searchedFolders.map { "\($0)/\(relativePath)" }.first {
      FileManager.default.fileExists(atPath: $0)
    }
  }

  private static func names(in folder: String) -> [String] {
    for place in searchedFolders {
      let path = "\(place)/\(folder)"
      guard let found = try? FileManager.default.contentsOfDirectory(atPath: path) else { continue }
      return found.sorted()
    }
    return []
  }
}
