export const id = 795;
export const ids = [795];
export const modules = {

/***/ 7795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportAction: () => (/* binding */ reportAction)
});

// EXTERNAL MODULE: ./build/build/results.js
var build_results = __webpack_require__(4213);
// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var commands_opened = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/commands/platform-size.js
var platform_size = __webpack_require__(2916);
// EXTERNAL MODULE: ./build/commands/staged.js
var commands_staged = __webpack_require__(4077);
;// CONCATENATED MODULE: ./build/commands/status.js




/**
 * What became of the images of a plan, as staging tells it: done when the key, on the parents of the plan, is there and
 * tested; blocked when a parent is not; failed otherwise. Digests never travel between jobs, this finds them.
 */
async function status_status(world, request) {
    const { plan } = request;
    const opened = await (0,commands_opened/* openPlan */.uD)(world, plan, request.registry);
    if (!('git' in opened))
        return { kind: 'invalid', diagnostics: opened };
    const { snapshot, targets } = opened;
    const registry = await world.registry();
    const staged = (0,commands_staged/* openStaged */.X)(registry, targets.staging, plan, snapshot);
    const results = [];
    const failedFirst = new Map();
    for (const name of snapshot.order.names) {
        const planned = plan.images.find(image => image.name === name);
        const image = snapshot.images.get(name);
        if (planned === undefined || image === undefined)
            continue;
        if (planned.action === 'none' || planned.action === 'retag')
            continue;
        for (const [platform, inputs] of image.platforms) {
            const digest = await staged.digest(name, platform);
            const parents = {};
            for (const parent of inputs.parents) {
                const found = await staged.digest(parent.image, parent.platform);
                if (found !== undefined)
                    parents[parent.image] = found;
            }
            const common = { image: name, platform, parents, milliseconds: 0, diagnostics: [] };
            if (digest !== undefined) {
                const size = await (0,platform_size/* platformSize */.v)(registry, targets.staging, digest);
                const state = planned.action === 'reuse' ? 'reused' : 'built';
                results.push({ ...common, state, digest, ...(size === undefined ? {} : { size }) });
                continue;
            }
            const missing = inputs.parents.find(parent => parents[parent.image] === undefined);
            const first = missing && (failedFirst.get(`${missing.image} ${missing.platform}`) ?? missing.image);
            failedFirst.set(`${name} ${platform}`, first ?? name);
            const place = { file: image.spec.dockerfile };
            results.push(first === undefined
                ? {
                    ...common,
                    state: 'failed',
                    diagnostics: [(0,diagnostic/* errorAt */.Os)('B001', place, `${name} was not built`, 'read the log of its job')]
                }
                : {
                    ...common,
                    state: 'blocked',
                    blockedBy: first,
                    diagnostics: [
                        (0,diagnostic/* errorAt */.Os)('B005', place, `${name} is not built: ${first} failed`, `repair ${first}`)
                    ]
                });
        }
    }
    return { kind: 'done', value: results, warnings: [] };
}

// EXTERNAL MODULE: ./build/report/amounts.js
var amounts = __webpack_require__(1242);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(4632);
// EXTERNAL MODULE: ./build/report/lines.js
var report_lines = __webpack_require__(6812);
// EXTERNAL MODULE: ./build/graph/graph.js
var graph_graph = __webpack_require__(4979);
;// CONCATENATED MODULE: ./build/graph/picture.js
const COLOURS = {
    build: 'fill:#fff3cd,stroke:#b58900,color:#000',
    test: 'fill:#e2e3ff,stroke:#6c71c4,color:#000',
    retag: 'fill:#e2e3ff,stroke:#6c71c4,color:#000',
    reuse: 'fill:#d1ecf1,stroke:#268bd2,color:#000',
    none: 'fill:#f4f4f4,stroke:#999,color:#555',
    done: 'fill:#d4edda,stroke:#2e7d32,color:#000',
    failed: 'fill:#f8d7da,stroke:#c62828,color:#000',
    blocked: 'fill:#fbe5d6,stroke:#d35400,color:#000'
};
/** The graph as a Mermaid flowchart, parents on the left; `state` colours an image. */
function mermaid(graph, state = () => 'none') {
    const ids = new Map(graph.names.map((name, index) => [name, `i${index}`]));
    const lines = ['flowchart LR'];
    const used = new Set();
    for (const name of graph.names) {
        used.add(state(name));
        lines.push(`  ${ids.get(name)}["${name}"]:::${state(name)}`);
    }
    for (const name of graph.names) {
        for (const parent of graph.parents(name))
            lines.push(`  ${ids.get(parent)} --> ${ids.get(name)}`);
    }
    for (const look of [...used].sort())
        lines.push(`  classDef ${look} ${COLOURS[look]}`);
    return `${lines.join('\n')}\n`;
}
/** The graph in Graphviz's DOT language, parents on the left. */
function dot(graph) {
    const lines = ['digraph images {', '  rankdir=LR', '  node [shape=box]'];
    for (const name of graph.names)
        lines.push(`  "${name}"`);
    for (const name of graph.names) {
        for (const parent of graph.parents(name))
            lines.push(`  "${parent}" -> "${name}"`);
    }
    return `${[...lines, '}'].join('\n')}\n`;
}

