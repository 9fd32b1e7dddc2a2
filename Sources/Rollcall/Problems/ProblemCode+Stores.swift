extension ProblemCode {
  /// The problems of stores of calls.
  static let ofStores: [ProblemCode] = [
    ProblemCode(
      "E160", .store, "No store of calls",
      meaning: "The file is not a store of calls.",
      causes: ["another SQLite file", "an export given as a store"],
      remedy: "Name a file that `rollcall import --into` made, or a new one.",
      example: "rollcall import calls.csv --into calls.sqlite"),
    ProblemCode(
      "E161", .store, "Damaged store",
      meaning: "The store is damaged.",
      causes: ["a copy made while an import was writing", "a disk fault"],
      remedy: "Delete it and import the exports again; they are all that it was made from.",
      example: "rm calls.sqlite, then rollcall import calls.csv --into calls.sqlite"),
    ProblemCode(
      "E162", .store, "Store of another version",
      meaning: "The store is of another version.",
      causes: ["the store was made by an older or newer rollcall"],
      remedy: "Delete it and import again, or use the version that made it.",
      example: "rm calls.sqlite, then import again"),
    ProblemCode(
      "E163", .store, "Store in use",
      meaning: "Another import is writing to the store, or it changed while it was read.",
      causes: ["another import into the same store is running"],
      remedy: "Wait, then try again.",
      example: "wait for it, then start again"),
    ProblemCode(
      "E164", .store, "Store not reachable",
      meaning: "The store cannot be opened, read or written; the disk may be full.",
      causes: ["a wrong path", "no leave", "a full disk"],
      remedy: "Check the folder and its room; the store is as it was.",
      example: "ls -l calls.sqlite"),
    ProblemCode(
      "E169", .store, "Export differs from the store",
      meaning: """
        The store has the export in another form, or the export changed while it was read.
        """,
      causes: ["a file of the same name with other contents", "the file is still being written"],
      remedy: "Add `--replace`; import again when it is written whole.",
      example: "rollcall import calls.csv --into calls.sqlite --replace"),
    ProblemCode(
      "E190", .store, "Output would replace its input",
      meaning: "An output would replace the export that it is made from.",
      causes: ["-o or --into names the export itself"],
      remedy: "Name another file with `-o` or `--into`.",
      example: "rollcall import calls.csv -o canonical.csv"),
  ]

  /// The problems of queries.
  static let ofQueries: [ProblemCode] = [
    ProblemCode(
      "E165", .query, "Wrong SQL",
      meaning: "The SQL of a query is wrong.",
      causes: ["a slip of the pen", "the name of a column of the export instead of the store's"],
      remedy: "Correct it at the place named; the nearest name is suggested.",
      example: "rollcall query calls.sqlite --sql 'SELECT count(*) FROM calls_view'"),
    ProblemCode(
      "E166", .query, "Statement not allowed",
      meaning: "The statement may not run: it would write, or is none that reads.",
      causes: ["UPDATE, DELETE, PRAGMA or two statements"],
      remedy: "Ask with one `SELECT` or `WITH`.",
      example: "SELECT category, count(*) FROM calls_view GROUP BY 1"),
    ProblemCode(
      "E167", .query, "Query too slow",
      meaning: "A query took too long.",
      causes: ["a join of all calls with all calls"],
      remedy: "Ask for less, or allow more by `--seconds`.",
      example: "rollcall query calls.sqlite calls-by-hour --seconds 300"),
    ProblemCode(
      "E168", .query, "Unknown query or parameter",
      meaning: "There is no such named query or parameter, or a value is not of its kind.",
      causes: ["a slip of the pen", "a value of another kind, such as a word for a number"],
      remedy: "Use one of those listed; the nearest is suggested.",
      example: "rollcall query --list"),
    ProblemCode(
      "E184", .query, "Header of a named query",
      meaning: "The header of a named query cannot be understood.",
      causes: ["a query file added or changed by hand"],
      remedy: """
        Begin it with `-- title: …`; write parameters as `-- parameter NAME KIND: what it does`.
        """,
      example: "-- parameter hours number = 8: only calls that took longer"),
    ProblemCode(
      "E185", .query, "Answer not public",
      meaning: """
        Nobody can say what must be withheld from this answer, or it would give small counts \
        away.
        """,
      causes: [
        "a query whose header does not say what its columns count",
        "rows that are single calls",
      ],
      remedy: """
        Ask for counts, a longer period or a larger district; say in the header what columns \
        count.
        """,
      example: "rollcall query calls.sqlite calls-by-category --public"),
  ]
}
