/// The tables of a study, by the key under `tables` in `study.yaml`.
enum StudyTableKind: String, CaseIterable {
  case geography
  case districts
  case sections
  case strength
  case ranks
  case positions
  case availability
  case seniority
  case tours
  case categories
  case standards
  case rules
  case budget
  case authorized
  case assumptions
  case deployment
  case commitments

  /// Whether a study can do without the table.
  var isOptional: Bool {
    switch self {
    case .seniority, .categories, .budget, .authorized, .rules, .assumptions, .deployment,
      .commitments:
      true
    default: false
    }
  }

  /// The largest number of rows; no department has as many.
  var rowLimit: Int {
    switch self {
    case .ranks: 300
    case .tours, .availability, .standards: 1000
    case .districts, .sections, .seniority, .categories, .rules, .budget, .commitments: 3000
    case .geography, .strength, .positions, .authorized, .assumptions, .deployment: 20_000
    }
  }

  /// The columns that must be there, in the usual order.
  var required: [String] {
    switch self {
    case .geography: ["beat", "sector", "district", "area"]
    case .districts: ["district", "name", "area", "area_km2", "population", "source", "date"]
    case .sections: ["section", "name", "bureau", "source", "date"]
    case .strength:
      [
        "section", "rank", "employment", "authorized", "assigned", "elsewhere", "deployable",
        "source", "date",
      ]
    case .ranks:
      ["rank", "title", "employment", "order", "annual_cost_dollars", "source", "date"]
    case .positions:
      [
        "group", "section", "function", "rank", "also_fits", "holders", "basis", "quantity",
        "hours_per_week", "driver", "per", "weight", "minimum_rule", "supply", "working_hours",
        "authority", "source", "date",
      ]
    case .availability:
      ["item", "ledger", "ranks", "band", "amount", "unit", "source", "date"]
    case .seniority: ["rank", "band", "members", "source", "date"]
    case .tours:
      [
        "tour", "watch", "start", "length_hours", "paid_hours", "meal_hours", "roll_call_hours",
        "relief_hours", "check_off_hours", "source", "date",
      ]
    case .categories: ["category", "officers_needed", "units_per_call", "source", "date"]
    case .standards:
      [
        "standard", "watch", "priority", "value", "within_minutes", "unit", "set_by", "source",
        "date",
      ]
    case .rules:
      [
        "rule", "value", "share_of_tours", "authority", "citation", "where", "date", "verified",
        "source",
      ]
    case .budget: ["item", "annual_dollars", "source", "date"]
    case .authorized: ["scope", "employment", "positions", "source", "date"]
    case .assumptions:
      ["id", "statement", "value", "unit", "low", "high", "reason", "owner", "date"]
    case .deployment:
      ["district", "watch", "weekday", "class", "units", "officers", "source", "date"]
    case .commitments:
      [
        "commitment", "kind", "district", "weekdays", "start", "end", "posts",
        "officers_per_post", "interruptible", "supply", "source", "date",
      ]
    }
  }

  /// The columns that may be there, besides a `comment` in every table.
  var optional: [String] {
    switch self {
    case .sections: ["division", "bureau_basis", "assumption", "comment"]
    case .tours: ["employment_ranks", "assumption", "comment"]
    case .standards: ["forum", "assumption", "comment"]
    case .commitments: ["from", "through", "assumption", "comment"]
    case .geography, .assumptions: ["comment"]
    case .districts: ["street_km", "radio_zone", "assumption", "comment"]
    default: ["assumption", "comment"]
    }
  }
}