;// CONCATENATED MODULE: ./build/report/run-picture.js


/** Mermaid draws at most this many edges (its `maxEdges`), and a picture of more images tells nobody anything. */
const MOST_EDGES = 500;
const MOST_IMAGES = 120;
const LOOKS = {
    built: 'done',
    reused: 'reuse',
    failed: 'failed',
    blocked: 'blocked',
    cancelled: 'blocked'
};
/** The graph of a run as a Mermaid picture coloured by state; without what is not affected when it is too large. */
function runPicture(plan, results) {
    const all = plan.images.map(image => image.name);
    const affected = plan.images.filter(image => image.action !== 'none').map(image => image.name);
    if (affected.length === 0)
        return [];
    for (const names of [all, affected]) {
        const graph = (0,graph_graph/* graphOf */.c)(parentsAmong(plan, new Set(names)));
        const edges = names.reduce((sum, name) => sum + graph.parents(name).length, 0);
        if (names.length > MOST_IMAGES || edges > MOST_EDGES)
            continue;
        return [`\`\`\`mermaid\n${mermaid(graph, looks(plan, results))}\`\`\``];
    }
    return [];
}
function parentsAmong(plan, names) {
    return new Map(plan.images.filter(image => names.has(image.name)).map(image => [image.name, image.parents]));
}
/** An image on several platforms looks like the worst of them. */
function looks(plan, results) {
    const order = ['reused', 'built', 'cancelled', 'blocked', 'failed'];
    const worst = new Map();
    for (const result of results) {
        const before = worst.get(result.image);
        if (before === undefined || order.indexOf(result.state) > order.indexOf(before)) {
            worst.set(result.image, result.state);
        }
    }
    const planned = new Map(plan.images.map(image => [image.name, image.action]));
    return name => {
        const state = worst.get(name);
        return state === undefined ? (planned.get(name) ?? 'none') : LOOKS[state];
    };
}

// EXTERNAL MODULE: ./build/report/table.js
var table = __webpack_require__(1799);
;// CONCATENATED MODULE: ./build/report/sections.js



