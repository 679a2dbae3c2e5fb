// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The process that has the tests in JavaScript and decides them.
enum JavaScriptJudge {
    /// The text.
    static let text = #"""
        const AsyncFunction = (async () => {}).constructor;
        const compile = (source) => new AsyncFunction('scope', `with (scope) { await (async () => {\n${source}\n})(); }`);
        const turn = () => new Promise((resolve) => setImmediate(resolve));

        const attempt = async (run) => {
            let error = null;
            const late = (reason) => { if (!error) error = { reason }; };
            process.on('unhandledRejection', late);
            process.on('uncaughtException', late);
            try { await run(scope()); } catch (reason) { error = { reason }; }
            await turn();
            process.off('unhandledRejection', late);
            process.off('uncaughtException', late);
            return error;
        };

        const begin = () => {
            callbacks = [];
            ending = null;
            deadline = Date.now() + 1000 * job.seconds;
        };

        const verdict = (error) => {
            if (ending) return ending;
            if (!error) return { outcome: 'pass' };
            const { reason } = error;
            const isProgram = typeof reason === 'object' && reason !== null && own.has(reason);
            if (isProgram) return { outcome: 'raised', detail: `${reason.name}: ${message(reason)}` };
            if (reason instanceof assert.AssertionError) return { outcome: 'fail', detail: message(reason).replace(/\s+/g, ' ') };
            return { outcome: 'raised', detail: `${(reason && reason.name) || 'Error'}: ${message(reason)}` };
        };

        (async () => {
            tell({ ready: true });
            // What is wrong with setup and tests is found before there is a program that could be blamed for it.
            let setup = null;
            try { setup = compile(job.setup); } catch (error) {
                tell({ setup: false, detail: `it is no JavaScript: ${message(error)}` });
                process.exit(0);
            }
            isAlone = true;
            begin();
            const failed = await attempt(setup);
            isAlone = false;
            if (failed && !(failed.reason instanceof NeedsProgram)) {
                tell({ setup: false, detail: `${(failed.reason && failed.reason.name) || 'Error'}: ${message(failed.reason)}` });
                process.exit(0);
            }
            tell({ setup: true });
            let isWell = true;
            const plans = job.tests.map(({ source }, index) => {
                const tail = job.entry && /\bcheck\b/.test(source) ? '\n;if (typeof check === "function") await check(candidate);' : '';
                try { return compile(`${job.setup}\n;${source}${tail}`); } catch (error) {
                    isWell = false;
                    tell({ test: index, outcome: 'bad-test', detail: `it is no JavaScript: ${message(error)}` });
                }
            });
            if (!isWell) process.exit(0);
            for (let index = 0; index < plans.length; index++) {
                begin();
                let problem = null;
                try {
                    const answer = exchange({ q: 'load' });
                    if ('x' in answer) problem = { load: answer.syntax === true ? 'syntax' : 'raised', detail: `${into(answer.x).name}: ${into(answer.x).message}` };
                } catch (error) {
                    problem = ending.outcome === 'timeout' ? { load: 'timeout', detail: `loading the program took longer than ${job.seconds} s` }
                        : { load: 'ended', detail: 'the program ended while it was loaded' };
                }
                // Loaded anew for each test, it may end otherwise than at the first time.
                if (problem) {
                    tell(index === 0 && job.first ? problem : { test: index, outcome: problem.load, detail: problem.detail });
                    break;
                }
                asked = false;
                const result = verdict(await attempt(plans[index]));
                if (result.outcome === 'pass' && !asked) {
                    result.outcome = 'bad-test';
                    result.detail = 'it tests nothing: it uses nothing of the program';
                }
                tell({ test: index, ...result });
                // After these, the line's other end is not where this one thinks it is.
                if (['timeout', 'ended', 'unreadable'].includes(result.outcome)) break;
            }
            tell({ done: true });
            process.exit(0);
        })();

        """#
}
