export const id = 560;
export const ids = [560];
export const modules = {

/***/ 6560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dockerCredentials: () => (/* binding */ dockerCredentials),
/* harmony export */   dockerFolder: () => (/* binding */ dockerFolder),
/* harmony export */   serverOf: () => (/* binding */ serverOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _keys_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8743);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8324);
/* harmony import */ var _thrown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1643);






const DOCKER_HUB = 'https://index.docker.io/v1/';
const HELPER_TIME = 30_000;
/** Helpers are programs `docker-credential-<name>`; a name with a path in it would start something else. */
const HELPER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** The user name by which helpers say that the secret is a refresh token (docker/docker-credential-helpers). */
const TOKEN_USER = '<token>';
/**
 * Looks logins up as `docker login` keeps them: a helper of the host, the general helper, then `auths` of `config.json`.
 * Each host is looked up once. A file or helper that cannot be used is told by a warning and counts as no login; no
 * secret is ever part of a message.
 */
function dockerCredentials(options) {
    let config;
    const found = new Map();
    return host => {
        config ??= readConfig(options);
        const known = found.get(host);
        if (known !== undefined)
            return known;
        const looking = config.then(read => lookUp(read, host, options));
        found.set(host, looking);
        return looking;
    };
}
/** The folder of Docker's configuration: the one that `DOCKER_CONFIG` names, else `.docker` of the user. */
function dockerFolder(environment) {
    const folder = environment['DOCKER_CONFIG'] ?? '';
    return folder === '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker') : folder;
}
/** The name under which Docker keeps the login of a registry host. */
function serverOf(host) {
    return host === 'docker.io' ? DOCKER_HUB : host;
}
async function readConfig(options) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dockerFolder(options.environment), 'config.json');
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch((error) => {
        if ((0,_thrown_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error) !== 'ENOENT')
            options.log?.warn(`${path} cannot be read; going on without logins.`);
        return '{}';
    });
    try {
        const document = record(JSON.parse(text));
        const store = document['credsStore'];
        return {
            auths: record(document['auths']),
            credHelpers: record(document['credHelpers']),
            ...(typeof store === 'string' && store !== '' ? { credsStore: store } : {})
        };
    }
    catch {
        options.log?.warn(`${path} is not valid JSON; going on without logins.`);
        return { auths: {}, credHelpers: {} };
    }
}
async function lookUp(config, host, options) {
    const server = serverOf(host);
    const own = config.credHelpers[server] ?? config.credHelpers[host];
    const helper = typeof own === 'string' ? own : config.credsStore;
    const fromHelper = helper === undefined ? undefined : await askHelper(helper, server, options);
    return fromHelper ?? fromAuths(config.auths, host);
}
async function askHelper(helper, server, options) {
    const program = `docker-credential-${helper}`;
    if (!HELPER_NAME.test(helper)) {
        options.log?.warn(`Credential helper "${helper.slice(0, 60)}" has no valid name; going on without it.`);
        return undefined;
    }
    const environment = options.environment['PATH'] === undefined ? {} : { PATH: options.environment['PATH'] };
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .e)(program, ['get'], { stdin: server, timeoutMs: HELPER_TIME, environment }).catch(() => undefined);
    if (result?.code === 0)
        return fromHelperAnswer(result.stdout);
    // Having no login is the usual case; helpers tell it by this sentence (docker/docker-credential-helpers, errors).
    const said = `${result?.stdout ?? ''}${result?.stderr ?? ''}`;
    if (!said.includes('credentials not found')) {
        const why = result === undefined ? 'cannot be started' : 'failed';
        options.log?.warn(`${program} ${why}; going on without a login for ${server}.`);
    }
    return undefined;
}
function fromHelperAnswer(text) {
    try {
        const answer = record(JSON.parse(text));
        return credentialOf(answer['Username'], answer['Secret']);
    }
    catch {
        return undefined;
    }
}
/** `auths` has been keyed by host, URL and URL with path over the years; all of them are matched by host. */
function fromAuths(auths, host) {
    const key = Object.keys(auths).find(name => name === host) ?? Object.keys(auths).find(name => hostOf(name) === host);
    if (key === undefined)
        return undefined;
    const entry = record(auths[key]);
    if (typeof entry['identitytoken'] === 'string' && entry['identitytoken'] !== '') {
        return { kind: 'identity-token', token: entry['identitytoken'] };
    }
    if (typeof entry['auth'] !== 'string')
        return credentialOf(entry['username'], entry['password']);
    const text = Buffer.from(entry['auth'], 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = text.indexOf(':');
    return colon < 1 ? undefined : credentialOf(text.slice(0, colon), text.slice(colon + 1));
}
function hostOf(key) {
    const host = key.replace(/^https?:\/\//, '').split('/')[0] ?? '';
    return host === 'index.docker.io' || host === 'registry-1.docker.io' ? 'docker.io' : host;
}
function credentialOf(username, secret) {
    if (typeof username !== 'string' || typeof secret !== 'string' || username === '')
        return undefined;
    if (username === TOKEN_USER)
        return { kind: 'identity-token', token: secret };
    return { kind: 'basic', username, password: secret };
}
function record(value) {
    return (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value) ? value : {};
}


/***/ })

};