/** What went wrong and what to do about it, at most `shown` findings, errors first. */
function problemLines(results, warnings, released, shown) {
    const found = [
        ...results.flatMap(result => result.diagnostics.map(diagnostic => ({ about: result.image, diagnostic }))),
        ...released.map(diagnostic => ({ about: 'release', diagnostic })),
        ...warnings.map(diagnostic => ({ about: 'plan', diagnostic }))
    ];
    const errors = found.filter(item => item.diagnostic.severity === 'error');
    const others = found.filter(item => item.diagnostic.severity !== 'error');
    const listed = [...errors, ...others].slice(0, shown);
    if (listed.length === 0)
        return [];
    const rest = found.length - listed.length;
    return [
        `### ${(0,amounts/* counted */.hS)(errors.length, 'error')}, ${(0,amounts/* counted */.hS)(others.length, 'warning')}`,
        listed.map(item => `- ${problem(item.about, item.diagnostic)}`).join('\n'),
        ...(rest > 0 ? [`and ${rest} more`] : [])
    ];
}
/** What the release did: one line an image. */
function releaseLines(release, shown) {
    if (release === undefined)
        return [];
    const moved = release.images.filter(image => image.state === 'moved');
    const title = `### Release: ${release.state}, ${(0,amounts/* counted */.hS)(moved.length, 'image')} moved`;
    const record = release.record === undefined
        ? []
        : [`Release record: ${(0,report_escape/* markdownCode */.D9)(`${release.record.repository}@${release.record.digest}`)}`];
    const rows = release.images
        .slice(0, shown)
        .map(image => [
        (0,report_escape/* markdownCode */.D9)(image.name),
        image.state,
        image.moved.map(tag => (0,report_escape/* markdownCode */.D9)(`${image.repository}:${tag}`)).join('<br>'),
        image.digest === undefined ? '' : (0,report_escape/* markdownCode */.D9)((0,amounts/* shortDigest */.VK)(image.digest))
    ]);
    if (rows.length === 0)
        return [title, ...record];
    const columns = [{ title: 'Image' }, { title: 'State' }, { title: 'Tags moved' }, { title: 'Digest' }];
    const rest = release.images.length - rows.length;
    return [title, (0,table/* markdownTable */.Q)(columns, rows), ...(rest > 0 ? [`and ${rest} more`] : []), ...record];
}
function problem(about, diagnostic) {
    const place = [diagnostic.file, diagnostic.line].filter(part => part !== undefined && part !== '').join(':');
    const where = place === '' ? '' : ` (${(0,report_escape/* markdownCode */.D9)(place)})`;
    const what = `${(0,report_escape/* markdownText */.p7)(diagnostic.message)}${where}`;
    return `${(0,report_escape/* markdownCode */.D9)(about)}: ${what}. ${(0,report_escape/* markdownText */.p7)(diagnostic.remedy)}`;
}

;// CONCATENATED MODULE: ./build/report/summary.js







const STEPS = [
    { picture: true, reasons: 20, untouched: true, problems: 100, lines: Infinity },
    { picture: false, reasons: 3, untouched: true, problems: 50, lines: Infinity },
    { picture: false, reasons: 1, untouched: false, problems: 20, lines: 2000 },
    { picture: false, reasons: 1, untouched: false, problems: 10, lines: 200 },
    { picture: false, reasons: 0, untouched: false, problems: 0, lines: 0 }
];
/**
 * What GitHub takes as the summary of a step is 1024 KiB (docs.github.com, "Adding a job summary"); a bigger one is
 * dropped whole. The rest of the space is left for other writers of the same step.
 */
const SUMMARY_BYTES = 1_000_000;
/**
 * The report of a run in GitHub Markdown, at most `limit` bytes: the most detailed of its sizes that fits. All text that
 * comes from the repository is escaped.
 */
