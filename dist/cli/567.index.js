export const id = 567;
export const ids = [567];
export const modules = {

/***/ 2567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planFace: () => (/* binding */ planFace),
  planRequest: () => (/* binding */ planRequest)
});

// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/commands/plan.js + 15 modules
var plan = __webpack_require__(8109);
// EXTERNAL MODULE: ./build/report/text.js
var report_text = __webpack_require__(3920);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/diagnostics/user-error.js
var user_error = __webpack_require__(2371);
;// CONCATENATED MODULE: ./build/cli/simulation.js


/** What `--simulate` and `--simulate-base` suppose; undefined without them. Throws a UserError that names what is wrong. */
function simulationOf(options) {
    if (options.simulate.length + options.simulateBase.length === 0)
        return undefined;
    const besides = ['base', 'registry', 'rebuild'];
    const other = besides.find(name => options[name] !== undefined && options[name] !== false);
    if (other !== undefined) {
        throw new user_error/* UserError */.y((0,diagnostic/* errorAt */.Os)('E004', diagnostic/* COMMAND_LINE */.rD, `--${other} means nothing in a simulation, which compares what is there with what would be`, `leave out --${other}, or --simulate and --simulate-base`));
    }
    return { paths: [...new Set(options.simulate)], bases: [...new Set(options.simulateBase)] };
}

;// CONCATENATED MODULE: ./build/cli/plan.js




/** `base-images plan`. */
async function planFace({ world, options, given, terminal, tell }) {
    const outcome = await (0,plan/* plan */.e)(world, planRequest(options));
    if (outcome.kind === 'invalid') {
        tell(outcome.diagnostics);
        return commands_outcome/* EXIT */.d.invalid;
    }
    if (outcome.warnings.length > 0)
        tell(outcome.warnings);
    const { value } = outcome;
    terminal.out(options.format === 'json'
        ? `${JSON.stringify(value, undefined, 2)}\n`
        : (0,report_text/* renderPlanText */.$D)(value, { colour: terminal.colour, given }));
    return commands_outcome/* EXIT */.d.done;
}
/** The request that the options of the command line make. */
function planRequest(options) {
    const { manifest, base, head, registry, platforms } = options;
    const simulation = simulationOf(options);
    return {
        ...(manifest === undefined ? {} : { manifest }),
        ...(base === undefined ? {} : { base }),
        ...(head === undefined ? {} : { head }),
        ...(registry === undefined ? {} : { registry }),
        ...(platforms === undefined ? {} : { platforms }),
        ...(simulation === undefined ? {} : { simulation }),
        images: options.images,
        all: options.all,
        rebuild: options.rebuild
    };
}


/***/ }),

/***/ 9528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ externalDigests)
/* harmony export */ });
/* harmony import */ var _io_registry_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6269);
/* harmony import */ var _keys_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8704);
/* harmony import */ var _manifest_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1193);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2371);
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(492);





/**
 * The digests of external bases in this run, each asked for once: the one in the reference itself, else the lock's, else
 * the plan's pin, else what the registry has now. That there is none is told at the Dockerfile that is asked for first.
 */
function externalDigests(registry, plan) {
    const asked = new Map();
    return async ({ reference, lock, from }, dockerfile) => {
        const written = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(reference)?.digest;
        const known = written ?? (0,_keys_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .lockedDigest */ .Nl)({ lock }) ?? plan.pins[reference];
        if (known !== undefined)
            return known;
        const current = asked.get(reference) ?? currentDigest(registry, reference, placeOf(dockerfile, from?.line));
        asked.set(reference, current);
        return current;
    };
}
function placeOf(file, line) {
    return line === undefined ? { file } : { file, line };
}
/** What a reference means in its registry now; `place` is where it is taken, which a registry that fails is told with. */
async function currentDigest(registry, reference, place) {
    const parsed = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(reference);
    const looking = parsed && registry.head((0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(parsed), parsed.tag ?? 'latest');
    const found = await looking?.catch((error) => {
        if (!(error instanceof _io_registry_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g))
            throw error;
        const doing = `looking for the base ${reference} of ${place.file}${place.line === undefined ? '' : `:${place.line}`}`;
        throw new _io_registry_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g({ ...error.action, doing }, error.answer, error.tries);
    });
    if (found !== undefined)
        return found.digest;
    const message = `the base ${reference} does not exist in its registry`;
    throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y((0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_4__/* .errorAt */ .Os)('W002', place, message, 'correct the reference, or check that the registry lets you read it'));
}


/***/ }),

/***/ 8109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ plan),
  A: () => (/* binding */ planWithSides)
});

// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/graph/closure.js
var closure = __webpack_require__(2486);
// EXTERNAL MODULE: ./build/keys/canonical.js
var canonical = __webpack_require__(8335);
// EXTERNAL MODULE: ./build/keys/pin-changes.js
var pin_changes = __webpack_require__(2914);
// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
// EXTERNAL MODULE: ./build/diagnostics/shown.js
var diagnostics_shown = __webpack_require__(4846);
// EXTERNAL MODULE: ./build/plan/simulate.js
var simulate = __webpack_require__(9510);
;// CONCATENATED MODULE: ./build/plan/compare.js





/**
 * The direct causes why two sets of inputs of one image differ, files first; parents are told by the caller.
 * Files explain, they do not judge: whether an image is affected is decided by its key.
 */
function directReasons(dockerfile, before, after) {
    return [
        ...fileReasons(before, after),
        ...folderReasons(before, after),
        ...instructionReasons(dockerfile, before.instructions, after.instructions),
        ...valueReasons('argument', before.args, after.args),
        ...externalReasons(before, after),
        ...parentReasons(before, after),
        ...valueReasons('label', before.labels, after.labels),
        ...epochReasons(before, after)
    ];
}
/** Build contexts of an image that are other folders now: they come before the files that are read of them. */
function contextReasons(manifest, was, now) {
    const folders = (spec) => {
        const named = Object.entries(spec.contexts).flatMap(([name, given]) => given.kind === 'path' ? [[`build context ${name}`, given.path]] : []);
        return new Map([['build context', spec.context], ...named]);
    };
    const before = folders(was);
    return [...folders(now)].flatMap(([what, folder]) => {
        const old = before.get(what);
        if (old === undefined || old === folder)
            return [];
        const text = `${manifest}: ${what} of ${now.name} changed from ${old || '.'} to ${folder || '.'}`;
        return [{ kind: 'context', text }];
    });
}
function fileReasons(before, after) {
    const old = allFiles(before);
    const now = allFiles(after);
    const [oldExtra, extra] = [extraPaths(before), extraPaths(after)];
    const reasons = new Map();
    for (const [path, file] of now) {
        const was = old.get(path);
        const supposed = (0,simulate/* supposition */.IZ)(file.blob);
        if (supposed !== undefined)
            reasons.set(path, supposed);
        else if (was === undefined)
            reasons.set(path, 'added');
        else if (!sameContent(was, file))
            reasons.set(path, contentWords(was, file));
        else if (was.mode !== file.mode)
            reasons.set(path, `mode changed from ${was.mode} to ${file.mode}`);
        else if (was.contextPath !== file.contextPath)
            reasons.set(path, 'has another place in the build context');
        else if (was.hidden !== file.hidden)
            reasons.set(path, `is ${hiddenWords(file)} by the ignore file`);
        else if (oldExtra.has(path) !== extra.has(path))
            reasons.set(path, `is ${extra.has(path) ? 'now' : 'no longer'} named by \`inputs\` of the manifest`);
    }
    for (const path of old.keys())
        if (!now.has(path))
            reasons.set(path, 'deleted, or no longer read');
    return [...reasons]
        .sort(([a], [b]) => (0,code_unit/* byCodeUnit */.X)(a, b))
        .map(([path, what]) => ({ kind: 'file', text: `${path} ${what}` }));
}
function hiddenWords({ hidden }) {
    return hidden === true ? 'hidden now' : 'no longer hidden';
}
function extraPaths({ extra }) {
    return new Set(extra.map(({ path }) => path));
}
/**
 * Folders that are in a build context at one of two commits only, without a file that counts: BuildKit copies them empty.
 * One that has such a file at the other commit is told by that file.
 */
function folderReasons(before, after) {
    const told = (from, to, what) => [...from.folders].flatMap(([context, folders]) => folders
        .filter(folder => !hasFolder(to, context, folder))
        .map((folder) => {
        const where = context === '' ? 'build context' : `build context ${context}`;
        return { kind: 'context', text: `empty folder ${folder} of the ${where} ${what}` };
    }));
    return [...told(after, before, 'is new'), ...told(before, after, 'is gone')];
}
function hasFolder({ files, folders }, context, folder) {
    const below = (path) => path.startsWith(`${folder}/`);
    const isListed = folders.get(context)?.some(path => path === folder || below(path)) === true;
    return isListed || files.get(context)?.some(({ contextPath }) => below(contextPath)) === true;
}
function sameContent(was, file) {
    if (was.pins === undefined || file.pins === undefined)
        return was.blob === file.blob && was.pins === file.pins;
    return was.pins.join('\n') === file.pins.join('\n');
}
const PINS_SHOWN = 5;
/** `modified`, and of a requirements file that counts by its pins, by which. */
function contentWords(was, file) {
    if (was.pins === undefined || file.pins === undefined) {
        if (was.blob !== file.blob)
            return 'modified';
        return file.pins === undefined ? 'counts whole now' : 'counts by the pins of what is installed now';
    }
    const changes = (0,pin_changes/* pinChanges */.j)(was.pins.join('\n'), file.pins.join('\n'));
    const word = was.blob === file.blob ? 'counts otherwise' : 'modified';
    if (changes.length === 0)
        return `${word}: its lines are in another order`;
    return `${word}: ${(0,diagnostics_shown/* someOf */.yU)(changes, PINS_SHOWN)}`;
}
function allFiles(inputs) {
    const files = new Map();
    for (const list of inputs.files.values())
        for (const file of list)
            files.set(file.path, file);
    for (const file of inputs.extra)
        files.set(file.path, file);
    return files;
}
function instructionReasons(dockerfile, before, after) {
    const old = new Set(before);
    const now = new Set(after);
    const changed = after.some(line => !old.has(line)) || before.some(line => !now.has(line));
    const moved = !changed && (0,canonical/* canonicalJson */.dj)(before) !== (0,canonical/* canonicalJson */.dj)(after);
    if (changed)
        return [{ kind: 'instruction', text: `${dockerfile}: instructions changed` }];
    if (moved)
        return [{ kind: 'instruction', text: `${dockerfile}: instructions are in another order` }];
    return [];
}
function valueReasons(kind, before, after) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(code_unit/* byCodeUnit */.X);
    return names
        .filter(name => before[name] !== after[name])
        .map(name => ({ kind, text: `${kind} ${name} changed` }));
}
function externalReasons(before, after) {
    const old = new Map(before.externals.map(external => [external.reference, (0,canonical/* canonicalJson */.dj)(external.lock)]));
    return after.externals
        .filter(external => old.get(external.reference) !== (0,canonical/* canonicalJson */.dj)(external.lock))
        .map(external => ({
        kind: 'base',
        text: `base ${external.contextName} ${baseMove(external, old.has(external.reference))}`
    }));
}
function baseMove(external, known) {
    if ((0,simulate/* isSupposedMove */.tn)(external.lock))
        return 'would move';
    return known ? 'moved in the lock' : 'is new';
}
function parentReasons(before, after) {
    const old = new Map(before.parents.map(parent => [parent.contextName, parent.image]));
    return after.parents
        .filter(parent => old.get(parent.contextName) !== parent.image)
        .map(parent => ({ kind: 'parent', text: `parent ${parent.image} is new` }));
}
function epochReasons(before, after) {
    if ((0,canonical/* canonicalJson */.dj)(before.epoch) === (0,canonical/* canonicalJson */.dj)(after.epoch))
        return [];
    const epoch = after.epoch;
    const text = typeof epoch === 'string' ? `patch epoch ${epoch}` : 'patch epoch changed';
    return [{ kind: 'epoch', text }];
}

// EXTERNAL MODULE: ./build/plan/keys.js
var keys = __webpack_require__(2796);
// EXTERNAL MODULE: ./build/plan/snapshot.js
var snapshot = __webpack_require__(3668);
;// CONCATENATED MODULE: ./build/plan/publication.js


const TAGS_SHOWN = 5;
/**
 * What of the publication of an image changed, for a person: `tags (1.0 added) and description changed`; undefined when
 * nothing did.
 */
function publicationChange(was, now) {
    const [before, after] = [record(was), record(now)];
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const changed = names.filter(name => (0,canonical/* canonicalJson */.dj)(before[name] ?? null) !== (0,canonical/* canonicalJson */.dj)(after[name] ?? null));
    if (changed.length === 0)
        return undefined;
    const parts = changed.map(name => (name === 'tags' ? tagsPart(before[name], after[name]) : name));
    return `${parts.join(' and ')} changed`;
}
function tagsPart(was, now) {
    const [before, after] = [texts(was), texts(now)];
    const added = after.filter(tag => !before.includes(tag));
    const removed = before.filter(tag => !after.includes(tag));
    const parts = [
        ...(added.length === 0 ? [] : [`${(0,diagnostics_shown/* someOf */.yU)(added, TAGS_SHOWN)} added`]),
        ...(removed.length === 0 ? [] : [`${(0,diagnostics_shown/* someOf */.yU)(removed, TAGS_SHOWN)} removed`])
    ];
    return parts.length === 0 ? 'tags' : `tags (${parts.join(', ')})`;
}
function record(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : {};
}
function texts(value) {
    return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
}

;// CONCATENATED MODULE: ./build/plan/plan.js







/** Of an image whose key differs and of which no comparison says in what. */
const UNEXPLAINED = 'its inputs are put together in another way';
/**
 * Decides what a change does to every image: from two snapshots (no base: everything) to a plan without rows.
 * An image is affected when its key differs; the reasons say why.
 */
function makePlan(head, base, comparison, options, warnings) {
    const selected = selection(head, options);
    const known = new Map();
    const { standing } = head;
    const salt = (image) => saltOf(image, options, selected);
    const baseSalt = (image) => (unfollowed(image) ? 'base' : undefined);
    const now = (0,keys/* keysOf */.Y)(head.images, head.order.names, standing, salt, known);
    const before = base && (0,keys/* keysOf */.Y)(base.images, base.order, standing, baseSalt, known);
    const affected = affectedImages(head, now, before);
    const images = head.manifest.images.map(spec => {
        const stands = standing.get(spec.name);
        if (stands !== undefined)
            return { ...stands, ...placeOf(spec.name, head) };
        const image = head.images.get(spec.name);
        if (image === undefined)
            throw new Error(`Internal error: ${spec.name} has no inputs`);
        const reasons = [
            ...askedReasons(image, options, selected),
            ...reasonsOf(image, base, comparison, affected, head)
        ];
        // No decision goes without a reason, also where the comparison has no words for what differs.
        const isExplained = reasons.some(({ kind }) => kind !== 'test' && kind !== 'tags');
        if (!isExplained && affected.has(spec.name))
            reasons.push(unexplained(spec.dockerfile));
        const planned = planImage(image, head, now, before, reasons);
        return { ...planned, action: actionOf(image, base, options, selected, affected) };
    });
    return {
        version: 1,
        manifest: head.manifest.path,
        ...comparison,
        images: images.map(image => (image.action === 'none' ? { ...image, reasons: [] } : image)),
        levels: [],
        pins: {},
        warnings
    };
}
function unexplained(dockerfile) {
    return { kind: 'instruction', text: `${dockerfile}: ${UNEXPLAINED}` };
}
/** Images that `--image` names, and what is built on them when they are rebuilt. */
function selection(head, options) {
    if (options.images.length === 0)
        return options.all || options.rebuild ? new Set(head.images.keys()) : undefined;
    if (!options.rebuild)
        return new Set(options.images);
    return new Set([...options.images, ...(0,closure/* descendants */.D)(head.graph, options.images)]);
}
function saltOf(image, options, selected) {
    const name = image.spec.name;
    const rebuilt = options.rebuild && (options.images.length === 0 || options.images.includes(name));
    return unfollowed(image) || (rebuilt && selected?.has(name) === true) ? `run ${options.run}` : undefined;
}
function unfollowed(image) {
    for (const inputs of image.platforms.values())
        if (inputs.unfollowed.length > 0)
            return true;
    return false;
}
function affectedImages(head, now, before) {
    const affected = new Set();
    for (const name of head.images.keys()) {
        for (const [platform, { key }] of now.get(name) ?? []) {
            if (before?.get(name)?.get(platform)?.key !== key)
                affected.add(name);
        }
    }
    return affected;
}
function planImage(image, head, now, before, reasons) {
    const { name } = image.spec;
    const platforms = {};
    for (const [platform, { key, salt }] of now.get(name) ?? []) {
        const affected = before?.get(name)?.get(platform)?.key !== key;
        platforms[platform] = {
            key,
            ...(salt === undefined ? {} : { salt }),
            affected,
            ...crossingOf(image, platform)
        };
    }
    return {
        name,
        action: 'none',
        reasons,
        ...placeOf(name, head),
        needs: image.spec.needs,
        externalBases: (0,snapshot/* externalBases */.i)(image),
        inputs: countInputs(image),
        platforms
    };
}
function placeOf(name, head) {
    return {
        level: head.order.level.get(name) ?? 0,
        parents: head.graph.parents(name),
        children: head.graph.children(name)
    };
}
function crossingOf(image, platform) {
    const parents = image.platforms.get(platform)?.parents ?? [];
    const crossing = parents
        .filter(parent => parent.platform !== platform)
        .map(parent => ({ image: parent.image, platform: parent.platform }));
    return crossing.length === 0 ? {} : { crossing };
}
function countInputs(image) {
    const paths = new Set();
    for (const inputs of image.platforms.values()) {
        for (const files of inputs.files.values())
            for (const file of files)
                paths.add(file.path);
        for (const file of inputs.extra)
            paths.add(file.path);
    }
    return paths.size;
}
function actionOf(image, base, options, selected, affected) {
    const { name } = image.spec;
    if (selected !== undefined && (options.images.length > 0 || selected.has(name))) {
        return selected.has(name) ? 'build' : 'none';
    }
    if (affected.has(name))
        return 'build';
    const was = base?.images.get(name);
    if (was === undefined || was === image)
        return 'none';
    if ((0,canonical/* canonicalJson */.dj)(was.test) !== (0,canonical/* canonicalJson */.dj)(image.test))
        return 'test';
    if ((0,canonical/* canonicalJson */.dj)(was.publication) !== (0,canonical/* canonicalJson */.dj)(image.publication))
        return 'retag';
    return 'none';
}
function askedReasons(image, options, selected) {
    const { name } = image.spec;
    if (options.images.includes(name)) {
        return [
            { kind: 'asked', text: options.rebuild ? 'a rebuild was asked for by --image' : 'asked for by --image' }
        ];
    }
    if (options.images.length > 0 || selected?.has(name) !== true)
        return [];
    return options.rebuild
        ? [{ kind: 'rebuild', text: 'asked for by --rebuild' }]
        : [{ kind: 'asked', text: 'asked for by --all' }];
}
function reasonsOf(image, base, comparison, affected, head) {
    const { name, dockerfile } = image.spec;
    const followed = unfollowedReasons(image);
    if (base === undefined) {
        return [...followed, { kind: 'no-base', text: `no trustworthy base commit: ${comparison.base.how}` }];
    }
    const why = base.unreadable.get(name);
    if (why !== undefined)
        return [...followed, { kind: 'no-base', text: `cannot be read at the base commit: ${why}` }];
    const was = base.images.get(name);
    if (was === undefined)
        return [...followed, { kind: 'new', text: 'new in the manifest' }];
    const direct = new Map();
    for (const [platform, inputs] of image.platforms) {
        const old = was.platforms.get(platform);
        if (old === inputs)
            continue;
        if (old === undefined)
            direct.set(platform, { kind: 'platform', text: `platform ${platform} is new` });
        else
            for (const reason of directReasons(dockerfile, old, inputs))
                direct.set(reason.text, reason);
    }
    const inherited = head.graph
        .parents(name)
        .filter(parent => affected.has(parent))
        .map((parent) => ({ kind: 'parent', text: `parent ${parent} affected` }));
    const contexts = affected.has(name) ? contextReasons(head.manifest.path, was.spec, image.spec) : [];
    return [...followed, ...contexts, ...direct.values(), ...inherited, ...quietReasons(was, image)];
}
function unfollowedReasons(image) {
    const reasons = new Map();
    for (const inputs of image.platforms.values()) {
        for (const place of inputs.unfollowed) {
            const text = `${place.file}:${place.line}: ${place.message}; ${place.remedy}`;
            reasons.set(text, { kind: 'unfollowed', text });
        }
    }
    return [...reasons.values()];
}
/** Changes that build nothing. */
function quietReasons(was, now) {
    if (was === now)
        return [];
    const reasons = [];
    if ((0,canonical/* canonicalJson */.dj)(was.test) !== (0,canonical/* canonicalJson */.dj)(now.test)) {
        reasons.push({ kind: 'test', text: `smoke test ${isSupposed(now.test) ? 'would change' : 'changed'}` });
    }
    const published = publicationChange(was.publication, now.publication);
    if (published !== undefined)
        reasons.push({ kind: 'tags', text: published });
    return reasons;
}
function isSupposed(test) {
    const script = test;
    return typeof script?.blob === 'string' && (0,simulate/* supposition */.IZ)(script.blob) !== undefined;
}

