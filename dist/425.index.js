export const id = 425;
export const ids = [425];
export const modules = {

/***/ 8911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RI: () => (/* binding */ readJobs),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   tj: () => (/* binding */ readPlatforms)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7126);

const STRATEGIES = ['levels', 'single', 'auto'];
const PLATFORM = /^[a-z0-9]+\/[a-z0-9]+(?:\/v[0-9]+)?$/;
/** A label of a runner: nothing that YAML or an expression reads as something else. */
const RUNNER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** Reads how builds are to be dealt out to jobs: the inputs `strategy` and `runners`. */
function readJobs(read) {
    const strategy = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(read, 'strategy') ?? 'levels';
    if (!isStrategy(strategy))
        throw wrong('strategy', `one of ${STRATEGIES.join(', ')}`, strategy);
    const runners = {};
    for (const pair of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .nameList */ .OD)(read, 'runners') ?? []) {
        const [platform = '', runner = '', ...more] = pair.split('=');
        if (!PLATFORM.test(platform) || !RUNNER.test(runner) || more.length > 0) {
            throw wrong('runners', 'pairs such as linux/amd64=ubuntu-24.04', pair);
        }
        runners[platform] = runner;
    }
    return { strategy, runners };
}
/** The platforms that a run is for, by the input `platforms`; undefined for all of the manifest. */
function readPlatforms(read) {
    const platforms = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .nameList */ .OD)(read, 'platforms');
    for (const platform of platforms ?? []) {
        if (!PLATFORM.test(platform))
            throw wrong('platforms', 'platforms such as linux/amd64', platform);
    }
    return platforms;
}
/** Whether a word of an input is one of two; the first is the default. */
function choice(read, name, words) {
    const text = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(read, name) ?? words[0];
    const found = words.find(word => word === text);
    if (found === undefined)
        throw wrong(name, words.join(' or '), text);
    return found;
}
function isStrategy(text) {
    return STRATEGIES.some(strategy => strategy === text);
}
function wrong(input, expected, found) {
    return new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`input ${input}: expected ${expected}, found ${JSON.stringify(found.slice(0, 80))}`);
}


/***/ }),

/***/ 7425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planAction: () => (/* binding */ planAction)
});

// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/graph/closure.js
var closure = __webpack_require__(2486);
// EXTERNAL MODULE: ./build/keys/canonical.js
var canonical = __webpack_require__(8335);
// EXTERNAL MODULE: ./build/keys/requirements.js
var requirements = __webpack_require__(7513);
;// CONCATENATED MODULE: ./build/keys/pin-changes.js

/**
 * The lines of a requirements file that came, went or changed, in words such as `numpy 1.26.4 → 2.1.3`, packages by name
 * first; nothing when only order or comments differ.
 */
