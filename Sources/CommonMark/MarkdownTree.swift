import CCmark

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A parsed Markdown page: the owner of cmark's tree, and the only place that knows cmark's types.
struct MarkdownTree: ~Copyable {
    private let document: OpaquePointer?
    private static let options = CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8

    init(parsing markdown: [UInt8]) {
        document = markdown.withUnsafeBytes { bytes in
            cmark_parse_document(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, Self.options)
        }
    }

    deinit { cmark_node_free(document) }

    func html() -> [UInt8] {
        guard let text = cmark_render_html(document, Self.options) else { return [] }
        defer { free(text) }
        return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    /// Turns each Markdown heading into one with an `id`, unless there is an `id` within it.
    ///
    /// cmark's headings have no attributes. So a heading's text moves into an inline node that brings its own tags,
    /// and that into a block node that brings none and takes the heading's place.
    mutating func giveHeadingsIDs(_ ids: consuming HeadingIDs) {
        var headings: [Heading] = []
        var open: Heading?
        forEachNode { node, entering in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HEADING:
                if entering {
                    open = Heading(node: node)
                } else if let heading = open {
                    headings.append(heading)
                    open = nil
                }
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: open?.text.append(Self.literal(node))
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: open?.text.append(" ")
            case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
                let (found, hasPermalink) = Self.anchors(in: node)
                found.forEach { ids.take($0) }
                if !found.isEmpty || hasPermalink { open?.hasID = true }
            default: break
            }
        }
        for heading in headings where !heading.hasID {
            if let id = ids.id(for: heading.text) { Self.replace(heading.node, id: id) }
        }
    }

    /// The ids in a node of HTML, and whether it links to a place of its own page.
    private static func anchors(in node: OpaquePointer) -> (ids: [String], hasPermalink: Bool) {
        guard let text = cmark_node_get_literal(node) else { return ([], false) }
        let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        let bytes = UnsafeBufferPointer(start: start, count: strlen(text))
        var ids: [String] = []
        var hasPermalink = false
        var scan = TagScan(bytes)
        while let tag = scan.nextTag() {
            scan.forEachAttribute { name, value in
                switch name {
                case .id: ids.append(CharacterReferences.decode(bytes[value]))
                case .address:
                    let beginning = bytes[value].prefix(CharacterReferences.longest)
                    hasPermalink = hasPermalink || CharacterReferences.decode(beginning).hasPrefix("#")
                case .pragma, .content, .other: break
                }
            }
            scan.skipContents(of: tag)
        }
        return (ids, hasPermalink)
    }

    private struct Heading {
        let node: OpaquePointer
        var text = ""
        var hasID = false
    }

    private static func replace(_ heading: OpaquePointer, id: String) {
        let level = cmark_node_get_heading_level(heading)
        guard let block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK), let line = cmark_node_new(CMARK_NODE_CUSTOM_INLINE)
        else { return }
        cmark_node_set_on_enter(line, "<h\(level) id=\"\(id)\">")
        cmark_node_set_on_exit(line, "</h\(level)>")
        cmark_node_append_child(block, line)
        while let child = cmark_node_first_child(heading) { cmark_node_append_child(line, child) }
        cmark_node_replace(heading, block)
        cmark_node_free(heading)
    }

    private static func literal(_ node: OpaquePointer) -> String { String(cString: cmark_node_get_literal(node)) }

    /// Walks the tree without recursion: hostile input nests as deep as it is long.
    private func forEachNode(_ body: (OpaquePointer, _ entering: Bool) -> Void) {
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            body(node, event == CMARK_EVENT_ENTER)
        }
    }
}