// EXTERNAL MODULE: ./build/plan/platforms.js
var plan_platforms = __webpack_require__(5690);
// EXTERNAL MODULE: ./build/plan/rows.js + 9 modules
var rows = __webpack_require__(4172);
// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var opened = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/plan/actions.js
var actions = __webpack_require__(4557);
// EXTERNAL MODULE: ./build/release/parallel.js
var parallel = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/commands/external.js
var external = __webpack_require__(9528);
// EXTERNAL MODULE: ./build/commands/published.js
var published = __webpack_require__(3025);
// EXTERNAL MODULE: ./build/commands/staged.js
var commands_staged = __webpack_require__(4077);
;// CONCATENATED MODULE: ./build/commands/ask-staging.js









/**
 * The second step of a plan: what staging has already, or what is public of it, is reused, what is wanted and missing
 * joins, and external bases are pinned to what they are now for the whole run.
 */
async function askStaging(world, git, plan, snapshot, registry, wantsAll) {
    const targets = await (0,opened/* targetsFor */.Y$)(world, git, snapshot.manifest, registry);
    const client = await world.registry();
    const newest = (0,published/* openNewest */.J)(client, targets.record, world.log);
    const find = (0,published/* openPublished */.n)(client, targets, snapshot, world.log, newest);
    const staged = (0,commands_staged/* openStaged */.X)(client, targets.staging, plan, snapshot, { find });
    const there = new Map();
    await (0,parallel/* inParallel */.H)(parallel/* QUESTIONS_AT_ONCE */.a, plan.images, async (image) => {
        const platforms = Object.keys(image.platforms).filter(each => (0,plan_platforms/* isTaken */.Ck)(plan, each));
        // Of an image that this run leaves out nothing is asked, and nothing follows for it.
        if (platforms.length === 0)
            return;
        const digests = await Promise.all(platforms.map(each => staged.digest(image.name, each)));
        there.set(image.name, digests.every(digest => digest !== undefined));
    });
    const wanted = wantedImages(plan, snapshot, wantsAll);
    const images = plan.images.map(image => settle(image, there.get(image.name), wanted.has(image.name)));
    const pins = await pinsOf(plan, images, snapshot, (0,external/* externalDigests */.H)(client, plan));
    const weighed = images.some(actions/* isWork */.c) ? weigh(images, await newest()) : images;
    return { ...plan, images: weighed, pins };
}
/** Notes how large images were when they were released last: that is what a disk has to have room for. */
function weigh(images, released) {
    return images.map(image => {
        const before = released.get(image.name)?.platforms ?? {};
        const platforms = Object.entries(image.platforms).map(([platform, planned]) => {
            const bytes = before[platform]?.bytes;
            return [platform, bytes === undefined ? planned : { ...planned, bytes }];
        });
        return { ...image, platforms: Object.fromEntries(platforms) };
    });
}
/** Everything, or what is worked on with all that it is built on. */
function wantedImages(plan, snapshot, wantsAll) {
    if (wantsAll)
        return new Set(plan.images.map(image => image.name));
    const work = plan.images.filter(image => image.action !== 'none').map(image => image.name);
    return new Set([...work, ...(0,closure/* ancestors */.T)(snapshot.graph, work)]);
}
function settle(image, there, wanted) {
    if (there === undefined)
        return image;
    if (there)
        return (0,actions/* isWork */.c)(image) ? { ...image, action: 'reuse' } : image;
    if ((0,actions/* isWork */.c)(image) || !wanted)
        return image;
    return {
        ...image,
        action: 'build',
        reasons: [...image.reasons, { kind: 'missing', text: 'not built yet' }]
    };
}
async function pinsOf(plan, images, snapshot, digest) {
    const pins = {};
    for (const image of images.filter(each => each.action === 'build')) {
        const read = snapshot.images.get(image.name);
        for (const [platform, inputs] of read?.platforms ?? []) {
            if (!(0,plan_platforms/* isTaken */.Ck)(plan, platform))
                continue;
            for (const base of inputs.externals.filter(each => each.lock === null)) {
                pins[base.reference] ??= await digest(base, read?.spec.dockerfile ?? '.');
            }
        }
    }
    return Object.fromEntries(Object.entries(pins).sort(([a], [b]) => (0,code_unit/* byCodeUnit */.X)(a, b)));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/context/tree.js
var context_tree = __webpack_require__(7522);
;// CONCATENATED MODULE: ./build/context/overlay.js


/**
 * A tree that is like another but for some paths: two commits share nearly everything, so the second one costs what
 * differs. `links` gives the targets of symbolic links among the paths that differ.
 */
function overlayTree(tree, overlay, links) {
    const own = (0,context_tree/* treeOf */.g7)([...overlay].flatMap(([path, entry]) => (entry === undefined ? [] : [[path, entry]])), links);
    return {
        get: path => (overlay.has(path) ? overlay.get(path) : tree.get(path)),
        under: folder => {
            const below = tree.under(folder);
            const start = folder === '' ? '' : `${folder}/`;
            const touched = [...overlay.keys()].filter(path => path.startsWith(start));
            if (touched.length === 0)
                return below;
            return [...below.filter(path => !overlay.has(path)), ...own.under(folder)].sort(code_unit/* byCodeUnit */.X);
        },
        link: path => (overlay.has(path) ? own.link(path) : tree.link(path)),
        plain: tree.plain === true && own.plain === true
    };
}

// EXTERNAL MODULE: ./build/load/snapshot.js + 3 modules
var load_snapshot = __webpack_require__(369);
// EXTERNAL MODULE: ./build/load/standing.js
var load_standing = __webpack_require__(5581);
// EXTERNAL MODULE: ./build/load/dockerfiles.js
var dockerfiles = __webpack_require__(1858);
;// CONCATENATED MODULE: ./build/load/touched.js


/** Finds the images of which a build could read one of the paths, and all that are built on them. */
function touchedImages(specs, graph, paths) {
    const touched = [...readersOf(specs, paths)];
    // What an image hands on (ENV, ONBUILD) is read with its Dockerfile, and children read it.
    return new Set([...touched, ...(0,closure/* descendants */.D)(graph, touched)]);
}
/** Finds the images that could themselves read one of the paths, whatever they are built on. */
function readersOf(specs, paths) {
    const changed = new Set(paths);
    if (changed.size === 0)
        return changed;
    const folders = foldersOf(changed);
    return new Set(specs.filter(spec => isTouched(spec, changed, folders)).map(spec => spec.name));
}
/** Files, beside those of folders, that an image is read from: some may not exist. */
function filesRead(spec) {
    const files = [spec.dockerfile, ...(0,dockerfiles/* ignorePaths */.H9)(spec), ...(0,dockerfiles/* folderPaths */.n0)(spec)];
    if (spec.test?.kind === 'script')
        files.push(spec.test.path);
    if (spec.installed !== undefined)
        files.push(spec.installed);
    return files;
}
/** Folders that a build of the image can read; `''` is the root of the repository. */
function foldersRead(spec) {
    const named = Object.values(spec.contexts);
    return [spec.context, ...named.flatMap(context => (context.kind === 'path' ? [context.path] : []))];
}
function isTouched(spec, changed, folders) {
    // Globs of extra inputs are few; whoever has one is read again.
    if (spec.inputs.length > 0)
        return true;
    return (foldersRead(spec).some(folder => folders.has(folder)) || filesRead(spec).some(path => changed.has(path)));
}
/** All folders that something changed in, at any depth; `''` is the root. */
function foldersOf(paths) {
    const folders = new Set();
    for (const path of paths) {
        folders.add('');
        for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.slice(0, slash));
        }
        // A folder that became a file, or the other way round.
        folders.add(path);
    }
    return folders;
}

;// CONCATENATED MODULE: ./build/load/base-snapshot.js






/**
 * Reads the base commit beside a head that is read already. The two share nearly everything, so only images are read
 * again of which something that they could read differs, what a parent hands on included; all others are the very same
 * objects. `changes` lead from the
 * base to the head; what stands at the head stands at the base.
 */
async function readBaseSnapshot(git, changes, head, manifestPath, memory, standing = load_standing/* NOTHING_STANDS */.A) {
    const tree = await treeBefore(git, head.tree, changes);
    return (0,load_snapshot/* readTree */.Zc)(git, tree, manifestPath, memory, {
        known: knownImages(head, changes, manifestPath),
        standing
    });
}
async function treeBefore(git, tree, changes) {
    const overlay = new Map(changes.map(change => [change.path, change.before]));
    const links = changes.filter(change => change.before?.mode === '120000');
    const targets = await git.links(links.map(change => change.before?.blob ?? ''));
    const targetOf = new Map(links.map(change => [change.path, targets.get(change.before?.blob ?? '')]));
    return overlayTree(tree, overlay, path => targetOf.get(path));
}
/** None when the manifest or the lock differs: anything may be different then. */
function knownImages(head, changes, manifestPath) {
    const changed = changes.map(change => change.path);
    if (head.manifest === undefined || changesManifest(changed, manifestPath))
        return load_snapshot/* NOTHING_KNOWN */.GN;
    const again = readersOf(head.manifest.images, changed);
    const kept = (name) => again.has(name) ? undefined : head.images.get(name);
    return {
        parents: name => (kept(name) === undefined ? undefined : head.edges.get(name)),
        image: (name, configs) => {
            const image = kept(name);
            if (image === undefined || !parentsHandOnTheSame(image, configs, head.configs))
                return undefined;
            return { image, configs: configsOf(name, image.spec, head.configs) };
        }
    };
}
/** What an image reads of its parents (ENV, ONBUILD) is what they hand on for its own platform. */
function parentsHandOnTheSame(image, before, after) {
    for (const [platform, { parents }] of image.platforms) {
        for (const parent of parents) {
            const id = `${parent.image} ${platform}`;
            if (!isSame(before.get(id), after.get(id)))
                return false;
        }
    }
    return true;
}
function isSame(a, b) {
    return a === b || (a !== undefined && b !== undefined && (0,external_node_util_.isDeepStrictEqual)(a, b));
}
/** Whether the manifest or the lock beside it is among the paths. */
function changesManifest(paths, manifestPath) {
    return paths.includes(manifestPath) || paths.includes((0,read_manifest/* lockBeside */.KK)(manifestPath));
}
/** What an image hands on, by `image platform`. */
function configsOf(name, spec, configs) {
    const ids = spec.platforms.map(platform => `${name} ${platform}`);
    return new Map(ids.flatMap(id => {
        const config = configs.get(id);
        return config === undefined ? [] : [[id, config]];
    }));
}

;// CONCATENATED MODULE: ./build/load/last-plan.js





/** What is worth keeping of a plan and the reading it was made from. */
function lastPlanOf(build, plan, reading, since) {
    const { given, configs } = reading;
    const specs = new Map(given.manifest?.images.map(spec => [spec.name, spec]));
    const noted = new Set(reading.diagnostics.map(diagnostic => diagnostic.file));
    const images = plan.images.map((planned) => {
        const spec = specs.get(planned.name);
        const kept = { planned: atRest(planned) };
        const stands = since?.standing.images.get(planned.name);
        if (stands !== undefined)
            return { ...kept, configs: stands.configs };
        if (spec === undefined || !isFollowed(planned))
            return kept;
        // Globs and lists of packages are looked at in every plan: what is said of them names the manifest.
        if (noted.has(spec.dockerfile) || spec.inputs.length > 0 || spec.installed !== undefined)
            return kept;
        return { ...kept, configs: Object.fromEntries(configsOf(spec.name, spec, configs)) };
    });
    return { build, manifestPath: plan.manifest, tree: plan.head.tree, given, images };
}
/** A salt says that inputs could not be followed. */
function isFollowed({ platforms }) {
    return Object.values(platforms).every(platform => platform.salt === undefined);
}
function atRest(planned) {
    if (planned.action === 'none' && Object.values(planned.platforms).every(each => !each.affected))
        return planned;
    const platforms = {};
    for (const [name, each] of Object.entries(planned.platforms))
        platforms[name] = { ...each, affected: false };
    return { ...planned, action: 'none', reasons: [], platforms };
}
/**
 * Finds what still stands when these paths changed since the last plan, or lie between the two commits that are compared.
 * Undefined when nothing of it is of use: the manifest is another, or most images have to be read anyway.
 */
function standingSince(last, changed) {
    const { manifest } = last.given;
    if (manifest === undefined || changesManifest(changed, last.manifestPath))
        return undefined;
    const planned = new Map(last.images.map(image => [image.planned.name, image.planned]));
    const again = readAgain(manifest, last.images, planned, changed);
    if (again.size * 2 > manifest.images.length)
        return undefined;
    const images = new Map();
    for (const { planned: image, configs } of last.images) {
        if (configs !== undefined && !again.has(image.name))
            images.set(image.name, { configs });
    }
    return {
        standing: { given: last.given, images },
        planned,
        paths: pathsOf(manifest.images.filter(spec => again.has(spec.name)))
    };
}
/** Images that something touched or that were not kept, and all below them. */
function readAgain(manifest, kept, planned, changed) {
    const graph = graphAsPlanned(planned);
    const lost = kept.filter(image => image.configs === undefined).map(image => image.planned.name);
    return new Set([...touchedImages(manifest.images, graph, changed), ...lost, ...(0,closure/* descendants */.D)(graph, lost)]);
}
function graphAsPlanned(planned) {
    return {
        names: [...planned.keys()],
        parents: name => planned.get(name)?.parents ?? [],
        children: name => planned.get(name)?.children ?? []
    };
}
const MOST_PATHS = 200;
function pathsOf(specs) {
    // A glob may be anywhere.
    if (specs.some(spec => spec.inputs.length > 0))
        return undefined;
    const paths = [...new Set(specs.flatMap(spec => [...filesRead(spec), ...foldersRead(spec)]))];
    // Only plain names are sure to be the same as an argument and in the tree; the empty path is the root.
    const arePlain = paths.every(path => /^[\x21-\x7e]+$/.test(path));
    return arePlain && paths.length > 0 && paths.length <= MOST_PATHS ? paths : undefined;
}
/**
 * The snapshot of what was read and what stands; undefined when an image is built on others than before: then everything
 * about the graph may be different.
 */
function snapshotSince(reading, { standing, planned }) {
    const snapshot = (0,load_snapshot/* snapshotOf */.eY)(reading);
    if (snapshot === undefined)
        return undefined;
    for (const [name, parents] of reading.parents) {
        const now = [...new Set(parents)].sort(code_unit/* byCodeUnit */.X);
        if (now.join('\n') !== planned.get(name)?.parents.join('\n'))
            return undefined;
    }
    const stands = [...planned].filter(([name]) => standing.images.has(name));
    const level = new Map([...planned].map(([name, image]) => [name, image.level]));
    return {
        ...snapshot,
        standing: new Map(stands),
        graph: graphAsPlanned(planned),
        order: { names: snapshot.order.names, level }
    };
}

;// CONCATENATED MODULE: ./build/commands/recall.js

/**
 * Looks for a plan of this clone that most of the new one follows from, and says what of it still holds. Undefined
 * without one, and whenever anything about it is in doubt: the whole tree is read then. `changes` is what differs
 * between the two commits that are compared.
 */