function renderSummary(report, limit = SUMMARY_BYTES) {
    let text = '';
    for (const detail of STEPS) {
        text = render(report, detail);
        if (new TextEncoder().encode(text).length <= limit)
            break;
    }
    return text;
}
function render(report, detail) {
    const { plan, results } = report;
    const lines = (0,report_lines/* affectedLines */.I9)(plan, results, report.release);
    return [
        `## Images: ${summary_headline(report)}`,
        (0,report_escape/* markdownText */.p7)((0,headline/* comparisonSentence */.nX)(plan)),
        ...(lines.length === 0 ? ['No input of any image changed: nothing was built.'] : []),
        ...affectedTable(plan, lines, detail),
        ...problemLines(results, plan.warnings, report.release?.diagnostics ?? [], detail.problems),
        ...releaseLines(report.release, detail.lines),
        ...untouchedFold(plan, detail),
        ...(detail.picture ? runPicture(plan, results) : [])
    ]
        .join('\n\n')
        .concat('\n');
}
function summary_headline(report) {
    const planned = (0,headline/* planHeadline */.MM)(report.plan);
    return report.results.length === 0 ? planned : `${planned}; ${(0,headline/* resultsHeadline */.D1)(report.results)}`;
}
function affectedTable(plan, lines, detail) {
    // Those that need a person come first when not all can be shown.
    const shown = lines.length <= detail.lines ? lines : [...lines].sort(worstFirst).slice(0, detail.lines);
    const rest = lines.length - shown.length;
    const note = rest > 0 ? [`${rest} more are not shown, because a summary may not be larger.`] : [];
    if (shown.length === 0)
        return note;
    const many = (0,report_lines/* hasManyPlatforms */.Cq)(plan);
    const columns = [
        { title: 'Image' },
        ...(many ? [{ title: 'Platform' }] : []),
        { title: 'Why' },
        { title: 'Level', align: 'right' },
        { title: 'Parents' },
        { title: 'Action' },
        { title: 'Result' },
        { title: 'Digest' },
        { title: 'Size', align: 'right' },
        { title: 'Time', align: 'right' }
    ];
    const rows = shown.map(line => [
        (0,report_escape/* markdownCode */.D9)(line.image.name),
        ...(many ? [(0,report_escape/* markdownCode */.D9)(line.platform)] : []),
        reasons(line, detail.reasons),
        String(line.image.level),
        line.image.parents.map(report_escape/* markdownCode */.D9).join(', '),
        line.image.action,
        `${MARKS[line.result?.state ?? 'none']}${(0,report_escape/* markdownText */.p7)((0,report_lines/* outcomeWords */.wX)(line))}`,
        line.result?.digest === undefined ? '' : (0,report_escape/* markdownCode */.D9)((0,amounts/* shortDigest */.VK)(line.result.digest)),
        line.result?.size === undefined ? '' : (0,amounts/* humanSize */.Xe)(line.result.size),
        line.result === undefined || line.result.milliseconds === 0 ? '' : (0,amounts/* humanTime */.zK)(line.result.milliseconds)
    ]);
    return [(0,table/* markdownTable */.Q)(columns, rows), ...note];
}
const MARKS = {
    built: '✅ ',
    reused: '♻️ ',
    failed: '❌ ',
    blocked: '⛔ ',
    cancelled: '⚪ ',
    none: ''
};
const SEVERITY = [
    'failed',
    'blocked',
    'cancelled',
    undefined,
    'built',
    'reused'
];
function worstFirst(a, b) {
    return SEVERITY.indexOf(a.result?.state) - SEVERITY.indexOf(b.result?.state);
}
function reasons(line, shown) {
    const texts = line.image.reasons.slice(0, shown).map(reason => (0,report_escape/* markdownText */.p7)(reason.text));
    const rest = line.image.reasons.length - texts.length;
    return [...texts, ...(rest > 0 ? [`and ${rest} more`] : [])].join('<br>');
}
function untouchedFold(plan, detail) {
    const names = (0,report_lines/* untouchedImages */.uf)(plan);
    if (names.length === 0)
        return [];
    if (!detail.untouched)
        return [`Not affected: ${names.length}.`];
    return [
        `<details><summary>Not affected: ${names.length}</summary>\n\n${names.map(report_escape/* markdownCode */.D9).join(', ')}\n\n</details>`
    ];
}

// EXTERNAL MODULE: ./build/report/text.js
var report_text = __webpack_require__(3920);
// EXTERNAL MODULE: ./build/action/ending.js
var ending = __webpack_require__(5248);
// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7126);
// EXTERNAL MODULE: ./build/action/transport.js + 1 modules
var transport = __webpack_require__(7094);
;// CONCATENATED MODULE: ./build/action/report.js








