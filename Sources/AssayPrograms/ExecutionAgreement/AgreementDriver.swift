// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The Python program that runs the program form of a solution inside the sandbox and hands out its result.
///
/// It reads the program's blocks from descriptor 4 and writes two lines of JSON to descriptor 3: before it runs anything,
/// whether the program computes at all; afterwards, its value or its problem. The program shares the process. All it could
/// forge is its own result, which it may choose anyway: nothing in the sandbox knows the answer of the text.
enum AgreementDriver {
    static let fileName = "agreement.py"

    static let source = #"""
        import _ast, json, os, sys

        ARITHMETIC = (_ast.Add, _ast.Sub, _ast.Mult, _ast.Div, _ast.FloorDiv, _ast.Mod, _ast.Pow, _ast.MatMult)
        # Calls that hand a value on as it is.
        PLAIN = {'print', 'int', 'float', 'str', 'round', 'repr', 'format', 'list', 'tuple', 'set', 'dict', 'bool', 'complex',
                 'Fraction', 'Decimal', 'Rational', 'Integer', 'Float', 'input'}
        PLAIN_METHODS = {'append', 'format', 'strip', 'join', 'write', 'items', 'keys', 'values', 'add', 'get', 'update',
                         'Fraction', 'Decimal', 'Rational', 'Integer', 'Float'}
        NAMES = ('answer', 'ans', 'result', 'final_answer')


        def children(node):
            for field in node._fields:
                value = getattr(node, field, None)
                if isinstance(value, _ast.AST): yield value
                elif isinstance(value, list):
                    for item in value:
                        if isinstance(item, _ast.AST): yield item


        def walk(node):
            stack = [node]
            while stack:
                node = stack.pop()
                yield node
                stack.extend(children(node))


        class Flow:
            # What each name of the program is made from, and which expressions are its result.
            def __init__(self, trees):
                self.sources, self.outputs, self.own = {}, [], set()
                for tree in trees: self.block(tree.body, [], [])

            def put(self, name, nodes): self.sources.setdefault(name, []).extend(nodes)

            def bind(self, target, nodes):
                for node in walk(target):
                    if isinstance(node, _ast.Name): self.put(node.id, nodes)
                    elif isinstance(node, _ast.Attribute): self.put('.' + node.attr, nodes)

            def block(self, statements, control, functions):
                for node in statements: self.statement(node, control, functions)

            def statement(self, node, control, functions):
                for part in walk(node) if not hasattr(node, 'body') else ():
                    if isinstance(part, _ast.NamedExpr): self.bind(part.target, [part.value] + control)
                    elif isinstance(part, (_ast.Yield, _ast.YieldFrom)) and part.value is not None:
                        for name in functions: self.put(name, [part.value] + control)
                if isinstance(node, _ast.Assign):
                    for target in node.targets: self.bind(target, [node.value] + control)
                elif isinstance(node, _ast.AugAssign): self.bind(node.target, [node] + control)
                elif isinstance(node, _ast.AnnAssign):
                    if node.value is not None: self.bind(node.target, [node.value] + control)
                elif isinstance(node, (_ast.FunctionDef, _ast.AsyncFunctionDef)):
                    self.own.add(node.name)
                    self.block(node.body, [], [node.name, '.' + node.name])
                elif isinstance(node, _ast.ClassDef):
                    self.own.add(node.name)
                    self.block(node.body, [], functions)
                elif isinstance(node, _ast.Return):
                    if node.value is not None:
                        for name in functions: self.put(name, [node.value] + control)
                elif isinstance(node, _ast.Expr): self.expression(node.value, control)
                else:
                    inner = list(control)
                    for field in ('test', 'iter', 'subject'):
                        value = getattr(node, field, None)
                        if isinstance(value, _ast.AST): inner.append(value)
                    if isinstance(node, (_ast.For, _ast.AsyncFor)): self.bind(node.target, [node.iter] + control)
                    for item in getattr(node, 'items', ()):
                        if item.optional_vars is not None: self.bind(item.optional_vars, [item.context_expr])
                    for field in ('body', 'orelse', 'finalbody'):
                        value = getattr(node, field, None)
                        if isinstance(value, list): self.block(value, inner, functions)
                    for part in list(getattr(node, 'handlers', ())) + list(getattr(node, 'cases', ())):
                        self.block(part.body, inner, functions)

            def expression(self, node, control):
                if not isinstance(node, _ast.Call): return
                function = node.func
                if isinstance(function, _ast.Name) and function.id == 'print' or \
                        isinstance(function, _ast.Attribute) and function.attr == 'write':
                    self.outputs.extend(node.args + control)
                elif isinstance(function, _ast.Attribute) and isinstance(function.value, _ast.Name):
                    # A method may change what it is called on.
                    self.put(function.value.id, node.args + control)

            def slice(self, outputs):
                # All that the result is made from.
                seen, stack = set(), list(outputs)
                while stack:
                    root = stack.pop()
                    if id(root) in seen: continue
                    seen.add(id(root))
                    for node in walk(root):
                        yield node
                        name = node.id if isinstance(node, _ast.Name) else \
                            '.' + node.attr if isinstance(node, _ast.Attribute) else None
                        if name is not None: stack.extend(self.sources.pop(name, ()))


        def constant(node):
            if isinstance(node, _ast.UnaryOp): node = node.operand
            return node.value if isinstance(node, _ast.Constant) else None


        def is_text(node): return isinstance(node, _ast.JoinedStr) or isinstance(constant(node), str)


