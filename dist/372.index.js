export const id = 372;
export const ids = [372];
export const modules = {

/***/ 7372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readLock: () => (/* binding */ readLock)
/* harmony export */ });
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);
/* harmony import */ var _manifest_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7359);
/* harmony import */ var _manifest_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3916);
/* harmony import */ var _manifest_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(767);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7813);





/** Largest lock that is read, in UTF-16 units. */
const LARGEST = 4 * 1024 * 1024;
const REMEDY = 'write the file again with `base-images lock --refresh`';
/** Reads the lock: text of the file to a checked lock, or all that is wrong with it, each with line and column. */
function readLock(text, file) {
    if (text.length > LARGEST) {
        return broken([(0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('M010', { file }, 'the lock is larger than 4 MB', REMEDY)]);
    }
    const { value, faults, offsetOf } = (0,_manifest_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(text);
    const place = (0,_manifest_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .placeFinder */ .a)(text);
    if (value === undefined || faults.length > 0) {
        return broken(faults.map(({ offset, message }) => {
            const at = offset === undefined ? { file } : { file, ...place(offset) };
            return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('M010', at, `the lock is no YAML that can be read: ${message}`, REMEDY);
        }));
    }
    if (value === null)
        return { lock: _lock_js__WEBPACK_IMPORTED_MODULE_2__/* .EMPTY_LOCK */ .U5, diagnostics: [] };
    const wrong = [];
    const lock = lockOf(value, wrong);
    if (wrong.length === 0)
        return { lock, diagnostics: [] };
    return broken(wrong.map(({ path, at, message }) => (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('M010', { file, ...place(offsetOf(path, at)) }, message, REMEDY)));
}
function broken(diagnostics) {
    return { lock: _lock_js__WEBPACK_IMPORTED_MODULE_2__/* .EMPTY_LOCK */ .U5, diagnostics };
}
function lockOf(value, wrong) {
    const fields = closedMap(value, [], ['version', 'bases', 'epochs'], wrong);
    const version = fields?.get('version');
    if (fields !== undefined && !(version !== undefined && (0,_manifest_values_js__WEBPACK_IMPORTED_MODULE_4__/* .isUnquoted */ .IW)(version) && version.value === 1)) {
        wrong.push({ path: ['version'], at: 'value', message: 'the lock must be a map with `version: 1`' });
    }
    const bases = entries(fields?.get('bases'), ['bases'], wrong).map(([reference, platforms]) => [
        reference,
        Object.fromEntries(entries(platforms, ['bases', reference], wrong).map(([platform, base]) => [platform, baseOf(base, ['bases', reference, platform], wrong)]))
    ]);
    const epochs = entries(fields?.get('epochs'), ['epochs'], wrong).map(([image, epoch]) => [image, epochOf(epoch, ['epochs', image], wrong)]);
    return { bases: Object.fromEntries(bases), epochs: Object.fromEntries(epochs) };
}
function baseOf(value, path, wrong) {
    const fields = closedMap(value, path, ['digest', 'index', 'onbuild', 'env'], wrong);
    const digest = textAt(fields, path, 'digest', wrong);
    if (typeof fields?.get('digest') === 'string' && !/^sha256:[0-9a-f]{64}$/.test(digest)) {
        const message = '`digest` must be sha256: and 64 hex digits';
        wrong.push({ path: [...path, 'digest'], at: 'value', message });
    }
    const index = fields?.get('index');
    const isIndex = index !== undefined && (0,_manifest_values_js__WEBPACK_IMPORTED_MODULE_4__/* .isUnquoted */ .IW)(index) && index.value === true;
    if (index !== undefined && !isIndex) {
        wrong.push({ path: [...path, 'index'], at: 'value', message: '`index` must be true, or left out' });
    }
    return {
        digest,
        ...(isIndex ? { index: true } : {}),
        onbuild: textsAt(fields, path, 'onbuild', wrong),
        env: textsAt(fields, path, 'env', wrong)
    };
}
function epochOf(value, path, wrong) {
    const fields = closedMap(value, path, ['epoch', 'reason'], wrong);
    return { epoch: textAt(fields, path, 'epoch', wrong), reason: textAt(fields, path, 'reason', wrong) };
}
/** A mapping with no other keys than these; undefined when it is none. */
function closedMap(value, path, keys, wrong) {
    const name = path.length === 0 ? 'the lock' : `\`${path.join(' ')}\``;
    if (!(0,_manifest_values_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(value)) {
        const expected = path.length === 0 ? 'a map with `version: 1`' : `a map of ${keys.join(', ')}`;
        wrong.push({ path, at: 'value', message: `${name} must be ${expected}` });
        return undefined;
    }
    for (const key of value.keys()) {
        if (keys.includes(key))
            continue;
        const message = `${name} has the unknown key ${JSON.stringify(key)}; it may have ${keys.join(', ')}`;
        wrong.push({ path: [...path, key], at: 'key', message });
    }
    return value;
}
/** The members of a mapping with any keys; none when there is nothing. */
function entries(value, path, wrong) {
    // `bases:` with nothing behind it is as good as no key; below it, nothing is a mistake.
    if (value === undefined || (value === null && path.length === 1))
        return [];
    if ((0,_manifest_values_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(value))
        return [...value];
    const expected = path[0] === 'epochs' ? 'images to {epoch, reason}' : EXPECTED_BASES[path.length];
    wrong.push({ path, at: 'value', message: `\`${path.join(' ')}\` must map ${expected ?? 'keys'}` });
    return [];
}
const EXPECTED_BASES = {
    1: 'references to platforms to {digest, onbuild, env}',
    2: 'platforms to {digest, onbuild, env}'
};
function textAt(fields, path, key, wrong) {
    const value = fields?.get(key);
    if (typeof value === 'string')
        return value;
    if (fields !== undefined) {
        wrong.push({
            path: [...path, key],
            at: 'value',
            message: `\`${key}\` must be a text, in quotes if need be`
        });
    }
    return '';
}
function textsAt(fields, path, key, wrong) {
    const value = fields?.get(key);
    if (value !== undefined && (0,_manifest_values_js__WEBPACK_IMPORTED_MODULE_4__/* .isList */ .Lv)(value)) {
        const texts = value.filter(item => typeof item === 'string');
        if (texts.length === value.length)
            return texts;
    }
    if (fields !== undefined) {
        wrong.push({ path: [...path, key], at: 'value', message: `\`${key}\` must be a list of texts` });
    }
    return [];
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