/** The action that writes the job summary. It tells, and fails only when it cannot. */
async function reportAction(host, world) {
    const plan = (0,transport/* unpackPlan */.Qp)(host.input('plan'));
    const packed = (0,inputs/* optionalText */.mR)(host.input, 'release');
    const release = packed === undefined ? undefined : (0,transport/* unpackRelease */.OC)(packed);
    const outcome = await resultsOf(host, world, plan);
    if (outcome.kind === 'invalid')
        return (0,ending/* invalidEnding */.r)(host, outcome.diagnostics);
    const results = outcome.value;
    host.log.info((0,report_text/* renderRunText */.zB)(plan, results, release));
    host.output('counts', JSON.stringify((0,build_results/* countResults */.a)(results)));
    await host.summary(renderSummary({ plan, results, ...(release === undefined ? {} : { release }) }));
    return commands_outcome/* EXIT */.d.done;
}
/** Results of a build in the same job, or what staging tells: digests never travel between jobs. */
async function resultsOf(host, world, plan) {
    const path = (0,inputs/* optionalText */.mR)(host.input, 'results-file');
    if (path !== undefined) {
        const text = await world.files.read(path);
        if (text === undefined)
            throw new inputs/* InputError */.dz(`input results-file: ${path} does not exist`);
        return { kind: 'done', value: JSON.parse(text), warnings: [] };
    }
    const registry = (0,inputs/* optionalText */.mR)(host.input, 'registry');
    return status_status(world, { plan, ...(registry === undefined ? {} : { registry }) });
}


/***/ }),

/***/ 4213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ countResults)
/* harmony export */ });
/** Counts results by state. */
function countResults(results) {
    const count = (state) => results.filter(result => result.state === state).length;
    return {
        built: count('built'),
        reused: count('reused'),
        failed: count('failed'),
        blocked: count('blocked'),
        cancelled: count('cancelled')
    };
}


/***/ }),

/***/ 2916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ platformSize)
/* harmony export */ });
/** Compressed bytes of a platform manifest: its configuration and its layers; undefined when it is not there. */
async function platformSize(registry, repository, digest) {
    const manifest = await registry.manifest(repository, digest);
    if (manifest === undefined)
        return undefined;
    const value = JSON.parse(Buffer.from(manifest.bytes).toString('utf8'));
    const sizes = [value.config, ...(value.layers ?? [])].map(part => part?.size ?? 0);
    return sizes.reduce((sum, size) => sum + size, 0);
}


/***/ }),

/***/ 4077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openStaged)
/* harmony export */ });
/* harmony import */ var _build_smoke_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6222);
/* harmony import */ var _build_staging_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3422);
/* harmony import */ var _keys_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8704);



/** Opens the view of a staging repository for a plan. */
function openStaged(registry, repository, plan, snapshot) {
    const digests = new Map();
    const planned = new Map(plan.images.map(image => [image.name, image]));
    const staged = {
        digest: (image, platform) => {
            const id = `${image} ${platform}`;
            const known = digests.get(id);
            if (known !== undefined)
                return known;
            const found = find(image, platform);
            digests.set(id, found);
            return found;
        },
        trace: async (image, platform) => {
            const inputs = snapshot.images.get(image)?.platforms.get(platform);
            if (inputs === undefined)
                return undefined;
            const parents = new Map();
            for (const parent of inputs.parents) {
                const digest = await staged.digest(parent.image, parent.platform);
                if (digest === undefined)
                    return undefined;
                parents.set(`${parent.image} ${parent.platform}`, digest);
            }
            const salt = planned.get(image)?.platforms[platform]?.salt;
            return (0,_keys_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .traceKeyOf */ .AT)(inputs, parent => parents.get(`${parent.image} ${parent.platform}`) ?? '', salt);
        },
        remember: (image, platform, digest) => {
            digests.set(`${image} ${platform}`, Promise.resolve(digest));
        }
    };
    async function find(image, platform) {
        const key = planned.get(image)?.platforms[platform]?.key;
        if (key === undefined)
            return undefined;
        const byKey = await registry.head(repository, (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .keyTag */ .QR)(image, platform, key));
        if (byKey === undefined)
            return undefined;
        const trace = await staged.trace(image, platform);
        if (trace === undefined)
            return undefined;
        const byTrace = await registry.head(repository, (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .traceTag */ .Ek)(image, platform, trace));
        if (byTrace?.digest !== byKey.digest)
            return undefined;
        return (await isTested(image, platform, byKey.digest)) ? byKey.digest : undefined;
    }
    async function isTested(image, platform, digest) {
        const inputs = snapshot.images.get(image);
        if (inputs === undefined || inputs.test === null)
            return true;
        const tag = (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .testTag */ .f_)(image, platform, (0,_build_smoke_js__WEBPACK_IMPORTED_MODULE_0__/* .testHash */ .Jy)(digest, inputs.test));
        return (await registry.head(repository, tag)) !== undefined;
    }
    return staged;
}


