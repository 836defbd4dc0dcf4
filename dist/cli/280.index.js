export const id = 280;
export const ids = [280];
export const modules = {

/***/ 7280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NZ: () => (/* binding */ NO_REPOSITORY),
  fy: () => (/* binding */ OWN_REGISTRY),
  lN: () => (/* binding */ noCommit),
  uD: () => (/* binding */ openPlan),
  Y$: () => (/* binding */ targetsFor)
});

;// CONCATENATED MODULE: ./build/build/targets.js
/**
 * The repositories of a run. `override` (such as `127.0.0.1:5000/acme`) stands in for the manifest's registry, for a
 * rehearsal or a mirror: what lies under the manifest's registry keeps its path below it, everything else is put there
 * with its whole path, so that nothing is written to a place the user did not name. `repository` is the name of the git
 * repository, for the default names of design §3.
 */
function targetsOf(manifest, repository, override) {
    const published = (name) => moved(name, manifest.registry, override);
    const own = (name, suffix) => published(name ?? `${manifest.registry}/${repository}-${suffix}`);
    return {
        staging: own(manifest.staging, 'build'),
        cache: own(manifest.cache, 'cache'),
        record: own(manifest.record, 'record'),
        published
    };
}
function moved(repository, registry, override) {
    if (override === undefined)
        return repository;
    const below = repository.startsWith(`${registry}/`)
        ? repository.slice(registry.length + 1)
        : repository.slice(repository.indexOf('/') + 1);
    return `${override}/${below}`;
}
/**
 * The name of the git repository as it can stand in a registry: the last part of `owner/name` or of the remote's URL, in
 * lower case; `images` when nothing usable is left.
 */
function repositoryName(slugOrUrl) {
    const last = slugOrUrl
        .replace(/\/+$/, '')
        .replace(/\.git$/, '')
        .split(/[/:]/)
        .at(-1) ?? '';
    const name = last
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[._-]+|[._-]+$/g, '')
        .replace(/[._-]{2,}/g, '-');
    return name === '' ? 'images' : name;
}

// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/load/snapshot.js + 3 modules
var snapshot = __webpack_require__(369);
// EXTERNAL MODULE: ./build/diagnostics/user-error.js
var user_error = __webpack_require__(2371);
// EXTERNAL MODULE: ./build/manifest/reference.js
var reference = __webpack_require__(1193);
;// CONCATENATED MODULE: ./build/commands/opened.js





/** The word of `--registry` that means the manifest's own registry. */
const OWN_REGISTRY = 'manifest';
/** The finding that a command was started outside of a git repository. */
const NO_REPOSITORY = (0,diagnostic/* errorAt */.Os)('E002', { file: '.' }, 'this folder is in no git repository', 'run the command inside a clone of the repository');
/** The finding that the revision of an option names no commit; `HEAD` is missing where nothing was committed yet. */
function noCommit(option, revision) {
    if (revision === 'HEAD') {
        return (0,diagnostic/* errorAt */.Os)('E001', { file: '.' }, '"HEAD" names no commit of this clone', 'make a first commit');
    }
    const message = `${option} ${JSON.stringify(revision)} names no commit of this clone`;
    const remedy = 'fetch it (`git fetch --unshallow` for a shallow clone), or name another commit';
    return (0,diagnostic/* errorAt */.Os)('E001', diagnostic/* COMMAND_LINE */.rD, message, remedy);
}
/**
 * Reads the commit of a plan; diagnostics when it is not here, or says something else than the plan. Nothing is read again
 * when `snapshot` is what this process made the plan of.
 */
async function openPlan(world, plan, registry, snapshot) {
    if (plan.simulation !== undefined) {
        const message = 'the plan is a simulation: it says what would follow, and its keys are of nothing that exists';
        return [
            (0,diagnostic/* errorAt */.Os)('E005', { file: plan.manifest }, message, 'make a plan without --simulate and --simulate-base')
        ];
    }
    const git = await world.git();
    if (git === undefined)
        return [NO_REPOSITORY];
    const head = snapshot ?? (await readHead(git, plan));
    if (!('images' in head))
        return head;
    return { git, snapshot: head, targets: await targetsFor(world, git, head.manifest, registry) };
}
async function readHead(git, { head, manifest }) {
    if (!head.dirty && (await git.resolve(head.commit)) === undefined) {
        const message = `commit ${head.commit} of the plan is not in this clone`;
        return [
            (0,diagnostic/* errorAt */.Os)('E001', { file: manifest }, message, 'fetch it, or check out the commit that the plan was made for')
        ];
    }
    const reading = await (0,snapshot/* readSnapshot */.RA)(git, head.tree, manifest);
    return (0,snapshot/* snapshotOf */.eY)(reading) ?? (0,diagnostic/* errorsIn */.R4)(reading.diagnostics);
}
/**
 * The repositories of a run: from the manifest, or below the registry that was asked for. Throws a UserError when no
 * repository can lie below that, before anything is asked of it.
 */
async function targetsFor(world, git, manifest, registry) {
    const override = registry === OWN_REGISTRY ? undefined : registry;
    if (override !== undefined && !isPrefix(override))
        throw new user_error/* UserError */.y(noRegistry(override));
    const slug = world.environment['GITHUB_REPOSITORY'];
    const name = repositoryName(slug !== undefined && slug !== '' ? slug : ((await git.originUrl()) ?? git.mainFolder));
    return targetsOf(manifest, name, override);
}
function isPrefix(registry) {
    return (0,reference/* parseReference */.F2)(`${registry}/x`) !== undefined;
}
/** Mostly an address with its scheme, a slash at the end, capitals, or a variable of the shell that is not set. */
function noRegistry(registry) {
    const message = `--registry ${JSON.stringify(registry)} is no registry, with or without a path`;
    const meant = registry
        .replace(/^https?:\/\//i, '')
        .replace(/\/+$/, '')
        .toLowerCase();
    const isUnset = registry === '' || registry.startsWith('/');
    const example = 'write it in lower case, such as ghcr.io/acme or localhost:5000/try';
    const guess = isPrefix(meant) ? `did you mean ${meant}?` : example;
    return (0,diagnostic/* errorAt */.Os)('E004', diagnostic/* COMMAND_LINE */.rD, message, isUnset ? `is a variable not set? Else ${example}` : guess);
}


/***/ }),

/***/ 1769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readClass)
/* harmony export */ });
/** Reads `[…]` from `start`; undefined when it is broken: empty, without end, or with a bare `-` or `]` as a bound. */
function readClass(chars, start) {
    let at = start + 1;
    const negated = chars[at] === '^';
    if (negated)
        at++;
    const ranges = [];
    const bound = () => {
        let char = chars[at];
        if (char === undefined || char === '-' || char === ']')
            return undefined;
        if (char === '\\')
            char = chars[++at];
        at++;
        // The class must go on after a bound.
        return char === undefined || at >= chars.length ? undefined : char.codePointAt(0);
    };
    while (chars[at] !== ']' || ranges.length === 0) {
        const low = bound();
        if (low === undefined)
            return undefined;
        let high = low;
        if (chars[at] === '-') {
            at++;
            high = bound();
        }
        if (high === undefined)
            return undefined;
        ranges.push([low, high]);
    }
    const test = (char) => {
        const code = char.codePointAt(0) ?? -1;
        return ranges.some(([low, high]) => low <= code && code <= high) !== negated;
    };
    return { test, end: at + 1 };
}


/***/ }),

/***/ 8734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ ignoreText),
/* harmony export */   s: () => (/* binding */ canBeHidden)
/* harmony export */ });
/** Whether a line of an ignore file can stand for exactly this path: no line breaks, no blanks at its ends. */
function canBeHidden(path) {
    return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(path);
}
/**
 * The ignore file of a build context that holds exactly what may be read: it leaves out the links that are only looked at.
 * The slash in front keeps `#` at the start of a name from having a meaning; it is cut off before `!` is looked for
 * (moby/patternmatcher, `ignorefile.ReadAll` and `New`).
 */
function ignoreText(files) {
    const lines = files.flatMap(({ hidden, contextPath }) => hidden === true ? `/${contextPath.replace(/^!|[*?[\\]/g, '\\$&')}` : []);
    return `${['# the build context holds exactly what may be read', ...lines].join('\n')}\n`;
}


/***/ }),

/***/ 2252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ ignoreMatcher),
/* harmony export */   P: () => (/* binding */ ignored)
/* harmony export */ });
/* harmony import */ var _ignore_pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2347);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8696);


const OPEN = { ignored: false, by: -1, matched: [] };
/** Whether a path below the context root is ignored. */
function ignored(matcher, path) {
    const { ignored: hidden, by } = matcher.judge(path);
    const pattern = matcher.patterns[by];
    if (pattern === undefined)
        return { ignored: false };
    return { ignored: hidden, pattern: `${pattern.exception ? '!' : ''}${pattern.text}`, line: pattern.line };
}
/**
 * Makes a matcher with the rules by which BuildKit walks a context (moby/patternmatcher, `MatchesUsingParentResults`):
 * patterns in order, the last one that matches wins, one that matched a parent folder matches everything below it, and
 * each is asked only when it could change the outcome.
 */
function ignoreMatcher(patterns) {
    const index = indexOf(patterns);
    const exceptions = patterns.some(pattern => pattern.exception);
    const folders = new Map([['', OPEN]]);
    const judgeFolder = (folder) => {
        const known = folders.get(folder);
        if (known !== undefined)
            return known;
        const verdict = judge(folder);
        folders.set(folder, verdict);
        return verdict;
    };
    const judge = (path) => {
        const parent = judgeFolder((0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(path));
        if (parent.ignored && !exceptions)
            return parent;
        return decide(patterns, index, parent, path);
    };
    const firstException = patterns.findIndex(pattern => pattern.exception);
    // Only a pattern after an exception is asked differently.
    const twofold = exceptions && patterns.slice(firstException).some(pattern => !pattern.exception);
    return {
        patterns,
        judge: patterns.length === 0 ? () => OPEN : judge,
        opens: twofold ? path => opens(patterns, path) : () => true
    };
}
function opens(patterns, path) {
    const paths = [path];
    for (let at = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(path); at !== ''; at = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(at))
        paths.push(at);
    let hidden = false;
    for (const { exception, test } of patterns) {
        if (exception === hidden && paths.some(each => (0,_ignore_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesPath */ .$)(test, each)))
            hidden = !exception;
    }
    return !hidden;
}
function indexOf(patterns) {
    const exact = new Map();
    const below = new Map();
    const tails = new Map();
    const others = [];
    const add = (map, key, number) => {
        const list = map.get(key);
        if (list === undefined)
            map.set(key, [number]);
        else
            list.push(number);
    };
    patterns.forEach(({ test }, number) => {
        if (test.kind === 'exact')
            add(exact, test.path, number);
        else if (test.kind === 'prefix' && test.prefix.endsWith('/'))
            add(below, test.prefix.slice(0, -1), number);
        else if (test.kind === 'suffix' && test.suffix.startsWith('/'))
            add(tails, test.suffix.slice(1), number);
        else
            others.push(number);
    });
    return { exact, below, tails, others };
}
/** Numbers of indexed patterns that match the path itself. */
function certain({ exact, below, tails }, path) {
    const found = [...(exact.get(path) ?? [])];
    if (tails.size > 0)
        found.push(...(tails.get(path) ?? []));
    if (tails.size + below.size === 0)
        return found;
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        if (tails.size > 0)
            found.push(...(tails.get(path.slice(slash + 1)) ?? []));
        if (below.size > 0)
            found.push(...(below.get(path.slice(0, slash)) ?? []));
    }
    return found;
}
function decide(patterns, index, parent, path) {
    const direct = new Set(certain(index, path));
    const inherited = new Set(parent.matched);
    const likely = [...new Set([...direct, ...inherited])].sort((a, b) => a - b);
    const matched = [];
    let hidden = false;
    let by = -1;
    const ask = (number, known) => {
        const pattern = patterns[number];
        if (pattern === undefined)
            return;
        if (!inherited.has(number)) {
            if (pattern.exception !== hidden)
                return;
            if (!known && !(0,_ignore_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesPath */ .$)(pattern.test, path))
                return;
        }
        matched.push(number);
        if (hidden === pattern.exception || by < 0)
            by = number;
        hidden = !pattern.exception;
    };
    let next = 0;
    for (const number of index.others) {
        while ((likely[next] ?? Infinity) < number) {
            const before = likely[next++] ?? 0;
            ask(before, direct.has(before));
        }
        if (likely[next] === number)
            next++;
        ask(number, false);
    }
    for (; next < likely.length; next++) {
        const number = likely[next] ?? 0;
        ask(number, direct.has(number));
    }
    return { ignored: hidden, by, matched };
}


/***/ }),

/***/ 2347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ matchesPath),
/* harmony export */   Z: () => (/* binding */ readPattern)
/* harmony export */ });
/* harmony import */ var _glob_class_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1769);

const STAR = 1;
const FOLDERS = 2;
const REST = 3;
const MOST_WILDCARDS = 100;
/**
 * Reads one cleaned pattern as moby/patternmatcher does (`Pattern.compile`): a plain path, `x/**`, a double star before a
 * plain text, or any other. A reason when it is refused, or goes beyond what is followed here: `|`, `{2}`, text between
 * brackets and a letter after `\` reach Go's regular expressions unescaped and have a meaning of their own there.
 */
function readPattern(pattern) {
    const chars = [...pattern];
    const steps = [];
    let kind = 'exact';
    let wildcards = 0;
    let anchored = false;
    for (let at = 0; at < chars.length;) {
        const start = at;
        const char = chars[at++] ?? '';
        if (char === '*' && chars[at] === '*') {
            at++;
            if (chars[at] === '/')
                at++;
            const ends = at >= chars.length;
            steps.push(ends ? REST : FOLDERS);
            kind = start === 0 ? 'suffix' : ends && kind === 'exact' ? 'prefix' : 'steps';
            wildcards++;
        }
        else if (char === '*' || char === '?') {
            steps.push(char === '*' ? STAR : other => other !== '/');
            kind = 'steps';
            wildcards++;
        }
        else if (char === '[') {
            const read = (0,_glob_class_js__WEBPACK_IMPORTED_MODULE_0__/* .readClass */ .h)(chars, start);
            if (read === undefined)
                return { refused: 'syntax error in pattern' };
            const inside = chars.slice(start + 1, read.end - 1).join('');
            if (/[*?[&~]|\\[0-9A-Za-z\u0080-\u{10ffff}]/u.test(inside)) {
                return { refused: 'brackets that hold * ? [ or an escaped letter' };
            }
            steps.push(read.test);
            at = read.end;
            kind = 'steps';
        }
        else if (char === '\\') {
            const literal = chars[at++];
            if (literal === undefined)
                return { refused: 'syntax error in pattern' };
            if (/[0-9A-Za-z\u0080-\u{10ffff}]/u.test(literal))
                return { refused: 'escaped letter or digit' };
            steps.push(literal);
            kind = 'steps';
        }
        else {
            // In a regular expression a bare ^ is an anchor, which says nothing at the start.
            if (char !== '^')
                steps.push(char);
            else if (start > 0)
                anchored = true;
            if (char === ']')
                kind = 'steps';
        }
    }
    if (kind === 'exact')
        return { kind, path: pattern };
    if (kind === 'prefix')
        return { kind, prefix: pattern.slice(0, -2) };
    if (kind === 'suffix')
        return { kind, suffix: pattern.slice(2) };
    if (anchored)
        return { refused: '^ beside wildcards' };
    if (/\||\{\d+(?:,\d*)?\}/.test(pattern))
        return { refused: '| or {n} beside wildcards' };
    if (wildcards > MOST_WILDCARDS)
        return { refused: `more than ${MOST_WILDCARDS} wildcards` };
    return { kind, steps, needle: longestText(steps) };
}
/** A text that every matching path holds: a cheap test before the full one. */
function longestText(steps) {
    let longest = '';
    let run = '';
    for (const step of steps) {
        run = typeof step === 'string' ? run + step : '';
        if (run.length > longest.length)
            longest = run;
    }
    return longest;
}
/** Whether a pattern matches exactly this path, its parents aside. */
function matchesPath(test, path) {
    if (test.kind === 'exact')
        return path === test.path;
    if (test.kind === 'prefix')
        return path.startsWith(test.prefix);
    if (test.kind === 'suffix') {
        return path.endsWith(test.suffix) || (test.suffix.startsWith('/') && path === test.suffix.slice(1));
    }
    return path.includes(test.needle) && matchSteps(test.steps, path);
}
/**
 * Matches a whole path against steps by keeping all positions at once, so no pattern is slow. Position 2n is before step n;
 * 2n + 1 is inside FOLDERS, where a slash must come before the next step.
 */
function matchSteps(steps, path) {
    const seen = new Int32Array(2 * steps.length + 2).fill(-1);
    let round = 0;
    let now = [];
    let next = [];
    const stay = (position) => {
        if (seen[position] === round)
            return;
        seen[position] = round;
        next.push(position);
    };
    const enter = (from) => {
        for (let at = from;; at++) {
            const step = steps[at];
            if (seen[2 * at] === round)
                return;
            seen[2 * at] = round;
            if (step === FOLDERS)
                stay(2 * at + 1);
            else
                next.push(2 * at);
            if (step !== STAR && step !== FOLDERS && step !== REST)
                return;
        }
    };
    enter(0);
    for (const char of path) {
        round++;
        const before = now;
        now = next;
        next = before;
        next.length = 0;
        for (const position of now) {
            const at = position >> 1;
            const step = steps[at];
            if (step === STAR) {
                if (char !== '/')
                    enter(at);
            }
            else if (step === FOLDERS) {
                if (char === '\n')
                    continue;
                if (char === '/')
                    enter(at + 1);
                stay(position);
            }
            else if (step === REST) {
                if (char !== '\n')
                    enter(at);
            }
            else if (typeof step === 'string' ? step === char : step?.(char) === true)
                enter(at + 1);
        }
        if (next.length === 0)
            return false;
    }
    return seen[2 * steps.length] === round;
}


/***/ }),

/***/ 8500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parsePatterns),
/* harmony export */   w: () => (/* binding */ parseIgnore)
/* harmony export */ });
/* harmony import */ var _dockerfile_space_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2373);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8696);
/* harmony import */ var _ignore_pattern_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2347);



const LONGEST_LINE = 65_535;
/**
 * Reads a `.dockerignore` (moby/patternmatcher, `ignorefile.ReadAll`): `#` only in the first column is a comment, blanks
 * around a pattern and after `!` are cut, paths are cleaned, a leading slash is dropped.
 */
function parseIgnore(text) {
    const patterns = [];
    const problems = [];
    const body = text.startsWith('\ufeff') ? text.slice(1) : text;
    body.split('\n').forEach((raw, index) => {
        const line = index + 1;
        if (raw.length * 3 > LONGEST_LINE && Buffer.byteLength(raw) > LONGEST_LINE) {
            problems.push({ line, message: 'the line is longer than 64 KiB', remedy: 'shorten the pattern' });
            return;
        }
        if (raw.startsWith('#'))
            return;
        const written = (0,_dockerfile_space_js__WEBPACK_IMPORTED_MODULE_1__/* .trim */ .Bq)(raw);
        if (written !== '')
            addPattern(normalised(written), line, patterns, problems);
    });
    return { patterns, problems };
}
/** Reads the patterns of `--exclude` and `--parents`, which are not changed before they are cleaned. */
function parsePatterns(texts) {
    const patterns = [];
    const problems = [];
    texts.forEach((text, index) => {
        if ((0,_dockerfile_space_js__WEBPACK_IMPORTED_MODULE_1__/* .trim */ .Bq)(text) !== '')
            addPattern((0,_dockerfile_space_js__WEBPACK_IMPORTED_MODULE_1__/* .trim */ .Bq)(text), index + 1, patterns, problems);
    });
    return { patterns, problems };
}
/** Paths are from the root of the context, with and without a leading slash. */
function normalised(written) {
    const exception = written.startsWith('!');
    const pattern = exception ? (0,_dockerfile_space_js__WEBPACK_IMPORTED_MODULE_1__/* .trim */ .Bq)(written.slice(1)) : written;
    const cleaned = pattern === '' ? '' : (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanPath */ .ts)(pattern);
    const relative = cleaned.length > 1 && cleaned.startsWith('/') ? cleaned.slice(1) : cleaned;
    return exception ? `!${relative}` : relative;
}
function addPattern(written, line, patterns, problems) {
    const cleaned = (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanPath */ .ts)(written);
    const exception = cleaned.startsWith('!');
    const text = exception ? cleaned.slice(1) : cleaned;
    const test = text === '' ? { refused: 'a bare !' } : (0,_ignore_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .readPattern */ .Z)(text);
    if ('refused' in test) {
        const message = `the pattern ${JSON.stringify(written)} cannot be used: ${test.refused}`;
        problems.push({ line, message, remedy: 'correct the pattern or write it more simply' });
    }
    else
        patterns.push({ text, exception, line, test });
}


/***/ }),

/***/ 3250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ contextInputs)
});

// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
// EXTERNAL MODULE: ./build/context/ignore-match.js
var ignore_match = __webpack_require__(2252);
// EXTERNAL MODULE: ./build/context/paths.js
var context_paths = __webpack_require__(8696);
// EXTERNAL MODULE: ./build/context/tree.js
var tree = __webpack_require__(7522);
// EXTERNAL MODULE: ./build/context/hidden.js
var context_hidden = __webpack_require__(8734);
;// CONCATENATED MODULE: ./build/context/folder-view.js




/** Looks at a folder of a tree through an ignore file. */
function folderView(tree, root, ignore) {
    const absolute = (path) => (0,context_paths/* joinPath */.uJ)(root, path);
    const cut = root === '' ? 0 : root.length + 1;
    const isIgnored = (path) => ignore.judge(path).ignored;
    const file = (path, full = absolute(path)) => {
        const entry = tree.get(full);
        return entry === undefined || isIgnored(path) ? undefined : entry;
    };
    return {
        absolute,
        file,
        exists: path => tree.get(absolute(path)) !== undefined || tree.under(absolute(path)).length > 0,
        hasFolder: path => {
            if (path === '')
                return true;
            const below = tree.under(absolute(path));
            return below.length > 0 && (!isIgnored(path) || below.some(found => !isIgnored(found.slice(cut))));
        },
        allBelow: folder => tree.under(absolute(folder)),
        cut,
        names: folder => names(tree.under(absolute(folder)), absolute(folder)),
        verdict: path => (0,ignore_match/* ignored */.P)(ignore, path),
        isIgnored,
        opens: ignore.opens,
        plain: tree.plain === true,
        link: path => (file(path) === undefined ? undefined : tree.link(absolute(path))),
        hiddenLink: path => {
            if (tree.link(absolute(path)) === undefined || !isIgnored(path) || !(0,context_hidden/* canBeHidden */.s)(path))
                return undefined;
            return tree.get(absolute(path));
        }
    };
}
/** Steps over the contents of subfolders by binary search: what is below one stands together in a sorted list. */
function* names(paths, folder) {
    const cut = folder === '' ? 0 : folder.length + 1;
    for (let at = 0; at < paths.length;) {
        const path = paths[at] ?? '';
        const slash = path.indexOf('/', cut);
        if (slash < 0) {
            yield path.slice(cut);
            at++;
            continue;
        }
        yield path.slice(cut, slash + 1);
        at = (0,tree/* lowerBound */.yz)(paths, `${path.slice(0, slash)}0`, at);
    }
}
const MOST_LINKS = 255;
/**
 * Follows symbolic links in every part of a path; absolute targets start at the context root, which `..` does not leave
 * (containerd/continuity, `fs.RootPath`).
 */