async function recall(world, git, manifestPath, { base, head }, changes) {
    if (world.build === undefined || base.commit === null)
        return undefined;
    try {
        const last = await readLastPlan(world, git);
        if (last?.build !== world.build || last.manifestPath !== manifestPath)
            return undefined;
        const after = last.tree === head.tree ? [] : await git.changes(last.tree, head.tree);
        return standingSince(last, [...after, ...(await changes)].map(change => change.path));
    }
    catch {
        // The tree of the last plan may be gone, as after `git gc`.
        return undefined;
    }
}
/** Keeps a plan for the next one; that this fails, as on a clone that may only be read, costs time and nothing else. */
async function keepPlan(world, git, plan, reading, since) {
    if (world.build === undefined || (since !== undefined && !isFarFrom(since)))
        return;
    const last = lastPlanOf(world.build, plan, reading, since);
    await world.files.write(fileOf(git), JSON.stringify(last)).catch(() => undefined);
}
/** One image in this many may have to be read again before a newer plan is worth writing. */
const WORTH_WRITING = 20;
function isFarFrom({ planned, standing }) {
    return (planned.size - standing.images.size) * WORTH_WRITING >= planned.size;
}
async function readLastPlan(world, git) {
    try {
        const text = await world.files.read(fileOf(git));
        // Written by this program inside of the clone's own folder: whoever can write there owns the clone.
        return text === undefined ? undefined : JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function fileOf(git) {
    return `${git.ownFolder}/last-plan.json`;
}

// EXTERNAL MODULE: ./build/changes/event.js
var changes_event = __webpack_require__(2686);
;// CONCATENATED MODULE: ./build/changes/situations.js

const EVERYTHING = 'everything';
/** The event table: from what started a run to the commit it is compared with. Order matters. */
const SITUATIONS = [
    {
        id: 'given',
        event: 'any',
        when: '`--base`, or the input `base` (a dispatch may pass it)',
        find: 'commit',
        base: 'that commit',
        how: 'given by --base',
        otherwise: 'error [E001](rules/E001.md)',
        needs: event => (event.kind === 'given' ? [event.base] : undefined)
    },
    {
        id: 'pull-request-merge',
        event: '`pull_request`, `pull_request_review`, `pull_request_review_comment`',
        when: 'the merge commit is checked out, as by default; from forks too, and when the base branch has moved',
        find: 'commit',
        base: 'its first parent',
        how: 'first parent of the pull request merge commit',
        otherwise: EVERYTHING,
        needs: (event, head) => {
            const [first, second] = head.parents;
            const isMerge = event.kind === 'pull-request' && second === event.head && head.parents.length === 2;
            return isMerge && first !== undefined ? [first] : undefined;
        }
    },
    {
        id: 'pull-request-head',
        event: 'the same',
        when: 'another commit is checked out, such as the head of the pull request',
        find: 'merge-base',
        base: 'merge base with `pull_request.base.sha`',
        how: 'where the pull request left its base branch',
        otherwise: EVERYTHING,
        needs: event => (event.kind === 'pull-request' ? [event.base] : undefined)
    },
    {
        id: 'merge-group',
        event: '`merge_group`',
        when: '',
        find: 'commit',
        base: '`merge_group.base_sha`',
        how: 'base of the merge group',
        otherwise: EVERYTHING,
        needs: event => (event.kind === 'merge-group' ? [event.base] : undefined)
    },
    {
        id: 'deleted',
        event: '`push`',
        when: 'a branch or tag was deleted',
        find: 'nothing',
        base: 'the head itself: nothing to do',
        how: 'a branch or tag was deleted, so there is nothing to do',
        otherwise: '',
        needs: event => (event.kind === 'deleted' ? [] : undefined)
    },
    {
        id: 'tag',
        event: '`push`',
        when: 'a tag',
        find: 'none',
        base: EVERYTHING,
        how: 'a tag was pushed',
        otherwise: '',
        needs: event => (event.kind === 'tag' ? [] : undefined)
    },
    {
        id: 'push',
        event: '`push`',
        when: 'a branch that was there before: one commit or many, a merge, a forced push, a rewritten history',
        find: 'commit',
        base: '`before`',
        how: 'the commit before the push',
        otherwise: EVERYTHING,
        needs: event => (event.kind === 'push' && !(0,changes_event/* isZero */.be)(event.before) ? [event.before] : undefined)
    },
    {
        id: 'push-first',
        event: '`push`',
        when: 'the default branch, for the first time (`before` is zero)',
        find: 'none',
        base: EVERYTHING,
        how: 'the default branch was pushed for the first time',
        otherwise: '',
        // Its merge base with itself would be the head, and nothing affected.
        needs: event => event.kind === 'push' && event.ref === `refs/heads/${event.defaultBranch ?? ''}` ? [] : undefined
    },
    {
        id: 'push-new-branch',
        event: '`push`',
        when: 'a new branch (`before` is zero)',
        find: 'merge-base',
        base: 'merge base with the default branch',
        how: 'where the new branch left the default branch',
        otherwise: EVERYTHING,
        needs: event => event.kind === 'push' && event.defaultBranch !== undefined
            ? [`refs/remotes/origin/${event.defaultBranch}`]
            : undefined
    },
    {
        id: 'push-unknown-default',
        event: '`push`',
        when: 'a new branch, and the event names no usable default branch',
        find: 'none',
        base: EVERYTHING,
        how: 'a new branch, and the default branch is not known',
        otherwise: '',
        needs: event => (event.kind === 'push' ? [] : undefined)
    },
    {
        id: 'schedule',
        event: '`schedule`',
        when: '',
        find: 'none',
        base: EVERYTHING,
        how: 'event schedule compares with no commit',
        otherwise: '',
        needs: event => (event.kind === 'schedule' ? [] : undefined)
    },
    {
        id: 'dispatch',
        event: '`workflow_dispatch`, `repository_dispatch`',
        when: 'without the input `base`; the input `images` selects',
        find: 'none',
        base: EVERYTHING,
        how: 'a dispatch compares with no commit',
        otherwise: '',
        needs: event => (event.kind === 'dispatch' ? [] : undefined)
    },
    {
        id: 'unreadable',
        event: '`pull_request`, `push`, `merge_group`',
        when: 'the event lacks a commit id, or has something else in its place',
        find: 'none',
        base: EVERYTHING,
        how: 'the event names no {lacks}',
        otherwise: '',
        needs: event => (event.kind === 'unreadable' ? [] : undefined)
    },
    {
        id: 'other',
        event: 'any other',
        when: 'such as `release`, `workflow_run`, `pull_request_target`',
        find: 'none',
        base: EVERYTHING,
        how: 'event {name} compares with no commit',
        otherwise: '',
        needs: event => (event.kind === 'other' ? [] : undefined)
    },
    {
        id: 'local-branch',
        event: 'command line',
        when: 'commits that the default branch of `origin` does not have',
        find: 'merge-base',
        base: 'merge base with `origin/HEAD`, `origin/main` or `origin/master`',
        how: "where the branch left the remote's default branch",
        otherwise: EVERYTHING,
        needs: event => event.kind === 'local'
            ? ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master']
            : undefined
    },
    {
        id: 'local-default',
        event: 'command line',
        when: 'commits that the local default branch does not have, where `origin` shows none',
        find: 'merge-base',
        base: 'merge base with the local `main`, or else `master`',
        how: 'where the branch left the local branch {branch}',
        otherwise: EVERYTHING,
        needs: afterLocalBranch
    },
    {
        id: 'local-changes',
        event: 'command line',
        when: 'none of these (or no remote), and files are changed',
        find: 'commit',
        base: 'the last commit',
        how: 'the last commit',
        otherwise: '',
        needs: afterLocalBranch
    },
    {
        id: 'local-clean',
        event: 'command line',
        when: 'none of these (or no remote), and no file is changed',
        find: 'commit',
        base: 'the first parent of the last commit',
        how: 'the commit before',
        otherwise: EVERYTHING,
        needs: afterLocalBranch
    },
    {
        id: 'local-first',
        event: 'command line',
        when: 'the first commit, and no file is changed',
        find: 'none',
        base: EVERYTHING,
        how: 'this is the first commit',
        otherwise: '',
        needs: afterLocalBranch
    }
];
/** The base commit's rule for an event at a head commit: the first row of the table that applies. */
function baseRule(event, head) {
    for (const situation of SITUATIONS) {
        const needs = situation.needs(event, head);
        if (needs === undefined)
            continue;
        const how = filled(situation.how, event);
        if (situation.find === 'merge-base')
            return { kind: 'merge-base', with: needs, how };
        const [revision] = needs;
        if (situation.find === 'commit' && revision !== undefined)
            return { kind: 'commit', revision, how };
        return { kind: situation.find === 'nothing' ? 'nothing' : 'none', how };
    }
    return { kind: 'none', how: 'the event is in no row of the table' };
}
/** What the plan says about a row as it stands in the table. */
function howOf(id) {
    return SITUATIONS.find(situation => situation.id === id)?.how ?? id;
}
/** The rows of a local run below the first: which of them it is shows only in the clone, so `load/base` decides. */
function afterLocalBranch() {
    return undefined;
}
function filled(how, event) {
    if (event.kind === 'other')
        return how.replace('{name}', event.name);
    return event.kind === 'unreadable' ? how.replace('{lacks}', event.lacks) : how;
}

;// CONCATENATED MODULE: ./build/changes/untrusted.js
/** Commits of history that are fetched, one after the other, while a shallow clone does not show a merge base. */
const DEPTHS = [50, 200, 1000];
/** Every reason for planning everything that shows only in the clone; `docs/events.md` is held against the same rows. */
const UNTRUSTED = [
    {
        id: 'missing',
        how: '{what} is not in this clone and cannot be fetched: {why}',
        when: 'A force push whose old commit the server has dropped; no remote; no right to fetch; the network.',
        remedy: '`fetch-depth: 0`, and the input `token`; after a force push nothing: the next run compares again'
    },
    {
        id: 'unrelated',
        how: '{what} and the head have no common history',
        when: 'A branch that was started anew, such as `gh-pages`.',
        remedy: 'name a commit with `--base`'
    },
    {
        id: 'several',
        how: '{what} and the head have several best common commits, so none of them can be trusted',
        when: 'Two branches that were merged into one another crosswise.',
        remedy: 'merge the base branch, or name a commit with `--base`'
    },
    {
        id: 'too-shallow',
        how: 'the clone is shallow, so a merge base cannot be trusted, even with {depth} commits fetched',
        when: 'A branch that left longer ago than that.',
        remedy: '`fetch-depth: 0`'
    },
    {
        id: 'not-deepened',
        how: 'the clone is shallow, so a merge base cannot be trusted, and more history cannot be fetched: {why}',
        when: 'A shallow clone that may not fetch, or a head that the server does not have.',
        remedy: '`fetch-depth: 0`, or the input `token`'
    },
    {
        id: 'shallow',
        how: 'the clone is shallow, so a merge base cannot be trusted',
        when: 'The command line, which does not fetch by itself.',
        remedy: '`git fetch --unshallow`'
    },
    {
        id: 'parent-missing',
        how: 'the commit before is not in this clone',
        when: 'The command line on the default branch of a clone of depth 1.',
        remedy: '`git fetch --unshallow`'
    }
];
/** What the plan says about a reason. */
function untrusted(id, values = {}) {
    const how = UNTRUSTED.find(each => each.id === id)?.how ?? id;
    return how.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

;// CONCATENATED MODULE: ./build/load/base.js



/** Commits that are fetched where one is enough. */
const ONE = 1;
/**
 * Finds the base commit of a run. Where no trustworthy one is to be had the answer is none, with the reason: everything
 * is planned then. Never a guess.
 */
async function findBase(git, event, head, dirty) {
    const rule = baseRule(event, head);
    switch (rule.kind) {
        case 'none':
            return { commit: null, how: rule.how };
        case 'nothing':
            return { commit: head.id, how: rule.how };
        case 'commit':
            return findCommit(git, event, rule);
        case 'merge-base':
            return event.kind === 'local' ? findLocal(git, rule, head, dirty) : findMergeBase(git, rule, head);
    }
}
async function findCommit(git, event, rule) {
    const known = await resolveOrFetch(git, rule.revision);
    if ('id' in known)
        return { commit: known.id, how: rule.how };
    if (event.kind === 'given')
        return { missing: rule.revision };
    const what = `${rule.how} (${base_short(rule.revision)})`;
    return { commit: null, how: untrusted('missing', { what, why: known.why }) };
}
/** Only what the event or the user names by a full id, or a branch of the remote, can be fetched. */
async function resolveOrFetch(git, revision) {
    const known = await git.resolve(revision);
    if (known !== undefined)
        return known;
    if (!(0,changes_event/* isCommitId */.jh)(revision) && !revision.startsWith('refs/remotes/origin/'))
        return { why: 'no such commit' };
    const fetched = await git.fetch([revision], ONE);
    if (fetched.kind === 'failed')
        return fetched;
    return (await git.resolve(revision)) ?? { why: 'it is no commit' };
}
/** Deepens a shallow clone step by step until the merge base is certain; then nothing is certain, and that is said. */
async function findMergeBase(git, rule, head) {
    const [revision = ''] = rule.with;
    const what = (0,changes_event/* isCommitId */.jh)(revision)
        ? `the base commit (${base_short(revision)})`
        : `the branch ${branchOf(revision)}`;
    const other = await resolveOrFetch(git, revision);
    if (!('id' in other))
        return { commit: null, how: untrusted('missing', { what, why: other.why }) };
    for (const depth of [0, ...DEPTHS]) {
        if (depth > 0) {
            const fetched = await git.fetch([other.id, head.id], depth);
            if (fetched.kind === 'failed') {
                return { commit: null, how: untrusted('not-deepened', { why: fetched.why }) };
            }
        }
        const base = await git.mergeBase(other.id, head.id);
        if (base.kind === 'found')
            return { commit: base.commit, how: rule.how };
        if (base.kind === 'none')
            return { commit: null, how: untrusted('unrelated', { what }) };
        if (base.kind === 'several')
            return { commit: null, how: untrusted('several', { what }) };
    }
    return { commit: null, how: untrusted('too-shallow', { depth: String(DEPTHS.at(-1)) }) };
}
/** Names that a default branch usually has: without a remote nothing tells which it is. */
const LOCAL_DEFAULTS = ['main', 'master'];
/**
 * On a branch: since it left the default branch. On the default branch itself: what is not committed, else the last
 * commit.
 */
async function findLocal(git, rule, head, dirty) {
    // A branch that is where we are, as on the default branch itself, tells nothing.
    const looked = new Set([head.id]);
    let isKnown = false;
    for (const branch of rule.with) {
        const other = (await git.resolve(branch))?.id;
        isKnown ||= other !== undefined;
        if (other === undefined || looked.has(other))
            continue;
        looked.add(other);
        const left = await whereLeft(git, branch, other, head, rule.how);
        if (left !== undefined)
            return left;
    }
    const left = isKnown ? undefined : await leftLocalDefault(git, head);
    if (left !== undefined)
        return left;
    if (dirty)
        return { commit: head.id, how: howOf('local-changes') };
    const [parent] = head.parents;
    if (parent === undefined)
        return { commit: null, how: howOf('local-first') };
    if ((await git.resolve(parent)) === undefined)
        return { commit: null, how: untrusted('parent-missing') };
    return { commit: parent, how: howOf('local-clean') };
}
/** Without a default branch of a remote: the first local branch of a usual name is taken, unless it is where we are. */
async function leftLocalDefault(git, head) {
    for (const name of LOCAL_DEFAULTS) {
        const branch = `refs/heads/${name}`;
        const other = (await git.resolve(branch))?.id;
        if (other === undefined)
            continue;
        const how = howOf('local-default').replace('{branch}', name);
        return other === head.id ? undefined : whereLeft(git, branch, other, head, how);
    }
    return undefined;
}
/** Where the head left a branch; undefined when it holds nothing that the branch has not, or shares nothing with it. */
async function whereLeft(git, branch, other, head, how) {
    const base = await git.mergeBase(other, head.id);
    if (base.kind === 'cut')
        return { commit: null, how: untrusted('shallow') };
    if (base.kind === 'several') {
        return { commit: null, how: untrusted('several', { what: `the branch ${branchOf(branch)}` }) };
    }
    return base.kind === 'found' && base.commit !== head.id ? { commit: base.commit, how } : undefined;
}
function branchOf(reference) {
    return reference.replace(/^refs\/(remotes|heads)\//, '');
}
function base_short(commit) {
    return commit.slice(0, 12);
}

// EXTERNAL MODULE: ./build/load/inputs.js + 5 modules
var inputs = __webpack_require__(17);
// EXTERNAL MODULE: ./build/load/memory.js
var load_memory = __webpack_require__(8598);
;// CONCATENATED MODULE: ./build/load/simulated.js



/**
 * A repository in which files would change: their object ids differ, while their texts are those of now, since what would
 * stand in them is not known.
 */
function simulatedGit(git, files) {
    return {
        ...git,
        tree: async (treeish) => (0,simulate/* simulatedTree */.jl)(await git.tree(treeish), files),
        blobs: async (ids) => {
            const objects = await git.blobs([...new Set(ids.map(simulate/* objectBehind */._v))].filter(id => id !== ''));
            return new Map(ids.map(id => [id, objects.get((0,simulate/* objectBehind */._v)(id)) ?? new Uint8Array()]));
        }
    };
}
/** Files that say how an image is built and would change, by image; where there are none the image is left out. */
function supposedRecipes(images, manifest, tree, files) {
    const changed = new Set(files.changed);
    const added = new Set(files.added);
    const recipes = new Map();
    for (const spec of images) {
        const paths = new Set([manifest, (0,read_manifest/* lockBeside */.KK)(manifest)]);
        for (const candidates of recipeCandidates(spec)) {
            const inForce = candidates.findIndex(path => tree.get(path) !== undefined);
            // A file before the one in force would take its place; one after it says nothing.
            for (const path of inForce < 0 ? candidates : candidates.slice(0, inForce + 1))
                paths.add(path);
        }
        const recipe = {
            changed: [...paths].filter(path => changed.has(path)),
            added: [...paths].filter(path => added.has(path))
        };
        if (recipe.changed.length + recipe.added.length > 0)
            recipes.set(spec.name, recipe);
    }
    return recipes;
}
/**
 * For each file that says how an image is built the paths where it may be, of which the first that is there is in
 * force.
 */
function recipeCandidates(spec) {
    const installed = spec.installed === undefined ? [] : [[spec.installed]];
    return [[spec.dockerfile], (0,dockerfiles/* ignorePaths */.H9)(spec), ...(0,dockerfiles/* folderPaths */.n0)(spec).map(path => [path]), ...installed];
}

// EXTERNAL MODULE: ./build/manifest/reference.js
var reference = __webpack_require__(1193);
;// CONCATENATED MODULE: ./build/commands/simulate.js







/** Names shown of what there is to choose from. */
const KNOWN_SHOWN = 20;
/** Reads a tree and supposes changes to it; nothing is written anywhere. */
async function simulate_simulate(git, treeish, manifest, memory, simulation) {
    const reading = await (0,load_snapshot/* readSnapshot */.RA)(git, treeish, manifest, memory);
    const now = (0,load_snapshot/* snapshotOf */.eY)(reading);
    if (now === undefined)
        return reading.diagnostics;
    const wrong = unknownBases(simulation.bases, now);
    if (wrong.length > 0)
        return wrong;
    const tree = await git.tree(treeish);
    const files = (0,simulate/* supposedFiles */.Rm)(tree, simulation.paths);
    const recipes = supposedRecipes(now.manifest.images, manifest, tree, files);
    const recipePaths = new Set([...recipes.values()].flatMap(recipe => recipe.added));
    const supposed = simulatedGit(git, {
        ...files,
        // An empty ignore file in place of one that nobody knows would tell of changes that need not be.
        added: files.added.filter(path => !recipePaths.has(path))
    });
    const after = await (0,load_snapshot/* readSnapshot */.RA)(supposed, treeish, manifest, memory);
    const then = (0,load_snapshot/* snapshotOf */.eY)(after);
    if (then === undefined)
        return after.diagnostics;
    const references = simulation.bases.flatMap(base => (0,reference/* normaliseReference */.Ox)(base) ?? []);
    return {
        now,
        then: (0,simulate/* withMovedBases */.Kn)((0,simulate/* withSupposedRecipes */.Jm)(then, recipes), references),
        git: supposed,
        configs: { head: after.configs, base: reading.configs },
        sentences: sentencesOf(simulation, files),
        warnings: reading.diagnostics
    };
}
function sentencesOf(simulation, files) {
    const added = new Set(files.added);
    return [
        ...simulation.paths.map(path => `${path} would ${added.has(path) ? 'be added' : 'change'}`),
        ...simulation.bases.map(base => `base ${(0,reference/* contextNameOf */.Gf)(base) ?? base} would move`)
    ];
}
function unknownBases(bases, snapshot) {
    const known = new Map();
    for (const image of snapshot.images.values()) {
        for (const inputs of image.platforms.values()) {
            for (const { reference, contextName } of inputs.externals)
                known.set(reference, contextName);
        }
    }
    const shown = (0,diagnostics_shown/* someOf */.yU)([...known.values()].sort(code_unit/* byCodeUnit */.X), KNOWN_SHOWN);
    return bases
        .filter(base => !known.has((0,reference/* normaliseReference */.Ox)(base) ?? ''))
        .map(base => (0,diagnostic/* errorAt */.Os)('E003', diagnostic/* COMMAND_LINE */.rD, `no image is built on the base ${JSON.stringify(base)}; the bases are ${shown === '' ? 'none' : shown}`, 'name one of these with --simulate-base; for an image of the manifest name a file of it with --simulate'));
}

;// CONCATENATED MODULE: ./build/commands/sides.js











/**
 * Finds what a request compares and reads both sides: all of them, or with `what changed` no more than is needed beside
 * the last plan of this clone. The findings when head cannot be read, or a commit that was named is not there.
 */
async function readSides(world, git, request, manifest, extent) {
    const memory = (0,load_memory/* openMemory */.u)();
    if (request.simulation !== undefined)
        return simulatedSides(git, request, manifest, memory);
    const compared = await compare(git, request);
    if ('diagnostics' in compared)
        return compared.diagnostics;
    const { comparison } = compared;
    const { commit } = comparison.base;
    const changes = commit === null ? Promise.resolve([]) : git.changes(commit, comparison.head.tree);
    // It is waited for further down; that it fails must not end the process before.
    changes.catch(() => undefined);
    const recalled = extent === 'all' ? undefined : await recall(world, git, manifest, comparison, changes);
    const short = recalled && (await readSince(git, recalled, comparison, manifest, memory));
    const reading = short?.reading ?? (await (0,load_snapshot/* readSnapshot */.RA)(git, comparison.head.tree, manifest, memory));
    const head = short?.head ?? (0,load_snapshot/* snapshotOf */.eY)(reading);
    if (head === undefined)
        return reading.diagnostics;
    const since = short && recalled;
    const before = commit === null
        ? undefined
        : await readBaseSnapshot(git, await changes, reading, manifest, memory, since?.standing);
    const base = before && baseOf(before, head);
    const configs = { head: reading.configs, base: before?.configs ?? new Map() };
    return {
        comparison,
        head,
        base,
        headGit: git,
        baseGit: git,
        configs,
        memory,
        warnings: reading.diagnostics,
        ...(extent === 'all' ? {} : { kept: { reading, since } })
    };
}
/** Reads what changed since the last plan; undefined when that is not enough to know everything. */
async function readSince(git, since, { head }, manifest, memory) {
    const read = async (paths) => (0,load_snapshot/* readTree */.Zc)(git, await git.tree(head.tree, paths), manifest, memory, { standing: since.standing });
    const part = await read(since.paths);
    // Where a missing source is instead, only the whole tree can say.
    const reading = part.diagnostics.some(inputs/* isUnmatched */.gK) ? await read(undefined) : part;
    const snapshot = snapshotSince(reading, since);
    return snapshot && { reading, head: snapshot };
}
/** What is there now, compared with what is supposed. */
async function simulatedSides(git, request, manifest, memory) {
    const found = await findHead(git, request);
    if ('diagnostics' in found)
        return found.diagnostics;
    const supposed = request.simulation ?? { paths: [], bases: [] };
    const sides = await simulate_simulate(git, found.head.tree, manifest, memory, supposed);
    if (!('now' in sides))
        return sides;
    const { head } = found;
    const comparison = {
        base: { commit: head.commit, how: 'a simulation' },
        head,
        simulation: sides.sentences
    };
    const { images, order } = sides.now;
    const base = { images, order: order.names, unreadable: new Map() };
    const { then, git: headGit, configs, warnings } = sides;
    return { comparison, head: then, base, headGit, baseGit: git, configs, memory, warnings };
}
async function compare(git, request) {
    const found = await findHead(git, request);
    if ('diagnostics' in found)
        return found;
    const { head, tip } = found;
    const base = await findBase(git, eventFor(request), tip, head.dirty);
    if ('missing' in base)
        return { diagnostics: [(0,opened/* noCommit */.lN)('--base', base.missing)] };
    return { comparison: { base, head } };
}
/** The commit or working tree to plan, and the commit that it is or stands on. */
async function findHead(git, request) {
    const tip = await git.resolve(request.head ?? 'HEAD');
    if (tip === undefined)
        return { diagnostics: [(0,opened/* noCommit */.lN)('--head', request.head ?? 'HEAD')] };
    const local = request.head === undefined && request.event === undefined;
    const { tree, dirty } = local ? await git.workTree() : { tree: tip.id, dirty: false };
    return { head: { commit: tip.id, tree: dirty ? tree : tip.id, time: tip.time, dirty }, tip };
}
function eventFor(request) {
    if (request.base !== undefined)
        return { kind: 'given', base: request.base };
    if (request.event === undefined)
        return { kind: 'local' };
    return (0,changes_event/* eventOf */.A6)(request.event.name, request.event.payload);
}
/**
 * What cannot be read at the base makes its images affected, never an error. Of a manifest that is new every image is
 * new.
 */
function baseOf(reading, head) {
    if (reading.tree.get(head.manifest.path) === undefined)
        return { images: new Map(), order: [], unreadable: new Map() };
    const unreadable = new Map(reading.unreadable);
    if (reading.manifest === undefined || reading.order === undefined || hasManifestErrors(reading)) {
        const why = (0,diagnostic/* errorsIn */.R4)(reading.diagnostics)[0]?.message ?? 'the manifest';
        for (const name of head.images.keys())
            unreadable.set(name, why);
        return { images: new Map(), order: [], unreadable };
    }
    return { images: reading.images, order: reading.order.names, unreadable };
}
function hasManifestErrors(reading) {
    return (0,diagnostic/* hasErrors */.Cs)(reading.diagnostics.filter(each => each.code.startsWith('M')));
}

// EXTERNAL MODULE: ./build/commands/unknown-image.js
var unknown_image = __webpack_require__(8289);
;// CONCATENATED MODULE: ./build/commands/plan.js










/** Compares two commits and says what has to be built and why. Without `registry`: git only, no network. */
async function plan(world, request) {
    const planned = await planOf(world, request, isPlain(request) ? 'what changed' : 'all');
    if (planned.kind === 'invalid')
        return planned;
    const { plan: value, sides } = planned.value;
    const laid = (0,rows/* withRows */.Qx)(value, sides.head.manifest, request.pace);
    return { kind: 'done', value: laid, warnings: laid.warnings };
}
/** The same without rows, together with what was compared; every image is read. */
function planWithSides(world, request) {
    return planOf(world, request, 'all');
}
/** A comparison at a person's own machine, where the last plan of the clone may help. */
function isPlain(request) {
    const asksForMore = request.all === true || request.rebuild === true || (request.images ?? []).length > 0;
    const { registry, simulation, event } = request;
    return !asksForMore && registry === undefined && simulation === undefined && event === undefined;
}
async function planOf(world, request, extent) {
    const git = await world.git();
    if (git === undefined)
        return invalid([opened/* NO_REPOSITORY */.NZ]);
    const manifest = request.manifest ?? read_manifest/* DEFAULT_MANIFEST */.mj;
    const sides = await readSides(world, git, request, manifest, extent);
    if (!('head' in sides))
        return invalid(sides);
    const unknown = unknownImages(request.images ?? [], sides.head);
    if (unknown.length > 0)
        return invalid(unknown);
    const options = {
        images: request.images ?? [],
        all: request.all ?? false,
        rebuild: request.rebuild ?? false,
        run: request.run ?? `local ${world.clock.now()}`
    };
    const { head, base, comparison } = sides;
    const warnings = (0,diagnostic/* sortDiagnostics */.Ds)(sides.warnings);
    const made = makePlan(head, base, comparison, options, warnings);
    const strange = (0,plan_platforms/* unknownPlatforms */.pj)(made, request.platforms ?? []);
    if (strange.length > 0)
        return invalid(strange);
    if (sides.kept !== undefined)
        await keepPlan(world, git, made, sides.kept.reading, sides.kept.since);
    const draft = (0,plan_platforms/* onlyPlatforms */.fT)(made, request.platforms);
    const asked = request.registry === undefined
        ? draft
        : await askStaging(world, git, draft, head, request.registry, wantsAll(request));
    return { kind: 'done', value: { plan: asked, sides }, warnings };
}
/** A run that publishes wants every image of the manifest in staging; a pull request only what it builds on. */
function wantsAll(request) {
    const selecting = (request.images ?? []).length > 0;
    return !selecting && request.event?.name !== 'pull_request' && request.event?.name !== 'merge_group';
}
function unknownImages(names, snapshot) {
    const { images } = snapshot;
    return names.filter(name => !images.has(name)).map(name => (0,unknown_image/* unknownImage */.S)(name, images.keys()));
}
function invalid(diagnostics) {
    return { kind: 'invalid', diagnostics: (0,diagnostic/* sortDiagnostics */.Ds)(diagnostics) };
}


/***/ }),

/***/ 3025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ openNewest),
/* harmony export */   n: () => (/* binding */ openPublished)
/* harmony export */ });
/* harmony import */ var _release_contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7070);
/* harmony import */ var _release_image_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3678);
/* harmony import */ var _release_released_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8627);
/* harmony import */ var _readable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(535);




