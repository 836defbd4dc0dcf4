export const id = 430;
export const ids = [430,182];
export const modules = {

/***/ 1811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ lastWords)
/* harmony export */ });
/** In `--progress=plain` every line of a step begins with its number. */
const OF_STEP = /^#\d+ /;
/**
 * Below all steps each one that failed is quoted between two of these lines, after its name; its lines may begin with
 * anything.
 */
const RULE = '------';
const FAILED_STEP = /^ > (.*):$/;
/** Below that stands the error. */
const ERROR = /^ERROR: /;
/** The command is in the error as a quoted string on one line, whatever it says. */
const FAILED_RUN = /process ".*" did not complete successfully/;
/** Reads the last words in the output of `buildx build --progress=plain`. */
function lastWords(stderr) {
    const lines = stderr.split('\n').map(line => line.trimEnd());
    const below = lines.slice(lines.findLastIndex(line => OF_STEP.test(line)) + 1);
    const end = below.lastIndexOf(RULE) + 1;
    const block = below.slice(0, end);
    const isName = (line, index) => block[index - 1] === RULE && FAILED_STEP.test(line);
    const error = errorIn(below.slice(end)).replace(/^ERROR: (?:failed to build: )?(?:failed to solve: )?/, '');
    return {
        error,
        ofRun: FAILED_RUN.test(error),
        quoted: block.filter((line, index) => line !== RULE && !isName(line, index)),
        failed: block.filter(isName).map(line => FAILED_STEP.exec(line)?.[1] ?? '')
    };
}
/**
 * The error may have several lines: refusals of a registry, or a page that a proxy answers with. Without an error the last
 * line is taken.
 */
function errorIn(lines) {
    const said = lines.map(line => line.trim());
    const start = said.findIndex(line => ERROR.test(line));
    const own = said.slice(Math.max(start, 0)).filter(line => line !== '');
    return start === -1 ? (own.at(-1) ?? '') : own.join(' ');
}


/***/ }),

/***/ 6625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ isDeniedByPolicy),
/* harmony export */   E4: () => (/* binding */ buildxTries),
/* harmony export */   F_: () => (/* binding */ nextTry),
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   TN: () => (/* binding */ triesFor),
/* harmony export */   bw: () => (/* binding */ classifyBuildxError),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony exports MOST_TRIES, RETRY_BUDGET_MS, delayBefore */
/* harmony import */ var _last_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1811);

/** Tries of one operation, the first one included. */
const MOST_TRIES = 5;
/** Milliseconds from the first failure of an operation to its last try at the latest. */
const RETRY_BUDGET_MS = 15 * 60_000;
const FIRST_DELAY = 2_000;
const LONGEST_DELAY = 60_000;
const MOMENT = 1_000;
/** A registry that asks for more patience than a job has is not waited for. */
const LONGEST_OBEYED = 300_000;
const BROKEN_CONNECTION = new Set([
    ...['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'EPROTO'],
    ...['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'ENETRESET'],
    ...['SILENCE', 'CONNECT_SILENCE', 'TRUNCATED', 'DIGEST', 'GARBLED', 'NEW_TOKEN']
]);
const RATE_LIMIT = /rate.?limit|too.?many.?requests|abuse detection|quota.{0,20}exceeded/i;
/** The class of a failed request. */
function classify(failure) {
    if ((failure.retryAfter ?? 0) > LONGEST_OBEYED)
        return 'final';
    if (failure.status === undefined)
        return isBroken(failure.code) ? 'back-off' : 'final';
    if (failure.status === 429)
        return isMoment(failure.retryAfter) ? 'now' : 'back-off';
    if (failure.status === 403)
        return 'suspect';
    if (failure.status === 404)
        return isLostUpload(failure.body) ? 'back-off' : 'final';
    // A body that broke off or does not match its digest came with a good status.
    if (failure.status < 400)
        return isBroken(failure.code) ? 'back-off' : 'final';
    return isServerTrouble(failure.status) ? 'back-off' : 'final';
}
/**
 * How many tries a failure of this class gets. A refusal is tried to the end only when it speaks of a rate limit or when
 * the same credentials were accepted before in this run; otherwise it is very likely meant.
 */
function triesFor(kind, failure, acceptedBefore) {
    if (kind === 'final')
        return 1;
    if (kind !== 'suspect')
        return MOST_TRIES;
    return acceptedBefore || RATE_LIMIT.test(failure.body ?? '') ? MOST_TRIES : 2;
}
/**
 * Milliseconds to wait before try `attempt` (2 is the first repetition): 2 s doubling up to 60 s with full jitter,
 * `random` in [0, 1); never less than the registry asked for. A rate limit that is over in a moment is believed once.
 */
function delayBefore(attempt, kind, random, retryAfter = 0) {
    const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempt - 2));
    const own = kind === 'now' && attempt === 2 ? 0 : Math.round(ceiling * random);
    return Math.max(own, retryAfter);
}
/**
 * Milliseconds to wait before the next try, as {@link delayBefore}; undefined when there is none: `tries` are made, or it
 * would begin more than {@link RETRY_BUDGET_MS} after the first failure, `spent` milliseconds ago.
 */
function nextTry(made, kind, random, retryAfter = 0) {
    if (made.attempt >= made.tries)
        return undefined;
    const delay = delayBefore(made.attempt + 1, kind, random, retryAfter);
    return made.spent + delay > RETRY_BUDGET_MS ? undefined : delay;
}
/**
 * Milliseconds of a `Retry-After` header, which holds seconds or a date (RFC 9110, 10.2.3); undefined when it holds
 * neither. `now` is in milliseconds since the epoch.
 */
function parseRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    const seconds = /^\s*(\d+(?:\.\d+)?)\s*$/.exec(header)?.[1];
    if (seconds !== undefined)
        return Math.round(Number(seconds) * 1000);
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/** What BuildKit says when our own source policy stops a build: no refusal of a registry. */
const DENIED_BY_POLICY = /source denied by policy/;
/**
 * buildx itself dials a builder for 20 s before it says so: a builder that is gone is not waited for as long five
 * times.
 */
const BUILDER_GONE = '[internal] waiting for connection';
const REFUSED = /\b403 Forbidden|\bdenied\b|insufficient_scope|authorization failed/i;
const LIMITED = /\b429\b|toomanyrequests/i;
const TROUBLED = new RegExp([
    'connection (?:reset|refused)|broken pipe|unexpected EOF|: EOF\\b|i/o timeout|TLS handshake timeout',
    'context deadline exceeded|no route to host|network is unreachable|temporary failure in name resolution',
    'server misbehaving|use of closed network connection|http2: |\\b50[0234] ',
    'code = Unavailable|transport is closing|error reading from server|closing transport|listing workers',
    'blob upload unknown|BLOB_UPLOAD_UNKNOWN|failed to dial|no active session|client connection (?:is closing|lost)',
    'could not connect to .{0,200}buildkit|failed to receive status',
    'failed commit on ref|failed size validation|got digest sha256:\\w+, expected'
].join('|'), 'i');
/** An answer whose body names no error (containerd 2.3, core/remotes/errors); the address of an upload may be long. */
const ANSWERED = /unexpected status(?: code)?(?: from \w+ request to)?(?: (\S+))?: (\d{3})\b/g;
/**
 * How many tries a `buildx build` gets that failed so. A refused push is tried to the end when a build of this run was
 * pushed before (`pushedBefore`): the same login could push to the same repository then.
 */
function buildxTries(kind, stderr, pushedBefore) {
    if (kind === 'final')
        return 1;
    if (kind !== 'suspect')
        return MOST_TRIES;
    return pushedBefore && (0,_last_words_js__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .a)(stderr).error.startsWith('failed to push ') ? MOST_TRIES : 2;
}
/**
 * The class of a failed `buildx build` by what buildx and BuildKit themselves say. A failing RUN is final whatever its
 * output says; a network, registry or builder that went away is tried again; anything unknown is final.
 */
function classifyBuildxError(stderr) {
    const { error, ofRun, failed } = (0,_last_words_js__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .a)(stderr);
    if (ofRun || isDeniedByPolicy(error))
        return 'final';
    if (RATE_LIMIT.test(error) || LIMITED.test(error))
        return 'back-off';
    if (REFUSED.test(error))
        return 'suspect';
    if (failed.includes(BUILDER_GONE) && /context deadline exceeded/.test(error))
        return 'suspect';
    return TROUBLED.test(error) || isTroubledAnswer(error) ? 'back-off' : 'final';
}
/** Whether the error of a build is that it took an image which its source policy does not allow. */
function isDeniedByPolicy(error) {
    return DENIED_BY_POLICY.test(error);
}
function isTroubledAnswer(error) {
    return [...error.matchAll(ANSWERED)].some(([, url = '', status]) => status === '404' ? url.includes('/blobs/uploads/') : isServerTrouble(Number(status)));
}
function isBroken(code) {
    // HPE_ codes are Node's for an answer that is no HTTP, as a dying proxy sends.
    return code !== undefined && (BROKEN_CONNECTION.has(code) || code.startsWith('HPE_'));
}
function isMoment(retryAfter) {
    return retryAfter !== undefined && retryAfter <= MOMENT;
}
function isLostUpload(body) {
    return /BLOB_UPLOAD_UNKNOWN/i.test(body ?? '');
}
function isServerTrouble(status) {
    if (status === 501 || status === 505)
        return false;
    return status === 408 || status === 499 || (status >= 500 && status <= 599);
}


/***/ }),

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


/***/ }),

/***/ 7430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRegistry: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: ./build/keys/canonical.js
var canonical = __webpack_require__(8335);
;// CONCATENATED MODULE: ./build/io/at-most.js
/**
 * Makes a gate that lets at most so many operations run at once; the others wait in the order in which they came. What an
 * operation resolves or rejects with is passed on.
 */
function atMost(most) {
    const waiting = [];
    let running = 0;
    return async (operation) => {
        if (running >= most)
            await new Promise(resolve => waiting.push(resolve));
        else
            running += 1;
        try {
            return await operation();
        }
        finally {
            const next = waiting.shift();
            if (next === undefined)
                running -= 1;
            else
                next();
        }
    };
}

// EXTERNAL MODULE: ./build/io/registry-endpoint.js
var registry_endpoint = __webpack_require__(182);
;// CONCATENATED MODULE: ./build/io/registry-challenge.js

/** Reads a `WWW-Authenticate` header (RFC 9110, 11.6.1); undefined when it is neither Bearer with a realm nor Basic. */
function parseChallenge(header) {
    const scheme = /^\s*([A-Za-z]+)/.exec(header)?.[1]?.toLowerCase();
    if (scheme === 'basic')
        return { kind: 'basic' };
    if (scheme !== 'bearer')
        return undefined;
    const parameters = new Map([...header.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/gi)].map(([, name = '', value = '']) => [name.toLowerCase(), value.replace(/\\(.)/g, '$1')]));
    const realm = parameters.get('realm');
    const service = parameters.get('service');
    if (realm === undefined || !URL.canParse(realm))
        return undefined;
    return { kind: 'bearer', realm, ...(service === undefined ? {} : { service }) };
}
/**
 * A registry reached over TLS (`root` is its API) must not make us send its credentials in the clear; the sentence about
 * it when it tries.
 */
