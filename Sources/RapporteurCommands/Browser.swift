import Diagnostics
import Foundation

/// The browser of whoever sits at this machine.
enum Browser {
    #if os(macOS)
        private static let opener = "open"
    #else
        private static let opener = "xdg-open"
    #endif

    /// Opens an address, by the program that this system has for it. That there is none is no reason to stop.
    static func open(_ address: String, _ console: Console) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [opener, address]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { process in
            if process.terminationStatus != 0 { console.report([fault(address)]) }
        }
        do {
            try process.run()
        } catch {
            console.report([fault(address)])
        }
    }

    private static func fault(_ address: String) -> Diagnostic {
        Diagnostic(
            id: "no-browser", severity: .warning, message: "\(opener) could not open a browser",
            suggestion: "Open \(address) yourself.")
    }
}