/** Opens the newest release record of a repository; it is read once, when first asked for. */
function openNewest(registry, record, log) {
    let newest;
    return () => (newest ??= newestRelease((0,_readable_js__WEBPACK_IMPORTED_MODULE_3__/* .readingWhatItMay */ .j)(registry, log), record));
}
/**
 * Opens the view of what the newest release made public, for when staging has lost it. The release record says what the
 * tags of staging said, of a set that was checked as one; it names the index by digest, so where tags point now does not
 * matter. The index in the image's own repository has to carry the same key. Whatever cannot be read or does not agree
 * counts as not there.
 */
function openPublished(registry, targets, snapshot, log, newest = openNewest(registry, targets.record, log)) {
    const reader = (0,_readable_js__WEBPACK_IMPORTED_MODULE_3__/* .readingWhatItMay */ .j)(registry, log);
    return async (name, platform, key) => {
        const released = (await newest()).get(name);
        const spec = snapshot.images.get(name)?.spec;
        const said = released?.platforms[platform];
        if (released === undefined || spec === undefined || said?.trace === undefined || said.key !== key)
            return undefined;
        const repository = targets.published(spec.repository);
        if (released.repository !== repository)
            return undefined;
        const index = await reader.manifest(repository, released.digest);
        if (index === undefined || (0,_release_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOfKey */ .hj)(index, platform, key) !== said.digest)
            return undefined;
        const manifest = await reader.manifest(repository, said.digest);
        if (manifest === undefined || !(0,_release_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlatformManifest */ .Rn)(manifest))
            return undefined;
        const { trace, test } = said;
        return { repository, manifest, trace, ...(test === undefined ? {} : { test }) };
    };
}
async function newestRelease(registry, repository) {
    const record = await registry.manifest(repository, 'latest');
    const images = record && (await (0,_release_released_js__WEBPACK_IMPORTED_MODULE_2__/* .releasedImages */ .i)(registry, repository, record));
    return new Map((images ?? []).map(image => [image.name, image]));
}


/***/ }),

/***/ 535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readingWhatItMay)
/* harmony export */ });
/* harmony import */ var _io_registry_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6269);

/**
 * A registry in which what may not be read, or cannot be reached, counts as not there, told once: for runs without rights
 * of their own, which then build more than they would have to. A repository that failed is not asked again.
 */
function readingWhatItMay(registry, log) {
    const failed = new Set();
    const orMissing = async (repository, ask) => {
        if (failed.has(repository))
            return undefined;
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof _io_registry_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g))
                throw error;
            if (failed.size === 0)
                log.warn(`${error.message} What cannot be read counts as not built yet.`);
            failed.add(repository);
            return undefined;
        }
    };
    return {
        ...registry,
        head: (repository, reference) => orMissing(repository, () => registry.head(repository, reference)),
        manifest: (repository, reference) => orMissing(repository, () => registry.manifest(repository, reference)),
        blob: (repository, digest) => orMissing(repository, () => registry.blob(repository, digest))
    };
}


/***/ }),

/***/ 4077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openStaged)
/* harmony export */ });
/* harmony import */ var _build_smoke_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6222);
/* harmony import */ var _build_staging_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3422);
/* harmony import */ var _keys_content_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8352);
/* harmony import */ var _keys_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8704);
/* harmony import */ var _release_contents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7070);





/** Opens the view of a staging repository for a plan; what is missing there is looked for among what is public. */
function openStaged(registry, repository, plan, snapshot, fallback) {
    const builds = new Map();
    const planned = new Map(plan.images.map(image => [image.name, image]));
    const staged = {
        digest: async (image, platform) => {
            const found = await foundOf(image, platform);
            return found?.hasPassed === true ? found.digest : undefined;
        },
        trace: async (image, platform) => {
            const inputs = snapshot.images.get(image)?.platforms.get(platform);
            if (inputs === undefined)
                return undefined;
            const parents = new Map();
            for (const parent of inputs.parents) {
                const found = await foundOf(parent.image, parent.platform);
                if (found === undefined)
                    return undefined;
                parents.set(`${parent.image} ${parent.platform}`, found.digest);
            }
            const salt = planned.get(image)?.platforms[platform]?.salt;
            return (0,_keys_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .traceKeyOf */ .AT)(inputs, parent => parents.get(`${parent.image} ${parent.platform}`) ?? '', salt);
        },
        published: async (image, platform) => {
            const build = await publicBuild(image, platform);
            if (build !== undefined)
                await take(image, platform, build);
            return build?.manifest.descriptor.digest;
        },
        remember: (image, platform, digest) => {
            builds.set(`${image} ${platform}`, Promise.resolve({ digest, hasPassed: true }));
        }
    };
    function foundOf(image, platform) {
        const id = `${image} ${platform}`;
        const known = builds.get(id) ?? find(image, platform);
        builds.set(id, known);
        return known;
    }
    async function find(image, platform) {
        const key = keyOf(image, platform);
        if (key === undefined)
            return undefined;
        const byKey = await registry.head(repository, (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .keyTag */ .QR)(image, platform, key));
        if (byKey !== undefined) {
            const trace = await staged.trace(image, platform);
            if (trace === undefined)
                return undefined;
            const byTrace = await registry.head(repository, (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .traceTag */ .Ek)(image, platform, trace));
            if (byTrace !== undefined) {
                const { digest } = byKey;
                return byTrace.digest === digest
                    ? { digest, hasPassed: await isTested(image, platform, digest) }
                    : undefined;
            }
        }
        const build = await publicBuild(image, platform);
        if (build === undefined || !hasPassed(image, build))
            return undefined;
        await take(image, platform, build);
        return { digest: build.manifest.descriptor.digest, hasPassed: true };
    }
    async function isTested(image, platform, digest) {
        const tag = testName(image, platform, digest);
        return tag === undefined || (await registry.head(repository, tag)) !== undefined;
    }
    /** The public build, if it stands on the parents that staging holds and staging knows of no other one. */
    async function publicBuild(image, platform) {
        const key = keyOf(image, platform);
        const build = key === undefined ? undefined : await fallback.find(image, platform, key);
        if (build === undefined)
            return undefined;
        const trace = await staged.trace(image, platform);
        if (trace !== build.trace)
            return undefined;
        const byTrace = await registry.head(repository, (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .traceTag */ .Ek)(image, platform, trace));
        const isOther = byTrace !== undefined && byTrace.digest !== build.manifest.descriptor.digest;
        return isOther ? undefined : build;
    }
    /** Puts a public build back, with the tags that are true of it: the key only when nothing is left to do. */
    async function take(image, platform, build) {
        if (fallback.putBack === undefined)
            return;
        const content = await contentName(image, platform, build);
        const free = content !== undefined && (await registry.head(repository, content)) === undefined;
        const tested = testName(image, platform, build.manifest.descriptor.digest);
        const done = [
            ...(tested === undefined ? [] : [tested]),
            (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .traceTag */ .Ek)(image, platform, build.trace),
            (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .keyTag */ .QR)(image, platform, keyOf(image, platform) ?? '')
        ];
        await fallback.putBack(build, [...(free ? [content] : []), ...(hasPassed(image, build) ? done : [])]);
    }
    async function contentName(image, platform, { repository: from, manifest }) {
        const [config] = (0,_release_contents_js__WEBPACK_IMPORTED_MODULE_4__/* .blobsOf */ .OR)(manifest);
        const bytes = config && (await registry.blob(from, config.digest));
        return bytes && (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .contentTag */ .mB)(image, platform, (0,_keys_content_id_js__WEBPACK_IMPORTED_MODULE_2__/* .contentId */ .f)(bytes));
    }
    function hasPassed(image, { manifest, test }) {
        const inputs = snapshot.images.get(image)?.test ?? null;
        return inputs === null || test === (0,_build_smoke_js__WEBPACK_IMPORTED_MODULE_0__/* .testHash */ .Jy)(manifest.descriptor.digest, inputs);
    }
    /** The tag that records the image's present test on a digest; undefined without a test. */
    function testName(image, platform, digest) {
        const inputs = snapshot.images.get(image)?.test ?? null;
        return inputs === null ? undefined : (0,_build_smoke_js__WEBPACK_IMPORTED_MODULE_0__/* .passedTag */ .rI)(image, platform, digest, inputs);
    }
    function keyOf(image, platform) {
        return planned.get(image)?.platforms[platform]?.key;
    }
    return staged;
}


