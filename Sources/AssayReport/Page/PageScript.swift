// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The page's script: the table of samples, its filters, and the sheet of each sample.
///
/// It makes elements and sets their text; it never parses markup, so that no text can become any. Rows are made as they
/// are scrolled to, sheets when they are opened. The filter stands in the address after `#`, so that a view can be linked:
/// `#label=fail&check=…&value=…&id=…&q=…`.
enum PageScript {
    static let text = #"""

        "use strict";
        (() => {
        const data = JSON.parse(document.getElementById("data").textContent);
        const labels = ["pass", "fail", "invalid", "abstain", "error"];
        const step = 100;

        function make(name, attributes, ...children) {
          const element = document.createElement(name);
          for (const key in attributes) if (attributes[key] !== null) element.setAttribute(key, attributes[key]);
          for (const child of children) if (child !== null && child !== undefined) element.append(child);
          return element;
        }
        const word = label => labels.includes(label) ? label : "error";
        const badge = (label, text) => make("span", {class: "badge b-" + word(label)}, text || word(label));

        // Names of characters that cannot be seen stand apart from the text around them.
        function visible(element, text) {
          let end = 0;
          for (const found of text.matchAll(/⟨U\+[0-9A-F]{4,6}⟩/g)) {
            element.append(text.slice(end, found.index), make("span", {class: "hidden-sign"}, found[0].slice(1, -1)));
            end = found.index + found[0].length;
          }
          element.append(text.slice(end));
          return element;
        }

        // An id may be broken after its colons and underscores.
        function breakable(element, name) {
          for (const part of name.split(/(?<=[:_])/)) element.append(part, make("wbr", null));
          return element;
        }

        // ---- The filter

        const empty = {label: "", check: "", value: "", id: "", q: ""};
        let state = {...empty};

        function read() {
          const next = {...empty};
          for (const pair of location.hash.slice(1).split("&")) {
            const at = pair.indexOf("=");
            const key = pair.slice(0, at);
            if (at < 0 || !Object.hasOwn(empty, key)) continue;
            try { next[key] = decodeURIComponent(pair.slice(at + 1).replaceAll("+", " ")); } catch { /* left out */ }
          }
          return next;
        }
        function address(filter) {
          return "#" + Object.keys(empty).filter(key => filter[key] !== "")
            .map(key => key + "=" + encodeURIComponent(filter[key])).join("&");
        }

        function fits(decision, label) {
          if (label === "") return true;
          if (label === "not-pass") return decision.l !== "pass";
          if (label === "loose-only") return decision.l !== "pass" && decision.o === "pass";
          return decision.l === label;
        }
        const haystacks = new Map();
        function haystack(index) {
          let text = haystacks.get(index);
          if (text === undefined) {
            const sample = data.samples[index];
            const parts = [sample.id, sample.at, sample.e || ""];
            for (const message of data.prompts[sample.p] || []) parts.push(message[1]);
            parts.push((sample.r || []).map(piece => typeof piece === "string" ? piece : piece[0]).join(""));
            text = parts.join("\n").toLowerCase();
            haystacks.set(index, text);
          }
          return text;
        }
        function matches(index) {
          const sample = data.samples[index];
          if (state.value !== "" && data.values[sample.v] !== state.value) return false;
          if (state.id !== "" && sample.id !== state.id) return false;
          if (state.check === "") {
            if (!fits(sample, state.label)) return false;
          } else if (!(sample.c || []).some(one => data.checks[one.k] === state.check && fits(one, state.label))) {
            return false;
          }
          return state.q === "" || haystack(index).includes(state.q.toLowerCase());
        }

        // ---- The sheet of a sample

        function show(pieces) {
          for (const other of document.querySelectorAll("mark.now")) other.classList.remove("now");
          for (const piece of pieces) piece.classList.add("now");
          if (pieces[0]) pieces[0].scrollIntoView({block: "center"});
        }

        function reasons(sample, marks) {
          const box = make("div", {class: "reasons"}, make("h4", null, "Reasons"));
          if (sample.e) box.append(visible(make("p", null), sample.e));
          const checks = sample.c || [];
          const failing = check => check.l !== "pass";
          for (const check of [...checks.filter(failing), ...checks.filter(check => !failing(check))]) {
            const differs = check.o && check.o !== check.l;
            const title = make("div", {class: "title"}, badge(check.l, differs ? "strict " + check.l : null));
            if (differs) title.append(badge(check.o, "loose " + check.o));
            const name = data.checks[check.k] + (check.n ? " (" + check.n + ")" : "");
            const item = make("div", {class: "check"}, title, make("p", null, breakable(make("code", null), name)));
            if (check.a) item.append(visible(make("p", {class: "arguments"}), check.a));
            if (check.y) item.append(visible(make("p", null), check.y));
            const list = make("ul", null);
            // Places of which the same is said share a line.
            const lines = new Map();
            for (const [measure, found, required, mark] of check.f || []) {
              const key = JSON.stringify([measure, found, required]);
              if (!lines.has(key)) lines.set(key, {measure, found, required, places: []});
              if (mark !== undefined) lines.get(key).places.push(mark);
            }
            for (const {measure, found, required, places} of lines.values()) {
              const line = visible(make("li", null), measure + (found === null ? "" : ": " + found));
              if (required !== null) {
                line.append(visible(make("span", {class: "required"}), (found === null ? ": " : ", ") + required
                  + " required"));
              }
              places.forEach((mark, index) => {
                const text = places.length === 1 ? "show" : String(index + 1);
                const place = make("button", {type: "button", class: "place", "aria-label": "Show place "
                  + (index + 1) + " in the response"}, text);
                place.addEventListener("click", () => show(marks.get(mark) || []));
                line.append(" ", place);
              });
              list.append(line);
            }
            if (list.childNodes.length) item.append(list);
            if (check.m) item.append(make("p", {class: "arguments"}, "and " + check.m + " more"));
            box.append(item);
          }
          return box;
        }

        function sheet(index) {
          const sample = data.samples[index];
          const marks = new Map();
          const asked = make("div", {class: "block"});
          for (const [role, text] of data.prompts[sample.p] || []) {
            asked.append(make("div", {class: "block"}, make("h4", null, role === "user" ? "Prompt" : role),
              visible(make("div", {class: "said prompt", dir: "auto", tabindex: "0"}), text)));
          }
          const answer = make("div", {class: "block"});
          if (sample.r) {
            const name = "Response" + (sample.n === undefined ? "" : " " + (sample.n + 1));
            const said = make("div", {class: "said", dir: "auto", tabindex: "0"});
            for (const piece of sample.r) {
              if (typeof piece === "string") { visible(said, piece); continue; }
              const check = sample.c[sample.w[piece[1]]];
              const mark = visible(make("mark", {class: "m-" + word(check.l), title: data.checks[check.k]}), piece[0]);
              for (const place of piece.slice(1)) {
                if (!marks.has(place)) marks.set(place, []);
                marks.get(place).push(mark);
              }
              said.append(mark);
            }
            answer.append(make("h4", null, name), said);
            if (!sample.r.length) said.append(make("span", {class: "hidden-sign"}, "empty"));
            if (sample.cut) answer.append(make("p", {class: "aside"}, sample.cut.toLocaleString("en")
              + " more bytes are not shown"));
            if (sample.off) answer.append(make("p", {class: "aside"}, "Reasoning before the answer was cut off: "
              + sample.off.toLocaleString("en") + " bytes"));
          }
          const link = make("p", {class: "aside"}, sample.at + " · ",
            make("a", {href: address({...empty, id: sample.id,
              value: sample.v === undefined ? "" : data.values[sample.v]})}, "link to this sample"));
          answer.append(link);
          const box = make("div", {class: "sheet"}, asked, reasons(sample, marks), answer);
          if (!asked.childNodes.length) asked.remove();
          return box;
        }

        // ---- The table

        const body = make("tbody", null);
        const status = make("span", {role: "status", "aria-live": "polite"});
        const more = make("button", {class: "more", type: "button"});
        let shown = [];
        let made = 0;

        function excerpt(sample) {
          const prompt = data.prompts[sample.p] || [];
          const message = prompt.find(one => one[0] === "user") || prompt[0];
          return message ? message[1].slice(0, 240) : sample.e || "";
        }

        function row(index) {
          const sample = data.samples[index];
          const open = make("button", {class: "who", type: "button", "aria-expanded": "false"},
            sample.id + (sample.n === undefined ? "" : " #" + (sample.n + 1)));
          const checks = make("td", {class: "c-checks"});
          for (const check of (sample.c || []).slice(0, 8)) {
            const name = data.checks[check.k];
            checks.append(make("span", {class: "pill", title: name + ": " + check.l},
              make("span", {class: "dot l-" + word(check.l), role: "img", "aria-label": check.l}),
              name.slice(name.lastIndexOf(":") + 1)));
          }
          if (sample.c && sample.c.length > 8) checks.append("+" + (sample.c.length - 8));
          const cells = [make("td", {class: "c-id"}, open), make("td", {class: "c-label"}, badge(sample.l))];
          if (hasLoose) cells.push(make("td", {class: "c-label"}, sample.o ? badge(sample.o, phone() ?
            "loose " + sample.o : null) : null));
          if (data.values.length) cells.push(make("td", {class: "c-value"},
            sample.v === undefined ? "" : data.values[sample.v]));
          cells.push(checks, make("td", {class: "excerpt", dir: "auto"}, make("div", {class: "clip"}, excerpt(sample))));
          const line = make("tr", {class: "row"}, ...cells);
          let detail = null;
          const toggle = () => {
            const isOpen = open.getAttribute("aria-expanded") === "true";
            open.setAttribute("aria-expanded", String(!isOpen));
            line.classList.toggle("open", !isOpen);
            if (isOpen) { detail.hidden = true; return; }
            if (!detail) {
              detail = make("tr", {class: "sheet-row"}, make("td", {class: "detail", colspan: String(cells.length)},
                sheet(index)));
              line.after(detail);
            }
            detail.hidden = false;
          };
          line.addEventListener("click", event => {
            if (event.target.closest("a") || String(getSelection()) !== "") return;
            toggle();
          });
          line.toggle = toggle;
          return line;
        }
        const phone = () => matchMedia("(max-width: 760px)").matches;

        function grow() {
          const rows = document.createDocumentFragment();
          for (const index of shown.slice(made, made + step)) rows.append(row(index));
          made = Math.min(made + step, shown.length);
          body.append(rows);
          more.hidden = made === shown.length;
          more.textContent = "Show more (" + (shown.length - made).toLocaleString("en") + " left)";
        }

        function apply() {
          shown = [];
          for (let index = 0; index < data.samples.length; index++) if (matches(index)) shown.push(index);
          made = 0;
          body.replaceChildren();
          status.textContent = shown.length.toLocaleString("en") + " of " + data.samples.length.toLocaleString("en")
            + (data.samples.length === 1 ? " sample" : " samples");
          clear.hidden = Object.keys(empty).every(key => state[key] === "");
          grow();
          if (shown.length === 1) body.firstChild.toggle();
        }

        // ---- The controls

        const hasLoose = data.samples.some(sample => sample.o !== undefined);
        const controls = {};
        function control(key, name, element, isWide) {
          controls[key] = element;
          element.id = "filter-" + key;
          element.addEventListener(element.tagName === "SELECT" ? "change" : "input", () => {
            clearTimeout(timer);
            timer = setTimeout(() => change(key, element.value), element.tagName === "SELECT" ? 0 : 150);
          });
          return make("label", {for: element.id, class: isWide ? "wide" : null}, name, element);
        }
        let timer = 0;
        function select(all, options) {
          const element = make("select", null, make("option", {value: ""}, all));
          for (const [value, text] of options) element.append(make("option", {value}, text));
          return element;
        }
        function change(key, value) {
          state = {...state, [key]: value.trim()};
          // A page opened from a file may not be allowed to write its address; the filter works all the same.
          try { history.replaceState(null, "", address(state)); } catch { /* the address stays */ }
          apply();
        }
        function adopt() {
          state = read();
          for (const key in controls) {
            const element = controls[key];
            if (element.tagName === "SELECT" && state[key] !== ""
              && !Array.from(element.options).some(option => option.value === state[key])) {
              element.append(make("option", {value: state[key]}, state[key]));
            }
            element.value = state[key];
          }
          apply();
        }
        const clear = make("button", {type: "button"}, "Clear filters");
        clear.addEventListener("click", () => {
          state = {...empty};
          for (const key in controls) controls[key].value = "";
          try { history.replaceState(null, "", "#samples"); } catch { /* the address stays */ }
          apply();
        });
        more.addEventListener("click", grow);

        const present = new Set(data.samples.map(sample => word(sample.l)));
        for (const sample of data.samples) for (const check of sample.c || []) present.add(word(check.l));
        const choices = labels.filter(label => present.has(label)).map(label => [label, label]);
        choices.unshift(["not-pass", "does not pass"]);
        if (hasLoose) choices.push(["loose-only", "passes loose only"]);
        const sorted = list => Array.from(list).sort().map(name => [name, name]);
        const fields = [
          control("q", "Search prompts and responses", make("input", {type: "search", autocomplete: "off"}), true),
          control("label", "Label", select("all labels", choices)),
          control("check", "Check", select("all checks", sorted(data.checks))),
        ];
        if (data.values.length) fields.push(control("value", data.by, select("all", sorted(data.values))));
        fields.push(control("id", "Sample id", make("input", {type: "text", autocomplete: "off", spellcheck: "false"})));

        const names = [["c-id", "id"], ["c-label", hasLoose ? "strict" : "label"]];
        if (hasLoose) names.push(["c-label", "loose"]);
        if (data.values.length) names.push(["c-value", data.by]);
        names.push(["c-checks", "checks"], ["", "prompt"]);
        const table = make("table", {class: "samples"},
          make("thead", null, make("tr", null,
            ...names.map(([kind, name]) => make("th", {scope: "col", class: kind}, name)))), body);
        const form = make("form", {class: "filters", role: "search"}, ...fields);
        form.addEventListener("submit", event => event.preventDefault());
        document.getElementById("browser").append(form, make("p", {class: "status"}, status, clear), table, more);

        if ("IntersectionObserver" in window) {
          new IntersectionObserver(entries => {
            if (entries.some(entry => entry.isIntersecting) && made < shown.length) grow();
          }, {rootMargin: "400px"}).observe(more);
        }
        addEventListener("hashchange", () => {
          if (!location.hash.includes("=")) return;
          adopt();
          document.getElementById("samples").scrollIntoView();
        });
        adopt();
        if (location.hash.includes("=")) document.getElementById("samples").scrollIntoView();
        })();

        """#
}
