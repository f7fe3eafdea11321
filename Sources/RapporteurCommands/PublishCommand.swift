import ArgumentParser
import Diagnostics
import Foundation
import Publishing
import SiteGenerator

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Build a site and bring it to where its readers are.",
        discussion: """
            Targets stand in site.json under "publish": a folder, rsync, a git branch, or anything rclone knows. A site
            with links that lead nowhere is not published. Only what differs from what is live is sent; pages before the
            lists that name them, deletions last. Should something fail, the message says what is live, and the same
            command goes on from there.

            Examples:
              rapporteur publish --dry-run
              rapporteur publish web
              rapporteur publish web --rollback
            """
    )

    @Argument(help: "The target's name in site.json; the only one there need not be named.")
    var target: String?

    @OptionGroup var options: SiteOptions
    @OptionGroup var verbosity: VerbosityOptions

    @Flag(name: .long, help: "Show what would be sent and deleted, and stop there.")
    var dryRun = false

    @Flag(name: .long, help: "Go on although many files would be deleted, or the target holds files of somebody else.")
    var confirm = false

    @Flag(
        name: .long,
        help: "Publish what was built last although the site cannot be built now, or links in it lead nowhere.")
    var force = false

    @Flag(name: .long, help: "Send every file again, whatever the record of the target says of it.")
    var all = false

    @Flag(name: .long, help: "Return to what was live before (folder and git).")
    var rollback = false

    @Option(name: .long, help: "How to report the plan and what was done: text or json.")
    var format = ReportFormat.text

    mutating func validate() throws {
        if rollback, force || all { throw ValidationError("--rollback goes without --force and --all.") }
    }

    func run() throws {
        let console = verbosity.console(root: options.site)
        do throws(DiagnosticError) {
            let site = try SiteFolder(root: options.site)
            let target = try site.configuration.target(named: self.target)
            let notes = rollback ? [] : try prepare(site, console)
            if format == .text { console.report(notes) }
            let publisher = try Publisher(
                of: site, to: target, environment: ProcessInfo.processInfo.environment, now: Date())
            let plan = try rollback ? publisher.rollbackPlan() : publisher.plan(everything: all)
            if !dryRun {
                try publisher.carryOut(plan, confirmed: confirm) { progress in console.progress(progress.text) }
            }
            report(plan, notes, console)
        } catch {
            switch format {
            case .json: console.result(PublishPlan.json(failure: error.diagnostics))
            case .text: console.report(error.diagnostics)
            }
            throw ExitCode.failure
        }
    }

    /// Builds the site and looks over what was built.
    /// - Returns: what there is to tell about it.
    private func prepare(_ site: SiteFolder, _ console: Console) throws(DiagnosticError) -> [Diagnostic] {
        var told: [Diagnostic]
        var refusal = "the site cannot be built; nothing was published"
        do {
            let build = SiteBuild(
                site, threads: options.threads, publishesAddresses: !dryRun,
                fail: { fault in
                    console.report([fault])
                    Foundation.exit(ExitCode.failure.rawValue)
                }, progress: { console.progress($0.text) })
            told = try build.run().diagnostics
            refusal = "the site leads its readers nowhere; nothing was published"
            console.progress("Following every link …")
            told += try BuiltSiteCheck(site, threads: options.threads).run()
        } catch {
            told = error.diagnostics
        }
        guard force || !told.contains(where: { $0.severity == .error }) else {
            let next = Diagnostic(
                id: "not-published", severity: .error, message: refusal,
                suggestion: "Put right what is told above. With --force, what was built last is published as it is.")
            throw DiagnosticError(told + [next])
        }
        return told
    }

    private func report(_ plan: PublishPlan, _ notes: [Diagnostic], _ console: Console) {
        switch format {
        case .json: console.result(plan.json(isDone: !dryRun, diagnostics: notes))
        case .text where dryRun:
            console.clearProgress()
            console.result(Array(plan.text(limit: verbosity.verbose ? .max : Self.filesShown).utf8))
            console.report(plan.doubts)
        case .text:
            console.clearProgress()
            console.summary(plan.isEmpty ? "\(plan.target.name): everything is live already." : plan.summary + ".")
        }
    }

    private static let filesShown = 20
}

extension SiteConfiguration {
    /// The target of this name; without a name, the only one there is.
    fileprivate func target(named name: String?) throws(DiagnosticError) -> PublishTarget {
        let names = publish.map(\.name)
        if let target = publish.first(where: { $0.name == name }) { return target }
        if name == nil, publish.count == 1 { return publish[0] }
        let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
        let suggestion: String
        if let name, let nearest = NearestName.of(name, among: names) {
            suggestion = "Write \"\(nearest)\"."
        } else if names.isEmpty {
            suggestion =
                "Add one to site.json: \"publish\": {\"web\": {\"kind\": \"folder\", \"path\": \"/var/www/digests\"}}."
        } else {
            suggestion = "Name one of \(list)."
        }
        throw DiagnosticError(
            Diagnostic(
                id: "no-such-target", severity: .error, file: SiteFolder.configurationName,
                message: name.map { "there is no target \"\($0)\"" }
                    ?? (names.isEmpty ? "the site has no target to be published to" : "the site has several targets"),
                suggestion: suggestion))
    }
}

extension PublishProgress {
    /// As people see it pass.
    fileprivate var text: String {
        switch self {
        case .preparing: "Bringing files together …"
        case .sending(let phase, let files): "Sending \(phase.name) (\(Amount(files, "file"))) …"
        case .deleting(let files): "Deleting \(Amount(files, "file")) …"
        }
    }
}
