import Diagnostics
import Foundation
import Synchronization

/// The one door through which a command speaks: results on standard output, everything else on standard error.
struct Console: Sendable {
    enum Verbosity: Sendable {
        /// Errors only.
        case quiet
        case normal
        /// Notes and every warning as well.
        case verbose
    }

    let verbosity: Verbosity
    /// The folder that diagnostics name files from, as the user wrote it.
    let root: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let wantsColours: Bool
    private let lastProgress = ProgressClock()

    init(
        verbosity: Verbosity = .normal, root: String = ".",
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.verbosity = verbosity
        self.root = root
        wantsColours = environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    private func isColoured(on descriptor: Int32) -> Bool { wantsColours && isatty(descriptor) == 1 }

    /// How many warnings are shown unless more are asked for.
    private static let warningLimit = 10

    // MARK: Speaking

    /// What the command was asked for.
    func result(_ bytes: [UInt8]) { Self.write(bytes, to: STDOUT_FILENO) }

    /// What the command has done.
    func summary(_ text: String) {
        if verbosity != .quiet { result(Array((text + "\n").utf8)) }
    }

    /// Tells diagnostics: errors always, the first warnings, and everything when more words are wanted.
    func report(_ diagnostics: [Diagnostic]) {
        clearProgress()
        var text = ""
        var printer = DiagnosticText(isColoured: isColoured(on: STDERR_FILENO), name: name, source: source)
        var passedOver = 0
        var warnings = 0
        for diagnostic in diagnostics {
            switch (diagnostic.severity, verbosity) {
            case (.error, _), (_, .verbose): text += printer.render(diagnostic)
            case (.warning, .normal):
                warnings += 1
                if warnings > Self.warningLimit { passedOver += 1 } else { text += printer.render(diagnostic) }
            case (.note, .normal), (_, .quiet): break
            }
        }
        if passedOver > 0 { text += "… and \(Amount(passedOver, "warning")) more: see all with --verbose.\n" }
        Self.write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Tells diagnostics that are themselves the result: errors and warnings, and notes when more words are wanted.
    func findings(_ diagnostics: [Diagnostic]) {
        var printer = DiagnosticText(isColoured: isColoured(on: STDOUT_FILENO), name: name, source: source)
        let least: Diagnostic.Severity = verbosity == .quiet ? .error : verbosity == .verbose ? .note : .warning
        for diagnostic in diagnostics where diagnostic.severity >= least {
            result(Array(printer.render(diagnostic).utf8))
        }
    }

    /// A sign of life: on a terminal a line that the next one replaces, ten times a second; elsewhere one line every five.
    func progress(_ text: @autoclosure () -> String) {
        guard verbosity != .quiet, lastProgress.isDue(every: isTerminal ? .milliseconds(100) : .seconds(5)) else {
            return
        }
        Self.write(Array((isTerminal ? "\r\u{1B}[K\(text())" : text() + "\n").utf8), to: STDERR_FILENO)
    }

    func clearProgress() {
        if isTerminal, lastProgress.wasShown() { Self.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
    }

    // MARK: Files

    /// A file of the site, as the user would name it.
    func name(_ file: String) -> String {
        root == "." || file.hasPrefix("/") ? file : root.hasSuffix("/") ? root + file : root + "/" + file
    }

    /// The text of a file of the site; nil where there is none to be read.
    func source(_ file: String) -> SourceText? {
        guard let data = FileManager.default.contents(atPath: name(file)) else { return nil }
        do {
            return try SourceText(file: file, bytes: Array(data))
        } catch {
            return nil  // No excerpt from what is no text.
        }
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }  // Nobody listens any more.
            rest = rest.dropFirst(count)
        }
    }
}

/// When progress was last shown.
private final class ProgressClock: Sendable {
    private struct State {
        var last = ContinuousClock.now
        var isShown = false
    }

    private let state = Mutex(State())

    func isDue(every interval: Duration) -> Bool {
        state.withLock { state in
            let now = ContinuousClock.now
            if now - state.last < interval { return false }
            state = State(last: now, isShown: true)
            return true
        }
    }

    func wasShown() -> Bool {
        state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
    }
}