        def computes(node, own):
            if isinstance(node, _ast.AugAssign): return isinstance(node.op, ARITHMETIC) and not is_text(node.value)
            if isinstance(node, _ast.BinOp):
                if not isinstance(node.op, ARITHMETIC) or is_text(node.left) or is_text(node.right): return False
                # What changes nothing is no computation.
                left, right = constant(node.left), constant(node.right)
                if isinstance(node.op, (_ast.Add, _ast.Sub)): return right != 0 and left != 0
                return right != 1 and not (isinstance(node.op, _ast.Mult) and left == 1)
            if isinstance(node, _ast.Call):
                function = node.func
                if isinstance(function, _ast.Name): return function.id not in PLAIN and function.id not in own
                if isinstance(function, _ast.Attribute): return function.attr not in PLAIN_METHODS
            return False


        def numbers(node):
            if not isinstance(node, _ast.Constant): return
            value = node.value
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                if abs(value) < 1e300: yield float(value)
            elif isinstance(value, str):
                digits = ''
                for sign in value[:10000] + ' ':
                    if sign in '0123456789.': digits += sign
                    elif digits:
                        try: yield float(digits)
                        except ValueError: pass
                        digits = ''


        def triviality(trees, asked):
            flow = Flow(trees)
            last = trees[-1].body[-1] if trees[-1].body else None
            function = uncalled(trees)
            if function: outputs = [_ast.Name('solution', _ast.Load())]
            elif isinstance(last, _ast.Expr):
                call = last.value
                printed = isinstance(call, _ast.Call) and isinstance(call.func, _ast.Name) and call.func.id == 'print'
                outputs = call.args if printed and call.args else [call] + flow.outputs
            else: outputs = flow.outputs + [_ast.Name(name, _ast.Load()) for name in NAMES]
            found, computed = set(), False
            for node in flow.slice(outputs):
                computed = computed or computes(node, flow.own)
                found.update(round(number, 9) for number in numbers(node))
            if not computed: return 'its result stands in it and is not computed'
            if asked and not found & {round(number, 9) for number in asked}:
                return 'it computes with no number of the question'
            return None


        def uncalled(trees):
            # Whether there is a function "solution" that the program itself never calls.
            defined = False
            for tree in trees:
                for node in tree.body:
                    if isinstance(node, _ast.FunctionDef) and node.name == 'solution':
                        arguments = node.args
                        needed = len(arguments.args) + len(getattr(arguments, 'posonlyargs', ())) - len(arguments.defaults)
                        defined = needed == 0 and not any(d is None for d in arguments.kw_defaults)
                        continue
                    for part in walk(node):
                        if isinstance(part, _ast.Call) and isinstance(part.func, _ast.Name) and part.func.id == 'solution':
                            return False
            return defined


        def tell(**record):
            try: os.write(3, json.dumps(record).encode('ascii') + b'\n')
            except OSError: pass


        def problem(error, kind='raised'):
            line, trace = getattr(error, 'lineno', None) if kind == 'syntax' else None, error.__traceback__
            while trace is not None:
                if trace.tb_frame.f_code.co_filename == 'program.py': line = trace.tb_lineno
                trace = trace.tb_next
            try: message = str(error)[:300]
            except BaseException: message = '?'
            return {'problem': kind, 'name': type(error).__name__[:100], 'line': line, 'message': message,
                    'module': str(getattr(error, 'name', None) or '')[:100]}


        def shown(value):
            if isinstance(value, (list, tuple)) and len(value) == 1: return shown(value[0])
            return str(value)


        def run(trees, module):
            space = module.__dict__
            null = os.open('/dev/null', os.O_WRONLY)
            output = os.dup(1)
            for place, tree in enumerate(trees):
                last = place == len(trees) - 1
                os.dup2(output if last else null, 1)
                value = None
                try:
                    body = tree.body
                    tail = body.pop() if last and body and isinstance(body[-1], _ast.Expr) else None
                    exec(compile(tree, 'program.py', 'exec'), space)
                    if tail is not None: value = eval(compile(_ast.Expression(tail.value), 'program.py', 'eval'), space)
                except SystemExit as error:
                    if last and error.code not in (None, 0): return problem(error)
                except BaseException as error:
                    # As in a notebook: what failed may have been mended in a later block.
                    if last: return problem(error)
                try: sys.stdout.flush()
                except BaseException as error:
                    if last: return problem(error)
            return value


        def main():
            if hasattr(sys, 'set_int_max_str_digits'): sys.set_int_max_str_digits(0)
            parts = []
            while True:
                part = os.read(4, 1 << 16)
                if not part: break
                parts.append(part)
            os.close(4)
            job = json.loads(b''.join(parts))
            trees = []
            for place, source in enumerate(job['blocks']):
                try: trees.append(compile(source, 'program.py', 'exec', 0x400))
                except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
                    if place == len(job['blocks']) - 1: return tell(**problem(error, 'syntax'))
            try: trivial = triviality(trees, job['numbers'])
            except (RecursionError, AttributeError): trivial = None
            function = uncalled(trees)
            tell(parsed=True, trivial=trivial)
            module = type(sys)('__main__')
            module.__dict__['__builtins__'] = __builtins__
            sys.modules['__main__'] = module
            sys.argv = ['program.py']
            value = run(trees, module)
            if isinstance(value, dict) and 'problem' in value and 'name' in value: return tell(**value)
            try:
                kind = 'expression'
                if function:
                    found = module.__dict__.get('solution')
                    if callable(found): kind, value = 'solution', found()
                if value is None:
                    for name in NAMES:
                        found = module.__dict__.get(name)
                        if found is not None and not callable(found):
                            kind, value = 'variable', found
                            break
                try: sys.stdout.flush()
                except (OSError, ValueError, AttributeError): pass
                if value is None: tell(done=True)
                else: tell(value=shown(value)[:20000], kind=kind)
            except SystemExit: tell(done=True)
            except BaseException as error: tell(**problem(error))


        main()
        """#
}
