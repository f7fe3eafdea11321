import FlyingFox
import Foundation

/// Answers requests with the files of a built site, as a careful host would: clean addresses, the site's own page for
/// what is not there, nothing outside its folder.
struct SiteHandler: HTTPHandler {
    /// The output folder.
    let root: String
    /// The parts of the path the site stands at: none for `/`, `["digests"]` for `/digests/`.
    let base: [String]
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
        guard let path = RequestPath(request.target.path()) else { return notFound(request) }
        guard path.parts.starts(with: base) else {
            return path.parts.isEmpty ? redirect(to: base, request) : notFound(request)
        }
        let parts = Array(path.parts.dropFirst(base.count))
        if path.isFolder { return file(parts + ["index.html"], .ok, request) ?? notFound(request) }
        switch ServedFile.find(parts, below: root) {
        case .file: return file(parts, .ok, request) ?? notFound(request)
        case .folder: return hasPage(parts) ? redirect(to: path.parts, request) : notFound(request)
        case .nothing: return notFound(request)
        }
    }

    private func hasPage(_ parts: [String]) -> Bool {
        if case .file = ServedFile.find(parts + ["index.html"], below: root) { true } else { false }
    }

    private func notFound(_ request: HTTPRequest) -> HTTPResponse {
        file(["404.html"], .notFound, request) ?? Self.text(.notFound, "There is no such page.")
    }

    private func redirect(to parts: [String], _ request: HTTPRequest) -> HTTPResponse {
        let query = request.target.query()
        var response = Self.text(.temporaryRedirect, "The page is here.")
        response.headers[.location] = RequestPath.folderAddress(parts) + (query.isEmpty ? "" : "?" + query)
        return response
    }

    private func file(_ parts: [String], _ status: HTTPStatusCode, _ request: HTTPRequest) -> HTTPResponse? {
        guard case .file(let file) = ServedFile.find(parts, below: root), let name = parts.last else { return nil }
        var headers: HTTPHeaders = [.contentType: ContentType.of(name)]
        guard status == .ok else {
            return file.read(0..<file.size).map {
                HTTPResponse(statusCode: status, headers: headers, body: Self.body($0))
            }
        }
        headers[.eTag] = file.tag
        headers[.acceptRanges] = "bytes"
        if Self.matches(request.headers[.ifNoneMatch], file.tag) {
            return HTTPResponse(statusCode: .notModified, headers: headers)
        }
        let condition = request.headers[HTTPHeader("If-Range")]
        let range = condition == nil || condition == file.tag ? request.headers[.range] : nil
        switch ByteRange(header: range, size: file.size) {
        case .whole:
            return file.read(0..<file.size).map { HTTPResponse(statusCode: .ok, headers: headers, body: Self.body($0)) }
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"
            return file.read(part).map {
                HTTPResponse(statusCode: .partialContent, headers: headers, body: Self.body($0))
            }
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(file.size)"
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
