export const id = 182;
export const ids = [182];
export const modules = {

/***/ 182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endpointsOf: () => (/* binding */ endpointsOf),
/* harmony export */   isLocalHost: () => (/* binding */ isLocalHost),
/* harmony export */   parseMirrors: () => (/* binding */ parseMirrors)
/* harmony export */ });
/* harmony import */ var _manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1193);

/** The registry of a repository and, for reading, its mirror; undefined when the name is no valid repository. */
function endpointsOf(repository, settings) {
    const reference = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(repository);
    if (reference === undefined || reference.tag !== undefined || reference.digest !== undefined)
        return undefined;
    const { domain, path } = reference;
    const scheme = isLocalHost(domain) || settings.insecureHosts?.has(domain) === true ? 'http' : 'https';
    // Docker Hub's API is at another host than its references say; its credentials are kept under the known name.
    const address = domain === 'docker.io' ? 'registry-1.docker.io' : domain;
    const origin = { host: domain, root: `${scheme}://${address}/v2/`, path };
    const mirror = settings.mirrors?.get(domain);
    if (mirror === undefined)
        return { origin };
    const url = new URL(mirror);
    return { origin, mirror: { host: url.host, root: `${mirror.replace(/\/+$/, '')}/v2/`, path } };
}
/** Whether a registry is on this machine: those are spoken to over plain HTTP, as Docker and BuildKit do. */
function isLocalHost(host) {
    const name = host.replace(/:\d+$/, '').toLowerCase();
    return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
/**
 * Reads `BASE_IMAGES_MIRRORS`: pairs `host=URL` with blanks or commas between them, such as
 * `docker.io=http://127.0.0.1:5000`. Returns the sentence about the first pair that cannot be read.
 */
function parseMirrors(text) {
    const mirrors = new Map();
    for (const pair of text.split(/[\s,]+/).filter(part => part !== '')) {
        const equals = pair.indexOf('=');
        const host = pair.slice(0, Math.max(equals, 0));
        const url = pair.slice(equals + 1);
        if (host === '' || !/^https?:\/\/[^/@?#]+(?:\/[^@?#]*)?$/.test(url) || !URL.canParse(url)) {
            return {
                kind: 'invalid',
                message: `mirror "${pair}" is not of the form docker.io=http://127.0.0.1:5000`
            };
        }
        mirrors.set(host === 'index.docker.io' ? 'docker.io' : host, url);
    }
    return { kind: 'mirrors', mirrors };
}


/***/ }),

/***/ 1193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   Gf: () => (/* binding */ contextNameOf),
/* harmony export */   Of: () => (/* binding */ contextNameFor),
/* harmony export */   Ox: () => (/* binding */ normaliseReference),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   _M: () => (/* binding */ repositoryOf)
/* harmony export */ });
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const label = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const COMPONENT = new RegExp(`^${component}$`);
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const IMAGE_ID = /^[a-f0-9]{64}$/;
const LONGEST_PATH = 255;
/**
 * Reads an image reference by the grammar of distribution/reference (`ParseNormalizedNamed`). Undefined when it is
 * invalid: upper case in the repository, a repository longer than 255 characters, a bare image id, a broken tag or digest.
 */
function parseReference(text) {
    if (IMAGE_ID.test(text))
        return undefined;
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !DIGEST.test(digest))
        return undefined;
    const named = at < 0 ? text : text.slice(0, at);
    const { domain, remainder } = splitDomain(named);
    const colon = remainder.indexOf(':');
    const tag = colon < 0 ? undefined : remainder.slice(colon + 1);
    if (tag !== undefined && !TAG.test(tag))
        return undefined;
    const name = colon < 0 ? remainder : remainder.slice(0, colon);
    const path = domain === 'docker.io' && !name.includes('/') ? `library/${name}` : name;
    if (path.length > LONGEST_PATH || !DOMAIN.test(domain))
        return undefined;
    if (!path.split('/').every(part => COMPONENT.test(part)))
        return undefined;
    return { domain, path, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
/** Writes a reference in full: `docker.io/library/python:3.11@sha256:…`. */
function formatReference(reference) {
    return `${reference.domain}/${reference.path}${suffix(reference)}`;
}
/**
 * Full form of a reference as people write it, with `:latest` when it has neither tag nor digest; undefined when it is
 * invalid.
 */
function normaliseReference(text) {
    const reference = parseReference(text);
    if (reference === undefined)
        return undefined;
    return formatReference(withTag(reference));
}
/**
 * The name of the build context that replaces a reference: its familiar form without a trailing `:latest`, so `python`
 * for `docker.io/library/python:latest` (BuildKit, `dockerui.Client.NamedContext`). Undefined when it is invalid.
 */
function contextNameOf(text) {
    const reference = parseReference(text);
    return reference === undefined ? undefined : contextNameFor(reference);
}
/** The same of a reference that is taken apart already. */
function contextNameFor(reference) {
    const name = `${familiarName(reference)}${suffix(reference)}`;
    return name.endsWith(':latest') ? name.slice(0, -':latest'.length) : name;
}
/** Repository without tag and digest in the full form, such as `docker.io/library/python`. */
function repositoryOf(reference) {
    return `${reference.domain}/${reference.path}`;
}
/** The reference with `:latest` when it has neither tag nor digest. */
function withTag(reference) {
    const complete = reference.tag !== undefined || reference.digest !== undefined;
    return complete ? reference : { ...reference, tag: 'latest' };
}
function suffix(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    return reference.digest === undefined ? tag : `${tag}@${reference.digest}`;
}
function familiarName(reference) {
    if (reference.domain !== 'docker.io')
        return repositoryOf(reference);
    const official = /^library\/([^/]+)$/.exec(reference.path);
    return official?.[1] ?? reference.path;
}
/** The part before the first slash is a registry only when it looks like a host; anything else is on Docker Hub. */
function splitDomain(named) {
    const slash = named.indexOf('/');
    const first = named.slice(0, Math.max(slash, 0));
    const isHost = slash >= 0 && (first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first);
    if (!isHost)
        return { domain: 'docker.io', remainder: named };
    const remainder = named.slice(slash + 1);
    return { domain: first === 'index.docker.io' ? 'docker.io' : first, remainder };
}


/***/ })

};
