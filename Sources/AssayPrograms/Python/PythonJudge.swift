// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The process that has the tests and decides them.
enum PythonJudge {
    /// The text.
    static let text = #"""
        class Judge:
            def __init__(self, control, results, job, loader):
                self.control, self.results, self.job, self.loader, self.deadline = control, results, job, loader, 0.0

            def tell(self, **record):
                record['token'] = self.job['token']
                data = dumps(record) + b'\n'
                while data: data = data[os.write(self.results, data):]

            def run(self):
                signal.signal(signal.SIGALRM, self.alarm)
                # Before the program exists: whoever reads the results knows from here on that the judge itself works.
                self.tell(ready=True)
                loader = Wire(self.control, True)
                try:
                    self.limit()
                    loader.send({'code': self.job['code']})
                    answer = loader.receive()
                    signal.setitimer(signal.ITIMER_REAL, 0)
                except Gone:
                    return self.tell(load='ended', detail='the program ended while it was loaded')
                except OutOfTime:
                    return self.tell(load='timeout', detail='loading the program took longer than %s s' % self.job['seconds'])
                except Unreadable as error:
                    return self.tell(load='ended', detail=str(error))
                if not isinstance(answer, dict) or answer.get('loaded') is not True:
                    problem = answer.get('problem') if isinstance(answer, dict) else None
                    problem = problem if isinstance(problem, dict) else {'x': ['Exception'], 'm': '?', 'w': None}
                    mro = [str(n) for n in problem.get('x', [])] or ['Exception']
                    line = problem.get('w')
                    place = ' in line %d' % line if isinstance(line, int) else ''
                    return self.tell(load='syntax' if 'SyntaxError' in mro else 'raised',
                                     detail='%s%s: %s' % (mro[0], place, str(problem.get('m'))[:300]))
                for index, test in enumerate(self.job['tests']):
                    outcome, detail, extra = self.test(test)
                    self.tell(test=index, outcome=outcome, detail=detail, **extra)
                self.tell(done=True)

            def limit(self):
                self.deadline = time.monotonic() + self.job['seconds'] - 0.01
                signal.setitimer(signal.ITIMER_REAL, self.job['seconds'])

            def alarm(self, *_):
                # The program may send the signal, too.
                if time.monotonic() >= self.deadline: raise OutOfTime()

            def test(self, test):
                mine, theirs = _socket.socketpair()
                pid, extra = 0, {}
                try:
                    self.limit()
                    send_descriptor(self.control, theirs.fileno())
                    theirs.close()
                    pid = unpack('>I', Wire(self.control, True).exactly(4))[0]
                    wire = Wire(mine, True)
                    if 'call' in test: extra['value'] = self.call(wire, test)
                    else: self.snippet(wire, test)
                    return 'pass', None, extra
                except OutOfTime:
                    return 'timeout', 'the test took longer than %s s' % self.job['seconds'], {}
                except Gone:
                    return 'ended', 'the program ended before the test did', {}
                except Unreadable as error:
                    return 'unreadable', str(error), {}
                except AssertionError as error:
                    if hasattr(error, 'assay'): return 'raised', 'AssertionError in the program: %s' % brief(error), {}
                    return 'fail', brief(error) or 'the assertion does not hold', {}
                except SyntaxError as error:
                    if hasattr(error, 'assay'): return 'raised', 'SyntaxError: %s' % brief(error), {}
                    return 'bad-test', 'line %s: %s' % (error.lineno, error.msg), {}
                except NameError as error:
                    if hasattr(error, 'assay'): return 'raised', 'NameError: %s' % brief(error), {}
                    return 'missing', brief(error), {}
                except (BrokenPipeError, ConnectionError) as error:
                    if hasattr(error, 'assay'): return 'raised', '%s: %s' % (type(error).__name__, brief(error)), {}
                    return 'ended', 'the program ended before the test did', {}
                except Exception as error:
                    name, line = getattr(error, 'assay', (type(error).__name__, None))
                    place = ' in line %d' % line if isinstance(line, int) else ''
                    return 'memory' if name == 'MemoryError' else 'raised', '%s%s: %s' % (name, place, brief(error)), {}
                finally:
                    signal.setitimer(signal.ITIMER_REAL, 0)
                    mine.close()
                    theirs.close()
                    # Nothing of this test is left to disturb the next one.
                    if self.job.get('alone'):
                        end_all_but((1, os.getpid(), self.loader))
                        clear_scratch()
                    elif pid > 1:
                        try: os.kill(pid, signal.SIGKILL)
                        except OSError: pass

            def find(self, wire, name):
                try:
                    return wire.ask({'op': 'name'}, (name,))
                except KeyError:
                    raise NameError('the program has no "%s"' % name) from None

            def call(self, wire, test):
                function = self.find(wire, test['call'])
                if not callable(function): raise NameError('"%s" is no function' % test['call'])
                return plain(function(*test.get('arguments', []), **test.get('keywords', {})))

            def snippet(self, wire, test):
                tree = parse(test['source'], 'test.py')
                setup = parse(self.job.get('setup') or '', 'setup.py')
                used, bound, modules = [], set(), set()
                for node in walk(setup) + walk(tree):
                    if isinstance(node, _ast.Name):
                        if isinstance(node.ctx, _ast.Load): used.append(node.id)
                        else: bound.add(node.id)
                    elif isinstance(node, (_ast.Import, _ast.ImportFrom)):
                        bound.update((a.asname or a.name).split('.')[0] for a in node.names)
                    elif isinstance(node, (_ast.FunctionDef, _ast.ClassDef)): bound.add(node.name)
                    elif isinstance(node, _ast.arg): bound.add(node.arg)
                    elif isinstance(node, _ast.Attribute) and isinstance(node.value, _ast.Name): modules.add(node.value.id)
                space = {'__name__': 'test', '__shown': shown}
                names = [n for n in dict.fromkeys(used) if n not in bound]
                # Modules of the library are our own, and so are its functions, unless nothing else is left to be tested.
                for name in list(names):
                    if name in modules and name in LIBRARY:
                        space[name] = module(name)
                        names.remove(name)
                own = [n for n in names if not hasattr(builtins, n)]
                for name in own or names:
                    try:
                        space[name] = wire.ask({'op': 'name'}, (name,))
                    except KeyError:
                        pass
                entry = self.job.get('entry')
                if entry: space['candidate'] = self.find(wire, entry)
                exec(compile(setup, 'setup.py', 'exec'), space)
                exec(compile(explain(tree, test['source']), 'test.py', 'exec'), space)
                if entry and callable(space.get('check')): space['check'](space['candidate'])
                for name, value in list(space.items()):
                    if name.startswith('test_') and type(value) is type(short): value()

        def judge():
            if hasattr(sys, 'set_int_max_str_digits'): sys.set_int_max_str_digits(0)
            mine, theirs = _socket.socketpair()
            # Forked before anything is read: the candidate has neither the token nor the tests, nor these descriptors.
            loader = os.fork()
            if loader == 0:
                mine.close()
                os.closerange(3, theirs.fileno())
                os.closerange(theirs.fileno() + 1, 64)
                null = os.open('/dev/null', os.O_RDONLY)
                os.dup2(null, 0)
                candidate(theirs)
                os._exit(0)
            theirs.close()
            can_be_traced(False)
            Judge(mine, 3, loads(whole(4)), loader).run()
            os._exit(0)


        def main(role):
            if role == 'tests': judge()
            elif role == 'cases': cases()

        """#
}
