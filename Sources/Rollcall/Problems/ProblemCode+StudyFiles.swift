extension ProblemCode {
  /// The problems of single fields, tables and files of a study.
  static let ofStudyFiles: [ProblemCode] = [
    ProblemCode(
      "E180", .study, "Window of scheduled work ends before it begins",
      meaning: "The last day of scheduled work comes before its first day.",
      causes: ["two dates exchanged"],
      remedy: "Correct one of the two.",
      example: "2025-05-01,2025-09-30"),
    ProblemCode(
      "E181", .study, "Growth outside its range",
      meaning: "A stated growth lies outside its own range.",
      causes: ["low and high exchanged", "a percentage for a share"],
      remedy: "Let low ≤ rate_per_year ≤ high.",
      example: "rate_per_year 0.01, low -0.01, high 0.03"),
    ProblemCode(
      "E201", .study, "File of the study not there",
      meaning: "A file that the study names is not there.",
      causes: ["renamed or not copied", "a slip of the pen"],
      remedy: "Put it into the folder; the nearest name is suggested.",
      example: "calls: {file: calls.csv}"),
    ProblemCode(
      "E202", .study, "File of the study too large",
      meaning: "A file or table is larger than is read.",
      causes: ["an export in the place of a table"],
      remedy: "Name the right file, or cut it to what the study needs.",
      example: "strength.csv has a row for each rank and section, not for each person"),
    ProblemCode(
      "E203", .study, "File of the study not readable",
      meaning: "A file is a folder, a device, unreadable, compressed, or not UTF-8 (YAML).",
      causes: ["a folder, a device, a compressed file or another encoding"],
      remedy: "Name a plain file that you may read; save it as UTF-8; unpack it.",
      example: "file strength.csv says UTF-8"),
    ProblemCode(
      "E204", .study, "File outside the study",
      meaning: "A file name leads out of the study folder.",
      causes: ["a name with .. or a leading /"],
      remedy: "Put the file into the folder and name it without `..` or a leading `/`.",
      example: "file: data/calls.csv"),
    ProblemCode(
      "E205", .study, "study.yaml is no YAML",
      meaning: "A file is not well-formed YAML, or has a key twice.",
      causes: ["tabs", "a colon in a text without quotes", "a key twice"],
      remedy: "Check indentation, colons and quotes just before the place.",
      example: "title: \"City: a study\""),
    ProblemCode(
      "E206", .study, "YAML alias",
      meaning: "A YAML file repeats an anchor by an alias.",
      causes: ["anchors and aliases of YAML, which are not read"],
      remedy: "Write the values out.",
      example: "write the list out twice"),
    ProblemCode(
      "E207", .study, "Unknown layout",
      meaning: "The folder's layout is of another version.",
      causes: ["a study of another version"],
      remedy: "Use the version of the library that the study was written for, or rewrite it.",
      example: "schema: 1"),
    ProblemCode(
      "E208", .study, "Name unfit for a file",
      meaning: "The name of the study is not fit for a file.",
      causes: ["blanks or capitals in `name`"],
      remedy: "Use at most 64 letters from a to z, digits, `-` and `_`.",
      example: "name: north-city-2025"),
    ProblemCode(
      "E211", .study, "Unknown key",
      meaning: "A key that nothing reads.",
      causes: ["a slip of the pen", "a key one level too deep"],
      remedy: "Use one of those listed.",
      example: "calender: becomes calendar:"),
    ProblemCode(
      "E212", .study, "Key missing",
      meaning: "A key that is needed is not there, or the YAML file is empty.",
      causes: ["a key taken out", "an empty file"],
      remedy: "Add it.",
      example: "period: {from: 2025-01-01, through: 2025-12-31}"),
    ProblemCode(
      "E213", .study, "Another shape expected",
      meaning: "A list where a word is expected, or the like.",
      causes: ["a word for a list, a list for a word"],
      remedy: "Write what the message names.",
      example: "years: [2024, 2025]"),
    ProblemCode(
      "E221", .study, "Unknown column",
      meaning: "A column that nothing reads.",
      causes: ["a slip of the pen", "a column of one's own"],
      remedy: "Correct or remove it; `comment` is always allowed.",
      example: "`comment` is read nowhere and always allowed"),
    ProblemCode(
      "E222", .study, "Column missing",
      meaning: "A column that is needed is not there.",
      causes: ["a column taken out of a table"],
      remedy: "Add it to the header; leave its fields empty where nothing is known.",
      example: "rollcall schema strength lists all columns"),
    ProblemCode(
      "E223", .study, "Two columns of one meaning",
      meaning: "Two columns mean the same, such as two census years of `population`.",
      causes: ["two census years of population"],
      remedy: "Remove one.",
      example: "keep population_2020 alone"),
    ProblemCode(
      "E224", .study, "Table without rows",
      meaning: "A table without rows.",
      causes: ["a table begun and not filled"],
      remedy: "Add a row, or take the table out of `study.yaml` if it is optional.",
      example: "remove its line from study.yaml"),
    ProblemCode(
      "E231", .study, "Number not readable",
      meaning: "A number that cannot be read.",
      causes: ["a unit, a percent sign or a separator of thousands"],
      remedy: "Write it plain, without unit or thousands separator.",
      example: "17000000, not 17,000,000"),
    ProblemCode(
      "E232", .study, "Number out of range",
      meaning: "A number outside the range that makes sense.",
      causes: ["a percentage for a share", "hours for minutes"],
      remedy: "Write a number within the limits named.",
      example: "0.4, not 40"),
    ProblemCode(
      "E233", .study, "Date, hour or time zone not readable",
      meaning: "A date, an hour or a time zone that does not exist.",
      causes: ["another order of day and month", "an abbreviation of a zone"],
      remedy: "Write `2023-01-31`, `07:00`, `America/Chicago`.",
      example: "2023-01-31, 07:00, America/Chicago"),
    ProblemCode(
      "E234", .study, "Unknown word",
      meaning: "A word that is not one of those allowed.",
      causes: ["a slip of the pen"],
      remedy: "Use one of those listed.",
      example: "sworn or civilian"),
    ProblemCode(
      "E235", .study, "Empty field",
      meaning: "An empty field that needs a value.",
      causes: ["a value that was not known when the row was written"],
      remedy: "Write a value.",
      example: "write a value, and an entry of assumptions"),
    ProblemCode(
      "E236", .study, "Stated twice",
      meaning: "The same thing stated twice, in two rows or in one list.",
      causes: ["a row copied", "two names that differ in case alone"],
      remedy: "Merge the rows, name it once, or correct the name.",
      example: "merge the rows"),
    ProblemCode(
      "E237", .study, "Unknown reference",
      meaning: "A reference to something that no table lists.",
      causes: ["a slip of the pen", "a row taken out of the table that is referred to"],
      remedy: "Correct the name, or add it to its table.",
      example: "rank `sergant`: did you mean `sergeant`?"),
  ]
}
