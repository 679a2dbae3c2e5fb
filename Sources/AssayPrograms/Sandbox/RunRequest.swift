// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// A program to run, with all that it sees.
///
///     let request = RunRequest(["/usr/bin/python3", "-I", "main.py"], files: ["main.py": Array("print(1)".utf8)])
///     let result = await sandbox.run(request)
public struct RunRequest: Sendable, Hashable {
    /// The program's file, as an absolute path, and its arguments.
    public var command: [String]
    /// Files in the folder in which it starts, by relative path.
    public var files: [String: [UInt8]]
    /// What it reads from standard input.
    public var input: [UInt8]
    /// Its whole environment, beside `PATH`, `HOME` and `LANG`.
    public var environment: [String: String]
    /// What it reads from descriptor 4, where it may also write results to descriptor 3; nil for no such descriptors.
    public var control: [UInt8]?
    /// Folders that it may read beside those of the system.
    public var readable: [String]
    /// What it may use.
    public var limits: RunLimits
    /// Files of ``files`` that are programs.
    package var programs: Set<String> = []
    /// An open file of this process that the program gets, under the number that the variable `ASSAY_LINK` tells it.
    package var link: Int32?
    /// What of Python's driver the request is for: then ``command`` and ``files`` are how it runs where no warm interpreter is.
    package var role: PythonRole?

    /// Creates a request.
    public init(
        _ command: [String], files: [String: [UInt8]] = [:], input: [UInt8] = [], environment: [String: String] = [:],
        control: [UInt8]? = nil, readable: [String] = [], limits: RunLimits = RunLimits()
    ) {
        self.command = command
        self.files = files
        self.input = input
        self.environment = environment
        self.control = control
        self.readable = readable
        self.limits = limits
    }

    /// What is wrong with the request; nil where nothing is.
    package var problem: String? {
        guard let program = command.first, program.hasPrefix("/") else {
            return "the program is \(command.first ?? "missing"); an absolute path is expected"
        }
        if files.count > RunRequest.mostFiles {
            return "there are \(files.count) files; at most \(RunRequest.mostFiles) are expected"
        }
        for name in files.keys {
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            if parts.contains("") || parts.contains(".") || parts.contains("..") || name.utf8.contains(0) {
                return "a file is named \"\(name)\"; a relative path is expected"
            }
        }
        let texts = command + readable + environment.flatMap { [$0.key, $0.value] }
        return texts.contains { $0.utf8.contains(0) } ? "a NUL stands in a command, a path or a variable" : nil
    }

    /// The environment, with the number of the link where there is one.
    func variables(link number: Int) -> [String: String] {
        link == nil ? environment : environment.merging(["ASSAY_LINK": "\(number)"]) { $1 }
    }

    /// Each takes a descriptor while the program starts.
    private static let mostFiles = 40
}