/***/ }),

/***/ 1242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ shortCommit),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   Xe: () => (/* binding */ humanSize),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   zK: () => (/* binding */ humanTime)
/* harmony export */ });
const SIZE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];
/** Bytes for a person, in steps of 1000 as registries show them: `91.4 MB`. */
function humanSize(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 999.95 && unit < SIZE_UNITS.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? String(value) : value.toFixed(1)} ${SIZE_UNITS[unit] ?? 'B'}`;
}
/** Milliseconds for a person: `0.4 s`, `12 s`, `3 min 20 s`. */
function humanTime(milliseconds) {
    if (milliseconds < 9_950)
        return `${(milliseconds / 1000).toFixed(1)} s`;
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** The first 12 hex digits of a digest, as `docker images` shows them. */
function shortDigest(digest) {
    return digest.replace(/^sha256:/, '').slice(0, 12);
}
/** The first 7 digits of a commit id. */
function shortCommit(commit) {
    return commit.slice(0, 7);
}
/** A number with its noun: `1 image`, `3 images`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 4632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ resultsHeadline),
/* harmony export */   MM: () => (/* binding */ planHeadline),
/* harmony export */   nX: () => (/* binding */ comparisonSentence)
/* harmony export */ });
/* harmony import */ var _build_results_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4213);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1242);


const ACTIONS = ['build', 'test', 'retag', 'reuse'];
/** What was compared with what, in one sentence without markup. */
function comparisonSentence(plan) {
    const head = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .shortCommit */ .Ax)(plan.head.commit)}${plan.head.dirty ? ' with the changes of the working tree' : ''}`;
    return plan.base.commit === null
        ? `Everything at ${head}, because nothing could be compared: ${plan.base.how}.`
        : `Compared ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .shortCommit */ .Ax)(plan.base.commit)} (${plan.base.how}) with ${head}.`;
}
/** What the plan does, in a few words: `3 of 4 images affected: 2 to build, 1 to reuse`. */
function planHeadline(plan) {
    const parts = ACTIONS.map(action => ({ action, count: withAction(plan, action) }))
        .filter(part => part.count > 0)
        .map(part => `${part.count} to ${part.action}`);
    const all = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(plan.images.length, 'image');
    if (parts.length === 0)
        return `nothing to do for ${all}`;
    return `${plan.images.length - withAction(plan, 'none')} of ${all} affected: ${parts.join(', ')}`;
}
/** How the images of a run ended, in a few words: `2 built, 1 reused, 1 failed, 1 blocked`. */
function resultsHeadline(results) {
    const counts = (0,_build_results_js__WEBPACK_IMPORTED_MODULE_1__/* .countResults */ .a)(results);
    const parts = ['built', 'reused', 'failed', 'blocked', 'cancelled']
        .filter(state => counts[state] > 0)
        .map(state => `${counts[state]} ${state}`);
    return parts.length === 0 ? 'nothing was built' : parts.join(', ');
}
function withAction(plan, action) {
    return plan.images.filter(image => image.action === action).length;
}


/***/ }),

/***/ 6812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ hasManyPlatforms),
/* harmony export */   I9: () => (/* binding */ affectedLines),
/* harmony export */   uf: () => (/* binding */ untouchedImages),
/* harmony export */   wX: () => (/* binding */ outcomeWords)
/* harmony export */ });
/* harmony import */ var _graph_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4979);

