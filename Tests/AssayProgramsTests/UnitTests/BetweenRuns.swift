// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayCore
import AssayPrograms

extension Judged {
    /// What one run of a program leaves for the next one of the same program: it finds nothing of it.
    static let betweenRuns: [Judged] = [
        left("a file", "open('left', 'w').write('x')"),
        left("a file beside the working folder", "open('/tmp/left', 'w').write('x')"),
        left("a file in shared memory", "open('/dev/shm/left', 'w').write('x')"),
        left(
            "folders that may not be opened",
            "os.makedirs('a/b/c')\nopen('a/b/c/left', 'w').close()\nos.chmod('a/b', 0)\nos.chmod('a', 0)"),
        left(
            "folders nested deeply",
            "for _ in range(3000):\n    os.mkdir('d')\n    os.chdir('d')\nopen('left', 'w').close()"),
        left("a link", "os.symlink('/usr', 'left')"),
        left("a pipe with a name", "os.mkfifo('left')"),
        left("a locked file", "import fcntl\nfcntl.flock(open('left', 'w'), fcntl.LOCK_EX)"),
        left("another folder in place of its own", "os.rename('/tmp/run', '/tmp/away')\nos.mkdir('/tmp/run')"),
        left("a link in place of its own folder", "os.rename('/tmp/run', '/tmp/away')\nos.symlink('/usr', '/tmp/run')"),
        left("a child", "if os.fork() == 0: time.sleep(60)"),
        left(
            "a daemon",
            "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        while True: time.sleep(0.01)\n    os._exit(0)"
        ),
        left(
            "a daemon that ignores signals and writes files",
            "if os.fork() == 0:\n    os.setsid()\n    for n in range(1, 65):\n"
                + "        try: signal.signal(n, signal.SIG_IGN)\n        except (OSError, ValueError): pass\n"
                + "    while True:\n        open('/tmp/run/left%d' % time.monotonic_ns(), 'w').close()"),
        left("a stopped child", "pid = os.fork()\nif pid == 0: time.sleep(60)\nos.kill(pid, signal.SIGSTOP)"),
        left(
            "a server",
            "if os.fork() == 0:\n    s = socket.create_server(('127.0.0.1', 4321))\n    while True: s.accept()"),
        left(
            "a server on an abstract name",
            "if os.fork() == 0:\n    s = socket.socket(socket.AF_UNIX)\n    s.bind('\\0left')\n    s.listen()\n"
                + "    while True: s.accept()"),
        left(
            "a timer", "signal.signal(signal.SIGALRM, lambda *_: open('/tmp/run/left', 'w').close())\nsignal.alarm(1)"),
        left("a changed module", "import builtins, math\nbuiltins.left = math.left = 1"),
        left("a changed environment", "os.environ['LEFT'] = '1'\nos.umask(0o777)"),
        Judged(
            "writes into the program that the next test starts from", .pass,
            "import os\n"
                + "def f():\n    try: open('/proc/%d/mem' % os.getppid(), 'r+b')\n    except OSError: return 'refused'\n",
            [call("f", [], "refused"), call("f", [], "refused")]),
        Judged(
            "wakes the judge before its time", .pass,
            "import os, signal\n"
                + "def f():\n    for pid in range(1, 9):\n        if pid != os.getpid() and pid != os.getppid():\n"
                + "            try: os.kill(pid, signal.SIGALRM)\n            except OSError: pass\n    return 1",
            [call("f", [], 1), call("f", [], 1)]),
        Judged(
            "a case leaves files and daemons", .pass,
            looking + "if input() == '1':\n    open('left', 'w').write('x')\n    open('/dev/shm/left', 'w').close()\n"
                + "    if os.fork() == 0:\n        os.setsid()\n        if os.fork() == 0: time.sleep(60)\n"
                + "        os._exit(0)\nelse:\n    print(look(['solution.py'], 1))\n",
            [
                .exchange(input: "1\n", output: ""), .exchange(input: "2\n", output: "[]"),
                .exchange(input: "1\n", output: ""), .exchange(input: "2\n", output: "[]"),
            ]),
        Judged(
            "a case changes the interpreter", .pass,
            "import builtins, sys, os\n"
                + "print(getattr(builtins, 'left', 0), 'left' in os.environ, len(sys.argv))\n"
                + "builtins.left = 1\nos.environ['left'] = '1'\nsys.argv.append('x')\n",
            [.exchange(input: "", output: "0 False 1"), .exchange(input: "", output: "0 False 1")]),
        Judged(
            "a case kills all it can", .fail, score: 0.5,
            "import os, signal\nif input() == '1':\n    print('x', flush=True)\n"
                + "    for pid in (1, os.getppid(), -1):\n        try: os.kill(pid, signal.SIGTERM)\n"
                + "        except OSError: pass\nelse: print('y')",
            [.exchange(input: "1\n", output: "y"), .exchange(input: "2\n", output: "y")]),
    ]

    /// Looks for what an earlier run left, but for names and so many processes that are always there.
    private static let looking = """
        import os, signal, socket, time
        def alive(pid):
            try: return open('/proc/%s/stat' % pid).read().rsplit(')', 1)[1].split()[0] not in 'ZX'
            except OSError: return False
        def look(names, most):
            found = [n for d in ('.', '/tmp', '/tmp/run', '/dev/shm') for n in os.listdir(d) if n not in names + ['run']]
            if os.getcwd() != '/tmp/run': found.append(os.getcwd())
            pids = [n for n in os.listdir('/proc') if n.isdigit() and n != str(os.getpid()) and alive(n)]
            # bubblewrap's first process, where there is one, and as many as are told.
            if len(pids) > most + 1: found.append(str(pids))
            for family, address in ((socket.AF_INET, ('127.0.0.1', 4321)), (socket.AF_UNIX, '\\0left')):
                with socket.socket(family) as s:
                    if s.connect_ex(address) == 0: found.append(str(address))
            import builtins, math
            if hasattr(builtins, 'left') or hasattr(math, 'left') or 'LEFT' in os.environ: found.append('names')
            return found

        """

    /// A program whose first run leaves something, for which the second run looks.
    private static func left(_ name: String, _ code: String) -> Judged {
        let indented = code.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
            .joined(separator: "\n")
        return Judged(
            name, .pass,
            looking + "def leave():\n\(indented)\n    return 1\ndef find():\n    time.sleep(0.05)\n"
                + "    return look(['judge.py'], 2)\n",
            [call("leave", [], 1), call("find", [], []), call("leave", [], 1), call("find", [], [])])
    }
}
