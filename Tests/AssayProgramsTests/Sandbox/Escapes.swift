// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayPrograms
import Testing

/// One thing that a hostile program tries, and how the run has to end.
struct Escape: Sendable, CustomTestStringConvertible {
    /// What is tried.
    let name: String
    /// A program in Python.
    ///
    /// What it prints as `ESCAPED` is an escape.
    let code: String
    /// How the run may end; empty for any way that is no failure of the sandbox.
    let endings: [String]
    /// What standard output has to hold.
    let output: String?

    var testDescription: String { name }

    init(_ name: String, _ endings: [String] = [], output: String? = nil, _ code: String) {
        self.name = name
        self.code = code
        self.endings = endings
        self.output = output
    }

    /// A program that tries something which has to raise an error: `ESCAPED` is printed where it does not.
    static func refused(_ name: String, _ code: String) -> Escape {
        let indented = code.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
            .joined(separator: "\n")
        return Escape(
            name, ["ok"], output: "refused",
            "import os, platform, socket, ctypes, signal\n"
                + "number = lambda x86, arm: arm if platform.machine() == 'aarch64' else x86\nlibc = ctypes.CDLL(None, use_errno=True)\n"
                + "def call(*arguments):\n    if libc.syscall(*arguments) < 0: raise OSError(ctypes.get_errno(), 'refused')\n"
                + "try:\n\(indented)\nexcept (OSError, ValueError) as error:\n    print('refused', error)\n"
                + "else:\n    print('ESCAPED')\n")
    }

    /// All of them.
    ///
    /// `PORT`, `OUTSIDE` and `HOSTPID` stand for what the test fills in.
    static let catalogue: [Escape] = network + files + processes + kernel + exhaustion + ends

    private static let network: [Escape] = [
        .refused("connect to a port of the host", "socket.create_connection(('127.0.0.1', PORT), 2)"),
        .refused("connect to a public address", "socket.create_connection(('1.1.1.1', 53), 2)"),
        .refused("connect to a public address by IPv6", "socket.create_connection(('2606:4700:4700::1111', 53), 2)"),
        .refused("resolve a name", "socket.getaddrinfo('example.com', 80)"),
        .refused(
            "send a datagram", "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('8.8.8.8', 53))"),
        .refused("open a raw socket", "socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)"),
        .refused("open a packet socket", "socket.socket(17, socket.SOCK_RAW, 0)"),
        .refused("open a netlink socket", "socket.socket(16, socket.SOCK_RAW, 0)"),
        .refused("open a vsock socket to the hypervisor", "socket.socket(40, socket.SOCK_STREAM).connect((2, 22))"),
        .refused(
            "connect to an abstract socket", "socket.socket(socket.AF_UNIX).connect('\\0/tmp/.X11-unix/X0')"),
    ]

    private static let files: [Escape] = [
        .refused("read /etc/passwd", "open('/etc/passwd').read()"),
        .refused("read root's folder", "os.listdir('/root')"),
        .refused("read home folders", "os.listdir('/home')"),
        .refused("read a file of the host", "open('OUTSIDE').read()"),
        .refused("write a file of the host", "open('OUTSIDE', 'w').write('x')"),
        .refused("write into /usr", "open('/usr/escaped', 'w')"),
        .refused("write into /", "open('/escaped', 'w')"),
        .refused("write into /dev", "open('/dev/escaped', 'w')"),
        .refused("delete a program", "os.remove('/usr/bin/env')"),
        .refused("follow a link to the host", "os.symlink('OUTSIDE', '/tmp/link')\nopen('/tmp/link').read()"),
        .refused(
            "climb out of the working folder", "open('../../../../../../..' + 'OUTSIDE').read()"),
        .refused("climb out through /proc/1/root", "open('/proc/1/root' + 'OUTSIDE').read()"),
        .refused("climb out through /proc/1/cwd", "open('/proc/1/cwd/../../..' + 'OUTSIDE').read()"),
        .refused("read a disk", "os.mknod('/tmp/disk', 0o60600, os.makedev(254, 0))\nopen('/tmp/disk', 'rb').read(1)"),
        .refused("write a setting of the kernel", "open('/proc/sys/kernel/core_pattern', 'w').write('|/bin/sh')"),
        .refused("press the system's request key", "open('/proc/sysrq-trigger', 'w').write('c')"),
        .refused("read the kernel's memory", "open('/proc/kcore', 'rb').read(1)"),
        .refused(
            "raise its own priority to be killed last", "open('/proc/self/oom_score_adj', 'wb', 0).write(b'-1000')"),
        .refused(
            "become root by a setuid file",
            "open('/tmp/run/su', 'w').write('x')\nos.chown('/tmp/run/su', 0, 0)\nos.chmod('/tmp/run/su', 0o4755)"),
        Escape(
            "find descriptors of the host", ["ok"], output: "[0, 1, 2]",
            "import os\nprint([n for n in range(256) if os.path.exists(f'/proc/self/fd/{n}') and "
                + "not os.readlink(f'/proc/self/fd/{n}').startswith(('/dev/null', '/proc'))])"),
        Escape(
            "read the host's environment", ["ok"], output: "none",
            """
            import glob, os
            found = 'ASSAY_TEST_SECRET' in os.environ
            for path in glob.glob('/proc/[0-9]*/environ'):
                try: found = found or b'ASSAY_TEST_SECRET' in open(path, 'rb').read()
                except OSError: pass
            print('ESCAPED' if found else 'none')
            """),
    ]

