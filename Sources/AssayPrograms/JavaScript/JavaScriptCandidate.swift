// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The process that loads a program in JavaScript and answers the judge.
enum JavaScriptCandidate {
    /// The text.
    static let text = #"""
        // The candidate's side: the program may patch all of this, and can only make its own answers wrong. It has no test, and no
        // way to the judge but the socket.
        (async () => {
            const line = new Line(Number(process.env.ASSAY_LINK));
            const { code } = JSON.parse(fs.readFileSync(4, 'utf8'));
            const objects = [];
            let find = () => undefined;
            const keep = (value) => objects.push(value) - 1;
            const chain = (error) => {
                const names = [];
                for (let p = Object.getPrototypeOf(error); p && p !== Object.prototype; p = Object.getPrototypeOf(p)) {
                    names.push(String(p.constructor && p.constructor.name));
                }
                return names;
            };
            const problem = (error) => error instanceof Error
                ? ['e', chain(error), String(error.message).slice(0, 500), keep(error), String(error.name)]
                : ['e', ['Error'], String(error).slice(0, 500), keep(error), 'Error'];
            const other = (value) => {
                if (value instanceof Error) return problem(value);
                if (typeof value === 'function') return ['r', keep(value), 'function', String(value.name)];
                if (isPlain(value)) return null;
                return ['r', keep(value), 'object', String(value.constructor && value.constructor.name)];
            };
            const out = (value) => encode(value, other);
            const reply = (message) => {
                try { line.send(message); } catch (error) {
                    if (!(error instanceof Unreadable)) process.exit(0);
                    line.send({ bad: error.message });
                }
            };
            const into = (data) => decode(data, ([tag, id], d) => {
                if (tag === 'b') return { value: objects[id] };
                if (tag === 'cb') {
                    return { value: (...args) => {
                        line.send({ cb: id, a: args.map(out) });
                        const answer = line.receive();
                        if ('x' in answer) throw into(answer.x);
                        return into(answer.v);
                    } };
                }
                if (tag === 'e') return { value: Object.assign(new Error(id), { name: 'Error' }) };
            });
            const load = () => {
                const module = { exports: {} };
                const run = new Function('module', 'exports', 'require', `${code}\n;return (assayName) => eval(assayName);`);
                const own = run(module, module.exports, require);
                find = (name) => {
                    try { return own(name); } catch (error) { if (!(error instanceof ReferenceError)) throw error; }
                    return module.exports === null || module.exports === undefined ? undefined : module.exports[name];
                };
            };
            const operations = {
                name: (q) => find(q.n),
                call: (q, args) => Reflect.apply(objects[q.o], into(q.t), args),
                new: (q, args) => Reflect.construct(objects[q.o], args),
                get: (q) => objects[q.o][q.k],
                set: (q) => { objects[q.o][q.k] = into(q.v); },
                has: (q) => q.k in objects[q.o],
                is: (q) => into(q.v) instanceof objects[q.o],
                keys: (q) => Object.keys(objects[q.o]),
                iterate: (q) => objects[q.o][Symbol.iterator](),
            };
            while (true) {
                let question;
                try { question = line.receive(); } catch (error) { process.exit(0); }
                try {
                    if (question.q === 'load') {
                        load();
                        reply({ v: true });
                        continue;
                    }
                    const args = (question.a || []).map(into);
                    const before = args.map((value) => value && typeof value === 'object' && isPlain(value) ? JSON.stringify(out(value)) : null);
                    let value = operations[question.q](question, args), promise = false;
                    if (value instanceof Promise) {
                        promise = true;
                        value = await value;
                    }
                    const same = value && typeof value === 'object' ? args.indexOf(value) : -1;
                    const after = [];
                    for (let place = 0; place < args.length; place++) {
                        if (before[place] === null) continue;
                        const now = out(args[place]);
                        if (JSON.stringify(now) !== before[place]) after.push([place, now]);
                    }
                    reply({ v: same < 0 ? out(value) : null, same, after, promise, missing: question.q === 'name' && value === undefined });
                } catch (error) {
                    if (error instanceof Unreadable) reply({ bad: error.message });
                    else if (error instanceof Gone) process.exit(0);
                    else reply({ x: problem(error), syntax: error instanceof SyntaxError });
                }
            }
        })();

        """#
}