/***/ }),

/***/ 8289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ unknownImage)
/* harmony export */ });
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);
/* harmony import */ var _manifest_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7176);


const SHOWN = 20;
/**
 * The finding (E003) that a name of the command line is none of the manifest's images, with the one that was probably
 * meant.
 */
function unknownImage(name, images) {
    const known = [...images];
    const shown = `${known.slice(0, SHOWN).join(', ')}${known.length > SHOWN ? ', …' : ''}`;
    const meant = known.length > _manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_GUESSED_FROM */ ._R ? undefined : (0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(name, known);
    return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('E003', _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMAND_LINE */ .rD, `the manifest has no image ${JSON.stringify(name)}; it has ${shown}`, meant === undefined ? 'name one of these; `base-images graph` lists them all' : `did you mean ${meant}?`);
}


/***/ }),

/***/ 4846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   UV: () => (/* binding */ firstLines),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/** The first `most` of some texts in one line, and how many more there are: `a, b and 3 more`. */
function someOf(texts, most, separator = ', ') {
    const shown = texts.slice(0, most).join(separator);
    return texts.length > most ? `${shown} and ${texts.length - most} more` : shown;
}
/** The first `most` of some lines, and a last one that says how many more there are: `and 3 more`. */
function firstLines(lines, most) {
    return lines.length > most ? [...lines.slice(0, most), `and ${lines.length - most} more`] : lines;
}
/** A text of at most `most` characters, counted in code points; the last one is `…` where it was cut. */
function cut(text, most) {
    const characters = [...text];
    return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
}


/***/ }),

/***/ 2486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ descendants),
/* harmony export */   T: () => (/* binding */ ancestors)
/* harmony export */ });
/** All images below the given ones, without themselves unless one is below another. */
function descendants(graph, names) {
    return reach(graph.children, names);
}
/** All images above the given ones, without themselves unless one is above another. */
function ancestors(graph, names) {
    return reach(graph.parents, names);
}
function reach(next, names) {
    const found = new Set();
    const open = [...names];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
        for (const neighbour of next(name)) {
            if (!found.has(neighbour)) {
                found.add(neighbour);
                open.push(neighbour);
            }
        }
    }
    return found;
}


/***/ }),

/***/ 8352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ contentId)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8335);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8743);


/**
 * The content id of a built image: SHA-256 (64 hex) over its configuration, layer diff ids included, without `created`
 * and `history`, which say when and how but not what. The configuration is the OCI image configuration as JSON.
 * Throws a SyntaxError when the bytes are no JSON object.
 */
function contentId(config) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(Buffer.from(config).toString('utf8'));
    if (value === undefined)
        throw new SyntaxError('an image configuration must be a JSON object');
    const what = Object.entries(value).filter(([name]) => name !== 'created' && name !== 'history');
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(Object.fromEntries(what)));
}


/***/ }),

/***/ 2914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ pinChanges)
/* harmony export */ });
/* harmony import */ var _requirements_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7513);

/**
 * The lines of a requirements file that came, went or changed, in words such as `numpy 1.26.4 → 2.1.3`, packages by name
 * first; nothing when only order or comments differ.
 */
function pinChanges(before, after) {
    const [was, now] = [(0,_requirements_js__WEBPACK_IMPORTED_MODULE_0__/* .readRequirements */ .F2)(before), (0,_requirements_js__WEBPACK_IMPORTED_MODULE_0__/* .readRequirements */ .F2)(after)];
    const [old, fresh] = [byName(was), byName(now)];
    const names = [...new Set([...old.keys(), ...fresh.keys()])].sort();
    const changes = names.flatMap(name => {
        const [gone, come] = [old.get(name) ?? [], fresh.get(name) ?? []];
        return sameTexts(gone, come) ? [] : [words(name, gone, come)];
    });
    const others = lineTexts(was.filter(line => line.name === undefined));
    const othersNow = lineTexts(now.filter(line => line.name === undefined));
    return [
        ...changes,
        ...others.filter(text => !othersNow.includes(text)).map(text => `\`${text}\` removed`),
        ...othersNow.filter(text => !others.includes(text)).map(text => `\`${text}\` added`)
    ];
}
function byName(lines) {
    const named = new Map();
    for (const line of lines) {
        if (line.name === undefined)
            continue;
        const list = named.get(line.name);
        if (list === undefined)
            named.set(line.name, [line]);
        else
            list.push(line);
    }
    return named;
}
function words(name, gone, come) {
    if (gone.length === 0)
        return `${name} ${versionsOf(come)} added`;
    if (come.length === 0)
        return `${name} ${versionsOf(gone)} removed`;
    const [was, now] = [versionsOf(gone), versionsOf(come)];
    return was === now ? `${name} ${now} (marker, extras or hashes changed)` : `${name} ${was} → ${now}`;
}
/** `2.1.3` for an exact pin, other versions as written. */
function versionsOf(lines) {
    return lines.map(({ versions = '' }) => versions.replace(/^===?([^,]*)$/, '$1')).join(' or ');
}
function sameTexts(a, b) {
    return lineTexts(a).join('\n') === lineTexts(b).join('\n');
}
function lineTexts(lines) {
    return lines.map(({ text }) => text);
}


/***/ }),

/***/ 4557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isWork),
/* harmony export */   f: () => (/* binding */ isAffected)
/* harmony export */ });
/** Whether a run builds or tests an image: of what is reused, gets other tags or stays it does nothing. */
function isWork({ action }) {
    return action === 'build' || action === 'test';
}
/** Whether the key of an image differs from that at the base, on any platform. */
function isAffected({ platforms }) {
    return Object.values(platforms).some(({ affected }) => affected);
}


/***/ }),

/***/ 5690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ isTaken),
/* harmony export */   E8: () => (/* binding */ takenImages),
/* harmony export */   fT: () => (/* binding */ onlyPlatforms),
/* harmony export */   ig: () => (/* binding */ leftOut),
/* harmony export */   pj: () => (/* binding */ unknownPlatforms)
/* harmony export */ });
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8313);
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);


/**
 * The plan of a run that builds these platforms only, all when undefined: rows of others go. What the images are does not
 * depend on it, so keys, actions and reasons stay.
 */
function onlyPlatforms(plan, platforms) {
    if (platforms === undefined)
        return plan;
    const levels = plan.levels
        .map(rows => rows.filter(row => platforms.includes(row.platform)))
        .filter(rows => rows.length > 0);
    return { ...plan, platforms: [...new Set(platforms)].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X), levels };
}
/** Whether a run of this plan builds for a platform. */
function isTaken(plan, platform) {
    return plan.platforms?.includes(platform) !== false;
}
/** Images with something to do that this run leaves out, since they have none of its platforms. */
function leftOut(plan) {
    return plan.images
        .filter(image => image.action !== 'none' && !platformsOf(image).some(each => isTaken(plan, each)))
        .map(image => image.name);
}
/** The findings about platforms that no image of the plan has. */
function unknownPlatforms(plan, platforms) {
    const known = [...new Set(plan.images.flatMap(platformsOf))].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X);
    return platforms
        .filter(platform => !known.includes(platform))
        .map(platform => (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('E004', _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMAND_LINE */ .rD, `no image has the platform ${JSON.stringify(platform)}; there are ${known.join(', ')}`, 'name one of these, or add it to `platforms:` of an image'));
}
/** The images of a plan with the platforms that this run builds, without images that have none of them. */
function takenImages(plan) {
    if (plan.platforms === undefined)
        return plan.images;
    return plan.images.flatMap(image => {
        const platforms = Object.entries(image.platforms).filter(([platform]) => isTaken(plan, platform));
        return platforms.length === 0 ? [] : [{ ...image, platforms: Object.fromEntries(platforms) }];
    });
}
function platformsOf(image) {
    return Object.keys(image.platforms);
}


/***/ }),

/***/ 2731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ bytesOfImages),
/* harmony export */   KK: () => (/* binding */ DISK),
/* harmony export */   Sh: () => (/* binding */ UNPACKED),
/* harmony export */   st: () => (/* binding */ fitsDisk)
/* harmony export */ });
/* harmony import */ var _graph_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4979);
/* harmony import */ var _graph_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4495);


/** What GitHub promises of the disk of a hosted runner (docs.github.com, "GitHub-hosted runners reference"), in bytes. */
const DISK = 14e9;
/**
 * Bytes on the disk for each byte of a compressed image: its blobs as they were pulled or are pushed, and its layers
 * unpacked, which are about three times as large.
 */
const UNPACKED = 4;
/**
 * How large images are thought to be: as they were released last, and what was never released as large as the heaviest
 * image that it is built on. External bases count for nothing.
 */
function bytesOfImages(planned) {
    const isKnown = planned.some(({ platforms }) => Object.values(platforms).some(each => each.bytes !== undefined));
    if (!isKnown)
        return () => 0;
    const images = new Map(planned.map(image => [image.name, image]));
    const parents = planned.map(image => [image.name, image.parents.filter(parent => images.has(parent))]);
    const order = (0,_graph_order_js__WEBPACK_IMPORTED_MODULE_0__/* .orderOf */ .m)((0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .graphOf */ .c)(new Map(parents)));
    const found = new Map();
    const bytesOf = (image, platform) => found.get(`${platform} ${image}`) ?? 0;
    for (const name of order.kind === 'ordered' ? order.names : []) {
        const image = images.get(name);
        for (const [platform, { bytes, crossing = [] }] of Object.entries(image?.platforms ?? {})) {
            const below = (image?.parents ?? []).map(parent => bytesOf(parent, platform));
            const across = crossing.map(parent => bytesOf(parent.image, parent.platform));
            found.set(`${platform} ${name}`, bytes ?? Math.max(0, ...below, ...across));
        }
    }
    return bytesOf;
}
/** Whether images of so many compressed bytes together are thought to fit on the disk of a hosted runner. */
function fitsDisk(bytes) {
    return bytes * UNPACKED <= DISK;
}


/***/ }),

/***/ 7332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ isEstimate),
/* harmony export */   qn: () => (/* binding */ estimateOf)
/* harmony export */ });
/* unused harmony export estimateOfSingle */
/* harmony import */ var _keys_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8743);
/* harmony import */ var _manifest_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7176);
/* harmony import */ var _rows_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7009);



/** What a run of these rows is thought to take, in whole seconds. */
function estimateOf(work, levels, fleet) {
    const seconds = Math.round((0,_rows_run_js__WEBPACK_IMPORTED_MODULE_0__/* .runSeconds */ .Rl)(work, levels, fleet));
    const byPlatform = new Map();
    work.seconds.forEach((own, step) => {
        const platform = work.platforms[work.platform[step] ?? 0] ?? '';
        byPlatform.set(platform, (byPlatform.get(platform) ?? 0) + own);
    });
    return {
        seconds,
        criticalPath: Math.round(fleet.start + (work.tail[work.order[0] ?? -1] ?? 0)),
        barriers: Math.max(0, seconds - Math.round((0,_rows_run_js__WEBPACK_IMPORTED_MODULE_0__/* .freeSeconds */ .So)(work, fleet))),
        work: Object.fromEntries([...byPlatform].map(([platform, own]) => [platform, Math.round(own)])),
        machines: fleet.machines,
        start: fleet.start
    };
}
/** The same for one job a platform: nothing waits for a level, and everything of a platform for its machine. */
function estimateOfSingle(estimate) {
    const seconds = estimate.start + Math.max(0, ...Object.values(estimate.work));
    return { ...estimate, seconds, barriers: 0 };
}
const SECONDS = ['seconds', 'criticalPath', 'barriers', 'start'];
/** Whether a value that was read is an estimate. */
function isEstimate(value) {
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return false;
    const { work, machines, timed } = value;
    if (!SECONDS.every(key => isSeconds(value[key])) || !isSeconds(machines) || machines < 1)
        return false;
    if (timed !== undefined && !isTimed(timed))
        return false;
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(work))
        return false;
    return Object.entries(work).every(([platform, own]) => _manifest_names_js__WEBPACK_IMPORTED_MODULE_2__/* .PLATFORM_NAME */ .i2.test(platform) && isSeconds(own));
}
function isTimed(value) {
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return false;
    const { builds, usual } = value;
    return isSeconds(builds) && isSeconds(usual);
}
function isSeconds(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}


/***/ }),

/***/ 7009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pE: () => (/* binding */ afterLevel),
  ie: () => (/* binding */ clockOf),
  So: () => (/* binding */ freeSeconds),
  Rl: () => (/* binding */ runSeconds),
  u4: () => (/* binding */ shortestPossible)
});

;// CONCATENATED MODULE: ./build/plan/heap.js
/** An empty binary heap; `compare` is negative when its first number comes before the second. */
function openHeap(compare) {
    const items = [];
    const at = (index) => items[index] ?? 0;
    const swap = (a, b) => {
        const item = at(a);
        items[a] = at(b);
        items[b] = item;
    };
    return {
        push: item => {
            items.push(item);
            for (let index = items.length - 1; index > 0;) {
                const parent = (index - 1) >> 1;
                if (compare(at(index), at(parent)) >= 0)
                    return;
                swap(index, parent);
                index = parent;
            }
        },
        pop: () => {
            const first = items[0];
            const last = items.pop();
            if (first === undefined || last === undefined || items.length === 0)
                return first;
            items[0] = last;
            for (let index = 0;;) {
                let least = index;
                for (const child of [2 * index + 1, 2 * index + 2]) {
                    if (child < items.length && compare(at(child), at(least)) < 0)
                        least = child;
                }
                if (least === index)
                    return first;
                swap(least, index);
                index = least;
            }
        }
    };
}

// EXTERNAL MODULE: ./build/plan/rows-work.js
var rows_work = __webpack_require__(7847);
;// CONCATENATED MODULE: ./build/plan/rows-run.js


/** The clock before the first level. */
function clockOf({ machines }) {
    return { free: new Float64Array(machines), begins: 0, late: 0, ends: 0 };
}
/** Starts the next level: its rows go to machines lane by lane in their order, each as soon as one is free. */
function afterLevel(work, level, clock, fleet) {
    const free = Float64Array.from(clock.free);
    const begins = clock.begins;
    const next = place(work, level.level, begins, free, fleet);
    const late = place(work, level.late, begins, free, fleet);
    const leaf = place(work, level.leaf, begins, free, fleet);
    return { free, begins: Math.max(next, clock.late), late, ends: Math.max(clock.ends, next, late, leaf) };
}
/** Gives rows to machines and returns when the last of them ends. */
function place(work, rows, begins, free, fleet) {
    let ends = begins;
    for (const row of rows) {
        let first = 0;
        for (let at = 1; at < free.length; at += 1)
            if ((free[at] ?? 0) < (free[first] ?? 0))
                first = at;
        const end = Math.max(free[first] ?? 0, begins) + fleet.start + (0,rows_work/* secondsOfAll */._)(work, row);
        free[first] = end;
        ends = Math.max(ends, end);
    }
    return ends;
}
/** Seconds of a run of these levels. */
function runSeconds(work, levels, fleet) {
    return levels.reduce((clock, level) => afterLevel(work, level, clock, fleet), clockOf(fleet)).ends;
}
/** No layout can end earlier: one runner has to start, then there is the longest chain, and the work of all machines. */
function shortestPossible(work, { machines, start }) {
    const chain = work.tail[work.order[0] ?? -1] ?? 0;
    return start + Math.max(chain, (0,rows_work/* secondsOfAll */._)(work, work.order) / machines);
}
/**
 * Seconds of a run without rows and levels: each image goes to the first free machine as soon as its parents are done,
 * longest tail first, and each machine starts once. Nothing that runs on GitHub can do this; it is what levels cost.
 */
function freeSeconds(work, { machines, start }) {
    const open = Int32Array.from(work.above, parents => parents.length);
    const ready = openHeap((a, b) => (work.tail[b] ?? 0) - (work.tail[a] ?? 0) || a - b);
    const end = new Float64Array(open.length);
    const running = openHeap((a, b) => (end[a] ?? 0) - (end[b] ?? 0) || a - b);
    open.forEach((parents, step) => parents === 0 && ready.push(step));
    let now = start;
    let busy = 0;
    for (;;) {
        for (let step = busy < machines ? ready.pop() : undefined; step !== undefined;) {
            end[step] = now + (work.seconds[step] ?? 0);
            running.push(step);
            busy += 1;
            step = busy < machines ? ready.pop() : undefined;
        }
        const done = running.pop();
        if (done === undefined)
            return now;
        now = end[done] ?? 0;
        busy -= 1;
        for (const child of work.below[done] ?? []) {
            open[child] = (open[child] ?? 0) - 1;
            if (open[child] === 0)
                ready.push(child);
        }
    }
}


/***/ }),

/***/ 7847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ workOf),
/* harmony export */   _: () => (/* binding */ secondsOfAll)
/* harmony export */ });
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8313);
/* harmony import */ var _actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4557);
/* harmony import */ var _rows_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2731);



