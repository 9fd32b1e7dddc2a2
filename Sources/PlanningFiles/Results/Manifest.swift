import Crypto
public import Foundation

/// What a run was made from: the tool, the arguments, the seed, and the fingerprint of every file.
public struct Manifest: Codable, Hashable, Sendable {
  /// The tool and what its numbers depend on.
  public struct Tool: Codable, Hashable, Sendable {
    /// The name of the tool.
    public let name: String
    /// Its version.
    public let version: String
    /// What does its linear algebra.
    public let numerics: String

    /// Creates a description of the tool.
    public init(name: String, version: String, numerics: String) {
      self.name = name
      self.version = version
      self.numerics = numerics
    }
  }

  /// One file with its fingerprint.
  public struct File: Codable, Hashable, Sendable {
    /// The path, relative to the study or to the run.
    public let path: String
    /// The number of bytes.
    public let bytes: Int
    /// The SHA-256 of the bytes, in hexadecimal digits.
    public let sha256: String

    /// Creates a description of a file.
    public init(path: String, bytes: Int, sha256: String) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }

    /// Describes a file of these bytes.
    init(_ path: String, _ bytes: [UInt8]) {
      self.init(path: path, bytes: bytes.count, sha256: Fingerprint.sha256(bytes))
    }
  }

  /// When a run was made.
  ///
  /// Two runs of one study differ in nothing else.
  public struct Times: Codable, Hashable, Sendable {
    /// The start, in Coordinated Universal Time.
    public let started: String
    /// The seconds it took.
    public let seconds: Double

    /// Creates a record of times.
    public init(started: String, seconds: Double) {
      self.started = started
      self.seconds = seconds
    }
  }

  /// The version of the layout of run folders.
  public var schema = 1
  /// What every page of the study must say, if anything.
  public let notice: String?
  /// The tool.
  public let tool: Tool
  /// The arguments that shape the results.
  public var arguments: [String]
  /// The seed of everything random.
  public let seed: UInt64
  /// Every file that was read.
  public let inputs: [File]
  /// Every file that was written.
  public var outputs: [File] = []
  /// Every file of a report that was added to the run; nothing without one.
  public var reports: [File]?
  /// When.
  public let times: Times

  /// Creates a manifest.
  public init(
    notice: String?, tool: Tool, arguments: [String], seed: UInt64, inputs: [File], times: Times
  ) {
    self.notice = notice
    self.tool = tool
    self.arguments = arguments
    self.seed = seed
    self.inputs = inputs
    self.times = times
  }
}

/// Fingerprints of files, so that a reader can tell whether two runs had the same input.
public enum Fingerprint {
  /// Returns the SHA-256 of `bytes` in hexadecimal digits.
  public static func sha256(_ bytes: some DataProtocol) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  /// Returns the length and the SHA-256 of a file, read piece by piece.
  ///
  /// - Throws: ``FileError`` when the file cannot be read.
  public static func file(
    at path: String, named name: String
  ) throws(FileError) -> Manifest.File {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw FileError([
        FileIssue(
          code: "E001", "the file cannot be opened", file: path,
          remedy: "check that it exists and may be read")
      ])
    }
    var hash = SHA256()
    var bytes = 0
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.update(data: piece)
      bytes += piece.count
    }
    try? handle.close()
    return Manifest.File(path: name, bytes: bytes, sha256: hexadecimal(hash.finalize()))
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
