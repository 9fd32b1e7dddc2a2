extension ProblemCode {
  /// The problems of linear programs.
  static let ofPrograms: [ProblemCode] = [
    ProblemCode(
      "E301", .program, "Malformed linear program",
      meaning: "A program in MPS or LP text is malformed, at the line and column named.",
      causes: ["a file of another kind", "an edit by hand"],
      remedy: "As the message says.",
      example: "rollcall lp solve model.mps"),
    ProblemCode(
      "E302", .program, "Program not writable",
      meaning: """
        A program cannot be written: the name of the file tells no format, two names are equal, \
        or the format cannot hold a number.
        """,
      causes: ["a file name without .mps or .lp", "two rows of one name"],
      remedy: "Let the name end in `.mps` or `.lp`; give each row and column a name of its own.",
      example: "rollcall lp convert model.mps model.lp"),
    ProblemCode(
      "E303", .program, "Number the solver cannot take",
      meaning: "The solver cannot take a number of the program or of the settings.",
      causes: ["inf or nan in a file", "a tolerance of 0"],
      remedy: "Correct the file, or the option that the message names.",
      example: "--time-limit 60"),
    ProblemCode(
      "E304", .program, "Solution does not fit",
      meaning: "A line of a solution is not one of the program, or one is missing.",
      causes: ["a solution of another program", "a column left out"],
      remedy: "List every column and every row once, as `kind,name,value,dual`.",
      example: "kind,name,value,dual"),
  ]

  /// The problems of requirements that make no sense.
  static let ofRequirements: [ProblemCode] = [
    ProblemCode(
      "E501", .requirement, "Figure that makes no sense",
      meaning: "A figure of the requirement is negative, endless or outside its range.",
      causes: ["a negative time", "a share over 1"],
      remedy: "Correct the figure that the message names.",
      example: "write the figure that the message names anew"),
    ProblemCode(
      "E502", .requirement, "Absences contradict",
      meaning: "Absences of the study contradict one another or their ledger.",
      causes: ["one absence in two places", "vacancies stated as absences"],
      remedy: "Book every absence once: whole persons off strength, or hours off the year.",
      example: "rollcall validate my-study"),
    ProblemCode(
      "E503", .requirement, "No hours left",
      meaning: """
        After all absences a rank has no tours or hours left, or it has no availability at all.
        """,
      causes: ["absences that take the whole year", "a rank without a tour"],
      remedy: "Look at the table `availability`; correct the absences or the tour.",
      example: "rollcall run my-study --table availability"),
    ProblemCode(
      "E504", .requirement, "Patrol in different tours",
      meaning: "Groups of patrol officers work tours that differ, and the plan needs one.",
      causes: ["two groups of patrol officers with tours of different length"],
      remedy: "Give all groups of patrol officers the same tour.",
      example: "give both the same tour"),
    ProblemCode(
      "E505", .requirement, "Standard out of reach",
      meaning: "No number of units meets the standard, or it names calls that there are not.",
      causes: ["a wait shorter than any number of units gives", "no calls of that priority"],
      remedy: "Loosen the standard, or take it out.",
      example: "mean_wait_priority_1 3, not 0"),
    ProblemCode(
      "E506", .requirement, "Figure of a place missing",
      meaning: """
        A standard needs the area, the streets, the speed or the zone of a place, and the table \
        has none.
        """,
      causes: ["a standard of response without area, streets or speed"],
      remedy: "Fill the column that the message names.",
      example: "area_km2 and street_km in districts.csv"),
    ProblemCode(
      "E507", .requirement, "Position groups contradict",
      meaning: "Position groups refer to one another in a way that gives no number.",
      causes: ["a group driven by one that is not there", "two groups for one coverage"],
      remedy: "Correct the driver that the message names.",
      example: "rollcall validate my-study"),
    ProblemCode(
      "E508", .requirement, "Strength contradicts",
      meaning: """
        A row of strength names a place that is not there, or more people elsewhere than \
        assigned.
        """,
      causes: ["people of a section that no table lists"],
      remedy: "Correct the row that the message names.",
      example: "assigned at least elsewhere"),
    ProblemCode(
      "E509", .requirement, "Cases misplaced",
      meaning: """
        Cases are stated for a group that is not sized by its caseload, or are missing for one \
        that is.
        """,
      causes: ["cases of a group that is not sized by caseload"],
      remedy: "Correct the basis of the group, or move the cases.",
      example: "basis caseload"),
    ProblemCode(
      "E510", .requirement, "Flow of ranks",
      meaning: """
        The exits, hires or promotions of a rank are missing, stated twice or run in a circle.
        """,
      causes: ["exits of a rank stated twice or not at all"],
      remedy: "State each rank once.",
      example: "one row for each rank in flows.csv"),
    ProblemCode(
      "E511", .requirement, "Conversion impossible",
      meaning: "More positions are to be held by civilians than can be.",
      causes: ["more positions convertible than there are"],
      remedy: "Lower the share, or correct the group.",
      example: "eligible at most the positions"),
    ProblemCode(
      "E512", .requirement, "Responders contradict",
      meaning: """
        Responders overlap in the calls that they take, or serve a place that is not there.
        """,
      causes: [
        "two responders for the same calls",
        "a responder of a district that is not there",
      ],
      remedy: "Give each category one responder in each place.",
      example: "one responder for each category"),
  ]

  /// The problems of plans that make no sense.
  static let ofAllocation: [ProblemCode] = [
    ProblemCode(
      "E521", .allocation, "Number out of place",
      meaning: "A number of the plan is negative or endless.",
      causes: ["a strength or a share below 0"],
      remedy: "Correct the figure that the message names.",
      example: "rollcall validate my-study"),
    ProblemCode(
      "E522", .allocation, "Groups and people do not fit",
      meaning: "Position groups, people and districts do not fit together.",
      causes: ["a district without patrol or sergeants", "a group without requirement"],
      remedy: "Correct the group or district that the message names.",
      example: "rollcall run my-study --table positions"),
    ProblemCode(
      "E523", .allocation, "Tours of the plan",
      meaning: "A tour is named twice, or its rotation is too long to be planned day by day.",
      causes: ["one tour twice", "a rotation longer than a year"],
      remedy: "Name each tour once; shorten the rotation.",
      example: "rollcall tours show NAME"),
    ProblemCode(
      "E524", .allocation, "Rules of the plan",
      meaning: "A rule is stated twice, or for a watch that there is not.",
      causes: ["one rule twice", "a rule of a watch that the district has not"],
      remedy: "State each rule once, for a watch of the district.",
      example: "rollcall run my-study --table rules"),
    ProblemCode(
      "E525", .allocation, "Shape of the needs",
      meaning: """
        The units needed for waiting do not fall evenly, so that the plan would not be the best \
        one.
        """,
      causes: ["needs of an hour that rise and fall"],
      remedy: "Run `rollcall validate`; if it finds nothing, this is a defect of the tool.",
      example: "a defect, if the study passes validate"),
    ProblemCode(
      "E526", .allocation, "Solver gave up",
      meaning: "The solver could not finish within its limits of accuracy.",
      causes: ["figures of very different size"],
      remedy: "Run `rollcall validate --strict`; look for figures that are far too large.",
      example: "rollcall validate my-study --strict"),
  ]

  /// The problems of questions that have no answer.
  static let ofQuestions: [ProblemCode] = [
    ProblemCode(
      "E531", .calls, "Calls cannot answer",
      meaning: "The calls of the study cannot answer what was asked.",
      causes: ["no call in the period of the study", "no times where hours are asked"],
      remedy: "Do what the message says: the period, or an export with what is missing.",
      example: "period: {from: 2025-03-03, through: 2025-03-16}"),
    ProblemCode(
      "E541", .question, "Question without an answer",
      meaning: """
        The question names something that the study does not have, or makes no sense for it.
        """,
      causes: ["a slip of the pen", "an item that this study does not have"],
      remedy: "Use one of the names that the message lists.",
      example: "rollcall explain my-study --list"),
    ProblemCode(
      "E542", .question, "Unknown table, column or value",
      meaning: """
        A named query on results was given a value that stands nowhere in its table, or the run \
        lacks the table.
        """,
      causes: ["a slip of the pen", "a district or watch of another study"],
      remedy: "Use one of the values that the message lists; the nearest is suggested.",
      example: "rollcall query staffing --district 7 --watch 3"),
    ProblemCode(
      "E543", .question, "No such code",
      meaning: "There is no problem of this code.",
      causes: ["a letter O in the place of a zero"],
      remedy: "`rollcall explain --codes` lists all of them.",
      example: "rollcall explain --codes"),
  ]
}