/** No step takes less: a tail must grow with every step, so that parents stand before their children. */
const LEAST_SECONDS = 1;
/** Takes what is built or tested, on these platforms only when they are given, as a graph. */
function workOf(planned, only, secondsOf) {
    const steps = planned
        .filter(_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .isWork */ .c)
        .sort((a, b) => (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X)(a.name, b.name))
        .flatMap(image => Object.keys(image.platforms)
        .filter(platform => only?.includes(platform) !== false)
        .sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X)
        .map(platform => ({ image, platform })));
    const platforms = [...new Set(steps.map(step => step.platform))].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X);
    const index = new Map(platforms.map(platform => [platform, new Map()]));
    steps.forEach(({ image, platform }, at) => index.get(platform)?.set(image.name, at));
    const above = steps.map(({ image, platform }) => {
        const own = index.get(platform);
        const found = new Set([...image.parents, ...image.needs].map(name => own?.get(name)));
        for (const taken of image.platforms[platform]?.crossing ?? []) {
            found.add(index.get(taken.platform)?.get(taken.image));
        }
        return [...found].filter(step => step !== undefined);
    });
    const seconds = Float64Array.from(steps, ({ image, platform }) => Math.max(LEAST_SECONDS, secondsOf(image.name, platform)));
    const bytesOf = (0,_rows_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOfImages */ .$k)(planned);
    const bytes = Float64Array.from(steps, ({ image, platform }) => bytesOf(image.name, platform));
    const platform = Int32Array.from(steps, step => platforms.indexOf(step.platform));
    const images = steps.map(step => step.image.name);
    const below = steps.map(() => []);
    above.forEach((parents, step) => parents.forEach(parent => below[parent]?.push(step)));
    return { images, platforms, platform, seconds, bytes, above, below, ...weighed(above, seconds, platform) };
}
/** Longest chains, from the last children upwards. */
function weighed(above, seconds, platform) {
    const count = above.length;
    const tail = Float64Array.from(seconds);
    const crossings = new Int32Array(count);
    const open = new Int32Array(count);
    for (const parents of above)
        for (const parent of parents)
            open[parent] = (open[parent] ?? 0) + 1;
    const ready = [...above.keys()].filter(step => open[step] === 0);
    for (let step = ready.pop(); step !== undefined; step = ready.pop()) {
        for (const parent of above[step] ?? []) {
            tail[parent] = Math.max(tail[parent] ?? 0, (seconds[parent] ?? 0) + (tail[step] ?? 0));
            const crosses = platform[parent] === platform[step] ? 0 : 1;
            crossings[parent] = Math.max(crossings[parent] ?? 0, (crossings[step] ?? 0) + crosses);
            open[parent] = (open[parent] ?? 0) - 1;
            if (open[parent] === 0)
                ready.push(parent);
        }
    }
    const order = Int32Array.from(above.keys()).sort((a, b) => (tail[b] ?? 0) - (tail[a] ?? 0) || a - b);
    return { tail, crossings, order };
}
/** Seconds of all these steps together. */
function secondsOfAll(work, steps) {
    let total = 0;
    for (const step of steps)
        total += work.seconds[step] ?? 0;
    return total;
}


/***/ }),

/***/ 4172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hf: () => (/* binding */ USUAL_SECONDS),
  Qx: () => (/* binding */ withRows)
});

// UNUSED EXPORTS: MAX_LEVELS, MAX_ROWS, USUAL_FLEET

// EXTERNAL MODULE: ./build/manifest/names.js
var names = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/diagnostics/shown.js
var shown = __webpack_require__(4846);
// EXTERNAL MODULE: ./build/plan/rows-bytes.js
var rows_bytes = __webpack_require__(2731);
;// CONCATENATED MODULE: ./build/plan/disk-warnings.js



/** Labels of the hosted runners that have the promised disk; of any other runner nothing is known. */
const HOSTED = /^ubuntu-(?:latest|slim|[0-9]{2}\.[0-9]{2})(?:-arm)?$/;
const NAMES_SHOWN = 5;
/** The plan with a warning (W006) for each row that is thought to need more than the disk of its hosted runner. */
function withDiskWarnings(plan) {
    const others = plan.warnings.filter(warning => warning.code !== 'W006');
    const rows = plan.levels.flat().filter(row => (row.bytes ?? 0) > rows_bytes/* DISK */.KK && HOSTED.test(row.runner));
    if (rows.length === 0)
        return others.length === plan.warnings.length ? plan : { ...plan, warnings: others };
    const bytesOf = (0,rows_bytes/* bytesOfImages */.$k)(plan.images);
    const found = rows.map(row => warningOf(plan, row, bytesOf));
    return { ...plan, warnings: (0,diagnostic/* sortDiagnostics */.Ds)([...others, ...found]) };
}
function warningOf({ manifest }, { images, platform, runner, bytes = 0 }, bytesOf) {
    const place = { file: manifest };
    const room = `${gigabytes(bytes)} of disk; ${runner} has ${gigabytes(rows_bytes/* DISK */.KK)}`;
    const sizes = images
        .map(name => ({ name, bytes: bytesOf(name, platform) }))
        .sort((a, b) => b.bytes - a.bytes);
    const sized = sizes.map(each => `${each.name} (${gigabytes(each.bytes)} compressed)`);
    const remedy = 'use a runner with a larger disk (`runners`), or make the image smaller';
    if (sized.length === 1)
        return (0,diagnostic/* warningAt */.MK)('W006', place, `${sized.join('')} on ${platform} is thought to need ${room}`, remedy);
    return (0,diagnostic/* warningAt */.MK)('W006', place, `${(0,shown/* someOf */.yU)(sized, NAMES_SHOWN)} on ${platform} share one job and are thought to need ${room}`, `${remedy}; with \`strategy: single\` take \`levels\``);
}
function gigabytes(bytes) {
    return `${(bytes / 1e9).toFixed(1)} GB`;
}

;// CONCATENATED MODULE: ./build/plan/rows-pieces.js
const NONE = -1;
/** What of the steps that are left may begin when rows of the level before still run on. */
function openOf(work, left, running) {
    const isOpen = new Uint8Array(work.seconds.length);
    if (running.length === 0) {
        for (const step of left)
            isOpen[step] = 1;
        return { left, isOpen };
    }
    const isWaiting = new Uint8Array(work.seconds.length);
    for (const row of running)
        for (const step of row)
            isWaiting[step] = 1;
    for (const step of left) {
        const waits = work.above[step]?.some(parent => isWaiting[parent] === 1) === true;
        if (waits)
            isWaiting[step] = 1;
        else
            isOpen[step] = 1;
    }
    return { left, isOpen };
}
/** Pieces of what may begin, heaviest first. */
function openPieces(work, { left, isOpen }) {
    const open = left.filter(step => isOpen[step] === 1);
    const pieces = piecesOf(work, open);
    if (work.platforms.length === 1 && open.length === left.length)
        return pieces;
    const at = new Int32Array(work.seconds.length).fill(NONE);
    pieces.forEach(({ steps }, index) => {
        for (const step of steps)
            at[step] = index;
    });
    const isLeft = new Uint8Array(work.seconds.length);
    for (const step of left)
        isLeft[step] = 1;
    const bound = new Set();
    for (const step of left) {
        for (const parent of work.above[step] ?? []) {
            if (isLeft[parent] === 1 && at[step] !== at[parent])
                bound.add(at[step] ?? NONE).add(at[parent] ?? NONE);
        }
    }
    return pieces.map((piece, index) => (bound.has(index) ? { ...piece, isBound: true } : piece));
}
/** Pieces of some steps in the order of the work, heaviest first. */
function piecesOf(work, steps) {
    const { above, platform, seconds } = work;
    const up = new Int32Array(seconds.length).fill(NONE);
    for (const step of steps)
        up[step] = step;
    const rootOf = (step) => {
        let at = step;
        for (let next = up[at] ?? at; next !== at; next = up[at] ?? at) {
            up[at] = up[next] ?? next;
            at = next;
        }
        return at;
    };
    for (const step of steps) {
        for (const parent of above[step] ?? []) {
            if (up[parent] === NONE || platform[parent] !== platform[step])
                continue;
            const [a, b] = [rootOf(step), rootOf(parent)];
            if (a !== b)
                up[Math.max(a, b)] = Math.min(a, b);
        }
    }
    const found = [];
    const at = new Int32Array(seconds.length);
    for (const step of steps) {
        const root = rootOf(step);
        // The number of a piece and one, so that 0 is none.
        if (at[root] === 0)
            at[root] = found.push({ steps: [], seconds: 0, isBound: false });
        const piece = found[(at[root] ?? 0) - 1];
        if (piece === undefined)
            continue;
        piece.steps.push(step);
        piece.seconds += seconds[step] ?? 0;
    }
    return found.sort((a, b) => b.seconds - a.seconds || (a.steps[0] ?? 0) - (b.steps[0] ?? 0));
}

// EXTERNAL MODULE: ./build/plan/rows-work.js
var rows_work = __webpack_require__(7847);
;// CONCATENATED MODULE: ./build/plan/rows-deal.js


const rows_deal_NONE = -1;
/** The row with the least load. */
function shortest(rows, loads) {
    let found = rows[0] ?? 0;
    for (const row of rows)
        if ((loads[row] ?? 0) < (loads[found] ?? 0))
            found = row;
    return found;
}
/** How many rows each platform gets: one at least, the others by its share of the seconds. */
function machinesByPlatform(work, left, machines) {
    const shares = new Array(work.platforms.length).fill(0);
    if (shares.length === 1)
        return [machines];
    let total = 0;
    for (const step of left) {
        const own = work.platform[step] ?? 0;
        shares[own] = (shares[own] ?? 0) + (work.seconds[step] ?? 0);
        total += work.seconds[step] ?? 0;
    }
    return shares.map(share => Math.max(1, Math.floor((machines * share) / Math.max(total, 1))));
}
/**
 * Deals pieces, heaviest first, to the row that is shortest, of at most `count` rows (one a platform at least). The rows of
 * machines that are busy for `waits` seconds more count as that much longer.
 */
function dealPieces(work, pieces, count, waits = []) {
    const room = machinesByPlatform(work, Int32Array.from(pieces.flatMap(piece => piece.steps)), count);
    const rowsOfPlatform = work.platforms.map(() => []);
    const rows = [];
    const loads = [];
    for (const { steps, seconds } of pieces) {
        const own = work.platform[steps[0] ?? 0] ?? 0;
        const mine = rowsOfPlatform[own] ?? [];
        let row = shortest(mine, loads);
        const opened = waits[rows.length] ?? 0;
        if (mine.length === 0 || (mine.length < (room[own] ?? 1) && opened <= (loads[row] ?? 0))) {
            row = rows.length;
            mine.push(row);
            rows.push([]);
            loads.push(opened);
        }
        for (const step of steps)
            rows[row]?.push(step);
        loads[row] = (loads[row] ?? 0) + seconds;
    }
    return rows;
}
/**
 * Everything that is left as the last levels: one, or as many as platforms follow on each other. Steps of a piece of a
 * later level wait for those of an earlier one.
 */
function finish(work, { left, isOpen }, clock, fleet) {
    const turn = new Int32Array(work.seconds.length).fill(rows_deal_NONE);
    for (const step of left) {
        let own = isOpen[step] === 1 ? 0 : 1;
        for (const parent of work.above[step] ?? []) {
            const before = turn[parent] ?? rows_deal_NONE;
            if (before === rows_deal_NONE)
                continue;
            own = Math.max(own, before + (work.platform[parent] === work.platform[step] ? 0 : 1));
        }
        turn[step] = own;
    }
    const waits = [...clock.free].map(until => Math.max(0, until - clock.begins)).sort((a, b) => a - b);
    const levels = [];
    for (let at = 0, taken = 0; taken < left.length; at += 1) {
        const here = left.filter(step => turn[step] === at);
        taken += here.length;
        const rows = dealPieces(work, piecesOf(work, here), fleet.machines, at === 0 ? waits : []);
        const isAwaited = (row) => taken === left.length || row.some(step => work.below[step]?.some(child => (turn[child] ?? rows_deal_NONE) > at));
        const [level, leaf] = [rows.filter(isAwaited), rows.filter(row => !isAwaited(row))];
        levels.push(sorted(work, { level, late: [], leaf }));
    }
    return levels;
}
/**
 * GitHub starts the jobs of a matrix in its order; with the longest first, none is still running when all others are
 * done.
 */
function sorted(work, level) {
    const longestFirst = (rows) => rows
        .map(row => ({ row, seconds: (0,rows_work/* secondsOfAll */._)(work, row) }))
        .sort((a, b) => b.seconds - a.seconds || (a.row[0] ?? 0) - (b.row[0] ?? 0))
        .map(each => each.row);
    return { level: longestFirst(level.level), late: longestFirst(level.late), leaf: longestFirst(level.leaf) };
}

;// CONCATENATED MODULE: ./build/plan/rows-lanes.js
/** A row of more seconds is too near to the time limit of a job (two hours in the shipped workflows). */
const LONG_ROW = 3600;
const LANES = ['level', 'late', 'leaf'];
/** All rows of a level, those that the next one waits for first. */
function rowsOf(level) {
    return LANES.flatMap(lane => level[lane]);
}
/**
 * Puts each row of each level into the lane that follows from where the first step is that waits for it. In the last level
 * there is nothing to tell apart: all its rows are `level` rows.
 */
function laned(work, levels) {
    const at = new Int16Array(work.seconds.length);
    levels.forEach((rows, level) => {
        for (const row of rows)
            for (const step of row)
                at[step] = level;
    });
    return levels.map((rows, level) => {
        const lanes = { level: [], late: [], leaf: [] };
        for (const row of rows) {
            let first = Infinity;
            for (const step of row) {
                for (const child of work.below[step] ?? []) {
                    const depth = at[child] ?? level;
                    if (depth > level)
                        first = Math.min(first, depth);
                }
            }
            const isLast = level === levels.length - 1;
            lanes[isLast || first === level + 1 ? 'level' : first === Infinity ? 'leaf' : 'late'].push(row);
        }
        return lanes;
    });
}

;// CONCATENATED MODULE: ./build/plan/rows-parts.js



/**
 * Ways to part a row into rows that fit on a disk, in each of them a part after those that it waits for: first one in which
 * each part fits or is one image, then ones of fewer turns for when there is no room for more levels.
 */
function* partings(work, row, start) {
    const here = new Set(row);
    const pieces = piecesOf(work, work.order.filter(step => here.has(step))).map(({ steps }) => steps);
    const light = sharedParts(work, pieces.filter(steps => (0,rows_bytes/* fitsDisk */.st)(bytesOf(work, steps))));
    const heavy = pieces.filter(steps => !(0,rows_bytes/* fitsDisk */.st)(bytesOf(work, steps)));
    for (let turns = Infinity; turns >= 0; turns -= 1) {
        const parts = [...light, ...heavy.flatMap(steps => partsOf(work, steps, turns, start))];
        parts.sort((a, b) => a.turn - b.turn);
        turns = Math.min(turns, parts.at(-1)?.turn ?? 0);
        if (parts.length > 1)
            yield parts;
    }
}
/** Compressed bytes of all these steps together. */
function bytesOf(work, steps) {
    return steps.reduce((sum, step) => sum + (work.bytes[step] ?? 0), 0);
}
/** Pieces that fit, heaviest first, each in the first part that has room for it. */
function sharedParts(work, pieces) {
    const parts = [];
    const weighed = pieces.map(steps => ({ steps, bytes: bytesOf(work, steps) }));
    weighed.sort((a, b) => b.bytes - a.bytes || (a.steps[0] ?? 0) - (b.steps[0] ?? 0));
    for (const { steps, bytes } of weighed)
        put(parts, steps, bytes, 0);
    return parts;
}
/**
 * A piece that is too heavy: each image goes to the part of its parents while that has room, or else to a part of the next
 * turn. In the last turn it goes to its parents all the same.
 */
function partsOf(work, piece, turns, start) {
    const parts = [];
    const partOf = new Map();
    for (const step of shallowFirst(work, piece)) {
        const bytes = work.bytes[step] ?? 0;
        const above = (work.above[step] ?? []).flatMap(parent => partOf.get(parent) ?? []);
        const turn = Math.max(0, ...above.map(part => part.turn));
        const [part, ...others] = new Set(above.filter(each => each.turn === turn));
        if (part === undefined) {
            partOf.set(step, put(parts, [step], bytes, 0));
        }
        else if (others.length === 0 && (0,rows_bytes/* fitsDisk */.st)(part.bytes + bytes)) {
            partOf.set(step, add(part, [step], bytes));
        }
        else if (turn < turns) {
            partOf.set(step, put(parts, [step], bytes, turn + 1));
        }
        else {
            for (const other of others) {
                for (const each of other.steps)
                    partOf.set(each, part);
                add(part, other.steps, other.bytes);
                parts.splice(parts.indexOf(other), 1);
            }
            partOf.set(step, add(part, [step], bytes));
        }
    }
    return withoutWaiting(work, piece, parts, partOf, start);
}
/**
 * What no later part waits for leaves a part that is waited for, and is done beside the later parts, when it takes longer
 * than another runner needs to start.
 */
function withoutWaiting(work, piece, parts, partOf, start) {
    const isAwaited = new Set();
    for (const step of piece.toReversed()) {
        const own = partOf.get(step);
        const waits = work.below[step]?.some(child => {
            const part = partOf.get(child);
            return part !== undefined && (part !== own || isAwaited.has(child));
        });
        if (waits === true)
            isAwaited.add(step);
    }
    const position = new Map(piece.map((step, at) => [step, at]));
    return parts.flatMap(({ steps, turn }) => {
        const inOrder = steps.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
        const awaited = inOrder.filter(step => isAwaited.has(step));
        const rest = inOrder.filter(step => !isAwaited.has(step));
        if (awaited.length === 0 || (0,rows_work/* secondsOfAll */._)(work, rest) <= start)
            return [{ steps: inOrder, turn }];
        return [
            { steps: awaited, turn },
            { steps: rest, turn: turn + 1 }
        ];
    });
}
/** Adds to the first part of a turn that has room, or opens one. */
function put(parts, steps, bytes, turn) {
    const found = parts.find(part => part.turn === turn && (0,rows_bytes/* fitsDisk */.st)(part.bytes + bytes));
    if (found !== undefined)
        return add(found, steps, bytes);
    const opened = { steps: [...steps], bytes, turn };
    parts.push(opened);
    return opened;
}
function add(part, steps, bytes) {
    part.steps.push(...steps);
    part.bytes += bytes;
    return part;
}
/** Steps of a piece by how many stand above them in it, of equals the heaviest first; parents stand before children. */
function shallowFirst(work, piece) {
    const depth = new Map();
    for (const step of piece) {
        depth.set(step, 1 + Math.max(0, ...(work.above[step] ?? []).map(parent => depth.get(parent) ?? 0)));
    }
    return [...piece].sort((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0) || (work.bytes[b] ?? 0) - (work.bytes[a] ?? 0) || a - b);
}

;// CONCATENATED MODULE: ./build/plan/rows-disk.js




/**
 * Parts rows whose images together are thought to fill the disk of a runner, so that a heavy image has a row of its own.
 * What is parted from its parents goes to a later level, and all that waits for it too: parents are handed over by digest,
 * so a child needs no row with them. Where levels or rows run out a row is parted less, or stays as it is.
 */
