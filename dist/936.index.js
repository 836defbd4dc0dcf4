export const id = 936;
export const ids = [936];
export const modules = {

/***/ 4255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ childOf),
/* harmony export */   PT: () => (/* binding */ wrongKey),
/* harmony export */   Qm: () => (/* binding */ wrong),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   gQ: () => (/* binding */ wrongType),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** Reports an error at the value of a field and returns undefined. */
function wrong(field, code, message, remedy) {
    field.report({ code, severity: 'error', path: field.path, at: 'value', message, remedy });
    return undefined;
}
/** Reports an error at the key of a field and returns undefined. */
function wrongKey(field, code, message, remedy) {
    field.report({ code, severity: 'error', path: field.path, at: 'key', message, remedy });
    return undefined;
}
/** Reports M004: what was found, what was expected. */
function wrongType(field, expected, example) {
    const message = `${labelOf(field.path)} is ${describe(field.value)}, expected ${expected}`;
    return wrong(field, 'M004', message, `Write ${example}`);
}
/** The child of a field. */
function childOf(field, step, value) {
    return { value, path: [...field.path, step], report: field.report };
}
/** The keys to a value as a person writes them: `images.python-base.tags[1]`. */
function labelOf(path) {
    if (path.length === 0)
        return 'The manifest';
    return path
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${shown(step)}`))
        .join('');
}
/** Names a value in a sentence. */
function describe(value) {
    if (value === null)
        return 'empty';
    if (typeof value === 'string')
        return `the text ${quoted(value)}`;
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(value))
        return 'a mapping';
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnquoted */ .IW)(value))
        return `the ${typeof value.value} ${shown(value.written)}`;
    return 'a list';
}
/** A text in quotes, control characters escaped, long ones cut. */
function quoted(text) {
    return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
}
const LONGEST_SHOWN = 60;
function shown(text) {
    return /^[\w./-]{1,60}$/.test(text) ? text : quoted(text);
}


/***/ }),

/***/ 7359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ placeFinder)
/* harmony export */ });
/** Makes the function from an offset of a text to line and column; the lines are counted once, at the first question. */
function placeFinder(text) {
    let starts;
    return offset => {
        starts ??= lineStarts(text);
        const line = lastAtMost(starts, offset);
        return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    };
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** Index of the last number that is not above the limit, by bisection. */
function lastAtMost(sorted, limit) {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((sorted[middle] ?? 0) <= limit)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}


/***/ }),

/***/ 936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readManifest: () => (/* binding */ readManifest)
});

// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/manifest/fields.js
var fields = __webpack_require__(4255);
// EXTERNAL MODULE: ./build/manifest/names.js
var manifest_names = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/manifest/values.js
var values = __webpack_require__(3916);
;// CONCATENATED MODULE: ./build/manifest/objects.js



/** Makes a reader of mappings that have no other keys; what can be read is returned, whatever else is wrong. */
function objectOf(shape, required = []) {
    const known = Object.keys(shape);
    return field => {
        const { value } = field;
        if (!(0,values/* isMapping */.pi)(value))
            return (0,fields/* wrongType */.gQ)(field, 'a mapping', `lines of the form key: value with ${known.join(', ')}`);
        for (const key of required)
            if (!value.has(key))
                missing(field, key);
        const read = {};
        let unknown = 0;
        for (const [key, child] of value) {
            const reader = Object.hasOwn(shape, key) ? shape[key] : undefined;
            if (reader === undefined)
                unknownKey((0,fields/* childOf */.GG)(field, key, child), key, unknown++ < MOST_GUESSES ? known : []);
            else
                read[key] = reader((0,fields/* childOf */.GG)(field, key, child));
        }
        return read;
    };
}
/** Unknown keys of one mapping for which the meant one is searched; a file with more is something else altogether. */
const MOST_GUESSES = 20;
function unknownKey(field, key, known) {
    const where = field.path.length === 1 ? 'the manifest' : (0,fields/* labelOf */.Wy)(field.path.slice(0, -1));
    const expected = known.length === 0 ? 'a known key' : `one of ${known.join(', ')}`;
    const message = `Found the key ${(0,fields/* quoted */.TL)(key)} in ${where}, expected ${expected}`;
    const meant = (0,manifest_names/* nearest */.pA)(key, known);
    if (key === '<<')
        (0,fields/* wrongKey */.PT)(field, 'M003', message, 'Merge keys are not read: write the keys out, or use defaults or variants');
    else if (meant !== undefined)
        (0,fields/* wrongKey */.PT)(field, 'M003', message, `Did you mean ${meant}?`);
    else
        (0,fields/* wrongKey */.PT)(field, 'M003', message, 'Remove the key');
}
function missing(field, key) {
    const message = `${(0,fields/* labelOf */.Wy)(field.path)} has no key ${key}, expected one`;
    (0,fields/* wrongKey */.PT)(field, 'M009', message, `Add ${key}:`);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/manifest/readers.js
var readers = __webpack_require__(616);
;// CONCATENATED MODULE: ./build/manifest/paths.js



/** Reads a path from the repository root; `.` is the root and becomes `''`. Never leaves the repository. */
const readFolder = field => {
    const text = (0,readers/* readText */.yR)(field);
    if (text === undefined || !staysInside(field, text))
        return undefined;
    const path = external_node_path_.posix.normalize(text).replace(/\/$/, '');
    return path === '.' ? '' : path;
};
/** Reads the path of a file from the repository root. */
const readFile = field => {
    const path = readFolder(field);
    const isFolder = path === '' || (typeof field.value === 'string' && field.value.endsWith('/'));
    if (path === undefined || !isFolder)
        return path;
    const message = `${(0,fields/* labelOf */.Wy)(field.path)} is ${(0,fields/* quoted */.TL)(String(field.value))}, expected a file`;
    return (0,fields/* wrong */.Qm)(field, 'M010', message, 'Name the file, not its folder');
};
/** Reads a glob of files from the repository root. */
const readGlob = field => {
    const text = (0,readers/* readText */.yR)(field);
    if (text === undefined || !staysInside(field, text))
        return undefined;
    return external_node_path_.posix.normalize(text);
};
function staysInside(field, path) {
    const fault = faultOf(path);
    if (fault === undefined)
        return true;
    const message = `${(0,fields/* labelOf */.Wy)(field.path)} is ${(0,fields/* quoted */.TL)(path)}, ${fault}, expected a path from the repository root`;
    (0,fields/* wrong */.Qm)(field, 'M007', message, 'Write the path from the repository root with / between folders and without ..');
    return false;
}
function faultOf(path) {
    if (/^[/~]/.test(path) || /^[A-Za-z]:/.test(path))
        return 'an absolute path';
    if (path.includes('\\'))
        return 'a path with a backslash';
    if (/[\n\t]/.test(path))
        return 'a path of several lines';
    if (path.split('/').includes('..'))
        return 'a path with ..';
    return undefined;
}

;// CONCATENATED MODULE: ./build/manifest/image-fields.js






/** Reads the name of an image of the manifest. */
const readImageName = (0,readers/* textLike */.r1)(manifest_names/* IMAGE_NAME */.yc, `the name of an image: ${manifest_names/* IMAGE_NAME_RULE */.fe}`, 'Write a name of the manifest');
/** Whether a key is a name for images, variants or contexts; reports it when not. */
function checkName(name, field) {
    if (manifest_names/* IMAGE_NAME */.yc.test(name))
        return true;
    const message = `The name ${(0,fields/* quoted */.TL)(name)} is not allowed, expected ${manifest_names/* IMAGE_NAME_RULE */.fe}`;
    (0,fields/* wrongKey */.PT)(field, 'M008', message, 'Choose a shorter or simpler name');
    return false;
}
/** Reads named build contexts: a folder, or `{image: x}`. */
const readContexts = (0,readers/* mapOf */.A7)(checkName, field => {
    if ((0,values/* isMapping */.pi)(field.value)) {
        const image = readImageOf(field)?.image;
        return image === undefined ? undefined : { kind: 'image', image };
    }
    const path = readFolder(field);
    return path === undefined ? undefined : { kind: 'path', path };
});
/** Reads a smoke test: the path of a script, or a command as a list. */
const readTest = field => {
    if (!(0,values/* isList */.Lv)(field.value)) {
        if ((0,values/* isMapping */.pi)(field.value))
            return (0,fields/* wrongType */.gQ)(field, 'a path or a list', 'the path of a script or a list of words');
        const path = readFile(field);
        return path === undefined ? undefined : { kind: 'script', path };
    }
    const command = (0,readers/* listOf */.c3)(readers/* readAnyText */.Au, { atLeast: 1 })(field);
    if (command === undefined)
        return undefined;
    if (command[0] !== '')
        return { kind: 'exec', command };
    return (0,fields/* wrong */.Qm)((0,fields/* childOf */.GG)(field, 0, ''), 'M010', `${(0,fields/* labelOf */.Wy)(field.path)} starts with an empty word, expected a program`, 'Name a program');
};
/** Reads the name or number of a build stage. */
const readTarget = (0,readers/* textLike */.r1)(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, 'the name of a build stage', 'Write the name after AS in the Dockerfile');
/** Reads the web address of sources. */
const readWebAddress = (0,readers/* textLike */.r1)(/^https?:\/\/[^\s"<>]+$/, 'a web address', 'Write an address that starts with https://');
/** Reads a text of one line. */
const readLine = field => {
    const text = (0,readers/* readText */.yR)(field);
    if (text === undefined || !/[\n\t]/.test(text))
        return text;
    return (0,fields/* wrong */.Qm)(field, 'M010', `${(0,fields/* labelOf */.Wy)(field.path)} has a tab or several lines, expected one line`, 'Write it in one line');
};
/** Reads `{image: x}`, the reference to another image. */
function readImageOf(field) {
    const image = objectOf({ image: readImageName }, ['image'])(field)?.image;
    return image === undefined ? undefined : { image };
}

;// CONCATENATED MODULE: ./build/manifest/arguments.js





/** Reads build arguments: a text, or `{image: x}` for the public reference of x. */
const readArgs = (0,readers/* mapOf */.A7)(checkArgument, field => (0,values/* isMapping */.pi)(field.value) ? readImageOf(field) : (0,readers/* readAnyText */.Au)(field));
/** Arguments that BuildKit sets itself, or that exchange the Dockerfile's frontend behind the plan's back. */
const RESERVED_ARGUMENT = /^(?:(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)|BUILDKIT_SYNTAX)$/;
/** Words of names whose values BuildKit's own check takes for secrets (`SecretsUsedInArgOrEnv`). */
const SECRET_WORD = /(?:^|_)(?:API_?KEY|AUTH|CREDENTIALS?|KEY|PASS(?:WORD|WD)|PWORD|SECRET|TOKEN)(?:_|$)/i;
function checkArgument(name, field) {
    if (!manifest_names/* VARIABLE */.TZ.test(name)) {
        const message = `The build argument ${(0,fields/* quoted */.TL)(name)} is not allowed, expected letters, digits and _`;
        (0,fields/* wrongKey */.PT)(field, 'M008', message, 'Write the name as in the ARG instruction');
        return false;
    }
    if (RESERVED_ARGUMENT.test(name)) {
        (0,fields/* wrongKey */.PT)(field, 'M008', `The build argument ${name} is set by the builder`, 'Remove it; platforms choose the platform');
        return false;
    }
    if (SECRET_WORD.test(name) && !/PUBLIC/i.test(name) && !(0,values/* isMapping */.pi)(field.value))
        warnOfSecret(name, field);
    return true;
}
function warnOfSecret(name, field) {
    field.report({
        code: 'M016',
        severity: 'warning',
        path: field.path,
        at: 'key',
        message: `The build argument ${name} looks like a secret, and arguments are readable in the image and in the plan`,
        remedy: 'Use secrets and RUN --mount=type=secret'
    });
}

;// CONCATENATED MODULE: ./build/manifest/platform.js


/** Platforms in the one form that BuildKit gives them, so that one platform has one name. */
const PLATFORM = /^(?:linux|windows|freebsd)\/(?:386|amd64(?:\/v[234])?|arm\/v[5-8]|arm64(?:\/v9)?|loong64|mips64(?:le)?|ppc64le|riscv64|s390x)$/;
/** Other names of platforms with the usual one (containerd `platforms.Normalize`). */
const OTHER_NAMES = {
    amd64: 'linux/amd64',
    arm64: 'linux/arm64',
    x86_64: 'linux/amd64',
    aarch64: 'linux/arm64',
    'linux/x86_64': 'linux/amd64',
    'linux/x86-64': 'linux/amd64',
    'linux/amd64/v1': 'linux/amd64',
    'linux/aarch64': 'linux/arm64',
    'linux/arm64/v8': 'linux/arm64',
    'linux/i386': 'linux/386',
    'linux/arm': 'linux/arm/v7',
    'linux/armhf': 'linux/arm/v7'
};
/** Reads a platform such as `linux/amd64` or `linux/arm/v7`. */
const readPlatform = field => {
    const text = (0,readers/* readAnyText */.Au)(field);
    return text === undefined || PLATFORM.test(text) ? text : wrongPlatform(field, text, fields/* wrong */.Qm);
};
/** Whether a key is a platform; reports it when not. */
function checkPlatformKey(key, field) {
    if (PLATFORM.test(key))
        return true;
    wrongPlatform(field, key, fields/* wrongKey */.PT);
    return false;
}
function wrongPlatform(field, text, report) {
    const message = `${(0,fields/* labelOf */.Wy)(field.path)} is ${(0,fields/* quoted */.TL)(text)}, expected a platform such as linux/amd64 or linux/arm/v7`;
    const usual = Object.hasOwn(OTHER_NAMES, text) ? OTHER_NAMES[text] : undefined;
    return report(field, 'M010', message, `Write ${usual ?? 'os/architecture, or os/architecture/variant'}`);
}

// EXTERNAL MODULE: ./build/manifest/reference.js
var manifest_reference = __webpack_require__(1193);
;// CONCATENATED MODULE: ./build/manifest/repositories.js



const EXAMPLE = 'ghcr.io/acme/python-base';
/** Reads a repository without tag and digest into its full form: `acme/x` is `docker.io/acme/x`. */
const readRepository = field => {
    const text = (0,readers/* readAnyText */.Au)(field);
    if (text === undefined)
        return undefined;
    const reference = (0,manifest_reference/* parseReference */.F2)(text);
    if (reference !== undefined && reference.tag === undefined && reference.digest === undefined)
        return (0,manifest_reference/* repositoryMeant */.q4)(reference);
    const message = `${(0,fields/* labelOf */.Wy)(field.path)} is ${(0,fields/* quoted */.TL)(text)}, expected a repository without tag and digest`;
    return (0,fields/* wrong */.Qm)(field, 'M010', message, `Write a repository in lower case such as ${EXAMPLE}`);
};
/** Reads the prefix of repositories, a registry with or without a path, into its full form: `acme` is `docker.io/acme`. */
const readRegistry = field => {
    const text = (0,readers/* readAnyText */.Au)(field);
    if (text === undefined)
        return undefined;
    const reference = (0,manifest_reference/* parseReference */.F2)(`${text}/x`);
    if (reference !== undefined)
        return (0,manifest_reference/* repositoryMeant */.q4)(reference).slice(0, -'/x'.length);
    const message = `${(0,fields/* labelOf */.Wy)(field.path)} is ${(0,fields/* quoted */.TL)(text)}, expected a registry with the path that images are published under`;
    return (0,fields/* wrong */.Qm)(field, 'M010', message, 'Write it in lower case such as ghcr.io/acme');
};
/** Reads another reference of an image into `repository:tag` or `repository:*`; without a tag it means `:latest`. */
const readAlias = field => {
    const text = (0,readers/* readAnyText */.Au)(field);
    if (text === undefined)
        return undefined;
    const isAny = text.endsWith(':*');
    const reference = (0,manifest_reference/* parseReference */.F2)(isAny ? text.slice(0, -2) : text);
    const hasTag = reference?.tag !== undefined;
    if (reference !== undefined && reference.digest === undefined && !(isAny && hasTag))
        return `${(0,manifest_reference/* repositoryMeant */.q4)(reference)}:${isAny ? '*' : (reference.tag ?? 'latest')}`;
    const message = `${(0,fields/* labelOf */.Wy)(field.path)} is ${(0,fields/* quoted */.TL)(text)}, expected a reference without a digest`;
    return (0,fields/* wrong */.Qm)(field, 'M010', message, 'Write name, name:tag, or name:* for any tag');
};

;// CONCATENATED MODULE: ./build/manifest/secrets.js






/** Reads build secrets: an id, and the variable or the file it is taken from; every id once. */
const readSecrets = field => {
    const secrets = (0,readers/* listOf */.c3)(readSecret)(field);
    const ids = secrets?.map(secret => secret.id) ?? [];
    const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (repeated < 0)
        return secrets;
    const place = (0,fields/* childOf */.GG)(field, repeated, null);
    return (0,fields/* wrong */.Qm)(place, 'M010', `The secret ${(0,fields/* quoted */.TL)(ids[repeated] ?? '')} is listed twice`, 'Remove one of the two');
};
const readSecret = field => {
    const secret = objectOf({ id: readSecretId, env: readVariable, file: readFile }, ['id'])(field);
    if (secret === undefined || !(0,values/* isMapping */.pi)(field.value))
        return undefined;
    const sources = Number(field.value.has('env')) + Number(field.value.has('file'));
    if (sources === 0) {
        const message = `${(0,fields/* labelOf */.Wy)(field.path)} has neither env nor file, expected one of them`;
        return (0,fields/* wrong */.Qm)(field, 'M009', message, 'Add env: NAME_OF_A_VARIABLE');
    }
    if (sources === 2)
        return (0,fields/* wrong */.Qm)(field, 'M010', `${(0,fields/* labelOf */.Wy)(field.path)} has env and file, expected one of them`, 'Remove one');
    const { id, env, file } = secret;
    if (id === undefined)
        return undefined;
    return { id, ...(env === undefined ? {} : { env }), ...(file === undefined ? {} : { file }) };
};
const readSecretId = (0,readers/* textLike */.r1)(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, 'the id of a secret: A-Z a-z 0-9 . _ -', 'Write the id that the Dockerfile mounts');
const readVariable = (0,readers/* textLike */.r1)(manifest_names/* VARIABLE */.TZ, 'the name of a variable', 'Write letters, digits and _');

;// CONCATENATED MODULE: ./build/manifest/size.js



/** Bytes of each unit: MB is a million, as registries and disks count, MiB is 2^20. */
const UNITS = {
    B: 1,
    kB: 1e3,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40
};
const SIZE = /^([0-9]{1,9}(?:\.[0-9]{1,3})?) ?(B|[kKMGT]B|[KMGT]iB)$/;
/** Bytes of a size with its unit, such as `250MB` or `1.5 GiB`; undefined when it is no size above zero. */
function parseSize(text) {
    const [, amount, unit] = SIZE.exec(text) ?? [];
    const bytes = Math.floor(Number(amount) * (UNITS[unit ?? ''] ?? NaN));
    return bytes > 0 ? bytes : undefined;
}
/** Reads a size into bytes; a number without a unit is no size. */
const readSize = field => {
    const text = (0,values/* isUnquoted */.IW)(field.value) ? field.value.written : (0,readers/* readAnyText */.Au)(field);
    if (text === undefined)
        return undefined;
    const bytes = (0,values/* isUnquoted */.IW)(field.value) ? undefined : parseSize(text);
    if (bytes !== undefined)
        return bytes;
    const message = `${(0,fields/* labelOf */.Wy)(field.path)} is ${(0,fields/* quoted */.TL)(text)}, expected a size above zero with a unit`;
    return (0,fields/* wrong */.Qm)(field, 'M010', message, 'Write a size such as 250MB (millions of bytes) or 250MiB (2^20 bytes)');
};

// EXTERNAL MODULE: ./build/manifest/tags.js
var tags = __webpack_require__(7979);
;// CONCATENATED MODULE: ./build/manifest/image.js











/** Keys that an image and a variant share. */
const COMMON = {
    description: readers/* readText */.yR,
    licenses: readLine,
    source: readWebAddress,
    target: readTarget,
    args: readArgs,
    contexts: readContexts,
    secrets: readSecrets,
    platforms: (0,readers/* setOf */.s4)(readPlatform, { atLeast: 1 }),
    tags: (0,readers/* setOf */.s4)(tags/* readTag */.z, { atLeast: 1 }),
    aliases: (0,readers/* setOf */.s4)(readAlias),
    inputs: (0,readers/* setOf */.s4)(readGlob),
    installed: readFile,
    parents: (0,readers/* setOf */.s4)(readImageName),
    needs: (0,readers/* setOf */.s4)(readImageName),
    publish: readers/* readBoolean */.Vf,
    test: readTest,
    'size-budget': readSize,
    deprecated: readers/* readText */.yR
};
const VARIANT = objectOf(COMMON, ['tags']);
const FIELDS = {
    ...COMMON,
    dockerfile: readFile,
    context: readFolder,
    repository: readRepository,
    variants: (0,readers/* mapOf */.A7)(checkName, VARIANT)
};
const IMAGE = objectOf(FIELDS);
/** The keys that an image may have. */
const IMAGE_KEYS = new Set(Object.keys(FIELDS));
/** Reads the entry of an image; an entry that says nothing has every default. */
const readImage = field => (field.value === null ? {} : IMAGE(field));
/** Reads platforms, for `defaults`. */
const readPlatforms = COMMON.platforms;
/** Reads tags, for `defaults`. */
const readTags = COMMON.tags;
/** Fills the defaults into the entry of an image. */
function imageOf(name, entry, defaults) {
    const dockerfile = entry.dockerfile ?? external_node_path_.posix.join(defaults.folder, name, 'Dockerfile');
    return {
        name,
        ...given('description', entry.description),
        ...given('licenses', entry.licenses),
        ...given('source', entry.source ?? defaults.source),
        dockerfile,
        context: entry.context ?? folderOf(dockerfile),
        ...given('target', entry.target),
        args: record([...defaults.args, ...(entry.args ?? [])]),
        contexts: record([...(entry.contexts ?? [])]),
        secrets: entry.secrets ?? [],
        platforms: entry.platforms ?? defaults.platforms,
        repository: entry.repository ?? `${defaults.registry}/${name}`,
        tags: entry.tags ?? defaults.tags,
        aliases: entry.aliases ?? [],
        inputs: entry.inputs ?? [],
        ...given('installed', entry.installed),
        ...given('parents', entry.parents),
        needs: entry.needs ?? [],
        publish: entry.publish ?? true,
        ...given('test', entry.test),
        ...given('sizeBudget', entry['size-budget']),
        ...given('deprecated', entry.deprecated)
    };
}
/** Folder of a path from the repository root, `''` for the root. */
function folderOf(path) {
    const folder = external_node_path_.posix.dirname(path);
    return folder === '.' ? '' : folder;
}
/** A record without a prototype, so that an argument named `constructor` is there only when it was given. */
function record(entries) {
    const empty = Object.create(null);
    for (const [key, value] of entries)
        empty[key] = value;
    return empty;
}
function given(key, value) {
    return value === undefined ? {} : { [key]: value };
}

// EXTERNAL MODULE: ./build/manifest/variants.js
var manifest_variants = __webpack_require__(6008);
;// CONCATENATED MODULE: ./build/manifest/images.js





/** Reads all entries of `images`, also those with problems: what the images say about one another can still be checked. */
const readImages = field => {
    if (!(0,values/* isMapping */.pi)(field.value))
        return (0,fields/* wrongType */.gQ)(field, 'a mapping', 'a line with the name of an image: and its keys below');
    if (field.value.size === 0)
        return (0,fields/* wrong */.Qm)(field, 'M010', 'images is empty, expected an image', 'Add an image');
    const entries = new Map();
    for (const [name, value] of field.value) {
        let isSound = true;
        const report = (problem) => {
            if (problem.severity === 'error')
                isSound = false;
            field.report(problem);
        };
        const child = { ...(0,fields/* childOf */.GG)(field, name, value), report };
        checkName(name, child);
        const entry = (isIndentedWrong(name, child) ? undefined : readImage(child)) ?? {};
        entries.set(name, { entry, path: child.path, isSound });
    }
    return entries;
};
/** Whether a key of an image stands where images do: told as that, since nothing is wrong with its value. */
function isIndentedWrong(name, field) {
    if (!IMAGE_KEYS.has(name) || field.value === null || (0,values/* isMapping */.pi)(field.value))
        return false;
    const message = `${(0,fields/* labelOf */.Wy)(field.path)} is ${(0,fields/* describe */.q0)(field.value)}, expected an image`;
    (0,fields/* wrong */.Qm)(field, 'M004', message, `${name} is a key of an image: indent it below the name of one`);
    return true;
}
/** Images with their defaults in the order of the file, variants after their image. */
function imagesOf(entries, defaults) {
    return [...entries].flatMap(([name, read]) => {
        const image = { ...read, spec: imageOf(name, read.entry, defaults) };
        const variants = [...(read.entry.variants ?? [])].map(([variant, own]) => {
            const entry = (0,manifest_variants/* variantEntry */.w)(image.spec, read.entry, own);
            const spec = imageOf((0,manifest_variants/* variantName */.L)(name, variant), entry, defaults);
            return { spec, entry: own, path: [...read.path, 'variants', variant], isSound: read.isSound };
        });
        return [image, ...variants];
    });
}
/** Every name that is written in the manifest, whether its entry can be read or not. */
function namesIn(manifest) {
    const names = new Set();
    const images = (0,values/* isMapping */.pi)(manifest.value) ? manifest.value.get('images') : undefined;
    for (const [name, image] of images !== undefined && (0,values/* isMapping */.pi)(images) ? images : []) {
        names.add(name);
        const variants = (0,values/* isMapping */.pi)(image) ? image.get('variants') : undefined;
        if (variants === undefined || !(0,values/* isMapping */.pi)(variants))
            continue;
        for (const variant of variants.keys())
            names.add((0,manifest_variants/* variantName */.L)(name, variant));
    }
    return names;
}

// EXTERNAL MODULE: ./build/manifest/lines.js
var lines = __webpack_require__(7359);
;// CONCATENATED MODULE: ./build/manifest/ownership.js

/** Reports references that several images claim, and images in repositories that are the manifest's own. */
function checkOwnership(manifest, images, tell) {
    // Where an image cannot be read its tags are not known: a default must not be taken for them.
    const sound = images.filter(image => image.isSound);
    const published = new Map();
    for (const image of sound)
        claimTags(image, published, tell);
    const repositories = new Map();
    for (const { spec } of sound)
        namesOf(repositories, spec.repository).add(spec.name);
    const aliased = new Map();
    for (const image of sound)
        claimAliases(image, { published, repositories, aliased }, tell);
    for (const image of sound)
        checkOwnRepositories(image, manifest, tell);
}
function claimTags({ spec, entry, path }, published, tell) {
    for (const [index, tag] of spec.tags.entries()) {
        const reference = `${spec.repository}:${tag}`;
        const other = published.get(reference);
        published.set(reference, other ?? spec.name);
        if (other === undefined || other === spec.name)
            continue;
        const place = entry.tags === undefined ? path : [...path, 'tags', index];
        const message = `${spec.name} publishes ${(0,fields/* quoted */.TL)(reference)}, and so does ${other}`;
        tell({
            code: 'M011',
            path: place,
            at: 'value',
            message,
            remedy: 'Give one of the two another tag or repository'
        });
    }
}
function claimAliases({ spec, path }, claims, tell) {
    for (const [index, alias] of spec.aliases.entries()) {
        const other = otherClaim(spec.name, alias, claims);
        if (!claims.aliased.has(alias))
            claims.aliased.set(alias, spec.name);
        namesOf(claims.repositories, repositoryOfAlias(alias)).add(spec.name);
        if (other === undefined)
            continue;
        const message = `The alias ${(0,fields/* quoted */.TL)(alias)} of ${spec.name} is also a reference of ${other}`;
        const remedy = 'Leave the alias to one image, or write a tag';
        tell({ code: 'M015', path: [...path, 'aliases', index], at: 'value', message, remedy });
    }
}
/** Another image that the alias would also mean; `name:*` meets every tag and alias of that repository. */
function otherClaim(name, alias, { published, repositories, aliased }) {
    const repository = repositoryOfAlias(alias);
    const candidates = alias.endsWith(':*')
        ? (repositories.get(repository) ?? [])
        : [published.get(alias), aliased.get(alias), aliased.get(`${repository}:*`)];
    for (const candidate of candidates)
        if (candidate !== undefined && candidate !== name)
            return candidate;
    return undefined;
}
/** Builds, cache and record are swept by their own rules; an image published among them would be lost. */
function checkOwnRepositories({ spec, entry, path }, manifest, tell) {
    for (const key of ['staging', 'cache', 'record']) {
        if (manifest[key] !== spec.repository)
            continue;
        const place = 'repository' in entry ? [...path, 'repository'] : path;
        const message = `${spec.name} is published in ${spec.repository}, which is also ${key}`;
        tell({
            code: 'M010',
            path: place,
            at: 'value',
            message,
            remedy: `Give the image or ${key} another repository`
        });
    }
}
function repositoryOfAlias(alias) {
    return alias.slice(0, alias.lastIndexOf(':'));
}
function namesOf(repositories, repository) {
    const names = repositories.get(repository) ?? new Set();
    repositories.set(repository, names);
    return names;
}

;// CONCATENATED MODULE: ./build/manifest/relations.js



/** Reports what is wrong between images: names used twice, unknown images, shared tags and aliases, missing runners. */
function checkRelations(manifest, images, names, report) {
    const told = (problem) => report({ severity: 'error', ...problem });
    checkNames(images, told);
    for (const image of images) {
        checkMentions(image, names, told);
        checkInheritedMentions(image, told);
        checkRunners(image, manifest, told);
    }
    checkOwnership(manifest, images, told);
}
function checkNames(images, tell) {
    const first = new Map();
    for (const { spec, path } of images) {
        const other = first.get(spec.name);
        if (other === undefined)
            first.set(spec.name, path);
        else {
            const message = `${(0,fields/* labelOf */.Wy)(path)} is the image ${spec.name}, and so is ${(0,fields/* labelOf */.Wy)(other)}`;
            tell({ code: 'M012', path, at: 'key', message, remedy: 'Give the image or the variant another name' });
        }
        const isVariant = path.includes('variants');
        if (!isVariant || manifest_names/* IMAGE_NAME */.yc.test(spec.name))
            continue;
        const message = `The variant is the image ${(0,fields/* quoted */.TL)(spec.name)}, expected ${manifest_names/* IMAGE_NAME_RULE */.fe}`;
        tell({
            code: 'M008',
            path,
            at: 'key',
            message,
            remedy: 'Choose a shorter name for the image or the variant'
        });
    }
}
function checkMentions({ spec, entry, path }, names, tell) {
    for (const mention of mentionsIn(entry, path)) {
        if (mention.image === spec.name)
            tellSelf(spec.name, mention.path, tell);
        else if (!names.has(mention.image)) {
            const message = `${(0,fields/* labelOf */.Wy)(mention.path)} is ${(0,fields/* quoted */.TL)(mention.image)}, which is no image of the manifest`;
            const meant = names.size > manifest_names/* MOST_GUESSED_FROM */._R ? undefined : (0,manifest_names/* nearest */.pA)(mention.image, names);
            const remedy = meant === undefined ? 'Write the name of an image or variant of this file' : `Did you mean ${meant}?`;
            tell({ code: 'M013', path: mention.path, at: 'value', message, remedy });
        }
    }
}
/** What a variant inherits may name the variant itself; told at the variant, whose line brings it about. */
function checkInheritedMentions({ spec, entry, path }, tell) {
    const ownPlaces = mentionsIn(entry, path).filter(({ image }) => image === spec.name);
    const names = [
        ...Object.values(spec.args).map(value => (typeof value === 'string' ? undefined : value.image)),
        ...Object.values(spec.contexts).map(context => (context.kind === 'image' ? context.image : undefined)),
        ...(spec.parents ?? []),
        ...spec.needs
    ];
    if (ownPlaces.length === 0 && names.includes(spec.name))
        tellSelf(spec.name, path, tell);
}
function tellSelf(name, path, tell) {
    const message = `The image ${name} names itself as what it is built from`;
    tell({ code: 'M010', path, at: 'value', message, remedy: 'Name another image' });
}
function mentionsIn(entry, path) {
    const mentions = [];
    for (const [name, value] of entry.args ?? [])
        if (typeof value !== 'string')
            mentions.push({ image: value.image, path: [...path, 'args', name, 'image'] });
    for (const [name, context] of entry.contexts ?? [])
        if (context.kind === 'image')
            mentions.push({ image: context.image, path: [...path, 'contexts', name, 'image'] });
    for (const key of ['parents', 'needs'])
        for (const [index, image] of (entry[key] ?? []).entries())
            mentions.push({ image, path: [...path, key, index] });
    return mentions;
}
function checkRunners({ spec, entry, path }, manifest, tell) {
    for (const platform of spec.platforms) {
        if (Object.hasOwn(manifest.runners, platform))
            continue;
        const place = entry.platforms === undefined ? path : [...path, 'platforms', spec.platforms.indexOf(platform)];
        const message = `${spec.name} is built for ${platform}, and runners names no runner for it`;
        tell({
            code: 'M010',
            path: place,
            at: 'value',
            message,
            remedy: `Add ${platform} with the label of a runner to runners`
        });
    }
}

// EXTERNAL MODULE: ./build/manifest/yaml.js + 2 modules
var manifest_yaml = __webpack_require__(767);
;// CONCATENATED MODULE: ./build/manifest/manifest.js














/**
 * Reads the text of a manifest (design §3). Every error of the file is told at once with line and column; warnings leave
 * the manifest usable. `path` is the file's path from the repository root. Never throws on any text.
 */
function readManifest(text, path) {
    const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    const yaml = (0,manifest_yaml/* readYaml */.g)(source);
    const problems = [];
    const manifest = yaml.value === undefined
        ? undefined
        : manifestOf({ value: yaml.value, path: [], report: problem => problems.push(problem) }, path);
    const placeOf = (0,lines/* placeFinder */.a)(source);
    const diagnostics = (0,diagnostic/* sortDiagnostics */.Ds)([
        ...yaml.faults.map(fault => faultDiagnostic(fault, path, placeOf)),
        ...limited(problems).map(({ code, severity, message, remedy, path: keys, at }) => ({
            ...{ code, severity, message, file: path, remedy },
            ...placeOf(yaml.offsetOf(keys, at))
        }))
    ]);
    return { manifest: (0,diagnostic/* hasErrors */.Cs)(diagnostics) ? undefined : manifest, diagnostics };
}
const BYTE_ORDER_MARK = '\ufeff';
/** Findings told of one file; nobody reads more. */
const MOST_FINDINGS = 1000;
const DEFAULT_RUNNERS = [
    ['linux/amd64', 'ubuntu-24.04'],
    ['linux/arm64', 'ubuntu-24.04-arm']
];
const readVersion = field => {
    if (!(0,values/* isUnquoted */.IW)(field.value) || typeof field.value.value !== 'number')
        return (0,fields/* wrongType */.gQ)(field, 'the number 1', '1');
    if (field.value.value === 1)
        return 1;
    const message = `The manifest has version ${field.value.written}, this program reads version 1`;
    return (0,fields/* wrong */.Qm)(field, 'M010', message, 'Write version: 1, or use a newer release of base-images');
};
const readTop = objectOf({
    version: readVersion,
    registry: readRegistry,
    staging: readRepository,
    cache: readRepository,
    record: readRepository,
    source: readWebAddress,
    defaults: objectOf({ platforms: readPlatforms, tags: readTags, args: readArgs }),
    runners: (0,readers/* mapOf */.A7)(checkPlatformKey, readLine),
    images: readImages
}, ['version', 'registry', 'images']);
function manifestOf(field, path) {
    const top = readTop(field);
    if (top?.images === undefined)
        return undefined;
    const { registry = UNREADABLE_REGISTRY, defaults } = top;
    const images = imagesOf(top.images, {
        folder: folderOf(path),
        registry,
        source: top.source,
        platforms: defaults?.platforms ?? ['linux/amd64'],
        tags: defaults?.tags ?? ['latest'],
        args: defaults?.args ?? new Map()
    });
    const { staging, cache, record: released } = top;
    const manifest = {
        path,
        registry,
        ...(staging === undefined ? {} : { staging }),
        ...(cache === undefined ? {} : { cache }),
        ...(released === undefined ? {} : { record: released }),
        runners: record([...DEFAULT_RUNNERS, ...(top.runners ?? [])]),
        images: images.map(image => image.spec)
    };
    checkRelations(manifest, images, namesIn(field), field.report);
    return manifest;
}
/** Stands in where the registry cannot be read, so that what depends on it is still checked. */
const UNREADABLE_REGISTRY = 'registry.invalid';
function limited(problems) {
    const more = problems.length - MOST_FINDINGS;
    if (more <= 0)
        return problems;
    const last = {
        ...{ code: 'M014', severity: 'error', path: [], at: 'value' },
        message: `${more} more findings are not told, a manifest has at most ${MOST_FINDINGS}`,
        remedy: 'Repair the ones that are told first'
    };
    return [...problems.slice(0, MOST_FINDINGS), last];
}
function faultDiagnostic({ code, offset, message, remedy }, file, placeOf) {
    const place = offset === undefined ? { file } : { file, ...placeOf(offset) };
    return (0,diagnostic/* errorAt */.Os)(code, place, message, remedy);
}


/***/ }),

/***/ 616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   Au: () => (/* binding */ readAnyText),
/* harmony export */   Vf: () => (/* binding */ readBoolean),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   r1: () => (/* binding */ textLike),
/* harmony export */   s4: () => (/* binding */ setOf),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4255);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);


/** Characters that no text of a manifest has: control characters other than tab and line feed, halves of pairs. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u;
/** Reads a text, which may be empty and have several lines; a number or boolean has to be quoted (M005). */
const readAnyText = field => {
    const { value } = field;
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnquoted */ .IW)(value))
        return unquoted(field, value.written, typeof value.value);
    if (typeof value !== 'string')
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(field, 'a text', 'a text, in quotes when in doubt');
    if (!FORBIDDEN.test(value))
        return value;
    const message = `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(value)}, expected a text without control characters`;
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', message, 'Remove the control character');
};
/** Reads a text with at least one character. */
const readText = field => {
    const text = readAnyText(field);
    if (text !== '')
        return text;
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is an empty text`, 'Write a text, or remove the key');
};
/** Reads `true` or `false`. */
const readBoolean = field => (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnquoted */ .IW)(field.value) && typeof field.value.value === 'boolean'
    ? field.value.value
    : (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(field, 'true or false', 'true or false without quotes');
/** Makes a reader of texts of a form; `expected` ends the sentence "… is x, expected". */
function textLike(pattern, expected, remedy) {
    return field => {
        const text = readAnyText(field);
        if (text === undefined || pattern.test(text))
            return text;
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, expected ${expected}`, remedy);
    };
}
/** Makes a reader of lists; every item is read, so that every problem is told. */
function listOf(item, options = {}) {
    return field => {
        if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(field.value))
            return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(field, 'a list', 'a list such as [a, b]');
        const least = options.atLeast ?? 0;
        if (field.value.length < least)
            return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is an empty list`, 'Write at least one item, or remove the key');
        const items = field.value.map((value, index) => item((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .GG)(field, index, value)));
        return allOf(items);
    };
}
/** Makes a reader of lists in which no item may be repeated. */
function setOf(item, options = {}) {
    const read = listOf(item, options);
    return field => {
        const items = read(field);
        const seen = new Set();
        const repeated = items?.findIndex(text => seen.size === seen.add(text).size) ?? -1;
        if (items === undefined || repeated < 0)
            return items;
        const place = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .GG)(field, repeated, null);
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(place, 'M010', `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(items[repeated] ?? '')} is listed twice`, 'Remove one of the two');
    };
}
/** Makes a reader of mappings with free keys; `checkKey` reports what is wrong with a key. What can be read is returned. */
function mapOf(checkKey, item) {
    return field => {
        if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(field.value))
            return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(field, 'a mapping', 'lines of the form key: value');
        const read = new Map();
        for (const [key, value] of field.value) {
            const child = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .GG)(field, key, value);
            const isAllowed = checkKey(key, child);
            const meaning = item(child);
            if (isAllowed && meaning !== undefined)
                read.set(key, meaning);
        }
        return read;
    };
}
function unquoted(field, written, type) {
    const message = `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(field.value)}, expected a text: YAML reads ${written} as a ${type}`;
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M005', message, `Write it in quotes: "${written}"`);
}
function allOf(items) {
    return items.every(item => item !== undefined) ? items : undefined;
}


