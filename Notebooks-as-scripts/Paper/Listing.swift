/// The text of a notebook, cut into prose and code.
///
/// Lines that begin with `//` in the first column are prose. Code is cut at empty lines behind which
/// a line begins in the first column, so that what a statement shows can stand right beneath it.
struct Listing {
  /// One piece, with the numbers of its first and last line, from 1.
  struct Piece: Hashable {
    enum Kind: Hashable {
      case prose
      case code
    }
    let kind: Kind
    let first: Int
    var last: Int
    var text: String
  }

  let pieces: [Piece]

  /// Cuts a program.
  init(of program: String) {
    var pieces: [Piece] = []
    var isCut = true
    let lines = program.split(separator: "\n", omittingEmptySubsequences: false)
    for (position, line) in lines.enumerated() {
      let number = position + 1
      if line.isEmpty {
        isCut = true
        continue
      }
      let kind: Piece.Kind = line.hasPrefix("//") ? .prose : .code
      let text =
        kind == .prose ? String(line.dropFirst(line.hasPrefix("// ") ? 3 : 2)) : String(line)
      let goesOn = kind == .code && (line.first == " " || line.first == "}" || line.first == ")")
      if let last = pieces.last, last.kind == kind, !isCut || goesOn {
        let gap = String(repeating: "\n", count: number - last.last)
        pieces[pieces.count - 1].text += gap + text
        pieces[pieces.count - 1].last = number
      } else {
        pieces.append(Piece(kind: kind, first: number, last: number, text: text))
      }
      isCut = false
    }
    self.pieces = pieces
  }

  /// The title: the first heading of the prose.
  var title: String {
    let heading = pieces.lazy.filter { $0.kind == .prose }.flatMap {
      $0.text.split(separator: "\n")
    }
    .first { $0.hasPrefix("# ") }
    return heading.map { String($0.dropFirst(2)) } ?? "Notebook"
  }

  /// What the reader will learn: the first paragraph of the prose that is no heading.
  var promise: String {
    for piece in pieces where piece.kind == .prose {
      for paragraph in Prose.paragraphs(of: piece.text) {
        if case .words(let words) = paragraph { return words }
      }
    }
    return ""
  }
}
