export const id = 85;
export const ids = [85];
export const modules = {

/***/ 5085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  whyFace: () => (/* binding */ whyFace)
});

// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/load/look.js + 1 modules
var look = __webpack_require__(8240);
// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/plan/actions.js
var actions = __webpack_require__(4557);
// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
;// CONCATENATED MODULE: ./build/plan/changed-files.js

/** Paths of the files that differ between two trees in content or mode, or are in one of them only; in order. */
function changedFiles(before, after) {
    const changed = [];
    for (const path of after.under('')) {
        const now = after.get(path);
        const was = before.get(path);
        if (now === undefined || (was?.blob === now.blob && was.mode === now.mode))
            continue;
        changed.push(path);
    }
    for (const path of before.under('')) {
        if (after.get(path) === undefined)
            changed.push(path);
    }
    return changed.sort(code_unit/* byCodeUnit */.X);
}

// EXTERNAL MODULE: ./build/diagnostics/shown.js
var shown = __webpack_require__(4846);
// EXTERNAL MODULE: ./build/keys/inputs.js
var inputs = __webpack_require__(8704);
// EXTERNAL MODULE: ./build/context/ignore-match.js
var ignore_match = __webpack_require__(2252);
// EXTERNAL MODULE: ./build/keys/pin-changes.js
var pin_changes = __webpack_require__(2914);
;// CONCATENATED MODULE: ./build/plan/line-changes.js

/**
 * The lines in which two texts differ: what is equal at start and end is left out, and between them lines that stand on
 * both sides, wherever they are. What went and what came are paired in order.
 */
function lineChanges(before, after) {
    let start = 0;
    while (start < before.length && before[start]?.text === after[start]?.text)
        start++;
    let end = 0;
    const most = Math.min(before.length, after.length) - start;
    while (end < most && before.at(-1 - end)?.text === after.at(-1 - end)?.text)
        end++;
    const was = before.slice(start, before.length - end);
    const now = after.slice(start, after.length - end);
    const gone = without(was, now);
    const come = without(now, was);
    const changes = [];
    for (let at = 0; at < Math.max(gone.length, come.length); at++) {
        const [old, fresh] = [gone[at], come[at]];
        changes.push({ ...(old && { before: old }), ...(fresh && { after: fresh }) });
    }
    return changes;
}
/** Lines of one text that the other does not have; of one that stands more often, the last ones. */
function without(lines, others) {
    const counts = new Map();
    for (const { text } of others)
        counts.set(text, (counts.get(text) ?? 0) + 1);
    return lines.filter(({ text }) => {
        const left = counts.get(text) ?? 0;
        counts.set(text, left - 1);
        return left <= 0;
    });
}
const LONGEST = 100;
/** A text of which only the first 100 characters are shown, on one line. */
function shortened(text) {
    return (0,shown/* cut */.Jj)(text.replace(/\s+/g, ' ').trim(), LONGEST);
}

// EXTERNAL MODULE: ./build/plan/readers.js
var readers = __webpack_require__(6122);
// EXTERNAL MODULE: ./build/plan/requirement-files.js + 1 modules
var requirement_files = __webpack_require__(2705);
;// CONCATENATED MODULE: ./build/plan/judge.js