/***/ }),

/***/ 7979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ expandTags),
/* harmony export */   z: () => (/* binding */ readTag)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4255);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(616);


/** Hex digits of a commit in a tag. */
const SHORT_COMMIT = 12;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const PLACEHOLDER = /\{([^{}]*)\}/g;
/** Fills `{date}` and `{commit}` (its first 12 digits) into tags; tags that become equal are listed once. */
function expandTags(tags, values) {
    return [...new Set(tags.map(tag => expandTag(tag, values)))];
}
/** Reads a tag; it has to be a tag of the registry grammar once its placeholders are filled. */
const readTag = field => {
    const text = (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .readAnyText */ .Au)(field);
    if (text === undefined)
        return undefined;
    const unknown = [...text.matchAll(PLACEHOLDER)]
        .map(([, name]) => name)
        .find(name => !PLACEHOLDERS.has(name ?? ''));
    if (unknown !== undefined) {
        const message = `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} has the placeholder ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(`{${unknown}}`)}, expected {date} or {commit}`;
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', message, 'Use {date} or {commit}, or remove the braces');
    }
    if (TAG.test(expandTag(text, EXAMPLE)))
        return text;
    const message = `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, expected a tag: up to 128 of A-Z a-z 0-9 _ . -`;
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', message, 'Write a tag that starts with a letter, a digit or _');
};
const PLACEHOLDERS = new Set(['date', 'commit']);
const EXAMPLE = { date: '2026-11-22', commit: '0'.repeat(40) };
function expandTag(tag, values) {
    return tag.replaceAll('{date}', values.date).replaceAll('{commit}', values.commit.slice(0, SHORT_COMMIT));
}


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ isUnquoted),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   pi: () => (/* binding */ isMapping)
/* harmony export */ });
/** Whether a value is a number or boolean. */
function isUnquoted(value) {
    return typeof value === 'object' && value !== null && 'written' in value;
}
/** Whether a value is a mapping. */
function isMapping(value) {
    return value instanceof Map;
}
/** Whether a value is a list. */
function isList(value) {
    return Array.isArray(value);
}