function fitDisk(work, levels, limits) {
    const laid = levels.flatMap((level, at) => rowsOf(level).map((steps) => ({ steps, level: at })));
    let rows = laid;
    let found;
    for (const row of laid) {
        if (row.steps.length === 1 || (0,rows_bytes/* fitsDisk */.st)(bytesOf(work, row.steps)))
            continue;
        for (const parts of partings(work, row.steps, limits.start)) {
            const own = parts.map(({ steps }) => ({ steps, level: row.level }));
            const trial = rows.flatMap(each => (each === row ? own : [each]));
            const placed = place(work, trial, limits);
            if (placed === undefined)
                continue;
            rows = trial;
            found = placed;
            break;
        }
    }
    return found === undefined ? levels : laned(work, found).map(level => sorted(work, level));
}
/**
 * Rows by level: each in the first that has room, that is not before its own and not before what it waits for has ended.
 * Rows stand after those that they wait for. Undefined when there are not enough levels.
 */
function place(work, rows, { maxLevels, maxRows }) {
    const at = new Int16Array(work.seconds.length).fill(-1);
    const levels = [];
    for (const { steps, level: first } of rows) {
        let level = first;
        for (const step of steps) {
            for (const parent of work.above[step] ?? [])
                level = Math.max(level, (at[parent] ?? -1) + 1);
        }
        while (levels[level]?.length === maxRows)
            level += 1;
        if (level >= maxLevels)
            return undefined;
        while (levels.length <= level)
            levels.push([]);
        levels[level]?.push(steps);
        for (const step of steps)
            at[step] = level;
    }
    return levels;
}

// EXTERNAL MODULE: ./build/plan/rows-run.js + 1 modules
var rows_run = __webpack_require__(7009);
;// CONCATENATED MODULE: ./build/plan/rows-loose.js





/** How much longer a run may be thought to take for the sake of more rows. */
const SLACK = 0.01;
/**
 * Deals the rows of each level and lane out to more of them where that costs next to nothing: durations are guesses, there
 * may be more machines than were thought, a job that failed has less to repeat, and many images fill the disk of a runner.
 */
function loosen(work, levels, fleet, maxRows) {
    // A level has no rows where all that is left waits for late rows: these are then waited for by the next.
    let loose = relaned(work, levels.filter(level => rowsOf(level).length > 0));
    const most = (0,rows_run/* runSeconds */.Rl)(work, loose, fleet) * (1 + SLACK);
    for (const depth of loose.keys()) {
        for (const lane of LANES) {
            const level = loose[depth];
            if (level === undefined || level[lane].length === 0)
                continue;
            const rows = level[lane];
            const levels_ = loose;
            const others = rowsOf(level).length - rows.length;
            const all = piecesOf(work, ordered(work, rows));
            const mayTake = longestRow(work, rows) > LONG_ROW ? Infinity : most;
            let best = mayTake;
            for (const count of countsBetween(rows.length, Math.min(maxRows - others, all.length), fleet.machines)) {
                const more = dealPieces(work, all, count);
                if (more.length + others > maxRows || more.length <= rows.length)
                    continue;
                const trial = relaned(work, replaced(levels_, depth, lane, more));
                const seconds = (0,rows_run/* runSeconds */.Rl)(work, trial, fleet);
                if (seconds > best || (mayTake > most && longestRow(work, more) >= longestRow(work, rows)))
                    continue;
                loose = trial;
                best = seconds;
                if (seconds <= most)
                    break;
            }
        }
    }
    return loose;
}
function replaced(levels, depth, lane, rows) {
    return levels.map((level, at) => (at === depth ? { ...level, [lane]: rows } : level));
}
/** Each row in the lane that follows from what waits for it, the longest first. */
function relaned(work, levels) {
    return laned(work, levels.map(rowsOf)).map(level => sorted(work, level));
}
/** Steps of rows in the order of the work. */
function ordered(work, rows) {
    const isHere = new Uint8Array(work.seconds.length);
    for (const row of rows)
        for (const step of row)
            isHere[step] = 1;
    return work.order.filter(step => isHere[step] === 1);
}
/**
 * From the highest number of rows downwards, each a fifth less than the one before, and by what all machines do at
 * once.
 */
function countsBetween(least, most, machines) {
    const counts = [];
    for (let count = most; count > least; count = Math.min(count - 1, Math.floor(count * 0.8))) {
        const even = count - (count % machines);
        counts.push(count, ...(even < count && even > least ? [even] : []));
    }
    return counts;
}
function longestRow(work, rows) {
    return Math.max(0, ...rows.map(row => (0,rows_work/* secondsOfAll */._)(work, row)));
}

;// CONCATENATED MODULE: ./build/plan/rows-layout.js

const DONE = -1;
const LATER = -2;
/** Which rows a step may join. */
const NO_ROW = 0;
const LEVEL_ROW = 1;
const LATE_ROW = 2;
/**
 * Fills one level. Pieces that can be done as a whole become leaf rows, of which there are as many as machines would
 * stand idle. Of the others steps are taken, longest tail first, as long as no row gets longer than it may; where the first
 * step of a piece is longer than a row of the level may be, the piece goes to late rows.
 */
function fillLevel(work, open, pieces, lengths, { free, begins }) {
    const lane = new Uint8Array(work.seconds.length);
    const whole = [];
    for (const piece of pieces) {
        if (!piece.isBound && piece.seconds <= lengths.leaf) {
            whole.push(piece);
            continue;
        }
        const isLate = lengths.late > 0 && (work.seconds[piece.steps[0] ?? 0] ?? 0) > lengths.level;
        for (const step of piece.steps)
            lane[step] = isLate ? LATE_ROW : LEVEL_ROW;
    }
    const taken = takeSteps(work, open, lane, lengths, free.length);
    const busy = free.filter(until => until > begins).length;
    const leaf = wholeRows(work, whole, lengths.leaf, free.length - taken[LEVEL_ROW].length - taken[LATE_ROW].length - busy);
    const isTaken = new Uint8Array(work.seconds.length);
    let count = 0;
    for (const rows of [taken[LEVEL_ROW], taken[LATE_ROW], leaf]) {
        for (const row of rows) {
            for (const step of row)
                isTaken[step] = 1;
            count += row.length;
        }
    }
    // No child of a step that is left was done before.
    const isAwaited = (row) => row.some(step => work.below[step]?.some(child => isTaken[child] === 0) === true);
    const level = { level: [], late: [], leaf: [...leaf] };
    for (const row of taken[LEVEL_ROW])
        level[isAwaited(row) ? 'level' : 'leaf'].push(row);
    for (const row of taken[LATE_ROW])
        level[isAwaited(row) ? 'late' : 'leaf'].push(row);
    return { level: sorted(work, level), isTaken, count };
}
/**
 * Takes steps into rows of their lanes. A step whose parents are in the level can only go where all of them are; others go
 * to the shortest row of their platform and lane, of which there are at most `machines`, shared out among platforms.
 */
function takeSteps(work, { left }, lane, lengths, machines) {
    const { seconds, above, platform } = work;
    const place = new Int16Array(seconds.length).fill(DONE);
    for (const step of left)
        place[step] = LATER;
    const room = machinesByPlatform(work, left, machines);
    const mine = [LEVEL_ROW, LATE_ROW].map(() => work.platforms.map(() => []));
    const rows = [];
    const loads = [];
    const lanes = [];
    for (const step of left) {
        const own = platform[step] ?? 0;
        const to = lane[step] ?? NO_ROW;
        if (to === NO_ROW)
            continue;
        const takes = seconds[step] ?? 0;
        const capacity = to === LATE_ROW ? lengths.late : lengths.level;
        if (takes > capacity)
            continue;
        let row = DONE;
        for (const parent of above[step] ?? []) {
            const at = place[parent] ?? DONE;
            if (at === DONE)
                continue;
            row = at === LATER || (row !== DONE && row !== at) || platform[parent] !== own ? LATER : at;
            if (row === LATER)
                break;
        }
        if (row === LATER)
            continue;
        if (row === DONE) {
            const others = mine[to - 1]?.[own] ?? [];
            if (others.length < (room[own] ?? 1)) {
                row = rows.length;
                others.push(row);
                rows.push([]);
                loads.push(0);
                lanes.push(to);
            }
            else {
                row = shortest(others, loads);
            }
        }
        const load = loads[row] ?? 0;
        if (load + takes > capacity)
            continue;
        place[step] = row;
        loads[row] = load + takes;
        rows[row]?.push(step);
    }
    const of = (to) => rows.filter((row, at) => lanes[at] === to && row.length > 0);
    return { [LEVEL_ROW]: of(LEVEL_ROW), [LATE_ROW]: of(LATE_ROW) };
}
/** Whole pieces, heaviest first, each in the fullest of at most `most` rows that has room for it; others are left. */
function wholeRows(work, pieces, length, most) {
    const rows = [];
    for (const { steps, seconds } of pieces) {
        const platform = work.platform[steps[0] ?? 0] ?? 0;
        let best;
        for (const row of rows) {
            if (row.platform !== platform || row.load + seconds > length)
                continue;
            if (best === undefined || row.load > best.load)
                best = row;
        }
        if (best === undefined) {
            if (rows.length >= most)
                continue;
            rows.push((best = { steps: [], platform, load: 0 }));
        }
        for (const step of steps)
            best.steps.push(step);
        best.load += seconds;
    }
    return rows.map(row => row.steps);
}

;// CONCATENATED MODULE: ./build/plan/rows-pack.js






/** A layout this near to the shortest possible is good enough. */
const CLOSE = 0.001;
/**
 * Lays steps into at most `maxLevels` levels whose run is as short as can be found: level by level, several lengths of the
 * next level are tried for the most promising beginnings, and each beginning is also ended at once. What one level takes
 * need not wait for another runner; what it leaves runs on more machines, one barrier and one start later.
 */
function packLevels(work, fleet, maxLevels) {
    if (work.order.length === 0)
        return [];
    const goal = (0,rows_run/* shortestPossible */.u4)(work, fleet);
    const effort = effortFor(work.order.length);
    let best;
    for (const target of effort.targets) {
        // Nothing is looked for once no layout could be shorter.
        if (best !== undefined && best.seconds <= goal * (1 + CLOSE))
            break;
        best = search(work, fleet, maxLevels, { goal, ends: goal * target, effort, best });
    }
    return best?.levels ?? [];
}
function search(work, fleet, maxLevels, { goal, ends, effort, best }) {
    let found = best;
    const end = (beginning) => {
        const last = finish(work, beginning.open, beginning.clock, fleet);
        if (beginning.depth + last.length > maxLevels && found !== undefined)
            return Infinity;
        const { ends: seconds } = last.reduce((clock, level) => (0,rows_run/* afterLevel */.pE)(work, level, clock, fleet), beginning.clock);
        if (found === undefined || seconds < found.seconds - 1e-6)
            found = { seconds, levels: [...levelsOf(beginning), ...last] };
        return seconds;
    };
    const root = { before: undefined, level: undefined, depth: 0, clock: (0,rows_run/* clockOf */.ie)(fleet), atLeast: goal };
    const first = { ...root, open: openOf(work, work.order, []) };
    let open = [{ ...first, ends: end(first) }];
    while (open.length > 0) {
        const next = [];
        const seen = new Set();
        for (const before of open) {
            for (const filled of fillings(work, before, fleet, { ends, lengths: effort.lengths })) {
                const clock = (0,rows_run/* afterLevel */.pE)(work, filled.level, before.clock, fleet);
                const alike = `${clock.begins} ${clock.late} ${before.open.left.length - filled.count}`;
                if (seen.has(alike))
                    continue;
                seen.add(alike);
                const left = before.open.left.filter(step => filled.isTaken[step] === 0);
                const depth = before.depth + 1;
                if (left.length > 0 && depth + 1 + crossingsIn(work, left) > maxLevels)
                    continue;
                const longer = {
                    before,
                    level: filled.level,
                    depth,
                    clock,
                    open: openOf(work, left, filled.level.late)
                };
                const atLeast = leastEnd(work, longer, fleet);
                if (found !== undefined && atLeast >= found.seconds - 1e-6)
                    continue;
                const extended = { ...longer, atLeast };
                const whole = end(extended);
                if (left.length > 0)
                    next.push({ ...extended, ends: whole });
            }
        }
        open = mostPromising(next, effort.width, goal);
    }
    return found;
}
/** Next levels to try. */
function* fillings(work, { open, clock }, fleet, { ends, lengths }) {
    const leaf = Math.min(ends - clock.begins - fleet.start, LONG_ROW);
    const pieces = openPieces(work, open);
    const cut = pieces.filter(piece => piece.isBound || piece.seconds > leaf);
    for (const level of levelLengths(work, open, pieces, { machines: fleet.machines, count: lengths })) {
        for (const late of lateLengths(work, cut, level)) {
            const filled = fillLevel(work, open, pieces, { level, late, leaf }, clock);
            // Where no row is waited for the next level begins at once, and could have been this one.
            const isAwaited = filled.level.level.length + filled.level.late.length > 0 || clock.late > clock.begins;
            if (isAwaited && filled.count > 0)
                yield filled;
        }
    }
}
/** Large graphs get less search: their rows are long, so that a barrier weighs less. */
function effortFor(steps) {
    if (steps <= 100)
        return { width: 16, lengths: 10, targets: [0, 1.04, 1.08, 1.15] };
    if (steps <= 300)
        return { width: 12, lengths: 8, targets: [0, 1.05, 1.1, 1.2] };
    if (steps <= 1_000)
        return { width: 10, lengths: 7, targets: [0, 1.06, 1.13] };
    if (steps <= 3_000)
        return { width: 2, lengths: 3, targets: [0, 1.08] };
    return { width: 1, lengths: 2, targets: [0] };
}
/** Lengths for late rows beside a level of rows of this length: none at all, or for the first steps that are longer. */
function lateLengths(work, pieces, level) {
    let longest = 0;
    for (const { steps } of pieces)
        longest = Math.max(longest, work.seconds[steps[0] ?? 0] ?? 0);
    return longest > level ? [0, longest] : [0];
}
/** When all must still run for: the longest chain, or the work of all machines. */
function leastEnd(work, { clock, open }, fleet) {
    let [soon, later, all] = [0, 0, 0];
    for (const step of open.left) {
        const tail = fleet.start + (work.tail[step] ?? 0);
        if (open.isOpen[step] === 1)
            soon = Math.max(soon, tail);
        else
            later = Math.max(later, tail);
        all += work.seconds[step] ?? 0;
    }
    for (const until of clock.free)
        all += Math.max(until, clock.begins);
    const chain = Math.max(clock.begins + soon, later === 0 ? 0 : Math.max(clock.begins, clock.late) + later);
    return Math.max(clock.ends, chain, all / fleet.machines);
}
/** Lengths for the next level: where rows could be cut if it took all it can, those of the longest chain first of all. */
function levelLengths(work, open, pieces, { machines, count }) {
    const { left } = open;
    const longest = work.tail[left[0] ?? -1] ?? 0;
    const whole = Math.max(longest, (0,rows_work/* secondsOfAll */._)(work, left) / machines);
    const cuts = (row) => {
        let reached = 0;
        return row.map(step => (reached += work.seconds[step] ?? 0));
    };
    const { level } = fillLevel(work, open, pieces, { level: whole, late: 0, leaf: 0 }, (0,rows_run/* clockOf */.ie)({ machines }));
    const rows = rowsOf(level);
    const byLength = rows.flatMap(cuts).sort((a, b) => a - b);
    // What others wait for, without what only stands between.
    const isInner = (step) => (work.below[step] ?? []).length > 0;
    const byInner = rows.flatMap(row => cuts(row.filter(isInner))).sort((a, b) => a - b);
    const chain = [];
    for (let at = left[0]; at !== undefined; at = longestBelow(work, at))
        chain.push(at);
    // Closer together where they are short: the first levels are.
    const shares = Array.from({ length: count }, (_, index) => whole * ((index + 1) / (count + 1)) ** 1.5);
    return [
        ...new Set([
            ...spread(cuts(chain), count),
            ...spread(byInner, count),
            ...spread(byLength, count),
            ...shares
        ])
    ];
}
/** The child with the longest chain; none of what is left has children that are done. */
function longestBelow(work, step) {
    let found;
    for (const child of work.below[step] ?? []) {
        if (found === undefined || (work.tail[child] ?? 0) > (work.tail[found] ?? 0))
            found = child;
    }
    return found;
}
/** At most `count` of the numbers, evenly spread, the first among them. */
function spread(numbers, count) {
    const every = Math.max(1, numbers.length / count);
    return numbers.filter((_, index) => Math.floor(index / every) !== Math.floor((index - 1) / every));
}
/**
 * The best of those that have come equally far: one that has taken little so far always looks good, because its barriers
 * are still to come. Those with late rows under way are a kind of their own.
 */
function mostPromising(beginnings, width, goal) {
    const best = new Map();
    for (const beginning of beginnings) {
        const { begins, late } = beginning.clock;
        const stretch = `${Math.floor((begins / goal) * width)} ${late > begins}`;
        const other = best.get(stretch);
        if (other === undefined || rank(beginning) < rank(other))
            best.set(stretch, beginning);
    }
    return [...best.values()].sort((a, b) => rank(a) - rank(b)).slice(0, width);
}
function rank({ atLeast, ends }) {
    return atLeast + Math.min(ends, 2 * atLeast);
}
function levelsOf(beginning) {
    const levels = [];
    for (let at = beginning; at !== undefined; at = at.before) {
        if (at.level !== undefined)
            levels.unshift(at.level);
    }
    return levels;
}
function crossingsIn(work, steps) {
    let most = 0;
    for (const step of steps)
        most = Math.max(most, work.crossings[step] ?? 0);
    return most;
}

// EXTERNAL MODULE: ./build/plan/rows-estimate.js
var rows_estimate = __webpack_require__(7332);
;// CONCATENATED MODULE: ./build/plan/rows.js










/** GitHub refuses a matrix of more rows (docs.github.com, "Usage limits"); the workflow has this many level jobs. */
const MAX_ROWS = 256;
const MAX_LEVELS = 8;
/** Jobs that GitHub runs at once on its free plan (docs.github.com, "Usage limits"), and a start as it usually is. */
const USUAL_FLEET = { machines: 20, start: 30 };
/** Seconds of an image that was not timed before. */
const USUAL_SECONDS = 120;
/**
 * Lays what must be built or tested into levels of rows so that the run is as short as can be found: every parent of an
 * image is in an earlier level or earlier in its row, and what the next level need not wait for has a lane of its own.
 * What would fill a disk together is parted, and told (W006) where that cannot be. Nothing is refused, however deep or
 * wide. A plan for some platforms gets rows of these only. With the rows comes an estimate of the time.
 */