function follow(view, path) {
    if (view.plain)
        return { path: (0,context_paths/* insideRoot */.p0)(path), links: [], endless: false };
    const links = [];
    const ahead = path.split('/').reverse();
    let current = '';
    for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
        if (part === '' || part === '.')
            continue;
        if (part === '..') {
            current = (0,context_paths/* parentOf */.gN)(current);
            continue;
        }
        const next = (0,context_paths/* joinPath */.uJ)(current, part);
        const target = view.link(next);
        if (target === undefined) {
            current = next;
            continue;
        }
        if (links.length >= MOST_LINKS)
            return { path: next, links: [...new Set(links)], endless: true };
        links.push(next);
        if (target.startsWith('/'))
            current = '';
        ahead.push(...target.split('/').reverse());
    }
    return { path: current, links: [...new Set(links)], endless: false };
}

// EXTERNAL MODULE: ./build/context/glob-class.js
var glob_class = __webpack_require__(1769);
;// CONCATENATED MODULE: ./build/context/glob.js

/**
 * Makes a test of texts by Go's `filepath.Match` on Unix: `*` and `?` stop at `/`, `[a-z]` and `[^a]` do not, `\` escapes,
 * and the whole text must match. Undefined for a broken pattern, which is refused even where a text differs before its
 * fault.
 */
function goMatcher(pattern) {
    const parts = partsOf(pattern);
    return parts === undefined ? undefined : text => matchParts(parts, text);
}
/** Whether a path holds a character that makes it a pattern (fsutil, `containsWildcards`). */
function hasWildcard(path) {
    return /^(?:[^\\*?[]|\\[^])*[*?[]/.test(path);
}
/** Takes a pattern apart; undefined when it is refused. */
function partsOf(pattern) {
    const chars = [...pattern];
    const parts = [];
    for (let at = 0; at < chars.length;) {
        const char = chars[at] ?? '';
        if (char === '[') {
            const read = (0,glob_class/* readClass */.h)(chars, at);
            if (read === undefined)
                return undefined;
            parts.push(read.test);
            at = read.end;
            continue;
        }
        if (char === '*')
            parts.push('star');
        else if (char === '?')
            parts.push(other => other !== '/');
        else {
            const literal = char === '\\' ? chars[++at] : char;
            if (literal === undefined)
                return undefined;
            parts.push(other => other === literal);
        }
        at++;
    }
    return parts;
}
/** Linear in text times pattern: after a mismatch only the last star is tried again, one character further. */
function matchParts(parts, text) {
    const chars = isPlain(text) ? text : [...text];
    let part = 0;
    let at = 0;
    let star = -1;
    let starAt = 0;
    while (at < chars.length) {
        const current = parts[part];
        const char = chars[at] ?? '';
        if (current === 'star') {
            star = part++;
            starAt = at;
        }
        else if (current?.(char) === true) {
            part++;
            at++;
        }
        else if (star >= 0 && chars[starAt] !== '/') {
            part = star + 1;
            at = ++starAt;
        }
        else
            return false;
    }
    while (parts[part] === 'star')
        part++;
    return part === parts.length;
}
/** Without characters outside of the basic plane a text can be indexed as it is. */
function isPlain(text) {
    return !/[\ud800-\udbff]/.test(text);
}

// EXTERNAL MODULE: ./build/context/ignore.js
var ignore = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/context/wildcards.js



/**
 * The files and folders of a context that a pattern with wildcards matches (fsutil, `ResolveWildcards`): links are followed
 * in the part before the first wildcard, not in the part after it, and below a folder that matches nothing is looked for.
 * Undefined when the folder before the first wildcard does not exist. A broken pattern matches nothing.
 */
function wildcardMatches(view, pattern, onLink) {
    const parts = pattern.split('/');
    const first = parts.findIndex(hasWildcard);
    const { path: base, links } = follow(view, parts.slice(0, first).join('/'));
    links.forEach(onLink);
    if (view.file(base) !== undefined)
        return [];
    if (!view.hasFolder(base))
        return undefined;
    const matches = goMatcher(parts.slice(first).join('/'));
    if (matches === undefined)
        return [];
    linksBeside(view, base, parts.slice(first)).forEach(onLink);
    // Only brackets can match a slash; without them the pattern says how deep to look.
    const deepest = pattern.includes('[') ? Infinity : parts.length - first;
    const found = [];
    const walk = (folder, relative, depth) => {
        for (const name of view.names(folder)) {
            const isFolder = name.endsWith('/');
            const child = isFolder ? name.slice(0, -1) : name;
            const path = (0,context_paths/* joinPath */.uJ)(folder, child);
            const below = (0,context_paths/* joinPath */.uJ)(relative, child);
            if (matches(below)) {
                if (isFolder ? view.hasFolder(path) : view.file(path) !== undefined)
                    found.push(path);
            }
            else if (isFolder && depth < deepest)
                walk(path, below, depth + 1);
        }
    };
    walk(base, '', 1);
    return found;
}
/**
 * Links that a wildcard in the middle of a pattern matches, ignored or not. Where there is one, BuildKit's client sends all
 * that this part matches, else only what the whole pattern matches, without the targets of links there; so they decide
 * whether a build finds what it asks for (fsutil, `FollowLinks`, which knows nothing of the ignore file).
 */
function linksBeside(view, folder, [part = '', ...rest]) {
    const matches = rest.length === 0 ? undefined : goMatcher(part);
    if (matches === undefined)
        return [];
    const names = [...view.names(folder)].filter(name => !name.endsWith('/') && matches(name));
    return names
        .map(name => (0,context_paths/* joinPath */.uJ)(folder, name))
        .filter(path => view.link(path) !== undefined || view.hiddenLink(path) !== undefined);
}

;// CONCATENATED MODULE: ./build/context/inputs.js







/**
 * Finds the files that COPY, ADD and bind mounts can read: plain paths and folders, Go globs, `--parents`, `--exclude`. A
 * symbolic link that a source names is followed inside the context, and link and target both count; one met inside a copied
 * folder is copied as it is (BuildKit: fsutil/copy, `solver/llbsolver/file`).
 */
function contextInputs(tree, { root, ignore, sources }) {
    const view = folderView(tree, root, matcherOf(ignore));
    const found = new Found(view);
    const problems = ignore !== undefined && 'problems' in ignore ? ignore.problems : [];
    for (const { line, message, remedy } of problems) {
        found.problems.push({ line: 1, message: `line ${line} of the ignore file: ${message}`, remedy });
    }
    const unmatched = [];
    for (const source of sources) {
        const missing = source.parents ? readParents(view, source, found) : readSource(view, source, found);
        if (missing !== undefined)
            unmatched.push(missing);
    }
    return { files: found.files(), folders: found.folders(), unmatched, problems: found.problems };
}
const matchers = new WeakMap();
const NOTHING = (0,ignore_match/* ignoreMatcher */.N)([]);
/** Patterns are made ready once, and verdicts about folders kept, for all images that share an ignore file. */
function matcherOf(ignore) {
    if (ignore === undefined)
        return NOTHING;
    if ('judge' in ignore)
        return ignore;
    const known = matchers.get(ignore) ?? (0,ignore_match/* ignoreMatcher */.N)(ignore.patterns);
    matchers.set(ignore, known);
    return known;
}
function readSource(view, source, found) {
    const path = (0,context_paths/* insideRoot */.p0)(source.pattern);
    const paths = source.kind === 'bind' || !hasWildcard(path) ? [path] : wildcardMatches(view, path, found.link);
    if (paths === undefined)
        return missing(view, source, path, false);
    if (paths.length === 0)
        return missing(view, source, path, true);
    const absent = paths.filter(match => !takePath(view, match, source, found));
    return absent[0] === undefined ? undefined : missing(view, source, absent[0], false);
}
/** Takes a file or a folder with all below it; false when there is none. */
function takePath(view, path, source, found) {
    const { path: end, links, endless } = follow(view, path);
    links.forEach(found.link);
    if (endless) {
        const message = `the symbolic link ${view.absolute(path)} leads to itself`;
        found.problems.push({ line: source.line, message, remedy: 'point the link to a file' });
        return true;
    }
    const entry = view.file(end);
    if (entry !== undefined) {
        found.take(end, source);
        return true;
    }
    if (!view.hasFolder(end))
        return false;
    found.takeBelow(end, source, undefined);
    return true;
}
/** `--parents` with an optional `/./`: a pattern of the ignore kind for all that is below the folder before it. */
function readParents(view, source, found) {
    const pivot = source.pattern.indexOf('/./');
    const before = (0,context_paths/* insideRoot */.p0)(pivot < 0 ? '' : source.pattern.slice(0, pivot));
    const pattern = (0,context_paths/* insideRoot */.p0)(pivot < 0 ? source.pattern : source.pattern.slice(pivot + 3));
    const { patterns, problems } = (0,ignore/* parsePatterns */.Z)([pattern]);
    for (const { message, remedy } of problems)
        found.problems.push({ line: source.line, message, remedy });
    const include = (0,ignore_match/* ignoreMatcher */.N)(patterns);
    const starts = hasWildcard(before) ? (wildcardMatches(view, before, found.link) ?? []) : [before];
    let optional = hasWildcard(before) || hasWildcard(pattern);
    let taken = 0;
    for (const start of starts) {
        const { path, links } = follow(view, start);
        links.forEach(found.link);
        if (!view.hasFolder(path) && view.file(path) === undefined)
            optional = false;
        taken += found.takeBelow(path, source, pattern === '' ? undefined : include);
    }
    return taken > 0 ? undefined : missing(view, source, (0,context_paths/* joinPath */.uJ)(before, pattern), optional);
}
function missing(view, source, path, optional) {
    const { ignored, pattern, line } = !view.exists(path) ? { ignored: false } : view.verdict(path);
    if (!ignored || pattern === undefined || line === undefined)
        return { ...source, optional };
    return { ...source, optional, ignoredBy: { pattern, line } };
}
/** Collects inputs, each once. */
class Found {
    view;
    problems = [];
    taken = new Map();
    seen = new Map();
    bare = new Set();
    unopened = false;
    constructor(view) {
        this.view = view;
    }
    /** A link on the way to a source. */
    link = (path) => {
        this.add(path);
    };
    take(path, source, full) {
        const file = this.add(path, full);
        if (file?.mode !== '120000' && !this.view.opens(path))
            this.tellUnopened(path, source);
        if (file?.mode !== '160000')
            return;
        const message = `${file.path} is a submodule, whose files are not in this repository`;
        this.problems.push({
            line: source.line,
            message,
            remedy: 'copy the files into the repository or do not COPY them'
        });
    }
    tellUnopened(path, { line }) {
        if (this.unopened)
            return;
        this.unopened = true;
        const message = `the ignore file hides ${path} and does not: BuildKit copies it empty`;
        this.problems.push({
            line,
            message,
            remedy: 'put the patterns that start with ! last in the ignore file'
        });
    }
    /** Takes all files below a folder, less `--exclude`; gives 0 when neither files nor empty folders are there. */
    takeBelow(folder, source, include) {
        const id = JSON.stringify([
            folder,
            source.exclude,
            source.parents,
            include?.patterns.map(({ text }) => text)
        ]);
        const before = this.seen.get(id);
        if (before !== undefined)
            return before;
        const exclude = this.excludes(source);
        const cut = folder === '' ? 0 : folder.length + 1;
        let count = 0;
        for (const full of this.view.allBelow(folder)) {
            const path = full.slice(this.view.cut);
            const relative = path.slice(cut);
            if (include !== undefined && !include.judge(relative).ignored)
                continue;
            const excluded = (at) => exclude?.judge(at.slice(cut)).ignored === true;
            if (this.view.isIgnored(path) || excluded(path))
                count += this.noteFolder(path, folder, excluded);
            else {
                this.take(path, source, full);
                if (include !== undefined || exclude !== undefined)
                    this.takeTarget(path, relative, source);
                count++;
            }
        }
        this.seen.set(id, count);
        return count;
    }
    files() {
        return [...this.taken.values()].sort((a, b) => (0,code_unit/* byCodeUnit */.X)(a.path, b.path));
    }
    folders() {
        if (this.bare.size === 0)
            return [];
        const full = new Set();
        for (const path of [...this.taken.keys(), ...this.bare]) {
            for (let at = (0,context_paths/* parentOf */.gN)(path); at !== '' && !full.has(at); at = (0,context_paths/* parentOf */.gN)(at))
                full.add(at);
        }
        return [...this.bare]
            .filter(path => !full.has(path))
            .map(this.view.absolute)
            .sort();
    }
    add(path, full = this.view.absolute(path)) {
        const known = this.taken.get(path);
        if (known !== undefined)
            return known;
        const entry = this.view.file(path, full);
        if (entry === undefined)
            return this.addHidden(path, full);
        const file = { path: full, contextPath: path, mode: entry.mode, blob: entry.blob };
        this.taken.set(path, file);
        return file;
    }
    addHidden(path, full) {
        const entry = this.view.hiddenLink(path);
        if (entry === undefined)
            return;
        const file = { path: full, contextPath: path, mode: entry.mode, blob: entry.blob };
        this.taken.set(path, { ...file, hidden: true });
    }
    excludes(source) {
        if (source.exclude.length === 0)
            return undefined;
        const { patterns, problems } = (0,ignore/* parsePatterns */.Z)(source.exclude);
        for (const { message, remedy } of problems)
            this.problems.push({ line: source.line, message, remedy });
        return (0,ignore_match/* ignoreMatcher */.N)(patterns);
    }
    /**
     * With patterns BuildKit's checksum follows the links right below the folder: a target that is not there fails the build,
     * although the link is copied as a link (`cache/contenthash`, `includedPaths`).
     */
    takeTarget(path, relative, source) {
        if (relative.includes('/') || this.view.link(path) === undefined)
            return;
        const { path: end, links } = follow(this.view, path);
        links.forEach(this.link);
        if (this.view.file(end) !== undefined)
            this.take(end, source);
        // Of a folder it is enough that it is there.
        else if (end !== '' && this.view.hasFolder(end))
            this.bare.add(end);
    }
    /**
     * The innermost folder around an ignored or excluded file that is neither itself is in the context, perhaps empty, and is
     * copied. With a file that is not ignored all folders around it are in the context, ignored or not.
     */
    noteFolder(path, stop, excluded) {
        const isSent = !this.view.isIgnored(path);
        for (let at = (0,context_paths/* parentOf */.gN)(path); at !== '' && at.length >= stop.length; at = (0,context_paths/* parentOf */.gN)(at)) {
            if (at !== stop && excluded(at))
                continue;
            if (!isSent && !this.bare.has(at) && this.view.isIgnored(at))
                continue;
            this.bare.add(at);
            return 1;
        }
        return 0;
    }
}


/***/ }),

/***/ 8696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gN: () => (/* binding */ parentOf),
/* harmony export */   p0: () => (/* binding */ insideRoot),
/* harmony export */   ts: () => (/* binding */ cleanPath),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** Go's `filepath.Clean`: no `.`, no double or trailing slash, `..` worked in; `.` for the empty path. */
function cleanPath(path) {
    const normal = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path);
    return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}
/** A path as seen from a root that nothing leaves: `..` stops there. Without a leading slash; `''` is the root. */
function insideRoot(path) {
    return cleanPath(`/${path}`).slice(1);
}
/** Joins a folder (`''` is the root) and a path. */
function joinPath(folder, path) {
    return folder === '' || path === '' ? folder + path : `${folder}/${path}`;
}
/** The folder a path is in; `''` at the top. */
function parentOf(path) {
    return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}


/***/ }),

/***/ 2856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ LONGEST),
  f: () => (/* binding */ expand)
});

// EXTERNAL MODULE: ./build/dockerfile/space.js
var space = __webpack_require__(2373);
;// CONCATENATED MODULE: ./build/dockerfile/shell-pattern.js
/**
 * Reads the patterns of `#`, `##`, `%`, `%%` and `/` of a variable: `*` and `?` (neither matches a line feed), `\` before
 * these and itself, and before `}` and `/`, where it is dropped (BuildKit, `shell.convertShellPatternToRegex`).
 */
function tokensOf(pattern) {
    const tokens = [];
    for (let at = 0; at < pattern.length; at++) {
        const char = pattern[at] ?? '';
        if (char === '*')
            tokens.push({ kind: 'star' });
        else if (char === '?')
            tokens.push({ kind: 'any' });
        else if (char !== '\\')
            tokens.push({ kind: 'text', char });
        else {
            const next = pattern[at + 1] ?? '';
            if (next === '}' || next === '/')
                continue;
            if (next !== '*' && next !== '?' && next !== '\\')
                return { error: `invalid escape '\\${next}'` };
            tokens.push({ kind: 'text', char: next });
            at++;
        }
    }
    return tokens;
}
/** Where a match that starts at `from` ends: the longest, or the shortest; undefined when there is none. */
function matchAt(tokens, text, from, longest) {
    let states = closure(tokens, new Set([0]));
    let found;
    for (let at = from;; at++) {
        if (states.has(tokens.length)) {
            found = at;
            if (!longest)
                return found;
        }
        const char = text[at];
        if (char === undefined || states.size === 0)
            return found;
        const next = new Set();
        for (const state of states) {
            const token = tokens[state];
            if (token === undefined)
                continue;
            if (token.kind === 'text' ? token.char === char : char !== '\n')
                next.add(token.kind === 'star' ? state : state + 1);
        }
        states = closure(tokens, next);
    }
}
function closure(tokens, states) {
    for (const state of states)
        if (tokens[state]?.kind === 'star')
            states.add(state + 1);
    return states;
}
/** `${name#pattern}` (shortest) and `${name##pattern}` (longest). */
function trimPrefix(pattern, value, longest) {
    return cutStart([...pattern], [...value], longest);
}
/** `${name%pattern}` (shortest) and `${name%%pattern}` (longest). */
function trimSuffix(pattern, value, longest) {
    const rest = cutStart(reversePattern([...pattern]), [...value].reverse(), longest);
    return typeof rest === 'string' ? [...rest].reverse().join('') : rest;
}
function cutStart(pattern, value, longest) {
    const tokens = tokensOf(pattern);
    if ('error' in tokens)
        return tokens;
    return value.slice(matchAt(tokens, value, 0, longest) ?? 0).join('');
}
/** An escape stays in front of what it escapes. */
function reversePattern(pattern) {
    const groups = [];
    for (let at = 0; at < pattern.length; at++) {
        const escapes = pattern[at] === '\\' && at + 1 < pattern.length;
        groups.push(pattern.slice(at, at + (escapes ? 2 : 1)));
        if (escapes)
            at++;
    }
    return groups.reverse().flat();
}
/** `${name/pattern/replacement}`: the longest match at the first place, and with `all` every further one. */
function replace(pattern, replacement, value, all) {
    const tokens = tokensOf([...pattern]);
    if ('error' in tokens)
        return tokens;
    const text = [...value];
    if (text.length * text.length * tokens.length > 50_000_000)
        return { error: 'value and pattern are too long' };
    let result = '';
    let copied = 0;
    for (let at = 0; at <= text.length;) {
        const end = matchAt(tokens, text, at, true);
        if (end === undefined) {
            at++;
            continue;
        }
        result += text.slice(copied, at).join('');
        if (!all)
            return result + replacement + text.slice(end).join('');
        if (end > copied || at === 0)
            result += template(replacement, text.slice(at, end).join(''));
        copied = end;
        at = Math.max(end, at + 1);
    }
    return result + text.slice(copied).join('');
}
/** `$0` is the match, `$$` a dollar, any other `$name` nothing: Go's `Regexp.Expand`, which only `//` goes through. */
function template(replacement, match) {
    return replacement.replace(/\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu, (dollar, bare, braced) => {
        if (dollar === '$$')
            return '$';
        return /^0+$/.test(bare ?? braced ?? '') ? match : '';
    });
}

;// CONCATENATED MODULE: ./build/dockerfile/expand.js


const NOTHING = new Set();
const DEEPEST = 500;
/** Characters that variables may fill in: sixty lines of ARG, each twice the one before, are more than a machine holds. */
const LONGEST = 1_048_576;
/**
 * Expands variables and removes quotes as BuildKit does in ARG, FROM, ENV, COPY and others (`shell.Lex`): `$X`, `${X}`, the
 * operators `:-` `-` `:+` `+` `:?` `?` `#` `##` `%` `%%` `/` `//`, single and double quotes, escapes.
 */
