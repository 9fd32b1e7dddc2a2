import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Bundled profiles")
struct BundledProfileTests {
  static let names: [String] = {
    let folder = SharedFiles.projectRoot.appending(path: "Data/Profiles").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  /// Profiles that read what an older reader of one column for one stamp of one call cannot.
  static let tellHours: Set<String> = [
    "canonical", "canonical-units", "centralsquare-inform", "chicago-oemc", "cincinnati", "detroit",
    "hexagon-icad", "new-orleans", "sacramento-times", "seattle-units", "superion-onesolution",
    "wilmington",
  ]

  @Test func `there are as many profiles as exports that are known`() {
    #expect(Self.names.count == 19)
  }

  @Test(arguments: names)
  func `a bundled profile loads, is named like its file and says where it comes from`(
    name: String
  ) throws {
    let profile = try Exports.profile(name)
    #expect(profile.name == name)
    #expect(profile.source.count > 60)
    #expect(profile.tells(.id) && profile.tells(.received))
    #expect(profile.tellsHoursOfWork == Self.tellHours.contains(name))
    #expect(profile.timeZone != nil || profile.isTemplate || name.hasPrefix("canonical"))
    let isAbsolute = profile.timePatterns.contains { $0.description.contains("X") }
    #expect(!isAbsolute || profile.timeZone != nil)
    let dropped = Set(profile.neverRead)
    #expect(dropped.isDisjoint(with: profile.headersRead))
  }

  /// One export as a system writes it, made up, and the calls that it stands for.
  struct Sample: CustomTestStringConvertible, Sendable {
    let name: String
    let csv: String
    let calls: [String]
    var testDescription: String { name }
  }

  /// Source of truth: written by hand from the description of each profile.
  static let plain: [Sample] = [
    Sample(
      name: "seattle-call-data",
      csv: """
        CAD Event Number,Event Clearance Description,Call Type,Priority,Initial Call Type,Final Call Type,Original Time Queued,Arrived Time,Precinct,Sector,Beat
        2023000000001,REPORT WRITTEN,911,2,A,"--THEFT, OTHER",01/02/2023 11:58:00 PM,01/03/2023 12:08:00 AM,WEST,KING,K1
        2023000000002,UNABLE,ONVIEW,-1,B,--B,01/03/2023 12:00:01 AM,01/01/1900 12:00:00 AM,UNKNOWN,UNKNOWN,NULL
        """,
      calls: [
        "2023000000001 r2023-01-02T23:58:00 a2023-01-03T00:08:00 P2 --THEFT, OTHER community WEST K1",
        "2023000000002 r2023-01-03T00:00:01 --B officer",
      ]),
    Sample(
      name: "new-orleans",
      csv: """
        NOPD_Item,Type_,TypeText,Priority,InitialType,TimeCreate,TimeDispatch,TimeArrive,TimeClosed,Disposition,DispositionText,SelfInitiated,Beat,BLOCK_ADDRESS,Zip,PoliceDistrict,Location
        A0001123,21,COMPLAINT OTHER,1H,21,01/01/2023 12:01:00 AM,01/01/2023 12:20:00 AM,01/01/2023 12:31:00 AM,01/01/2023 01:20:00 AM,NAT,Necessary Action Taken,N,4J02,012XX Somewhere,70114,4,"(29.9, -90.0)"
        A0002123,94,DISCHARGING FIREARM,2D,94,01/01/2023 12:05:00 AM,,,01/01/2023 12:06:00 AM,DUP,DUPLICATE,Y,5D03,X,70117,5,
        """,
      calls: [
        "A0001123 r2023-01-01T00:01:00 d2023-01-01T00:20:00 a2023-01-01T00:31:00 c2023-01-01T01:20:00 P3 COMPLAINT OTHER community 4 4J02",
        "A0002123 r2023-01-01T00:05:00 c2023-01-01T00:06:00 P2 DISCHARGING FIREARM officer 5 5D03 duplicate",
      ]),
    Sample(
      name: "cincinnati",
      csv: """
        ADDRESS_X,AGENCY,EVENT_NUMBER,INCIDENT_TYPE_ID,INCIDENT_TYPE_DESC,PRIORITY,CREATE_TIME_INCIDENT,ARRIVAL_TIME_PRIMARY_UNIT,CLOSED_TIME_INCIDENT,DISPATCH_TIME_PRIMARY_UNIT,BEAT,DISTRICT,DISPOSITION_TEXT
        1XX MAIN,CPD,CPD170101000001,TRAF,TRAFFIC STOP,4,2017 Feb 13 10:45:31 PM,2017 Feb 13 10:50:00 PM,2017 Feb 13 11:15:00 PM,2017 Feb 13 10:46:31 PM,P111,1,ADV: ADVISED
        1XX MAIN,CPD,CPD230101000002,DISORD,DISORDERLY,25,02/14/2023 12:45:31 AM,,02/14/2023 12:50:00 AM,,P112,2,CANCEL INCIDENT
        """,
      calls: [
        "CPD170101000001 r2017-02-13T22:45:31 d2017-02-13T22:46:31 a2017-02-13T22:50:00 c2017-02-13T23:15:00 P4 TRAFFIC STOP community 1 P111",
        "CPD230101000002 r2023-02-14T00:45:31 c2023-02-14T00:50:00 DISORDERLY community 2 P112 cancelled",
      ]),
    Sample(
      name: "seattle-incident-response",
      csv: """
        CAD CDW ID,CAD Event Number,Event Clearance Group,Event Clearance Date,Hundred Block Location,District/Sector,Zone/Beat,At Scene Time
        1,16000075639,BURGLARY,03/03/2016 06:37:05 AM,1 AV,Q,Q3,03/02/2016 10:21:16 PM
        """,
      calls: [
        "16000075639 r2016-03-02T22:21:16 z2016-03-03T06:37:05 BURGLARY community Q Q3"
      ]),
    Sample(
      name: "austin",
      csv: """
        Incident Number,Incident Type,Priority Level,Response Datetime,First Unit Arrived Datetime,Call Closed Datetime,Sector,Final Problem Category,Number of Units Arrived
        230010001,Dispatched Incident,Priority 1,2023 Jan 01 12:03:00 AM,2023 Jan 01 12:10:00 AM,2023 Jan 01 01:10:00 AM,Edward,Crashes,3
        """,
      calls: [
        "230010001 r2023-01-01T00:03:00 a2023-01-01T00:10:00 c2023-01-01T01:10:00 P1 Crashes community Edward u3"
      ]),
    Sample(
      name: "hexagon-icad",
      csv: """
        EID,NUM_1,AD_TS,DS_TS,EN_TS,AR_TS,XDTS,PRIORITY,TYCOD,DGROUP,ESZ,PRIM_UNIT,ASSIGNED_UNITS
        9,P2300001,20230101235950,20230102000010,20230102000100,,20230102010000,2,BURG,CN,159,1A12,2
        10,P2300002,20230102000000CS,,,,,9,NOISE,CN,160,,0
        """,
      calls: [
        "P2300001 r2023-01-01T23:59:50 d2023-01-02T00:00:10 e2023-01-02T00:01:00 c2023-01-02T01:00:00 P2 BURG community CN 159 u2",
        "P2300002 r2023-01-02T00:00:00 P9 NOISE community CN 160 u0",
      ]),
    Sample(
      name: "chicago-foia",
      csv: """
        Type,Pri,Event#,Date,Cross Street,Location Remarks,Best of Occ,Anonymous?,Src,FAOW,Actions,Remarks,Disposition,District,Srv Beat
        DISDOM,1,2315000123,05/30/2023 22:01:05,X,Y,Z,N,E911,1,A,B,19P,011,1123
        TRAFIX,5,2315000124,05/30/2023 22:01,X,Y,Z,N,OV,1,A,B,CLEAR,011,1122
        """,
      calls: [
        "2315000123 r2023-05-30T22:01:05 P1 DISDOM community 011 1123",
        "2315000124 r2023-05-30T22:01:00 P5 TRAFIX officer 011 1122",
      ]),
  ]

  @Test(arguments: plain)
  func `a made-up export of a system gives exactly its calls`(sample: Sample) throws {
    #expect(try read(sample) == sample.calls)
  }

  /// Source of truth: written by hand from the description of each profile.
  static let composed: [Sample] = [
    Sample(
      name: "detroit",
      csv: """
        incident_id,agency,priority,calldescription,call_timestamp,precinct_sca,respondingunit,officerinitiated,intaketime,dispatchtime,traveltime,totalresponsetime,time_on_scene,totaltime
        201901,DPD,1,ASSAULT,2019/07/04 16:00:00+00,0807,2-31A,No,1.5,2.5,10,14,30.5,44.5
        201902,DPD,3,TRAFFIC,2019/01/04 16:00:00+00,0808,,Yes,0,,,,,
        """,
      calls: [
        "201901 r2019-07-04T12:00:00 d2019-07-04T12:04:00 a2019-07-04T12:14:00 c2019-07-04T12:44:30 P1 ASSAULT community 0807",
        "201902 r2019-01-04T11:00:00 P3 TRAFFIC officer 0808",
      ]),
    Sample(
      name: "sacramento-times",
      csv: """
        Record_ID,Call_Type,Description,Reporting_Officer,Unit_ID,Police_District,Beat,Received_Date,Received_Time,Dispatch_Date,Dispatch_Time,Enroute_Date,Enroute_Time,At_Scene_Date,At_Scene_Time,Clear_Date,Clear_Time
        7,415,DISTURBANCE,0123,2A65,6,6A,2019-01-01T00:00:00.000Z,23:58:00,2019-01-02T00:00:00.000Z,00:01:00,,,2019-01-02T00:00:00.000Z,00:10,2019-01-02T00:00:00.000Z,01:01:00
        """,
      calls: [
        "7 r2019-01-01T23:58:00 d2019-01-02T00:01:00 a2019-01-02T00:10:00 c2019-01-02T01:01:00 DISTURBANCE community 6 6A"
      ]),
    Sample(
      name: "los-angeles",
      csv: """
        Incident_Number,Area_Occ,Rpt_Dist,Dispatch_Date,Dispatch_Time,Call_Type_Code,Call_Type_Text
        PD23010100000001,Outside,,01/01/2023 12:00:00 AM,13:05:00,006,TRAFFIC STOP
        """,
      calls: ["PD23010100000001 r2023-01-01T13:05:00 TRAFFIC STOP community Outside"]),
    Sample(
      name: "seattle-units",
      csv: """
        cad_event_number,cad_event_original_time_queued,call_sign_dispatch_time,call_sign_at_scene_time,call_sign_in_service_time,priority,final_call_type,call_type,dispatch_precinct,dispatch_beat,call_sign_dispatch_id
        20250001,2025-01-01T00:00:00.000,2025-01-01T00:02:00.000,2025-01-01T00:05:00.000,2025-01-01T01:00:00.000,1,--FIGHT,911,WEST,K1,2025000111
        20250001,2025-01-01T00:00:00.000,2025-01-01T00:03:00.000,,2025-01-01T00:30:00.000,1,--FIGHT,911,WEST,K1,2025000122
        """,
      calls: [
        "20250001 r2025-01-01T00:00:00 d2025-01-01T00:02:00 a2025-01-01T00:05:00 c2025-01-01T01:00:00 P1 --FIGHT community WEST K1 u2 [unclassified d00:02 c01:00] [unclassified d00:03 c00:30]"
      ]),
    Sample(
      name: "chicago-oemc",
      csv: """
        EVENT_NUMBER,CALL_RECEIVED,UNIT_DISPATCHED,UNIT_ENROUTE,UNIT_ON_SCENE,UNIT_CLEARED,PRIORITY,FINAL_TYPE,SOURCE,DISTRICT,BEAT,UNIT,DISPOSITION
        23001,2023-05-30 22:00:00,2023-05-30 22:01:00,,2023-05-30 22:06:00,2023-05-30 22:40:00,1,DISDOM,E911,011,1123,1123,19P
        23001,2023-05-30 22:00:00,2023-05-30 22:03:00,,,2023-05-30 22:20:00,1,DISDOM,E911,011,1123,1010,19P
        """,
      calls: [
        "23001 r2023-05-30T22:00:00 d2023-05-30T22:01:00 a2023-05-30T22:06:00 c2023-05-30T22:40:00 P1 DISDOM community 011 1123 u2 [beat 011 d22:01 c22:40] [supervisor 010 d22:03 c22:20]"
      ]),
    Sample(
      name: "superion-onesolution",
      csv: """
        inci_id,calltime,priority,nature,district,ra,unitcode,transtype,timestamp
        A1,2023-01-01 10:00:00,2,THEFT,1,12,101,D,2023-01-01 10:05:00
        A1,2023-01-01 10:00:00,2,THEFT,1,12,101,E,2023-01-01 10:06:00
        A1,2023-01-01 10:00:00,2,THEFT,1,12,101,A,2023-01-01 10:15:00
        A1,2023-01-01 10:00:00,2,THEFT,1,12,101,C,2023-01-01 10:45:00
        """,
      calls: [
        "A1 r2023-01-01T10:00:00 d2023-01-01T10:05:00 e2023-01-01T10:06:00 a2023-01-01T10:15:00 c2023-01-01T10:45:00 P2 THEFT community 1 12 u1 [unclassified d10:05 c10:45]"
      ]),
  ]

  /// Source of truth: written by hand; the reader does not read the class of a unit from a column.
  static let classed: [Sample] = [
    Sample(
      name: "canonical-units",
      csv: """
        id,received,dispatched,enroute,arrived,cleared,priority,category,origin,district,beat,closed,outcome,unit,officer_count,home_district,unit_class
        1,2023-01-01T10:00:00,2023-01-01T10:05:00,,,2023-01-01T10:45:00,2,Theft,officer,001,0113,,served,A,2,002,rapid
        """,
      calls: [
        "1 r2023-01-01T10:00:00 d2023-01-01T10:05:00 c2023-01-01T10:45:00 P2 Theft officer 001 0113 u1 [rapid 002 d10:05 c10:45]"
      ])
  ]

  @Test(arguments: classed)
  func `a made-up export in our own columns of units gives exactly its calls`(
    sample: Sample
  ) throws {
    #expect(try read(sample) == sample.calls)
  }

  @Test(arguments: composed)
  func `a made-up export of split columns, durations or unit rows gives exactly its calls`(
    sample: Sample
  ) throws {
    #expect(try read(sample) == sample.calls)
  }

  @Test(arguments: plain + composed + classed)
  func `a made-up export is told to be of its system`(sample: Sample) throws {
    let profiles = try Self.names.map { name throws(FileError) in try Exports.profile(name) }
    let input = DelimitedInput.bytes(Array(sample.csv.utf8), name: "export.csv")
    let found = ProfileDetection(try ExportSample(input), profiles: profiles)
    #expect(found.best?.profile.name == sample.name)
  }

  private func read(_ sample: Sample) throws -> [String] {
    let input = DelimitedInput.bytes(Array((sample.csv + "\n").utf8), name: "export.csv")
    return try CallImport([input], profile: try Exports.profile(sample.name)).calls.map(Self.words)
  }

  /// A call in one line: its stamps by a letter each, what is known of it, then its units.
  private static func words(_ call: CallForService) -> String {
    var words = [call.id, "r\(call.received)"]
    let stamps = [
      ("d", call.dispatched), ("e", call.enroute), ("a", call.arrived), ("c", call.cleared),
      ("z", call.closed),
    ]
    for case (let letter, let time?) in stamps { words.append("\(letter)\(time)") }
    if let priority = call.priority { words.append("\(priority)") }
    words += [call.category.description, call.origin.rawValue]
    words += [call.district?.description, call.beat?.description].compactMap { $0 }
    if let units = call.unitCount { words.append("u\(units)") }
    if call.outcome != .served { words.append(call.outcome.rawValue) }
    for unit in call.responses {
      let clock = { (time: LocalTime?) in
        time.map { String("\($0)".dropFirst(11).prefix(5)) } ?? "?"
      }
      let home = unit.home.map { " \($0)" } ?? ""
      words.append(
        "[\(unit.unitClass.rawValue)\(home) d\(clock(unit.dispatched)) c\(clock(unit.cleared))]")
    }
    return words.joined(separator: " ")
  }
}
