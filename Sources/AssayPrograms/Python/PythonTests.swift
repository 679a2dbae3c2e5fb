// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Reading of tests and their setup: what of them is run, what they use, and what is wrong with them.
enum PythonTests {
    /// The text.
    static let text = #"""
        # The judge's side: what is wrong with a test is told before there is a program, which is not to blame.
        class Wrong(Exception):
            pass


        def parse(source, name):
            try:
                return compile(source, name, 'exec', 0x400)
            except SyntaxError as error:
                raise Wrong('it is no Python, line %s: %s' % (error.lineno, error.msg))
            except (ValueError, RecursionError, MemoryError) as error:
                raise Wrong('it cannot be read: %s' % brief(error))


        def compiled(tree, name):
            try:
                return compile(tree, name, 'exec')
            except SyntaxError as error:
                raise Wrong('it is no Python, line %s: %s' % (error.lineno, error.msg))
            except (ValueError, RecursionError, MemoryError) as error:
                raise Wrong('it cannot be read: %s' % brief(error))


        FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef, _ast.Lambda)


        def below(node, but=()):
            # The parts of a node that are no bodies of functions, nor in the fields that are left out.
            parts = []
            for field in node._fields:
                if field in but: continue
                value = getattr(node, field, None)
                parts += [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, _ast.AST)]
            return parts


        def walk(*nodes):
            nodes = list(nodes)
            for node in nodes: nodes += below(node)
            return nodes


        def is_main_guard(node):
            return (isinstance(node, _ast.If) and isinstance(node.test, _ast.Compare)
                    and any(isinstance(n, _ast.Name) and n.id == '__name__' for n in walk(node.test)))


        def at_once(*nodes):
            # What is run where these are: of functions their defaults and decorators, of classes all but methods.
            nodes = list(nodes)
            for node in nodes:
                if is_main_guard(node): nodes += node.orelse
                else: nodes += below(node, ('body',) if isinstance(node, FUNCTIONS) else ())
            return nodes


        class Names:
            # What nodes bind and use.
            def __init__(self, nodes):
                self.used, self.bound, self.bases = [], set(), set()
                for node in nodes:
                    if isinstance(node, _ast.Name):
                        if isinstance(node.ctx, _ast.Load): self.used.append(node.id)
                        else: self.bound.add(node.id)
                    elif isinstance(node, (_ast.Import, _ast.ImportFrom)):
                        self.bound.update((a.asname or a.name).split('.')[0] for a in node.names)
                    elif isinstance(node, (_ast.FunctionDef, _ast.AsyncFunctionDef, _ast.ClassDef)): self.bound.add(node.name)
                    elif isinstance(node, _ast.arg): self.bound.add(node.arg)
                    elif isinstance(node, _ast.ExceptHandler) and node.name: self.bound.add(node.name)
                    elif isinstance(node, _ast.Attribute) and isinstance(node.value, _ast.Name): self.bases.add(node.value.id)

            def free(self, bound=()):
                return [n for n in dict.fromkeys(self.used) if n not in self.bound and n not in bound]

            def is_module(self, name):
                return name in self.bases and name in LIBRARY


        class Setup:
            # Source before each test; it is run alone first where it needs nothing of the program's.
            def __init__(self, source):
                self.tree = parse(source, 'setup.py')
                self.names = Names(walk(self.tree))
                self.code = compiled(self.tree, 'setup.py')
                used = Names(at_once(self.tree)).free(self.names.bound)
                self.needs_program = any(not hasattr(builtins, n) and not self.names.is_module(n) and n != '__name__' for n in used)


        class Plan:
            # A test that has been read: what it needs of the program, and what is run.
            def __init__(self, source, setup, entry):
                tree = parse(source, 'test.py')
                own, both = Names(walk(tree)), Names(walk(setup.tree, tree))
                problem = nothing_tested(tree, own, entry)
                if problem: raise Wrong('it tests nothing: ' + problem)
                free = both.free()
                self.modules = [n for n in free if both.is_module(n)]
                names = [n for n in free if n not in self.modules]
                self.names = [n for n in names if not hasattr(builtins, n)] or names
                self.imports = set()
                for node in at_once(setup.tree, tree):
                    if isinstance(node, _ast.Import): self.imports.update(a.name for a in node.names)
                    elif isinstance(node, _ast.ImportFrom) and node.module: self.imports.add(node.module)
                self.code = compiled(explain(tree, source), 'test.py')


        def nothing_tested(tree, names, entry):
            # Why a test would pass with any program; nil where it would not.
            functions = {n.name: n for n in tree.body if isinstance(n, _ast.FunctionDef)}
            check = functions.get('check') if entry else None
            called = ([check] if check else []) + [f for n, f in functions.items() if n.startswith('test_')]
            for function in called:
                needed = len(function.args.posonlyargs + function.args.args) - len(function.args.defaults)
                if function is not check and needed > 0: return 'its function %s has parameters' % function.name
            run = at_once(*tree.body) + at_once(*[n for f in called for n in f.body])
            if not any(isinstance(n, (_ast.Assert, _ast.Raise, _ast.Call)) for n in run):
                if 'check' in functions and not entry: return 'its check is never called; "entry_point" names what it is given'
                if entry and not check: return 'it has no function check, and no assertion outside of functions'
                return 'what is run of it holds no assertion and no call'
            free = [n for n in names.free() if not names.is_module(n)]
            if any(not hasattr(builtins, n) and n not in ('__name__', '__file__') for n in free): return None
            if entry and 'candidate' in names.used: return None
            if check:
                given = [a.arg for a in check.args.posonlyargs + check.args.args][:1] + [a.arg for a in [check.args.vararg] if a]
                if any(isinstance(n, _ast.Name) and n.id in given for n in walk(*check.body)): return None
            # A program may have a function of the name of one of Python's own.
            if any(isinstance(n, _ast.Call) and isinstance(n.func, _ast.Name) and n.func.id in free for n in run):
                if any(isinstance(n, (_ast.Assert, _ast.Raise)) for n in run): return None
            return 'it uses nothing of the program'

        """#
}