function unsafeRealm(root, challenge) {
    if (challenge.kind === 'basic')
        return undefined;
    const realm = new URL(challenge.realm);
    if (realm.protocol === 'https:')
        return undefined;
    if (realm.protocol === 'http:' && (root.startsWith('http:') || (0,registry_endpoint.isLocalHost)(realm.host)))
        return undefined;
    return `the registry sends logins to ${realm.origin}, which is not encrypted; nothing was sent there`;
}

;// CONCATENATED MODULE: ./build/io/registry-body.js
/** More than this is not read only to keep a connection. */
const DRAINED = 256 * 1024;
/** A connection that failed before or while it answered; `code` is the system's or `SILENCE`, `CONNECT_SILENCE`. */
class TransportError extends Error {
    code;
    constructor(code) {
        super(`the connection failed: ${code}`);
        this.code = code;
        this.name = 'TransportError';
    }
}
/** Reads a body whole; rejects with code `TOO_LARGE` above `limit` bytes and `TRUNCATED` when it breaks off. */
async function readBody(body, limit) {
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of body) {
            size += chunk.length;
            if (size > limit)
                throw new TransportError('TOO_LARGE');
            chunks.push(chunk);
        }
    }
    catch (error) {
        throw error instanceof TransportError ? error : new TransportError('TRUNCATED');
    }
    return Buffer.concat(chunks);
}
/** Reads and forgets a body, so that its connection can be used again. */
async function drain(response) {
    await readBody(response.body, DRAINED).catch(() => response.body.destroy());
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/io/thrown.js
var thrown = __webpack_require__(1643);
;// CONCATENATED MODULE: ./build/io/registry-transport.js




const USUAL_LIMITS = { connect: 10_000, idle: 60_000 };
/** How long a request may take once the run is cancelled: a runner kills 10 s after it asked. */
const LAST_WORDS_MS = 5000;
/** To one host. */
const MOST_CONNECTIONS = 8;
/**
 * Opens a transport with kept-alive connections. `node:http` is loaded at the first request and not by `import`, which
 * also loads undici and costs twice the time.
 */
function openTransport(limits = USUAL_LIMITS, signal) {
    const agents = new Map();
    return async (request) => {
        try {
            return await sendOnce(request, agentOf(agents, request.url), limits, signal);
        }
        catch (error) {
            // A kept connection that the other side had closed meanwhile says nothing about the request.
            if (!(error instanceof StaleConnection) || isStream(request.body))
                throw error;
            return sendOnce(request, undefined, limits, signal);
        }
    };
}
class StaleConnection extends TransportError {
}
function sendOnce(request, agent, limits, signal) {
    return new Promise((resolve, reject) => {
        const headers = { 'user-agent': 'base-images', ...request.headers };
        if (request.body !== undefined)
            headers['content-length'] = String(lengthOf(request.body));
        const client = load(request.url.protocol).request(request.url, {
            method: request.method,
            headers,
            ...(agent === undefined ? {} : { agent })
        });
        limitConnecting(client, limits.connect);
        if (signal !== undefined)
            limitEnding(client, signal);
        client.setTimeout(limits.idle, () => client.destroy(new TransportError('SILENCE')));
        client.on('error', error => {
            reject(transportError(error, client));
        });
        client.on('response', body => {
            resolve({ status: body.statusCode ?? 0, headers: body.headers, body });
        });
        sendBody(client, request.body);
    });
}
function sendBody(client, body) {
    if (!isStream(body)) {
        client.end(body);
        return;
    }
    (0,external_node_stream_.pipeline)(body.stream, client, error => {
        if (error)
            client.destroy(error);
    });
}
function limitConnecting(client, limit) {
    client.on('socket', socket => {
        if (!socket.connecting)
            return;
        const timer = setTimeout(() => client.destroy(new TransportError('CONNECT_SILENCE')), limit);
        const stop = () => {
            clearTimeout(timer);
        };
        socket.once('connect', stop);
        client.once('close', stop);
    });
}
/** After the end of a run was asked for, a registry that is slow is not waited for. */
function limitEnding(client, signal) {
    let timer;
    const begin = () => {
        timer = setTimeout(() => client.destroy(new TransportError('CANCELLED')), LAST_WORDS_MS);
    };
    if (signal.aborted)
        begin();
    else
        signal.addEventListener('abort', begin, { once: true });
    client.once('close', () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', begin);
    });
}
function transportError(error, client) {
    if (error instanceof TransportError)
        return error;
    const code = causeOf(error);
    const stale = client.reusedSocket && (code === 'ECONNRESET' || code === 'EPIPE');
    return stale ? new StaleConnection(code) : new TransportError(code);
}
/** A name with several addresses fails with an AggregateError that holds the real causes. */
function causeOf(error) {
    const code = (0,thrown/* codeOf */.$N)(error instanceof AggregateError ? error.errors[0] : error);
    return typeof code === 'string' ? code : 'UNKNOWN';
}
function load(protocol) {
    return protocol === 'https:'
        ? process.getBuiltinModule('node:https')
        : process.getBuiltinModule('node:http');
}
function agentOf(agents, url) {
    const local = (0,registry_endpoint.isLocalHost)(url.host);
    const kind = `${url.protocol} ${String(local)}`;
    const known = agents.get(kind);
    if (known !== undefined)
        return known;
    // `proxyEnv` lets Node 24 use HTTPS_PROXY and NO_PROXY, older ones ignore it; as in Go, never for this machine.
    const proxy = local ? {} : { proxyEnv: process.env };
    const agent = new (load(url.protocol).Agent)({ keepAlive: true, maxSockets: MOST_CONNECTIONS, ...proxy });
    agents.set(kind, agent);
    return agent;
}
function isStream(body) {
    return body !== undefined && 'stream' in body;
}
function lengthOf(body) {
    return body.length;
}

