// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What all parts of the Python driver use: imports, and JSON by the functions in C.
enum PythonHead {
    /// The text.
    static let text = #"""
        # Judges a program by tests, without trusting it.
        #
        # Two processes. The judge (this one) has the tests, the token and descriptor 3; it never runs a line of the program. The
        # candidate is forked before the judge has read anything, runs the program, and answers calls over a socket with plain data:
        # what it sends back is built anew here from numbers, texts and containers, so that no overridden operator, patched module or
        # printed mark can reach a decision. The judge cannot be traced. Each test has a fork of its own of the loaded program.
        #
        # Starting has to be cheap, since each program has a judge of its own: only modules in C are used.
        import _ast, _json, _signal as signal, _socket, atexit, builtins, os, sys, time
        from _struct import pack, unpack

        if sys.platform == 'linux':
            import ctypes
            LIBC = ctypes.PyDLL(None, use_errno=True)

        MOST = 16 << 20  # bytes of one message
        OWN = {}
        LIBRARY = getattr(sys, 'stdlib_module_names', (
            'bisect', 'cmath', 'collections', 'copy', 'datetime', 'decimal', 'fractions', 'functools', 'heapq', 'itertools',
            'json', 'math', 'operator', 'random', 're', 'statistics', 'string', 'sys', 'time', 'typing'))


        def can_be_traced(yes):
            # Whether others of the same user may read and write this process's memory.
            if sys.platform == 'linux' and LIBC.prctl(4, int(yes), 0, 0, 0) != 0: os._exit(70)


        def whole(descriptor):
            parts = []
            while True:
                part = os.read(descriptor, 1 << 16)
                if not part: break
                parts.append(part)
            os.close(descriptor)
            return b''.join(parts)

        """#
}
