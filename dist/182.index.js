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
    const scheme = isLocalHost(domain) ? 'http' : 'https';
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


/***/ })

};