/** Makes patterns ready and finds what `--exclude` leaves out once for all files. */
function judgeOf(view) {
    const { dockerfile } = view.spec;
    const requirements = (0,requirement_files/* requirementFiles */.V)(view);
    const contexts = [...view.contexts.values()].map(context => ({
        context,
        matcher: (0,ignore_match/* ignoreMatcher */.N)(context.ignore?.file.patterns ?? []),
        leftOut: leftOutIn(view, context)
    }));
    return (path, before) => {
        for (const { context, matcher, leftOut } of contexts) {
            const inside = (0,readers/* insideContext */.SO)(context, path);
            if (inside === undefined)
                continue;
            const { ignored: hidden, pattern = '', line = 1 } = (0,ignore_match/* ignored */.P)(matcher, inside);
            if (hidden)
                return `${path} is excluded by ${context.ignore?.path ?? ''}:${line} (${shortened(pattern)})`;
            if (requirements.has(path))
                return pinWords(path, before, view);
            const by = leftOut.get(path);
            if (by === undefined)
                return `${path} is in no COPY, ADD or bind mount of ${dockerfile}`;
            return `${path} is left out by --exclude of ${dockerfile}:${by.line} \`${shortened(by.text)}\``;
        }
        return undefined;
    };
}
/** Files that an instruction would read without its `--exclude`. */
function leftOutIn(view, context) {
    const leftOut = new Map();
    for (const source of context.sources) {
        if (source.exclude.length === 0)
            continue;
        const instruction = (0,readers/* instructionAt */.sA)(view, source.line);
        for (const path of (0,readers/* filesRead */.En)(view, context, { ...source, exclude: [] }))
            leftOut.set(path, instruction);
    }
    return leftOut;
}
/** A requirements file that is only mounted: what changed in it concerns no package that is installed. */
function pinWords(path, before, after) {
    const changes = (0,pin_changes/* pinChanges */.j)(before?.text(path) ?? '', after.text(path) ?? '');
    if (changes.length === 0)
        return `${path}: comments or the order of its lines changed only`;
    const verb = changes.length === 1 ? 'is' : 'are';
    return `${path}: ${(0,shown/* someOf */.yU)(changes, PINS_SHOWN)} ${verb} not installed here, says ${after.spec.installed ?? 'the manifest'}`;
}
const PINS_SHOWN = 5;

;// CONCATENATED MODULE: ./build/plan/dockerfile-words.js