/** The affected images of a plan in parent order, one line a platform. */
function affectedLines(plan, results, release) {
    const ended = new Map(results.map(result => [`${result.image} ${result.platform}`, result]));
    const published = new Map(release?.images.map(image => [image.name, image]));
    return plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)(a.name, b.name))
        .flatMap(image => Object.keys(image.platforms)
        .sort(_graph_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)
        .map((platform) => {
        const result = ended.get(`${image.name} ${platform}`);
        const of = published.get(image.name);
        const tags = of === undefined ? [] : [...of.moved, ...of.unchanged].sort(_graph_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X);
        return { image, platform, ...(result === undefined ? {} : { result }), tags };
    }));
}
/** Names of the images that nothing happens to. */
function untouchedImages(plan) {
    return plan.images.filter(image => image.action === 'none').map(image => image.name);
}
/** Whether platforms must be told apart. */
function hasManyPlatforms(plan) {
    return new Set(plan.images.flatMap(image => Object.keys(image.platforms))).size > 1;
}
/** How a line ended, in words; the planned action while nothing is known. */
function outcomeWords(line) {
    const { result } = line;
    if (result === undefined)
        return line.image.action === 'reuse' ? 'in staging already' : '';
    if (result.state === 'blocked' && result.blockedBy !== undefined)
        return `blocked by ${result.blockedBy}`;
    return result.state;
}


/***/ }),

/***/ 1799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markdownTable),
/* harmony export */   R: () => (/* binding */ terminalTable)
/* harmony export */ });
/** A table of GitHub Markdown. Cells must be escaped already; an empty cell shows a dash. */
function markdownTable(columns, rows) {
    const line = (cells) => `| ${cells.map(cell => (cell === '' ? '–' : cell)).join(' | ')} |`;
    return [
        line(columns.map(column => column.title)),
        `|${columns.map(column => (column.align === 'right' ? ' --: ' : ' --- ')).join('|')}|`,
        ...rows.map(line)
    ].join('\n');
}
/**
 * An aligned table for a terminal. A cell may have several lines, given as a list: its other cells stay empty below the
 * first line. Widths are counted in code points.
 */
function terminalTable(columns, rows, paint = text => text) {
    const lists = rows.map(row => row.map(cell => (typeof cell === 'string' ? [cell] : cell)));
    const widths = columns.map((column, at) => Math.max(width(column.title), ...lists.flatMap(row => (row[at] ?? []).map(width))));
    const lines = [join(columns.map((column, at) => pad(column.title.toUpperCase(), widths[at] ?? 0, column)))];
    lists.forEach((row, index) => {
        const height = Math.max(1, ...row.map(cell => cell.length));
        for (let line = 0; line < height; line += 1) {
            lines.push(join(columns.map((column, at) => {
                const text = row[at]?.[line] ?? '';
                const padded = pad(text, widths[at] ?? 0, column);
                return text === '' ? padded : padded.replace(text, () => paint(text, at, index));
            })));
        }
    });
    return lines.join('\n');
}
function join(cells) {
    return cells.join('  ').trimEnd();
}
function pad(text, to, column) {
    const space = ' '.repeat(Math.max(0, to - width(text)));
    return column.align === 'right' ? `${space}${text}` : `${text}${space}`;
}
function width(text) {
    return [...text].length;
}


/***/ }),

/***/ 3920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ renderPlanText),
/* harmony export */   Qe: () => (/* binding */ renderResultsText),
/* harmony export */   zB: () => (/* binding */ renderRunText)
/* harmony export */ });
/* harmony import */ var _diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5056);
/* harmony import */ var _graph_graph_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4979);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1242);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4632);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6812);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1799);






