import Foundation

/// The entry of libFuzzer for programs that have a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Runs libFuzzer on one function.
public enum FuzzDriver {
  nonisolated(unsafe) private static var test: ([UInt8]) -> Void = { _ in }

  /// Hands input after input to `test` until the time that the arguments give is over; a trap in
  /// `test` ends the program and leaves the input in a file.
  public static func run(_ test: @escaping ([UInt8]) -> Void) -> Never {
    self.test = test
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    let status = runDriver(&count, &arguments) { start, length in
      FuzzDriver.test(Array(UnsafeBufferPointer(start: start, count: length)))
      return 0
    }
    exit(status)
  }
}

/// A folder for the inputs of readers that take paths; it lies where `FUZZ_SCRATCH` says.
public struct ScratchFolder {
  /// The path of the folder.
  public let path: String

  /// Opens the folder and makes it when it is not there.
  public init() {
    let root =
      ProcessInfo.processInfo.environment["FUZZ_SCRATCH"]
      ?? FileManager.default.temporaryDirectory.path
    path = "\(root)/\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Writes `bytes` to the file `name` and returns its path.
  public func write(_ bytes: [UInt8], to name: String) -> String {
    let file = "\(path)/\(name)"
    guard let stream = fopen(file, "w") else { fatalError("\(file) cannot be written") }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
    return file
  }

  /// Copies every file of `folder`, but not the one called `name`.
  public func copyFiles(of folder: String, except name: String) throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file != name {
      let target = "\(path)/\(file)"
      if FileManager.default.fileExists(atPath: target) { continue }
      try FileManager.default.copyItem(atPath: "\(folder)/\(file)", toPath: target)
    }
  }
}

/// The place of a file of the library's data, which `FUZZ_DATA` names.
public func dataPath(_ relative: String) -> String {
  guard let root = ProcessInfo.processInfo.environment["FUZZ_DATA"] else {
    fatalError("FUZZ_DATA does not name the folder Data")
  }
  return "\(root)/\(relative)"
}