    private static let processes: [Escape] = [
        .refused("signal a process of the host", "os.kill(HOSTPID, signal.SIGKILL)"),
        .refused("see a process of the host", "open('/proc/HOSTPID/cmdline').read()"),
        .refused("trace its first process", "call(number(101, 117), 16, 1, 0, 0)"),
        .refused("read its first process's memory", "open('/proc/1/mem', 'rb').read(1)"),
        .refused("change its user", "os.setuid(0)"),
        .refused("make a user namespace", "if libc.unshare(0x10000000) != 0: raise OSError('refused')"),
        .refused(
            "make a user namespace by another program",
            "import subprocess\nif subprocess.run(['unshare', '-U', 'true'], stderr=-3).returncode: raise OSError('refused')"
        ),
        Escape(
            "kill everything", ["signalled", "ok", "nonzero"],
            "import os, signal\nos.kill(-1, signal.SIGKILL)\nos.kill(1, signal.SIGKILL)\nos.kill(os.getpid(), signal.SIGKILL)"
        ),
        Escape(
            "leave a daemon behind", ["ok"],
            """
            import os, time
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    for number in range(3): os.close(number)
                    while True: time.sleep(1)
                os._exit(0)
            time.sleep(0.1)
            """),
        Escape(
            "leave a daemon behind that ignores signals", ["ok"],
            """
            import os, signal, time
            if os.fork() == 0:
                os.setsid()
                for number in range(1, 65):
                    try: signal.signal(number, signal.SIG_IGN)
                    except (OSError, ValueError): pass
                while True: pass
            time.sleep(0.1)
            """),
        Escape(
            "leave zombies behind", [],
            "import os, time\nfor _ in range(40):\n    try:\n        if os.fork() == 0: os._exit(0)\n    except OSError: break\n"
        ),
        Escape("stop itself", ["timeout-wall"], "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)"),
    ]

    private static let kernel: [Escape] = [
        .refused(
            "mount a file system", "if libc.mount(b'none', b'/tmp', b'tmpfs', 0, None) != 0: raise OSError('refused')"),
        .refused("unmount /usr", "if libc.umount2(b'/usr', 2) != 0: raise OSError('refused')"),
        .refused("change the root", "os.chroot('/tmp')"),
        .refused("join another namespace", "if libc.setns(0, 0) != 0: raise OSError('refused')"),
        .refused("load a BPF program", "call(number(321, 280), 0, 0, 0)"),
        .refused("set up io_uring", "call(425, 8, 0)"),
        .refused("set the clock", "import time\ntime.clock_settime(time.CLOCK_REALTIME, 0)"),
        .refused("name the host", "socket.sethostname('escaped')"),
        .refused("add a key", "call(number(248, 217), b'user', b'name', b'x', 1, -1)"),
        .refused("watch performance counters", "call(number(298, 241), 0, 0, -1, -1, 0)"),
        .refused("read the kernel's log", "call(number(103, 116), 3, 0, 0)"),
        .refused("reboot", "call(number(169, 142), 0xfee1dead, 672274793, 0x1234567, 0)"),
        .refused("share memory that no limit counts", "call(number(29, 194), 0, 1 << 30, 0o1600)"),
        .refused("open a queue of messages", "call(number(240, 180), b'queue', 0o102, 0o600, None)"),
        .refused("make a user namespace by clone", "call(number(56, 220), 0x10000011, 0, 0, 0, 0)"),
        .refused("make a user namespace by clone3", "call(435, bytes(64), 64)"),
        .refused("make a file in memory that no limit counts", "os.memfd_create('x')"),
        .refused(
            "put characters into the caller's terminal",
            "import fcntl, termios\nfcntl.ioctl(0, termios.TIOCSTI, b'x')"),
    ]

