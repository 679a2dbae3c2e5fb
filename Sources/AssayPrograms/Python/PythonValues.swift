// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What stands on the judge's side for objects and exceptions of the program.
enum PythonValues {
    /// The text.
    static let text = #"""
        def brief(error):
            try:
                text = str(error)
            except BaseException:
                text = '?'
            return ''.join(text)[:500]


        def where(error):
            # The last line of the program itself that the error passed.
            return place_in(error, 'solution.py', 'test.py')


        def place_in(error, *files):
            line, trace = None, getattr(error, '__traceback__', None)
            while trace is not None:
                if trace.tb_frame.f_code.co_filename in files: line = trace.tb_lineno
                trace = trace.tb_next
            return line


        def update(target, value):
            # What a call has changed in a container that it was given.
            if type(target) is list and isinstance(value, list): target[:] = value
            elif type(target) is bytearray and isinstance(value, bytearray): target[:] = value
            elif type(target) in (dict, set) and isinstance(value, type(target)):
                target.clear()
                target.update(value)


        class Remote:
            # Something of the program's that is no plain data. It is equal to nothing.
            def __init__(self, wire, index, name):
                object.__setattr__(self, '_wire', wire)
                object.__setattr__(self, '_index', index)
                object.__setattr__(self, '_name', name)

            def _ask(self, operation, *arguments, **keywords):
                wire = object.__getattribute__(self, '_wire')
                message = {'op': operation, 'o': object.__getattribute__(self, '_index')}
                return wire.ask(message, arguments, keywords)

            def __getattr__(self, name):
                if name.startswith('__'): raise AttributeError(name)
                return Remote._ask(self, 'attribute', name)

            def __setattr__(self, name, value): Remote._ask(self, 'set', name, value)
            def __repr__(self): return 'an object of type %s' % object.__getattribute__(self, '_name')
            def __eq__(self, other): return False
            def __ne__(self, other): return True
            __hash__ = None


        def method(operation):
            return lambda self, *a, **k: Remote._ask(self, operation, *a, **k)


        KINDS = {}
        OPERATIONS = {'__iter__': 'iter', '__next__': 'next', '__len__': 'len', '__getitem__': 'item', '__call__': 'call',
                      '__contains__': 'contains'}


        def remote(wire, index, name, flags, mro, own):
            if not isinstance(index, int) or not isinstance(name, str): raise ValueError()
            if 'BaseException' in mro: return exception(own, mro)
            flags = tuple(f for f in OPERATIONS if f in flags)
            if flags not in KINDS:
                KINDS[flags] = type('Remote', (Remote,), {f: method(OPERATIONS[f]) for f in flags})
            return KINDS[flags](wire, index, name)


        def exception(name, mro):
            # An exception class of the program's becomes one of the same name here, below the same one of Python's.
            for base in mro:
                known = getattr(builtins, base, None)
                if isinstance(known, type) and issubclass(known, Exception):
                    if base == mro[0]: return known
                    return OWN.setdefault(name, type(str(name), (known,), {}))
            return OWN.setdefault(name, type(str(name), (Exception,), {}))


        def failure(answer):
            mro = [str(n) for n in answer['x'] if isinstance(n, str)] or ['Exception']
            kind = exception(mro[0], mro)
            try:
                error = kind(str(answer.get('m', '')))
            except Exception:
                error = RuntimeError(str(answer.get('m', '')))
            error.assay = (mro[0], answer.get('w'))
            return error


        def module(name):
            # A module of the library that the program has imported and the tests use.
            if isinstance(name, str) and name.split('.')[0] in LIBRARY:
                import importlib
                try: return importlib.import_module(name)
                except ImportError: pass
            raise ValueError()

        """#
}