function pinChanges(before, after) {
    const [was, now] = [(0,requirements/* readRequirements */.F2)(before), (0,requirements/* readRequirements */.F2)(after)];
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
    const changes = pinChanges(was.pins.join('\n'), file.pins.join('\n'));
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

// EXTERNAL MODULE: ./build/keys/inputs.js
var keys_inputs = __webpack_require__(8704);
;// CONCATENATED MODULE: ./build/plan/keys.js

/**
 * Computes the keys of images, in an order that has parents first; a parent may stand as an earlier plan found it. `salt`
 * says what to mix into an image's key (undefined: nothing); children inherit it through their parents' keys.
 */
function keysOf(images, order, standing, salt, known = new Map()) {
    const keys = new Map();
    for (const name of order) {
        const image = images.get(name);
        if (image === undefined)
            continue;
        const byPlatform = new Map();
        for (const [platform, inputs] of image.platforms) {
            const mixed = salt(image, platform);
            // A parent without a key (unreadable at the base) has a name no key can have: the child's key differs then.
            const parentKey = (parent) => keys.get(parent.image)?.get(parent.platform)?.key ??
                standing.get(parent.image)?.platforms[parent.platform]?.key ??
                `unreadable:${parent.image}`;
            const key = remembered(known, inputs, [mixed ?? '', ...inputs.parents.map(parentKey)].join(' '), () => (0,keys_inputs/* keyOf */.TN)(inputs, parentKey, mixed));
            byPlatform.set(platform, mixed === undefined ? { key } : { key, salt: mixed });
        }
        keys.set(name, byPlatform);
    }
    return keys;
}
function remembered(known, inputs, beside, make) {
    const before = known.get(inputs);
    if (before?.beside === beside)
        return before.key;
    const key = make();
    known.set(inputs, { beside, key });
    return key;
}

;// CONCATENATED MODULE: ./build/plan/snapshot.js

/** Normalised references of the bases of an image that the manifest does not own, on all its platforms, in order. */
function externalBases({ platforms }) {
    const bases = [...platforms.values()].flatMap(({ externals }) => externals);
    return [...new Set(bases.map(({ reference }) => reference))].sort(code_unit/* byCodeUnit */.X);
}

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
    const now = keysOf(head.images, head.order.names, standing, salt, known);
    const before = base && keysOf(base.images, base.order, standing, baseSalt, known);
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
        externalBases: externalBases(image),
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
// EXTERNAL MODULE: ./build/plan/rows.js + 7 modules
var rows = __webpack_require__(3181);
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

// EXTERNAL MODULE: ./build/load/snapshot.js + 10 modules
var load_snapshot = __webpack_require__(4870);
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

// EXTERNAL MODULE: ./build/commands/readable.js
var readable = __webpack_require__(535);
// EXTERNAL MODULE: ./build/manifest/names.js
var names = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/plan/disk-warnings.js
var disk_warnings = __webpack_require__(1351);
// EXTERNAL MODULE: ./build/plan/rows-bytes.js
var rows_bytes = __webpack_require__(2731);
// EXTERNAL MODULE: ./build/plan/rows-estimate.js
var rows_estimate = __webpack_require__(7332);
;// CONCATENATED MODULE: ./build/plan/strategy.js




/**
 * Lays the rows of a plan out anew. `single` puts all images of a platform into one row of the first level: one job, in
 * which a child starts when its own parents are done; what it takes on another platform it builds itself. `auto` is
 * `single` where no level has two rows of one platform, so that more machines would only wait for each other, and where one
 * job has room for all. Rows that their runners have no room for are warned about anew.
 */
function withJobs(plan, jobs) {
    const levels = plan.levels.map(rows => rows.map(row => ({ ...row, runner: jobs.runners?.[row.platform] ?? row.runner })));
    const single = singleLevel(levels);
    const isSingle = jobs.strategy === 'single' || (jobs.strategy === 'auto' && levels.every(isLine) && hasRoom(single));
    if (!isSingle)
        return (0,disk_warnings/* withDiskWarnings */.Z)({ ...plan, levels });
    const estimate = plan.estimate && (0,rows_estimate/* estimateOfSingle */.UK)(plan.estimate);
    return (0,disk_warnings/* withDiskWarnings */.Z)({ ...plan, levels: single, ...(estimate === undefined ? {} : { estimate }) });
}
function isLine(rows) {
    return new Set(rows.map(row => row.platform)).size === rows.length;
}
function hasRoom(levels) {
    return levels.flat().every(row => (row.bytes ?? 0) <= rows_bytes/* DISK */.KK);
}
function singleLevel(levels) {
    const byPlatform = new Map();
    for (const row of levels.flat()) {
        const before = byPlatform.get(row.platform);
        const bytes = (before?.bytes ?? 0) + (row.bytes ?? 0);
        byPlatform.set(row.platform, { ...row, images: [...(before?.images ?? []), ...row.images], bytes });
    }
    const rows = [...byPlatform.values()].map(({ images, platform, runner, bytes = 0 }) => {
        return { id: (0,names/* platformTag */.oq)(platform), images, platform, runner, ...(bytes === 0 ? {} : { bytes }) };
    });
    return rows.length === 0 ? [] : [rows];
}

// EXTERNAL MODULE: ./build/report/text.js + 1 modules
var report_text = __webpack_require__(4240);
// EXTERNAL MODULE: ./build/action/durations.js + 2 modules
var durations = __webpack_require__(4706);
// EXTERNAL MODULE: ./build/action/ending.js
var ending = __webpack_require__(5248);
// EXTERNAL MODULE: ./build/action/inputs.js
var action_inputs = __webpack_require__(7126);
// EXTERNAL MODULE: ./build/action/jobs.js
var action_jobs = __webpack_require__(8911);
// EXTERNAL MODULE: ./build/action/machine.js + 4 modules
var machine = __webpack_require__(6018);
// EXTERNAL MODULE: ./build/plan/rows-lanes.js
var rows_lanes = __webpack_require__(9059);
// EXTERNAL MODULE: ./build/action/transport.js + 1 modules
var transport = __webpack_require__(7094);
;// CONCATENATED MODULE: ./build/action/plan-outputs.js



const ACTIONS = ['build', 'test', 'retag', 'reuse', 'none'];
/** The outputs of the planning step, by name; everything but `plan` and the two scalars is JSON. */
function planOutputs(plan) {
    const matrices = Array.from({ length: rows/* MAX_LEVELS */.DD }, (_, at) => ({ include: plan.levels[at] ?? [] }));
    const jobs = Object.fromEntries(matrices.flatMap(({ include }, at) => rows_lanes/* LANES */.Ci.map((lane) => [
        `${lane}-${at}`,
        { include: include.filter(row => (row.lane ?? 'level') === lane) }
    ])));
    const affected = plan.images.filter(image => image.action !== 'none').map(image => image.name);
    const counts = Object.fromEntries(ACTIONS.map(action => [action, plan.images.filter(image => image.action === action).length]));
    const levelCounts = matrices.map(matrix => matrix.include.length);
    return {
        plan: (0,transport/* packPlan */.pV)(plan),
        levels: JSON.stringify(matrices),
        'level-counts': JSON.stringify(levelCounts),
        jobs: JSON.stringify(jobs),
        'job-counts': JSON.stringify(Object.fromEntries(Object.entries(jobs).map(([id, { include }]) => [id, include.length]))),
        counts: JSON.stringify(counts),
        affected: JSON.stringify(affected),
        'affected-count': String(affected.length),
        'has-work': String(levelCounts.some(count => count > 0))
    };
}

;// CONCATENATED MODULE: ./build/action/plan.js












/** The action that plans: compares two commits and gives the plan and the matrices of the level jobs as outputs. */
async function planAction(host, world) {
    await (0,machine/* logIn */.E8)(host, world);
    const jobs = (0,action_jobs/* readJobs */.RI)(host.input);
    const unreadable = (0,action_jobs/* choice */.Yq)(host.input, 'unreadable-registry', ['fail', 'build']);
    const optional = {
        manifest: (0,action_inputs/* optionalText */.mR)(host.input, 'manifest'),
        base: (0,action_inputs/* optionalText */.mR)(host.input, 'base'),
        head: (0,action_inputs/* optionalText */.mR)(host.input, 'head'),
        images: (0,action_inputs/* nameList */.OD)(host.input, 'images'),
        registry: (0,action_inputs/* optionalText */.mR)(host.input, 'registry'),
        platforms: (0,action_jobs/* readPlatforms */.tj)(host.input),
        event: await host.event(),
        run: runOf(world.environment)
    };
    const pace = await (0,durations/* pastPace */.Wz)(host, world, optional.manifest ?? read_manifest/* DEFAULT_MANIFEST */.mj);
    const outcome = await plan(unreadable === 'fail' ? world : withReadable(world), {
        ...withoutUndefined({ ...optional, pace }),
        all: (0,action_inputs/* strictBoolean */.c9)(host.input, 'all'),
        rebuild: (0,action_inputs/* strictBoolean */.c9)(host.input, 'rebuild')
    });
    if (outcome.kind === 'invalid')
        return (0,ending/* invalidEnding */.r)(host, outcome.diagnostics);
    const planned = withJobs(outcome.value, jobs);
    host.annotate(planned.warnings);
    host.log.info((0,report_text/* renderPlanText */.$D)(planned, { inJob: true }));
    for (const [name, value] of Object.entries(planOutputs(planned)))
        host.output(name, value);
    return commands_outcome/* EXIT */.d.done;
}
function withReadable(world) {
    return { ...world, registry: async () => (0,readable/* readingWhatItMay */.j)(await world.registry(), world.log) };
}
/** Identifies the run; an attempt that runs again must find what the one before built, so attempts do not count. */
function runOf(environment) {
    const run = environment['GITHUB_RUN_ID'] ?? '';
    return run === '' ? undefined : run;
}
/** The given values alone: an optional property that is there is never undefined. */
function withoutUndefined(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
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

/***/ 2251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel),
/* harmony export */   a: () => (/* binding */ QUESTIONS_AT_ONCE)
/* harmony export */ });
/** How many questions a registry is asked at once. */
const QUESTIONS_AT_ONCE = 8;
/**
 * Runs `work` for every item, at most `limit` at a time, and returns the results in the order of the items. After a
 * failure nothing new is started, what runs is waited for, and the first failure is thrown: no work outlives the call.
 */
async function inParallel(limit, items, work) {
    const results = new Map();
    const failures = [];
    let next = 0;
    const worker = async () => {
        while (next < items.length && failures.length === 0) {
            const index = next;
            next += 1;
            try {
                results.set(index, await work(items[index]));
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return items.map((_, index) => results.get(index));
}


/***/ })

};