function withRows(plan, manifest, pace = {}) {
    const usual = pace.usual ?? USUAL_SECONDS;
    const secondsOf = (image, platform) => pace.past?.(image, platform) ?? usual;
    const work = (0,rows_work/* workOf */.L)(plan.images, plan.platforms, secondsOf);
    // Every platform may get one row more than its share.
    const { machines, start } = pace.fleet ?? USUAL_FLEET;
    const fleet = { machines: Math.max(1, Math.min(machines, MAX_ROWS - work.platforms.length + 1)), start };
    const loose = loosen(work, packLevels(work, fleet, MAX_LEVELS), fleet, MAX_ROWS);
    const levels = fitDisk(work, loose, { maxLevels: MAX_LEVELS, maxRows: MAX_ROWS, start });
    const rows = levels.map((level, depth) => LANES.flatMap(lane => level[lane].map(row => rowOf(work, row, { depth, lane }, manifest))));
    if (rows.length === 0)
        return { ...plan, levels: rows };
    const builds = pace.past === undefined ? 0 : timedBuilds(work, pace.past);
    const timed = builds === 0 ? {} : { timed: { builds, usual: Math.round(usual) } };
    return withDiskWarnings({
        ...plan,
        levels: rows,
        estimate: { ...(0,rows_estimate/* estimateOf */.qn)(work, levels, fleet), ...timed }
    });
}
function timedBuilds(work, past) {
    const isTimed = (image, step) => past(image, work.platforms[work.platform[step] ?? 0] ?? '') !== undefined;
    return work.images.filter(isTimed).length;
}
function rowOf(work, row, { depth, lane }, manifest) {
    const images = row.map(step => work.images[step] ?? '');
    const platform = work.platforms[work.platform[row[0] ?? 0] ?? 0] ?? '';
    const bytes = bytesOf(work, row) * rows_bytes/* UNPACKED */.Sh;
    const more = images.length > 1 ? `+${images.length - 1}` : '';
    return {
        id: `${depth}-${images[0] ?? ''}${more}-${(0,names/* platformTag */.oq)(platform)}`,
        images,
        platform,
        runner: manifest.runners[platform] ?? 'ubuntu-24.04',
        ...(lane === 'level' ? {} : { lane }),
        ...(bytes === 0 ? {} : { bytes })
    };
}


/***/ }),

/***/ 5412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isOfRun)
/* harmony export */ });
/**
 * Whether the key of an image was salted with the run that planned it, so that only the same plan finds what is built under
 * it and under the keys of its descendants.
 */
function isOfRun({ platforms }) {
    return Object.values(platforms).some(({ salt }) => salt !== undefined);
}


/***/ }),

/***/ 3668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ externalBases)
/* harmony export */ });
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8313);

/** Normalised references of the bases of an image that the manifest does not own, on all its platforms, in order. */
function externalBases({ platforms }) {
    const bases = [...platforms.values()].flatMap(({ externals }) => externals);
    return [...new Set(bases.map(({ reference }) => reference))].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X);
}


/***/ }),

/***/ 4632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ resultsHeadline),
/* harmony export */   MM: () => (/* binding */ planHeadline),
/* harmony export */   S9: () => (/* binding */ estimateSentence),
/* harmony export */   nX: () => (/* binding */ comparisonSentence)
/* harmony export */ });
/* harmony import */ var _build_results_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4213);
/* harmony import */ var _diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4846);
/* harmony import */ var _plan_actions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4557);
/* harmony import */ var _plan_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4172);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1242);





const ACTIONS = ['build', 'test', 'retag', 'reuse'];
/** What was compared with what, in one sentence without markup. */
function comparisonSentence(plan) {
    const head = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(plan.head.commit)}${plan.head.dirty ? ' with the changes of the working tree' : ''}`;
    if (plan.simulation !== undefined)
        return `Simulation on ${head}: ${(0,_diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .someOf */ .yU)(plan.simulation, SUPPOSED_SHOWN)}.`;
    return plan.base.commit === null
        ? `Everything at ${head}, because nothing could be compared: ${plan.base.how}.`
        : `Compared ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(plan.base.commit)} (${plan.base.how}) with ${head}.`;
}
const SUPPOSED_SHOWN = 5;
/** What the plan does, in a few words: `3 of 4 images affected: 2 to build, 1 to reuse`. */
function planHeadline(plan) {
    const parts = ACTIONS.map(action => ({ action, count: withAction(plan, action) }))
        .filter(part => part.count > 0)
        .map(part => `${part.count} to ${part.action}`);
    const all = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(plan.images.length, 'image');
    if (parts.length === 0)
        return `nothing to do for ${all}`;
    // Of images that --image left out some may be affected: then those of the plan are not the affected ones.
    const isPart = plan.images.some(image => image.action === 'none' && (0,_plan_actions_js__WEBPACK_IMPORTED_MODULE_3__/* .isAffected */ .f)(image));
    const count = plan.images.length - withAction(plan, 'none');
    return `${count} of ${all} ${isPart ? 'in the plan' : 'affected'}: ${parts.join(', ')}`;
}
/**
 * What the rows are thought to take, in one sentence: `Estimated 9 min 30 s, at 2 min 0 s an image, …`. Undefined where it
 * would tell nothing: for a single row, and without an estimate.
 */
function estimateSentence(plan) {
    const { estimate, levels } = plan;
    const rows = levels.flat().length;
    if (estimate === undefined || rows <= 1)
        return undefined;
    const time = (seconds) => (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .humanTime */ .zK)(seconds * 1000);
    const barriers = estimate.barriers === 0 ? 'nothing' : time(estimate.barriers);
    return (`Estimated ${time(estimate.seconds)}, ${sourceOf(plan, estimate)}, for ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(rows, 'row')} ` +
        `in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(levels.length, 'level')} on up to ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(estimate.machines, 'machine')}; ` +
        `the longest chain takes ${time(estimate.criticalPath)}, waiting for levels costs ${barriers}.`);
}
/** What an estimate is made from: that is said, so that nobody takes a guess for a promise. */
function sourceOf(plan, { timed }) {
    if (timed === undefined)
        return `at ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .humanTime */ .zK)(_plan_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .USUAL_SECONDS */ .hf * 1000)} an image`;
    const all = plan.levels.flat().reduce((count, row) => count + row.images.length, 0);
    const others = all > timed.builds ? ` and ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .humanTime */ .zK)(timed.usual * 1000)} for each other` : '';
    return `from earlier times of ${timed.builds} of ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(all, 'build')}${others}`;
}
/** How the images of a run ended, in a few words: `2 built, 1 reused, 1 failed, 1 blocked`. */
function resultsHeadline(results) {
    const counts = (0,_build_results_js__WEBPACK_IMPORTED_MODULE_4__/* .countResults */ .a)(results);
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
/* harmony export */   JD: () => (/* binding */ plannedImages),
/* harmony export */   Xu: () => (/* binding */ stateWords),
/* harmony export */   uf: () => (/* binding */ untouchedImages)
/* harmony export */ });
/* unused harmony exports affectedLines, outcomeWords */
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8313);
/* harmony import */ var _plan_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4557);
/* harmony import */ var _plan_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5690);



/** The images that a plan does something about, parents before children. */
function plannedImages(plan) {
    return plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X)(a.name, b.name));
}
/**
 * The images that a plan does something about, parents before children, one line for each platform that its run builds, or
 * has built beside.
 */
function affectedLines(plan, results, release) {
    const ended = new Map(results.map(result => [`${result.image} ${result.platform}`, result]));
    const published = new Map(release?.images.map(image => [image.name, image]));
    return plannedImages(plan).flatMap(image => Object.keys(image.platforms)
        .filter(platform => isTaken(plan, platform) || ended.has(`${image.name} ${platform}`))
        .sort(byCodeUnit)
        .map((platform) => {
        const result = ended.get(`${image.name} ${platform}`);
        const of = published.get(image.name);
        const tags = of === undefined ? [] : [...of.moved, ...of.unchanged].sort(byCodeUnit);
        return { image, platform, ...(result === undefined ? {} : { result }), tags };
    }));
}
/** The images that nothing happens to, those that `--image` left out although they are affected first; no empty groups. */
function untouchedImages(plan) {
    const untouched = plan.images.filter(image => image.action === 'none');
    const named = (affected) => untouched.filter(image => (0,_plan_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .isAffected */ .f)(image) === affected).map(image => image.name);
    const groups = [
        { title: 'Not asked for, but affected', names: named(true) },
        { title: 'Not affected', names: named(false) }
    ];
    return groups.filter(({ names }) => names.length > 0);
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
    return stateWords(result);
}
/** How a build ended, in words: its state, and of what is blocked by which image. */
function stateWords({ state, blockedBy }) {
    return state === 'blocked' && blockedBy !== undefined ? `blocked by ${blockedBy}` : state;
}


/***/ }),

/***/ 8495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ STATE_COLOURS),
/* harmony export */   n: () => (/* binding */ paint)
/* harmony export */ });
const COLOURS = { green: 32, yellow: 33, red: 31, blue: 34, grey: 90 };
/** The colour of how a build ended. */
const STATE_COLOURS = {
    built: 'green',
    reused: 'green',
    failed: 'red',
    blocked: 'red',
    cancelled: 'grey'
};
/** Text in a colour by ANSI codes, where the style wants colours. */
function paint(text, colour, style) {
    return style.colour === true ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}


/***/ }),

/***/ 3920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ renderPlanText),
/* harmony export */   Qe: () => (/* binding */ renderResultsText)
/* harmony export */ });
/* unused harmony export renderRunText */
/* harmony import */ var _build_results_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4213);
/* harmony import */ var _diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5056);
/* harmony import */ var _diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4846);
/* harmony import */ var _diagnostics_suggested_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40);
/* harmony import */ var _plan_actions_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4557);
/* harmony import */ var _plan_platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5690);
/* harmony import */ var _plan_run_keys_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5412);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1242);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4632);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6812);
/* harmony import */ var _paint_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8495);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1799);












const NOTHING_CHANGED = 'No input of any image changed, so there is nothing to build.';
const NOTHING_WOULD_CHANGE = 'No input of any image would change, so nothing would be built.';
const NAMES_SHOWN = 20;
const REASONS_SHOWN = 5;
/** Characters of a reason beside the result of its image. */
const REASON_SHOWN = 60;
const ACTION_COLOURS = {
    build: 'yellow',
    test: 'blue',
    retag: 'blue',
    reuse: 'green'
};
/** A plan for a person at a terminal: what is compared, what is done to which image and why, and what to do next. */
function renderPlanText(plan, style = {}) {
    const images = (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .plannedImages */ .JD)(plan);
    const parts = [(0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_headline_js__WEBPACK_IMPORTED_MODULE_3__/* .comparisonSentence */ .nX)(plan)), sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_3__/* .planHeadline */ .MM)(plan))];
    if (images.length === 0) {
        parts.push('', plan.simulation === undefined ? NOTHING_CHANGED : NOTHING_WOULD_CHANGE);
        return `${parts.join('\n')}\n`;
    }
    const columns = [
        { title: 'image' },
        { title: 'action' },
        { title: 'level', align: 'right' },
        { title: 'why' }
    ];
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_6__/* .terminalTable */ .R)(columns, images.map(image => [image.name, image.action, String(image.level), reasonLines(image.reasons)]), (text, column, row) => column === 1 ? (0,_paint_js__WEBPACK_IMPORTED_MODULE_5__/* .paint */ .n)(text, ACTION_COLOURS[images[row]?.action ?? ''] ?? 'grey', style) : text);
    parts.push('', table, '');
    parts.push(...(0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .untouchedImages */ .uf)(plan).map(({ title, names }) => `${title}: ${(0,_diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_7__/* .someOf */ .yU)(names, NAMES_SHOWN)}.`));
    parts.push(...platformLines(plan));
    const estimate = (0,_headline_js__WEBPACK_IMPORTED_MODULE_3__/* .estimateSentence */ .S9)(plan);
    if (estimate !== undefined)
        parts.push(estimate);
    if (plan.simulation !== undefined)
        parts.push('Nothing was changed, and nothing is built.');
    else if (style.inJob !== true)
        parts.push(nextStep(plan, style.given ?? {}));
    return `${parts.join('\n')}\n`;
}
/** What is already built, or only gets other tags, is for the release. */
function nextStep(plan, given) {
    return plan.images.some(_plan_actions_js__WEBPACK_IMPORTED_MODULE_8__/* .isWork */ .c)
        ? `Next: ${(0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_diagnostics_suggested_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestedCommand */ .j)('build', given))}`
        : releaseStep(plan, given);
}
/**
 * The way on to a release, to look at first where it is none of the manifest's registry or not all was built. What has a
 * key of its own run is found again only by the same plan.
 */
function releaseStep(plan, given) {
    const needsPlan = plan.images.some(image => image.action !== 'none' && (0,_plan_run_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .isOfRun */ .N)(image));
    if (needsPlan && given.plan === undefined && !plan.head.dirty) {
        const again = (0,_diagnostics_suggested_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestedCommand */ .j)('plan', given, ['--format', 'json']);
        return `Next: to release what has a key of its run, ${(0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(again)} > plan.json, then build and release with --plan plan.json`;
    }
    const looksFirst = given.registry !== undefined || (given.images ?? []).length > 0;
    const command = (0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_diagnostics_suggested_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestedCommand */ .j)('release', given, looksFirst ? ['--dry-run'] : []));
    return plan.head.dirty ? `Next: commit the changes, then ${command}` : `Next: ${command}`;
}
/** What a run for some platforms does not build, said so that nobody takes it for done. */
function platformLines(plan) {
    if (plan.platforms === undefined)
        return [];
    const without = (0,_plan_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .leftOut */ .ig)(plan);
    const rest = without.length === 0 ? '' : `; left out, having none of them: ${(0,_diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_7__/* .someOf */ .yU)(without, NAMES_SHOWN)}`;
    return [`Only for ${plan.platforms.join(', ')}${rest}.`];
}
/** The results of a build for a person at a terminal: image, why, result, digest, compressed size and time. */
function renderResultsText(results, context = {}) {
    const { plan } = context;
    const planned = new Map(plan?.images.map(image => [image.name, image]));
    const many = plan !== undefined && (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .hasManyPlatforms */ .Cq)(plan);
    const columns = [
        { title: 'image' },
        { title: 'why' },
        { title: 'result' },
        { title: 'digest' },
        { title: 'size', align: 'right' },
        { title: 'time', align: 'right' }
    ];
    const rows = results.map(result => {
        const image = planned.get(result.image);
        const why = image?.reasons[0]?.text ?? '';
        const more = (image?.reasons.length ?? 0) - 1;
        return [
            many ? `${result.image} (${result.platform})` : result.image,
            (0,_diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_7__/* .cut */ .Jj)(`${(0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(why)}${more > 0 ? ` (${more} more)` : ''}`, REASON_SHOWN),
            endOf(result, image),
            result.digest === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_10__/* .shortDigest */ .VK)(result.digest),
            result.size === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_10__/* .humanSize */ .Xe)(result.size),
            result.milliseconds === 0 ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_10__/* .humanTime */ .zK)(result.milliseconds)
        ];
    });
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_6__/* .terminalTable */ .R)(columns, rows, (text, column, row) => column === 2 ? (0,_paint_js__WEBPACK_IMPORTED_MODULE_5__/* .paint */ .n)(text, _paint_js__WEBPACK_IMPORTED_MODULE_5__/* .STATE_COLOURS */ .O[results[row]?.state ?? 'cancelled'], context) : text);
    const headline = `${sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_3__/* .resultsHeadline */ .D1)(results))}\n${afterResults(results, context)}`;
    return rows.length === 0 ? headline : `${table}\n\n${headline}`;
}
/** How an image ended; of one that was there already, what was done all the same. */
function endOf(result, image) {
    const words = (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .stateWords */ .Xu)(result);
    if (result.state !== 'reused')
        return words;
    if (image?.action === 'test')
        return 'reused, tested';
    return image !== undefined && (0,_plan_run_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .isOfRun */ .N)(image) ? 'reused: same content' : words;
}
function afterResults(results, context) {
    const { plan, given = {}, goesOn = given, inJob } = context;
    if (inJob === true)
        return '';
    const { failed, blocked, cancelled } = (0,_build_results_js__WEBPACK_IMPORTED_MODULE_11__/* .countResults */ .a)(results);
    if (failed + blocked + cancelled === 0)
        return plan === undefined ? '' : `${releaseStep(plan, goesOn)}\n`;
    const broken = toRepair(results);
    const first = failed > 0 ? 'see to what is told above, then ' : '';
    return broken.length > 0
        ? `Next: repair ${(0,_diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_7__/* .someOf */ .yU)(broken, NAMES_SHOWN)}, then ${afterRepair(plan, given)}.\n`
        : `Next: ${first}${repetition(plan, goesOn)}; what is finished is not built again.\n`;
}
/** Images whose build, guard or test failed: neither the machine, the network nor the registry. */
function toRepair(results) {
    const own = results.filter(({ state, diagnostics }) => state === 'failed' && diagnostics.some(({ code }) => code.startsWith('B')));
    return [...new Set(own.map(({ image }) => image))];
}
/** A plan is of the commit before the repair, and a key of its run is of that plan. */
function afterRepair(plan, given) {
    const again = given.plan === undefined ? 'run the same command again' : 'plan anew and build that';
    const but = plan?.images.some(_plan_run_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .isOfRun */ .N) === true ? ' but for what has a key of its run' : '';
    return `${again}; what is finished is not built again${but}`;
}
/** What has a key of its run is found again only by the same plan. */
function repetition(plan, goesOn) {
    return plan?.images.some(_plan_run_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .isOfRun */ .N) === true && goesOn.plan !== undefined
        ? (0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_diagnostics_suggested_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestedCommand */ .j)('build', goesOn))
        : 'run the same command again';
}
/** A plan and how it ended, for a job log. */
function renderRunText(plan, results, release) {
    const lines = affectedLines(plan, results, release);
    const rows = lines.map(line => [
        line.image.name,
        line.platform,
        line.image.action,
        outcomeWords(line),
        line.result?.digest === undefined ? '' : shortDigest(line.result.digest)
    ]);
    const columns = [
        { title: 'image' },
        { title: 'platform' },
        { title: 'action' },
        { title: 'result' },
        { title: 'digest' }
    ];
    return [
        visible(comparisonSentence(plan)),
        ...(rows.length === 0 ? ['Nothing to do.'] : [terminalTable(columns, rows)]),
        ''
    ].join('\n');
}
function reasonLines(reasons) {
    return (0,_diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_7__/* .firstLines */ .UV)(reasons.map(({ text }) => (0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)), REASONS_SHOWN);
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}


/***/ })

};