;// CONCATENATED MODULE: ./build/io/registry-auth.js



const NONE = { kind: 'none' };
const TOKEN_LIMIT = 1024 * 1024;
/** Tokens that say nothing live for a minute (Docker Registry v2 token authentication). */
const USUAL_LIFE_SECONDS = 60;
const MARGIN_MS = 10_000;
/** Opens an authorizer over a transport. Concurrent requests of one scope share one token request. */
function openAuthorizer(transport, credentials, clock) {
    const challenges = new Map();
    const tokens = new Map();
    const asking = new Map();
    async function fresh(host, challenge, scopes) {
        const credential = await credentials(host);
        if (challenge.kind === 'basic')
            return basicOf(credential);
        const response = await askToken(transport, challenge, scopes, credential);
        const body = Buffer.from(await readBody(response.body, TOKEN_LIMIT)).toString('utf8');
        if (response.status !== 200)
            return refusedOf(response, body);
        const token = tokenOf(body, clock.now());
        if (token === undefined)
            return { kind: 'refused', status: response.status, body: '' };
        tokens.set(`${host} ${scopes.join(' ')}`, token);
        return { kind: 'header', value: token.header };
    }
    function shared(host, challenge, scopes) {
        const key = `${host} ${scopes.join(' ')}`;
        const running = asking.get(key);
        if (running !== undefined)
            return running;
        const started = fresh(host, challenge, scopes).finally(() => asking.delete(key));
        asking.set(key, started);
        return started;
    }
    return {
        known: async (host, scopes) => {
            const challenge = challenges.get(host);
            if (challenge === undefined)
                return NONE;
            const token = tokens.get(`${host} ${scopes.join(' ')}`);
            if (token !== undefined && token.expires > clock.now())
                return { kind: 'header', value: token.header };
            return shared(host, challenge, scopes);
        },
        challenged: async (endpoint, scopes, header) => {
            const challenge = parseChallenge(header ?? '');
            if (challenge === undefined)
                return NONE;
            const unsafe = unsafeRealm(endpoint.root, challenge);
            if (unsafe !== undefined)
                return { kind: 'unsafe', sentence: unsafe };
            challenges.set(endpoint.host, challenge);
            return shared(endpoint.host, challenge, scopes);
        }
    };
}
function basicOf(credential) {
    if (credential?.kind !== 'basic')
        return NONE;
    return { kind: 'header', value: basicHeader(credential) };
}
function basicHeader(credential) {
    return `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString('base64')}`;
}
/** GET with Basic credentials as registries know it; POST by OAuth 2 for a refresh token. */
function askToken(transport, challenge, scopes, credential) {
    const url = new URL(challenge.realm);
    if (credential?.kind === 'identity-token') {
        const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'base-images' });
        form.set('refresh_token', credential.token);
        form.set('scope', scopes.join(' '));
        if (challenge.service !== undefined)
            form.set('service', challenge.service);
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        return transport({ method: 'POST', url, headers, body: Buffer.from(form.toString()) });
    }
    if (challenge.service !== undefined)
        url.searchParams.set('service', challenge.service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    const headers = credential === undefined ? {} : { authorization: basicHeader(credential) };
    return transport({ method: 'GET', url, headers });
}
function refusedOf(response, body) {
    const retryAfter = response.headers['retry-after'];
    return {
        kind: 'refused',
        status: response.status,
        body,
        ...(retryAfter === undefined ? {} : { retryAfter })
    };
}
function tokenOf(body, now) {
    try {
        const answer = JSON.parse(body);
        const token = answer.token ?? answer.access_token;
        if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token))
            return undefined;
        const life = typeof answer.expires_in === 'number' ? answer.expires_in : USUAL_LIFE_SECONDS;
        return { header: `Bearer ${token}`, expires: now + life * 1000 - MARGIN_MS };
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/io/registry-error.js
var registry_error = __webpack_require__(6269);
;// CONCATENATED MODULE: ./build/io/registry-blob.js






const BLOB_LIMIT = 16 * 1024 * 1024;
const OCTETS = { 'content-type': 'application/octet-stream' };
/** A small blob with its digest checked; undefined when it does not exist. */
async function readBlob(side, digest) {
    const response = await side.send({ method: 'GET', url: `blobs/${digest}`, accept: [200, 404] });
    if (response.status === 404) {
        await drain(response);
        return undefined;
    }
    const bytes = await readBody(response.body, BLOB_LIMIT);
    checkDigest(side.action, digest, (0,canonical/* digestOf */.ol)(bytes));
    return bytes;
}
/** Whether a repository has a blob. */
async function hasBlob(side, digest) {
    const response = await side.send({ method: 'HEAD', url: `blobs/${digest}`, accept: [200, 404] });
    await drain(response);
    return response.status === 200;
}
/** Uploads bytes in one piece (POST, then PUT), as every registry supports it. */
async function uploadBytes(side, digest, bytes) {
    const url = finalUrl(side, await startUpload(side), digest);
    await drain(await side.send({ method: 'PUT', url, headers: OCTETS, body: bytes, accept: [201, 204] }));
}
/**
 * Asks the registry to take a blob over from another of its repositories. `accepted` holds the started upload when it
 * would rather have the bytes.
 */