/** What changed in a Dockerfile whose image builds the same. */
function dockerfileWords(before, after) {
    const { dockerfile } = after.spec;
    const at = (line) => `${dockerfile}:${line?.line ?? 1}`;
    const [reached] = lineChanges(before.listing.reached, after.listing.reached);
    if (reached !== undefined) {
        const { text = '' } = reached.after ?? reached.before ?? {};
        return `${at(reached.after ?? reached.before)} changed in a way that builds the same: \`${shortened(text)}\``;
    }
    const [other] = lineChanges(before.listing.others, after.listing.others);
    if (other !== undefined) {
        const { text = '' } = other.after ?? other.before ?? {};
        const place = at(other.after ?? other.before);
        return `${place} \`${shortened(text)}\`: only stages that the target does not reach changed`;
    }
    if (before.text(dockerfile) === after.text(dockerfile))
        return `${dockerfile}: only its file mode changed`;
    const lines = lineChanges(linesOf(before), linesOf(after));
    if (lines.length === 0)
        return `${dockerfile}: the order of comments and blank lines changed only`;
    const place = at(lines[0]?.after ?? lines[0]?.before);
    const texts = lines.flatMap(change => [change.before?.text, change.after?.text]);
    if (texts.every(text => text === undefined || text.trim() === ''))
        return `${place} blank lines changed only`;
    const isComment = (text) => /^\s*(#|$)/.test(text ?? '');
    return `${place} ${texts.every(isComment) ? 'comment' : 'layout'} changed only`;
}
function linesOf(view) {
    const text = view.text(view.spec.dockerfile) ?? '';
    return text.split('\n').map((each, index) => ({ line: index + 1, text: each }));
}

;// CONCATENATED MODULE: ./build/plan/set-aside.js


/**
 * Says for each changed path why it does not affect an image: those that have something to do with it first, those
 * outside of its build contexts last.
 */
function setAside(changed, before, after, common) {
    const near = [];
    const far = [];
    const judges = new Map([after, ...(before === undefined ? [] : [before])].map(view => [view, judgeOf(view)]));
    for (const path of changed) {
        // A file that is gone is looked for where it was.
        const view = after.tree.get(path) === undefined ? (before ?? after) : after;
        const why = recipeWords(path, view, before, after, common) ?? judges.get(view)?.(path, before);
        if (why === undefined)
            far.push({ path, why: outsideWords(path, view) });
        else
            near.push({ path, why });
    }
    return [...near, ...far];
}
/** About a file that says how images are built. */
function recipeWords(path, view, before, after, common) {
    const { name, dockerfile } = after.spec;
    if (path === dockerfile)
        return before === undefined ? undefined : dockerfileWords(before, after);
    if (path === common.manifest)
        return `${path}: nothing that it says about how ${name} is built changed`;
    if (path === common.lock)
        return `${path}: no entry changed that ${name} is built with`;
    for (const context of view.contexts.values()) {
        if (context.ignore?.path === path)
            return `${path} hides the same of what ${name} reads as before`;
    }
    return undefined;
}
/** Of a file that is in no build context of an image. */
function outsideWords(path, { contexts }) {
    return `${path} is outside of ${contextWords(contexts)}`;
}
function contextWords(contexts) {
    const roots = [...contexts.values()].map(({ root }) => (root === '' ? '.' : root));
    return roots.length === 1
        ? `the build context ${roots.join()}`
        : `the build contexts ${[...new Set(roots)].join(', ')}`;
}

// EXTERNAL MODULE: ./build/plan/simulate.js
var simulate = __webpack_require__(9510);
;// CONCATENATED MODULE: ./build/plan/explain.js







/** Details shown of one reason: of five instructions what stood there, and what stands there now. */
const DETAILS_SHOWN = 10;
/** Characters shown of a digest: `sha256:` and 12 hex digits. */
const DIGEST_SHOWN = 19;
/** Explains the reasons of an image: through which instruction a file counts, what an instruction was before. */
function explainReasons(reasons, before, after) {
    return reasons.map(reason => ({
        ...reason,
        details: (0,shown/* firstLines */.UV)(EXPLAIN[reason.kind]?.(reason.text, before, after) ?? [], DETAILS_SHOWN)
    }));
}
/** Kinds of reasons that come from somewhere; the others say all there is to say. */
const EXPLAIN = {
    file: fileDetails,
    instruction: (_, before, after) => before === undefined ? [] : instructionDetails(before.view, after.view),
    argument: (text, before, after) => before === undefined ? [] : argumentDetails(text, before.inputs, after.inputs),
    parent: (text, _, after) => parentDetails(text, after),
    base: baseDetails,
    test: (_text, _before, { view }) => view.spec.test?.kind === 'script' ? [`its script is ${view.spec.test.path}`] : []
};
function fileDetails(text, before, after) {
    const sides = before === undefined ? [after] : [after, before];
    const path = pathIn(text, sides);
    if (path === undefined)
        return [];
    for (const { view, inputs } of sides) {
        const read = (0,readers/* readersOf */.cU)(view, path).map(({ line, text: instruction, kind }) => kind === 'bind'
            ? `mounted by ${placed(view, line, instruction)}`
            : `read by ${placed(view, line, instruction)}`);
        const extra = inputs.extra.find(file => file.path === path);
        const named = extra === undefined ? [] : [extraWords(view, extra.blob, path)];
        if (read.length + named.length > 0)
            return [...new Set([...read, ...named]), ...otherwise(path, before, after)];
    }
    return [];
}
/** Of a file that is there at base and head, but read at one of them only: why not at the other. */
function otherwise(path, before, after) {
    if (before === undefined || [before, after].some(({ view }) => view.tree.get(path) === undefined))
        return [];
    const isMoved = before.view.spec.context !== after.view.spec.context;
    const unread = ({ view }) => (0,readers/* readersOf */.cU)(view, path).length > 0 ? [] : [unreadWords(path, view, isMoved)];
    const [was, now] = [unread(before), unread(after)];
    if (was.length === now.length)
        return [];
    return [...was.map(why => `before: ${why}`), ...now.map(why => `now: ${why}`)];
}
/** Why a file does not count; where the build context is another folder now, with which one. */
function unreadWords(path, view, isMoved) {
    const why = judgeOf(view)(path, undefined);
    if (why === undefined)
        return outsideWords(path, view);
    return isMoved ? `${why} with the build context ${view.spec.context || '.'}` : why;
}
/** What makes a file count that no instruction reads. */
function extraWords(view, blob, path) {
    if ((0,simulate/* supposition */.IZ)(blob) === undefined || view.spec.inputs.length > 0)
        return 'named by `inputs:` of the manifest';
    return `it says how ${view.spec.name} is built, and what would stand in ${path} is not known`;
}
/** The path that a reason about a file begins with. */
function pathIn(text, sides) {
    for (let end = text.length; end > 0; end--) {
        if (end < text.length && text[end] !== ' ' && text[end] !== ':')
            continue;
        const path = text.slice(0, end);
        if (sides.some(({ view }) => view.tree.get(path) !== undefined))
            return path;
    }
    const added = / would be added$/.exec(text);
    return added === null ? undefined : text.slice(0, added.index);
}
function instructionDetails(before, after) {
    return lineChanges(before.listing.reached, after.listing.reached).flatMap(change => changeWords(after.spec.dockerfile, change));
}
/** Before and after of one instruction. */
function changeWords(file, { before, after }) {
    return [
        ...(before === undefined ? [] : [`before ${file}:${before.line} ${quoted(before.text)}`]),
        ...(after === undefined ? [] : [`now    ${file}:${after.line} ${quoted(after.text)}`])
    ];
}
function argumentDetails(text, before, after) {
    const name = /^argument (.*) changed$/.exec(text)?.[1];
    if (name === undefined)
        return [];
    const value = ({ args }) => {
        const given = Object.hasOwn(args, name) ? args[name] : undefined;
        return given === undefined || given === null ? 'without a value' : JSON.stringify(shortened(given));
    };
    return [`${value(before)} → ${value(after)}`];
}
function parentDetails(text, { view, inputs }) {
    const name = /^parent (\S+) /.exec(text)?.[1];
    const names = new Set(inputs.parents.filter(({ image }) => image === name).map(each => each.contextName));
    return takenBy(view, names);
}
function baseDetails(text, before, after) {
    const name = /^base (\S+) /.exec(text)?.[1] ?? '';
    const digest = (side) => {
        const base = side?.inputs.externals.find(each => each.contextName === name);
        return base && (0,inputs/* lockedDigest */.Nl)(base)?.slice(0, DIGEST_SHOWN);
    };
    const [was, now] = [digest(before), digest(after)];
    const moved = was !== undefined && now !== undefined && was !== now ? [`${was} → ${now}`] : [];
    return [...takenBy(after.view, new Set([name])), ...moved];
}
function takenBy(view, contextNames) {
    const lines = view.build.references
        .filter(each => contextNames.has(each.contextName))
        .map(({ line }) => line);
    return [...new Set(lines)].map(line => `taken by ${placed(view, line, (0,readers/* instructionAt */.sA)(view, line).text)}`);
}
function placed(view, line, instruction) {
    const place = `${view.spec.dockerfile}:${line}`;
    return instruction === '' ? place : `${place} ${quoted(instruction)}`;
}
/** An instruction as it is shown: shortened, in marks. */
function quoted(instruction) {
    return `\`${shortened(instruction)}\``;
}

// EXTERNAL MODULE: ./build/commands/plan.js + 15 modules
var commands_plan = __webpack_require__(8109);
// EXTERNAL MODULE: ./build/commands/unknown-image.js
var unknown_image = __webpack_require__(8289);
;// CONCATENATED MODULE: ./build/commands/why.js








/** Says why an image is in the plan, or that it is not and why nothing that changed counts for it. */
async function why(world, name, request) {
    const planned = await (0,commands_plan/* planWithSides */.A)(world, request);
    if (planned.kind === 'invalid')
        return planned;
    const { plan, sides } = planned.value;
    const byName = new Map(plan.images.map(image => [image.name, image]));
    const image = byName.get(name);
    if (image === undefined)
        return { kind: 'invalid', diagnostics: [(0,unknown_image/* unknownImage */.S)(name, byName.keys())] };
    const closer = await openSides(sides, plan.manifest);
    const chain = [];
    for (const link of chainOf(image, byName))
        chain.push(await explained(link, sides, closer));
    const aside = image.action === 'none' ? await asideOf(image, plan.manifest, closer) : [];
    return { ...planned, value: { image, chain, setAside: aside, plan } };
}
/** The shortest way over inherited causes upwards to an image that has a cause of its own. */
function chainOf(image, byName) {
    const seen = new Set([image]);
    let ways = [[image]];
    while (ways.length > 0) {
        const found = ways.find(way => way[0] !== undefined && !isInherited(way[0]));
        if (found !== undefined)
            return found.toReversed();
        const longer = [];
        for (const way of ways) {
            for (const name of way[0]?.parents ?? []) {
                const parent = byName.get(name);
                if (parent === undefined || parent.reasons.length === 0 || seen.has(parent))
                    continue;
                seen.add(parent);
                longer.push([parent, ...way]);
            }
        }
        ways = longer;
    }
    return [image];
}
function isInherited(image) {
    return image.reasons.length > 0 && image.reasons.every(reason => reason.kind === 'parent');
}
async function openSides(sides, manifest) {
    const { comparison, headGit, baseGit, configs, memory } = sides;
    const base = comparison.simulation === undefined ? comparison.base.commit : comparison.head.tree;
    const headTree = await headGit.tree(comparison.head.tree);
    const after = await (0,look/* openLook */.K)(headGit, headTree, manifest, memory, configs.head);
    if (base === null)
        return { before: undefined, after, changed: [] };
    const baseTree = await baseGit.tree(base);
    const before = await (0,look/* openLook */.K)(baseGit, baseTree, manifest, memory, configs.base);
    return { before, after, changed: changedFiles(baseTree, headTree) };
}
async function explained(image, sides, closer) {
    const platform = platformOf(image);
    const after = await examine(image.name, platform, closer.after, sides.head.images.get(image.name));
    if (after === undefined)
        return { image, reasons: image.reasons.map(each => ({ ...each, details: [] })) };
    const was = sides.base?.images.get(image.name);
    const before = closer.before && (await examine(image.name, platform, closer.before, was));
    return { image, reasons: explainReasons(image.reasons, before, after) };
}
/** The platform to tell about: the first that is affected. */
function platformOf({ platforms }) {
    const entries = Object.entries(platforms);
    return (entries.find(([, { affected }]) => affected) ?? entries[0])?.[0] ?? '';
}
async function examine(name, platform, look, image) {
    const inputs = image?.platforms.get(platform);
    const view = inputs && (await look(name, platform));
    return view && inputs && { view, inputs };
}
async function asideOf(image, manifest, closer) {
    // Affected and yet not planned: something else was asked for.
    if ((0,actions/* isAffected */.f)(image))
        return [];
    const platform = platformOf(image);
    const after = await closer.after(image.name, platform);
    const before = await closer.before?.(image.name, platform);
    if (after === undefined)
        return [];
    return setAside(closer.changed, before, after, { manifest, lock: (0,read_manifest/* lockBeside */.KK)(manifest) });
}

// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/diagnostics/user-error.js
var user_error = __webpack_require__(2371);
// EXTERNAL MODULE: ./build/diagnostics/escape.js
var diagnostics_escape = __webpack_require__(5056);
// EXTERNAL MODULE: ./build/manifest/reference.js
var manifest_reference = __webpack_require__(1193);
// EXTERNAL MODULE: ./build/report/amounts.js
var amounts = __webpack_require__(1242);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(4632);
;// CONCATENATED MODULE: ./build/report/why.js






/** Lines about changed files. */
const LINES_SHOWN = 20;
/** Files of which the same is said that are named. */
const NAMES_SHOWN = 3;
/** Images that are listed of each end of a long chain. */
const LINKS_SHOWN = 10;
/** Why an image is built, for a person: from the image over the parents that drag it in to what changed, or why not. */
function renderWhyText(image, parts) {
    const lines = image.action === 'none' ? unaffectedLines(image, parts) : chainLines(parts);
    return `${[(0,headline/* comparisonSentence */.nX)(parts.plan), '', ...lines].map(diagnostics_escape/* visible */.RK).join('\n')}\n`;
}
function chainLines({ chain }) {
    const cut = chain.length - 2 * LINKS_SHOWN;
    const start = cut > 0 ? chain.slice(0, LINKS_SHOWN) : chain;
    const end = cut > 0 ? chain.slice(-LINKS_SHOWN) : [];
    const names = [
        ...start.map(({ image }) => image.name),
        ...(cut > 0 ? [`(${cut} more)`] : []),
        ...end.map(({ image }) => image.name)
    ];
    const cause = chain.at(-1)?.reasons[0]?.text;
    return [
        [...names, ...(cause === undefined ? [] : [cause])].join(' ← '),
        ...[...start, ...end].flatMap(({ image, reasons }) => [
            '',
            `${image.name}: ${image.action}`,
            ...reasons.flatMap(reason => [
                `  because ${reason.text}`,
                ...reason.details.map(detail => `    ${detail}`)
            ])
        ])
    ];
}
function unaffectedLines(image, { setAside, plan }) {
    if ((0,actions/* isAffected */.f)(image))
        return [`${image.name} is affected, but something else was asked for.`];
    const would = plan.simulation === undefined ? 'changed' : 'would change';
    const kept = [
        ...listed('parent', image.parents),
        ...listed('base', image.externalBases.map(reference => (0,manifest_reference/* contextNameOf */.Gf)(reference) ?? reference)),
        'instructions and arguments'
    ];
    const rest = `Its ${kept.join(', ')} are what they were.`;
    if (setAside.length === 0)
        return [`${image.name} is not affected: no file ${would}.`, rest];
    return [
        `${image.name} is not affected: ${(0,amounts/* counted */.hS)(setAside.length, 'file')} ${would}, and none counts for it.`,
        ...(0,shown/* firstLines */.UV)(groupedLines(setAside), LINES_SHOWN).map(line => `  ${line}`),
        rest
    ];
}
/** A line for each file; files of which the same is said share one when they are many. */
function groupedLines(setAside) {
    const groups = new Map();
    for (const aside of setAside) {
        const same = aside.why.startsWith(`${aside.path} is `)
            ? aside.why.slice(aside.path.length + 4)
            : aside.why;
        const group = groups.get(same);
        if (group === undefined)
            groups.set(same, [aside]);
        else
            group.push(aside);
    }
    return [...groups].flatMap(([same, group]) => {
        if (group.length <= NAMES_SHOWN)
            return group.map(({ why }) => why);
        const names = group.slice(0, NAMES_SHOWN).map(({ path }) => path);
        return [`${names.join(', ')} and ${group.length - NAMES_SHOWN} more are ${same}`];
    });
}
function listed(word, names) {
    if (names.length === 0)
        return [];
    return [`${word}${names.length > 1 ? 's' : ''} ${names.join(' and ')}`];
}

// EXTERNAL MODULE: ./build/cli/plan.js + 1 modules
var cli_plan = __webpack_require__(2567);
;// CONCATENATED MODULE: ./build/cli/why.js






/** `base-images why IMAGE`. */
async function whyFace({ world, options, terminal, tell }) {
    const [name] = options.positionals;
    if (name === undefined) {
        const message = '`why` needs the name of an image';
        throw new user_error/* UserError */.y((0,diagnostic/* errorAt */.Os)('E004', diagnostic/* COMMAND_LINE */.rD, message, 'run `base-images why IMAGE`'));
    }
    const outcome = await why(world, name, (0,cli_plan.planRequest)(options));
    if (outcome.kind === 'invalid') {
        tell(outcome.diagnostics);
        return commands_outcome/* EXIT */.d.invalid;
    }
    const { image, chain, setAside, plan } = outcome.value;
    terminal.out(options.format === 'json'
        ? `${JSON.stringify(jsonOf(outcome.value), undefined, 2)}\n`
        : renderWhyText(image, { chain, setAside, plan }));
    return commands_outcome/* EXIT */.d.done;
}
/**
 * The document of `--format json`: what was compared, the image, the chain with details, and the files that do not
 * count.
 */
function jsonOf({ image, chain, setAside, plan }) {
    const { base, head, simulation } = plan;
    return {
        base,
        head,
        ...(simulation === undefined ? {} : { simulation }),
        image,
        chain: chain.map(({ image: link, reasons }) => ({ ...link, reasons })),
        setAside
    };
}


/***/ })

};
