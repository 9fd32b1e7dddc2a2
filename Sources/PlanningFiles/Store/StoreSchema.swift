/// The tables of a store of calls, as `sqlite_master` keeps them: with their comments.
enum StoreSchema {
  /// Says that a file is a store of calls, as `PRAGMA application_id` gives it: `roll`.
  static let applicationID = 0x726F_6C6C
  /// The version of the tables, as `PRAGMA user_version` gives it.
  static let version = 1

  /// The statements that make an empty store.
  static let statements = [
    imports, sources, names, calls, unitResponses, callsView, unitResponsesView, importsView,
  ]

  private static let imports = """
    CREATE TABLE imports (
      -- One row for each reading: one file, or several that had to be read as one stream.
      id INTEGER PRIMARY KEY,          -- in the order of reading
      profile TEXT NOT NULL,           -- the name of the column profile
      profile_sha256 TEXT NOT NULL,    -- the SHA-256 of everything that the profile says
      cleaning TEXT NOT NULL,          -- the preset of cleaning rules
      importer INTEGER NOT NULL,       -- the version of the importer
      grain TEXT NOT NULL,             -- what a row of the files stands for: call, unit or status
      first_call INTEGER NOT NULL,     -- the calls are those with id from this one …
      last_call INTEGER NOT NULL,      -- … through this one; none where it is less
      responses INTEGER NOT NULL,      -- the number of their unit responses
      ledger TEXT NOT NULL,            -- what became of every row, as JSON
      started TEXT NOT NULL,           -- Coordinated Universal Time
      finished TEXT NOT NULL
    )
    """

  private static let sources = """
    CREATE TABLE sources (
      -- The files of each reading. The last two columns tell quickly whether a file is the same.
      import INTEGER NOT NULL REFERENCES imports (id),
      position INTEGER NOT NULL,       -- in the order of reading, from 0
      file TEXT NOT NULL,              -- the name without its folder
      bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL,            -- of the bytes of the file
      modified INTEGER NOT NULL,       -- nanoseconds since 1970; 0 where the file has no such time
      inode INTEGER NOT NULL,
      PRIMARY KEY (import, position)
    ) WITHOUT ROWID
    """

  private static let names = """
    CREATE TABLE names (
      -- The texts of categories, districts and beats, each once.
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL
    )
    """

  private static let calls = """
    CREATE TABLE calls (
      -- One row for each call for service. Times are seconds since 1970-01-01T00:00:00 on the
      -- agency's wall clock; a time that is not known is NULL. The view calls_view has them as text.
      id INTEGER PRIMARY KEY,          -- in the order of reading
      number TEXT NOT NULL,            -- the number of the call in the dispatch system
      received INTEGER NOT NULL,
      dispatched INTEGER,              -- when the first unit was sent
      enroute INTEGER,                 -- when the first unit set out
      arrived INTEGER,                 -- when the first unit arrived
      cleared INTEGER,                 -- when the last unit was free again
      closed INTEGER,                  -- when the record was closed, which is no end of service
      priority INTEGER,                -- 0 to 9, 1 is most urgent but for 0
      category INTEGER NOT NULL REFERENCES names (id),
      origin INTEGER NOT NULL,         -- 0 community, 1 officer
      outcome INTEGER NOT NULL,        -- 0 served, 1 cancelled, 2 elsewhere, 3 duplicate
      district INTEGER REFERENCES names (id),
      beat INTEGER REFERENCES names (id),
      unit_count INTEGER               -- the units that went, if the export tells
    )
    """

  private static let unitResponses = """
    CREATE TABLE unit_responses (
      -- One row for each unit on a call, where the export tells. Which unit it was is not kept.
      call INTEGER NOT NULL REFERENCES calls (id),
      position INTEGER NOT NULL,       -- within the call, from 0
      unit INTEGER NOT NULL,           -- tells the units of one call apart; 0 where none is told
      class INTEGER NOT NULL,          -- 0 beat, 1 rapid, 2 tactical, 3 supervisor, 4 wagon,
                                       -- 5 citywide, 6 unclassified
      home INTEGER REFERENCES names (id), -- the district that the unit belongs to
      officers INTEGER,                -- in the unit
      dispatched INTEGER,              -- times as in calls
      enroute INTEGER,
      arrived INTEGER,
      cleared INTEGER,
      PRIMARY KEY (call, position)
    ) WITHOUT ROWID
    """
}

/// Views with names and readable times.
extension StoreSchema {
  private static func moment(_ column: String, in table: String = "c") -> String {
    "strftime('%Y-%m-%dT%H:%M:%S', \(table).\(column), 'unixepoch') AS \(column)"
  }

  private static let callsView = """
    CREATE VIEW calls_view AS
      -- The calls with names and readable times; minutes from the first unit sent to the last free.
      SELECT c.id, c.number, \(moment("received")), \(moment("dispatched")), \(moment("enroute")),
        \(moment("arrived")), \(moment("cleared")), \(moment("closed")), c.priority,
        category.name AS category,
        CASE c.origin WHEN 0 THEN 'community' ELSE 'officer' END AS origin,
        CASE c.outcome WHEN 0 THEN 'served' WHEN 1 THEN 'cancelled' WHEN 2 THEN 'elsewhere'
          ELSE 'duplicate' END AS outcome,
        district.name AS district, beat.name AS beat, c.unit_count,
        CAST(strftime('%H', c.received, 'unixepoch') AS INTEGER) AS hour,
        (CAST(strftime('%w', c.received, 'unixepoch') AS INTEGER) + 6) % 7 AS weekday, -- 0 Monday
        CASE WHEN c.cleared >= c.dispatched THEN (c.cleared - c.dispatched) / 60.0 END
          AS busy_minutes,
        CASE WHEN c.arrived >= c.received THEN (c.arrived - c.received) / 60.0 END
          AS response_minutes
      FROM calls AS c
      JOIN names AS category ON category.id = c.category
      LEFT JOIN names AS district ON district.id = c.district
      LEFT JOIN names AS beat ON beat.id = c.beat
    """

  private static let unitResponsesView = """
    CREATE VIEW unit_responses_view AS
      -- The unit responses with names and readable times.
      SELECT r.call, r.position, r.unit,
        CASE r.class WHEN 0 THEN 'beat' WHEN 1 THEN 'rapid' WHEN 2 THEN 'tactical'
          WHEN 3 THEN 'supervisor' WHEN 4 THEN 'wagon' WHEN 5 THEN 'citywide'
          ELSE 'unclassified' END AS class,
        home.name AS home, r.officers, \(moment("dispatched", in: "r")),
        \(moment("enroute", in: "r")), \(moment("arrived", in: "r")),
        \(moment("cleared", in: "r")),
        CASE WHEN r.cleared >= r.dispatched THEN (r.cleared - r.dispatched) / 60.0 END
          AS busy_minutes
      FROM unit_responses AS r
      LEFT JOIN names AS home ON home.id = r.home
    """

  private static let importsView = """
    CREATE VIEW imports_view AS
      -- What was read, file by file.
      SELECT s.file, s.bytes, s.sha256, i.profile, i.cleaning, i.grain,
        max(0, i.last_call - i.first_call + 1) AS calls, i.responses, i.started, i.finished
      FROM imports AS i JOIN sources AS s ON s.import = i.id
      ORDER BY i.id, s.position
    """
}
