export const id = 570;
export const ids = [570];
export const modules = {

/***/ 8570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  graphFace: () => (/* binding */ graphFace)
});

// EXTERNAL MODULE: ./build/commands/graph.js
var graph = __webpack_require__(1519);
// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
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

;// CONCATENATED MODULE: ./build/graph/tree.js
/** The graph as an indented tree for a terminal; an image with several parents stands below each, its children once. */
function textTree(graph, note = () => '') {
    const lines = [];
    const shown = new Set();
    for (const root of graph.names.filter(name => graph.parents(name).length === 0))
        show(root, '', '');
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
    function show(name, lead, below) {
        const again = shown.has(name) && graph.children(name).length > 0;
        const words = [name, note(name), again ? '(see above)' : ''].filter(word => word !== '');
        lines.push(`${lead}${words.join('  ')}`);
        if (shown.has(name))
            return;
        shown.add(name);
        const children = graph.children(name);
        children.forEach((child, index) => {
            const last = index === children.length - 1;
            show(child, `${below}${last ? '└── ' : '├── '}`, `${below}${last ? '    ' : '│   '}`);
        });
    }
}

;// CONCATENATED MODULE: ./build/cli/graph.js




/** `base-images graph`. */
async function graphFace({ world, options, terminal, tell }) {
    const { manifest, head } = options;
    const outcome = await (0,graph/* graph */.JB)(world, {
        ...(manifest === undefined ? {} : { manifest }),
        ...(head === undefined ? {} : { head })
    });
    if (outcome.kind === 'invalid') {
        tell(outcome.diagnostics);
        return commands_outcome/* EXIT */.d.invalid;
    }
    if (outcome.warnings.length > 0)
        tell(outcome.warnings);
    terminal.out(render(outcome.value, options.format));
    return commands_outcome/* EXIT */.d.done;
}
function render(view, format) {
    switch (format) {
        case 'json':
            return `${JSON.stringify({ images: view.images }, undefined, 2)}\n`;
        case 'mermaid':
            return mermaid(view.graph);
        case 'dot':
            return dot(view.graph);
        default: {
            const bases = new Map(view.images.map(image => [image.name, image.externalBases]));
            return textTree(view.graph, name => (bases.get(name) ?? []).map(base => `(${base})`).join(' '));
        }
    }
}


/***/ }),

/***/ 1519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JB: () => (/* binding */ graph),
/* harmony export */   Uo: () => (/* binding */ headOf)
/* harmony export */ });
/* unused harmony export readHead */
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);
/* harmony import */ var _load_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5019);
/* harmony import */ var _load_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(369);
/* harmony import */ var _plan_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3668);
/* harmony import */ var _opened_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7280);





/** Reads the graph of the working tree, or of `head`. */
async function graph(world, request) {
    const read = await readHead(world, request);
    if (read.kind === 'invalid')
        return read;
    const snapshot = read.value;
    return {
        ...read,
        value: {
            graph: snapshot.graph,
            images: snapshot.manifest.images.map(spec => imageOf(spec.name, snapshot))
        }
    };
}
/** The snapshot of the working tree, or of a revision. */
async function readHead(world, request) {
    const manifest = request.manifest ?? _load_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_MANIFEST */ .mj;
    const opened = await headOf(world, request.head);
    if (opened.kind === 'invalid')
        return opened;
    const reading = await (0,_load_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .readSnapshot */ .RA)(opened.value.git, opened.value.treeish, manifest);
    const snapshot = (0,_load_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotOf */ .eY)(reading);
    const diagnostics = (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .sortDiagnostics */ .Ds)(reading.diagnostics);
    return snapshot === undefined
        ? { kind: 'invalid', diagnostics }
        : { kind: 'done', value: snapshot, warnings: diagnostics };
}
/** The repository, and the tree of its working tree or the commit that a revision names. */
async function headOf(world, revision) {
    const git = await world.git();
    if (git === undefined)
        return { kind: 'invalid', diagnostics: [_opened_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_REPOSITORY */ .NZ] };
    if (revision === undefined) {
        return { kind: 'done', value: { git, treeish: (await git.workTree()).tree }, warnings: [] };
    }
    const head = await git.resolve(revision);
    if (head !== undefined)
        return { kind: 'done', value: { git, treeish: head.id }, warnings: [] };
    return { kind: 'invalid', diagnostics: [(0,_opened_js__WEBPACK_IMPORTED_MODULE_3__/* .noCommit */ .lN)('--head', revision)] };
}
function imageOf(name, snapshot) {
    const image = snapshot.images.get(name);
    if (image === undefined)
        throw new Error(`Internal error: ${name} has no inputs`);
    const { spec } = image;
    return {
        name,
        parents: snapshot.graph.parents(name),
        children: snapshot.graph.children(name),
        needs: spec.needs,
        level: snapshot.order.level.get(name) ?? 0,
        externalBases: (0,_plan_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .externalBases */ .i)(image),
        platforms: spec.platforms,
        repository: spec.repository,
        tags: spec.tags,
        publish: spec.publish,
        dockerfile: spec.dockerfile
    };
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


/***/ })

};
