import FlyingFox
import Foundation

/// Answers requests with the files of a built site, as a careful host would: clean addresses, the site's own page for
/// what is not there, nothing outside its folder.
struct SiteHandler: HTTPHandler {
    let site: LiveSite
    /// Whether a request must name this machine: a page of another site could else read what is served here, by giving
    /// its own name our address.
    let isLocalOnly: Bool

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        var response = answer(request)
        response.headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        response.headers[.cacheControl] = "no-cache"
        if request.method == .HEAD {
            if response.headers[.contentLength] == nil, case .httpBody(let body) = response.payload {
                response.headers[.contentLength] = body.count.map(String.init)
            }
            response.payload = .httpBody(HTTPBodySequence())
        }
        return response
    }

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        guard isLocalOnly == false || Self.namesThisMachine(request.headers[.host]) else {
            return Self.text(.forbidden, "This preview answers on this machine only.")
        }
        guard request.method == .GET || request.method == .HEAD else {
            var response = Self.text(.methodNotAllowed, "Only GET and HEAD are answered here.")
            response.headers[HTTPHeader("Allow")] = "GET, HEAD"
            return response
        }
        switch request.target.path() {
        case LivePage.eventsPath: return .events(of: site)
        case LivePage.scriptPath:
            return HTTPResponse(
                statusCode: .ok, headers: [.contentType: ContentType.of("live.js")],
                body: Self.body(Data(LivePage.script)))
        case let target: return page(target, site.place, request)
        }
    }

    private func page(_ target: String, _ place: LiveSite.Place, _ request: HTTPRequest) -> HTTPResponse {
        let (root, base) = (place.folder, place.base)
        guard let path = RequestPath(target) else { return notFound(root, request) }
        guard path.parts.starts(with: base) else {
            return path.parts.isEmpty ? redirect(to: base, request) : notFound(root, request)
        }
        let parts = Array(path.parts.dropFirst(base.count))
        if path.isFolder { return file(parts + ["index.html"], in: root, .ok, request) ?? notFound(root, request) }
        switch ServedFile.find(parts, below: root) {
        case .file: return file(parts, in: root, .ok, request) ?? notFound(root, request)
        case .folder: return hasPage(parts, in: root) ? redirect(to: path.parts, request) : notFound(root, request)
        case .nothing: return notFound(root, request)
        }
    }

    private func hasPage(_ parts: [String], in root: String) -> Bool {
        if case .file = ServedFile.find(parts + ["index.html"], below: root) { true } else { false }
    }

    private func notFound(_ root: String, _ request: HTTPRequest) -> HTTPResponse {
        if let page = file(["404.html"], in: root, .notFound, request) { return page }
        if hasPage([], in: root) { return Self.text(.notFound, "There is no such page.") }
        let mark = site.mark
        return HTTPResponse(
            statusCode: .serviceUnavailable, headers: [.contentType: ContentType.of("index.html")],
            body: Self.body(LivePage.bytes(LivePage.placeholder, edition: mark.edition, home: mark.home)))
    }

    private func redirect(to parts: [String], _ request: HTTPRequest) -> HTTPResponse {
        let query = request.target.query()
        var response = Self.text(.temporaryRedirect, "The page is here.")
        response.headers[.location] = RequestPath.folderAddress(parts) + (query.isEmpty ? "" : "?" + query)
        return response
    }

    private func file(
        _ parts: [String], in root: String, _ status: HTTPStatusCode, _ request: HTTPRequest
    ) -> HTTPResponse? {
        // The edition is asked for first: a page that is newer than its mark is fetched once more, and not once less.
        let mark = site.mark
        if status == .ok, let page = glimpse(parts, mark, request) { return page }
        guard case .file(let file) = ServedFile.find(parts, below: root), let name = parts.last else { return nil }
        let type = ContentType.of(name)
        guard type.hasPrefix("text/html") else {
            return Self.content(type, file.tag, file.size, status, request) { file.read($0) }
        }
        guard let page = file.read(0..<file.size) else { return nil }
        let bytes = LivePage.bytes(page, edition: mark.edition, home: mark.home)
        return Self.content(type, file.tag.dropLast() + "-\(mark.edition)\"", bytes.count, status, request) {
            bytes.subdata(in: $0)
        }
    }

    /// A page that is shown before it was built.
    private func glimpse(
        _ parts: [String], _ mark: (edition: String, home: String), _ request: HTTPRequest
    ) -> HTTPResponse? {
        guard let name = parts.last, let file = site.glimpse(at: parts.joined(separator: "/")) else { return nil }
        let type = ContentType.of(name)
        let bytes =
            type.hasPrefix("text/html")
            ? LivePage.bytes(Data(file), edition: mark.edition, home: mark.home) : Data(file)
        return Self.content(type, "\"glimpse-\(mark.edition)\"", bytes.count, .ok, request) { bytes.subdata(in: $0) }
    }

    /// The answer with a file's content, the part of it that was asked for, or nothing when the client has it.
    /// - Parameter read: gives a part of the content, or nil when it cannot be read.
    private static func content(
        _ type: String, _ tag: String, _ size: Int, _ status: HTTPStatusCode, _ request: HTTPRequest,
        read: (Range<Int>) -> Data?
    ) -> HTTPResponse? {
        var headers: HTTPHeaders = [.contentType: type]
        func whole() -> HTTPResponse? {
            read(0..<size).map { HTTPResponse(statusCode: status, headers: headers, body: body($0)) }
        }
        guard status == .ok else { return whole() }
        headers[.eTag] = tag
        headers[.acceptRanges] = "bytes"
        if matches(request.headers[.ifNoneMatch], tag) {
            return HTTPResponse(statusCode: .notModified, headers: headers)
        }
        let condition = request.headers[HTTPHeader("If-Range")]
        let range = condition == nil || condition == tag ? request.headers[.range] : nil
        switch ByteRange(header: range, size: size) {
        case .whole: return whole()
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
            return read(part).map { HTTPResponse(statusCode: .partialContent, headers: headers, body: body($0)) }
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(size)"
            return HTTPResponse(statusCode: .rangeNotSatisfiable, headers: headers)
        }
    }

    private static func matches(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.contains { candidate in
            candidate == "*" || candidate == tag || candidate == "W/" + tag
        }
    }

    private static func namesThisMachine(_ host: String?) -> Bool {
        guard let host else { return true }
        let name = host.hasSuffix("]") ? host : String(host.prefix { $0 != ":" || host.hasPrefix("[") })
        return ["localhost", "127.0.0.1"].contains(name.lowercased()) || host.hasPrefix("[::1]")
    }

    private static func body(_ data: Data) -> HTTPBodySequence {
        HTTPBodySequence(data: data, suggestedBufferSize: 256 * 1024)
    }

    private static func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
        HTTPResponse(
            statusCode: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: body(Data((text + "\n").utf8)))
    }
}
