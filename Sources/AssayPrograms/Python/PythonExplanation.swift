// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// What a failed assertion says, and values as they are shown and compared.
enum PythonExplanation {
    /// The text.
    static let text = #"""
        # The judge's side.
        def explain(tree, source):
            # assert a == b says what a and b were.
            lines = source.encode('utf-8').split(b'\n')

            def words(node):
                if node.lineno != node.end_lineno: return 'the value'
                return lines[node.lineno - 1][node.col_offset:node.end_col_offset].decode('utf-8', 'replace')[:200]

            def explained(node):
                test = node.test
                if node.msg is not None or not isinstance(test, _ast.Compare) or len(test.ops) != 1: return [node]
                right = test.comparators[0]
                sign = SIGNS.get(type(test.ops[0]).__name__, '?')
                read = lambda name: _ast.Name(name, _ast.Load())
                new = [_ast.Assign([_ast.Name('__left', _ast.Store())], test.left),
                       _ast.Assign([_ast.Name('__right', _ast.Store())], right),
                       _ast.Assert(_ast.Compare(read('__left'), test.ops, [read('__right')]),
                                   _ast.Call(read('__shown'), [_ast.Constant(words(test.left)), read('__left'),
                                                               _ast.Constant(sign), read('__right')], []))]
                for statement in new:
                    for part in walk(statement):
                        for field in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset'):
                            if not hasattr(part, field): setattr(part, field, getattr(node, field))
                return new

            for node in walk(tree):
                for field in ('body', 'orelse', 'finalbody'):
                    block = getattr(node, field, None)
                    if isinstance(block, list):
                        block[:] = [new for old in block for new in (explained(old) if isinstance(old, _ast.Assert) else [old])]
            return tree


        SIGNS = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not',
                 'In': 'in', 'NotIn': 'not in'}


        def short(value):
            text = repr(value)
            return text if len(text) <= 200 else text[:197] + '...'


        def shown(source, left, sign, right):
            return '%s is %s; %s %s is expected' % (source, short(left), sign, short(right))


        def plain(value, depth=0):
            # A value as JSON has it: a tuple is a list, a set the list of its sorted elements, keys are texts.
            if depth > 200: raise Unreadable('the value is nested too deeply')
            if value is None or isinstance(value, (bool, int, str)): return value
            if isinstance(value, float): return value
            if isinstance(value, (list, tuple, range)) or type(value).__name__ == 'deque':
                return [plain(v, depth + 1) for v in value]
            if isinstance(value, (set, frozenset)): return sorted((plain(v, depth + 1) for v in value), key=dumps)
            if isinstance(value, dict):
                return {k if isinstance(k, str) else dumps(plain(k)).decode(): plain(v, depth + 1) for k, v in value.items()}
            raise Unreadable('the value is %s, which no expected value can equal' % short(value))

        """#
}