/***/ }),

/***/ 6008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ variantName),
/* harmony export */   w: () => (/* binding */ variantEntry)
/* harmony export */ });
/**
 * The entry of a variant as if it were written out: what its image says, overridden by what the variant says; arguments
 * and named contexts are merged by name. Dockerfile, context and repository are those of the image. Aliases are not
 * inherited, because one reference means one image.
 */
function variantEntry(image, entry, variant) {
    return {
        ...entry,
        ...withoutUndefined(variant),
        dockerfile: image.dockerfile,
        context: image.context,
        repository: image.repository,
        args: merged(entry.args, variant.args),
        contexts: merged(entry.contexts, variant.contexts),
        aliases: variant.aliases,
        variants: undefined
    };
}
/** Name of the image that a variant is. */
function variantName(image, variant) {
    return `${image}-${variant}`;
}
function merged(below, above) {
    return new Map([...(below ?? []), ...(above ?? [])]);
}
/** A key of the variant that could not be read must not hide the one of its image. */
function withoutUndefined(variant) {
    return Object.fromEntries(Object.entries(variant).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/manifest/bounds.js
/** Bytes a manifest may have: 4 MB. */
const LARGEST = 4_000_000;
/** Levels of lists and mappings a manifest may have. */
const DEEPEST = 64;
/**
 * What a manifest may have of lines and commas, of quotes, brackets and colons, and of `&`, `*` and `!`. The YAML library
 * takes one to three seconds for so many, whatever they mean; 5,000 images of ten keys have about half of it.
 */
const MOST_ENTRIES = 100_000;
const MOST_INDICATORS = 200_000;
const MOST_MARKS = 20_000;
/** Brackets that may be closed without having been opened: some may stand in quotes or comments. */
const MOST_UNOPENED = 1000;
const SPLIT = 'Split what is long into files of the repository, or into two manifests';
/** Looks over a text in one cheap pass: the library takes seconds on 100,000 nested brackets, this takes none. */
function outline(text) {
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST)
        return refused(`The file has ${bytes} bytes, a manifest has at most ${LARGEST}`, SPLIT);
    const counts = count(text);
    for (const [found, most, what] of [
        [counts.entries, MOST_ENTRIES, 'lines and commas'],
        [counts.indicators, MOST_INDICATORS, 'quotes, brackets and colons'],
        [counts.marks, MOST_MARKS, 'characters & * !'],
        [counts.unopened, MOST_UNOPENED, 'brackets that are closed but not opened']
    ])
        if (found > most)
            return refused(`The file has ${found} ${what}, a manifest has at most ${most}`, SPLIT);
    const run = COMPACT_NESTING.exec(text);
    if (run !== null)
        return { fault: tooDeep(run.index), suspicious: false };
    return { suspicious: counts.depth > DEEPEST };
}
/** The finding about a list or mapping inside of too many others. */
function tooDeep(offset) {
    return {
        code: 'M014',
        offset,
        message: `Lists and mappings are nested deeper than ${DEEPEST} levels, a manifest needs less than 10`,
        remedy: 'Remove the nesting; a text with brackets is written in quotes'
    };
}
/** `- - - …`: lists in lists in one line. */
const COMPACT_NESTING = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${DEEPEST + 1}}`, 'm');
function refused(message, remedy) {
    return { fault: { code: 'M014', message, remedy }, suspicious: false };
}
function count(text) {
    const counts = { entries: 0, indicators: 0, marks: 0, depth: 0, unopened: 0 };
    let open = 0;
    for (let index = 0; index < text.length; index++) {
        switch (text.charAt(index)) {
            case '\n':
            case '\r':
            case ',':
                counts.entries++;
                break;
            case '[':
            case '{':
                counts.indicators++;
                counts.depth = Math.max(counts.depth, ++open);
                break;
            case ']':
            case '}':
                counts.indicators++;
                counts.unopened = Math.max(counts.unopened, -(--open));
                break;
            case '"':
            case "'":
            case ':':
                counts.indicators++;
                break;
            case '&':
            case '*':
            case '!':
                counts.marks++;
                break;
        }
    }
    return counts;
}

;// CONCATENATED MODULE: ./build/manifest/nodes.js


/** Values in a file after aliases are followed; an alias bomb has billions. */
const MOST_VALUES = 500_000;
/** Faults told of one file; nobody reads more. */
const MOST_FAULTS = 100;
/**
 * Plain values of a document's nodes. Duplicate keys, aliases without an anchor before them, alias bombs and values
 * nested too deeply are added to the faults.
 */
function plainValue(root, faults) {
    return convert(root, { faults, anchors: new Map(), size: 0 }, 1);
}
/** Offset of a value, or of its key; of the innermost thing that exists when the path leads further. */
function offsetIn(root, path, at) {
    let node = root;
    let offset = offsetOfNode(root);
    for (const [index, step] of path.entries()) {
        const isLast = index === path.length - 1;
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && String(key.value ?? '') === step);
            if (pair === undefined)
                return offset;
            offset = offsetOfNode(isLast && at === 'value' ? (pair.value ?? pair.key) : pair.key);
            node = pair.value;
        }
        else if ((0,dist/* isSeq */.oP)(node) && typeof step === 'number') {
            node = node.items[step] ?? null;
            offset = offsetOfNode(node);
        }
        else
            return offset;
    }
    return offset;
}
function convert(node, state, depth) {
    if (node === null || node === undefined)
        return null;
    if ((0,dist/* isAlias */.Vj)(node))
        return aliased(node.source, offsetOfNode(node), state);
    const before = state.size++;
    const value = convertContent(node, state, depth);
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined)
        state.anchors.set(anchor, { value, size: state.size - before });
    return value;
}
function convertContent(node, state, depth) {
    if ((0,dist/* isScalar */.jn)(node))
        return scalar(node.value, node.source);
    if (depth > DEEPEST) {
        tell(state, tooDeep(offsetOfNode(node)));
        return null;
    }
    if ((0,dist/* isSeq */.oP)(node))
        return node.items.map(item => convert(item, state, depth + 1));
    if (!(0,dist/* isMap */.jh)(node))
        return null;
    const map = new Map();
    for (const { key, value } of node.items) {
        const name = (0,dist/* isScalar */.jn)(key) ? String(key.value ?? '') : '';
        const converted = convert(value, state, depth + 1);
        if (map.has(name))
            tell(state, duplicate(name, offsetOfNode(key)));
        else
            map.set(name, converted);
    }
    return map;
}
function aliased(name, offset, state) {
    const anchor = state.anchors.get(name);
    if (anchor === undefined) {
        const message = `The alias *${name} has no anchor &${name} that ends before it`;
        tell(state, { code: 'M002', offset, message, remedy: 'Write the value out' });
        return null;
    }
    if (state.size + anchor.size > MOST_VALUES) {
        if (state.size <= MOST_VALUES)
            tell(state, bomb(offset));
        state.size = MOST_VALUES + 1;
        return null;
    }
    state.size += anchor.size;
    return anchor.value;
}
function tell(state, fault) {
    if (state.faults.length < MOST_FAULTS)
        state.faults.push(fault);
}
function bomb(offset) {
    const message = `Aliases multiply the file to more than ${MOST_VALUES} values`;
    return { code: 'M014', offset, message, remedy: 'Write the values out instead of using aliases of aliases' };
}
function duplicate(name, offset) {
    const message = `The key ${JSON.stringify(name)} is written twice in one mapping, expected once`;
    return { code: 'M006', offset, message, remedy: 'Remove one of the two, or join what they say' };
}
function scalar(value, source) {
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number' || typeof value === 'boolean')
        return { written: source ?? String(value), value };
    return null;
}
function offsetOfNode(node) {
    return node?.range?.[0] ?? 0;
}

;// CONCATENATED MODULE: ./build/manifest/yaml.js



/** More faults of one file than a person reads. */
const MOST_SYNTAX_FAULTS = 10;
/** Errors that stand for themselves; what else is wrong with the syntax mostly follows from the first fault. */
const OF_THEIR_OWN = new Set(['TAB_AS_INDENT', 'TAG_RESOLVE_FAILED', 'MULTIPLE_DOCS']);
function causes(errors) {
    const own = errors.filter(({ code }) => OF_THEIR_OWN.has(code));
    if (own.some(({ code }) => code === 'TAB_AS_INDENT'))
        return own;
    const first = errors.find(({ code }) => !OF_THEIR_OWN.has(code));
    return first === undefined ? own : [...own, first].sort((a, b) => a.pos[0] - b.pos[0]);
}
/**
 * Reads a YAML 1.2 text (core schema, no merge keys) into plain values. Refused, with the offset: syntax errors,
 * duplicate keys, unknown tags, several documents, bombs of aliases or nesting. The library keeps offsets of nodes
 * anyhow, so lines and columns are worked out from them only when something has to be told.
 */
function readYaml(text) {
    const look = outline(text);
    const fault = look.fault ?? (look.suspicious ? nestingFault(text) : undefined);
    if (fault !== undefined)
        return unreadable([fault]);
    const document = (0,dist/* parseDocument */.Tp)(text, OPTIONS);
    const errors = [...document.errors, ...document.warnings];
    if (errors.length > 0)
        return unreadable(causes(errors).slice(0, MOST_SYNTAX_FAULTS).map(syntaxFault));
    const faults = [];
    const value = plainValue(document.contents, faults);
    return { value, faults, offsetOf: (path, at) => offsetIn(document.contents, path, at) };
}
/** Keys are checked for duplicates here, because the library compares each with each. */
const OPTIONS = {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    // Anything quieter also hides a second document.
    logLevel: 'error'
};
function unreadable(faults) {
    return { value: undefined, faults, offsetOf: () => 0 };
}
/** Where brackets nest too deeply, those in quotes and comments not counted. */
function nestingFault(text) {
    let depth = 0;
    let offset = 0;
    let isScalarNext = false;
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        if (!isScalarNext && (token === '[' || token === '{') && ++depth > DEEPEST)
            return tooDeep(offset);
        if (!isScalarNext && (token === ']' || token === '}'))
            depth--;
        isScalarNext = token === SCALAR_FOLLOWS;
        if (!MARKERS.has(token))
            offset += token.length;
    }
    return undefined;
}
/** Tokens that the library's lexer puts between the pieces of the text: byte order mark, document, end of flow, scalar. */
const SCALAR_FOLLOWS = '\u001f';
const MARKERS = new Set(['\u0002', '\u0018', SCALAR_FOLLOWS]);
function syntaxFault(error) {
    if (error.code === 'RESOURCE_EXHAUSTION')
        return tooDeep(error.pos[0]);
    const told = SYNTAX[error.code];
    const message = told?.message ?? `The file is not valid YAML: ${error.message}`;
    const remedy = told?.remedy ?? 'Repair the syntax at this place; often an indentation, a quote or a bracket is wrong';
    return { code: 'M002', offset: error.pos[0], message, remedy };
}
const SYNTAX = {
    MULTIPLE_DOCS: {
        message: 'The file has more than one YAML document, expected exactly one',
        remedy: 'Remove the line --- and what belongs to the second document'
    },
    TAB_AS_INDENT: {
        message: 'A line is indented with a tab, YAML wants spaces',
        remedy: 'Replace the tab by spaces'
    },
    NON_STRING_KEY: { message: 'A key is not a text', remedy: 'Write the key as a plain or quoted text' },
    TAG_RESOLVE_FAILED: { message: 'A tag (!name) is not known here', remedy: 'Remove the tag' }
};


/***/ })

};
