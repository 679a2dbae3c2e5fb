// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The process that loads the program, and forks itself for each test.
enum PythonCandidate {
    /// The text.
    static let text = #"""
        # The candidate's side: from here on all may be patched by the program, which can only make its own answers wrong.
        def candidate(control):
            space = {'__name__': 'solution', '__file__': 'solution.py', '__builtins__': builtins}
            wire = Wire(control, False)
            sys.setrecursionlimit(3000)
            try: job = wire.receive()
            except Gone: os._exit(0)
            problem, program = None, None
            try:
                program = compile(job['code'], 'solution.py', 'exec', 0, True)
                exec(program, space)
            except BaseException as error:
                mro = [c.__name__ for c in type(error).__mro__]
                # Before Python 3.12 a NUL in a program is no error of syntax.
                if program is None and 'ValueError' in mro: mro.insert(0, 'SyntaxError')
                line = getattr(error, 'lineno', None) if 'SyntaxError' in mro else where(error)
                problem = {'x': mro, 'm': brief(error), 'w': line if isinstance(line, int) else None}
            wire.send({'loaded': problem is None, 'problem': problem})
            # One test cannot reach into the loaded program that the next ones start from.
            can_be_traced(False)
            while True:
                descriptor = receive_descriptor(control)
                if descriptor is None: os._exit(0)
                pid = os.fork()
                if pid == 0:
                    control.close()
                    can_be_traced(True)
                    serve(Wire(_socket.socket(fileno=descriptor), False), space)
                os.close(descriptor)
                control.sendall(pack('>I', pid))
                try:
                    while os.waitpid(-1, os.WNOHANG)[0]: pass
                except ChildProcessError:
                    pass


        def serve(wire, space):
            operations = {
                'name': lambda o, name: space[name], 'call': lambda o, *a, **k: o(*a, **k),
                'attribute': lambda o, name: getattr(o, name), 'set': lambda o, name, value: setattr(o, name, value),
                'iter': lambda o: iter(o), 'next': lambda o: next(o), 'len': lambda o: len(o),
                'item': lambda o, key: o[key], 'contains': lambda o, key: key in o,
            }
            while True:
                try:
                    question = wire.receive()
                    operation = operations[question['op']]
                    target = wire.objects[question['o']] if 'o' in question else None
                    wire.serve(lambda *a, **k: operation(target, *a, **k), question)
                except Gone:
                    os._exit(0)
                finally:
                    sys.stdout.flush()

        """#
}
