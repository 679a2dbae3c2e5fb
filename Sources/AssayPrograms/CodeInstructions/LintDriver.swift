// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The Python program that reads programs inside the sandbox, and runs none of them.
///
/// It hands them to ruff, and reads those itself of which more is asked. It reads a job from descriptor 4 and writes lines of JSON to descriptor 3: ruff's own, and its own facts. It needs Python
/// 3.9 and its library, nothing else.
enum LintDriver {
    /// Seconds that one look of ruff at a batch may take.
    static let secondsPerLook = 20
    /// Violations of one rule in one file that are told.
    static let mostViolations = 2000

    static let source = #"""
        # Looks at Python programs without running them: by ruff, and by Python's own parser.
        import json, os, resource, select, sys, time

        job = json.loads(bytes().join(iter(lambda: os.read(4, 1 << 20), b'')))
        files, groups = job['files'], job['groups']


        def tell(value):
            write(json.dumps(value).encode() + b'\n')


        def write(data):
            while data: data = data[os.write(3, data):]


        # MARK: ruff

        # It follows a program's nesting by calling itself.
        try:
            most = resource.getrlimit(resource.RLIMIT_STACK)[1]
            wished = 256 << 20
            if most != resource.RLIM_INFINITY: wished = min(wished, most)
            resource.setrlimit(resource.RLIMIT_STACK, (wished, most))
        except (ValueError, OSError):
            pass
        RUFF = job['ruff']
        if RUFF == './ruff': os.chmod(RUFF, 0o755)
        ENVIRONMENT = {
            'HOME': os.getcwd(), 'PATH': '/usr/bin:/bin', 'RAYON_NUM_THREADS': str(job['threads']),
            'RUST_MIN_STACK': str(256 << 20), 'NO_COLOR': '1'}


        def start(arguments):
            # A process of ruff, and the end of the pipe that it writes to.
            out, into = os.pipe()
            errors = os.open('errors', os.O_RDWR | os.O_CREAT | os.O_TRUNC)
            try:
                process = os.posix_spawn(RUFF, ['ruff'] + arguments, ENVIRONMENT, file_actions=[
                    (os.POSIX_SPAWN_OPEN, 0, '/dev/null', os.O_RDONLY, 0), (os.POSIX_SPAWN_DUP2, into, 1),
                    (os.POSIX_SPAWN_DUP2, errors, 2), (os.POSIX_SPAWN_CLOSE, 3), (os.POSIX_SPAWN_CLOSE, 4)])
            finally:
                os.close(into)
                os.close(errors)
            return process, out


        def finish(process, out):
            # What it wrote and how it ended; None where it took too long or was ended by a signal.
            parts, end = [], time.monotonic() + job['seconds']
            while True:
                left = end - time.monotonic()
                if left <= 0 or not select.select([out], [], [], left)[0]:
                    os.kill(process, 9)
                    break
                part = os.read(out, 1 << 20)
                if not part: break
                parts.append(part)
            os.close(out)
            status = os.waitpid(process, 0)[1]
            return (b''.join(parts), os.WEXITSTATUS(status)) if os.WIFEXITED(status) else (b'', None)


        OPTIONS = ['check', '--no-cache', '--ignore-noqa', '--no-fix', '--quiet', '--exit-zero', '--output-format',
                   'json-lines']
        told = {}


        def forward(output):
            # ruff's lines as they are, up to a number of each kind and file.
            kept = []
            for line in output.splitlines(True):
                kind = line[line.find(b'"code":'):line.find(b',"end_location"')], line[line.find(b'"filename":'):line.find(b',"fix"')]
                count = told.get(kind, 0)
                told[kind] = count + 1
                if count < job['most']: kept.append(line)
            write(b''.join(kept))


        def look(paths, folders, running=None):
            # Looks at files; where that ends badly, at halves of them, down to the one that does it.
            output, code = finish(*(running or start(OPTIONS + (folders or paths))))
            if code == 0: return forward(output)
            if code is not None and code != 2 or len(paths) == 1 and code is not None and b'"panic"' not in output:
                with open('errors', 'rb') as errors: words = errors.read(2000).decode('utf-8', 'replace')
                return tell({'problem': 'ruff ended with exit code %s: %s' % (code, words)})
            if len(paths) == 1: return tell({'gone': paths[0]})
            half = len(paths) // 2
            look(paths[:half], None)
            look(paths[half:], None)


        # MARK: Python's parser

