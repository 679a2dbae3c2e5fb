// Part of Assay. SPDX-License-Identifier: Apache-2.0

import CAssayLaunch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The warm interpreter from which sandboxes are made, started when a second one is asked for.
///
/// It is one process, in a bubblewrap itself, that waits for requests and costs nothing meanwhile. It has seen no program and
/// no test, and makes for each request a process in new namespaces (see ``PythonTemplate``). It ends with this object, and with
/// the caller's process, however that ends; all sandboxes that it has made end with it.
package final class WarmPool: Sendable {
    private enum State {
        /// So many have asked.
        case cold(Int)
        case starting
        case warm(WarmTemplate)
        /// It does not work here, or nobody needs it any more.
        case off
    }

    /// What the thread that owns the interpreter shares with the pool.
    private final class Shared: Sendable {
        let state = Mutex<State>(.cold(0))
        let losses = Atomic<Int>(0)
    }

    private let shared = Shared()
    private let program: String

    /// Creates a pool that has not been started.
    init(program: String) { self.program = program }

    deinit {
        // Its end of the line is closed with the template, which ends the interpreter.
        shared.state.withLock { $0 = .off }
    }

    /// The interpreter; nil as long as it is not there, or where there is none.
    func template() -> WarmTemplate? {
        let (template, isDue) = shared.state.withLock { state -> (WarmTemplate?, Bool) in
            switch state {
            case .warm(let template): return (template, false)
            case .cold(let count) where count >= 1:
                state = .starting
                return (nil, true)
            case .cold(let count):
                state = .cold(count + 1)
                return (nil, false)
            case .starting, .off: return (nil, false)
            }
        }
        if isDue { start() }
        return template
    }

    /// Gives up an interpreter that did not do what it was asked; it is replaced once.
    func lose(_ template: WarmTemplate) {
        let isFirst = shared.losses.add(1, ordering: .relaxed).newValue <= WarmPool.mostLosses
        shared.state.withLock { state in
            guard case .warm(let current) = state, current === template else { return }
            state = isFirst ? .cold(1) : .off
        }
    }

    /// Starts the interpreter now, and waits until it is there.
    ///
    /// - Returns: whether it works here.
    package func warmUp() -> Bool {
        let isDue = shared.state.withLock { state -> Bool in
            guard case .cold = state else { return false }
            state = .starting
            return true
        }
        if isDue { start() }
        while true {
            let isThere = shared.state.withLock { state -> Bool? in
                switch state {
                case .warm: true
                case .cold, .off: false
                case .starting: nil
                }
            }
            if let isThere { return isThere }
            usleep(2000)
        }
    }

    /// The ids of the interpreter and of what stands around it; empty while it is not there.
    package var processes: [Int32] {
        shared.state.withLock { state in
            guard case .warm(let template) = state else { return [] }
            return template.ownProcesses
        }
    }

    private static let mostLosses = 1

    // MARK: - The thread

    /// Starts the thread that the interpreter lives as long as: the system ends it with the thread.
    private func start() {
        let (program, shared) = (program, shared)
        let started = OwnThread.start {
            guard let template = WarmTemplate(program: program) else {
                return shared.state.withLock { $0 = .off }
            }
            let process = template.process
            let isWanted = shared.state.withLock { state -> Bool in
                guard case .starting = state else { return false }
                state = .warm(template)
                return true
            }
            if !isWanted { template.close() }
            WarmPool.waitForEnd(of: process)
            shared.state.withLock { state in
                // One that ended by itself is replaced once.
                guard case .warm(let current) = state, current.process == process else { return }
                let count = shared.losses.add(1, ordering: .relaxed).newValue
                state = count <= WarmPool.mostLosses ? .cold(1) : .off
            }
        }
        if !started { shared.state.withLock { $0 = .off } }
    }

    private static func waitForEnd(of process: Int32) {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
}

/// A thread of its own, outside all queues.
enum OwnThread {
    private final class Body: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Starts a thread; false where the system has none left.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let context = UInt(bitPattern: Unmanaged.passRetained(Body(body)).toOpaque())
        if assay_thread(run, context) == 0 { return true }
        if let pointer = UnsafeMutableRawPointer(bitPattern: context) {
            Unmanaged<Body>.fromOpaque(pointer).release()
        }
        return false
    }

    private static let run: @convention(c) (UInt) -> Void = { context in
        guard let pointer = UnsafeMutableRawPointer(bitPattern: context) else { return }
        Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().body()
    }
}