function expand(text, lookup, options) {
    if (!/[$'"<\s\u0085\ufeff\\`]/.test(text)) {
        return { text, words: text === '' ? [] : [text], used: NOTHING, unset: NOTHING };
    }
    return lexer(text, lookup, options);
}
class Unexpandable extends Error {
}
function lexer(source, lookup, options) {
    const text = source.startsWith('\ufeff') ? source.slice(1) : source;
    const used = new Set();
    const unset = new Set();
    let at = 0;
    let depth = 0;
    let filled = 0;
    /** Shared by nested calls, as in the original: a nested operator drops the word begun outside. */
    let word = '';
    function stopOn(stop, rawEscapes) {
        if (++depth > DEEPEST)
            throw new Unexpandable('variables are nested too deep');
        let result = '';
        const words = [];
        let inWord = false;
        word = '';
        const addRaw = (part) => {
            word += part;
            inWord = true;
        };
        const add = (part) => {
            for (const char of part) {
                if (!(0,space/* isSpace */.xC)(char))
                    addRaw(char);
                else if (inWord && word !== '') {
                    words.push(word);
                    word = '';
                    inWord = false;
                }
            }
        };
        for (;;) {
            const char = text[at];
            if (char === undefined) {
                if (stop === undefined)
                    break;
                throw new Unexpandable(`there is no matching ${stop}`);
            }
            if (char === stop) {
                at++;
                break;
            }
            let part;
            if (char === '$')
                add((part = dollar()));
            else if (char === '<')
                addRaw((part = heredocStart()));
            else if (char === "'")
                addRaw((part = singleQuoted()));
            else if (char === '"')
                addRaw((part = doubleQuoted(rawEscapes)));
            else if (char === options.escape) {
                part = rawEscapes ? char : '';
                const escaped = at + 1 < text.length ? String.fromCodePoint(text.codePointAt(at + 1) ?? 0) : '';
                at += 1 + escaped.length;
                if (part + escaped !== '')
                    addRaw(part + escaped);
                part += escaped;
            }
            else {
                at++;
                add((part = char));
            }
            result += part;
        }
        if (word !== '')
            words.push(word);
        word = '';
        depth--;
        return { text: result, words };
    }
    function singleQuoted() {
        const end = text.indexOf("'", at + 1);
        if (end < 0)
            throw new Unexpandable('there is no matching single quote');
        const quoted = options.rawQuotes === true ? text.slice(at, end + 1) : text.slice(at + 1, end);
        at = end + 1;
        return quoted;
    }
    function doubleQuoted(rawEscapes) {
        let result = options.rawQuotes === true ? '"' : '';
        at++;
        for (;;) {
            const char = text[at];
            if (char === undefined)
                throw new Unexpandable('there is no matching double quote');
            if (char === '"') {
                at++;
                return options.rawQuotes === true ? `${result}"` : result;
            }
            if (char === '$') {
                result += dollar();
                continue;
            }
            at++;
            if (char !== options.escape) {
                result += char;
                continue;
            }
            if (rawEscapes)
                result += char;
            const next = text[at];
            if (next === undefined)
                continue;
            if (next === '"' || next === '$' || next === options.escape) {
                result += next;
                at++;
            }
            else
                result += char;
        }
    }
    /** `<<` and the blanks after it belong to the word that follows. */
    function heredocStart() {
        at++;
        if (text[at] !== '<')
            return '<';
        const start = ++at;
        while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r')
            at++;
        return `<<${text.slice(start, at)}`;
    }
    function find(name) {
        const value = lookup(name);
        (value === undefined ? unset : used).add(name);
        filled += value?.length ?? 0;
        if (filled > LONGEST)
            throw new Unexpandable('it grows beyond 1 MiB');
        return value;
    }
    function name() {
        const found = /(?:\p{Nd}+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*)/uy;
        found.lastIndex = at;
        const match = found.exec(text)?.[0] ?? '';
        at += match.length;
        return match;
    }
    function dollar() {
        at++;
        if (text[at] !== '{') {
            const variable = name();
            if (variable === '')
                return '$';
            return find(variable) ?? (options.skipUnset === true ? `$${variable}` : '');
        }
        at++;
        const first = text[at];
        if (first === undefined)
            throw new Unexpandable("there is no matching '}'");
        if (first === '{' || first === '}' || first === ':')
            throw new Unexpandable('bad substitution');
        return operator(name());
    }
    function operator(variable) {
        let sign = text[at++] ?? '';
        if (sign === '}')
            return find(variable) ?? (options.skipUnset === true ? `\${${variable}}` : '');
        if (sign === '/')
            return substitution(variable);
        const colon = sign === ':';
        if (colon)
            sign = text[at++] ?? '';
        const raw = sign === '#' || sign === '%';
        const written = colon ? `:${sign}` : sign;
        if (!['+', '-', '?', '#', '%'].includes(sign) || (colon && raw)) {
            throw new Unexpandable(`unsupported modifier (${written}) in substitution`);
        }
        const { text: argument } = stopOn('}', raw);
        const value = find(variable);
        if (value === undefined && options.skipUnset === true)
            return `\${${variable}${written}${argument}}`;
        const missing = value === undefined || (colon && value === '');
        if (sign === '-')
            return missing ? argument : value;
        if (sign === '+')
            return missing ? '' : argument;
        if (sign === '?') {
            if (!missing)
                return value;
            const state = value === undefined ? 'unset' : 'empty';
            throw new Unexpandable(`${variable}: ${argument === '' ? `is not allowed to be ${state}` : argument}`);
        }
        const longest = argument.startsWith(sign);
        const pattern = longest ? argument.slice(1) : argument;
        const cut = sign === '#' ? trimPrefix : trimSuffix;
        return checked(cut(pattern, value ?? '', longest), pattern);
    }
    function substitution(variable) {
        const all = text[at] === '/';
        if (all)
            at++;
        const pattern = stopOn('/', true).text;
        const replacement = stopOn('}', true).text;
        const value = find(variable);
        if (value === undefined && options.skipUnset === true)
            return `\${${variable}/${pattern}/${replacement}}`;
        return checked(replace(pattern, replacement, value ?? '', all), pattern);
    }
    function checked(result, pattern) {
        if (typeof result === 'string')
            return result;
        throw new Unexpandable(`invalid pattern (${pattern}) in substitution: ${result.error}`);
    }
    try {
        return { ...stopOn(undefined, options.rawEscapes === true), used, unset };
    }
    catch (error) {
        if (!(error instanceof Unexpandable))
            throw error;
        return { text: '', words: [], used, unset, error: error.message };
    }
}


/***/ }),

/***/ 2464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ formFault),
/* harmony export */   Hj: () => (/* binding */ checkForm),
/* harmony export */   oU: () => (/* binding */ isMisspeltFrom)
/* harmony export */ });
/* harmony import */ var _manifest_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7176);
/* harmony import */ var _heredoc_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4595);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7398);



/** The flags that an instruction knows; a star marks those that may stand more than once. */
const FLAGS = {
    ADD: ['chown', 'chmod', 'link', 'keep-git-dir', 'checksum', 'unpack', 'exclude*'],
    ARG: [],
    CMD: [],
    COPY: ['chown', 'from', 'chmod', 'link', 'exclude*', 'parents'],
    ENTRYPOINT: [],
    ENV: [],
    EXPOSE: [],
    FROM: ['platform'],
    HEALTHCHECK: ['interval', 'timeout', 'start-period', 'start-interval', 'retries'],
    LABEL: [],
    MAINTAINER: [],
    ONBUILD: [],
    RUN: ['mount*', 'network', 'security', 'device*'],
    SHELL: [],
    STOPSIGNAL: [],
    USER: [],
    VOLUME: [],
    WORKDIR: []
};
const KEYWORDS = Object.keys(FLAGS);
/** Unknown instructions of one file for which the meant one is searched; a file with more is something else altogether. */
const MOST_GUESSES = 20;
/** Flags that need no value: others need one, and these take nothing but true or false (BuildKit, `BFlags.Parse`). */
const SWITCHES = new Set(['link', 'keep-git-dir', 'unpack', 'parents']);
/** Names of stages, in lower case (BuildKit, `instructions.parseBuildStageName`). */
const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;
/**
 * Finds what BuildKit would refuse before it builds anything: unknown instructions and flags, too few words, a broken FROM,
 * an instruction before the first FROM. What only follows from a misspelt FROM is not told.
 */
function checkForm(instructions, escape, problems) {
    let stages = 0;
    let unknown = 0;
    for (const instruction of instructions) {
        const { keyword, line } = instruction;
        const isKnown = Object.hasOwn(FLAGS, keyword);
        const guesses = isKnown || unknown++ < MOST_GUESSES ? KEYWORDS : [];
        // What follows a misspelt FROM stands in its stage.
        if (keyword === 'FROM' || (!isKnown && (0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(keyword, guesses) === 'FROM'))
            stages++;
        const early = stages === 0 && keyword !== 'ARG' && isKnown;
        const found = early
            ? {
                message: `${keyword} stands before the first FROM`,
                remedy: 'begin with FROM; only ARG may stand before it'
            }
            : (formFault(instruction, escape, guesses) ?? triggerFault(instruction, escape));
        if (found !== undefined)
            problems.push({ line, ...found });
    }
    const last = instructions.at(-1);
    if (last !== undefined && stages === 0) {
        problems.push({
            line: last.line,
            message: 'the Dockerfile has no FROM',
            remedy: 'write a FROM instruction'
        });
    }
}
/** Whether an instruction is none that is known, and near FROM: its stage then is none, whatever names it. */
function isMisspeltFrom({ keyword }) {
    return !Object.hasOwn(FLAGS, keyword) && (0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(keyword, KEYWORDS) === 'FROM';
}
/** What BuildKit would refuse about the form of one instruction; undefined when it is fine. */
function formFault(instruction, escape, guesses = KEYWORDS) {
    const { keyword } = instruction;
    const known = Object.hasOwn(FLAGS, keyword) ? FLAGS[keyword] : undefined;
    if (known === undefined) {
        const meant = (0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(keyword, guesses);
        const guess = meant === undefined ? '' : `, did you mean ${meant}?`;
        const message = keyword === '' ? 'the line is empty' : `unknown instruction ${keyword}${guess}`;
        return { message, remedy: 'correct the instruction or continue the line above with the escape character' };
    }
    return flagFault(instruction, known) ?? wordFault(instruction, escape);
}
function flagFault({ keyword, flags, rest }, known) {
    // BuildKit does not look at flags of these.
    if (keyword === 'ARG' || keyword === 'STOPSIGNAL' || (keyword === 'HEALTHCHECK' && /^none$/i.test(rest)))
        return undefined;
    const seen = new Set();
    for (const { name, value } of flags) {
        const many = known.includes(`${name}*`);
        if (!many && !known.includes(name)) {
            return { message: `unknown flag --${name} of ${keyword}`, remedy: 'correct or drop the flag' };
        }
        if (!many && seen.has(name))
            return { message: `the flag --${name} stands twice`, remedy: 'keep one of them' };
        seen.add(name);
        if (SWITCHES.has(name) ? value !== undefined && !/^(?:true|false)$/i.test(value) : value === undefined)
            return { message: `the flag --${name} has no fitting value`, remedy: 'write a value after =' };
    }
    return undefined;
}
function wordFault(instruction, escape) {
    const { keyword, rest } = instruction;
    if (keyword === 'FROM')
        return fromFault((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(instruction));
    if (keyword === 'COPY' || keyword === 'ADD') {
        return copyFault(keyword, (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(instruction));
    }
    if (keyword === 'ENV' || keyword === 'LABEL') {
        if ((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)(rest, escape) !== undefined)
            return undefined;
        return { message: `${keyword} needs name=value`, remedy: 'write name=value, with quotes around blanks' };
    }
    if (keyword === 'ARG') {
        const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedWords */ .IS)(rest, escape);
        if (words.length > 0 && words.every(word => !word.startsWith('=')))
            return undefined;
        return { message: 'ARG needs a name', remedy: 'write ARG name or ARG name=default' };
    }
    if (keyword === 'SHELL' && (instruction.json ?? []).length === 0) {
        return { message: 'SHELL is not in JSON form', remedy: 'write SHELL ["program", "argument"]' };
    }
    if (keyword === 'VOLUME' && (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(instruction).length === 0)
        return { message: 'VOLUME names no folder', remedy: 'complete or drop the instruction' };
    if (rest === '' && keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT') {
        return { message: `${keyword} has nothing after it`, remedy: 'complete or drop the instruction' };
    }
    return undefined;
}
function copyFault(keyword, words) {
    if (words.length < 2)
        return { message: `${keyword} needs a source and a destination`, remedy: 'name both' };
    if ((0,_heredoc_js__WEBPACK_IMPORTED_MODULE_0__/* .heredocWord */ .h)(words.at(-1) ?? '') === undefined)
        return undefined;
    return { message: `the destination of ${keyword} is a here-document`, remedy: 'name the destination last' };
}
function fromFault(words) {
    if (words.length === 1)
        return undefined;
    if (words.length !== 3 || !/^as$/iu.test(words[1] ?? '')) {
        return {
            message: 'FROM takes one word, or three with AS',
            remedy: 'write FROM image or FROM image AS name'
        };
    }
    const name = words[2] ?? '';
    if (STAGE_NAME.test(name.toLowerCase()))
        return undefined;
    return {
        message: `invalid name of a stage: ${name}`,
        remedy: 'begin with a letter; use letters, digits, - _ and .'
    };
}
function triggerFault({ keyword, trigger }, escape) {
    if (keyword !== 'ONBUILD' || trigger === undefined)
        return undefined;
    if (['ONBUILD', 'FROM', 'MAINTAINER'].includes(trigger.keyword)) {
        return { message: `${trigger.keyword} is not allowed in ONBUILD`, remedy: 'drop the trigger' };
    }
    // Of a trigger BuildKit looks at nothing but the = of these.
    if (!['ENV', 'LABEL'].includes(trigger.keyword) || (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)(trigger.rest, escape) !== undefined)
        return undefined;
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedWords */ .IS)(trigger.rest, escape).some(word => !word.includes('=')))
        return {
            message: `${trigger.keyword} needs name=value`,
            remedy: 'write name=value, with quotes around blanks'
        };
    return undefined;
}


/***/ }),

/***/ 4595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ heredocWord),
/* harmony export */   t: () => (/* binding */ heredocsOf)
/* harmony export */ });
/* harmony import */ var _expand_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);

const HEREDOC = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/;
const nothing = () => undefined;
/** Reads one word as the start of a here-document; undefined when it is none (BuildKit, `parser.ParseHeredoc`). */
function heredocWord(word) {
    const match = HEREDOC.exec(word);
    const rest = match?.[2] ?? '';
    if (rest === '')
        return undefined;
    const plain = (0,_expand_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .f)(rest, nothing, { escape: '\\', skipUnset: true });
    const name = plain.words[0];
    if (plain.error !== undefined || name === undefined || plain.words.length !== 1)
        return undefined;
    const raw = (0,_expand_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .f)(rest, nothing, { escape: '\\', skipUnset: true, rawQuotes: true });
    return { name, expand: quotes(name) === quotes(raw.words[0] ?? ''), chomp: match?.[1] === '-' };
}
function quotes(text) {
    return text.split(/['"]/).length - 1;
}
/** The here-documents that a joined line opens, in order. A line that is no shell text opens none. */
function heredocsOf(line) {
    if (!line.includes('<<'))
        return [];
    const options = { escape: '\\', rawQuotes: true, rawEscapes: true, skipUnset: true };
    return (0,_expand_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .f)(line, nothing, options).words.flatMap(word => heredocWord(word) ?? []);
}


/***/ }),

/***/ 7137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ mountsOf)
/* harmony export */ });
/* unused harmony export csvFields */
const known = new WeakMap();
/** The mounts of a RUN, the same objects at every call; undefined in place of one that cannot be read. */
function mountsOf(instruction) {
    if (instruction.keyword !== 'RUN' || instruction.flags.length === 0)
        return [];
    const mounts = known.get(instruction) ?? readMounts(instruction);
    known.set(instruction, mounts);
    return mounts;
}
function readMounts(instruction) {
    return instruction.flags
        .filter(flag => flag.name === 'mount')
        .map(flag => (flag.value === undefined ? undefined : readMount(flag.value)));
}
function readMount(text) {
    const fields = csvFields(text);
    if (fields === undefined)
        return undefined;
    const pairs = fields.map(field => {
        const equals = field.indexOf('=');
        return equals < 0
            ? [field.toLowerCase(), '']
            : [field.slice(0, equals).toLowerCase(), field.slice(equals + 1)];
    });
    const from = pairs.findLast(([key]) => key === 'from')?.[1] ?? '';
    return from === '' ? { fields: pairs } : { fields: pairs, from };
}
/** One line of CSV: a field may be quoted, `""` is a quote in it. Undefined when a quote is out of place (go-csvvalue). */
function csvFields(line) {
    if (line === '')
        return undefined;
    const fields = [];
    for (let at = 0;; at++) {
        if (line[at] !== '"') {
            const comma = line.indexOf(',', at);
            const field = line.slice(at, comma < 0 ? undefined : comma);
            if (field.includes('"'))
                return undefined;
            fields.push(field);
            if (comma < 0)
                return fields;
            at = comma;
            continue;
        }
        let field = '';
        for (at++;; at++) {
            const quote = line.indexOf('"', at);
            if (quote < 0)
                return undefined;
            field += line.slice(at, quote);
            at = quote + 1;
            if (line[at] !== '"')
                break;
            field += '"';
        }
        fields.push(field);
        if (at >= line.length)
            return fields;
        if (line[at] !== ',')
            return undefined;
    }
}


/***/ }),

/***/ 5740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ parseDockerfile)
});

// EXTERNAL MODULE: ./build/dockerfile/space.js
var space = __webpack_require__(2373);
;// CONCATENATED MODULE: ./build/dockerfile/directives.js

const DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*(.*)$/;
/** Reads one line as a directive; undefined for any other line, which ends the directives. */
function readDirective(line, comment = '#') {
    if (!line.startsWith(comment))
        return undefined;
    const match = DIRECTIVE.exec((0,space/* trimStart */.Dw)(line.slice(comment.length)));
    const value = cutBlanks(match?.[2] ?? '');
    const name = match?.[1]?.toLowerCase();
    if (value === '' || (name !== 'syntax' && name !== 'escape' && name !== 'check'))
        return undefined;
    return { name, value };
}
function cutBlanks(text) {
    let end = text.length;
    while (end > 0 && '\t\n\f\r '.includes(text.charAt(end - 1)))
        end--;
    return text.slice(0, end);
}
/**
 * Frontend and checks that a Dockerfile asks for. Read apart from the instructions, by other rules (BuildKit,
 * `parser.DetectSyntax`): a `#!` line is skipped, blanks before `#` are not allowed, and the frontend may also stand in
 * `// syntax=` or in a JSON file.
 */
function detectDirectives(text) {
    const body = withoutShebang(text);
    const found = leading(body, '#');
    const syntax = found.get('syntax') ?? leading(body, '//').get('syntax') ?? jsonSyntax(body);
    const check = found.get('check');
    return { ...(syntax === undefined ? {} : { syntax }), ...(check === undefined ? {} : { check }) };
}
function withoutShebang(text) {
    if (!text.startsWith('#!'))
        return text;
    const end = text.indexOf('\n');
    return end < 0 ? '' : text.slice(end + 1);
}
function leading(text, comment) {
    const found = new Map();
    for (let start = 0; start < text.length;) {
        const end = text.indexOf('\n', start);
        const directive = readDirective((0,space/* trimNewline */.xL)(text.slice(start, end < 0 ? undefined : end)), comment);
        if (directive === undefined || found.has(directive.name))
            break;
        found.set(directive.name, directive.value);
        start = end < 0 ? text.length : end + 1;
    }
    return found;
}
function jsonSyntax(text) {
    if (!(0,space/* trimStart */.Dw)(text).startsWith('{'))
        return undefined;
    try {
        const value = JSON.parse(text);
        const syntax = typeof value === 'object' && value !== null && 'syntax' in value ? value.syntax : undefined;
        return typeof syntax === 'string' ? syntax : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/dockerfile/heredoc.js
var heredoc = __webpack_require__(4595);
// EXTERNAL MODULE: ./build/dockerfile/forms.js
var dockerfile_forms = __webpack_require__(2464);
// EXTERNAL MODULE: ./build/dockerfile/words.js
var dockerfile_words = __webpack_require__(7398);
;// CONCATENATED MODULE: ./build/dockerfile/parse.js





const LONGEST_LINE = 65_535;
const WITH_HEREDOCS = new Set(['RUN', 'COPY', 'ADD']);
const WITH_JSON = new Set(['RUN', 'COPY', 'ADD', 'CMD', 'ENTRYPOINT', 'SHELL', 'VOLUME']);
/**
 * Reads a Dockerfile as BuildKit does (`parser.Parse`), without expanding anything. What BuildKit refuses, and what this
 * reader cannot follow, is a problem with its line; the rest is still read.
 */
function parseDockerfile(text) {
    const body = text.startsWith('\ufeff') ? text.slice(1) : text;
    const problems = [];
    const lines = linesOf(body, problems);
    const head = new Head(problems);
    const instructions = [];
    for (let raw = lines.next(); raw !== undefined; raw = lines.next()) {
        const line = lines.number();
        const joined = joinLines(raw, lines, head);
        if (joined === undefined)
            continue;
        const instruction = readInstruction(joined, line, head.escape, problems);
        const heredocs = readHeredocs(instruction, joined, lines, problems);
        const firstLine = (0,space/* trimNewline */.xL)(raw);
        const whole = heredocs.length === 0 ? instruction : withHeredocs(instruction, heredocs);
        instructions.push({ ...whole, firstLine });
    }
    if (instructions.length === 0) {
        problems.push({
            line: 1,
            message: 'the Dockerfile has no instructions',
            remedy: 'write at least a FROM instruction'
        });
    }
    (0,dockerfile_forms/* checkForm */.Hj)(instructions, head.escape, problems);
    const directives = { ...detectDirectives(body), escape: head.escape };
    return { directives, instructions, problems: problems.sort((a, b) => a.line - b.line) };
}
function linesOf(text, problems) {
    const lossy = text.includes('\ufffd');
    let start = 0;
    let number = 0;
    const next = () => {
        if (start >= text.length)
            return undefined;
        const feed = text.indexOf('\n', start);
        const end = feed < 0 ? text.length : feed + 1;
        const line = text.slice(start, end);
        start = end;
        number++;
        if (line.length * 3 > LONGEST_LINE && Buffer.byteLength(line) > LONGEST_LINE) {
            const message = 'the line is longer than 64 KiB, which BuildKit refuses';
            problems.push({ line: number, message, remedy: 'break the line' });
            // Nothing is built from it, and a line of megabytes would be taken apart for nothing.
            return line.slice(0, LONGEST_LINE);
        }
        if (lossy && line.includes('\ufffd')) {
            const message = 'the line holds bytes that are no UTF-8';
            problems.push({ line: number, message, remedy: 'save the Dockerfile as UTF-8' });
        }
        return line;
    };
    return { next, number: () => number };
}
/** The directives among the first comment lines, as far as they change how the rest is read. */
class Head {
    problems;
    escape = '\\';
    open = true;
    seen = new Set();
    constructor(problems) {
        this.problems = problems;
    }
    read(line, number) {
        if (!this.open)
            return;
        const directive = readDirective(line);
        this.open = directive !== undefined;
        if (directive === undefined)
            return;
        const { name, value } = directive;
        if (this.seen.has(name)) {
            const message = `the directive ${name} stands twice`;
            this.problems.push({ line: number, message, remedy: 'keep one of them' });
        }
        else if (name === 'escape' && value !== '\\' && value !== '`') {
            const message = `the escape character is ${value}, expected \\ or \``;
            this.problems.push({ line: number, message, remedy: 'write # escape=` or drop the directive' });
        }
        else if (name === 'escape')
            this.escape = value;
        this.seen.add(name);
    }
}
/** Joins a line with those it continues on; undefined for comments and blank lines. */
function joinLines(raw, lines, head) {
    const first = (0,space/* trimStart */.Dw)((0,space/* trimNewline */.xL)(raw));
    head.read(first, lines.number());
    const { text, continues } = cutContinuation(first.startsWith('#') ? '' : first, head.escape);
    if (!continues)
        return text === '' ? undefined : text;
    const parts = [text];
    for (let next = lines.next(); next !== undefined; next = lines.next()) {
        const line = (0,space/* trimNewline */.xL)(next);
        const start = line.charAt((0,space/* firstVisible */.ft)(line));
        if (start === '' || start === '#')
            continue;
        const cut = cutContinuation(line, head.escape);
        parts.push(cut.text);
        if (!cut.continues)
            break;
    }
    return parts.join('');
}
/** A line goes on when it ends in the escape character and blanks, and no further escape character stands before it. */
function cutContinuation(line, escape) {
    let end = line.length;
    while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t'))
        end--;
    const continues = line[end - 1] === escape && line[end - 2] !== escape;
    return { text: continues ? line.slice(0, end - 1) : line, continues };
}
function readInstruction(joined, line, escape, problems) {
    const { keyword: written, flags, rest, doubtful } = (0,dockerfile_words/* splitLine */.ho)(joined, escape);
    const keyword = keywordOf(written);
    if (doubtful) {
        const message = `a flag of ${keyword} holds characters outside of ASCII, which BuildKit reads byte by byte`;
        problems.push({ line, message, remedy: 'use ASCII in flags' });
    }
    const json = WITH_JSON.has(keyword) ? (0,dockerfile_words/* jsonWords */.WY)(rest) : undefined;
    const test = keyword === 'HEALTHCHECK' ? (0,dockerfile_words/* jsonWords */.WY)(rest.replace(/^\S+/, '').trim()) : undefined;
    if (json === 'mixed' || test === 'mixed') {
        problems.push({
            line,
            message: `the JSON form of ${keyword} holds more than texts`,
            remedy: 'quote every item'
        });
    }
    const words = json === undefined || json === 'mixed' ? {} : { json };
    const carries = keyword === 'ONBUILD' && rest !== '';
    const trigger = carries
        ? { trigger: { ...readInstruction(rest, line, escape, problems), source: rest } }
        : {};
    return { keyword, flags, rest, ...words, heredocs: [], line, ...trigger };
}
/**
 * In upper case where Go's lower case gives ASCII: JavaScript makes other letters ASCII (`ſ`, `ı`) and leaves the
 * Kelvin sign.
 */
function keywordOf(written) {
    if (/^[a-z]*$/i.test(written))
        return written.toUpperCase();
    const plain = written.replaceAll('\u212a', 'K').replaceAll('\u0130', 'I');
    return /^[a-z]*$/i.test(plain) ? plain.toUpperCase() : written;
}
function readHeredocs(instruction, joined, lines, problems) {
    const carrier = instruction.trigger ?? instruction;
    if (!WITH_HEREDOCS.has(carrier.keyword) || carrier.json !== undefined)
        return [];
    return (0,heredoc/* heredocsOf */.t)(joined).map(word => {
        const body = [];
        for (let line = lines.next(); line !== undefined; line = lines.next()) {
            const text = (0,space/* trimNewline */.xL)(line);
            if ((word.chomp ? text.replace(/^\t+/, '') : text) === word.name) {
                return { name: word.name, body: body.join(''), expand: word.expand, chomp: word.chomp };
            }
            body.push(line);
        }
        const message = `the here-document ${word.name} does not end`;
        problems.push({ line: instruction.line, message, remedy: `end it with a line that is ${word.name}` });
        return { name: word.name, body: body.join(''), expand: word.expand, chomp: word.chomp };
    });
}
function withHeredocs(instruction, heredocs) {
    const { trigger } = instruction;
    return trigger === undefined
        ? { ...instruction, heredocs }
        : { ...instruction, trigger: { ...trigger, heredocs } };
}


/***/ }),