        def facts(source, wanted):
            # Everything here is about the text; nothing of it is run.
            import ast
            source = source.replace('\r\n', '\n').replace('\r', '\n')
            try:
                if source.startswith('\ufeff'): source = source[1:]
                tree = ast.parse(source)
            except SyntaxError as error:
                return {'syntax': error.lineno or 0, 'message': str(error.msg)}
            except ValueError as error:
                return {'syntax': 0, 'message': str(error)}
            except (RecursionError, MemoryError):
                return {'deep': True}
            result = {}
            try:
                if wanted & 1: result.update(docstrings(ast, tree))
                if wanted & 2: result.update(comments(ast, tree, source))
                if wanted & 4: result.update(examples(ast, tree))
            except (RecursionError, MemoryError):
                return {'deep': True}
            return result


        def definitions(ast, tree):
            # Classes and functions with whether anybody outside sees them; ruff means the same by "public".
            pending = [(tree, True)]
            while pending:
                node, public = pending.pop()
                for child in ast.iter_child_nodes(node):
                    if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                        name = child.name
                        magic = name.startswith('__') and name.endswith('__')
                        seen = public and (magic or not name.startswith('_'))
                        yield child, seen
                        pending.append((child, seen and isinstance(child, ast.ClassDef)))
                    else:
                        pending.append((child, public))


        def docstring(ast, node):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
                return first
            return None


        def docstrings(ast, tree):
            found = list(definitions(ast, tree))
            return {
                'docstrings': sum(docstring(ast, node) is not None for node in [tree] + [node for node, _ in found]),
                'public': sum(public for _, public in found)}


        def comments(ast, tree, source):
            import io, tokenize
            documented = set()
            for node in [tree] + [node for node, _ in definitions(ast, tree)]:
                first = docstring(ast, node)
                if first: documented.update(range(first.lineno, first.end_lineno + 1))
            blank = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
            commented, code = set(), set()
            for token in tokenize.generate_tokens(io.StringIO(source).readline):
                if token.type == tokenize.COMMENT:
                    # A sign alone says nothing.
                    if any(sign.isalnum() for sign in token.string): commented.add(token.start[0])
                elif token.type not in blank:
                    code.update(range(token.start[0], token.end[0] + 1))
            return {'comments': len(commented), 'code': len(code - documented)}


        def examples(ast, tree):
            functions, without = 0, []
            for node, public in sorted(definitions(ast, tree), key=lambda entry: entry[0].lineno):
                if isinstance(node, ast.ClassDef) or not public or node.name.startswith('_'): continue
                functions += 1
                first = docstring(ast, node)
                if first is None: why = 'no docstring'
                else: why = example(ast, first.value.value)
                if why: without.append([node.name, node.lineno, node.col_offset, why])
            return {'functions': functions, 'without': without[:100]}


        def example(ast, text):
            # Why a docstring has no example that is Python; '' where it has one.
            lines, sources = text.expandtabs().split('\n'), []
            for line in lines:
                line = line.strip()
                if line == '>>>' or line.startswith('>>> '): sources.append([line[4:]])
                elif sources and (line == '...' or line.startswith('... ')): sources[-1].append(line[4:])
            sources = ['\n'.join(lines) for lines in sources]
            for source in sources:
                try:
                    if ast.parse(source + '\n').body: return ''
                except (SyntaxError, ValueError, RecursionError, MemoryError):
                    pass
            return 'an example that does not parse' if any(source.strip() for source in sources) else 'no example'


        # MARK: the job

        if job['version']:
            try:
                output, code = finish(*start(['--version']))
            except OSError as error:
                output, code = str(error).encode(), 1
            if code is None: output = b'ended by a signal'
            if output.split()[:2] != [b'ruff', job['version'].encode()]:
                tell({'version': output.decode('utf-8', 'replace').strip()[:200]})
                os._exit(0)
        paths, folders = [], []
        for number, group in enumerate(groups):
            folder = 'g%d' % number
            os.mkdir(folder)
            with open(folder + '/ruff.toml', 'w') as file: file.write(group['settings'])
            for index in group['files']:
                path = '%s/m%d.py' % (folder, index)
                with open(path, 'wb') as file: file.write(files[index]['code'].encode())
                paths.append(path)
            folders.append(folder)
        running = start(OPTIONS + folders) if paths else None
        for index, file in enumerate(files):
            if file['facts']: tell({'facts': index, **facts(file['code'], file['facts'])})
        if paths: look(paths, folders, running)
        tell({'done': True})
        os._exit(0)
        """#
}
