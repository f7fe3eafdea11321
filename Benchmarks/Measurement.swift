import Foundation

/// What a piece of work cost.
struct Cost {
    /// Seconds on the clock.
    var seconds = 0.0
    /// Seconds of all processors together.
    var processorSeconds = 0.0

    static func += (a: inout Cost, b: Cost) {
        a.seconds += b.seconds
        a.processorSeconds += b.processorSeconds
    }

    /// The cost of work in this process.
    static func of(_ work: () throws -> Void) rethrows -> Cost {
        let before = rusage.ofThisProcess.seconds
        let clock = ContinuousClock()
        let duration = try clock.measure(work)
        return Cost(seconds: duration / .seconds(1), processorSeconds: rusage.ofThisProcess.seconds - before)
    }
}

extension rusage {
    fileprivate static var ofThisProcess: rusage {
        var usage = rusage()
        #if canImport(Darwin)
            getrusage(RUSAGE_SELF, &usage)
        #else
            getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        #endif
        return usage
    }

    fileprivate var seconds: Double {
        [ru_utime, ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }

    /// The most memory held at a time, in MiB.
    fileprivate var peak: Double {
        #if canImport(Darwin)
            Double(ru_maxrss) / 1_048_576
        #else
            Double(ru_maxrss) / 1024
        #endif
    }
}

/// A program that was run to its end, and what it cost.
struct ProgramRun {
    let cost: Cost
    /// The most memory it held at a time, in MiB.
    let peak: Double
    let status: Int32

    /// - Parameter output: the file that takes what the program prints.
    init(_ program: String, _ arguments: [String], output: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let start = ContinuousClock.now
        guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else {
            throw CocoaError(.executableNotLoadable)
        }
        var usage = rusage()
        var status: Int32 = 0
        wait4(process, &status, 0, &usage)
        cost = Cost(seconds: (ContinuousClock.now - start) / .seconds(1), processorSeconds: usage.seconds)
        peak = usage.peak
        self.status = status
    }
}
