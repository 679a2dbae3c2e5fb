// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The program for node that calls functions of a program inside the sandbox and hands their values out.
///
/// What is expected never gets in: the values are compared outside, so that there is nothing to forge but the values.
enum JavaScriptDriver {
    static let source = #"""
        'use strict';
        const fs = require('fs');
        const job = JSON.parse(fs.readFileSync(4, 'utf8'));
        const write = fs.writeSync, text = JSON.stringify;
        const tell = (record) => { record.token = job.token; write(3, text(record) + '\n'); };
        tell({ ready: true });
        const names = [...new Set(job.tests.map((test) => test.call))];
        const found = names.map((name) => `${name}: typeof ${name} === 'undefined' ? undefined : ${name}`);
        const load = () => {
            const module = { exports: {} };
            const run = new Function('module', 'exports', 'require', `${job.code}\n;return { ${found.join(', ')} };`);
            const own = run(module, module.exports, require);
            for (const name of names) if (own[name] === undefined) own[name] = module.exports[name];
            return own;
        };
        const message = (error) => String((error && error.message) || error).slice(0, 500);
        (async () => {
            let own;
            try { own = load(); } catch (error) {
                const isSyntax = error instanceof SyntaxError;
                tell({ load: isSyntax ? 'syntax' : 'raised', detail: `${error && error.name}: ${message(error)}` });
                process.exit(0);
            }
            for (let index = 0; index < job.tests.length; index++) {
                const test = job.tests[index];
                if (typeof own[test.call] !== 'function') {
                    tell({ test: index, outcome: 'missing', detail: `the program has no function "${test.call}"` });
                    continue;
                }
                try {
                    const value = await own[test.call](...test.arguments);
                    tell({ test: index, outcome: 'pass', value: value === undefined ? null : value });
                } catch (error) {
                    tell({ test: index, outcome: 'raised', detail: `${error && error.name}: ${message(error)}` });
                }
            }
            tell({ done: true });
            process.exit(0);
        })();
        """#
}