async function mountBlob(side, from, digest) {
    const query = new URLSearchParams({ mount: digest, from });
    try {
        const response = await side.send({
            method: 'POST',
            url: `blobs/uploads/?${query.toString()}`,
            accept: [201, 202],
            body: new Uint8Array(),
            alsoPull: [from]
        });
        await drain(response);
        return response.status === 201 ? { kind: 'mounted' } : { kind: 'accepted', upload: response };
    }
    catch (error) {
        // Mounting is a courtesy: a registry that refuses it, or the token for it, may still take the bytes.
        const status = error instanceof registry_error/* RegistryError */.g ? error.status : undefined;
        if (status === undefined || status === 429 || status >= 500)
            throw error;
        return { kind: 'accepted' };
    }
}
/** Streams a blob from one repository to another, hashing on the way; never holds it whole. */
async function streamBlob(source, target, blob, started) {
    const upload = started ?? (await startUpload(target));
    const response = await source.send({ method: 'GET', url: `blobs/${blob.digest}`, accept: [200] });
    const stream = checked(source.action, blob, response.body);
    try {
        const url = finalUrl(target, upload, blob.digest);
        const body = { stream, length: blob.size };
        await drain(await target.send({ method: 'PUT', url, headers: OCTETS, body, accept: [201, 204] }));
    }
    catch (error) {
        // A source that breaks off also breaks the upload; its error is the one that explains both.
        throw stream.errored instanceof registry_error/* RegistryError */.g ? stream.errored : error;
    }
    finally {
        response.body.destroy();
    }
}
/** Throws when bytes are not what their digest promised. */
function checkDigest(action, expected, actual) {
    if (expected !== actual)
        throw new registry_error/* RegistryError */.g(action, { code: 'DIGEST' });
}
async function startUpload(side) {
    const response = await side.send({
        method: 'POST',
        url: 'blobs/uploads/',
        body: new Uint8Array(),
        accept: [202]
    });
    await drain(response);
    return response;
}
/** The address that ends an upload: its location, which may be relative, with the digest added. */
function finalUrl(side, upload, digest) {
    const location = upload.headers.location;
    if (location === undefined || !URL.canParse(location, side.root)) {
        const sentence = `${side.action.host} starts an upload without saying where to`;
        throw new registry_error/* RegistryError */.g(side.action, { code: 'NO_LOCATION', sentence });
    }
    const url = new URL(location, side.root);
    url.searchParams.set('digest', digest);
    return url;
}
/** Passes bytes through and fails at the end when size or digest are wrong, so that the upload never completes. */
function checked(action, blob, body) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    const transform = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            hash.update(chunk);
            size += chunk.length;
            done(size > blob.size ? new registry_error/* RegistryError */.g(action, { code: 'DIGEST' }) : null, chunk);
        },
        flush(done) {
            const whole = size === blob.size && `sha256:${hash.digest('hex')}` === blob.digest;
            done(whole ? null : new registry_error/* RegistryError */.g(action, { code: 'DIGEST' }));
        }
    });
    // Whoever reads it hears of its errors; when nobody does any more they must not end the process.
    transform.on('error', () => undefined);
    body.on('error', () => transform.destroy(new registry_error/* RegistryError */.g(action, { code: 'TRUNCATED' })));
    body.pipe(transform);
    return transform;
}

// EXTERNAL MODULE: ./build/keys/json.js
var json = __webpack_require__(8743);
;// CONCATENATED MODULE: ./build/io/registry-manifest.js






/** Registries accept manifests up to 4 MiB (OCI distribution specification, "Pushing Manifests"). */
const MANIFEST_LIMIT = 4 * 1024 * 1024;
const TAGS_LIMIT = 16 * 1024 * 1024;
const MOST_PAGES = 1000;
const DIGEST = /^sha256:[a-f0-9]{64}$/;
const ACCEPT = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json'
].join(', ');
/** Descriptor of a tag or digest by HEAD; by GET where the answer lacks the digest or the size. */
async function headManifest(side, reference) {
    const url = `manifests/${reference}`;
    const response = await side.send({ method: 'HEAD', url, headers: { accept: ACCEPT }, accept: [200, 404] });
    await drain(response);
    if (response.status === 404)
        return undefined;
    const digest = headerDigest(response);
    const size = Number(response.headers['content-length'] ?? 'none');
    if (digest === undefined || !Number.isSafeInteger(size) || size === 0) {
        return (await readManifest(side, reference))?.descriptor;
    }
    if (DIGEST.test(reference))
        checkDigest(side.action, reference, digest);
    return { mediaType: mediaTypeOf(response) ?? '', digest, size };
}
/** Manifest bytes by tag or digest; their digest is checked against the reference and the registry's own word. */
async function readManifest(side, reference) {
    const url = `manifests/${reference}`;
    const response = await side.send({ method: 'GET', url, headers: { accept: ACCEPT }, accept: [200, 404] });
    if (response.status === 404) {
        await drain(response);
        return undefined;
    }
    const bytes = await readBody(response.body, MANIFEST_LIMIT);
    const digest = (0,canonical/* digestOf */.ol)(bytes);
    if (DIGEST.test(reference))
        checkDigest(side.action, reference, digest);
    checkDigest(side.action, headerDigest(response) ?? digest, digest);
    const mediaType = mediaTypeOf(response) ?? ownMediaType(bytes);
    return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
}
/** Writes manifest bytes under a tag or digest; the registry must answer with their digest. */
async function writeManifest(side, reference, mediaType, bytes) {
    const digest = (0,canonical/* digestOf */.ol)(bytes);
    if (DIGEST.test(reference))
        checkDigest(side.action, reference, digest);
    const response = await side.send({
        method: 'PUT',
        url: `manifests/${reference}`,
        headers: { 'content-type': mediaType },
        body: bytes,
        accept: [201]
    });
    await drain(response);
    checkDigest(side.action, digest, headerDigest(response) ?? digest);
    return digest;
}
/**
 * Deletes a tag or a manifest by digest. A repetition after a lost answer finds nothing, which is as good; that a registry
 * deletes nothing this way is an answer too (405, or UNSUPPORTED of the distribution specification).
 */
