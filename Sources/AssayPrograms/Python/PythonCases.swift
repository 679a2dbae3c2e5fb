// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Runs a program once a case, in forks of a warm interpreter.
enum PythonCases {
    /// The text.
    static let text = #"""
        # Runs a program once for each case, as `python3 solution.py` would, each time in a fork of this interpreter, which has
        # not run it. What is expected is not known here.
        class Cases:
            def __init__(self, results, job):
                import resource, select
                self.results, self.job, self.resource, self.select = results, job, resource, select
                self.end = os.pidfd_open if hasattr(os, 'pidfd_open') else None

            def tell(self, *parts, **record):
                record['token'] = self.job['token']
                data = b''.join((dumps(record), b'\n') + parts)
                while data: data = data[os.write(self.results, data):]

            def run(self):
                self.tell(ready=True)
                source = self.job['code'].encode('utf-8', 'surrogatepass')
                for index, case in enumerate(self.job['cases']):
                    with open('solution.py', 'wb') as file: file.write(source)
                    record, output, errors = self.case(source, case.encode('utf-8', 'surrogatepass'))
                    self.tell(output, errors, case=index, output=len(output), errors=len(errors), **record)
                    if self.job.get('alone'): clear_scratch()

            def case(self, source, data):
                pipes = [os.pipe() for _ in range(3)]
                pid = os.fork()
                if pid == 0:
                    for number, (reading, writing) in enumerate(pipes): os.dup2(writing if number else reading, number)
                    os.closerange(3, 1024)
                    can_be_traced(True)
                    os.setsid()
                    seconds = self.job['work']
                    self.resource.setrlimit(self.resource.RLIMIT_CPU, (seconds, seconds + 1))
                    run_as_main(source)
                (inner, feed), (output, inner_output), (errors, inner_errors) = pipes
                for descriptor in (inner, inner_output, inner_errors): os.close(descriptor)
                for descriptor in (feed, output, errors): os.set_blocking(descriptor, False)
                end = self.end(pid) if self.end else None
                poller = self.select.poll()
                poller.register(feed, self.select.POLLOUT)
                poller.register(output, self.select.POLLIN)
                poller.register(errors, self.select.POLLIN)
                if end is not None: poller.register(end, self.select.POLLIN)
                kept, sizes, open_ends = {output: [], errors: []}, {output: 0, errors: 0}, {feed, output, errors}
                deadline, state, over = time.monotonic() + self.job['seconds'], None, False

                def read(descriptor):
                    # What there is, and no more than is kept.
                    while True:
                        try: part = os.read(descriptor, 1 << 16)
                        except BlockingIOError: return True
                        except OSError: return False
                        if not part: return False
                        sizes[descriptor] += len(part)
                        if sizes[descriptor] > self.job['output']: return False
                        kept[descriptor].append(part)

                def close(descriptor):
                    poller.unregister(descriptor)
                    open_ends.discard(descriptor)
                    os.close(descriptor)

                while state is None and not over:
                    left = deadline - time.monotonic()
                    if left <= 0: break
                    for descriptor, _ in poller.poll(left * 1000 + 1 if end is not None else min(5, left * 1000 + 1)):
                        if descriptor == feed:
                            try: data = data[os.write(feed, data[:1 << 16]):] if data else data
                            except BlockingIOError: pass
                            except OSError: data = b''
                            if not data: close(feed)
                        elif descriptor in kept:
                            if not read(descriptor):
                                if sizes[descriptor] > self.job['output']: over = True
                                close(descriptor)
                    found, status, usage = os.wait4(pid, os.WNOHANG)
                    if found: state = status
                late = state is None and not over
                if state is None:
                    try: os.kill(pid, signal.SIGKILL)
                    except OSError: pass
                    _, status, usage = os.wait4(pid, 0)
                if self.job.get('alone'): end_all()
                else:
                    try: os.killpg(pid, signal.SIGKILL)
                    except OSError: pass
                for descriptor in list(open_ends):
                    if descriptor in kept and not read(descriptor) and sizes[descriptor] > self.job['output']: over = True
                    close(descriptor)
                if end is not None: os.close(end)
                ended = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
                record = {'code': os.WEXITSTATUS(status) if not ended else 0, 'signal': ended, 'late': late, 'over': over,
                          'seconds': usage.ru_utime + usage.ru_stime}
                return record, b''.join(kept[output]), b''.join(kept[errors])[-4096:]


        def run_as_main(source):
            # The end of the interpreter is done by hand, since this one is a fork of another.
            code = 0
            main = type(sys)('__main__')
            main.__dict__.update(__file__='solution.py', __builtins__=builtins)
            sys.modules['__main__'] = main
            sys.argv[:] = ['solution.py']
            hook = sys.excepthook
            try:
                exec(compile(source, 'solution.py', 'exec', 0, True), main.__dict__)
            except SystemExit as error:
                value = error.code
                if isinstance(value, int): code = value & 255
                elif value is not None:
                    sys.stderr.write('%s\n' % (value,))
                    code = 1
            except BaseException:
                kind, error, trace = sys.exc_info()
                code = 1
                try: (sys.excepthook if callable(sys.excepthook) else hook)(kind, error, trace.tb_next if trace else None)
                except BaseException: pass
            try:
                threads = sys.modules.get('threading')
                if threads is not None: threads._shutdown()
                atexit._run_exitfuncs()
            except BaseException:
                pass
            try:
                if sys.stdout is not None: sys.stdout.flush()
            except BaseException:
                code = 120
            try: sys.stderr.flush()
            except BaseException: pass
            os._exit(code)


        def cases():
            can_be_traced(False)
            null = os.open('/dev/null', os.O_RDONLY)
            os.dup2(null, 0)
            os.close(null)
            Cases(3, loads(whole(4))).run()
            os._exit(0)

        """#
}
