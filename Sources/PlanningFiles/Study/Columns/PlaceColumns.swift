/// The columns of the tables of places and of the list of assumptions.
enum PlaceColumns {
  static let geography: [StudyColumn] = [
    .always("beat", .text, "The number of the beat, as text.", "0713"),
    .always("sector", .text, "The sector of the beat.", "007-1"),
    .always("district", .reference(.districts), "The district of the beat.", "007"),
    .always("area", .text, "The area of the district.", "1"),
    .optional("source", .text, "The document or data set.", "beat boundaries of 2024"),
    .optional("date", .date, "The date of the source.", "2024-06-03"),
  ]

  static let districts: [StudyColumn] =
    [
      .always("district", .text, "The number of the district, as text.", "007"),
      .always("name", .text, "The name of the district.", "Englewood"),
      .always("area", .text, "The area to which it belongs.", "1"),
      .column(
        "area_km2", .number(0.001...1_000_000), "Land area.", unit: "square kilometres", "17.3"),
      .column(
        "population", .whole(0...100_000_000),
        "Residents; the name may end in a census year, as `population_2020`.", unit: "people",
        "68000"),
      .optional(
        "street_km", .number(0.001...1_000_000), "Streets that are patrolled.", unit: "kilometres",
        "310"),
      .optional("radio_zone", .text, "The radio zone.", "6"),
      .optional(
        "daytime_population", .whole(0...100_000_000), "People there by day.", unit: "people",
        "91000"),
      .optional(
        "violent_crimes", .number(0...10_000_000), "Violent crimes reported in a year.",
        unit: "crimes a year", "1450"),
    ] + .sourced

  static let assumptions: [StudyColumn] = [
    .always("id", .text, "A short name, to which rows of other tables may point.", "AVL-01"),
    .always("statement", .text, "What is assumed, in plain words.", "No leave in the first year"),
    .column("value", .text, "The value assumed.", "0.4"),
    .column("unit", .text, "The unit of the value.", "share"),
    .column("low", .text, "The smallest value worth trying.", "0.3"),
    .column("high", .text, "The largest value worth trying.", "0.5"),
    .always("reason", .text, "Why this value.", "The middle of published studies"),
    .always("owner", .text, "Who stands for it.", "planning unit"),
    .always("date", .date, "When it was made.", "2025-01-01"),
    .optional("comment", .text, "A note for readers of the file.", "ask the budget office"),
  ]
}