/***/ 5876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ normalisePlatform)
/* harmony export */ });
const ARCHITECTURES = {
    x86_64: 'amd64',
    'x86-64': 'amd64',
    aarch64: 'arm64',
    armhf: 'arm/v7',
    armel: 'arm/v6',
    i386: '386',
    i486: '386',
    i586: '386',
    i686: '386'
};
/** A platform in its usual form: `linux/amd64` for `linux/x86_64`, `amd64` and `linux/amd64/v1` (containerd/platforms). */
function normalisePlatform(text) {
    const parts = text.toLowerCase().split('/');
    const [os = '', ...rest] = parts.length === 1 ? ['linux', ...parts] : parts;
    const [architecture = '', variant] = rest;
    const known = ARCHITECTURES[architecture] ?? architecture;
    const plain = `${os === 'macos' ? 'darwin' : os}/${known}`;
    if (variant === undefined)
        return plain;
    const standard = (known === 'amd64' && variant === 'v1') || (known === 'arm64' && /^v?8$/.test(variant));
    return standard ? plain : `${plain}/${/^\d/.test(variant) ? `v${variant}` : variant}`;
}


/***/ }),

/***/ 6212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ii: () => (/* binding */ ownTriggers),
  gl: () => (/* binding */ reach),
  Tw: () => (/* binding */ reachPlainly)
});

// EXTERNAL MODULE: ./build/dockerfile/expand.js + 1 modules
var expand = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/dockerfile/mounts.js
var mounts = __webpack_require__(7137);
;// CONCATENATED MODULE: ./build/dockerfile/takes.js


const NONE = { takes: [], problems: [] };
/**
 * Reads the `from` of an instruction in a stage, which may name the stages before it. These are found whatever the case;
 * COPY also knows them by number; variables do not expand (BuildKit, `toCommand` and `detectRunMount`).
 */
function takesOf(instruction, { index, line, inherited }, table) {
    const allowed = inherited ? index : index - 1;
    if (instruction.keyword === 'COPY')
        return copyTakes(instruction, allowed, line, table);
    if (instruction.keyword === 'RUN' && instruction.flags.length > 0)
        return mountTakes(instruction, allowed, line, table);
    return NONE;
}
function copyTakes(instruction, allowed, line, table) {
    const written = instruction.flags.find(({ name }) => name === 'from')?.value ?? '';
    if (written === '')
        return NONE;
    const plain = (0,expand/* expand */.f)(written, () => undefined, { escape: table.escape });
    if (plain.text !== written)
        return refused(line, `--from=${written} holds a variable or quotes, which do not expand there`);
    const origin = /^[+-]?\d+$/.test(written) ? numbered(Number(written), table) : table.find(written);
    return checked({ use: 'copy', written, origin }, allowed, line);
}
function numbered(index, table) {
    return index >= 0 && index < table.stages.length ? { kind: 'stage', index } : { kind: 'invalid' };
}
function mountTakes(instruction, allowed, line, table) {
    const takes = [];
    const problems = [];
    for (const mount of (0,mounts/* mountsOf */.c)(instruction)) {
        if (mount === undefined) {
            const message = 'a --mount of RUN cannot be read as key=value fields between commas';
            problems.push({ line, message, remedy: 'correct the mount' });
            continue;
        }
        const written = mount.from;
        if (written === undefined)
            continue;
        const result = /\$[^]/.test(written)
            ? refused(line, `from=${written} of a mount holds a variable, which does not expand there`)
            : checked({ use: 'mount', written, origin: table.find(written), mount }, allowed, line);
        takes.push(...result.takes);
        problems.push(...result.problems);
    }
    return { takes, problems };
}
function checked(take, allowed, line) {
    const { origin, written } = take;
    if (origin.kind === 'invalid')
        return refused(line, `from=${written} is neither a stage nor a valid image reference`);
    if (origin.kind === 'stage' && origin.index > allowed) {
        return refused(line, `from=${written} names a stage that does not stand before this one`);
    }
    return { takes: [take], problems: [] };
}
function refused(line, message) {
    const remedy = 'name an earlier stage or an image; for a variable write FROM with it in a stage of its own';
    return { takes: [], problems: [{ line, message, remedy }] };
}

;// CONCATENATED MODULE: ./build/dockerfile/reach.js

const plainly = new WeakMap();
/** The stages that the target reaches when no image brings triggers along; worked out once for a table. */
function reachPlainly(table) {
    const reached = plainly.get(table) ?? reach(table, () => []);
    plainly.set(table, reached);
    return reached;
}
/**
 * Finds the stages that the target needs through FROM, COPY --from and mounts. Triggers of ONBUILD, of an earlier stage or
 * of an image, run right after FROM.
 */
function reach(table, triggers) {
    const needed = new Map();
    const problems = [];
    const open = table.target === undefined ? [] : [table.target];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
        const stage = table.stages[index];
        if (stage === undefined || needed.has(index))
            continue;
        const steps = stage.replaced ? [] : stepsOf(stage, table, triggers, problems);
        needed.set(index, steps);
        if (stage.origin.kind === 'stage')
            open.push(stage.origin.index);
        for (const { origin } of steps.flatMap(step => step.takes))
            if (origin.kind === 'stage')
                open.push(origin.index);
    }
    const order = [...needed.keys()].sort((a, b) => a - b);
    const stages = order.flatMap((index, number) => {
        const stage = table.stages[index];
        return stage === undefined ? [] : [{ stage, number, steps: needed.get(index) ?? [] }];
    });
    return { stages, problems: problems.sort((a, b) => a.line - b.line) };
}
function stepsOf(stage, table, triggers, problems) {
    const step = (instruction, line, inherited) => {
        const found = takesOf(instruction, { index: stage.index, line, inherited }, table);
        problems.push(...found.problems);
        return { instruction, line, takes: found.takes, inherited };
    };
    const brought = stage.origin.kind === 'stage' ? ownTriggers(table.stages[stage.origin.index]) : triggers(stage);
    return [
        ...brought.map(instruction => step(instruction, stage.head.line, true)),
        ...stage.commands.map(instruction => step(instruction, instruction.line, false))
    ];
}
/** The triggers that a stage hands on: its own, not those it ran. */
function ownTriggers(stage) {
    if (stage === undefined || stage.replaced || !stage.commands.some(({ trigger }) => trigger))
        return [];
    return stage.commands.flatMap(({ trigger }) => trigger ?? []);
}


/***/ }),

/***/ 6417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ referencesOf),
/* harmony export */   y: () => (/* binding */ findReferences)
/* harmony export */ });
/* harmony import */ var _manifest_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7176);
/* harmony import */ var _manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1193);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6212);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7311);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5080);





/**
 * Finds the images that the reachable stages take. Triggers that an image brings along by ONBUILD are not looked at: they
 * are known only when that image is resolved (`resolveBuild`), which also tells what is wrong.
 */
function findReferences(parsed, circumstances) {
    const table = (0,_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .stagesOf */ .Z)(parsed, circumstances);
    return referencesOf(parsed, circumstances, table, (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .reachPlainly */ .Tw)(table));
}
/** The references of the stages that are reached, each once, the frontend first. */
function referencesOf(parsed, circumstances, table, reached) {
    const found = new Map();
    const add = (reference) => {
        if (reference === undefined)
            return;
        const { use, reference: full, contextName, platform } = reference;
        const id = [use, full, contextName, platform].join('\n');
        if (!found.has(id))
            found.set(id, reference);
    };
    add(frontendOf(parsed, circumstances));
    for (const { stage, steps } of reached.stages) {
        const { head, written, platform } = stage;
        const before = table.stages.slice(0, stage.index);
        const base = stage.replaced ? (stage.name ?? '') : written;
        const begin = { use: 'from', written: base, origin: stage.origin };
        add(imageReference(begin, head, head.line, platform, before));
        for (const { instruction, line, takes } of steps) {
            for (const take of takes)
                add(imageReference(take, instruction, line, undefined, before));
        }
    }
    return [...found.values()];
}
function imageReference({ use, written, origin }, instruction, line, platform, before) {
    if (origin.kind !== 'image')
        return undefined;
    const { reference, contextName } = origin;
    const column = (instruction.firstLine?.indexOf(written) ?? -1) + 1 || 1;
    const near = origin.key === undefined ? nearStage(written, reference, before) : undefined;
    return {
        use,
        written,
        reference,
        contextName,
        ...(platform === undefined ? {} : { platform }),
        ...(use === 'from' && followsBuilder(instruction) ? { onBuilder: true } : {}),
        ...(near === undefined ? {} : { nearStage: near }),
        line,
        column
    };
}
/** Names below this length are near only when one letter differs: `rust` is not a misspelt `test`. */
const SHORT = 6;
/**
 * The stage that a bare name without a tag is near to. A stage that begins with this very image is often named after it
 * (`FROM node AS node1`), and is not meant.
 */
function nearStage(written, reference, before) {
    if (!/^[\w.-]+$/.test(written))
        return undefined;
    const names = before.flatMap(({ name, origin }) => name === undefined || (origin.kind === 'image' && origin.reference === reference) ? [] : [name]);
    return (0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .pA)(written, names, written.length < SHORT ? 1 : undefined);
}
/**
 * The image of `# syntax=`; BuildKit lets the argument BUILDKIT_SYNTAX go over it, in which alone `dockerfile.v0` means
 * none.
 */
function frontendOf(parsed, circumstances) {
    const given = (0,_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .buildArgument */ .MV)(circumstances, 'BUILDKIT_SYNTAX');
    const written = (given ?? parsed.directives.syntax ?? '').trim().split(' ')[0] ?? '';
    const reference = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .normaliseReference */ .Ox)(written);
    const contextName = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .contextNameOf */ .Gf)(written);
    if (reference === undefined ||
        contextName === undefined ||
        (given !== undefined && written === 'dockerfile.v0'))
        return undefined;
    return { use: 'syntax', written, reference, contextName, line: 1, column: 1 };
}
/** Whether `FROM --platform` uses anything but `$TARGET…`: another variable may hold the platform of the builder. */
function followsBuilder(head) {
    const platform = head.flags.find(({ name }) => name === 'platform')?.value ?? '';
    return platform.replace(/\$\{?TARGET[A-Z]+\b/g, '').includes('$');
}


/***/ }),

/***/ 3480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ resolveBuild)
});

// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
;// CONCATENATED MODULE: ./build/dockerfile/canonical.js
/**
 * The instructions of the reachable stages, one string each: JSON of number of the stage among these, keyword, flags, words
 * or text, here-documents, and the stages it takes from. Comments, layout, letter case of keywords, names and numbers of
 * stages, and other stages leave no trace; the frontend and the escape character stand first.
 */
function canonicalForm(parsed, reached) {
    const numbers = new Map(reached.stages.map(({ stage, number }) => [stage.index, number]));
    const { syntax = null, escape } = parsed.directives;
    const lines = [JSON.stringify(['#', syntax, escape])];
    for (const { stage, number, steps } of reached.stages) {
        const { origin, head, written } = stage;
        const base = origin.kind === 'stage' ? { stage: numbers.get(origin.index) ?? null } : written;
        const from = stage.replaced ? { context: stage.name ?? null } : base;
        lines.push(JSON.stringify([number, 'FROM', flagsOf(head), from]));
        for (const step of steps) {
            // A trigger belongs to the image that brings it along.
            if (!step.inherited || origin.kind === 'stage')
                lines.push(JSON.stringify([number, ...body(step, numbers)]));
        }
    }
    return lines;
}
function body(step, numbers) {
    const stages = step.takes.flatMap(({ origin }) => origin.kind === 'stage' ? (numbers.get(origin.index) ?? -1) : []);
    const { instruction } = step;
    const named = instruction.keyword === 'COPY' && stages.length > 0;
    const flags = named ? instruction.flags.filter(({ name }) => name !== 'from') : instruction.flags;
    return [...plain({ ...instruction, flags }), stages];
}
function plain(instruction) {
    const { keyword, json, rest, trigger } = instruction;
    const content = trigger === undefined ? (json ?? rest) : plain(trigger);
    return [keyword, flagsOf(instruction), content, instruction.heredocs.map(heredocOf)];
}
function flagsOf({ flags }) {
    return flags.map(({ name, value }) => [name, value ?? null]);
}
function heredocOf({ name, body: text, expand, chomp }) {
    return [name, text, expand, chomp === true];
}

// EXTERNAL MODULE: ./build/dockerfile/expand.js + 1 modules
var expand = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/dockerfile/scope.js
var scope = __webpack_require__(7311);
// EXTERNAL MODULE: ./build/dockerfile/words.js
var words = __webpack_require__(7398);
;// CONCATENATED MODULE: ./build/dockerfile/environment.js



/**
 * No build needs more values, while a small text can make more than a machine holds. What comes after is not known, so
 * that a source which uses it is told and its image always affected.
 */
const MOST_CHARACTERS = 64 * 1_048_576;
const MOST_COPIES = 2_000_000;
/** BuildKit's own switches, which are no variables. */
const NO_VARIABLES = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/**
 * Begins a stage on an image whose variables are known (`complete`), known in part, or not at all. An image without PATH
 * gets the usual one.
 */
function environmentOn(config, around) {
    const image = new Map(Object.entries(config.env));
    if (config.complete === true && !image.has('PATH'))
        image.set('PATH', PATH);
    return make(new Map(image), image, config.complete === true, around);
}
/** `seen`: what instructions see; `image`: what the configuration of the image holds. */
function make(seen, image, complete, around) {
    const { circumstances, globals, escape } = around;
    const fill = (text) => {
        const { text: filled, unset, error } = (0,expand/* expand */.f)(text, name => seen.get(name), { escape });
        const unknown = [...unset].filter(name => !complete || seen.has(name));
        return error === undefined ? { text: filled, unknown } : { text: filled, unknown, error };
    };
    const known = (text) => {
        if (around.spent.characters > MOST_CHARACTERS)
            return undefined;
        const { text: filled, unknown, error } = fill(text);
        // An expansion that was broken off has cost as much as one may.
        around.spent.characters += error === undefined ? filled.length : expand/* LONGEST */.z;
        return unknown.length > 0 || error !== undefined ? undefined : filled;
    };
    return {
        fill,
        arg: (instruction, wordEscape) => (0,scope/* argWords */.QD)(instruction, wordEscape).map(([name, standard]) => {
            const given = (0,scope/* buildArgument */.MV)(circumstances, name) ?? (standard === undefined ? globals.get(name) : undefined);
            if (given === undefined && standard === undefined)
                return [name, undefined];
            const value = given ?? known(standard ?? '');
            if (!NO_VARIABLES.has(name))
                seen.set(name, value);
            return [name, value ?? standard];
        }),
        env: (instruction, wordEscape) => {
            const filled = ((0,words/* pairs */.AS)(instruction.rest, wordEscape) ?? []).map(([name, value]) => [fill(name).text, known(value)]);
            for (const [name, value] of filled) {
                seen.set(name, value);
                image.set(name, value);
            }
        },
        child: () => {
            around.spent.copies += seen.size + image.size;
            if (around.spent.copies > MOST_COPIES)
                return make(new Map(), new Map(), false, around);
            const values = new Map([...seen, ...image]);
            if (complete && !image.has('PATH'))
                values.set('PATH', PATH);
            return make(values, new Map(image), complete, around);
        },
        config: () => {
            const env = Object.create(null);
            for (const [name, value] of image)
                if (value !== undefined)
                    env[name] = value;
            const allKnown = complete && [...image.values()].every(value => value !== undefined);
            return { env, complete: allKnown };
        }
    };
}

// EXTERNAL MODULE: ./build/dockerfile/forms.js
var dockerfile_forms = __webpack_require__(2464);
// EXTERNAL MODULE: ./build/dockerfile/parse.js + 1 modules
var parse = __webpack_require__(5740);
// EXTERNAL MODULE: ./build/dockerfile/reach.js + 1 modules
var reach = __webpack_require__(6212);
// EXTERNAL MODULE: ./build/dockerfile/references.js
var dockerfile_references = __webpack_require__(6417);
// EXTERNAL MODULE: ./build/dockerfile/heredoc.js
var heredoc = __webpack_require__(4595);
// EXTERNAL MODULE: ./build/dockerfile/mounts.js
var mounts = __webpack_require__(7137);
;// CONCATENATED MODULE: ./build/dockerfile/remote.js
const SCP = /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:/;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * Tells local paths from web and git addresses (BuildKit, `dfgitutil.ParseGitRef`): git is `git://`, `ssh://`,
 * `user@host:path`, and `http(s)://` with a path that ends in `.git`; `github.com/…` without a scheme is a local path.
 */
