extension ProblemCode {
  /// The problems of files that a run reads or writes.
  static let ofFiles: [ProblemCode] = [
    ProblemCode(
      "E001", .file, "Fingerprint of a file",
      meaning: "A file whose fingerprint is wanted cannot be opened.",
      causes: ["file removed or moved while a run was made", "no leave to read it"],
      remedy: "Check that it exists and may be read.",
      example: "rollcall run my-study -o runs/first, while calls.csv is being moved"),
    ProblemCode(
      "E090", .file, "Results not writable as JSON",
      meaning: "The results cannot be written as JSON.",
      causes: ["a number that is no number reached the results"],
      remedy: "A defect of the tool; report it with the study.",
      example: "please send study.yaml and the tables with the report of the defect"),
    ProblemCode(
      "E091", .file, "Run folder not writable",
      meaning: """
        The run folder cannot be written; or a file stands there, or a folder that is not that \
        of a run or also holds what no run wrote.
        """,
      causes: ["-o names a folder that holds other files", "the disk is full"],
      remedy: """
        Name another folder, or move what is in the way; check that the folder above may be \
        written and has room.
        """,
      example: "rollcall run my-study -o runs/first, not -o my-study"),
    ProblemCode(
      "E092", .file, "Output file not writable",
      meaning: "A file cannot be written, or a folder stands in its place.",
      causes: ["-o names a folder", "the folder above may not be written", "the disk is full"],
      remedy: "Name another file; check that its folder may be written and has room.",
      example: "rollcall import calls.csv -o out/calls.csv, not -o out"),
    ProblemCode(
      "E093", .file, "Unknown profile",
      meaning: "There is no profile of this name.",
      causes: ["a slip of the pen in --profile", "the data folder was not found"],
      remedy: """
        Use a bundled name or the path of a `.yaml` file; if none is bundled, set \
        `ROLLCALL_DATA`.
        """,
      example: "rollcall import calls.csv --profile seattle-call-data; rollcall profile list"),
    ProblemCode(
      "E094", .file, "No calls to read",
      meaning: "The export has a header and no rows, or the store holds no calls.",
      causes: ["an export with a header alone", "a store into which nothing was imported"],
      remedy: "Export the calls again; a period without calls cannot be studied.",
      example: "wc -l calls.csv says 1"),
    ProblemCode(
      "E095", .file, "Dates without times",
      meaning: """
        The calls of an export with dates only cannot be written in the canonical profile, which \
        has times.
        """,
      causes: ["the system exports the day of a call and no time of day"],
      remedy: "Import it without `-o`: midnight would be taken for the time of every call.",
      example: "rollcall import calls.csv --into calls.sqlite, without -o"),
    ProblemCode(
      "E096", .file, "Template not copied",
      meaning: """
        The template of a study cannot be copied: it is not found, or the folder holds \
        something.
        """,
      causes: ["the folder holds something already", "the data folder was not found"],
      remedy: "Name a new folder; `--force` replaces what was started from the same template.",
      example: "rollcall init new-folder --template generic"),
    ProblemCode(
      "E097", .file, "Schema not writable",
      meaning: "A schema cannot be written.",
      causes: ["the folder may not be written"],
      remedy: "Check that the folder may be written and has room.",
      example: "rollcall schema --output schemas"),
    ProblemCode(
      "E099", .file, "Unknown study",
      meaning: "The study named is neither a folder with a study.yaml nor a bundled study.",
      causes: ["a slip of the pen", "a folder without study.yaml", "the wrong working folder"],
      remedy: "Give the folder of a study, or one of the bundled names that the message lists.",
      example: "rollcall run chicago, or rollcall run ./my-study"),
  ]

  /// The problems of delimited text.
  static let ofText: [ProblemCode] = [
    ProblemCode(
      "E101", .text, "File not found",
      meaning: "There is no such file.",
      causes: [
        "a slip of the pen",
        "the wrong working folder",
        "a file that study.yaml names was renamed",
      ],
      remedy: "Check the path; relative paths start from the working directory.",
      example: "ls -l calls.csv"),
    ProblemCode(
      "E102", .text, "File not readable",
      meaning: "The file cannot be read, or there is no memory to decompress it.",
      causes: ["no leave to read it", "a folder in the place of a file", "a pipe that broke"],
      remedy: "Give a file that you may read; decompress it first.",
      example: "chmod u+r calls.csv"),
    ProblemCode(
      "E103", .text, "Empty file",
      meaning: "The file is empty.",
      causes: ["an export that failed half-way", "the wrong file"],
      remedy: "Give a file with a header line.",
      example: "wc -c calls.csv says 0"),
    ProblemCode(
      "E104", .text, "Wrong separator of columns",
      meaning: "The header is one field, and another letter seems to separate the columns.",
      causes: ["a spreadsheet saved with semicolons or tabs"],
      remedy: "State the `delimiter` in the profile, or save the file with commas.",
      example: """
        id;received;cleared in a file whose profile says commas: write `delimiter: ";"` there
        """),
    ProblemCode(
      "E105", .text, "Quote never closed",
      meaning: "A quoted field begins here and the file ends before its closing quote.",
      causes: ["a quotation mark inside a text", "a file cut off"],
      remedy: "Close the quote, or write a quote inside a quoted field twice.",
      example: "\"shots \"\"fired\"\"\" holds a quoted word in a quoted field"),
    ProblemCode(
      "E106", .text, "Row of another length",
      meaning: "A row of a table has more or fewer fields than the header.",
      causes: ["a comma inside a text without quotes", "a column filled in some rows only"],
      remedy: "Add or remove fields; a field that contains the delimiter needs quotes.",
      example: "\"Smith, North\" with quotes is one field, without them two"),
    ProblemCode(
      "E107", .text, "Damaged compressed file",
      meaning: "The compressed file is damaged or ends in the middle.",
      causes: ["a download or copy that stopped"],
      remedy: "Copy or download it again; `gzip -t` tells whether it is whole.",
      example: "gzip -t calls.csv.gz"),
    ProblemCode(
      "E108", .text, "Row too long",
      meaning: "A row has more than 64 million bytes.",
      causes: ["a quote that is opened and never closed"],
      remedy: "Look for a quote that is opened and never closed.",
      example: "grep -c '\"' calls.csv, and look at the lines with an odd number"),
    ProblemCode(
      "E109", .text, "UTF-16 text",
      meaning: "The file is UTF-16.",
      causes: ["a spreadsheet saved as \"Unicode text\""],
      remedy: "Save it as \"CSV UTF-8\", or convert it by `iconv`.",
      example: "iconv -f UTF-16 -t UTF-8 calls.txt > calls.csv"),
    ProblemCode(
      "E110", .text, "Column name twice",
      meaning: "A column of a table has the name of a column before it.",
      causes: ["two columns of one name in a table"],
      remedy: "Give every column a name of its own.",
      example: "district,district,area becomes district,district_name,area"),
  ]
}