async function deleteReference(side, reference) {
    const url = `manifests/${reference}`;
    try {
        const response = await side.send({ method: 'DELETE', url, accept: [200, 202, 204, 404, 405] });
        await drain(response);
        if (response.status === 405)
            return 'unsupported';
        return response.status === 404 ? 'gone' : 'deleted';
    }
    catch (error) {
        const refused = error instanceof registry_error/* RegistryError */.g && (error.status === 400 || error.status === 501);
        if (refused && error.code === 'UNSUPPORTED')
            return 'unsupported';
        // Distribution 2 takes whatever it is to delete for a digest (distribution-library-image, issue 160).
        if (refused && error.code === 'DIGEST_INVALID' && !DIGEST.test(reference))
            return 'unsupported';
        throw error;
    }
}
/**
 * All tags of a repository, page by page; empty when it does not exist. A list that breaks off is an error: whoever deletes
 * must not take what is missing for not there.
 */
async function listTags(side, root) {
    const tags = new Set();
    let url = 'tags/list?n=1000';
    for (let page = 0; url !== undefined; page += 1) {
        if (page === MOST_PAGES)
            throw endlessList(side.action);
        const accept = page === 0 ? [200, 404] : [200];
        const response = await side.send({ method: 'GET', url, accept });
        if (response.status === 404) {
            await drain(response);
            break;
        }
        for (const tag of tagsOf(side.action, await readBody(response.body, TAGS_LIMIT)))
            tags.add(tag);
        url = nextPage(side.action, response, root);
    }
    return [...tags];
}
function endlessList(action) {
    const sentence = `${action.host} lists tags on more than ${String(MOST_PAGES)} pages`;
    return new registry_error/* RegistryError */.g(action, { code: 'ANSWER', sentence });
}
function tagsOf(action, bytes) {
    const document = parsed(bytes);
    const tags = document?.['tags'] ?? [];
    if (document === undefined || !Array.isArray(tags)) {
        throw new registry_error/* RegistryError */.g(action, { code: 'GARBLED', sentence: `${action.host} sends no list of tags` });
    }
    return tags.filter(tag => typeof tag === 'string');
}
/** The `next` page of a Link header (RFC 8288); it must stay at the same registry. */
function nextPage(action, response, root) {
    const link = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(response.headers.link?.toString() ?? '')?.[1];
    if (link === undefined)
        return undefined;
    const base = new URL(root);
    const url = URL.canParse(link, base.href) ? new URL(link, base) : undefined;
    if (url?.origin === base.origin)
        return url;
    throw new registry_error/* RegistryError */.g(action, { code: 'ANSWER', sentence: `${action.host} lists tags at another host` });
}
function headerDigest(response) {
    const header = response.headers['docker-content-digest'];
    return typeof header === 'string' && DIGEST.test(header) ? header : undefined;
}
function mediaTypeOf(response) {
    const type = response.headers['content-type']?.split(';')[0]?.trim();
    return type?.startsWith('application/vnd.') === true ? type : undefined;
}
function ownMediaType(bytes) {
    const type = parsed(bytes)?.['mediaType'];
    return typeof type === 'string' ? type : '';
}
function parsed(bytes) {
    return (0,json/* objectIn */.D7)(Buffer.from(bytes).toString('utf8'));
}

// EXTERNAL MODULE: ./build/build/retry.js
var retry = __webpack_require__(6625);
;// CONCATENATED MODULE: ./build/io/registry-retrying.js



/** A registry in trouble is told once in this time, whatever number of requests wait for it, in milliseconds. */
const TOLD_AGAIN = 10_000;
/**
 * Runs a whole operation until it succeeds or its failure is final. `accepted` tells whether this host took credentials
 * for such an action before in this run.
 */
async function retrying(ports, action, accepted, operation) {
    let failedAt;
    for (let attempt = 1;; attempt += 1) {
        try {
            return await operation();
        }
        catch (thrown) {
            const error = asRegistryError(action, thrown);
            const kind = (0,retry/* classify */.L8)(error.answer);
            failedAt ??= ports.clock.now();
            const spent = ports.clock.now() - failedAt;
            const made = { attempt, tries: (0,retry/* triesFor */.TN)(kind, error.answer, accepted()), spent };
            const delay = (0,retry/* nextTry */.F_)(made, kind, ports.random(), error.answer.retryAfter);
            if (delay === undefined)
                throw attempt === 1 ? error : new registry_error/* RegistryError */.g(action, error.answer, attempt);
            tell(ports, error, delay);
            await ports.clock.sleep(delay).catch((ended) => {
                throw isAbort(ended) ? new EndedWait(error.message, { cause: ended }) : ended;
            });
        }
    }
}
function tell({ told, clock, log }, error, delay) {
    const trouble = `${error.host} ${error.action.access} ${error.status ?? error.code ?? ''}`;
    const now = clock.now();
    if (now - (told.get(trouble) ?? -Infinity) < TOLD_AGAIN)
        return;
    told.set(trouble, now);
    log?.info(`${error.message} Trying again in ${(delay / 1000).toFixed(1)} s.`);
}
/** A wait that the end of the run cut short, with what it waited for as its message. */
class EndedWait extends Error {
    name = 'AbortError';
}
function isAbort(error) {
    return error?.name === 'AbortError';
}
/** The one error type of this client; anything that is no failure of the registry passes through. */
function asRegistryError(action, error) {
    if (error instanceof registry_error/* RegistryError */.g)
        return error;
    if (error instanceof TransportError) {
        const tooLarge = error.code === 'TOO_LARGE' ? { sentence: 'the answer is larger than allowed' } : {};
        return new registry_error/* RegistryError */.g(action, { code: error.code, ...tooLarge });
    }
    throw error;
}