const NAMES_SHOWN = 20;
const REASONS_SHOWN = 5;
const COLOURS = { green: 32, yellow: 33, red: 31, blue: 34, grey: 90 };
const ACTION_COLOURS = {
    build: 'yellow',
    test: 'blue',
    retag: 'blue',
    reuse: 'green'
};
const STATE_COLOURS = {
    built: 'green',
    reused: 'green',
    failed: 'red',
    blocked: 'red',
    cancelled: 'grey'
};
/** A plan for a person at a terminal: what is compared, what is done to which image and why, and what to do next. */
function renderPlanText(plan, style = {}) {
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .affectedLines */ .I9)(plan, []);
    const untouched = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .untouchedImages */ .uf)(plan);
    const parts = [(0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .comparisonSentence */ .nX)(plan)), sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .planHeadline */ .MM)(plan))];
    if (lines.length === 0) {
        parts.push('', 'No input of any image changed, so there is nothing to build.');
        return `${parts.join('\n')}\n`;
    }
    const images = plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnit */ .X)(a.name, b.name));
    const columns = [
        { title: 'image' },
        { title: 'action' },
        { title: 'level', align: 'right' },
        { title: 'why' }
    ];
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .terminalTable */ .R)(columns, images.map(image => [image.name, image.action, String(image.level), reasonLines(image.reasons)]), (text, column, row) => column === 1 ? paint(text, ACTION_COLOURS[images[row]?.action ?? ''] ?? 'grey', style) : text);
    parts.push('', table, '');
    if (untouched.length > 0)
        parts.push(`Not affected: ${someNames(untouched)}.`);
    if (style.inJob !== true)
        parts.push('Next: base-images build');
    return `${parts.join('\n')}\n`;
}
/** The results of a build for a person at a terminal: image, why, result, tag, digest, compressed size and time. */
function renderResultsText(results, context = {}) {
    const { plan, release } = context;
    const planned = new Map(plan?.images.map(image => [image.name, image]));
    const published = new Map(release?.images.map(image => [image.name, image]));
    const many = plan !== undefined && (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .hasManyPlatforms */ .Cq)(plan);
    const columns = [
        { title: 'image' },
        { title: 'why' },
        { title: 'result' },
        { title: 'tag' },
        { title: 'digest' },
        { title: 'size', align: 'right' },
        { title: 'time', align: 'right' }
    ];
    const rows = results.map(result => {
        const image = planned.get(result.image);
        const tags = published.get(result.image);
        const why = image?.reasons[0]?.text ?? '';
        const more = (image?.reasons.length ?? 0) - 1;
        return [
            many ? `${result.image} (${result.platform})` : result.image,
            shortened(`${(0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(why)}${more > 0 ? ` (+${more})` : ''}`),
            result.state === 'blocked' && result.blockedBy !== undefined
                ? `blocked by ${result.blockedBy}`
                : result.state,
            tags === undefined ? '' : [...tags.moved, ...tags.unchanged].sort(_graph_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnit */ .X).map(_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK),
            result.digest === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigest */ .VK)(result.digest),
            result.size === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__/* .humanSize */ .Xe)(result.size),
            result.milliseconds === 0 ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__/* .humanTime */ .zK)(result.milliseconds)
        ];
    });
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .terminalTable */ .R)(columns, rows, (text, column, row) => column === 2 ? paint(text, STATE_COLOURS[results[row]?.state ?? 'cancelled'], context) : text);
    return rows.length === 0
        ? `${sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .resultsHeadline */ .D1)(results))}\n`
        : `${table}\n\n${sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .resultsHeadline */ .D1)(results))}\n`;
}
/** A plan and how it ended, for a job log. */
function renderRunText(plan, results, release) {
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .affectedLines */ .I9)(plan, results, release);
    const rows = lines.map(line => [
        line.image.name,
        line.platform,
        line.image.action,
        (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeWords */ .wX)(line),
        line.result?.digest === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigest */ .VK)(line.result.digest)
    ]);
    const columns = [
        { title: 'image' },
        { title: 'platform' },
        { title: 'action' },
        { title: 'result' },
        { title: 'digest' }
    ];
    return [
        (0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .comparisonSentence */ .nX)(plan)),
        ...(rows.length === 0 ? ['Nothing to do.'] : [(0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .terminalTable */ .R)(columns, rows)]),
        ''
    ].join('\n');
}
function someNames(names) {
    const rest = names.length - NAMES_SHOWN;
    return rest > 0 ? `${names.slice(0, NAMES_SHOWN).join(', ')} and ${rest} more` : names.join(', ');
}
function reasonLines(reasons) {
    const texts = reasons.slice(0, REASONS_SHOWN).map(reason => (0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(reason.text));
    const rest = reasons.length - texts.length;
    return rest > 0 ? [...texts, `and ${rest} more`] : texts;
}
function shortened(text) {
    const characters = [...text];
    return characters.length <= 60 ? text : `${characters.slice(0, 59).join('')}…`;
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
function paint(text, colour, style) {
    return style.colour === true ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}


/***/ })

};
