import Diagnostics
import Foundation

// How many meetings each round has; `make bench ARGUMENTS="10 50"` for others. `index 10000` links so
// many and builds nothing; `search 10000 folder` writes the index of the search of so many;
// `reading 1 10 100` reads texts of so many megabytes.
let arguments = CommandLine.arguments.dropFirst()
let counts = arguments.compactMap { Int($0) }
let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "rapporteur")
do {
    if arguments.first == "index" {
        for count in counts { try IndexRound.run(count) }
    } else if arguments.first == "search", let count = counts.first, let folder = arguments.last {
        try SearchRound.run(count, into: URL(filePath: folder))
    } else if arguments.first == "reading" {
        if let shape = arguments.compactMap(ReadingRound.Shape.init(rawValue:)).first, let bytes = counts.first {
            try ReadingRound.run(shape, bytes: bytes)
        } else {
            try ReadingRound.report(megabytes: counts.isEmpty ? [1, 10, 100] : counts) { print($0) }
        }
    } else {
        try Benchmark(program: program.path).run(counts.isEmpty ? [100, 1000] : counts)
    }
} catch let error as DiagnosticError {
    for fault in error.diagnostics { print("\(fault.id): \(fault.message)") }
    exit(1)
}
