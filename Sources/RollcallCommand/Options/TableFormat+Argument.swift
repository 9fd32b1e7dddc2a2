public import ArgumentParser
public import Rollcall

/// The formats of tables as words of the command line.
extension TableFormat: ExpressibleByArgument {}
