public import Foundation

/// Real files and standard problems that do not belong to the project because of their licences.
///
/// They are looked for in the folder that the environment variable `ROLLCALL_SHARED` names, or in
/// `../shared` beside the project. A test that needs one is skipped, by name, where it is absent.
public enum SharedFiles {
  /// The folder.
  public static var root: URL {
    if let stated = ProcessInfo.processInfo.environment["ROLLCALL_SHARED"], !stated.isEmpty {
      return URL(filePath: stated)
    }
    return projectRoot.deletingLastPathComponent().appending(path: "shared")
  }

  /// The root of the project.
  public static var projectRoot: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// Whether a shared file is there.
  public static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// The path of a shared file.
  public static func path(_ path: String) -> String { root.appending(path: path).path }
}
