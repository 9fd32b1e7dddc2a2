extension ProblemCode {
  /// The problems of profiles and the exports that they read.
  static let ofProfiles: [ProblemCode] = [
    ProblemCode(
      "E120", .profile, "Profile is no YAML",
      meaning: "The profile is not YAML, has a key twice, or repeats an anchor by an alias.",
      causes: ["tabs instead of spaces", "a text with a colon that is not in quotes"],
      remedy: "Indent by spaces; put texts with `:` or `#` in quotes; write the values out.",
      example: "note: \"at once: no delay\""),
    ProblemCode(
      "E121", .profile, "Unknown key of a profile",
      meaning: "The profile has a key that nothing reads.",
      causes: ["a slip of the pen", "a key one level too deep"],
      remedy: "Use one of the keys listed; the nearest is suggested.",
      example: "colums: becomes columns:"),
    ProblemCode(
      "E122", .profile, "Senseless value in a profile",
      meaning: "A value of the profile makes no sense.",
      causes: ["a word instead of a list", "a time pattern with a letter that nothing knows"],
      remedy: """
        Write what the message names: a list, one word of several, a level from 0 to 9, a year, \
        a time pattern.
        """,
      example: "formats: [\"yyyy-MM-dd HH:mm:ss\"]"),
    ProblemCode(
      "E123", .profile, "Incomplete profile",
      meaning: """
        The profile is empty, or lacks its name, `columns`, `times` or its `formats`, or a \
        column for the number of the call or the time of receipt.
        """,
      causes: ["a profile begun by hand", "a column taken out"],
      remedy: "Add it; `id: row number` serves where there are no numbers.",
      example: "rollcall profile new calls.csv -o my.yaml writes a whole one"),
    ProblemCode(
      "E124", .profile, "Personal column in a profile",
      meaning: "The profile maps a column with personal data, by its name or by `never_read`.",
      causes: ["a column of names, telephone numbers or remarks mapped by mistake"],
      remedy: "Take the line out; no staffing question needs it.",
      example: "officer_name under columns: take it out, or list it under never_read"),
    ProblemCode(
      "E125", .profile, "Column not in the export",
      meaning: "The export does not have a column that the profile maps.",
      causes: ["another version of the system", "a profile of another agency"],
      remedy: "Correct the name in the profile, or take the field out of it.",
      example: "rollcall profile detect calls.csv --table profile-columns"),
    ProblemCode(
      "E126", .profile, "Column twice in the export",
      meaning: "The export has a column that the profile maps more than once.",
      causes: ["a join that repeated a column"],
      remedy: "Rename all but one.",
      example: "Priority,Priority becomes Priority,Priority_2"),
    ProblemCode(
      "E127", .profile, "No export named",
      meaning: "There is no export to read.",
      causes: ["a pattern such as *.csv that fits nothing"],
      remedy: "Name at least one file.",
      example: "rollcall import calls.csv"),
    ProblemCode(
      "E128", .profile, "Export named twice",
      meaning: "An export is named twice, be it under two names.",
      causes: ["one file by two names, such as a link"],
      remedy: "Name every export once.",
      example: "rollcall import 2023.csv 2024.csv"),
    ProblemCode(
      "E130", .profile, "Time zone unknown",
      meaning: """
        Times are stated with an offset, or in a zone that does not exist, and the profile does \
        not tell the agency's time zone.
        """,
      causes: ["times with an offset, and a profile that does not say where the agency is"],
      remedy: "Add `timezone` to the profile, such as America/Chicago.",
      example: "timezone: America/Chicago"),
    ProblemCode(
      "E131", .profile, "Temporary file of numbers",
      meaning: "A temporary file, for the numbers of calls of a large export, cannot be used.",
      causes: ["no room in the temporary folder"],
      remedy: "Make room, or set `TMPDIR` to a folder that you may write.",
      example: "TMPDIR=/var/tmp rollcall import calls.csv"),
    ProblemCode(
      "E140", .profile, "Profile too large",
      meaning: "The profile is larger than 1 MB.",
      causes: ["the export given in the place of the profile"],
      remedy: "Name a profile; the export is the other argument.",
      example: "rollcall import calls.csv --profile my.yaml"),
    ProblemCode(
      "E141", .profile, "Personal values in a column",
      meaning: "A column that the profile maps holds personal data, by the look of its values.",
      causes: ["a column whose values look like telephone numbers, names or addresses of mail"],
      remedy: "Take it out of `columns`, and list it under `never_read`.",
      example: "list the column under never_read"),
    ProblemCode(
      "E142", .profile, "No first profile possible",
      meaning: """
        No first profile can be made: the file has no rows, or no column holds dates or times.
        """,
      causes: ["a file without rows", "a file without dates, such as a list of beats"],
      remedy: "Name an export of calls.",
      example: "rollcall profile new calls.csv"),
    ProblemCode(
      "E143", .profile, "Too many columns",
      meaning: "The file has more than 1,000 columns.",
      causes: ["a spreadsheet with empty columns to its right", "no export of calls"],
      remedy: "Name an export of calls.",
      example: "delete the columns without a name"),
    ProblemCode(
      "E191", .profile, "No profile reads the export",
      meaning: "No bundled profile reads the export, or it is no export of calls.",
      causes: ["a system that is not known yet", "no export of calls"],
      remedy: "`rollcall profile detect FILE` says more; name a profile with `--profile`.",
      example: "rollcall profile new calls.csv -o my.yaml"),
    ProblemCode(
      "E192", .profile, "Exports of different kinds",
      meaning: "The exports named are of different kinds.",
      causes: ["files of two systems in one command"],
      remedy: "Examine them one kind at a time.",
      example: "rollcall doctor 2023.csv 2024.csv"),
  ]

  /// The problems of rows that wait for their call.
  static let ofStreams: [ProblemCode] = [
    ProblemCode(
      "E150", .stream, "Temporary file not made",
      meaning: "A temporary file cannot be made for the rows of units or of a status log.",
      causes: ["TMPDIR names a folder that is not there"],
      remedy: "Set `TMPDIR` to a folder that you may write.",
      example: "TMPDIR=/var/tmp rollcall import units.csv"),
    ProblemCode(
      "E151", .stream, "Temporary file not written",
      meaning: "The temporary file cannot be written.",
      causes: ["no room in the temporary folder"],
      remedy: "Make room, or set `TMPDIR` to a folder with as much room as the export takes.",
      example: "df -h /tmp"),
    ProblemCode(
      "E152", .stream, "Temporary file not read back",
      meaning: "The temporary file cannot be read back.",
      causes: ["a disk fault"],
      remedy: "Look whether the disk is sound.",
      example: "dmesg shows faults of disks"),
  ]

  /// The problems of records of deployment and of tours.
  static let ofDeployment: [ProblemCode] = [
    ProblemCode(
      "E170", .deployment, "Overtime is no deployment",
      meaning: "A study names records of overtime as its deployment.",
      causes: ["deployment in study.yaml names records of overtime"],
      remedy: "Name a unit log, attendance sheets or a roster.",
      example: "profile: attendance"),
    ProblemCode(
      "E171", .deployment, "Column looks personal",
      meaning: "The file has a column that looks personal and that the profile does not drop.",
      causes: ["a roster with names or numbers of employees"],
      remedy: "Take it out of the export, or list it under `never_read`; it is then never read.",
      example: "never_read: [employee_name]"),
    ProblemCode(
      "E172", .deployment, "No usable row",
      meaning: "None of the rows of a record of deployment could be used.",
      causes: ["days outside the period of the study", "statuses that the profile does not list"],
      remedy: "The table `deployment-rows` says what became of every row.",
      example: "rollcall deployment sheets.csv --profile attendance --table deployment-rows"),
    ProblemCode(
      "E174", .deployment, "Days far apart",
      meaning: "The days lie more than 20 years apart.",
      causes: ["a year typed wrong, such as 2204"],
      remedy: "Correct the dates, or give the study: days outside its period are set aside.",
      example: "look for the first and the last day in the message"),
    ProblemCode(
      "E175", .deployment, "Tours table unreadable",
      meaning: "A table of schedules of tours cannot be read, or a line of it makes no sense.",
      causes: ["a table of tours changed by hand", "the data folder was not found"],
      remedy: "Correct the line named; set `ROLLCALL_DATA` if the bundled tables were not found.",
      example: "rollcall tours list"),
  ]
}
