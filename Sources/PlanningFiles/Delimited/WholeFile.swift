/// All bytes of a file at once, inflated where it is compressed.
package enum WholeFile {
  /// Reads the file at `path`; the path `-` is standard input.
  ///
  /// - Returns: The bytes, and the name of the file for messages.
  /// - Throws: `E101`, `E102` or `E107`: a file that is missing, unreadable or damaged.
  /// - Complexity: O(bytes).
  package static func read(_ path: String) throws(FileError) -> (bytes: [UInt8], name: String) {
    let isStandardInput = path == "-"
    let source = try ByteSource(.file(path: isStandardInput ? "/dev/stdin" : path))
    return (try source.readAll(), isStandardInput ? "standard input" : path)
  }
}