function sourceKind(source) {
    const scheme = /^([a-zA-Z0-9]+):\/\//.exec(source)?.[1]?.toLowerCase();
    if (scheme === undefined)
        return SCP.test(source) ? 'git' : 'local';
    if (scheme === 'git' || scheme === 'ssh')
        return 'git';
    if ((scheme === 'http' || scheme === 'https') && pathOf(source).endsWith('.git'))
        return 'git';
    return /^https?:\/\//.test(source) ? 'http' : 'local';
}
function pathOf(address) {
    return address.replace(/[?#][^]*$/, '').replace(/^[a-zA-Z0-9]+:\/\/[^/]*/, '');
}
/** Whether the content of a git address is fixed: a full commit as the reference, `?checksum=`, `?commit=` or `?ref=`. */
function namesCommit(address) {
    const [beforeFragment = '', fragment = ''] = cut(address, '#');
    const [, query = ''] = cut(beforeFragment, '?');
    if (COMMIT.test(cut(fragment, ':')[0] ?? ''))
        return true;
    const values = new URLSearchParams(query);
    return ['checksum', 'commit', 'ref'].some(name => COMMIT.test(values.get(name) ?? ''));
}
function cut(text, mark) {
    const at = text.indexOf(mark);
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
/** Whether `--checksum` fixes the content: any digest of a web address, a full commit of a git one. */
function fixesContent(kind, checksum) {
    return kind === 'git' ? COMMIT.test(checksum) : checksum !== '';
}

;// CONCATENATED MODULE: ./build/dockerfile/sources.js




/** Finds what an instruction reads from build contexts and from outside of the repository. */
function collectSources(step, environment, into) {
    const { keyword } = step.instruction;
    if (keyword === 'COPY' || keyword === 'ADD')
        copySources(step, environment, into);
    else if (keyword === 'RUN')
        for (const mount of (0,mounts/* mountsOf */.c)(step.instruction))
            mountSource(step, mount, environment, into);
}
/** The context that a `from` reads: the main one without `from`, a folder that the manifest names, or none. */
function contextOf(origin) {
    if (origin === undefined)
        return {};
    return origin.kind === 'folder' ? { context: origin.key } : undefined;
}
function copySources(step, environment, into) {
    const { instruction, line } = step;
    const flag = (name) => instruction.flags.findLast(each => each.name === name)?.value;
    const from = flag('from') ?? '';
    if (from !== '' && step.takes.length === 0)
        return;
    const context = contextOf(step.takes[0]?.origin);
    const exclude = instruction.flags.flatMap(each => (each.name === 'exclude' ? (each.value ?? []) : []));
    const parents = instruction.flags.some(each => each.name === 'parents' && each.value?.toLowerCase() !== 'false');
    const kind = instruction.keyword === 'ADD' ? 'add' : 'copy';
    for (const word of (0,words/* wordsOf */.Z9)(instruction).slice(0, -1)) {
        if ((0,heredoc/* heredocWord */.h)(word) !== undefined)
            continue;
        const pattern = filled(word, step, environment, into);
        if (pattern === undefined) {
            if (context !== undefined)
                into.sources.push(anything(kind, context, line));
            continue;
        }
        const what = sourceKind(pattern);
        if (what !== 'local')
            remoteSource(pattern, what, step, environment, flag('checksum') ?? '', into);
        else if (context !== undefined)
            into.sources.push({ kind, pattern, ...context, exclude, parents, line });
    }
}
/** What a text that only the base image completes may name: all of the context must be there for it. */
function anything(kind, context, line) {
    return { kind, pattern: '.', ...context, exclude: [], parents: false, line };
}
function remoteSource(url, kind, step, environment, checksum, into) {
    const { line } = step;
    if (step.instruction.keyword === 'COPY') {
        into.problems.push({ line, message: `COPY cannot take the address ${url}`, remedy: 'use ADD' });
        return;
    }
    const given = filled(checksum, step, environment, into) ?? '';
    const pinned = fixesContent(kind, given) || (kind === 'git' && namesCommit(url));
    if (pinned)
        return;
    const message = `ADD takes ${url}, whose content can change at any time`;
    const remedy = kind === 'git' ? 'name a full commit: …#<40 hex digits>' : 'add --checksum=sha256:…';
    into.problems.push({ line, message, remedy });
}
function mountSource(step, mount, environment, into) {
    if (mount === undefined)
        return;
    let type = 'bind';
    let pattern = '.';
    for (const [key, value] of mount.fields) {
        if (key !== 'type' && key !== 'source' && key !== 'src')
            continue;
        const text = filled(value, step, environment, into);
        if (key === 'type')
            type = text?.toLowerCase() ?? 'bind';
        else
            pattern = text === undefined || text === '' ? '.' : text;
    }
    const take = step.takes.find(each => each.mount === mount);
    const context = mount.from === undefined ? {} : contextOf(take?.origin);
    const reads = type === 'bind' || (type === 'cache' && mount.from !== undefined);
    if (!reads || context === undefined || (mount.from !== undefined && take === undefined))
        return;
    into.sources.push({ kind: 'bind', pattern, ...context, exclude: [], parents: false, line: step.line });
}
/** The text with its variables filled in; undefined, with a problem, when that cannot be done. */
function filled(text, step, environment, into) {
    const { text: result, unknown, error } = environment.fill(text);
    const { line, instruction } = step;
    const name = unknown[0];
    if (name !== undefined) {
        const message = `${instruction.keyword} ${text} uses ${name}, whose value may come from the base image`;
        into.problems.push({
            line,
            message,
            remedy: `write ARG ${name}=value or ENV ${name}=value in this stage`
        });
        return undefined;
    }
    if (error === undefined)
        return result;
    into.problems.push({
        line,
        message: `${text} cannot be expanded: ${error}`,
        remedy: 'correct the expression'
    });
    return undefined;
}

// EXTERNAL MODULE: ./build/dockerfile/stages.js
var stages = __webpack_require__(5080);
;// CONCATENATED MODULE: ./build/dockerfile/resolve.js









/** Works out everything that one build of a Dockerfile reads, and what its image hands on. */
function resolveBuild(parsed, circumstances) {
    const table = (0,stages/* stagesOf */.Z)(parsed, circumstances);
    const triggers = (stage) => configOf(stage.origin, circumstances)?.onbuild ?? [];
    const plain = (0,reach/* reachPlainly */.Tw)(table);
    const reached = plain.stages.some(({ stage }) => triggers(stage).length > 0)
        ? (0,reach/* reach */.gl)(table, triggers)
        : plain;
    const into = { sources: [], problems: [...parsed.problems, ...reached.problems] };
    const args = new Arguments();
    const environments = new Map();
    const spent = { characters: 0, copies: 0 };
    const around = { circumstances, globals: table.globals, escape: table.escape, spent };
    for (const { stage, number, steps } of reached.stages) {
        for (const name of stage.used)
            args.add(name, table.globals.get(name), number);
        const environment = begin(stage, environments, around);
        environments.set(stage.index, environment);
        if (stage.origin.kind === 'folder')
            into.sources.push(wholeFolder(stage.origin.key, stage.head.line));
        runSteps({ stage, number, steps }, environment, table, args, into);
    }
    for (const [name, value] of switches(circumstances))
        args.add(name, value, 0);
    const last = reached.stages.at(-1);
    const references = (0,dockerfile_references/* referencesOf */.C)(parsed, circumstances, table, reached);
    return {
        references,
        sources: into.sources,
        args: args.record(),
        canonical: canonicalForm(parsed, reached),
        contexts: contextsOf(reached, references, circumstances),
        config: handedOn(last?.stage, environments, table.escape),
        problems: into.problems.sort((a, b) => a.line - b.line),
        errors: table.errors
    };
}
/** What is known of the image a stage begins with. */
function configOf(origin, circumstances) {
    if (origin.kind === 'image')
        return circumstances.inherited(origin.contextName);
    return origin.kind === 'nothing' || origin.kind === 'folder'
        ? { env: {}, complete: true, onbuild: [] }
        : undefined;
}
function begin(stage, environments, around) {
    const base = stage.origin.kind === 'stage' ? environments.get(stage.origin.index) : undefined;
    return base?.child() ?? environmentOn(configOf(stage.origin, around.circumstances) ?? { env: {} }, around);
}
function wholeFolder(context, line) {
    return { kind: 'copy', pattern: '.', context, exclude: [], parents: false, line };
}
function runSteps({ number, steps }, environment, table, args, into) {
    for (const step of steps) {
        const { instruction, inherited, line } = step;
        // BuildKit reads a trigger anew, with the usual escape character.
        const escape = inherited ? '\\' : table.escape;
        const fault = inherited ? (0,dockerfile_forms/* formFault */.$L)(instruction, escape) : undefined;
        if (fault !== undefined)
            into.problems.push({ line, ...fault });
        if (instruction.keyword === 'ENV')
            environment.env(instruction, escape);
        else if (instruction.keyword !== 'ARG')
            collectSources(step, environment, into);
        else
            for (const [name, value] of environment.arg(instruction, escape))
                args.add(name, value, number);
    }
}
/** Build arguments that act without being declared. */
function switches(circumstances) {
    return Object.entries(circumstances.args).filter(([name]) => /^(?:BUILDKIT_|SOURCE_DATE_EPOCH$)/.test(name));
}
/** Values of arguments by name; stages that differ stand beside one another. */
class Arguments {
    values = new Map();
    add(name, value, stage) {
        const wanted = value ?? null;
        const first = this.values.get(name);
        if (first === undefined)
            this.values.set(name, wanted);
        else if (first !== wanted)
            this.values.set(`${name}#${stage}`, wanted);
    }
    record() {
        const sorted = [...this.values].sort(([a], [b]) => (0,code_unit/* byCodeUnit */.X)(a, b));
        return Object.fromEntries(sorted);
    }
}
/** Contexts of the manifest that the build uses, by the manifest's own keys. */
function contextsOf(reached, references, circumstances) {
    const origins = reached.stages.flatMap(({ stage, steps }) => [
        stage.origin,
        ...steps.flatMap(step => step.takes.map(take => take.origin))
    ]);
    const used = new Set(origins.flatMap(origin => ('key' in origin ? origin.key : [])));
    for (const { contextName } of references)
        used.add(contextName);
    return Object.keys(circumstances.contexts).filter(key => used.has(key));
}
function handedOn(stage, environments, escape) {
    const environment = stage === undefined ? undefined : environments.get(stage.index);
    if (environment === undefined)
        return { env: {}, onbuild: [] };
    return { ...environment.config(), onbuild: triggersOf(stage, escape) };
}
/** Triggers as a child reads them: text of the image's configuration, where a backtick escapes nothing. */
function triggersOf(stage, escape) {
    const triggers = (0,reach/* ownTriggers */.Ii)(stage);
    if (escape === '\\')
        return triggers;
    return triggers.map(trigger => {
        const documents = trigger.heredocs.map(({ name, body }) => `\n${body}${name}`).join('');
        return (0,parse/* parseDockerfile */.A)(`${trigger.source ?? ''}${documents}`).instructions[0] ?? trigger;
    });
}


/***/ }),

/***/ 7311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MV: () => (/* binding */ buildArgument),
/* harmony export */   QD: () => (/* binding */ argWords),
/* harmony export */   gm: () => (/* binding */ globalScope)
/* harmony export */ });
/* harmony import */ var _expand_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7398);


/** Name and default of every word of an ARG. */
function argWords(instruction, escape) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedWords */ .IS)(instruction.rest, escape).map(word => {
        const equals = word.indexOf('=');
        return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
    });
}
/**
 * Works out the arguments before the first FROM: platform arguments, then ARG lines in order, where build arguments go over
 * defaults and a default may use what stands above (BuildKit, `buildMetaArgs`).
 */
function globalScope(parsed, circumstances, targetName) {
    const values = platformArguments(circumstances, targetName);
    const errors = [];
    const { escape } = parsed.directives;
    for (const instruction of parsed.instructions) {
        if (instruction.keyword === 'FROM')
            break;
        if (instruction.keyword !== 'ARG')
            continue;
        for (const [name, standard] of argWords(instruction, escape)) {
            const given = buildArgument(circumstances, name);
            if (given !== undefined)
                values.set(name, given);
            else if (standard !== undefined) {
                const { text, error } = (0,_expand_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .f)(standard, key => values.get(key), { escape });
                if (error === undefined)
                    values.set(name, text);
                else
                    errors.push(argError(instruction.line, name, error));
            }
        }
    }
    return { values, errors };
}
function argError(line, name, error) {
    const message = `the default of ARG ${name} cannot be expanded: ${error}`;
    return { code: 'D003', line, message, remedy: `correct the default, or give ${name} a value under args` };
}
/** A build argument that the circumstances give. */
function buildArgument(circumstances, name) {
    return Object.hasOwn(circumstances.args, name) ? circumstances.args[name] : undefined;
}
/** The arguments that need no declaration before FROM; the builder's platform is taken to be the target's. */
function platformArguments(circumstances, targetName) {
    const values = new Map(ofPlatform(circumstances.platform));
    values.set('TARGETSTAGE', targetName === '' ? 'default' : targetName);
    for (const name of Object.keys(circumstances.args)) {
        if (values.has(name))
            values.set(name, circumstances.args[name] ?? '');
    }
    return values;
}
const known = new Map();
function ofPlatform(platform) {
    const [os = '', architecture = '', variant = ''] = platform.split('/');
    const values = known.get(platform) ??
        new Map([
            ['BUILDPLATFORM', platform],
            ['BUILDOS', os],
            ['BUILDOSVERSION', ''],
            ['BUILDARCH', architecture],
            ['BUILDVARIANT', variant],
            ['TARGETPLATFORM', platform],
            ['TARGETOS', os],
            ['TARGETOSVERSION', ''],
            ['TARGETARCH', architecture],
            ['TARGETVARIANT', variant]
        ]);
    known.set(platform, values);
    return values;
}


/***/ }),

/***/ 2373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ trim),
/* harmony export */   Dw: () => (/* binding */ trimStart),
/* harmony export */   ft: () => (/* binding */ firstVisible),
/* harmony export */   xC: () => (/* binding */ isSpace),
/* harmony export */   xL: () => (/* binding */ trimNewline)
/* harmony export */ });
/**
 * Blank as Go's `unicode.IsSpace` has it, which the reader of BuildKit uses: JavaScript's `\s` differs in U+0085 and
 * U+FEFF.
 */
function isSpace(char) {
    return isSpaceCode(char.charCodeAt(0));
}
function isSpaceCode(code) {
    if (code <= 0x20)
        return code === 0x20 || (code >= 0x09 && code <= 0x0d);
    if (code < 0x85)
        return false;
    if (code === 0x85 || code === 0xa0 || code === 0x1680)
        return true;
    if (code >= 0x2000 && code <= 0x200a)
        return true;
    return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}
/** Index of the first character that is no blank; the length when there is none. */
function firstVisible(text) {
    let start = 0;
    while (start < text.length && isSpaceCode(text.charCodeAt(start)))
        start++;
    return start;
}
/** Cuts blanks at the start, as Go's `strings.TrimLeftFunc(text, unicode.IsSpace)`. */
function trimStart(text) {
    const start = firstVisible(text);
    return start === 0 ? text : text.slice(start);
}
/** Cuts blanks at both ends, as Go's `strings.TrimSpace`. */
function trim(text) {
    let end = text.length;
    while (end > 0 && isSpaceCode(text.charCodeAt(end - 1)))
        end--;
    return text.slice(Math.min(firstVisible(text), end), end);
}
/** Cuts line feeds and carriage returns at the end. */
function trimNewline(line) {
    let end = line.length;
    while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r'))
        end--;
    return line.slice(0, end);
}


/***/ }),

/***/ 5080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ stagesOf)
/* harmony export */ });
/* harmony import */ var _manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1193);
/* harmony import */ var _expand_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2856);
/* harmony import */ var _forms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2464);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5876);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7311);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7398);






/**
 * Lays out the stages: bases expanded with global arguments, names resolved by BuildKit's rules: FROM finds an earlier
 * stage by the exact text, and names are kept in lower case.
 */
function stagesOf(parsed, circumstances) {
    const { target = null, platform, args, contexts } = circumstances;
    const id = JSON.stringify([target, platform, args, contexts]);
    const last = tables.get(parsed);
    if (last?.id === id)
        return last.table;
    const table = layOut(parsed, circumstances);
    tables.set(parsed, { id, table });
    return table;
}
/** The last table of a Dockerfile: the graph and the inputs ask for the same one. */
const tables = new WeakMap();
function layOut(parsed, circumstances) {
    const groups = groupStages(parsed.instructions);
    const last = nameOf(groups.at(-1)?.[0]);
    const scope = (0,_scope_js__WEBPACK_IMPORTED_MODULE_4__/* .globalScope */ .gm)(parsed, circumstances, circumstances.target ?? last ?? '');
    const errors = [...scope.errors];
    const contexts = contextKeys(circumstances);
    const names = new Map();
    const stages = [];
    groups.forEach(([head, ...commands], index) => {
        if (head === undefined)
            return;
        const stage = readStage(head, commands, index, { parsed, globals: scope.values, contexts, names, errors });
        stages.push(stage);
        if (stage.name !== undefined)
            names.set(stage.name, index);
    });
    const target = circumstances.target === undefined ? stages.length - 1 : names.get(circumstances.target.toLowerCase());
    // A target that a misspelt FROM may name is not told on top; the image is built, and refused, whatever it is.
    const isTold = circumstances.target !== undefined && target === undefined;
    if (isTold && !parsed.instructions.some(_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .isMisspeltFrom */ .oU)) {
        errors.push(targetError(circumstances.target ?? '', [...names.keys()]));
    }
    const find = (text) => {
        const named = names.get(text.toLowerCase());
        return named === undefined ? originOf(text, contexts) : { kind: 'stage', index: named };
    };
    const found = target === undefined || target < 0 ? {} : { target };
    return { stages, ...found, globals: scope.values, escape: parsed.directives.escape, errors, find };
}
function targetError(target, names) {
    const known = names.length === 0 ? 'no stage has a name' : `stages are ${names.join(', ')}`;
    const message = `the target stage ${JSON.stringify(target)} does not exist; ${known}`;
    return { code: 'D004', line: 1, message, remedy: 'correct the target, or name the stage with FROM … AS' };
}
function groupStages(instructions) {
    const groups = [];
    for (const instruction of instructions) {
        if (instruction.keyword === 'FROM')
            groups.push([instruction]);
        else
            groups.at(-1)?.push(instruction);
    }
    return groups;
}
function nameOf(head) {
    const words = head === undefined ? [] : (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .wordsOf */ .Z9)(head);
    return words.length === 3 ? words[2]?.toLowerCase() : undefined;
}
/** Contexts by the name under which BuildKit looks them up. */
function contextKeys(circumstances) {
    return new Map(Object.entries(circumstances.contexts).map(([key, kind]) => [(0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .contextNameOf */ .Gf)(key) ?? key, { key, kind }]));
}
function readStage(head, commands, index, around) {
    const written = (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .wordsOf */ .Z9)(head)[0] ?? '';
    const name = nameOf(head);
    const base = expandHead(head, written, around);
    const platform = readPlatform(head, around);
    const own = name === undefined || around.contexts.size === 0
        ? undefined
        : around.contexts.get((0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .contextNameOf */ .Gf)(name) ?? name);
    const origin = own === undefined ? baseOf(base.text, around) : originOf(name ?? '', around.contexts);
    const bad = base.failed || own !== undefined || origin.kind !== 'invalid';
    if (!bad)
        around.errors.push(invalidBase(head, written, base.text, base.unset));
    return {
        index,
        ...(name === undefined ? {} : { name }),
        head,
        written,
        origin,
        replaced: own !== undefined,
        used: [...base.used, ...(platform?.used ?? [])],
        ...(platform?.text === undefined ? {} : { platform: platform.text }),
        commands
    };
}
function baseOf(text, { names, contexts }) {
    const named = names.get(text);
    return named === undefined ? originOf(text, contexts) : { kind: 'stage', index: named };
}
function originOf(text, contexts) {
    if (text === 'scratch')
        return { kind: 'nothing' };
    const parts = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(text);
    if (parts === undefined)
        return { kind: 'invalid' };
    const contextName = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .contextNameFor */ .Of)(parts);
    const reference = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)((0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .withTag */ .Rd)(parts));
    const given = contextName === 'context' ? undefined : contexts.get(contextName);
    if (given === undefined)
        return { kind: 'image', reference, contextName };
    if (given.kind === 'path')
        return { kind: 'folder', key: given.key };
    return { kind: 'image', reference, contextName: given.key, key: given.key };
}
function expandHead(head, written, { parsed, globals, errors }) {
    const result = (0,_expand_js__WEBPACK_IMPORTED_MODULE_1__/* .expand */ .f)(written, name => globals.get(name), { escape: parsed.directives.escape });
    const unset = [...result.unset];
    const missing = unset.find(name => usedPlainly(written, name));
    const failed = result.error !== undefined || missing !== undefined;
    if (result.error !== undefined) {
        const message = `FROM ${written} cannot be expanded: ${result.error}`;
        errors.push({ code: 'D003', line: head.line, message, remedy: 'correct the expression' });
    }
    else if (missing !== undefined)
        errors.push(unsetVariable(head, written, missing));
    return { text: failed ? '' : result.text, used: [...result.used], unset, failed };
}
/** `$X` or `${X}`, not `${X:-y}` or `${X:+y}`, which provide for the missing value. */
function usedPlainly(written, name) {
    const operators = new RegExp(`\\$\\{${name.replace(/[^\p{L}\p{Nd}_]/gu, '\\$&')}:?[-+]`, 'gu');
    return written.replace(operators, '').includes(name);
}
function unsetVariable(head, written, name) {
    const message = `FROM ${written} uses ${name}, which has no value here`;
    const remedy = `write ARG ${name}=value before the first FROM, or give ${name} a value under args`;
    return { code: 'D003', line: head.line, message, remedy };
}
function invalidBase(head, written, text, unset) {
    if (text === '' || unset.length > 0) {
        const message = `FROM ${written} gives ${text === '' ? 'nothing' : text}, which is no image reference`;
        return { code: 'D003', line: head.line, message, remedy: 'give the arguments it uses a value' };
    }
    const message = `${JSON.stringify(text)} is no valid image reference`;
    const remedy = 'write it as repository:tag in lower case, or correct the name of the stage';
    return { code: 'D006', line: head.line, message, remedy };
}
function readPlatform(head, around) {
    const flag = head.flags.find(({ name }) => name === 'platform');
    if (flag?.value === undefined || flag.value === '')
        return undefined;
    const expanded = expandHead(head, flag.value, around);
    if (expanded.failed)
        return undefined;
    if (expanded.text !== '')
        return { ...expanded, text: (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .normalisePlatform */ .W)(expanded.text) };
    const message = `--platform=${flag.value} of FROM gives nothing`;
    around.errors.push({ code: 'D003', line: head.line, message, remedy: 'give the arguments it uses a value' });
    return undefined;
}


/***/ }),

/***/ 7398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   IS: () => (/* binding */ quotedWords),
/* harmony export */   WY: () => (/* binding */ jsonWords),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   ho: () => (/* binding */ splitLine)
/* harmony export */ });
/* unused harmony export blankWords */
/* harmony import */ var _space_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2373);

const BLANKS = /[\t\v\f\r ]+/;
/** Splits a joined line into keyword, `--flags` and rest (BuildKit, `parser.splitCommand`). */
function splitLine(line, escape) {
    const text = (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trim */ .Bq)(line);
    const blank = BLANKS.exec(text);
    if (blank === null)
        return { keyword: text, flags: [], rest: '', doubtful: false };
    const keyword = text.slice(0, blank.index);
    const { words, end, doubtful } = readFlags(text, blank.index + blank[0].length, escape);
    return { keyword, flags: words.map(toFlag), rest: (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trim */ .Bq)(text.slice(end)), doubtful };
}
function toFlag(word) {
    const equals = word.indexOf('=');
    return equals < 0 ? { name: word.slice(2) } : { name: word.slice(2, equals), value: word.slice(equals + 1) };
}
function readFlags(text, start, escape) {
    const words = [];
    let doubtful = false;
    let at = start;
    for (;;) {
        while (at < text.length && '\t\n\v\f\r '.includes(text.charAt(at)))
            at++;
        if (!text.startsWith('--', at))
            return { words, end: at, doubtful };
        let word = '';
        let quote = '';
        for (; at < text.length; at++) {
            let char = text.charAt(at);
            if (char > '\u007f')
                doubtful = true;
            if (quote === '' && (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(char))
                break;
            if (quote === '' ? char === "'" || char === '"' : char === quote) {
                quote = quote === '' ? char : '';
                continue;
            }
            if (char === escape) {
                if (at + 1 === text.length)
                    continue;
                char = text.charAt(++at);
            }
            word += char;
        }
        if (word === '--')
            return { words, end: at, doubtful };
        words.push(word);
    }
}
/** Words between blanks; quotes and escapes have no meaning (BuildKit, `parseStringsWhitespaceDelimited`). */
function blankWords(rest) {
    return rest === '' ? [] : rest.split(BLANKS);
}
/** The words of an instruction: those of its JSON form, else those between blanks. */
function wordsOf(instruction) {
    return instruction.json ?? blankWords(instruction.rest);
}
/** Words of ARG and ENV: quotes and escapes keep blanks inside and stay in the word (BuildKit, `parseWords`). */
function quotedWords(rest, escape) {
    const words = [];
    let at = 0;
    for (;;) {
        while (at < rest.length && (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(rest.charAt(at)))
            at++;
        if (at >= rest.length)
            return words;
        let word = '';
        let quote = '';
        for (; at < rest.length; at++) {
            const char = rest.charAt(at);
            if (quote === '' && (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(char))
                break;
            if (char === escape && quote !== "'") {
                if (at + 1 >= rest.length)
                    continue;
                word += char + rest.charAt(++at);
                continue;
            }
            if (quote === '' ? char === "'" || char === '"' : char === quote)
                quote = quote === '' ? char : '';
            word += char;
        }
        if (word !== '')
            words.push(word);
    }
}
/** Names and values of ENV and LABEL; the old form `ENV name value` too. Undefined when BuildKit refuses the text. */
function pairs(rest, escape) {
    const words = quotedWords(rest, escape);
    const first = words[0];
    if (first === undefined)
        return undefined;
    if (!first.includes('=')) {
        const blank = BLANKS.exec(rest);
        return blank === null
            ? undefined
            : [[rest.slice(0, blank.index), rest.slice(blank.index + blank[0].length)]];
    }
    if (words.some(word => word.indexOf('=') < 1))
        return undefined;
    return words.map(word => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]);
}
/** The JSON form `["a", "b"]`: its words, `mixed` when it holds anything but texts, undefined when it is no JSON list. */
function jsonWords(rest) {
    if (!(0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trimStart */ .Dw)(rest).startsWith('['))
        return undefined;
    let value;
    try {
        value = JSON.parse(rest);
    }
    catch {
        return undefined;
    }
    if (!Array.isArray(value))
        return undefined;
    if (value.every(item => typeof item === 'string'))
        return value;
    // A number that is too large is no JSON for Go.
    return value.some(item => item === Infinity || item === -Infinity) ? undefined : 'mixed';
}


/***/ }),

