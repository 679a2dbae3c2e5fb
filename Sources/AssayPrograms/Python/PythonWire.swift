// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// Messages between judge and candidate: plain data, and handles for what is none.
enum PythonWire {
    /// The text.
    static let text = #"""
        class Reading:
            # What the reader of JSON in C asks for; numbers that are no integers come as texts in hexadecimal.
            strict, object_hook, object_pairs_hook, parse_int, memo = True, None, None, int, {}
            parse_float = parse_constant = float


        read_json = _json.make_scanner(Reading)
        write_json = _json.make_encoder(None, None, _json.encode_basestring_ascii, None, ':', ',', False, False, True)


        def loads(data):
            text = str(data, 'utf-8').strip()
            try:
                value, end = read_json(text, 0)
            except StopIteration:
                raise ValueError('no JSON')
            if end != len(text): raise ValueError('more than JSON')
            return value


        def dumps(value):
            return ''.join(write_json(value, 0)).encode('ascii')


        def send_descriptor(sock, number):
            sock.sendmsg([b'f'], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, pack('i', number))])


        def receive_descriptor(sock):
            data, extra, _, _ = sock.recvmsg(1, _socket.CMSG_LEN(4))
            return unpack('i', extra[0][2][:4])[0] if data and extra else None


        class Gone(Exception):
            pass


        class OutOfTime(BaseException):
            pass


        class Unreadable(Exception):
            pass


        class Wire:
            # Messages over a socket; values as plain data, functions and objects of one side as handles for the other.
            def __init__(self, sock, trusted):
                self.sock, self.trusted, self.objects = sock, trusted, []

            def send(self, message):
                data = dumps(message)
                if len(data) > MOST:
                    raise Unreadable('the value is larger than can be handed over')
                try:
                    self.sock.sendall(pack('>I', len(data)) + data)
                except OSError:
                    raise Gone()

            def receive(self):
                size = unpack('>I', self.exactly(4))[0]
                if size > MOST:
                    raise Unreadable('the value is larger than can be handed over')
                try:
                    return loads(self.exactly(size))
                except (ValueError, RecursionError):
                    raise Unreadable('the value is nested too deeply')

            def exactly(self, count):
                parts = []
                while count > 0:
                    try:
                        part = self.sock.recv(min(count, 1 << 20))
                    except OSError:
                        raise Gone()
                    if not part:
                        raise Gone()
                    parts.append(part)
                    count -= len(part)
                return b''.join(parts)

            def export(self, value):
                self.objects.append(value)
                return len(self.objects) - 1

            def encode(self, value, depth=0):
                if depth > 200:
                    raise Unreadable('the value is nested too deeply')
                if value is None or value is True or value is False:
                    return value
                kind = type(value)
                e = lambda v: self.encode(v, depth + 1)
                if isinstance(value, int):
                    value = int.__index__(value)
                    return value if -2 ** 62 < value < 2 ** 62 else ['i', hex(value)]
                if isinstance(value, float):
                    return ['f', float.hex(value)]
                if isinstance(value, str):
                    if str.__len__(value) > MOST: raise Unreadable('the value is larger than can be handed over')
                    return str.__str__(value) if kind is str else ''.join(str.__iter__(value))
                if isinstance(value, list):
                    return ['l', [e(v) for v in list.__iter__(value)]]
                if isinstance(value, tuple):
                    return ['t', [e(v) for v in tuple.__iter__(value)]]
                if isinstance(value, dict):
                    return ['d', [[e(k), e(v)] for k, v in dict.items(value)]]
                if isinstance(value, set):
                    return ['s', [e(v) for v in set.__iter__(value)]]
                if isinstance(value, frozenset):
                    return ['fs', [e(v) for v in frozenset.__iter__(value)]]
                if isinstance(value, (bytes, bytearray)):
                    return ['b' if isinstance(value, bytes) else 'ba', bytes(memoryview(value)).hex()]
                if isinstance(value, complex):
                    return ['c', float.hex(value.real), float.hex(value.imag)]
                if kind is range:
                    return ['range', e(value.start), e(value.stop), e(value.step)]
                name = '%s.%s' % (kind.__module__, kind.__qualname__)
                if name == 'collections.deque':
                    return ['deque', [e(v) for v in value]]
                if name in ('decimal.Decimal', 'fractions.Fraction'):
                    return ['num', name, str(value)]
                if isinstance(value, Remote):
                    return ['r', object.__getattribute__(value, '_index')]
                if self.trusted:
                    if callable(value):
                        return ['cb', self.export(value)]
                    raise Unreadable('an argument of type %s cannot be handed over' % name)
                if kind is type(os):
                    return ['module', value.__name__]
                mro = [c.__name__ for c in value.__mro__] if isinstance(value, type) else []
                flags = [n for n in ('__iter__', '__next__', '__len__', '__getitem__', '__call__', '__contains__')
                         if hasattr(kind, n)]
                return ['o', self.export(value), name, flags, mro, getattr(value, '__name__', '') if mro else '']

            def decode(self, data, depth=0):
                if depth > 200:
                    raise Unreadable('the value is nested too deeply')
                if data is None or isinstance(data, (bool, int, str)):
                    return data
                if not isinstance(data, list) or not data or not isinstance(data[0], str):
                    raise Unreadable('the value is not one that was agreed on')
                d = lambda v: self.decode(v, depth + 1)
                tag, rest = data[0], data[1:]
                try:
                    if tag == 'i': return int(rest[0], 16)
                    if tag == 'f': return float.fromhex(rest[0])
                    if tag == 'l': return [d(v) for v in rest[0]]
                    if tag == 't': return tuple(d(v) for v in rest[0])
                    if tag == 'd': return {d(k): d(v) for k, v in rest[0]}
                    if tag == 's': return {d(v) for v in rest[0]}
                    if tag == 'fs': return frozenset(d(v) for v in rest[0])
                    if tag == 'b': return bytes.fromhex(rest[0])
                    if tag == 'ba': return bytearray.fromhex(rest[0])
                    if tag == 'c': return complex(float.fromhex(rest[0]), float.fromhex(rest[1]))
                    if tag == 'range': return range(*(d(v) for v in rest))
                    if tag == 'deque':
                        import collections
                        return collections.deque(d(v) for v in rest[0])
                    if tag == 'num':
                        import decimal, fractions
                        known = {'decimal.Decimal': decimal.Decimal, 'fractions.Fraction': fractions.Fraction}
                        if len(rest[1]) > 10000: raise Unreadable('a number of more than 10000 digits')
                        return known[rest[0]](rest[1])
                    if self.trusted and tag == 'module': return module(rest[0])
                    if self.trusted and tag == 'o': return remote(self, *rest)
                    if not self.trusted and tag == 'r': return self.objects[rest[0]]
                    if not self.trusted and tag == 'cb': return lambda *a, **k: self.ask({'cb': rest[0]}, a, k)
                except (ValueError, TypeError, IndexError, KeyError, ArithmeticError):
                    pass
                raise Unreadable('the value is not one that was agreed on')

            def ask(self, message, arguments=(), keywords={}):
                # Sends a question and waits for its answer, answering the other side's questions meanwhile.
                message['a'] = [self.encode(v) for v in arguments]
                message['k'] = [[k, self.encode(v)] for k, v in keywords.items()]
                self.send(message)
                while True:
                    answer = self.receive()
                    if not isinstance(answer, dict):
                        raise Unreadable('the answer is not one that was agreed on')
                    if self.trusted and 'cb' in answer:
                        self.serve(self.objects[answer['cb']], answer)
                    elif 'x' in answer:
                        raise failure(answer)
                    elif 'r' in answer:
                        for place, after in answer.get('after', []) if self.trusted else []:
                            update(arguments[place], self.decode(after))
                        return self.decode(answer['r'])
                    else:
                        raise Unreadable('the answer is not one that was agreed on')

            def serve(self, function, question):
                try:
                    arguments = [self.decode(v) for v in question.get('a', [])]
                    keywords = {k: self.decode(v) for k, v in question.get('k', [])}
                    before = [self.encode(v) if isinstance(v, (list, dict, set, bytearray)) else None for v in arguments]
                    value = function(*arguments, **keywords)
                    answer = {'r': self.encode(value)}
                    if not self.trusted:
                        after = [(i, self.encode(v)) for i, v in enumerate(arguments) if before[i] is not None]
                        answer['after'] = [[i, v] for i, v in after if v != before[i]]
                except (Gone, OutOfTime):
                    raise
                except BaseException as error:
                    answer = {'x': [c.__name__ for c in type(error).__mro__], 'm': brief(error), 'w': where(error)}
                try:
                    self.send(answer)
                except Unreadable as error:
                    self.send({'x': ['Unreadable'], 'm': str(error), 'w': None})

        """#
}
