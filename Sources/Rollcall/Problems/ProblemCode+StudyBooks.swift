extension ProblemCode {
  /// The problems of tables of a study that contradict one another.
  static let ofStudyBooks: [ProblemCode] = [
    ProblemCode(
      "E241", .study, "Strength does not add up",
      meaning: "Elsewhere and deployable exceed assigned.",
      causes: ["people detailed elsewhere counted as deployable too"],
      remedy: "Count everybody once.",
      example: "assigned 100 = deployable 90 + elsewhere 10"),
    ProblemCode(
      "E242", .study, "Sworn or civilian contradicts",
      meaning: "Sworn or civilian contradicts the table of ranks.",
      causes: ["a title changed from sworn to civilian in one table"],
      remedy: "Correct one of the two tables.",
      example: "ranks.csv and strength.csv say the same"),
    ProblemCode(
      "E243", .study, "People without a position group",
      meaning: "People for whom no position group of their section is home.",
      causes: ["a rank in strength for which its section has no group"],
      remedy: "Add a group of their rank, or list the rank under `also_fits` of one.",
      example: "also_fits: clerk"),
    ProblemCode(
      "E244", .study, "District without beats",
      meaning: "A district without beats.",
      causes: ["beats of another year"],
      remedy: "Add its beats, or remove the district.",
      example: "add its beats to beats.csv"),
    ProblemCode(
      "E245", .study, "Place in two places",
      meaning: "A place that two rows or tables put in two places.",
      causes: ["a beat under two sectors", "a sector under two districts"],
      remedy: "Correct one of them; sectors of different districts need different names.",
      example: "sector 1 of district 2 becomes sector 2-1"),
    ProblemCode(
      "E247", .study, "Watches overlap or leave a gap",
      meaning: "Watches that overlap or leave a gap.",
      causes: ["lengths that do not sum to 24 hours"],
      remedy: "Let the watches follow one another over 24 hours.",
      example: "06:00, 14:00 and 22:00, 8 hours each"),
    ProblemCode(
      "E248", .study, "Absence in both ledgers",
      meaning: """
        An absence booked in both ledgers; letter case and spaces do not tell two names apart.
        """,
      causes: ["military leave as people and as hours"],
      remedy: "Take whole persons off strength or hours off the year, never both.",
      example: "keep one of the two rows"),
    ProblemCode(
      "E249", .study, "Wrong unit of an absence",
      meaning: "A whole-person absence that is no share of strength, or a recurring one that is.",
      causes: ["people off strength stated in hours"],
      remedy: "Change the unit or the ledger.",
      example: "share_of_strength 0.02"),
    ProblemCode(
      "E250", .study, "Shares over one",
      meaning: "Shares that sum to more than the whole.",
      causes: ["percentages for shares", "rows of two years"],
      remedy: "Lower them until they sum to 1 at most.",
      example: "0.6, 0.3 and 0.1"),
    ProblemCode(
      "E251", .study, "Holders contradict ranks",
      meaning: "Holders that contradict the ranks that fit.",
      causes: ["sworn_only with a civilian rank among those that fit"],
      remedy: "Write `either`, or leave only ranks that may hold the position.",
      example: "holders either"),
    ProblemCode(
      "E252", .study, "Deployable people in held positions",
      meaning: "Deployable people whose home positions are held.",
      causes: ["supply `held` for a group whose people can be moved"],
      remedy: "Write 0 deployable, or make the supply `deployable`.",
      example: "supply deployable"),
    ProblemCode(
      "E253", .study, "Rotation does not fit",
      meaning: "A rotation whose groups do not fit its cycle.",
      causes: ["fewer groups than days of the cycle"],
      remedy: "Name one group for each day of the cycle.",
      example: "six groups for a cycle of six days"),
    ProblemCode(
      "E254", .study, "Circle of position groups",
      meaning: "Position groups whose numbers follow from one another in a circle.",
      causes: ["group A follows B, and B follows A"],
      remedy: "Let one of them be driven by something else.",
      example: "let one follow workload"),
    ProblemCode(
      "E255", .study, "Coverage groups of a district",
      meaning: """
        A district without exactly one group with the driver `coverage`, or a group sized by \
        tours whose section is no district.
        """,
      causes: ["a district with no group sized by coverage, or with two"],
      remedy: """
        Give each district's section one such group; give section and district the same number.
        """,
      example: "driver coverage once for each district"),
    ProblemCode(
      "E256", .study, "Incomplete standard",
      meaning: "A standard that lacks a part, or has one that it cannot have.",
      causes: ["a response standard without minutes"],
      remedy: "Fill or empty the field named.",
      example: "mean_wait_priority_1 3 minutes"),
    ProblemCode(
      "E257", .study, "Broken period",
      meaning: "A period that ends before it begins, or is longer than 20 years.",
      causes: ["first and last day exchanged"],
      remedy: "Give the first and the last day of the calls.",
      example: "from: 2025-01-01, through: 2025-12-31"),
    ProblemCode(
      "E258", .study, "Broken tour",
      meaning: "A tour whose hours contradict one another.",
      causes: ["parts that are longer than the whole"],
      remedy: "Length = street + roll call + relief + meal + check-off; paid at most the length.",
      example: "8.5 h = 7.5 street + 0.5 roll call + 0.5 meal"),
    ProblemCode(
      "E259", .study, "Incomplete list",
      meaning: """
        A list that lacks a member: a month, an hour, a district's share, a watch without tour \
        or share of one-officer units.
        """,
      causes: ["a month, hour, watch or district forgotten"],
      remedy: "Add it.",
      example: "twelve months, from 1 to 12"),
    ProblemCode(
      "E261", .study, "Includes in a circle",
      meaning: "A file includes itself, or more than 20 files are included.",
      causes: ["a file that includes itself"],
      remedy: "Take one of the includes out.",
      example: "take the include out"),
    ProblemCode(
      "E262", .study, "Files of a table differ",
      meaning: "Files of one table with different columns.",
      causes: ["a column added to one of several files"],
      remedy: "Give them the same columns in the same order.",
      example: "the same header in all"),
    ProblemCode(
      "E263", .study, "Day of the study missing",
      meaning: "Rows in force between dates, and no `as_of`.",
      causes: ["rows with dates from and through, and no day to choose by"],
      remedy: "Write the day for which the study plans into `study.yaml`.",
      example: "as_of: 2025-07-01"),
    ProblemCode(
      "E264", .study, "Rows contradict",
      meaning: "Rows of one responder, series or group that contradict one another.",
      causes: ["one responder with two opening hours"],
      remedy: "Write the same in all of them.",
      example: "write the same in all of its rows"),
    ProblemCode(
      "E265", .study, "Ranks in a circle",
      meaning: "Ranks promoted from one another in a circle.",
      causes: ["a rank promoted from the rank above it"],
      remedy: "Name the rank below.",
      example: "sergeant from officer"),
  ]

  /// The problems of studies that can be used all the same.
  static let ofStudyWarnings: [ProblemCode] = [
    ProblemCode(
      "W281", .study, "Printed total differs",
      meaning: "A printed total that its items do not add up to.",
      causes: ["a slip of the pen", "an item left out"],
      remedy: "Compare with the source.",
      example: "compare with the printed table"),
    ProblemCode(
      "W282", .study, "Value without use",
      meaning: "A value that its basis does not use.",
      causes: ["the basis was changed and an old value left"],
      remedy: "Empty the field, or choose the basis that was meant.",
      example: "empty the field"),
    ProblemCode(
      "W283", .study, "Shares under one",
      meaning: "Shares that sum to less than the whole and will be scaled.",
      causes: ["rounding", "a part left out"],
      remedy: "Let them sum to 1.",
      example: "0.333, 0.333 and 0.334"),
    ProblemCode(
      "W284", .study, "Two files disagree",
      meaning: "Two files that state the same thing differently.",
      causes: ["one of them is older"],
      remedy: "Correct one; the message says which is used.",
      example: "the message says which is used"),
    ProblemCode(
      "W285", .study, "More assigned than authorized",
      meaning: "More people assigned than authorized.",
      causes: ["vacancies of one section filled in another"],
      remedy: "Check both figures; if they are right, say so in the assumptions.",
      example: "say so in assumptions.csv"),
    ProblemCode(
      "W286", .study, "Rows not in force",
      meaning: "Rows that are not in force on the day of the study.",
      causes: ["rows of last year, kept on purpose"],
      remedy: "Nothing, if `as_of` is the day that is meant; strict validation lets it pass.",
      example: "as_of: 2025-07-01"),
    ProblemCode(
      "W291", .study, "Row without source",
      meaning: "Strict: a row without source or date.",
      causes: ["a figure from memory"],
      remedy: "Write the document and its date.",
      example: "source \"Budget 2025, p. 12\", date 2024-12-01"),
    ProblemCode(
      "W292", .study, "Assumption without range",
      meaning: """
        Strict: an assumption that names no entry of `assumptions`, or an entry without a range \
        around its value.
        """,
      causes: ["a guess without limits"],
      remedy: "Name the entry; write `low` and `high`.",
      example: "value 0.4, low 0.3, high 0.5"),
    ProblemCode(
      "W293", .study, "Citation not read",
      meaning: "Strict: a rule whose citation nobody has read.",
      causes: ["a rule copied from a summary"],
      remedy: "Read it, correct the row, write `yes`.",
      example: "verified yes, once somebody has read it"),
    ProblemCode(
      "W294", .study, "Target without a row",
      meaning: "Strict: a value standard without a row in `targets`.",
      causes: ["a choice of value that nobody has signed"],
      remedy: "Add who chose it, where, and what else was heard.",
      example: "a row in targets.csv"),
    ProblemCode(
      "W295", .study, "Target without a forum",
      meaning: "Strict: a target without a forum.",
      causes: ["a choice that no meeting has made"],
      remedy: "Name the meeting or body, or that none decided.",
      example: "forum \"council, 2025-03-04\", or \"none\""),
    ProblemCode(
      "W296", .study, "Positions without authority",
      meaning: "Strict: positions without an authority.",
      causes: ["a number that nobody answers for"],
      remedy: "Name who decided on the number.",
      example: "authority \"director of records\""),
  ]
}
