export const id = 930;
export const ids = [930];
export const modules = {

/***/ 3930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  whyFace: () => (/* binding */ whyFace)
});

// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/commands/plan.js + 8 modules
var plan = __webpack_require__(3340);
;// CONCATENATED MODULE: ./build/commands/why.js


/** Says why an image is in the plan, or that it is not. */
async function why(world, name, request) {
    const planned = await (0,plan/* plan */.e)(world, request);
    if (planned.kind === 'invalid')
        return planned;
    const byName = new Map(planned.value.images.map(image => [image.name, image]));
    const image = byName.get(name);
    if (image === undefined) {
        const message = `the manifest has no image ${JSON.stringify(name)}; it has ${[...byName.keys()].slice(0, 20).join(', ')}`;
        const place = { file: planned.value.manifest };
        return { kind: 'invalid', diagnostics: [(0,diagnostic/* errorAt */.Os)('E003', place, message, 'name one of these')] };
    }
    return { ...planned, value: { image, chain: chainOf(image, byName), plan: planned.value } };
}
/** Follows inherited causes upwards until an image has a cause of its own. */
function chainOf(image, byName) {
    const chain = [image];
    for (let at = image; isInherited(at);) {
        const parent = at.parents
            .map(name => byName.get(name))
            .find(each => each !== undefined && each.reasons.length > 0);
        if (parent === undefined || chain.includes(parent))
            break;
        chain.push(parent);
        at = parent;
    }
    return chain;
}
function isInherited(image) {
    return image.reasons.length > 0 && image.reasons.every(reason => reason.kind === 'parent');
}

// EXTERNAL MODULE: ./build/diagnostics/user-error.js
var user_error = __webpack_require__(2371);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(4632);
// EXTERNAL MODULE: ./build/diagnostics/escape.js
var diagnostics_escape = __webpack_require__(5056);
;// CONCATENATED MODULE: ./build/report/why.js


/** The chain of causes of an image for a person: the image, the parents that drag it in, up to what changed. */
function renderWhyText(image, chain, plan) {
    const lines = [(0,diagnostics_escape/* visible */.RK)((0,headline/* comparisonSentence */.nX)(plan)), ''];
    if (image.action === 'none') {
        const bases = image.externalBases.length === 0 ? 'none' : image.externalBases.join(', ');
        lines.push(`${image.name} is not affected: none of its ${image.inputs} input files, its instructions, its arguments,`, `its bases (${bases}) and its parents (${image.parents.join(', ') || 'none'}) changed.`);
        return `${lines.join('\n')}\n`;
    }
    chain.forEach((link, depth) => {
        const lead = '  '.repeat(depth);
        lines.push(`${lead}${link.name}: ${link.action}`);
        for (const reason of link.reasons)
            lines.push(`${lead}  because ${(0,diagnostics_escape/* visible */.RK)(reason.text)}`);
    });
    return `${lines.join('\n')}\n`;
}

// EXTERNAL MODULE: ./build/cli/plan.js
var cli_plan = __webpack_require__(9890);
;// CONCATENATED MODULE: ./build/cli/why.js






/** `base-images why IMAGE`. */
async function whyFace({ world, options, terminal, tell }) {
    const [name] = options.positionals;
    if (name === undefined) {
        const message = '`why` needs the name of an image';
        throw new user_error/* UserError */.y((0,diagnostic/* errorAt */.Os)('E004', { file: 'command line' }, message, 'run `base-images why IMAGE`'));
    }
    const outcome = await why(world, name, (0,cli_plan.planRequest)(options));
    if (outcome.kind === 'invalid') {
        tell(outcome.diagnostics);
        return commands_outcome/* EXIT */.d.invalid;
    }
    const { image, chain, plan } = outcome.value;
    terminal.out(options.format === 'json'
        ? `${JSON.stringify({ image, chain }, undefined, 2)}\n`
        : renderWhyText(image, chain, plan));
    return commands_outcome/* EXIT */.d.done;
}


/***/ })

};