;// CONCATENATED MODULE: ./build/io/registry-redirect.js



const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;
/** Follows redirects of reads without the Authorization header: they lead to storage that has its own signatures. */
async function followRedirects(transport, action, request, first) {
    let at = request.url;
    let response = first;
    for (let count = 0; REDIRECTS.has(response.status); count += 1) {
        const location = response.headers.location;
        await drain(response);
        if (location === undefined || !URL.canParse(location, at.href) || count === MOST_REDIRECTS) {
            throw new registry_error/* RegistryError */.g(action, { code: 'REDIRECT', sentence: `${action.host} redirects to nowhere` });
        }
        const next = new URL(location, at);
        if (next.protocol !== 'https:' && (next.protocol !== 'http:' || request.url.protocol === 'https:')) {
            const sentence = `${action.host} redirects to ${next.protocol}//${next.host}, which is not encrypted`;
            throw new registry_error/* RegistryError */.g(action, { code: 'REDIRECT', sentence });
        }
        at = next;
        response = await transport({ method: request.method, url: at, headers: request.headers ?? {} });
    }
    return response;
}

;// CONCATENATED MODULE: ./build/io/registry-session.js






const ERROR_LIMIT = 256 * 1024;
/** Makes the sender of one operation. */
function senderOf(ports, endpoint, action) {
    const refuse = (authorization) => {
        if (authorization.kind === 'refused')
            throw refusal(ports.clock, action, authorization);
        if (authorization.kind === 'unsafe') {
            throw new registry_error/* RegistryError */.g(action, { code: 'UNSAFE', sentence: authorization.sentence });
        }
    };
    return async (request) => {
        const url = urlOf(endpoint, request.url);
        // Uploads may be sent to another place; that place never sees our credentials.
        const own = url.origin === new URL(endpoint.root).origin;
        const scopes = scopesOf(endpoint, action, request.alsoPull ?? []);
        try {
            let authorization = own ? await ports.authorizer.known(endpoint.host, scopes) : NOTHING;
            refuse(authorization);
            let response = await ports.transport(httpRequest(request, url, authorization));
            if (own && response.status === 401) {
                await drain(response);
                const header = response.headers['www-authenticate'];
                authorization = await ports.authorizer.challenged(endpoint, scopes, header);
                refuse(authorization);
                // A registry that wants a login where there is none: its first answer says so best.
                if (authorization.kind === 'none')
                    throw new registry_error/* RegistryError */.g(action, { status: 401 });
                // What was streamed cannot be sent a second time; the whole operation can, with the token that is now known.
                if (isStreamed(request))
                    throw new registry_error/* RegistryError */.g(action, { code: 'NEW_TOKEN', sentence: newToken(action) });
                response = await ports.transport(httpRequest(request, url, authorization));
            }
            if (request.method === 'GET' || request.method === 'HEAD') {
                response = await followRedirects(ports.transport, action, { ...request, url }, response);
            }
            if (request.accept.includes(response.status))
                return response;
            throw await errorOf(ports.clock, action, response);
        }
        catch (error) {
            throw asRegistryError(action, error);
        }
    };
}
function newToken({ host }) {
    return `${host} wants another token in the middle of an upload`;
}
const NOTHING = { kind: 'none' };
function urlOf(endpoint, url) {
    return typeof url === 'string' ? new URL(`${endpoint.root}${endpoint.path}/${url}`) : url;
}
function isStreamed(request) {
    return request.body !== undefined && 'stream' in request.body;
}
const RIGHTS = { pull: 'pull', push: 'pull,push', delete: 'pull,delete' };
/** Scopes of the token authentication specification, in a fixed order so that tokens are found again. */
function scopesOf(endpoint, action, alsoPull) {
    const others = alsoPull.filter(path => path !== endpoint.path).map(path => `repository:${path}:pull`);
    return [`repository:${endpoint.path}:${RIGHTS[action.access]}`, ...others];
}
function httpRequest(request, url, authorization) {
    const headers = { ...request.headers };
    if (authorization.kind === 'header')
        headers['authorization'] = authorization.value;
    return {
        method: request.method,
        url,
        headers,
        ...(request.body === undefined ? {} : { body: request.body })
    };
}
async function errorOf(clock, action, response) {
    const bytes = await readBody(response.body, ERROR_LIMIT).catch(() => new Uint8Array());
    const retryAfter = (0,retry/* parseRetryAfter */.mu)(response.headers['retry-after'], clock.now());
    return new registry_error/* RegistryError */.g(action, {
        status: response.status,
        body: Buffer.from(bytes).toString('utf8'),
        ...(retryAfter === undefined ? {} : { retryAfter })
    });
}
function refusal(clock, action, refused) {
    const retryAfter = (0,retry/* parseRetryAfter */.mu)(refused.retryAfter, clock.now());
    return new registry_error/* RegistryError */.g(action, {
        // A login service that answers 200 without a token has no better word for it.
        status: refused.status === 200 ? 401 : refused.status,
        body: refused.body,
        ...(retryAfter === undefined ? {} : { retryAfter })
    });
}