    private static let exhaustion: [Escape] = [
        Escape("work for ever", ["timeout-wall", "timeout-cpu"], "while True: pass"),
        Escape("sleep for ever", ["timeout-wall"], "import time\ntime.sleep(1e6)"),
        Escape("wait for input that never comes", ["ok"], output: "0", "import sys\nprint(len(sys.stdin.read()))"),
        Escape(
            "fork bomb", ["timeout-wall", "process-limit", "nonzero", "signalled", "memory-limit"],
            "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass\n"),
        Escape(
            "threads without end", ["ok"], output: "refused",
            """
            import threading, time
            made = 0
            try:
                for _ in range(10000):
                    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
                    made += 1
            except (RuntimeError, MemoryError): print('refused', flush=True)
            import os
            os.write(1, b'ESCAPED' if made > 100 else b'')
            os._exit(0)
            """),
        Escape("2 GiB at once", ["nonzero"], "x = bytearray(2 << 30)"),
        Escape(
            "memory bit by bit", ["nonzero", "memory-limit", "signalled"],
            "x = []\nwhile True: x.append(bytearray(1 << 20))"),
        Escape(
            "memory by many processes", ["memory-limit"],
            """
            import os, time
            for _ in range(10):
                if os.fork() == 0:
                    x = bytearray(os.urandom(1 << 10) * (200 << 10))
                    time.sleep(60)
            time.sleep(60)
            """),
        Escape(
            "one large file", ["nonzero", "signalled"],
            "with open('big', 'wb') as file:\n    while True: file.write(bytes(1 << 20))"),
        Escape(
            "many files", ["ok"], output: "refused",
            """
            try:
                for number in range(1000):
                    with open(f'file{number}', 'wb') as file: file.write(bytes(8 << 20))
            except OSError: print('refused')
            else: print('ESCAPED')
            """),
        Escape(
            "empty files without end", ["file-limit", "timeout-wall", "timeout-cpu"],
            "number = 0\nwhile True:\n    open(f'{number}', 'w').close()\n    number += 1"),
        Escape(
            "open files without end", ["ok"], output: "refused",
            "import os\ntry:\n    for _ in range(100000): os.open('/dev/null', 0)\nexcept OSError: print('refused')\n"
                + "else: print('ESCAPED')"),
        Escape(
            "fill /dev/shm", ["ok"], output: "refused",
            """
            try:
                for number in range(1000):
                    with open(f'/dev/shm/{number}', 'wb') as file: file.write(bytes(8 << 20))
            except OSError: print('refused')
            else: print('ESCAPED')
            """),
        Escape(
            "10 GB of output", ["output-limit"], "import sys\nfor _ in range(10000): sys.stdout.write('x' * 1000000)"),
        Escape(
            "10 GB of errors", ["output-limit"], "import sys\nfor _ in range(10000): sys.stderr.write('x' * 1000000)"),
        Escape(
            "output by children after the end", ["ok", "output-limit"],
            "import os\nif os.fork() == 0:\n    while True: os.write(1, b'x' * 65536)\n"),
        Escape("a core file", ["signalled"], "import os\nos.abort()"),
        Escape(
            "nesting without end", ["nonzero", "signalled", "memory-limit", "timeout-wall", "timeout-cpu"],
            "import sys\nsys.setrecursionlimit(10 ** 9)\ndef f(): f()\nf()"),
        Escape(
            "raise its limits", ["ok"], output: "refused",
            """
            import resource
            try: resource.setrlimit(resource.RLIMIT_NPROC, (100000, 100000))
            except (OSError, ValueError): print('refused')
            else: print('ESCAPED')
            """),
        Escape(
            "ignore the signal of the processor limit", ["timeout-wall", "timeout-cpu"],
            "import signal\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass"),
    ]

    private static let ends: [Escape] = [
        Escape("close all descriptors", ["ok"], "import os\nos.closerange(0, 256)"),
        Escape("end early and well", ["ok"], "import os\nos._exit(0)"),
        Escape("end as if by a signal", ["signalled"], "import os\nos._exit(137)"),
        Escape("end by a signal", ["signalled"], "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)"),
        Escape("output that is not UTF-8", ["ok"], "import sys\nsys.stdout.buffer.write(bytes(range(128, 256)))"),
        Escape(
            "write a false report of the sandbox", ["nonzero"],
            """
            import os
            for number in range(3, 256):
                try: os.write(number, b'{ "exit-code": 0 }\\n')
                except OSError: pass
            os._exit(3)
            """),
    ]
}