/***/ 7813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ epochOf),
/* harmony export */   KF: () => (/* binding */ lockEntry),
/* harmony export */   U5: () => (/* binding */ EMPTY_LOCK),
/* harmony export */   mT: () => (/* binding */ lockedBase)
/* harmony export */ });
/** The lock of a repository that has none: bases count by their name. */
const EMPTY_LOCK = { bases: {}, epochs: {} };
/** What the lock says of a base (normalised reference) on a platform; undefined when it says nothing. */
function lockedBase(lock, reference, platform) {
    const byPlatform = Object.hasOwn(lock.bases, reference) ? lock.bases[reference] : undefined;
    return byPlatform !== undefined && Object.hasOwn(byPlatform, platform) ? byPlatform[platform] : undefined;
}
/** The lock's entry for a base on a platform as it goes into a key; null when there is none. */
function lockEntry(lock, reference, platform) {
    const base = lockedBase(lock, reference, platform);
    return base === undefined ? null : { digest: base.digest, onbuild: base.onbuild, env: base.env };
}
/** An image's patch epoch; null when it has none. */
function epochOf(lock, image) {
    return Object.hasOwn(lock.epochs, image) ? (lock.epochs[image]?.epoch ?? null) : null;
}


/***/ }),

/***/ 4979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ graphOf)
/* harmony export */ });
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8313);

const NONE = [];
/**
 * Builds the graph from the parents of each image. Parents that are no image of the map are left out; duplicates count
 * once.
 */
function graphOf(parents) {
    const up = new Map();
    const down = new Map();
    for (const [name, of] of parents) {
        const known = [...new Set(of)].filter(parent => parents.has(parent)).sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X);
        up.set(name, known);
        for (const parent of known) {
            const children = down.get(parent);
            if (children === undefined)
                down.set(parent, [name]);
            else
                children.push(name);
        }
    }
    for (const children of down.values())
        children.sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X);
    return {
        names: [...parents.keys()],
        parents: name => up.get(name) ?? NONE,
        children: name => down.get(name) ?? NONE
    };
}


/***/ }),

/***/ 4495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ orderOf)
/* harmony export */ });
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8313);

/**
 * Orders the graph level by level (Kahn): the level of an image is the length of the longest chain of parents above it,
 * roots are 0; within a level by name. Where that is impossible, one real cycle is returned, starting at its smallest
 * name and following "is built on".
 */
function orderOf(graph) {
    const open = new Map(graph.names.map(name => [name, graph.parents(name).length]));
    const level = new Map();
    const names = [];
    let ready = graph.names.filter(name => open.get(name) === 0);
    for (let depth = 0; ready.length > 0; depth += 1) {
        ready.sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X);
        const next = [];
        for (const name of ready) {
            level.set(name, depth);
            names.push(name);
            for (const child of graph.children(name)) {
                const left = (open.get(child) ?? 0) - 1;
                open.set(child, left);
                if (left === 0)
                    next.push(child);
            }
        }
        ready = next;
    }
    if (names.length === graph.names.length)
        return { kind: 'ordered', names, level };
    return { kind: 'cyclic', cycle: findCycle(graph, new Set(graph.names.filter(name => !level.has(name)))) };
}
/** Every image left over has a left-over parent, so walking parents must come back to where it was. */
function findCycle(graph, left) {
    const seen = new Map();
    const path = [];
    let at = [...left].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)[0];
    while (at !== undefined && !seen.has(at)) {
        seen.set(at, path.length);
        path.push(at);
        at = graph.parents(at).find(parent => left.has(parent));
    }
    const cycle = path.slice(at === undefined ? 0 : seen.get(at));
    const smallest = cycle.indexOf([...cycle].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)[0] ?? '');
    return [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
}


/***/ }),

/***/ 7513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ normalisedName),
/* harmony export */   F2: () => (/* binding */ readRequirements),
/* harmony export */   HQ: () => (/* binding */ countingLines),
/* harmony export */   Nj: () => (/* binding */ logicalLines),
/* harmony export */   jx: () => (/* binding */ readInstalled)
/* harmony export */ });
const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
const VERSION = '(?:===?|~=|!=|<=?|>=?)\\s*[A-Za-z0-9.*+!_-]+';
const PACKAGE = new RegExp(`^(${NAME})\\s*(?:\\[[A-Za-z0-9._, -]*\\])?\\s*(${VERSION}(?:\\s*,\\s*${VERSION})*)\\s*(;[^#$]*?)?(?:\\s+--hash[= ]\\S+)*$`);
const AT_ADDRESS = new RegExp(`^(${NAME})\\s*(?:\\[[^\\]]*\\])?\\s*@\\s*\\S+`);
/** Options of a lock that say where packages come from, not which. */
const SOURCES = /^(?:-i|--index-url|--extra-index-url|-f|--find-links|--trusted-host|--no-binary|--only-binary)\b/;
/** `pip freeze` leaves out what installs packages; it counts wherever it is pinned. */
const UNLISTED = ['pip', 'setuptools', 'wheel', 'distribute'];
/**
 * Reads a requirements or constraints file (pip, "Requirements File Format"). A line that is more than one package with
 * versions, extras, marker and hashes has no name.
 */
function readRequirements(text) {
    return logicalLines(text).map(({ text: line }) => {
        const [, name, versions, marker = ''] = PACKAGE.exec(line) ?? [];
        if (name === undefined || versions === undefined)
            return { text: line };
        return { name: normalisedName(name), versions: versions.replace(/\s/g, ''), marker, text: line };
    });
}
/**
 * Names of the packages of a lock in the form of `pip freeze` or `uv pip compile`; undefined when a line of it cannot be
 * understood or none names a package, since what is installed is not known then.
 */
function readInstalled(text) {
    const names = new Set();
    for (const line of readRequirements(text)) {
        const name = line.name ?? atAddress(line.text);
        if (name !== undefined)
            names.add(name);
        else if (!SOURCES.test(line.text))
            return undefined;
    }
    if (names.size === 0)
        return undefined;
    for (const name of UNLISTED)
        names.add(name);
    return names;
}
/**
 * The lines of a file that can change what pip installs where only these packages can be. Of a constraints file, that is
 * what is about one of them; of a requirements file also what has no marker, since pip would install it. What is not
 * understood always counts.
 */
function countingLines(text, use, installed) {
    return readRequirements(text).flatMap(line => {
        const { name, marker } = line;
        if (name === undefined || installed.has(name))
            return [line.text];
        if (use === 'constraint')
            return [];
        return [marker === '' ? line.text : `${name} ${marker ?? ''}`];
    });
}
function atAddress(line) {
    const name = AT_ADDRESS.exec(line)?.[1];
    return name === undefined ? undefined : normalisedName(name);
}
/** A package name as PEP 503 compares it: `Foo.Bar_baz` is `foo-bar-baz`. */
function normalisedName(name) {
    return name.toLowerCase().replace(/[-_.]+/g, '-');
}
/**
 * The lines of a file as pip reads them: a backslash at the end joins the next one, `#` at the start or after a blank
 * begins a comment.
 */
function logicalLines(text) {
    const lines = [];
    let open;
    const close = () => {
        const folded = (open?.text ?? '')
            .replace(/(?:^|\s)#.*$/, '')
            .replace(/\s+/g, ' ')
            .trim();
        if (open !== undefined && folded !== '')
            lines.push({ ...open, text: folded });
        open = undefined;
    };
    text
        .replace(/^\ufeff/, '')
        .split(/\r\n|\r|\n/)
        .forEach((raw, index) => {
        const comment = /^\s*#/.test(raw);
        if (!comment) {
            // Reading `open.text` here would put the pieces together again at every continuation.
            if (open === undefined || open.column === 0) {
                open = { text: open?.text ?? '', line: index + 1, column: firstWord(raw) };
            }
            open.text += raw.replace(/\\$/, '');
        }
        if (!raw.endsWith('\\') || comment)
            close();
    });
    close();
    return lines;
}
/** Column, from 1, of the first word of a line; 0 without one. */
function firstWord(raw) {
    return raw.search(/[^\s\\]/) + 1;
}


/***/ }),

/***/ 1773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aX: () => (/* binding */ argumentsOf),
/* harmony export */   cH: () => (/* binding */ EPOCH_ARGUMENT)
/* harmony export */ });
/* unused harmony export publicReference */
/* harmony import */ var _freshness_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7813);
/* harmony import */ var _manifest_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7176);


/** The build argument that carries the patch epoch into the layer that installs system packages. */
const EPOCH_ARGUMENT = 'PATCH_EPOCH';
/** The build arguments of an image as texts: `{image: x}` is x's public reference, the patch epoch comes from the lock. */
function argumentsOf(spec, manifest, lock) {
    const args = {};
    const epoch = (0,_freshness_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .epochOf */ .Fz)(lock, spec.name);
    if (epoch !== null)
        args[EPOCH_ARGUMENT] = epoch;
    for (const [name, value] of Object.entries(spec.args)) {
        args[name] = typeof value === 'string' ? value : publicReference(value.image, manifest);
    }
    return args;
}
/** The reference under which an image is public: its repository with its first fixed tag. */
function publicReference(name, manifest) {
    const spec = manifest.images.find(image => image.name === name);
    if (spec === undefined)
        throw new Error(`Internal error: the manifest has no image ${name}`);
    const tag = spec.tags.find(each => !(0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .hasPlaceholder */ .Kc)(each)) ?? 'latest';
    return `${spec.repository}:${tag}`;
}


/***/ }),

/***/ 1858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H9: () => (/* binding */ ignorePaths),
/* harmony export */   n0: () => (/* binding */ folderPaths),
/* harmony export */   sb: () => (/* binding */ readDockerfiles)
/* harmony export */ });
/* harmony import */ var _context_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8696);

/** Reads the Dockerfiles and ignore files of images with one git call. */
async function readDockerfiles(source, specs, memory) {
    const paths = specs.flatMap(spec => [spec.dockerfile, ...ignorePaths(spec), ...folderPaths(spec)]);
    const texts = await source.texts(new Set(paths));
    const first = (candidates) => {
        const path = candidates.find(candidate => texts.has(candidate));
        return path === undefined ? undefined : { path, file: memory.ignore(texts.get(path) ?? '') };
    };
    return {
        parsed: path => {
            const text = texts.get(path);
            return text === undefined ? undefined : memory.dockerfile(text);
        },
        ignore: spec => first(ignorePaths(spec)),
        folderIgnore: folder => first([(0,_context_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(folder, '.dockerignore')])
    };
}
/** Docker's rule: `<Dockerfile>.dockerignore` beside the Dockerfile replaces the one at the root of the context. */
function ignorePaths(spec) {
    return [`${spec.dockerfile}.dockerignore`, (0,_context_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(spec.context, '.dockerignore')];
}
/** The ignore files of the named contexts of an image. */
function folderPaths(spec) {
    return Object.values(spec.contexts).flatMap(context => context.kind === 'path' ? [(0,_context_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(context.path, '.dockerignore')] : []);
}


/***/ }),

/***/ 17:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c1: () => (/* binding */ circumstancesOf),
  Vc: () => (/* binding */ inputsOf),
  gK: () => (/* binding */ isUnmatched),
  eo: () => (/* binding */ testInputs)
});

// EXTERNAL MODULE: ./build/context/inputs.js + 3 modules
var inputs = __webpack_require__(3250);
// EXTERNAL MODULE: ./build/context/paths.js
var context_paths = __webpack_require__(8696);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/dockerfile/resolve.js + 4 modules
var resolve = __webpack_require__(3480);
// EXTERNAL MODULE: ./build/freshness/lock.js
var freshness_lock = __webpack_require__(7813);
// EXTERNAL MODULE: ./build/load/arguments.js
var load_arguments = __webpack_require__(1773);
// EXTERNAL MODULE: ./build/context/ignore-match.js
var ignore_match = __webpack_require__(2252);
// EXTERNAL MODULE: ./build/context/ignore.js
var ignore = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
;// CONCATENATED MODULE: ./build/load/extra-inputs.js




