export const id = 712;
export const ids = [712];
export const modules = {

/***/ 3712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lintFace: () => (/* binding */ lintFace)
/* harmony export */ });
/* harmony import */ var _commands_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1519);
/* harmony import */ var _commands_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3967);
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(492);
/* harmony import */ var _diagnostics_render_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1686);




/** `base-images lint`: every finding about the manifest, the Dockerfiles and the lock on standard output. */
async function lintFace({ world, options, terminal }) {
    const { manifest, head } = options;
    const outcome = await (0,_commands_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .readHead */ .z)(world, {
        ...(manifest === undefined ? {} : { manifest }),
        ...(head === undefined ? {} : { head })
    });
    const findings = outcome.kind === 'invalid' ? outcome.diagnostics : outcome.warnings;
    if (options.format === 'json')
        terminal.out((0,_diagnostics_render_js__WEBPACK_IMPORTED_MODULE_2__/* .renderJson */ .hF)(findings));
    else
        terminal.out(findings.length === 0 ? 'No findings.\n' : (0,_diagnostics_render_js__WEBPACK_IMPORTED_MODULE_2__/* .renderText */ .S5)(findings, { colour: terminal.colour }));
    return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrors */ .Cs)(findings) ? _commands_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.invalid : _commands_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.done;
}


/***/ }),

/***/ 1519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ graph),
/* harmony export */   z: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(492);
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8313);
/* harmony import */ var _load_read_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5019);
/* harmony import */ var _load_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8844);
/* harmony import */ var _opened_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7280);





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
    const git = await world.git();
    const manifest = request.manifest ?? _load_read_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_MANIFEST */ .mj;
    if (git === undefined)
        return { kind: 'invalid', diagnostics: [_opened_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_REPOSITORY */ .NZ] };
    const head = request.head === undefined ? undefined : await git.resolve(request.head);
    if (request.head !== undefined && head === undefined) {
        const message = `${JSON.stringify(request.head)} names no commit of this clone`;
        return {
            kind: 'invalid',
            diagnostics: [(0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .errorAt */ .Os)('E001', { file: manifest }, message, 'fetch it, or name another')]
        };
    }
    const reading = await (0,_load_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .readSnapshot */ .RA)(git, head?.id ?? (await git.workTree()).tree, manifest);
    const snapshot = (0,_load_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .snapshotOf */ .eY)(reading);
    const diagnostics = (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .sortDiagnostics */ .Ds)(reading.diagnostics);
    return snapshot === undefined
        ? { kind: 'invalid', diagnostics }
        : { kind: 'done', value: snapshot, warnings: diagnostics };
}
function imageOf(name, snapshot) {
    const image = snapshot.images.get(name);
    if (image === undefined)
        throw new Error(`Internal error: ${name} has no inputs`);
    const { spec } = image;
    const bases = [...image.platforms.values()].flatMap(inputs => inputs.externals.map(base => base.reference));
    return {
        name,
        parents: snapshot.graph.parents(name),
        children: snapshot.graph.children(name),
        needs: spec.needs,
        level: snapshot.order.level.get(name) ?? 0,
        externalBases: [...new Set(bases)].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_4__/* .byCodeUnit */ .X),
        platforms: spec.platforms,
        repository: spec.repository,
        tags: spec.tags,
        publish: spec.publish,
        dockerfile: spec.dockerfile
    };
}


/***/ })

};
