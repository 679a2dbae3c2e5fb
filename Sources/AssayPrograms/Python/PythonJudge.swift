// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The process that has the tests and decides them.
enum PythonJudge {
    /// The text.
    static let text = #"""
        class Judge:
            def __init__(self, control, results, job, loader):
                self.control, self.results, self.job, self.loader, self.deadline = control, results, job, loader, 0.0
                self.setup, self.plans, self.stage = None, {}, ''

            def tell(self, **record):
                record['token'] = self.job['token']
                data = dumps(record) + b'\n'
                while data: data = data[os.write(self.results, data):]

            def run(self):
                signal.signal(signal.SIGALRM, self.alarm)
                # Before the program exists: whoever reads the results knows from here on that the judge itself works.
                self.tell(ready=True)
                if not self.examine(): return
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
                    self.stage = ''
                    outcome, detail, extra = self.test(test, self.plans.get(index))
                    self.tell(test=index, outcome=outcome, detail=detail, **extra)
                self.tell(done=True)

            def examine(self):
                # What is wrong with setup and tests is found before there is a program that could be blamed for it.
                try:
                    self.setup = Setup(self.job.get('setup') or '')
                except Wrong as error:
                    self.tell(setup=False, detail=str(error))
                    return False
                problem = None if self.setup.needs_program else self.attempt()
                self.tell(setup=problem is None, detail=problem)
                if problem is not None: return False
                is_well = True
                for index, test in enumerate(self.job['tests']):
                    if 'source' not in test: continue
                    try:
                        self.plans[index] = Plan(test['source'], self.setup, self.job.get('entry'))
                    except Wrong as error:
                        self.tell(test=index, outcome='bad-test', detail=str(error))
                        is_well = False
                return is_well

            def attempt(self):
                # Runs the setup alone; nil where nothing is wrong with it.
                try:
                    self.limit()
                    exec(self.setup.code, {'__name__': 'test'})
                    return None
                except OutOfTime:
                    return 'it took longer than %s s' % self.job['seconds']
                except BaseException as error:
                    line = place_in(error, 'setup.py')
                    return '%s%s: %s' % (type(error).__name__, ' in line %d' % line if line else '', brief(error))
                finally:
                    signal.setitimer(signal.ITIMER_REAL, 0)

            def limit(self):
                self.deadline = time.monotonic() + self.job['seconds'] - 0.01
                signal.setitimer(signal.ITIMER_REAL, self.job['seconds'])

            def alarm(self, *_):
                # The program may send the signal, too.
                if time.monotonic() >= self.deadline: raise OutOfTime()

            def test(self, test, plan):
                mine, theirs = _socket.socketpair()
                pid, extra = 0, {}
                try:
                    self.limit()
                    send_descriptor(self.control, theirs.fileno())
                    theirs.close()
                    pid = unpack('>I', Wire(self.control, True).exactly(4))[0]
                    wire = Wire(mine, True)
                    if 'call' in test: extra['value'] = self.call(wire, test)
                    else: self.snippet(wire, plan)
                    return 'pass', None, extra
                except OutOfTime:
                    return 'timeout', 'the test took longer than %s s' % self.job['seconds'], {}
                except Gone:
                    return 'ended', 'the program ended before the test did', {}
                except Unreadable as error:
                    return 'unreadable', str(error), {}
                except AssertionError as error:
                    if hasattr(error, 'assay'): return 'raised', 'AssertionError in the program: %s' % brief(error), {}
                    return 'fail', self.stage + (brief(error) or 'the assertion does not hold'), {}
                except NameError as error:
                    if hasattr(error, 'assay'): return 'raised', 'NameError: %s' % brief(error), {}
                    return 'missing', self.stage + brief(error), {}
                except SystemExit as error:
                    if error.code in (None, 0): return 'pass', None, extra
                    return 'fail', 'the test exits with %s' % short(error.code), {}
                except (BrokenPipeError, ConnectionError) as error:
                    if hasattr(error, 'assay'): return 'raised', '%s: %s' % (type(error).__name__, brief(error)), {}
                    return 'ended', 'the program ended before the test did', {}
                except ImportError as error:
                    if not hasattr(error, 'assay') and plan is not None and error.name in plan.imports:
                        return 'bad-test', 'it imports what is not there: %s' % brief(error), {}
                    return self.raised(error)
                except Exception as error:
                    return self.raised(error)
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

            def raised(self, error):
                name, line = getattr(error, 'assay', (type(error).__name__, None))
                place = ' in line %d' % line if isinstance(line, int) else ''
                detail = '%s%s%s: %s' % (self.stage, name, place, brief(error))
                return 'memory' if name == 'MemoryError' else 'raised', detail, {}

            def find(self, wire, name):
                # A name, or one behind dots: Solution.add.
                parts = name.split('.')
                try:
                    found = wire.ask({'op': 'name'}, (parts[0],))
                except KeyError:
                    raise NameError('the program has no "%s"' % parts[0]) from None
                for part in parts[1:]:
                    try:
                        found = getattr(found, part)
                    except AttributeError:
                        raise NameError('the program has no "%s"' % name) from None
                return found

            def call(self, wire, test):
                function = self.find(wire, test['call'])
                if not callable(function): raise NameError('"%s" is no function' % test['call'])
                return plain(function(*test.get('arguments', []), **test.get('keywords', {})))

            def snippet(self, wire, plan):
                space = {'__name__': 'test', '__shown': shown}
                # Modules of the library are our own, and so are its functions, unless nothing else is left to be tested.
                for name in plan.modules: space[name] = module(name)
                for name in plan.names:
                    try:
                        space[name] = wire.ask({'op': 'name'}, (name,))
                    except KeyError:
                        pass
                entry = self.job.get('entry')
                if entry: space['candidate'] = self.find(wire, entry)
                self.stage = 'in the setup: '
                exec(self.setup.code, space)
                self.stage = ''
                exec(plan.code, space)
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