;// CONCATENATED MODULE: ./build/io/registry.js










/**
 * Opens a client for every registry that repositories name (OCI distribution specification 1.1). Failures that may pass
 * are tried again, what stays is a `RegistryError`. Reads ask the mirror of a host first and the host itself when the
 * mirror does not have it or fails.
 */
function openRegistry(options) {
    const transport = openTransport(options.limits, options.signal);
    const ports = {
        transport,
        authorizer: openAuthorizer(transport, options.credentials, options.clock),
        clock: options.clock,
        random: options.random ?? Math.random,
        ...(options.log === undefined ? {} : { log: options.log })
    };
    const accepted = new Set();
    const told = new Map();
    // A copy reads from one connection what it writes to another: as many reads as there are connections would wait for ever.
    const copying = atMost(MOST_CONNECTIONS / 2);
    function sidesOf(repository, access, doing) {
        const endpoints = (0,registry_endpoint.endpointsOf)(repository, options);
        if (endpoints === undefined) {
            const action = { host: 'the registry', repository, doing, access };
            throw new registry_error/* RegistryError */.g(action, { code: 'NAME_INVALID', sentence: 'this is no name of a repository' });
        }
        const sideAt = (endpoint, last) => {
            const action = { host: endpoint.host, repository, doing, access };
            return {
                send: senderOf(ports, endpoint, action),
                action,
                root: endpoint.root,
                path: endpoint.path,
                last
            };
        };
        const mirror = access === 'pull' ? endpoints.mirror : undefined;
        return [...(mirror === undefined ? [] : [sideAt(mirror, false)]), sideAt(endpoints.origin, true)];
    }
    async function attempt(side, operation) {
        const name = `${side.action.host} ${side.action.access}`;
        const result = await retrying({ ...ports, told }, side.action, () => accepted.has(name), () => operation(side));
        accepted.add(name);
        return result;
    }
    async function read(repository, doing, operation) {
        for (const side of sidesOf(repository, 'pull', doing)) {
            try {
                const found = await (side.last ? attempt(side, operation) : operation(side));
                if (found !== undefined || side.last)
                    return found;
            }
            catch (error) {
                if (side.last || !(error instanceof registry_error/* RegistryError */.g))
                    throw error;
                options.log?.warn(`${error.message} Asking the registry itself instead of its mirror.`);
            }
        }
        return undefined;
    }
    async function write(repository, doing, operation, access = 'push') {
        const [side] = sidesOf(repository, access, doing);
        if (side === undefined)
            throw new Error(`no place to write ${repository} to`);
        return attempt(side, operation);
    }
    async function copy(from, repository, blob) {
        const [source] = sidesOf(from, 'pull', `reading blob ${blob.digest}`).slice(-1);
        return write(repository, `copying blob ${blob.digest}`, async (target) => {
            if (source === undefined)
                throw new Error(`no place to read ${from} from`);
            if (await hasBlob(target, blob.digest))
                return 'there';
            const mountable = source.root === target.root && source.path !== target.path;
            const mount = mountable ? await mountBlob(target, source.path, blob.digest) : undefined;
            if (mount?.kind === 'mounted')
                return 'mounted';
            await copying(() => streamBlob(source, target, blob, mount?.upload));
            return 'copied';
        });
    }
    const remove = (repository, reference) => write(repository, `deleting ${reference}`, side => deleteReference(side, reference), 'delete');
    return {
        head: (repository, reference) => read(repository, `looking for ${reference}`, side => headManifest(side, reference)),
        manifest: (repository, reference) => read(repository, `reading ${reference}`, side => readManifest(side, reference)),
        blob: (repository, digest) => read(repository, `reading blob ${digest}`, side => readBlob(side, digest)),
        putManifest: (repository, reference, mediaType, bytes, again) => {
            let tries = 0;
            return write(repository, `writing ${reference}`, async (side) => {
                tries += 1;
                const isOver = tries > 1 && again !== undefined && !(await again());
                return isOver ? (0,canonical/* digestOf */.ol)(bytes) : writeManifest(side, reference, mediaType, bytes);
            });
        },
        putBlob: (repository, bytes) => {
            const digest = (0,canonical/* digestOf */.ol)(bytes);
            return write(repository, `writing blob ${digest}`, async (side) => {
                if (!(await hasBlob(side, digest)))
                    await uploadBytes(side, digest, bytes);
                return { mediaType: 'application/octet-stream', digest, size: bytes.length };
            });
        },
        copyBlob: copy,
        tags: async (repository) => (await read(repository, 'listing tags', side => listTags(side, side.root))) ?? [],
        deleteTag: remove,
        deleteManifest: remove
    };
}


/***/ }),

/***/ 8335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * JSON without blanks and with keys in code-unit order (the idea of RFC 8785): equal values give equal bytes on every
 * machine. Lone surrogates are escaped by `JSON.stringify`, so file names that are no UTF-8 stay distinct.
 */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (typeof value === 'object' && value !== null) {
        const object = value;
        const members = Object.keys(object)
            .sort()
            .map(key => `${JSON.stringify(key)}:${canonicalJson(object[key] ?? null)}`);
        return `{${members.join(',')}}`;
    }
    return JSON.stringify(value);
}
/** SHA-256 of a text or bytes, 64 hex digits. */
function sha256(data) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(data).digest('hex');
}
/** The digest of bytes as registries write it: `sha256:` and 64 hex digits. */
function digestOf(bytes) {
    return `sha256:${sha256(bytes)}`;
}


/***/ })

};