/** The files that `inputs:` names, in path order; a glob that matches nothing is a warning. */
function extraInputs(spec, recipe) {
    const files = new Map();
    const diagnostics = [];
    for (const glob of spec.inputs) {
        // The grammar of ignore files: `**`, and a folder means everything below it.
        const matcher = (0,ignore_match/* ignoreMatcher */.N)((0,ignore/* parsePatterns */.Z)([glob]).patterns);
        const found = recipe.tree.under(literalFolder(glob)).filter(path => (0,ignore_match/* ignored */.P)(matcher, path).ignored);
        for (const path of found) {
            const entry = recipe.tree.get(path);
            if (entry !== undefined)
                files.set(path, { path, contextPath: path, ...entry });
        }
        if (found.length === 0) {
            const message = `\`inputs:\` of ${spec.name} names ${JSON.stringify(glob)}, which matches no tracked file`;
            const remedy = 'correct the glob, or remove it';
            diagnostics.push((0,diagnostic/* warningAt */.MK)('C003', { file: recipe.manifest.path }, message, remedy));
        }
    }
    return { files: [...files.values()].sort((a, b) => (0,code_unit/* byCodeUnit */.X)(a.path, b.path)), diagnostics };
}
/** The folder that every match of a glob is in: the part before the first special character. */
function literalFolder(glob) {
    const special = glob.search(/[*?[\\]/);
    const literal = special === -1 ? glob : glob.slice(0, special);
    return literal.slice(0, Math.max(0, literal.lastIndexOf('/')));
}

// EXTERNAL MODULE: ./build/dockerfile/parse.js + 1 modules
var parse = __webpack_require__(5740);
// EXTERNAL MODULE: ./build/manifest/reference.js
var manifest_reference = __webpack_require__(1193);
;// CONCATENATED MODULE: ./build/load/locked-config.js



/**
 * What an external base hands on, as the lock has it: all its variables and its ONBUILD triggers, so that what these copy
 * counts as an input. Undefined when the lock has no entry, or a trigger that cannot be read: nothing is known then.
 */
function lockedConfig(lock, contextName, platform) {
    const reference = (0,manifest_reference/* normaliseReference */.Ox)(contextName);
    const base = reference === undefined ? undefined : (0,freshness_lock/* lockedBase */.mT)(lock, reference, platform);
    if (base === undefined)
        return undefined;
    const onbuild = base.onbuild.map(triggerOf);
    if (onbuild.includes(undefined))
        return undefined;
    return {
        env: Object.fromEntries(base.env.map(variable)),
        complete: true,
        onbuild: onbuild.filter(trigger => trigger !== undefined)
    };
}
/** The trigger that a text of an image's configuration is: what stood behind ONBUILD when that image was built. */
function triggerOf(text) {
    const { instructions, problems } = (0,parse/* parseDockerfile */.A)(`FROM scratch\nONBUILD ${text}`);
    const [, onbuild] = instructions;
    return instructions.length === 2 && problems.length === 0 ? onbuild?.trigger : undefined;
}
function variable(text) {
    const equals = text.indexOf('=');
    return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

;// CONCATENATED MODULE: ./build/load/external-input.js


/** An external base as a build takes it; `before` is what an earlier instruction made of it. */
function externalOf(taken, target, before, lock) {
    const { reference, contextName, use, wanted, line } = taken;
    const several = before !== undefined && (before.whole === true || before.platform !== wanted);
    const whole = several || use === 'syntax' || taken.onBuilder === true;
    const platform = whole ? target : wanted;
    // A platform manifest where the index is needed would be an image of the wrong platform; it then counts by its name.
    const isFit = !whole || (0,freshness_lock/* lockedBase */.mT)(lock, reference, platform)?.index === true;
    const from = use === 'from' ? { line, triggers: knownTriggers(lock, taken, target) } : undefined;
    const begins = before?.from ?? from;
    return {
        reference,
        contextName,
        platform,
        whole,
        lock: isFit ? (0,freshness_lock/* lockEntry */.KF)(lock, reference, platform) : null,
        frontend: use === 'syntax' && before?.frontend !== false,
        ...(begins === undefined ? {} : { from: begins })
    };
}
/** The triggers that {@link lockedConfig} hands on for this base; none when the lock does not hold it for the target. */
function knownTriggers(lock, { reference, contextName }, target) {
    const triggers = (0,freshness_lock/* lockedBase */.mT)(lock, reference, target)?.onbuild ?? [];
    return triggers.length > 0 && lockedConfig(lock, contextName, target) === undefined ? [] : triggers;
}

// EXTERNAL MODULE: ./build/manifest/names.js
var names = __webpack_require__(7176);
;// CONCATENATED MODULE: ./build/load/misspelt.js



/**
 * Tells of an external base that reads like a stage or an image of the manifest (G007): near the name of a stage, the bare
 * name of an image, below the registry of the manifest. Nothing of what the lock holds or a digest pins: that is there.
 */
function misspelt(spec, taken, { manifest, lock }) {
    const parsed = (0,manifest_reference/* parseReference */.F2)(taken.reference);
    const isKnown = Object.hasOwn(lock.bases, taken.reference);
    if (parsed === undefined || parsed.digest !== undefined || isKnown || taken.use === 'syntax')
        return [];
    const found = nearStage(taken) ??
        bareName(spec, taken.written, parsed, manifest) ??
        belowRegistry(spec, taken, parsed, manifest);
    const place = { file: spec.dockerfile, line: taken.line, column: taken.column };
    return found === undefined ? [] : [(0,diagnostic/* warningAt */.MK)('G007', place, found.message, found.remedy)];
}
function nearStage({ written, reference, nearStage: stage }) {
    if (stage === undefined)
        return undefined;
    return {
        message: `no stage before this one is named ${written}, so it is taken as the image ${reference}`,
        remedy: `did you mean the stage ${stage}? Write ${written}:latest if the image is meant`
    };
}
const OFFICIAL = 'library/';
/**
 * `FROM base` means Docker Hub. An image named after the one of Docker Hub that it begins with (`python`) says nothing
 * about other tags of that one.
 */
function bareName(spec, written, { domain, path, tag = 'latest' }, manifest) {
    if (domain !== 'docker.io' || !path.startsWith(OFFICIAL) || written.includes('/'))
        return undefined;
    const name = path.slice(OFFICIAL.length);
    const image = manifest.images.find(each => each.name === name);
    if (image === undefined || image.dockerfile === spec.dockerfile)
        return undefined;
    if (tag !== 'latest' && !image.tags.includes(tag))
        return undefined;
    return {
        message: `${written} is docker.io/${path}:${tag} of Docker Hub, not the image ${name} of the manifest`,
        remedy: `write ${image.repository} with one of its tags (${fixedTags(image.tags)}), ` +
            `or docker.io/${path} if that of Docker Hub is meant`
    };
}
/** Tags that a Dockerfile can name, for a sentence: one with a placeholder names a commit or day that is not known here. */
function fixedTags(tags) {
    const fixed = tags.filter(tag => !tag.includes('{'));
    return fixed.length === 0 ? 'none that stays' : fixed.join(', ');
}
/** Deeper paths, and Docker Hub itself as the registry, hold images of others: there only a near name is told. */
function belowRegistry(spec, { written }, parsed, manifest) {
    const { registry, images } = manifest;
    const repository = (0,manifest_reference/* repositoryMeant */.q4)(parsed);
    if (!repository.startsWith(`${registry}/`))
        return undefined;
    const rest = repository.slice(registry.length + 1);
    const meant = images.length > names/* MOST_GUESSED_FROM */._R ? undefined : nearestImage(rest, spec, manifest);
    if (meant === undefined && (rest.includes('/') || registry === 'docker.io/library'))
        return undefined;
    return {
        message: `${written} is below the registry ${registry} of the manifest, and ` +
            'no image of the manifest is published there: it is taken as an external base',
        remedy: meant === undefined
            ? 'correct the name, or add the image to the manifest; ' +
                'for an image that another repository publishes run `base-images lock --refresh`'
            : `did you mean ${meant.repository}, the image ${meant.name}?`
    };
}
/** By its name, or by the rest of its repository below the registry; no image is meant by itself. */
function nearestImage(rest, spec, { registry, images }) {
    const byName = new Map();
    for (const image of images) {
        if (image.name === spec.name)
            continue;
        byName.set(image.name, image);
        if (image.repository.startsWith(`${registry}/`))
            byName.set(image.repository.slice(registry.length + 1), image);
    }
    return byName.get((0,names/* nearest */.pA)(rest, byName.keys()) ?? '');
}

;// CONCATENATED MODULE: ./build/load/taken-images.js




/** Sorts image references into parents and external bases. */
function takenImages(spec, platform, recipe, references) {
    const { owner } = recipe;
    const parents = new Map();
    const externals = new Map();
    const diagnostics = [];
    for (const each of references) {
        const { reference, contextName, line, column, ...use } = each;
        const place = { file: spec.dockerfile, line, column };
        const given = spec.contexts[contextName];
        const own = given?.kind === 'image' ? { kind: 'image', name: given.image } : owner(reference);
        const wanted = use.platform ?? platform;
        if (own.kind === 'image') {
            const before = parents.get(contextName);
            if (before !== undefined && before.platform !== wanted)
                diagnostics.push(twoPlatforms(use.written, before, wanted, place));
            parents.set(contextName, { contextName, image: own.name, platform: wanted });
            const parent = recipe.manifest.images.find(image => image.name === own.name);
            if (parent !== undefined)
                diagnostics.push(...parentDiagnostics(spec, parent, wanted, place));
        }
        else if (own.kind === 'unpublished') {
            diagnostics.push(unpublished(use.written, own.repository, recipe.manifest, place));
        }
        else {
            const taken = { reference, contextName, wanted, line, ...use };
            externals.set(contextName, externalOf(taken, platform, externals.get(contextName), recipe.lock));
            diagnostics.push(...misspelt(spec, each, recipe));
        }
    }
    diagnostics.push(...declaredParents(spec, [...parents.values()]));
    return {
        parents: [...parents.values()].sort((a, b) => (0,code_unit/* byCodeUnit */.X)(a.contextName, b.contextName)),
        externals: [...externals.values()].sort((a, b) => (0,code_unit/* byCodeUnit */.X)(a.reference, b.reference)),
        diagnostics
    };
}
function parentDiagnostics(spec, parent, platform, place) {
    const { name, platforms, deprecated } = parent;
    if (!platforms.includes(platform)) {
        const message = `parent ${name} is not built for ${platform}, only for ${platforms.join(', ')}`;
        const remedy = `add ${platform} to \`platforms:\` of ${name}, or take it from this image`;
        return [(0,diagnostic/* errorAt */.Os)('G004', place, message, remedy)];
    }
    // What is on its way out itself need not be moved any more.
    if (deprecated === undefined || spec.deprecated !== undefined)
        return [];
    const message = `${spec.name} is built on ${name}, which is deprecated: ${deprecated}`;
    return [(0,diagnostic/* warningAt */.MK)('G006', place, message, `move ${spec.name} to another image, or deprecate it as well`)];
}
/** A build gets one manifest for a name, so one of the stages would silently stand on the platform of the other. */
function twoPlatforms(written, before, platform, place) {
    const message = `${written} is taken for ${before.platform} and for ${platform}, and a name can be one of them only`;
    const remedy = `give one of the two a name of its own, as in \`contexts: { other: { image: ${before.image} } }\`, ` +
        'and write that name in the Dockerfile';
    return (0,diagnostic/* errorAt */.Os)('G005', place, message, remedy);
}
function unpublished(written, repository, manifest, place) {
    const tags = manifest.images.filter(image => image.repository === repository).flatMap(image => image.tags);
    return (0,diagnostic/* errorAt */.Os)('G002', place, `${written} is an own repository with a tag that no image publishes; published are ${fixedTags(tags)}`, 'use one of the published tags, or pin the image by digest if an older build is meant');
}
function declaredParents(spec, found) {
    if (spec.parents === undefined)
        return [];
    const real = [...new Set(found.map(parent => parent.image))].sort(code_unit/* byCodeUnit */.X);
    const declared = [...spec.parents].sort(code_unit/* byCodeUnit */.X);
    if (real.join() === declared.join())
        return [];
    const message = `${spec.name} declares the parents ${list(declared)}, but its Dockerfile takes ${list(real)}`;
    return [
        (0,diagnostic/* errorAt */.Os)('G003', { file: spec.dockerfile }, message, 'change `parents:` or the Dockerfile, or leave `parents:` out')
    ];
}
function list(names) {
    return names.length === 0 ? 'none' : names.join(', ');
}

;// CONCATENATED MODULE: ./build/load/inputs.js









/** Works out everything that can change an image on a platform; `configOf` is what a parent hands on. */
function inputsOf(spec, platform, recipe, configOf) {
    const parsed = recipe.dockerfiles.parsed(spec.dockerfile) ?? EMPTY;
    const build = (0,resolve/* resolveBuild */.h)(parsed, circumstancesOf(spec, platform, recipe, configOf));
    const taken = takenImages(spec, platform, recipe, build.references);
    const files = filesOf(spec, recipe, build);
    const extra = extraInputs(spec, recipe);
    const inputs = {
        platform,
        instructions: build.canonical,
        args: build.args,
        files: files.files,
        folders: files.folders,
        extra: extra.files,
        parents: taken.parents,
        externals: taken.externals,
        labels: labelsOf(spec, build),
        epoch: (0,freshness_lock/* epochOf */.Fz)(recipe.lock, spec.name),
        unfollowed: [
            ...build.problems.map(problem => ({ file: spec.dockerfile, ...problem })),
            ...files.unfollowed
        ]
    };
    const errors = build.errors.map(error => (0,diagnostic/* errorAt */.Os)(error.code, { file: spec.dockerfile, line: error.line }, error.message, error.remedy));
    const warnings = inputs.unfollowed.map(each => (0,diagnostic/* warningAt */.MK)('D005', { file: each.file, line: each.line }, `${spec.name}: ${each.message}`, each.remedy));
    return {
        inputs,
        config: build.config,
        diagnostics: [...errors, ...taken.diagnostics, ...extra.diagnostics, ...warnings]
    };
}
const EMPTY = { directives: { escape: '\\' }, instructions: [], problems: [] };
/** The circumstances of a build for the Dockerfile reader. */
function circumstancesOf(spec, platform, recipe, configOf) {
    const { owner } = recipe;
    return {
        ...(spec.target === undefined ? {} : { target: spec.target }),
        args: (0,load_arguments/* argumentsOf */.aX)(spec, recipe.manifest, recipe.lock),
        platform,
        contexts: Object.fromEntries(Object.entries(spec.contexts).map(([name, context]) => [name, context.kind])),
        inherited: contextName => {
            const given = spec.contexts[contextName];
            if (given?.kind === 'image')
                return configOf(given.image);
            const own = owner(contextName);
            if (own.kind === 'image')
                return configOf(own.name);
            return own.kind === 'external' ? lockedConfig(recipe.lock, contextName, platform) : undefined;
        }
    };
}
/** The files of every build context that the build can read. */
function filesOf(spec, recipe, build) {
    const files = new Map();
    const folders = new Map();
    const unfollowed = [];
    const contexts = new Map([['', []]]);
    for (const source of build.sources) {
        const context = contexts.get(source.context ?? '');
        if (context === undefined)
            contexts.set(source.context ?? '', [source]);
        else
            context.push(source);
    }
    for (const name of build.contexts)
        if (!contexts.has(name))
            contexts.set(name, []);
    for (const [name, sources] of contexts) {
        const given = spec.contexts[name];
        if (name !== '' && given?.kind !== 'path')
            continue;
        const root = name === '' ? spec.context : given?.kind === 'path' ? given.path : '';
        const ignore = name === '' ? recipe.dockerfiles.ignore(spec) : recipe.dockerfiles.folderIgnore(root);
        // `FROM folder` takes all of a named context.
        const wanted = sources.length === 0 && name !== '' ? [wholeContext(name)] : sources;
        const read = (0,inputs/* contextInputs */.D)(recipe.tree, {
            root,
            ignore: ignore?.file,
            sources: wanted
        });
        // Nothing hides a file of a named context, which has no ignore file of the builder's.
        files.set(name, name === '' ? read.files : read.files.filter(file => file.hidden !== true));
        folders.set(name, read.folders.map(folder => insideContext(folder, root)).filter(folder => folder !== ''));
        // A wildcard that matches nothing copies nothing; a plain path stops the build.
        const lost = read.unmatched.filter(source => !source.optional);
        unfollowed.push(...lost.map(source => unmatched(spec, source, recipe)));
        for (const problem of read.problems)
            unfollowed.push({ file: spec.dockerfile, ...problem });
    }
    return { files, folders, unfollowed };
}
function wholeContext(context) {
    return { kind: 'copy', pattern: '.', context, exclude: [], parents: false, line: 1 };
}
function insideContext(folder, root) {
    return root === '' ? folder : folder.slice(root.length + 1);
}
function unmatched(spec, source, { manifest, tree }) {
    const given = source.context === undefined ? undefined : spec.contexts[source.context];
    const root = given?.kind === 'path' ? given.path : spec.context;
    const context = given === undefined ? 'build context' : `named context ${source.context ?? ''},`;
    const what = `${JSON.stringify(source.pattern)} in the ${context} ${root || '.'}`;
    const place = { file: spec.dockerfile, line: source.line };
    if (source.ignoredBy !== undefined) {
        const { pattern, line } = source.ignoredBy;
        const message = `${what} is left out by the ignore file (line ${line}: ${pattern})`;
        return { ...place, message, remedy: 'take it out of the ignore file, or do not copy it' };
    }
    const outside = source.context === undefined ? outsideOf(spec.context, source.pattern, tree) : undefined;
    const isEmpty = root !== '' && tree.under(root).length === 0;
    const key = given === undefined ? 'context:' : `contexts:`;
    const otherwise = isEmpty
        ? `${root} has no tracked file: correct \`${key}\` of ${spec.name} in ${manifest.path}, or commit the files`
        : 'commit the file, or correct the path';
    const remedy = outside === undefined
        ? otherwise
        : `${outside} is tracked, and outside of the build context: write \`context: .\` for ${spec.name} in ` +
            `${manifest.path}, and all sources of the Dockerfile from the root of the repository`;
    return { ...place, message: `${UNMATCHED} ${what}`, remedy };
}
const UNMATCHED = 'no tracked file matches';
/** Whether a finding is about a source that nothing matches: what to do about it depends on the whole tree. */
function isUnmatched({ code, message }) {
    return code === 'D005' && message.includes(UNMATCHED);
}
/** What a source means when it is read from the root of the repository, or from the folder of the context upwards. */
function outsideOf(context, pattern, tree) {
    if (context === '')
        return undefined;
    const paths = [
        (0,context_paths/* insideRoot */.p0)(pattern),
        ...(pattern.startsWith('../') ? [(0,context_paths/* insideRoot */.p0)(`${context}/${pattern}`)] : [])
    ];
    return paths.find(path => path !== '' && (tree.get(path) !== undefined || tree.under(path).length > 0));
}
/** Labels that follow from the inputs; the digest of the base joins them when it is known. */
function labelsOf(spec, build) {
    const labels = {};
    if (spec.source !== undefined)
        labels['org.opencontainers.image.source'] = spec.source;
    const base = build.references.filter(reference => reference.use === 'from').at(-1);
    if (base !== undefined)
        labels['org.opencontainers.image.base.name'] = base.reference;
    return labels;
}
/** What decides about the smoke test beside the digest: the script's content, or the command. */
function testInputs(spec, tree) {
    if (spec.test === undefined)
        return null;
    if (spec.test.kind === 'exec')
        return { exec: spec.test.command };
    const entry = tree.get(spec.test.path);
    return { script: spec.test.path, mode: entry?.mode ?? null, blob: entry?.blob ?? null };
}


/***/ }),

/***/ 8240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ openLook),
  d: () => (/* binding */ viewOf)
});

// EXTERNAL MODULE: ./build/dockerfile/reach.js + 1 modules
var reach = __webpack_require__(6212);
// EXTERNAL MODULE: ./build/dockerfile/stages.js
var dockerfile_stages = __webpack_require__(5080);
;// CONCATENATED MODULE: ./build/dockerfile/listing.js


/** Lists the instructions of one build of a Dockerfile, with ONBUILD triggers that parents bring along left out. */
function listInstructions(parsed, circumstances) {
    const table = (0,dockerfile_stages/* stagesOf */.Z)(parsed, circumstances);
    const plain = (0,reach/* reachPlainly */.Tw)(table);
    const triggered = plain.stages.some(({ stage }) => stage.origin.kind === 'image');
    const { stages } = triggered
        ? (0,reach/* reach */.gl)(table, ({ origin }) => origin.kind === 'image' ? (circumstances.inherited(origin.contextName)?.onbuild ?? []) : [])
        : plain;
    const run = new Set(stages.flatMap(({ stage }) => [stage.head, ...(stage.replaced ? [] : stage.commands)]));
    const first = parsed.instructions.findIndex(({ keyword }) => keyword === 'FROM');
    const reached = [];
    const others = [];
    parsed.instructions.forEach((instruction, number) => {
        const into = number < first || run.has(instruction) ? reached : others;
        into.push({ line: instruction.line, text: writtenOut(instruction) });
    });
    return { stages: stages.map(({ stage }) => stage), reached, others };
}
/** An instruction on one line: keyword, flags, words, and its here-documents in short. */
function writtenOut({ keyword, flags, rest, heredocs }) {
    const words = flags.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name}=${value}`));
    const documents = heredocs.map(({ name, body }) => `${body}${name}`);
    return [keyword, ...words, rest, ...documents].filter(word => word !== '').join(' ');
}

// EXTERNAL MODULE: ./build/dockerfile/resolve.js + 4 modules
var resolve = __webpack_require__(3480);
// EXTERNAL MODULE: ./build/manifest/owners.js
var owners = __webpack_require__(6818);
// EXTERNAL MODULE: ./build/plan/requirement-files.js + 1 modules
var requirement_files = __webpack_require__(2705);
// EXTERNAL MODULE: ./build/load/dockerfiles.js
var load_dockerfiles = __webpack_require__(1858);
// EXTERNAL MODULE: ./build/load/inputs.js + 5 modules
var inputs = __webpack_require__(17);
// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/load/source.js
var load_source = __webpack_require__(8236);
;// CONCATENATED MODULE: ./build/load/look.js








/** Opens a tree for a closer look at a few of its images; `configs` is what they hand on to children. */
async function openLook(git, tree, manifestPath, memory, configs) {
    const source = (0,load_source/* openSource */.o)(git, tree, memory.texts);
    const { manifest, lock } = await (0,read_manifest/* readManifestAndLock */.cE)(source, manifestPath, memory);
    if (manifest === undefined)
        return () => Promise.resolve(undefined);
    const dockerfiles = await (0,load_dockerfiles/* readDockerfiles */.sb)(source, manifest.images, memory);
    const recipe = { manifest, lock, tree, dockerfiles, owner: (0,owners/* ownerLookup */.q)(manifest) };
    const specs = new Map(manifest.images.map(spec => [spec.name, spec]));
    return async (name, platform) => {
        const spec = specs.get(name);
        if (spec === undefined)
            return undefined;
        const view = viewOf(spec, platform, recipe, parent => configs.get(`${parent} ${platform}`));
        if (view === undefined)
            return undefined;
        const pinned = spec.installed === undefined ? [] : (0,requirement_files/* requirementFiles */.V)(view).keys();
        const texts = await source.texts(new Set([spec.dockerfile, ...pinned]));
        return { ...view, text: path => texts.get(path) };
    };
}
/** One image as a recipe has it; undefined without a Dockerfile. */
function viewOf(spec, platform, recipe, configOf) {
    const parsed = recipe.dockerfiles.parsed(spec.dockerfile);
    if (parsed === undefined)
        return undefined;
    const circumstances = (0,inputs/* circumstancesOf */.c1)(spec, platform, recipe, configOf);
    const build = (0,resolve/* resolveBuild */.h)(parsed, circumstances);
    const contexts = new Map();
    const add = (name, root, ignore) => {
        const sources = build.sources.filter(source => (source.context ?? '') === name);
        contexts.set(name, { root, ...(ignore === undefined ? {} : { ignore }), sources });
    };
    add('', spec.context, recipe.dockerfiles.ignore(spec));
    for (const [name, given] of Object.entries(spec.contexts)) {
        if (given.kind === 'path')
            add(name, given.path, recipe.dockerfiles.folderIgnore(given.path));
    }
    const listing = listInstructions(parsed, circumstances);
    return { spec, tree: recipe.tree, parsed, build, listing, contexts };
}


/***/ }),

/***/ 8598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ openMemory)
/* harmony export */ });
/* harmony import */ var _context_ignore_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5740);


/** A memory for one run. */
function openMemory() {
    const manifests = remember((text) => remember(async (path) => {
        // Loaded only here: the reader of YAML is the largest part of all, and a plan may do without.
        const { readManifest } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(936)]).then(__webpack_require__.bind(__webpack_require__, 936));
        return readManifest(text, path);
    }));
    return {
        manifest: (text, path) => manifests(text)(path),
        dockerfile: remember(_dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDockerfile */ .A),
        ignore: remember(_context_ignore_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIgnore */ .w),
        texts: new Map()
    };
}
function remember(make) {
    const made = new Map();
    return text => {
        const known = made.get(text);
        if (known !== undefined)
            return known;
        const value = make(text);
        made.set(text, value);
        return value;
    };
}


/***/ }),

/***/ 5019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KK: () => (/* binding */ lockBeside),
/* harmony export */   cE: () => (/* binding */ readManifestAndLock),
/* harmony export */   mj: () => (/* binding */ DEFAULT_MANIFEST)
/* harmony export */ });
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);
/* harmony import */ var _freshness_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7813);


/** Where the manifest is when nobody says otherwise. */
const DEFAULT_MANIFEST = 'images/manifest.yaml';
/** Reads the manifest at a path from the repository root, and `lock.yaml` in the same folder. */
async function readManifestAndLock(source, path, memory) {
    const lockPath = lockBeside(path);
    const texts = await source.texts([path, lockPath]);
    const text = texts.get(path);
    if (text === undefined) {
        const remedy = `create ${path}, or name the manifest with --manifest; docs/manifest.md shows one`;
        const found = source.tree.get(path) === undefined ? 'no such file is tracked' : 'it is no regular file';
        const diagnostic = (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('M001', { file: path }, `expected a manifest here: ${found}`, remedy);
        return { manifest: undefined, lock: _freshness_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY_LOCK */ .U5, diagnostics: [diagnostic] };
    }
    const { manifest, diagnostics } = await memory.manifest(text, path);
    const lockText = texts.get(lockPath);
    if (lockText === undefined)
        return { manifest, lock: _freshness_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY_LOCK */ .U5, diagnostics };
    const { readLock } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(372)]).then(__webpack_require__.bind(__webpack_require__, 7372));
    const read = readLock(lockText, lockPath);
    return { manifest, lock: read.lock, diagnostics: [...diagnostics, ...read.diagnostics] };
}
/** Path of the lock that belongs to a manifest. */
function lockBeside(manifest) {
    return `${manifest.slice(0, manifest.lastIndexOf('/') + 1)}lock.yaml`;
}


/***/ }),

/***/ 369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GN: () => (/* binding */ NOTHING_KNOWN),
  RA: () => (/* binding */ readSnapshot),
  Zc: () => (/* binding */ readTree),
  eY: () => (/* binding */ snapshotOf)
});

// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/graph/graph.js
var graph_graph = __webpack_require__(4979);
// EXTERNAL MODULE: ./build/graph/order.js
var graph_order = __webpack_require__(4495);
// EXTERNAL MODULE: ./build/manifest/owners.js
var owners = __webpack_require__(6818);
// EXTERNAL MODULE: ./build/load/arguments.js
var load_arguments = __webpack_require__(1773);
// EXTERNAL MODULE: ./build/dockerfile/references.js
var references = __webpack_require__(6417);
// EXTERNAL MODULE: ./build/load/inputs.js + 5 modules
var load_inputs = __webpack_require__(17);
;// CONCATENATED MODULE: ./build/load/edges.js



/**
 * Finds the parents of images on all their platforms: FROM, COPY --from, mounts and named contexts. `known` has those
 * of images whose Dockerfile was looked at before.
 */
function edgesOf(recipe, specs, known) {
    const parents = new Map();
    const unreadable = new Map();
    const diagnostics = [];
    const { owner } = recipe;
    for (const spec of specs) {
        const before = known(spec.name);
        if (before !== undefined) {
            parents.set(spec.name, before);
            continue;
        }
        const parsed = recipe.dockerfiles.parsed(spec.dockerfile);
        if (parsed === undefined) {
            const diagnostic = missingDockerfile(spec);
            diagnostics.push(diagnostic);
            unreadable.set(spec.name, diagnostic.message);
            parents.set(spec.name, []);
            continue;
        }
        const found = new Set();
        for (const platform of spec.platforms) {
            const circumstances = (0,load_inputs/* circumstancesOf */.c1)(spec, platform, recipe, () => undefined);
            for (const reference of (0,references/* findReferences */.y)(parsed, circumstances)) {
                const given = spec.contexts[reference.contextName];
                const own = owner(reference.reference);
                if (given?.kind === 'image')
                    found.add(given.image);
                else if (own.kind === 'image')
                    found.add(own.name);
            }
        }
        parents.set(spec.name, [...found]);
    }
    return { parents, unreadable, diagnostics };
}
function missingDockerfile(spec) {
    return (0,diagnostic/* errorAt */.Os)('D001', { file: spec.dockerfile }, `image ${spec.name} has no Dockerfile: no regular file is tracked here`, `add the file to git, or name it with \`dockerfile:\` of ${spec.name}`);
}

// EXTERNAL MODULE: ./build/load/dockerfiles.js
var load_dockerfiles = __webpack_require__(1858);
// EXTERNAL MODULE: ./build/load/memory.js
var load_memory = __webpack_require__(8598);
// EXTERNAL MODULE: ./build/keys/requirements.js
var requirements = __webpack_require__(7513);
// EXTERNAL MODULE: ./build/plan/requirement-files.js + 1 modules
var requirement_files = __webpack_require__(2705);
// EXTERNAL MODULE: ./build/plan/simulate.js
var simulate = __webpack_require__(9510);
// EXTERNAL MODULE: ./build/load/look.js + 1 modules
var look = __webpack_require__(8240);
;// CONCATENATED MODULE: ./build/load/pins.js





/**
 * Weighs the pins of all images whose manifest entry names the packages that are installed in them: requirements and
 * constraints files that are only mounted count by the pins of these packages alone. Images that were kept from
 * another commit were weighed there. Without a list that can be understood every line counts, with a warning.
 */
async function weighAllPins(read, kept, recipe, source) {
    const listed = recipe.manifest.images.filter(spec => spec.installed !== undefined);
    if (listed.length === 0)
        return { images: read.images, diagnostics: [] };
    const images = new Map(read.images);
    const diagnostics = [];
    for (const { name, installed: path = '' } of listed) {
        const image = images.get(name);
        if (image === undefined || kept.has(name))
            continue;
        const list = (await source.texts([path])).get(path);
        const installed = list === undefined ? undefined : (0,requirements/* readInstalled */.jx)(list);
        if (installed === undefined)
            diagnostics.push(unusable(name, path, list, recipe.manifest.path));
        else
            images.set(name, await weighPins(image, installed, recipe, source, read.configs));
    }
    return { images, diagnostics };
}
function unusable(name, path, list, manifest) {
    const fault = list === undefined ? 'which is no tracked file' : 'which is no list of packages as `pip freeze` prints it';
    return (0,diagnostic/* warningAt */.MK)('C003', { file: manifest }, `\`installed:\` of ${name} names ${JSON.stringify(path)}, ${fault}; every line of its requirements counts`, 'commit the output of `pip freeze` in the image there, or remove the key');
}
async function weighPins(image, installed, recipe, source, configs) {
    const { spec } = image;
    const platforms = new Map();
    for (const [platform, inputs] of image.platforms) {
        const view = (0,look/* viewOf */.d)(spec, platform, recipe, parent => configs.get(`${parent} ${platform}`));
        const uses = view === undefined ? undefined : (0,requirement_files/* requirementFiles */.V)(view);
        const texts = await source.texts(uses?.keys() ?? []);
        const files = [...inputs.files].map(([context, list]) => {
            const weighed = list.map(file => {
                const [use, text] = [uses?.get(file.path), texts.get(file.path)];
                if (use === undefined || text === undefined || (0,simulate/* supposition */.IZ)(file.blob) !== undefined)
                    return file;
                return { ...file, pins: (0,requirements/* countingLines */.HQ)(text, use, installed) };
            });
            return [context, weighed];
        });
        platforms.set(platform, { ...inputs, files: new Map(files) });
    }
    return { ...image, platforms };
}

// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/context/tree.js
var tree = __webpack_require__(7522);
;// CONCATENATED MODULE: ./build/load/smoke-scripts.js


/**
 * Smoke tests whose script is no regular file of the tree (C005), with the line of the manifest that names it. No build of
 * such an image can pass. Said of a whole tree, so that an image at the base of a comparison stays readable.
 */
async function missingScripts(manifest, specs, source) {
    const missing = specs.flatMap(({ name, test }) => test?.kind !== 'script' || (0,tree/* isRegularFile */.Ze)(source.tree.get(test.path)) ? [] : [{ name, path: test.path }]);
    if (missing.length === 0)
        return [];
    const text = (await source.texts([manifest])).get(manifest) ?? '';
    // Loaded only here, as the reader of manifests is.
    const { placeOfKey } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(754)]).then(__webpack_require__.bind(__webpack_require__, 7754));
    const told = new Set();
    return missing.flatMap(({ name, path }) => {
        const message = `the smoke test ${path} of ${name} is not tracked as a regular file`;
        const place = { file: manifest, ...placeOfKey(text, name, 'test') };
        // Variants inherit the line of their image.
        const id = JSON.stringify(place);
        if (told.has(id))
            return [];
        told.add(id);
        const words = path.split(' ');
        const command = words.length > 1 ? `; a command is a list: [${words.join(', ')}]` : '';
        return [(0,diagnostic/* errorAt */.Os)('C005', place, message, `add the script to git, or correct \`test:\`${command}`)];
    });
}

// EXTERNAL MODULE: ./build/load/source.js
var load_source = __webpack_require__(8236);
// EXTERNAL MODULE: ./build/load/standing.js
var load_standing = __webpack_require__(5581);
;// CONCATENATED MODULE: ./build/load/snapshot.js














/** Without another commit. */
const NOTHING_KNOWN = { parents: () => undefined, image: () => undefined };
/** Reads a commit or tree into everything that the planner compares; git only, nothing is checked out. */
async function readSnapshot(git, treeish, manifestPath, memory = (0,load_memory/* openMemory */.u)()) {
    return readTree(git, await git.tree(treeish), manifestPath, memory);
}
/** As {@link readSnapshot}, of a tree that is at hand. */
async function readTree(git, tree, manifestPath, memory, { known = NOTHING_KNOWN, standing = load_standing/* NOTHING_STANDS */.A } = {}) {
    const source = (0,load_source/* openSource */.o)(git, tree, memory.texts);
    const given = standing.given ?? (await (0,read_manifest/* readManifestAndLock */.cE)(source, manifestPath, memory));
    const { manifest, lock, diagnostics } = given;
    if (manifest === undefined)
        return unreadable(tree, given, diagnostics);
    const specs = manifest.images.filter(spec => !standing.images.has(spec.name));
    const dockerfiles = await (0,load_dockerfiles/* readDockerfiles */.sb)(source, specs, memory);
    const owner = (0,owners/* ownerLookup */.q)(manifest);
    const recipe = { manifest, lock, tree: source.tree, dockerfiles, owner };
    const edges = edgesOf(recipe, specs, known.parents);
    const before = (0,graph_graph/* graphOf */.c)(edges.parents);
    const first = (0,graph_order/* orderOf */.m)(withNeeds(specs, before));
    if (first.kind === 'cyclic') {
        const cycle = cycleDiagnostic(manifestPath, first.cycle);
        return unreadable(tree, given, [...diagnostics, ...edges.diagnostics, cycle]);
    }
    const { kept, ...read } = readImages(first.names, recipe, edges, known, standing);
    const found = [...diagnostics, ...edges.diagnostics, ...read.diagnostics];
    const parents = allParents(edges.parents, read.images);
    const graph = parents === edges.parents ? before : (0,graph_graph/* graphOf */.c)(parents);
    const order = graph === before ? first : (0,graph_order/* orderOf */.m)(withNeeds(specs, graph));
    if (order.kind === 'cyclic') {
        return unreadable(tree, given, [...found, cycleDiagnostic(manifestPath, order.cycle)]);
    }
    const weighed = await weighAllPins(read, kept, recipe, source);
    const told = [...found, ...weighed.diagnostics, ...(await missingScripts(manifestPath, specs, source))];
    return {
        ...read,
        images: weighed.images,
        manifest,
        given,
        parents,
        edges: edges.parents,
        graph,
        order,
        diagnostics: told,
        tree
    };
}
/** The inputs of all images, parents first, since children read what parents hand on; `kept` are those that were known. */
function readImages(names, recipe, edges, known, standing) {
    const images = new Map();
    const kept = new Set();
    const diagnostics = [];
    const told = new Set();
    const failed = new Map(edges.unreadable);
    const configs = new Map();
    for (const stands of standing.images.values())
        for (const [id, config] of Object.entries(stands.configs))
            configs.set(id, config);
    const specs = new Map(recipe.manifest.images.map(spec => [spec.name, spec]));
    for (const name of names) {
        const spec = specs.get(name);
        if (spec === undefined || failed.has(name))
            continue;
        const same = known.image(name, configs);
        if (same !== undefined) {
            kept.add(name);
            images.set(name, same.image);
            for (const [id, config] of same.configs)
                configs.set(id, config);
            continue;
        }
        const image = readImage(spec, recipe, configs);
        for (const each of image.diagnostics) {
            // Variants find the same mistake in the Dockerfile they share.
            const id = [each.code, each.file, each.line, each.message].join('\n');
            if (!told.has(id))
                diagnostics.push(each);
            told.add(id);
        }
        const error = (0,diagnostic/* errorsIn */.R4)(image.diagnostics)[0];
        if (error !== undefined)
            failed.set(name, error.message);
        else
            images.set(name, image.inputs);
    }
    return { images, kept, configs, unreadable: failed, diagnostics };
}
/**
 * An ONBUILD trigger of a parent may take one more image: an edge that no Dockerfile of the child shows. The same map when
 * there is none.
 */
function allParents(edges, images) {
    const more = new Map();
    for (const [name, image] of images) {
        const parents = edges.get(name) ?? [];
        const all = new Set(parents);
        for (const inputs of image.platforms.values())
            for (const parent of inputs.parents)
                all.add(parent.image);
        if (all.size > parents.length)
            more.set(name, [...all]);
    }
    return more.size === 0 ? edges : new Map([...edges, ...more]);
}
/** The snapshot of a reading without errors. */
function snapshotOf(reading) {
    const { manifest, images, graph, order, diagnostics } = reading;
    if (manifest === undefined || order === undefined || (0,diagnostic/* hasErrors */.Cs)(diagnostics))
        return undefined;
    return { manifest, images, standing: new Map(), graph, order };
}
function readImage(spec, recipe, configs) {
    const platforms = new Map();
    const diagnostics = [];
    for (const platform of spec.platforms) {
        const read = (0,load_inputs/* inputsOf */.Vc)(spec, platform, recipe, image => configs.get(`${image} ${platform}`));
        platforms.set(platform, read.inputs);
        diagnostics.push(...read.diagnostics.filter(each => !diagnostics.some(old => same(old, each))));
        configs.set(`${spec.name} ${platform}`, read.config);
    }
    const inputs = {
        spec,
        dockerfileBlob: recipe.tree.get(spec.dockerfile)?.blob ?? '',
        args: (0,load_arguments/* argumentsOf */.aX)(spec, recipe.manifest, recipe.lock),
        platforms,
        test: (0,load_inputs/* testInputs */.eo)(spec, recipe.tree),
        publication: {
            repository: spec.repository,
            tags: spec.tags,
            publish: spec.publish,
            description: spec.description ?? null,
            licenses: spec.licenses ?? null,
            deprecated: spec.deprecated ?? null
        }
    };
    return { inputs, diagnostics };
}
/** Several platforms find the same mistake; it is told once. */
function same(a, b) {
    return a.code === b.code && a.file === b.file && a.line === b.line && a.message === b.message;
}
function withNeeds(specs, graph) {
    if (specs.every(spec => spec.needs.length === 0))
        return graph;
    return (0,graph_graph/* graphOf */.c)(new Map(specs.map(({ name, needs }) => [name, [...graph.parents(name), ...needs]])));
}
function cycleDiagnostic(file, cycle) {
    const path = [...cycle, cycle[0]].join(' → ');
    return (0,diagnostic/* errorAt */.Os)('G001', { file }, `images are built on one another in a cycle: ${path}`, 'remove one of these FROM, COPY --from, mount or `needs` edges');
}
function unreadable(tree, given, diagnostics) {
    return {
        manifest: given.manifest,
        given,
        images: new Map(),
        parents: new Map(),
        edges: new Map(),
        graph: (0,graph_graph/* graphOf */.c)(new Map()),
        order: undefined,
        configs: new Map(),
        unreadable: new Map(),
        diagnostics,
        tree
    };
}


/***/ }),

/***/ 8236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ openSource)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _context_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7522);
/* harmony import */ var _io_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3617);



/** Opens the files of a tree; `known` holds texts by object id and is shared by the commits of one run. */
function openSource(git, tree, known) {
    return { tree, texts: paths => readTexts(git, tree, known, paths) };
}
async function readTexts(git, tree, known, paths) {
    const blobOf = new Map();
    for (const path of paths) {
        const entry = tree.get(path);
        if ((0,_context_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .isRegularFile */ .Ze)(entry))
            blobOf.set(path, entry.blob);
    }
    const missing = [...new Set(blobOf.values())].filter(blob => !known.has(blob));
    for (const [blob, bytes] of await git.blobs(missing))
        known.set(blob, textOf(bytes));
    return new Map([...blobOf].map(([path, blob]) => [path, known.get(blob) ?? '']));
}
const decoder = new TextDecoder();
/** A text that is no UTF-8 keeps its bytes as file names do, so that a Dockerfile in Latin-1 finds its files. */
function textOf(bytes) {
    return (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) ? decoder.decode(bytes) : (0,_io_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .decodePath */ .q)(bytes);
}


/***/ }),

/***/ 5581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ NOTHING_STANDS)
/* harmony export */ });
/** Without an earlier plan. */
const NOTHING_STANDS = { given: undefined, images: new Map() };


/***/ }),

/***/ 6818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ ownerLookup)
/* harmony export */ });
/* unused harmony export ownReferences */
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1193);

/**
 * Image of every reference of the manifest: `repository:tag` with unexpanded tags, aliases as `repository:tag` or
 * `repository:*`.
 */
function ownReferences(manifest) {
    const owners = new Map();
    for (const { name, repository, tags, aliases } of manifest.images)
        for (const reference of [...tags.map(tag => `${repository}:${tag}`), ...aliases])
            owners.set(reference, name);
    return owners;
}
/**
 * Makes the function that says whose image a reference is (design §3). The reference is normalised, as
 * `docker.io/library/python:3.11`; with a digest it is external, whoever owns the repository.
 */
function ownerLookup(manifest) {
    const owners = ownReferences(manifest);
    const repositories = new Set(manifest.images.map(image => image.repository));
    return reference => {
        const parsed = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(reference);
        if (parsed === undefined || parsed.digest !== undefined)
            return { kind: 'external' };
        const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryMeant */ .q4)(parsed);
        const name = owners.get(`${repository}:${parsed.tag ?? 'latest'}`) ?? owners.get(`${repository}:*`);
        if (name !== undefined)
            return { kind: 'image', name };
        return repositories.has(repository) ? { kind: 'unpublished', repository } : { kind: 'external' };
    };
}


/***/ }),

/***/ 6122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ filesRead),
/* harmony export */   SO: () => (/* binding */ insideContext),
/* harmony export */   Um: () => (/* binding */ reads),
/* harmony export */   cU: () => (/* binding */ readersOf),
/* harmony export */   sA: () => (/* binding */ instructionAt)
/* harmony export */ });
/* harmony import */ var _context_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3250);

/** The instructions of an image through which a file of the repository is an input of it, in order of lines. */
function readersOf(view, path) {
    const readers = [];
    for (const context of view.contexts.values()) {
        if (insideContext(context, path) === undefined)
            continue;
        for (const source of context.sources) {
            if (!reads(view, context, source, path))
                continue;
            const { line, text } = instructionAt(view, source.line);
            readers.push({ line, text: mountIn(view, source) ?? text, kind: source.kind });
        }
    }
    return readers.sort((a, b) => a.line - b.line);
}
/** Whether an instruction reads a file of a context. */
function reads(view, context, source, path) {
    return filesRead(view, context, source).includes(path);
}
/** The files of a context that an instruction reads, from the repository root. */
function filesRead(view, { root, ignore }, source) {
    const { files } = (0,_context_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .contextInputs */ .D)(view.tree, { root, ignore: ignore?.file, sources: [source] });
    return files.map(({ path }) => path);
}
/** The path of a file inside a context; undefined when it is outside. */
function insideContext({ root }, path) {
    if (root === '')
        return path;
    return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}
/** The instruction that starts at a line; for what an inherited trigger does that is FROM. */
function instructionAt(view, line) {
    const { reached, others } = view.listing;
    return [...reached, ...others].find(each => each.line === line) ?? { line, text: '' };
}
/** Of a RUN only the mount that is meant: the command behind it may be long and says nothing about the file. */
function mountIn(view, { kind, line, pattern }) {
    if (kind !== 'bind')
        return undefined;
    const instruction = view.parsed.instructions.find(each => each.line === line);
    const mount = instruction?.flags.find(({ name, value }) => name === 'mount' && value?.split(',').some(field => field.endsWith(`=${pattern}`)));
    return mount === undefined ? undefined : `RUN --mount=${mount.value ?? ''} …`;
}


/***/ }),

/***/ 2705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ requirementFiles)
});

// EXTERNAL MODULE: ./build/context/paths.js
var paths = __webpack_require__(8696);
// EXTERNAL MODULE: ./build/context/tree.js
var tree = __webpack_require__(7522);
// EXTERNAL MODULE: ./build/dockerfile/mounts.js
var dockerfile_mounts = __webpack_require__(7137);
;// CONCATENATED MODULE: ./build/dockerfile/requirement-use.js

/**
 * How a RUN uses a file that it mounts from the build context by this source: only as constraints of pip or uv, also as
 * requirements, or, undefined, in some way that is not understood.
 */
function requirementUse(run, source) {
    const target = mountedAt(run, source);
    if (target === undefined)
        return undefined;
    const name = target.slice(target.lastIndexOf('/') + 1);
    const text = [(run.json ?? [run.rest]).join(' '), ...run.heredocs.map(({ body }) => body)].join('\n');
    if (!/\b(?:pip[0-9.]*|uv)\b/.test(text))
        return undefined;
    if (namesAround(text, target))
        return undefined;
    const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const option = new RegExp(`(?:^|\\s)(-c|--constraints?|-r|--requirements?)(?:\\s+|=)["']?(?:[^\\s"'=]*/)?${literal}["']?(?=$|[\\s;&|)])`, 'g');
    const uses = [...text.matchAll(option)].map(([, flag = '']) => flag);
    // A mention that is no option of pip may copy the file, print it or run it.
    if (uses.length === 0 || uses.length !== text.split(name).length - 1)
        return undefined;
    return uses.every(flag => /^-?-c/.test(flag)) ? 'constraint' : 'requirement';
}
/** Whether a command names a folder around the file, or a glob that may match it: it may read the file with the others. */
function namesAround(text, target) {
    return text.split(/[\s"'=;&|()<>]+/).some(word => {
        const glob = word.search(/[*?[{$]/);
        if (/^[*?]/.test(word))
            return true;
        if (glob > 0)
            return target.startsWith(word.slice(0, glob));
        return word.startsWith('/') && target.startsWith(`${word.replace(/\/+$/, '')}/`);
    });
}
/** Where a mount of exactly this source puts the file; undefined when that cannot be said. */
function mountedAt(run, source) {
    const mounts = (0,dockerfile_mounts/* mountsOf */.c)(run).filter(mount => mount?.fields.some(([key, value]) => (key === 'source' || key === 'src') && value === source));
    const [mount] = mounts;
    if (mount === undefined || mounts.length !== 1)
        return undefined;
    const type = mount.fields.findLast(([key]) => key === 'type')?.[1] ?? 'bind';
    if (type.toLowerCase() !== 'bind')
        return undefined;
    const target = mount.fields.findLast(([key]) => ['target', 'dst', 'destination'].includes(key))?.[1];
    return target === undefined || target.endsWith('/') || target.includes('$') ? undefined : target;
}

// EXTERNAL MODULE: ./build/plan/readers.js
var readers = __webpack_require__(6122);
;// CONCATENATED MODULE: ./build/plan/requirement-files.js




/**
 * The files that reach an image only by bind mounts, each by itself, for pip to read as requirements or constraints: by
 * path, with how they are used. Any other use of a file, by any instruction, leaves it out.
 */
function requirementFiles(view) {
    if (isToldByVariable(view))
        return new Map();
    const found = new Map();
    for (const { root, sources } of view.contexts.values()) {
        for (const { kind, pattern, line } of sources) {
            const path = (0,paths/* joinPath */.uJ)(root, (0,paths/* insideRoot */.p0)(pattern));
            if (kind !== 'bind' || !(0,tree/* isRegularFile */.Ze)(view.tree.get(path)))
                continue;
            const run = view.parsed.instructions.find(instruction => instruction.line === line);
            const use = run === undefined ? undefined : requirementUse(run, pattern);
            found.set(path, found.has(path) ? worse(found.get(path), use) : use);
        }
    }
    const files = new Map();
    for (const [path, use] of found) {
        if (use !== undefined && !isReadOtherwise(view, path))
            files.set(path, use);
    }
    return files;
}
/** Variables by which pip and uv take files without an option; pip gives these to the builds of packages too. */
const VARIABLES = /\b(?:PIP|UV)_\w*(?:CONSTRAINT|REQUIREMENT)/;
function isToldByVariable({ listing, build }) {
    return (listing.reached.some(({ text }) => VARIABLES.test(text)) ||
        [...Object.keys(build.config.env), ...Object.keys(build.args)].some(name => VARIABLES.test(name)));
}
function worse(a, b) {
    if (a === undefined || b === undefined)
        return undefined;
    return a === 'requirement' ? a : b;
}
/** Whether an instruction reads the file as part of something larger, copies it, or the manifest names it. */
function isReadOtherwise(view, path) {
    for (const context of view.contexts.values()) {
        for (const source of context.sources) {
            const alone = source.kind === 'bind' && (0,paths/* joinPath */.uJ)(context.root, (0,paths/* insideRoot */.p0)(source.pattern)) === path;
            if (!alone && (0,readers/* reads */.Um)(view, context, source, path))
                return true;
        }
    }
    return false;
}


/***/ }),

/***/ 9510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ supposition),
/* harmony export */   Jm: () => (/* binding */ withSupposedRecipes),
/* harmony export */   Kn: () => (/* binding */ withMovedBases),
/* harmony export */   Rm: () => (/* binding */ supposedFiles),
/* harmony export */   _v: () => (/* binding */ objectBehind),
/* harmony export */   jl: () => (/* binding */ simulatedTree),
/* harmony export */   tn: () => (/* binding */ isSupposedMove)
/* harmony export */ });
/* harmony import */ var _context_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7522);

/** In place of the object id of a content that nobody knows; what stands before the colon is for the reason. */
const CHANGED = 'would change';
const ADDED = 'would be added';
/** Sorts paths of a simulation: what is there would change, what is not would be added. */
function supposedFiles(tree, paths) {
    const changed = new Set();
    const added = new Set();
    for (const path of paths) {
        const below = tree.get(path) === undefined ? tree.under(path) : [path];
        for (const file of below)
            changed.add(file);
        if (below.length === 0)
            added.add(path);
    }
    return { changed: [...changed], added: [...added] };
}
/** The tree in which these files have a content that nobody knows. */
function simulatedTree(tree, { changed, added }) {
    const entries = new Map();
    for (const path of tree.under('')) {
        const entry = tree.get(path);
        if (entry !== undefined)
            entries.set(path, entry);
    }
    for (const path of changed) {
        const entry = entries.get(path);
        if (entry !== undefined)
            entries.set(path, { ...entry, blob: `${CHANGED}:${entry.blob}` });
    }
    for (const path of added)
        entries.set(path, { mode: '100644', blob: `${ADDED}:` });
    return (0,_context_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .treeOf */ .g7)(entries, path => tree.link(path));
}
/** What a content that nobody knows says of its file: `would change`; undefined for an object of git. */
function supposition(blob) {
    return [CHANGED, ADDED].find(word => blob.startsWith(`${word}:`));
}
/** The object that a content that nobody knows stands for: that of now, `''` for a file that is not there. */
function objectBehind(blob) {
    const word = supposition(blob);
    return word === undefined ? blob : blob.slice(word.length + 1);
}
/**
 * The snapshot in which files that say how an image is built (Dockerfile, ignore file, manifest) would change, by image.
 * What would stand in them is not known, so each counts as an input of its own.
 */
function withSupposedRecipes(snapshot, recipes) {
    return mapInputs(snapshot, (image, inputs) => {
        const recipe = recipes.get(image.spec.name);
        if (recipe === undefined)
            return inputs;
        const extra = [
            ...recipe.changed.map(path => [path, CHANGED]),
            ...recipe.added.map(path => [path, ADDED])
        ].map(([path, word]) => ({
            path,
            contextPath: path,
            mode: '100644',
            blob: `${word}:`
        }));
        return { ...inputs, extra: [...inputs.extra, ...extra] };
    });
}
/** The snapshot in which external bases would have another digest. */
function withMovedBases(snapshot, references) {
    const moved = new Set(references);
    return mapInputs(snapshot, (_, inputs) => ({
        ...inputs,
        externals: inputs.externals.map(external => moved.has(external.reference) ? { ...external, lock: MOVED } : external)
    }));
}
const MOVED = 'would move';
/** Whether the lock entry of a base is that of a simulation. */
function isSupposedMove(lock) {
    return lock === MOVED;
}
function mapInputs(snapshot, change) {
    const images = [...snapshot.images].map(([name, image]) => {
        const platforms = [...image.platforms].map(([platform, inputs]) => [platform, change(image, inputs)]);
        return [name, { ...image, platforms: new Map(platforms) }];
    });
    return { ...snapshot, images: new Map(images) };
}


/***/ })

};
