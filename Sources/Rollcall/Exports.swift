// What a program needs that imports `Rollcall`: the nouns, the readers and writers, and the stages.
@_exported public import DemandSynthesis
@_exported public import PlanningFiles
@_exported public import PolicingDomain
@_exported public import ReferenceData
@_exported public import Reports
@_exported public import StaffAllocation
@_exported public import StaffingRequirements
@_exported public import WorkloadAnalysis
