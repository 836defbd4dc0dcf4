export const id = 303;
export const ids = [303];
export const modules = {

/***/ 303:
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
// EXTERNAL MODULE: ./build/plan/platforms.js
var platforms = __webpack_require__(5690);
// EXTERNAL MODULE: ./build/release/contents.js
var contents = __webpack_require__(7070);
// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var commands_opened = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/commands/published.js
var published = __webpack_require__(3025);
// EXTERNAL MODULE: ./build/commands/staged.js
var commands_staged = __webpack_require__(4077);
;// CONCATENATED MODULE: ./build/commands/status.js






/**
 * What became of the images of a plan, as staging tells it: done when the key, on the parents of the plan, is there and
 * tested; blocked when a parent is not; failed otherwise. Of a plan for some platforms these only. Digests never travel
 * between jobs, this finds them.
 */
async function status_status(world, request) {
    const { plan } = request;
    const opened = await (0,commands_opened/* openPlan */.uD)(world, plan, request.registry);
    if (!('git' in opened))
        return { kind: 'invalid', diagnostics: opened };
    const { snapshot, targets } = opened;
    const registry = await world.registry();
    const find = (0,published/* openPublished */.n)(registry, targets, snapshot, world.log);
    const staged = (0,commands_staged/* openStaged */.X)(registry, targets.staging, plan, snapshot, { find });
    const results = [];
    const failedFirst = new Map();
    const plannedByName = new Map(plan.images.map(image => [image.name, image]));
    for (const name of snapshot.order.names) {
        const planned = plannedByName.get(name);
        const image = snapshot.images.get(name);
        if (planned === undefined || image === undefined)
            continue;
        if (planned.action === 'none' || planned.action === 'retag')
            continue;
        for (const [platform, inputs] of image.platforms) {
            if (!(0,platforms/* isTaken */.Ck)(plan, platform))
                continue;
            const digest = await staged.digest(name, platform);
            const parents = {};
            for (const parent of inputs.parents) {
                const found = await staged.digest(parent.image, parent.platform);
                if (found !== undefined)
                    parents[parent.image] = found;
            }
            const common = { image: name, platform, parents, milliseconds: 0, diagnostics: [] };
            if (digest !== undefined) {
                const manifest = await registry.manifest(targets.staging, digest);
                const state = planned.action === 'build' ? 'built' : 'reused';
                results.push({ ...common, state, digest, ...(manifest && { size: (0,contents/* compressedSize */.n3)(manifest) }) });
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

// EXTERNAL MODULE: ./build/keys/canonical.js
var canonical = __webpack_require__(8335);
// EXTERNAL MODULE: ./build/diagnostics/shown.js
var diagnostics_shown = __webpack_require__(4846);
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
/** The sizes of a comment, which is read more often and has less room. */
const COMMENT_SIZES = [
    { picture: true, reasons: 5, untouched: true, problems: 20, lines: 100 },
    { picture: false, reasons: 1, untouched: false, problems: 10, lines: 50 },
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
    return renderSized(report, STEPS, limit);
}
/** The first of the sizes that fits, the smallest when none does. */
function renderSized(report, sizes, limit) {
    let text = '';
    for (const detail of sizes) {
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
        ...[(0,headline/* estimateSentence */.S9)(plan)].filter(text => text !== undefined),
        ...(plan.images.every(({ action }) => action === 'none')
            ? ['No input of any image changed: nothing was built.']
            : []),
        ...affectedTable(plan, lines, detail),
        ...problemLines(results, plan.warnings, report.release?.diagnostics ?? [], detail.problems),
        ...releaseLines(report.release, detail.lines),
        ...untouchedFold(plan, detail),
        ...(detail.picture ? runPicture(plan, results) : []),
        ...(report.note === undefined ? [] : [(0,report_escape/* markdownText */.p7)(report.note)])
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
    const texts = line.image.reasons.map(reason => (0,report_escape/* markdownText */.p7)(reason.text));
    return (0,diagnostics_shown/* firstLines */.UV)(texts, shown).join('<br>');
}
function untouchedFold(plan, detail) {
    return (0,report_lines/* untouchedImages */.uf)(plan).map(({ title, names }) => detail.untouched
        ? `<details><summary>${title}: ${names.length}</summary>\n\n${names.map(report_escape/* markdownCode */.D9).join(', ')}\n\n</details>`
        : `${title}: ${names.length}.`);
}

;// CONCATENATED MODULE: ./build/report/comment.js


/**
 * GitHub's documentation gives 65,536 characters for a comment; the rest is left for what others append. Characters are at
 * most as many as bytes.
 */
const COMMENT_BYTES = 60_000;
/** The first line of the comment of a manifest: by it the comment is found again, and nobody sees it. */
function commentMarker(manifest) {
    return `<!-- base-images ${(0,canonical/* sha256 */.sc)(manifest).slice(0, 16)} -->`;
}
/** The report of a run as the one comment of a pull request: the marker, the summary in one of three sizes, and a link. */
function renderComment(report, runUrl, limit = COMMENT_BYTES) {
    const marker = commentMarker(report.plan.manifest);
    const end = `[The run, with everything](${runUrl})\n`;
    const left = limit - new TextEncoder().encode(`${marker}\n\n${end}`).length;
    return `${marker}\n${renderSized(report, COMMENT_SIZES, left)}\n${end}`;
}

// EXTERNAL MODULE: ./build/report/text.js + 1 modules
var report_text = __webpack_require__(4240);
// EXTERNAL MODULE: ./build/action/durations.js + 2 modules
var durations = __webpack_require__(4706);
// EXTERNAL MODULE: ./build/action/ending.js
var ending = __webpack_require__(5248);
// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7126);
// EXTERNAL MODULE: ./build/action/machine.js + 4 modules
var machine = __webpack_require__(6018);
// EXTERNAL MODULE: ./build/action/transport.js + 1 modules
var transport = __webpack_require__(7094);
;// CONCATENATED MODULE: ./build/action/report.js











/** The action that writes the job summary. It tells, and fails only when it cannot. */
async function reportAction(host, world) {
    await (0,machine/* logIn */.E8)(host, world);
    const plan = (0,transport/* unpackPlan */.Qp)(host.input('plan'));
    const packed = (0,inputs/* optionalText */.mR)(host.input, 'release');
    const release = packed === undefined ? undefined : (0,transport/* unpackRelease */.OC)(packed);
    const outcome = await resultsOf(host, world, plan);
    if (outcome.kind === 'invalid')
        return (0,ending/* invalidEnding */.r)(host, outcome.diagnostics);
    const results = outcome.value;
    host.log.info((0,report_text/* renderRunText */.zB)(plan, results, release));
    host.output('counts', JSON.stringify((0,build_results/* countResults */.a)(results)));
    const report = { plan, results, ...(release === undefined ? {} : { release }) };
    const note = await comment(host, world, report);
    await host.summary(renderSummary({ ...report, ...(note === undefined ? {} : { note }) }));
    await (0,durations/* keepRecord */.rP)(host, world, plan, results);
    return commands_outcome/* EXIT */.d.done;
}
/** Keeps the comment of the pull request up to date; a sentence for the summary when that is not possible. */
async function comment(host, world, report) {
    const token = (0,inputs/* optionalText */.mR)(host.input, 'comment-token');
    const number = pullRequestOf(await host.event());
    if (token === undefined || number === undefined) {
        host.output('comment', '');
        return undefined;
    }
    host.mask(token);
    const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_SERVER_URL, GITHUB_RUN_ID } = world.environment;
    const repository = GITHUB_REPOSITORY ?? '';
    const runUrl = `${GITHUB_SERVER_URL ?? 'https://github.com'}/${repository}/actions/runs/${GITHUB_RUN_ID ?? ''}`;
    const { writeComment } = await __webpack_require__.e(/* import() */ 852).then(__webpack_require__.bind(__webpack_require__, 8852));
    const end = await writeComment({
        apiUrl: GITHUB_API_URL ?? 'https://api.github.com',
        token,
        repository,
        number,
        marker: commentMarker(report.plan.manifest),
        body: renderComment(report, runUrl)
    });
    host.output('comment', end.kind);
    if (!('why' in end))
        return undefined;
    host.log.info(end.why);
    return end.why;
}
function pullRequestOf(event) {
    const { pull_request: pull } = (event?.payload ?? {});
    return typeof pull?.number === 'number' ? pull.number : undefined;
}
/** Results of a build in the same job, or what staging tells: digests never travel between jobs. */
async function resultsOf(host, world, plan) {
    const packed = (0,inputs/* optionalText */.mR)(host.input, 'results');
    if (packed !== undefined)
        return { kind: 'done', value: (0,transport/* unpackResults */.hh)(packed), warnings: [] };
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


/***/ })

};
