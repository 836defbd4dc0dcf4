export const id = 325;
export const ids = [325];
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

/***/ 2325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildFace: () => (/* binding */ buildFace),
  plannedOrRead: () => (/* binding */ plannedOrRead)
});

// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
// EXTERNAL MODULE: ./build/keys/json.js
var json = __webpack_require__(8743);
// EXTERNAL MODULE: ./build/manifest/names.js
var names = __webpack_require__(7176);
;// CONCATENATED MODULE: ./build/build/durations.js



/** So many are kept: the one in the middle stays where it is when one build was slow or found all its layers. */
const KEPT = 5;
/** A longer text is no record of durations: 10,000 images on two platforms need a fifth of it. */
const LONGEST_DURATIONS = 4_000_000;
const LONGEST_MS = 24 * 60 * 60 * 1000;
/**
 * Reads what an earlier run wrote, or whoever else could write to its cache. Returns the durations, or a sentence about
 * what is wrong.
 */
function parseDurations(text) {
    if (text.length > LONGEST_DURATIONS)
        return 'it is too long';
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return 'it is no JSON';
    }
    if (!(0,json/* isObject */.Gv)(value) || value['version'] !== 1)
        return 'it is no record of version 1';
    const { milliseconds } = value;
    if (!(0,json/* isObject */.Gv)(milliseconds))
        return '`milliseconds` is missing';
    const durations = new Map();
    for (const [build, list] of Object.entries(milliseconds)) {
        const [image = '', platform = '', ...more] = build.split(' ');
        if (more.length > 0 || !names/* IMAGE_NAME */.yc.test(image) || !names/* PLATFORM_NAME */.i2.test(platform)) {
            return `${JSON.stringify(build.slice(0, 80))} is no image and platform`;
        }
        if (!Array.isArray(list) || list.length === 0 || list.length > KEPT || !list.every(isDuration)) {
            return `${build} has no durations`;
        }
        durations.set(build, list);
    }
    return durations;
}
/** The text that {@link parseDurations} reads; equal for equal durations. */
function renderDurations(durations) {
    const sorted = [...durations].sort(([a], [b]) => (0,code_unit/* byCodeUnit */.X)(a, b));
    return JSON.stringify({ version: 1, milliseconds: Object.fromEntries(sorted) });
}
/**
 * What a run adds: the builds that it did. What was found in staging or did not end well took no time that tells
 * anything.
 */
function durationsOf(results) {
    const built = results.filter(({ state, milliseconds }) => state === 'built' && milliseconds > 0);
    return new Map(built.map(({ image, platform, milliseconds }) => [
        `${image} ${platform}`,
        [Math.min(Math.ceil(milliseconds), LONGEST_MS)]
    ]));
}
/** Earlier durations with those of a run behind; what is no longer in the plan goes. */
function joinDurations(before, added, plan) {
    const joined = new Map();
    for (const { name, platforms } of plan.images) {
        for (const platform of Object.keys(platforms)) {
            const build = `${name} ${platform}`;
            const list = [...(before.get(build) ?? []), ...(added.get(build) ?? [])].slice(-KEPT);
            if (list.length > 0)
                joined.set(build, list);
        }
    }
    return joined;
}
/**
 * How long builds are thought to take by what they took: the middle of their last few, and for images that were not timed
 * the middle of all others. Undefined when nothing was timed.
 */
function paceOf(durations) {
    if (durations.size === 0)
        return undefined;
    const seconds = new Map([...durations].map(([build, list]) => [build, middleOf(list) / 1000]));
    return {
        past: (image, platform) => seconds.get(`${image} ${platform}`),
        usual: middleOf([...seconds.values()])
    };
}
/** The number in the middle; the higher one of two. */
function middleOf(numbers) {
    return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
function isDuration(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= LONGEST_MS;
}

// EXTERNAL MODULE: ./build/build/results.js
var build_results = __webpack_require__(4213);
;// CONCATENATED MODULE: ./build/build/scheduler.js

/** A task on what its place has goes before one of which the longest chain is up to so much longer. */
const WORTH_A_PULL = 2;
/**
 * Runs tasks as soon as what they need is done: a child starts when its own parents are done, a failure blocks its
 * descendants only. Of several that could start, the one with the longest chain of waiting tasks below it goes first, to
 * the place that runs least; among several places a task goes first where something it needs is already, unless chains
 * twice as long wait. A place that is lost takes no more tasks; the lost task waits again. Resolves when nothing runs any
 * more; `run` must not reject.
 */
async function runSchedule(schedule) {
    const known = new Set(schedule.tasks);
    const ends = new Map();
    const running = new Map();
    const waiting = new Set(schedule.tasks);
    const seats = new Set(schedule.places.map((place) => ({ place, running: 0, has: new Set() })));
    const height = heights(schedule);
    const heightOf = (id) => height.get(id) ?? 0;
    const order = [...schedule.tasks].sort((a, b) => heightOf(b) - heightOf(a) || (0,code_unit/* byCodeUnit */.X)(a, b));
    const needed = new Map(order.map(id => [id, schedule.needs(id).filter(need => known.has(need))]));
    const needs = (id) => needed.get(id) ?? [];
    for (;;) {
        settleWaiting();
        const ready = new Set(order.filter(id => waiting.has(id) && needs(id).every(isDone)));
        for (let free = freeSeats(); free.length > 0 && ready.size > 0; free = freeSeats()) {
            const { id, seat } = nextOf(ready, free);
            ready.delete(id);
            start(id, seat);
        }
        if (running.size === 0)
            return;
        await Promise.race(running.values());
    }
    function freeSeats() {
        return [...seats].filter(seat => seat.running < schedule.slots);
    }
    /** What starts next, and where. `ready` is in order. */
    function nextOf(ready, free) {
        const least = Math.min(...free.map(seat => seat.running));
        const idlest = free.filter(seat => seat.running === least);
        const [first = ''] = ready;
        for (const id of seats.size > 1 ? ready : []) {
            if (WORTH_A_PULL * heightOf(id) < heightOf(first))
                break;
            const seat = idlest.find(each => needs(id).some(need => each.has.has(need)));
            if (seat !== undefined)
                return { id, seat };
        }
        return { id: first, seat: idlest[0] };
    }
    function start(id, seat) {
        waiting.delete(id);
        seat.running += 1;
        for (const need of needs(id))
            seat.has.add(need);
        const done = schedule.run(id, seat.place).then(value => {
            running.delete(id);
            seat.running -= 1;
            if (schedule.lost(value)) {
                seats.delete(seat);
                waiting.add(id);
                return;
            }
            seat.has.add(id);
            end(id, { kind: 'ended', value });
        });
        running.set(id, done);
    }
    function end(id, how) {
        waiting.delete(id);
        ends.set(id, how);
        schedule.ended(id, how);
    }
    function isDone(id) {
        const found = ends.get(id);
        return found?.kind === 'ended' && schedule.succeeded(found.value);
    }
    /** What waits in vain ends. That goes down the whole tree: `order` has parents before children, since they are higher. */
    function settleWaiting() {
        for (const id of order) {
            if (!waiting.has(id))
                continue;
            const by = blocker(id);
            if (by !== undefined)
                end(id, { kind: 'blocked', by });
            else if (schedule.cancelled())
                end(id, { kind: 'cancelled' });
            else if (seats.size === 0)
                end(id, { kind: 'stranded' });
        }
    }
    function blocker(id) {
        for (const need of needs(id)) {
            const found = ends.get(need);
            if (found?.kind === 'blocked')
                return found.by;
            if (found?.kind === 'ended' && !schedule.succeeded(found.value))
                return need;
        }
        return undefined;
    }
}
/** Seconds of the longest chain of tasks that wait for each task, itself included. */
function heights(schedule) {
    const below = new Map();
    for (const id of schedule.tasks) {
        for (const need of schedule.needs(id))
            below.set(need, [...(below.get(need) ?? []), id]);
    }
    const height = new Map();
    for (const first of schedule.tasks) {
        const open = [first];
        for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
            const missing = (below.get(id) ?? []).filter(child => !height.has(child));
            if (missing.length > 0)
                open.push(...missing);
            else {
                const chains = (below.get(id) ?? []).map(child => height.get(child) ?? 0);
                height.set(id, chains.reduce((longest, each) => Math.max(longest, each), 0) + schedule.seconds(id));
                open.pop();
            }
        }
    }
    return height;
}

// EXTERNAL MODULE: ./build/plan/actions.js
var actions = __webpack_require__(4557);
// EXTERNAL MODULE: ./build/plan/platforms.js
var platforms = __webpack_require__(5690);
// EXTERNAL MODULE: ./build/build/last-words.js
var last_words = __webpack_require__(1811);
// EXTERNAL MODULE: ./build/build/retry.js
var retry = __webpack_require__(6625);
;// CONCATENATED MODULE: ./build/build/silence.js
/** A build without a word for so long, while no RUN is under way, waits for somebody who does not answer. */
const SILENCE_MS = 30 * 60_000;
const BEGUN = /^#(\d+) \[[^\]]*\] RUN /;
const ENDED = /^#(\d+) (?:DONE|CACHED|CANCELED|ERROR)\b/;
/** Begins to follow a build. */
function watchProgress() {
    const running = new Set();
    return {
        line: text => {
            const begun = BEGUN.exec(text)?.[1];
            if (begun !== undefined)
                running.add(begun);
            const ended = ENDED.exec(text)?.[1];
            if (ended !== undefined)
                running.delete(ended);
        },
        works: () => running.size > 0
    };
}

;// CONCATENATED MODULE: ./build/build/failure.js



/** What to do when the time of a run is over. */
const MORE_TIME = 'give the run more time (`--timeout`; `timeout-minutes` of the workflow)';
/** Not worth another try, and not the Dockerfile's fault. */
const NOT_LOGGED_IN = /\b401 Unauthorized|\bunauthorized: /i;
const NO_SPACE = /no space left on device/i;
/**
 * No builder of that name, no Docker behind it, or Docker's own builder, which pushes nothing by digest and exports no layer
 * cache (buildx 0.36, `build/opt.go`).
 */
const NO_BUILDER = /^no builder ".*" found$|^failed to connect to the docker API|^Cannot connect to the Docker daemon|\bnot (?:supported|implemented) for (?:the )?docker driver\b/i;
/** Finds the cause in the output of `buildx build --progress=plain`. */
function findFailure(title, result, limit) {
    const { stderr } = result;
    if (result.timedOut)
        return overdue(title, stderr, limit);
    if (result.wentSilent === true)
        return silenceOf(title, stderr);
    const words = (0,last_words/* lastWords */.a)(stderr);
    const said = tellable(words.error, stderr);
    if (isFullDisk(words)) {
        return {
            code: 'W003',
            place: {},
            message: `${title}: no space left on the device of the builder: ${said}`,
            remedy: 'free space (`docker buildx prune`), or give the image a runner with a larger disk; finished images are kept'
        };
    }
    const line = dockerfileLine(stderr, words.error);
    const place = line === undefined ? {} : { line };
    if ((0,retry/* isDeniedByPolicy */.BC)(words.error)) {
        return {
            code: 'B003',
            place,
            message: `${title} takes an image that the plan does not name: ${said}`,
            remedy: 'write the reference in the Dockerfile so that it can be followed; `base-images graph` shows what was found'
        };
    }
    if (NO_BUILDER.test(words.error) && !words.ofRun) {
        return {
            code: 'W002',
            place: {},
            message: `${title}: there is no builder that can build this: ${said}`,
            remedy: 'make one (`docker buildx create --use`), or name one of `docker buildx ls` with `--builder`, then run again'
        };
    }
    if (isWorld(words) || (0,retry/* classifyBuildxError */.bw)(stderr) !== 'final') {
        return {
            code: 'W002',
            place: {},
            message: `${title}: the registry or the builder does not answer as it should: ${said}`,
            remedy: 'check the login and the rights to the staging repository and that the builder runs, then run again'
        };
    }
    return {
        code: 'B001',
        place,
        message: `${title}: ${said}`,
        remedy: 'read the log of the step above; images that are finished stay finished'
    };
}
/**
 * Whether the builder has no space left, by its own word. A RUN that fails tells it only in what it prints: there the last
 * lines count, not its command, and never the output of a step that went well.
 */
function isFullDisk({ error, ofRun, quoted }) {
    return ofRun ? quoted.some(line => NO_SPACE.test(line)) : NO_SPACE.test(error);
}
/** Whether an error that no other try would cure is one of the builder or of a login. */
function isWorld({ error, ofRun }) {
    return NOT_LOGGED_IN.test(error) && !ofRun;
}
/** BuildKit prints `Dockerfile:12` above the lines of the instruction that failed. */
function dockerfileLine(stderr, error) {
    const match = /(?:^|\n)Dockerfile:(\d+)\n/.exec(stderr) ?? /dockerfile parse error on line (\d+)/i.exec(error);
    return match?.[1] === undefined ? undefined : Number(match[1]);
}
/** A build that was ended because its time was over, with what it was at. */
function overdue(title, stderr, { ms, ofRun }) {
    const last = lastStep(stderr);
    const at = last === undefined ? '' : `; the last was: ${last}`;
    if (ofRun) {
        return {
            code: 'W007',
            place: {},
            message: `${title}: the time of this run is over${at}`,
            remedy: `${MORE_TIME}, unless that step hangs`
        };
    }
    return {
        code: 'B001',
        place: {},
        message: `${title}: ended after ${Math.round(ms / 60_000)} minutes without an end${at}`,
        remedy: 'look at the last step of the log for what it waits for'
    };
}
/**
 * A build that was ended because nothing more came. A builder that has not even begun is stuck itself: BuildKit 0.33 waits
 * without a time limit for the layer cache that another build reads.
 */
function silenceOf(title, stderr) {
    const minutes = Math.round(SILENCE_MS / 60_000);
    const last = lastStep(stderr);
    const found = last === undefined
        ? `the builder said nothing for ${minutes} minutes`
        : `neither the registry nor the builder said anything for ${minutes} minutes; the last was: ${last}`;
    const remedy = last === undefined
        ? 'start the builder anew (`docker buildx stop`, then `docker buildx inspect --bootstrap`), then run again'
        : 'check that the registry and the builder answer, then run again; images that are finished stay finished';
    return { code: 'W002', place: {}, message: `${title}: ${found}`, remedy };
}
/** The last that a build said of a step before it was ended, without the step's number and at most 200 letters. */
function lastStep(stderr) {
    const steps = stderr.split('\n').filter(line => /^#[1-9]\d* (?!CANCELED|ERROR)/.test(line));
    return steps
        .at(-1)
        ?.replace(/^#\d+ /, '')
        .trim()
        .slice(0, 200);
}
/** The error as it is told: without the state that registries put into the address of an upload, and cut. */
function tellable(error, stderr) {
    const lastLine = stderr.trimEnd().split('\n').at(-1)?.trim() ?? '';
    const said = error === '' ? lastLine : error.replace(/(\/blobs\/uploads\/[^\s?]*)\?\S*(?=: )/g, '$1?...');
    return said === '' ? 'no output' : said.slice(0, 600);
}

// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostics_diagnostic = __webpack_require__(492);
;// CONCATENATED MODULE: ./build/commands/build-ends.js


/** Not tried, because a parent failed; `by` is the one that failed first. */
function blocked(task, by) {
    const { name, dockerfile } = task.image.spec;
    const remedy = `repair ${by}; ${name} is built as soon as it is there`;
    const diagnostic = (0,diagnostics_diagnostic/* errorAt */.Os)('B005', { file: dockerfile }, `${name} is not built: ${by} failed`, remedy);
    return { ...unstarted(task, 'blocked'), diagnostics: [diagnostic], blockedBy: by };
}
/** The time of the run was over before its turn came; `isLost` when it had begun on a builder that went away. */
function tooLate(task, isLost) {
    const { name, dockerfile } = task.image.spec;
    const again = isLost ? ' again on another builder' : '';
    const message = `${name} was not begun${again}: the time of this run is over`;
    const diagnostic = (0,diagnostics_diagnostic/* errorAt */.Os)('W007', { file: dockerfile }, message, `run again, or ${MORE_TIME}`);
    return { ...unstarted(task, 'cancelled'), diagnostics: [diagnostic] };
}
/** The time of the run was over while something of an image was still to be had, such as an answer of a registry. */
function endedLate({ image, platform }, error) {
    const { name, dockerfile } = image.spec;
    const message = `${name} ${platform}: the time of this run is over; the last was: ${error.message}`;
    return (0,diagnostics_diagnostic/* errorAt */.Os)('W007', { file: dockerfile }, message, `run again when that answers, or ${MORE_TIME}`);
}
/** No builder is left: what was tried on the last one tells why, the others say so. */
function stranded(task, loss) {
    if (loss?.state === 'failed')
        return loss;
    const { name, dockerfile } = task.image.spec;
    const message = `${name} is not built: none of the builders answers any more`;
    const remedy = 'start them and run the same command again; finished images stay finished';
    return {
        ...unstarted(task, 'failed'),
        diagnostics: [(0,diagnostics_diagnostic/* errorAt */.Os)('W002', { file: dockerfile }, message, remedy)]
    };
}
/** Nothing but how it ended. */
function unstarted(task, state) {
    return {
        image: task.planned.name,
        platform: task.platform,
        state,
        parents: {},
        milliseconds: 0,
        diagnostics: []
    };
}

// EXTERNAL MODULE: ./build/build/smoke.js
var smoke = __webpack_require__(6222);
// EXTERNAL MODULE: ./build/build/staging.js
var staging = __webpack_require__(3422);
// EXTERNAL MODULE: ./build/io/registry-error.js
var registry_error = __webpack_require__(6269);
// EXTERNAL MODULE: ./build/keys/content-id.js
var content_id = __webpack_require__(8352);
// EXTERNAL MODULE: ./build/release/contents.js
var contents = __webpack_require__(7070);
// EXTERNAL MODULE: ./build/build/arguments.js
var build_arguments = __webpack_require__(5127);
// EXTERNAL MODULE: ./build/build/handover.js
var handover = __webpack_require__(7028);
;// CONCATENATED MODULE: ./build/build/materials.js


/**
 * Reads the metadata file: the pushed digest and the images among the materials of the provenance, which is there even
 * without attestations (BUILDX_METADATA_PROVENANCE). Undefined when it is not what buildx writes.
 */
function readMetadata(text) {
    const value = (0,json/* objectIn */.D7)(text);
    const digest = value?.['containerimage.digest'];
    const provenance = value?.['buildx.build.provenance'];
    if (typeof digest !== 'string' || !(0,json/* isObject */.Gv)(provenance))
        return undefined;
    const materials = provenance['materials'];
    // A build FROM scratch without files has no materials at all.
    if (materials === undefined || materials === null)
        return { digest, images: [] };
    if (!Array.isArray(materials))
        return undefined;
    const images = [];
    for (const material of materials) {
        if (!(0,json/* isObject */.Gv)(material) || typeof material['uri'] !== 'string')
            return undefined;
        if (!material['uri'].startsWith('pkg:docker/') && !material['uri'].startsWith('pkg:oci/'))
            continue;
        const digests = material['digest'];
        const sha256 = (0,json/* isObject */.Gv)(digests) ? digests['sha256'] : undefined;
        if (typeof sha256 !== 'string')
            return undefined;
        images.push({ uri: material['uri'], digest: `sha256:${sha256}` });
    }
    return { digest, images };
}
/** Compares the digests of the materials with those of the images that were handed over. */
function compareMaterials(images, handed) {
    const expected = new Map(handed.map(each => [(0,handover/* digestIn */.s)(each.reference), each.reference]));
    const taken = new Set(images.map(image => image.digest));
    return {
        foreign: images
            .filter(image => !expected.has(image.digest))
            .map(image => `${image.uri} (${image.digest})`),
        missing: [...expected].filter(([digest]) => !taken.has(digest)).map(([, reference]) => reference)
    };
}

;// CONCATENATED MODULE: ./build/build/policy.js

/**
 * The source policy of one build as JSON: no image may be taken but these, each from a registry or a layout and by its
 * digest. The last rule that matches wins, so the refusals come first.
 * Format: github.com/moby/buildkit, sourcepolicy/pb/policy.proto.
 */
function sourcePolicy(allowed) {
    const deny = ['docker-image://*', 'oci-layout://*'].map((identifier) => ({
        action: 'DENY',
        selector: { identifier, matchType: 'WILDCARD' }
    }));
    const allow = allowed.map((handed) => ({
        action: 'ALLOW',
        selector: { identifier: (0,handover/* sourceOf */.vz)(handed), matchType: 'EXACT' }
    }));
    return JSON.stringify({ rules: [...deny, ...allow] });
}

// EXTERNAL MODULE: ./build/io/materialise.js
var materialise = __webpack_require__(1693);
// EXTERNAL MODULE: ./build/load/arguments.js
var load_arguments = __webpack_require__(1773);
// EXTERNAL MODULE: ./build/context/hidden.js
var context_hidden = __webpack_require__(8734);
// EXTERNAL MODULE: ./build/manifest/reference.js
var manifest_reference = __webpack_require__(1193);
;// CONCATENATED MODULE: ./build/build/progress.js
/**
 * The step that a line of `buildx build --progress=plain` begins: `#7 [web 2/3] RUN make` gives `[web 2/3] RUN make`.
 * Undefined for output of a step, for its end and for what BuildKit does for itself.
 */
function stepOf(line) {
    const [, step = ''] = /^#\d+ (\[(?!internal\]|auth\]|context )[^\]]+\] \S.*|exporting (?:to|cache) .*)$/.exec(line) ?? [];
    return step === '' ? undefined : step;
}

;// CONCATENATED MODULE: ./build/commands/run-buildx.js




/**
 * One build may take this long where the run has no limit: a hang ends, and a job of six hours does not end with
 * nothing.
 */
const BUILD_TIMEOUT_MS = 3 * 60 * 60 * 1000;
/**
 * Runs buildx and repeats it where the registry or the builder failed, not the Dockerfile: layers stay warm in the
 * builder, so another try costs seconds. The log is printed as one group when the run has ended.
 */
async function runBuildx(around, title, args, environment, ownLimit = around.over === undefined ? BUILD_TIMEOUT_MS : Infinity) {
    const { world, buildx, signal } = around;
    let failedAt;
    for (let attempt = 1;; attempt += 1) {
        const watch = watchProgress();
        const onLine = (line) => {
            watch.line(line);
            const step = stepOf(line);
            if (step !== undefined)
                around.step?.(step);
        };
        const silence = { ms: SILENCE_MS, works: watch.works };
        const limit = timeLimit(around, ownLimit);
        const result = await buildx.build(args, { environment, timeoutMs: limit.ms, silence, onLine, signal });
        const isFailure = result.code !== 0 && !signal.aborted;
        world.log.group(`${title}${attempt === 1 ? '' : ` (try ${attempt})`}`, result.stderr, isFailure);
        if (result.code === 0)
            return { kind: 'done' };
        failedAt ??= world.clock.now();
        const kind = result.wentSilent === true ? 'back-off' : (0,retry/* classifyBuildxError */.bw)(result.stderr);
        const tries = (0,retry/* buildxTries */.E4)(kind, result.stderr, around.store?.tookPush === true);
        const made = { attempt, tries, spent: world.clock.now() - failedAt };
        const delay = (0,retry/* nextTry */.F_)(made, kind, world.random());
        const isLast = delay === undefined || delay >= timeLimit(around, Infinity).ms;
        if (isLast || result.timedOut || signal.aborted) {
            return { kind: 'failed', ...findFailure(title, result, limit) };
        }
        world.log.warn(`${title}: the registry or the builder failed; try ${attempt + 1} in ${Math.round(delay / 1000)} s`);
        await world.clock.sleep(delay);
        const digest = await around.there?.();
        if (digest !== undefined)
            return { kind: 'there', digest };
    }
}
/** The shorter of a limit of its own and what is left of the run. */
function timeLimit({ world, over = Infinity }, own) {
    const left = Math.max(over - world.clock.now(), 1);
    return left < own ? { ms: left, ofRun: true } : { ms: own, ofRun: false };
}

;// CONCATENATED MODULE: ./build/commands/build-image.js











/**
 * Builds one image for one platform and puts it into the store by digest. The build context is materialised from git
 * objects; parents and external bases are handed over by digest; a source policy refuses every other image; afterwards
 * the materials must be exactly those that were handed over.
 */
async function buildImage(around, image, inputs, parents, externals) {
    const { world, git, targets, store } = around;
    const { spec } = image;
    const handed = await handOver(inputs, store, parents, externals);
    const scratch = await world.files.scratch(spec.name);
    try {
        const folders = {};
        for (const [index, [name, files]] of [...inputs.files].entries()) {
            const folder = name === '' ? `${scratch.path}/context` : `${scratch.path}/named-${index}`;
            await (0,materialise/* materialise */.f)(git, files, inputs.folders.get(name) ?? [], folder);
            if (name !== '')
                folders[name] = folder;
        }
        const dockerfile = `${scratch.path}/Dockerfile`;
        const text = await git.blobs([image.dockerfileBlob]);
        await world.files.write(dockerfile, text.get(image.dockerfileBlob) ?? '');
        // The listed files are already what the ignore file leaves; one among them must not be applied again.
        await world.files.write(`${dockerfile}.dockerignore`, (0,context_hidden/* ignoreText */.c)(inputs.files.get('') ?? []));
        const policy = `${scratch.path}/policy.json`;
        await world.files.write(policy, sourcePolicy(handed));
        const metadata = `${scratch.path}/metadata.json`;
        const exported = `${scratch.path}/exported`;
        const order = {
            dockerfile,
            context: `${scratch.path}/context`,
            folders,
            ...(spec.target === undefined ? {} : { target: spec.target }),
            platform: inputs.platform,
            args: image.args,
            labels: labelsOf(inputs, handed),
            secrets: givenSecrets(around, image),
            handed,
            repository: targets.staging,
            ...(store.take === undefined ? {} : { layout: exported }),
            cache: `${targets.cache}:${(0,staging/* cacheTag */.z)(spec.name, inputs.platform)}`,
            cacheWrite: around.cacheWrite,
            noCache: inputs.epoch !== null && !(load_arguments/* EPOCH_ARGUMENT */.cH in inputs.args),
            metadata
        };
        const ran = await runBuildx(around, `${spec.name} ${inputs.platform}`, (0,build_arguments/* buildArguments */.fb)(order), (0,build_arguments/* buildEnvironment */.AF)(policy));
        if (ran.kind === 'failed') {
            return failed((0,diagnostics_diagnostic/* errorAt */.Os)(ran.code, { file: spec.dockerfile, ...ran.place }, ran.message, ran.remedy));
        }
        if (store.take === undefined && ran.kind === 'done')
            store.tookPush = true;
        // Whoever tagged it has checked it.
        if (ran.kind === 'there')
            return { kind: 'built', digest: ran.digest };
        const built = checked(image, inputs, handed, (await world.files.read(metadata)) ?? '');
        if (built.kind === 'built')
            await store.take?.(exported);
        return built;
    }
    finally {
        await scratch.dispose();
    }
}
/**
 * The secrets that are there. buildx would pass a variable that is not set as an empty secret; left out, a mount that
 * requires it fails by its name.
 */
function givenSecrets({ world, git }, { spec }) {
    return spec.secrets.flatMap(secret => {
        const { id, env, file } = secret;
        if (file !== undefined)
            return [{ ...secret, file: `${git.root}/${file}` }];
        if (env === undefined || world.environment[env] !== undefined)
            return [secret];
        world.log.warn(`${spec.name}: the secret ${id} is not given to the build, since ${env} is not set`);
        return [];
    });
}
/** Exactly the images that the build may take. */
async function handOver(inputs, store, parents, externals) {
    const own = inputs.parents.map(parent => {
        const digest = parents.get(`${parent.image} ${parent.platform}`);
        if (digest === undefined)
            throw new Error(`Internal error: no digest for parent ${parent.image}`);
        return store.hand(parent.contextName, digest);
    });
    const external = inputs.externals.map(base => {
        const digest = externals.get(`${base.reference} ${inputs.platform}`);
        if (digest === undefined)
            throw new Error(`Internal error: no digest for ${base.reference}`);
        return (0,handover/* handExternal */.$W)(base.contextName, base.reference, digest);
    });
    return [...(await Promise.all(own)), ...external];
}
/** Labels that follow from the inputs; with the base's digest, so that the image itself tells what it stands on. */
function labelsOf(inputs, handed) {
    const name = inputs.labels['org.opencontainers.image.base.name'];
    const base = name === undefined ? undefined : handed.find(each => each.contextName === (0,manifest_reference/* contextNameOf */.Gf)(name));
    if (base === undefined)
        return inputs.labels;
    return { ...inputs.labels, 'org.opencontainers.image.base.digest': (0,handover/* digestIn */.s)(base.reference) };
}
/** The third guard: the materials of the build are exactly the images that were handed over. */
function checked(image, inputs, handed, text) {
    const metadata = readMetadata(text);
    const place = { file: image.spec.dockerfile };
    if (metadata === undefined) {
        const message = `${image.spec.name}: buildx did not tell what the image was built from`;
        return failed((0,diagnostics_diagnostic/* errorAt */.Os)('B003', place, message, 'update buildx and BuildKit: the materials must be in the metadata file'));
    }
    const frontends = new Set(inputs.externals.filter(base => base.frontend).map(base => base.contextName));
    const { foreign, missing } = compareMaterials(metadata.images, handed);
    const lost = missing.filter(reference => handed.some(each => each.reference === reference && !frontends.has(each.contextName)));
    if (foreign.length === 0 && lost.length === 0)
        return { kind: 'built', digest: metadata.digest };
    const found = foreign.length === 0 ? '' : ` was built on ${foreign.join(', ')}, which the plan does not name;`;
    const unused = lost.length === 0 ? '' : ` did not take ${lost.join(', ')}, which the plan hands over;`;
    const message = `${image.spec.name}:${found}${unused} nothing of it is kept`;
    const remedy = 'write the reference in the Dockerfile as the manifest publishes it; run `base-images why` for the edges';
    return failed((0,diagnostics_diagnostic/* errorAt */.Os)('B003', place, message, remedy));
}
function failed(diagnostic) {
    return { kind: 'failed', diagnostics: [diagnostic] };
}

;// CONCATENATED MODULE: ./build/commands/smoke-test.js






/** A smoke test may take this long. */
const TEST_TIMEOUT_MS = 10 * 60 * 1000;
/** Runs an image's smoke test inside BuildKit on exactly the staged digest; empty when it passed or there is none. */
async function smokeTest(around, image, platform, digest) {
    const { test, name, dockerfile } = image.spec;
    if (test === undefined)
        return [];
    const { world } = around;
    const scratch = await world.files.scratch(`test-${name}`);
    try {
        const context = `${scratch.path}/context`;
        const script = test.kind === 'script' ? scriptInput(image, test.path) : undefined;
        if (test.kind === 'script' && script === undefined) {
            const message = `${name}: the smoke test ${test.path} is not tracked as a regular file`;
            return [(0,diagnostics_diagnostic/* errorAt */.Os)('B002', { file: dockerfile }, message, 'add the script to git, or correct `test:`')];
        }
        await (0,materialise/* materialise */.f)(around.git, script === undefined ? [] : [script], [], context);
        const file = `${scratch.path}/Dockerfile`;
        await world.files.write(file, (0,smoke/* smokeDockerfile */.ET)(test));
        await world.files.write(`${file}.dockerignore`, '# nothing is left out\n');
        const handed = await around.store.hand(smoke/* IMAGE_UNDER_TEST */.gR, digest);
        const policy = `${scratch.path}/policy.json`;
        await world.files.write(policy, sourcePolicy([handed]));
        const args = (0,smoke/* smokeArguments */.gc)({ dockerfile: file, context, platform, handed });
        const title = `${name} ${platform} smoke test`;
        around.step?.('smoke test');
        const { buildx, signal, over } = around;
        const quiet = { world, buildx, signal, ...(over === undefined ? {} : { over }) };
        const ran = await runBuildx(quiet, title, args, (0,build_arguments/* buildEnvironment */.AF)(policy), TEST_TIMEOUT_MS);
        if (ran.kind !== 'failed')
            return [];
        const place = { file: test.kind === 'script' ? test.path : dockerfile };
        const code = ran.code === 'B001' ? 'B002' : ran.code;
        const remedy = 'read the log of the test above; the image is not tagged, its children are not built';
        return [(0,diagnostics_diagnostic/* errorAt */.Os)(code, place, ran.message, code === 'B002' ? remedy : ran.remedy)];
    }
    finally {
        await scratch.dispose();
    }
}
/** The script as it is mounted: executable whatever its mode in git, since it is run and not read. */
function scriptInput(image, path) {
    const test = image.test;
    if (typeof test !== 'object' || test === null || !('blob' in test) || typeof test.blob !== 'string') {
        return undefined;
    }
    return { path, contextPath: (0,smoke/* scriptName */.vD)(path), mode: '100755', blob: test.blob };
}

// EXTERNAL MODULE: ./build/diagnostics/shown.js
var diagnostics_shown = __webpack_require__(4846);
// EXTERNAL MODULE: ./build/diagnostics/user-error.js
var user_error = __webpack_require__(2371);
// EXTERNAL MODULE: ./build/freshness/upstream.js
var upstream = __webpack_require__(5135);
;// CONCATENATED MODULE: ./build/commands/triggers.js





/** Opens the view of the registries for one run: what is asked by digest cannot change. */
function openTriggers(registry) {
    const asked = new Map();
    return (base, digest, target) => {
        const platform = base.whole === true ? 'all' : (base.platform ?? target);
        const id = `${base.reference} ${digest} ${platform}`;
        const found = asked.get(id) ?? readTriggers(registry, base.reference, digest, platform);
        asked.set(id, found);
        return found;
    };
}
/** The finding that a base brings triggers along with which the plan was not worked out. */
function unknownTriggers(image, base, target, found) {
    const known = base.from?.triggers ?? [];
    const other = found.find(triggers => JSON.stringify(triggers) !== JSON.stringify(known));
    if (base.from === undefined || other === undefined)
        return undefined;
    const place = { file: image.dockerfile, line: base.from.line };
    const message = other.length === 0
        ? `${image.name} is not built: ${base.reference} has no triggers, and the lock says ${shown(known)}`
        : `${image.name} is not built: ${base.reference} has triggers that the plan does not know, ` +
            `and what they read is in no key: ${shown(other)}`;
    return (0,diagnostics_diagnostic/* errorAt */.Os)('B007', place, message, remedyFor(base, target));
}
/** BuildKit takes the exact platform, or where the index has it not the nearest of its kind. */
async function readTriggers(registry, reference, digest, platform) {
    const parsed = (0,manifest_reference/* parseReference */.F2)(reference);
    if (parsed === undefined)
        throw unreadable(reference, 'it is no image reference');
    const repository = (0,manifest_reference/* repositoryOf */._M)(parsed);
    const top = await manifestAt(registry, repository, reference, digest);
    if (top.kind === 'manifest')
        return [await triggersIn(registry, repository, reference, top)];
    const exact = top.digestFor(platform) === undefined ? undefined : [platform];
    const taken = exact ?? top.platforms.filter(each => platform === 'all' || isOfKind(each, platform));
    return Promise.all(taken.map(async (each) => {
        const below = await manifestAt(registry, repository, reference, top.digestFor(each) ?? digest);
        return triggersIn(registry, repository, reference, below);
    }));
}
async function manifestAt(registry, repository, reference, digest) {
    const found = await registry.manifest(repository, digest);
    const manifest = found && (0,upstream/* readBaseManifest */.F)(found.bytes);
    if (manifest === undefined)
        throw unreadable(reference, `${digest} is no image in its registry`);
    return manifest;
}
async function triggersIn(registry, repository, reference, manifest) {
    const digest = manifest.kind === 'manifest' ? manifest.config : undefined;
    const blob = digest === undefined ? undefined : await registry.blob(repository, digest);
    const config = blob && (0,upstream/* readBaseConfig */.e)(blob);
    if (config === undefined)
        throw unreadable(reference, 'it has no configuration');
    return config.onbuild;
}
function isOfKind(platform, wanted) {
    const kind = wanted.split('/').slice(0, 2).join('/');
    return platform === kind || platform.startsWith(`${kind}/`);
}
function unreadable(reference, why) {
    const message = `whether the base ${reference} has triggers cannot be known: ${why}`;
    return new user_error/* UserError */.y((0,diagnostics_diagnostic/* errorAt */.Os)('W002', { file: '.' }, message, 'correct the FROM, or the entry of the lock'));
}
function remedyFor(base, target) {
    if ((0,manifest_reference/* parseReference */.F2)(base.reference)?.digest !== undefined) {
        return 'name the base by a tag in place of the digest, then run `base-images lock --refresh` and commit the lock';
    }
    if (base.whole !== true && base.platform !== undefined && base.platform !== target) {
        return 'leave --platform out of this FROM, or make an image of this repository from that base';
    }
    return 'run `base-images lock --refresh`, commit the lock and plan again';
}
/** The first triggers, cut where they are long: an upstream may write anything. */
function shown(triggers) {
    const texts = triggers.map(text => `ONBUILD ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`);
    return (0,diagnostics_shown/* someOf */.yU)(texts, 3, '; ');
}

;// CONCATENATED MODULE: ./build/commands/build-one.js









/**
 * Brings one image into staging: adopts what is there by trace key or public, else builds, verifies and adopts what has
 * the same content; tests it; and only then tags it. A tag means built, verified and tested; the first writer wins.
 */
async function buildOne(around, task) {
    const { world, staged, registry, targets } = around;
    const { planned, image, platform } = task;
    const start = world.clock.now();
    const inputs = image.platforms.get(platform);
    const planPlatform = planned.platforms[platform];
    if (inputs === undefined || planPlatform === undefined) {
        throw new Error(`Internal error: ${planned.name} is not planned for ${platform}`);
    }
    const parents = new Map();
    const byName = {};
    for (const parent of inputs.parents) {
        const digest = await staged.digest(parent.image, parent.platform);
        if (digest === undefined)
            return ended('failed', undefined, [noParent(image, parent.image)]);
        parents.set(`${parent.image} ${parent.platform}`, digest);
        byName[parent.image] = digest;
    }
    const trace = (await staged.trace(planned.name, platform)) ?? '';
    const traceName = (0,staging/* traceTag */.Ek)(planned.name, platform, trace);
    const adopted = await registry.head(targets.staging, traceName);
    const there = adopted?.digest ?? (await staged.published(planned.name, platform));
    const brought = there === undefined
        ? await make(around, task, inputs, parents, traceName)
        : { manifest: await stored(around, there), state: 'reused' };
    if (!('manifest' in brought))
        return ended('failed', undefined, brought);
    for (let { manifest, state } = brought;; state = 'reused') {
        const { digest } = manifest.descriptor;
        const testName = image.test === null ? undefined : (0,smoke/* passedTag */.rI)(planned.name, platform, digest, image.test);
        const isTested = testName === undefined || (await registry.head(targets.staging, testName)) !== undefined;
        if (!isTested) {
            const failures = await smokeTest(around, image, platform, digest);
            if (failures.length > 0)
                return ended('failed', undefined, failures);
        }
        const tooLarge = overBudget(image, manifest);
        if (tooLarge !== undefined)
            return ended('failed', undefined, [tooLarge]);
        // The test's record comes first and the key last: whoever finds the key finds everything else.
        if (!isTested)
            await tagAs(around, manifest, testName);
        const first = await claim(around, manifest, traceName, (0,staging/* keyTag */.QR)(planned.name, platform, planPlatform.key));
        if (first === digest) {
            staged.remember(planned.name, platform, digest);
            return ended(state, manifest, []);
        }
        manifest = await stored(around, first);
    }
    function ended(end, finished, diagnostics) {
        return {
            image: planned.name,
            platform,
            state: end,
            ...(finished && { digest: finished.descriptor.digest, size: (0,contents/* compressedSize */.n3)(finished) }),
            parents: byName,
            milliseconds: world.clock.now() - start,
            diagnostics
        };
    }
}
/** Builds an image, and adopts what has the same content; findings when it cannot be built. */
async function make(around, task, inputs, parents, traceName) {
    const { image, platform } = task;
    const externals = new Map();
    for (const base of inputs.externals) {
        externals.set(`${base.reference} ${platform}`, await around.external(base, image.spec.dockerfile));
    }
    const unplanned = await triggersUnplanned(around, image, inputs, externals);
    if (unplanned.length > 0)
        return unplanned;
    const there = () => stagedMeanwhile(around, traceName);
    const built = await buildImage({ ...around, there }, image, inputs, parents, externals);
    if (built.kind === 'failed')
        return built.diagnostics;
    const manifest = await stored(around, built.digest);
    const same = await adoptContent(around, task, manifest);
    return same === undefined
        ? { manifest, state: 'built' }
        : { manifest: await stored(around, same), state: 'reused' };
}
/** What staging has under a tag when a build is to be tried again; nothing when staging itself is what fails. */
async function stagedMeanwhile(around, tag) {
    try {
        return (await around.registry.head(around.targets.staging, tag))?.digest;
    }
    catch (error) {
        if (error instanceof registry_error/* RegistryError */.g)
            return undefined;
        throw error;
    }
}
/** External bases whose triggers would run and read files that no key holds. */
async function triggersUnplanned(around, { spec }, { platform, externals }, digests) {
    const begun = externals.filter(base => base.from !== undefined);
    const found = await Promise.all(begun.map(async (base) => {
        const digest = digests.get(`${base.reference} ${platform}`) ?? '';
        return unknownTriggers(spec, base, platform, await around.triggers(base, digest, platform));
    }));
    return found.filter(each => each !== undefined);
}
/** The finding that the compressed image is larger than the manifest allows. */
function overBudget({ spec }, manifest) {
    const { name, sizeBudget, dockerfile } = spec;
    const size = (0,contents/* compressedSize */.n3)(manifest);
    if (sizeBudget === undefined || size <= sizeBudget)
        return undefined;
    const message = `${name} has ${megabytes(size)} compressed, and its size-budget is ${megabytes(sizeBudget)}`;
    const remedy = 'look at what the last change added (`docker history`), or raise `size-budget`; the image is not tagged';
    return (0,diagnostics_diagnostic/* errorAt */.Os)('B004', { file: dockerfile }, message, remedy);
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}
/** The digest in staging that has the same content as what was just built: a rebuild that changed nothing ends here. */
async function adoptContent(around, task, manifest) {
    const { registry, targets } = around;
    const [config] = (0,contents/* blobsOf */.OR)(manifest);
    const bytes = config && (await registry.blob(targets.staging, config.digest));
    if (bytes === undefined)
        return undefined;
    const tag = (0,staging/* contentTag */.mB)(task.planned.name, task.platform, (0,content_id/* contentId */.f)(bytes));
    const there = await registry.head(targets.staging, tag);
    if (there === undefined)
        await tagAs(around, manifest, tag);
    return there?.digest;
}
/**
 * Puts the trace tag and then the key tag on a manifest unless another run was first with the trace, and returns the
 * digest that the trace has then: of two runs that build the same at once, both go on with what one of them wrote.
 */
async function claim(around, manifest, trace, key) {
    const { registry, targets } = around;
    const { digest } = manifest.descriptor;
    const traced = async () => (await registry.head(targets.staging, trace))?.digest;
    const first = await traced();
    if (first !== undefined && first !== digest)
        return first;
    // Between two tries minutes may go by, in which another run may have been first.
    if (first === undefined)
        await tagAs(around, manifest, trace, async () => (await traced()) === undefined);
    const now = await traced();
    if (now !== undefined && now !== digest)
        return now;
    await tagAs(around, manifest, key, async () => (await traced()) === digest);
    // Registries cannot compare and swap: a run that looked at the same moment may have written after us.
    return (await traced()) ?? digest;
}
function tagAs({ registry, targets }, { descriptor, bytes }, tag, again) {
    return registry.putManifest(targets.staging, tag, descriptor.mediaType, bytes, again);
}
/** What staging has under a digest. Throws a RegistryError when somebody has deleted it. */
async function stored({ registry, targets }, digest) {
    const { staging } = targets;
    const manifest = await registry.manifest(staging, digest);
    if (manifest !== undefined)
        return manifest;
    const [host = ''] = staging.split('/', 1);
    const action = { host, repository: staging, doing: `reading ${digest}`, access: 'pull' };
    return Promise.reject(new registry_error/* RegistryError */.g(action, { code: 'LOST', sentence: `${host} has ${digest} no more` }));
}
function noParent(image, parent) {
    return (0,diagnostics_diagnostic/* errorAt */.Os)('B006', { file: image.spec.dockerfile }, `${image.spec.name} is built on ${parent}, which is not in staging with the plan's key`, `build ${parent} first, or plan again with --registry so that it joins the plan`);
}

;// CONCATENATED MODULE: ./build/commands/builders.js


/**
 * How often a builder is looked at while it builds. Twice without an answer and it is lost: a machine may be gone
 * without a word.
 */
const LOOK_EVERY_MS = 20_000;
/**
 * The builders of these names; the one that buildx takes by itself when there are none. Findings when buildx does not know
 * one. A builder that does not answer after a failure, or for long while it builds, is lost: what runs there ends at once.
 * The last one is not given up before a build has used its tries: it may come back.
 */
async function openBuilders(world, buildx, names, signal, lookEveryMs = LOOK_EVERY_MS) {
    if (names.length === 0)
        return [{ name: undefined, buildx, signal, isGone: () => Promise.resolve(false) }];
    const left = new Set(names);
    const states = await Promise.all([...left].map(async (name) => ({ name, state: await buildx.look(name) })));
    const unknown = states.filter(({ state }) => state === 'unknown').map(({ name }) => unknownBuilder(name));
    return unknown.length > 0 ? { unknown } : states.map(open);
    function open({ name, state }) {
        const lost = new AbortController();
        // buildx starts a builder that does not run yet, and may have to pull it first.
        let hasRun = state === 'running';
        const isSilent = async () => (await buildx.look(name)) !== 'running';
        const giveUp = () => {
            if (signal.aborted || left.size === 1 || !left.delete(name))
                return;
            world.log.warn(`builder ${name} does not answer any more: its images go to the others`);
            lost.abort();
        };
        const isGone = async () => {
            if (lost.signal.aborted)
                return true;
            const gone = await isSilent();
            if (gone)
                giveUp();
            return gone;
        };
        const watch = () => {
            let misses = 0;
            return setInterval(() => {
                const count = (silent) => {
                    hasRun ||= !silent;
                    misses = silent && hasRun ? misses + 1 : 0;
                    if (misses >= 2)
                        giveUp();
                };
                // A machine that can start no process says nothing about the builder.
                void isSilent().then(count, () => undefined);
            }, lookEveryMs);
        };
        return {
            name: names.length > 1 ? name : undefined,
            signal: AbortSignal.any([signal, lost.signal]),
            isGone,
            buildx: {
                ...buildx,
                build: async (args, options) => {
                    const environment = { ...options.environment, BUILDX_BUILDER: name };
                    const timer = watch();
                    try {
                        const result = await buildx.build(args, { ...options, environment });
                        // What would be tried again is not tried on a builder that is gone.
                        if (result.code !== 0 && (0,retry/* classifyBuildxError */.bw)(result.stderr) !== 'final')
                            await isGone();
                        return result;
                    }
                    finally {
                        clearInterval(timer);
                    }
                }
            }
        };
    }
}
function unknownBuilder(name) {
    const remedy = 'look at `docker buildx ls`, or make it with `docker buildx create`; nothing was built';
    const message = `--builder ${JSON.stringify(name)}: buildx has no builder of this name`;
    return (0,diagnostics_diagnostic/* errorAt */.Os)('E004', diagnostics_diagnostic/* COMMAND_LINE */.rD, message, remedy);
}

;// CONCATENATED MODULE: ./build/commands/build-tasks.js


/**
 * What a run has to do, by `image platform`: the images that a plan works on, or those that are named, whatever the plan
 * does with them: what staging lacks of its commit may be built under its keys too. On the wanted platforms.
 */
function tasksOf(request, plan, images) {
    const tasks = new Map();
    const wanted = request.images === undefined ? undefined : new Set(request.images);
    const wantsPlatform = (platform) => request.platform === undefined ? (0,platforms/* isTaken */.Ck)(plan, platform) : request.platform === platform;
    for (const planned of plan.images) {
        const image = images.get(planned.name);
        const isWanted = wanted?.has(planned.name) ?? (0,actions/* isWork */.c)(planned);
        if (image === undefined || !isWanted)
            continue;
        for (const platform of image.platforms.keys()) {
            if (!wantsPlatform(platform))
                continue;
            tasks.set(`${planned.name} ${platform}`, { planned, image, platform });
        }
    }
    if (request.platform !== undefined || plan.platforms !== undefined) {
        addCrossing(tasks, plan, images, wantsPlatform);
    }
    return tasks;
}
/**
 * Adds what the images of a row, or of a run for some platforms, take on another platform and no earlier level brings:
 * with one job for each platform nobody else would have built it before.
 */
function addCrossing(tasks, plan, images, wantsPlatform) {
    const planned = new Map(plan.images.map(image => [image.name, image]));
    const level = (name, platform) => plan.levels.findIndex(rows => rows.some(row => row.platform === platform && row.images.includes(name)));
    const open = [...tasks.values()];
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
        const own = level(task.planned.name, task.platform);
        for (const parent of task.image.platforms.get(task.platform)?.parents ?? []) {
            const id = `${parent.image} ${parent.platform}`;
            const image = images.get(parent.image);
            const above = planned.get(parent.image);
            const there = level(parent.image, parent.platform);
            const isSame = parent.platform === task.platform && wantsPlatform(parent.platform);
            const isBrought = isSame || (there >= 0 && there < own);
            if (isBrought || tasks.has(id) || image === undefined || above === undefined || !(0,actions/* isWork */.c)(above))
                continue;
            const added = { planned: above, image, platform: parent.platform };
            tasks.set(id, added);
            open.push(added);
        }
    }
}
/** The ids of the tasks that a task waits for. */
function needsOf(task) {
    if (task === undefined)
        return [];
    const parents = task.image.platforms.get(task.platform)?.parents ?? [];
    const needs = task.planned.needs.map(name => `${name} ${task.platform}`);
    return [...parents.map(parent => `${parent.image} ${parent.platform}`), ...needs];
}

// EXTERNAL MODULE: ./build/commands/external.js
var external = __webpack_require__(9528);
// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var commands_opened = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/commands/published.js
var published = __webpack_require__(3025);
// EXTERNAL MODULE: ./build/commands/staged.js
var staged = __webpack_require__(4077);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/keys/canonical.js
var canonical = __webpack_require__(8335);
// EXTERNAL MODULE: ./build/io/thrown.js
var thrown = __webpack_require__(1643);
;// CONCATENATED MODULE: ./build/io/layout.js





const DIGEST = /^sha256:[0-9a-f]{64}$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** Opens a layout in a folder, which does not have to exist yet. */
function openLayout(folder) {
    const tags = (0,external_node_path_.join)(folder, 'tags');
    const blobPath = (digest) => (0,external_node_path_.join)(folder, 'blobs', 'sha256', digest.slice('sha256:'.length));
    const blob = async (digest) => {
        if (!DIGEST.test(digest))
            return undefined;
        const bytes = await readOrMissing(blobPath(digest));
        if (bytes === undefined)
            return undefined;
        if ((0,canonical/* digestOf */.ol)(bytes) !== digest)
            throw new Error(`${folder} has other bytes under ${digest}`);
        return bytes;
    };
    const manifest = async (digest) => {
        const bytes = await blob(digest);
        if (bytes === undefined)
            return undefined;
        const { mediaType } = partsOf(bytes);
        return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
    };
    return {
        folder,
        blob,
        manifest,
        tagged: async (tag) => {
            if (!TAG.test(tag))
                return undefined;
            const bytes = await readOrMissing((0,external_node_path_.join)(tags, tag));
            return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
        },
        isWhole: async (digest) => {
            const bytes = await blob(digest);
            if (bytes === undefined)
                return false;
            const there = await Promise.all(partsOf(bytes).digests.map(each => exists(blobPath(each))));
            return there.every(each => each);
        },
        tag: async (tag, digest) => {
            if (!TAG.test(tag))
                throw new Error(`${JSON.stringify(tag)} is no tag`);
            await (0,promises_.mkdir)(tags, { recursive: true });
            const temporary = (0,external_node_path_.join)(tags, `.${tag}.${process.pid}`);
            await (0,promises_.writeFile)(temporary, digest);
            await (0,promises_.rename)(temporary, (0,external_node_path_.join)(tags, tag));
        },
        take: async (exported) => {
            const blobs = (0,external_node_path_.join)(exported, 'blobs', 'sha256');
            await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'blobs', 'sha256'), { recursive: true });
            for (const name of await (0,promises_.readdir)(blobs))
                await moveInto((0,external_node_path_.join)(blobs, name), blobPath(`sha256:${name}`));
            for (const name of ['oci-layout', 'index.json']) {
                await moveInto((0,external_node_path_.join)(exported, name), (0,external_node_path_.join)(folder, name));
            }
        }
    };
}
/** Moves a file to a place that holds the same when it is taken already; whole or not at all, from another disk too. */
async function moveInto(from, to) {
    if (await exists(to))
        return;
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (error) {
        if ((0,thrown/* codeOf */.$N)(error) !== 'EXDEV')
            throw error;
        const temporary = `${to}.${process.pid}.${(0,external_node_crypto_.randomUUID)()}`;
        await (0,promises_.copyFile)(from, temporary);
        await (0,promises_.rename)(temporary, to);
    }
}
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
function partsOf(bytes) {
    const value = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const digests = [value.config, ...(value.layers ?? [])].map(part => part?.digest ?? '');
    return { mediaType: value.mediaType ?? OCI_MANIFEST, digests };
}
async function readOrMissing(path) {
    try {
        return await (0,promises_.readFile)(path);
    }
    catch (error) {
        if ((0,thrown/* codeOf */.$N)(error) === 'ENOENT')
            return undefined;
        throw error;
    }
}
async function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

// EXTERNAL MODULE: ./build/commands/lending.js
var lending = __webpack_require__(56);
// EXTERNAL MODULE: ./build/commands/put-back.js
var put_back = __webpack_require__(6256);
// EXTERNAL MODULE: ./build/commands/readable.js
var readable = __webpack_require__(535);
;// CONCATENATED MODULE: ./build/commands/store.js






/** The staging repository, or, where nothing may be written, a folder in front of it. */
async function storeFor(world, staging, folder) {
    const registry = await world.registry();
    return folder === undefined
        ? stagingStore(registry, staging)
        : folderStore((0,readable/* readingWhatItMay */.j)(registry, world.log), staging, openLayout(folder));
}
function stagingStore(registry, staging) {
    return {
        registry,
        putBack: (build, tags) => (0,put_back/* putBack */.p)(registry, staging, build, tags),
        hand: (name, digest) => Promise.resolve((0,handover/* handParent */.a4)(name, staging, digest))
    };
}
/**
 * Builds lie in an OCI layout; what is not there is looked up in staging, or where it is public, and handed over from
 * there. Nothing is written to any registry: writing anything but a tag of a build is an error.
 */
function folderStore(registry, staging, layout) {
    const refuse = () => Promise.reject(new Error('Internal error: this run writes to no registry'));
    const lent = (0,lending/* lending */.u)(registry, staging);
    return {
        take: layout.take,
        putBack: lent.putBack,
        hand: async (name, digest) => (await layout.isWhole(digest))
            ? (0,handover/* handLayout */.Yy)(name, layout.folder, digest)
            : (0,handover/* handParent */.a4)(name, lent.repositoryOf(digest), digest),
        registry: {
            ...lent.registry,
            head: async (repository, reference) => {
                if (repository !== staging)
                    return registry.head(repository, reference);
                const digest = (await layout.tagged(reference)) ?? reference;
                const found = await layout.manifest(digest);
                return found?.descriptor ?? lent.registry.head(staging, digest);
            },
            manifest: async (repository, reference) => {
                if (repository !== staging)
                    return registry.manifest(repository, reference);
                const digest = (await layout.tagged(reference)) ?? reference;
                return (await layout.manifest(digest)) ?? lent.registry.manifest(staging, digest);
            },
            blob: async (repository, digest) => {
                const found = repository === staging ? await layout.blob(digest) : undefined;
                return found ?? lent.registry.blob(repository, digest);
            },
            // The bytes are in the layout or in a registry already, by digest.
            putManifest: async (repository, tag, _, bytes) => {
                if (repository !== staging)
                    return refuse();
                const digest = (0,canonical/* digestOf */.ol)(bytes);
                await layout.tag(tag, digest);
                return digest;
            },
            putBlob: refuse,
            copyBlob: refuse,
            deleteTag: refuse,
            deleteManifest: refuse
        }
    };
}

;// CONCATENATED MODULE: ./build/commands/tell-lines.js
/** Tells a run in lines of a log: what starts, and how what was tried ended. */
function tellLines(log) {
    const tried = new Set();
    return progress => {
        if (progress.kind === 'started') {
            tried.add(progress.id);
            log.info(`${progress.id}: started${progress.builder === undefined ? '' : ` on ${progress.builder}`}`);
        }
        if (progress.kind === 'ended' && tried.has(progress.id)) {
            const { state, milliseconds } = progress.result;
            log.info(`${progress.id}: ${state} in ${(milliseconds / 1000).toFixed(1)} s`);
        }
    };
}

// EXTERNAL MODULE: ./build/commands/trouble.js
var trouble = __webpack_require__(5944);
// EXTERNAL MODULE: ./build/commands/unknown-image.js
var unknown_image = __webpack_require__(8289);
;// CONCATENATED MODULE: ./build/commands/build.js

















/**
 * Builds what a plan says, parents before children, as much at once as there are slots; failures stay with their
 * descendants. The images of a builder that goes away are built on those that are left.
 */
async function build(unlimited, request) {
    const { world, over, isOver } = limitedBy(unlimited, request.timeoutMs);
    const plan = (0,platforms/* onlyPlatforms */.fT)(request.plan, request.platforms ?? request.plan.platforms);
    const strange = [
        ...(0,platforms/* unknownPlatforms */.pj)(plan, request.platforms ?? []),
        ...unknownImages(plan, request.images ?? [])
    ];
    if (strange.length > 0)
        return { kind: 'invalid', diagnostics: strange };
    const opened = await (0,commands_opened/* openPlan */.uD)(world, plan, request.registry, request.snapshot);
    if (!('git' in opened))
        return { kind: 'invalid', diagnostics: opened };
    const { git, snapshot, targets } = opened;
    const tasks = tasksOf(request, plan, snapshot.images);
    if (tasks.size === 0)
        return { kind: 'done', value: [], warnings: [] };
    const store = await storeFor(world, targets.staging, request.folder);
    const { registry } = store;
    const buildx = await world.buildx();
    const { signal } = world;
    const builders = await openBuilders(world, buildx, request.builders ?? [], signal);
    if ('unknown' in builders)
        return { kind: 'invalid', diagnostics: builders.unknown };
    const tell = request.tell ?? tellLines(world.log);
    const around = {
        world,
        git,
        buildx,
        targets,
        store,
        cacheWrite: request.publish && request.folder === undefined,
        signal,
        ...(over === undefined ? {} : { over }),
        registry,
        staged: (0,staged/* openStaged */.X)(registry, targets.staging, plan, snapshot, {
            find: (0,published/* openPublished */.n)(registry, targets, snapshot, world.log),
            putBack: store.putBack
        }),
        external: (0,external/* externalDigests */.H)(registry, plan),
        triggers: openTriggers(await world.registry())
    };
    const worked = new Set(plan.images.filter(actions/* isWork */.c).map(image => image.name));
    const value = await runTasks(request, { tasks, builders, around, worked, isOver, tell });
    return { kind: 'done', value, warnings: [] };
}
/** Runs all tasks on the builders; the results are in the order of the tasks. */
async function runTasks({ pace, jobs }, { tasks, builders, around, worked, isOver, tell }) {
    const { world, signal } = around;
    const needs = (id) => needsOf(tasks.get(id));
    const results = new Map();
    /** What the last try of an image came to when its builder went away. */
    const losses = new Map();
    tell({
        kind: 'planned',
        tasks: [...tasks].map(([id, { planned, platform }]) => ({
            id,
            image: planned.name,
            platform,
            needs: needs(id)
        }))
    });
    await runSchedule({
        tasks: [...tasks.keys()],
        needs,
        seconds: id => secondsOf(pace, tasks.get(id)),
        places: builders,
        slots: jobs ?? world.parallelism,
        run: async (id, builder) => {
            tell({ kind: 'started', id, builder: builder.name });
            const step = (words) => tell({ kind: 'step', id, step: words });
            const here = { ...around, buildx: builder.buildx, signal: builder.signal, step };
            const result = await attempt(here, tasks.get(id), worked, isOver);
            // A machine that can start no process says nothing about the builder.
            const isGone = () => builder.isGone().catch(() => false);
            const isLost = !(0,build_results/* isDone */.$)(result) && !signal.aborted && !isOver() && (await isGone());
            if (isLost) {
                losses.set(id, result);
                tell({ kind: 'waits', id });
            }
            return { result, isLost };
        },
        succeeded: ({ result }) => (0,build_results/* isDone */.$)(result),
        lost: ({ isLost }) => isLost,
        cancelled: () => signal.aborted || isOver(),
        ended: (id, end) => {
            const isCut = end.kind === 'blocked' && results.get(end.by)?.state === 'cancelled';
            const how = isCut ? { kind: 'cancelled' } : end;
            const task = tasks.get(id);
            const isLate = how.kind === 'cancelled' && !signal.aborted;
            const result = isLate ? tooLate(task, losses.has(id)) : resultOf(task, how, losses.get(id));
            results.set(id, result);
            tell({ kind: 'ended', id, result });
        }
    });
    return [...tasks.keys()].flatMap(id => results.get(id) ?? []);
}
function unknownImages(plan, named) {
    const known = new Set(plan.images.map(image => image.name));
    return named.filter(name => !known.has(name)).map(name => (0,unknown_image/* unknownImage */.S)(name, known));
}
/** The world of a run with a time limit: nothing waits for a registry beyond it. */
function limitedBy(world, timeoutMs) {
    if (timeoutMs === undefined)
        return { world, isOver: () => false };
    const over = world.clock.now() + timeoutMs;
    const { over: signal, ...waiting } = world.limited(timeoutMs);
    return { world: { ...world, ...waiting }, over, isOver: () => signal.aborted || world.clock.now() >= over };
}
function resultOf(task, end, loss) {
    if (end.kind === 'ended')
        return end.value.result;
    if (end.kind === 'blocked')
        return blocked(task, end.by.split(' ')[0] ?? '');
    return end.kind === 'stranded' ? stranded(task, loss) : unstarted(task, 'cancelled');
}
function secondsOf(pace, { planned, platform }) {
    return pace?.past?.(planned.name, platform) ?? pace?.usual ?? 1;
}
/**
 * One image; what goes wrong around it is its failure and nobody else's. `worked` are the images that the plan works
 * on.
 */
async function attempt(around, task, worked, isOver) {
    const start = around.world.clock.now();
    try {
        const missing = await failedParent(around, task, worked);
        if (missing !== undefined)
            return blocked(task, missing);
        const result = await buildOne(around, task);
        // What buildx says when it is ended is no finding.
        const isCut = around.signal.aborted && result.state === 'failed';
        return isCut ? { ...result, state: 'cancelled', diagnostics: [] } : result;
    }
    catch (error) {
        if ((0,trouble/* isCancellation */.iB)(error, around.world.signal))
            return unstarted(task, 'cancelled');
        const { spec } = task.image;
        // Whoever reports a fault of ours needs to see where it was.
        if (!(0,trouble/* isTrouble */.KM)(error) && !(0,trouble/* isCutShort */.zy)(error) && error instanceof Error)
            around.world.log.error(error.stack ?? error.message);
        const diagnostics = [
            isOver() && (0,trouble/* isCutShort */.zy)(error) ? endedLate(task, error) : (0,trouble/* anyTroubleOf */.$T)(error, spec.name, spec.dockerfile)
        ];
        return { ...unstarted(task, 'failed'), milliseconds: around.world.clock.now() - start, diagnostics };
    }
}
/**
 * The first parent that the plan works on and that is not in staging: the job that should have brought it has failed. That
 * a parent is missing which the plan does nothing about is no job's failure, and told as B006.
 */
async function failedParent({ staged }, { image, platform }, worked) {
    for (const parent of image.platforms.get(platform)?.parents ?? []) {
        if (!worked.has(parent.image))
            continue;
        if ((await staged.digest(parent.image, parent.platform)) === undefined)
            return parent.image;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
;// CONCATENATED MODULE: ./build/commands/own-durations.js

/** What builds of this clone took in earlier runs; empty where that is not known. It only decides what goes first. */
async function ownDurations(world) {
    const path = await pathOf(world);
    const text = path && (await world.files.read(path).catch(() => undefined));
    const durations = parseDurations(text ?? '');
    return typeof durations === 'string' ? new Map() : durations;
}
/** Adds what a run built; that this fails, as on a clone that may only be read, costs time and nothing else. */
async function keepDurations(world, before, plan, results) {
    const path = await pathOf(world);
    const added = durationsOf(results);
    if (path === undefined || added.size === 0)
        return;
    await world.files.write(path, renderDurations(joinDurations(before, added, plan))).catch(() => undefined);
}
async function pathOf(world) {
    const git = await world.git();
    return git && `${git.ownFolder}/durations.json`;
}

// EXTERNAL MODULE: ./build/commands/plan.js + 15 modules
var commands_plan = __webpack_require__(8109);
// EXTERNAL MODULE: ./build/plan/rows.js + 9 modules
var rows = __webpack_require__(4172);
// EXTERNAL MODULE: ./build/report/text.js
var report_text = __webpack_require__(3920);
// EXTERNAL MODULE: ./build/plan/run-keys.js
var run_keys = __webpack_require__(5412);
;// CONCATENATED MODULE: ./build/cli/kept-plan.js



/** How many plans a clone keeps: enough for every build that is still to be released. */
const MOST_KEPT = 20;
/**
 * Keeps a plan that was made for one build and has keys of its own run: no other plan finds what is built under them.
 * Under a name of its own, since a clone and its worktrees may build side by side, and nobody must release what another
 * one built. Returns its path from the folder the command was started in; undefined where nothing is kept, since every
 * plan finds it, since what is not committed is not released, or since the clone may only be read.
 */
async function keepRunPlan(world, plan) {
    if (plan.head.dirty || !plan.images.some(run_keys/* isOfRun */.N))
        return undefined;
    const git = await world.git();
    if (git === undefined)
        return undefined;
    const text = JSON.stringify(plan);
    const folder = `${git.ownFolder}/plans`;
    const path = `${folder}/${(0,canonical/* sha256 */.sc)(text).slice(0, 12)}.json`;
    try {
        await world.files.write(path, text);
        await world.files.keepNewest(folder, MOST_KEPT);
    }
    catch {
        return undefined;
    }
    return external_node_path_.posix.relative(world.folder, path);
}

// EXTERNAL MODULE: ./build/diagnostics/escape.js
var diagnostics_escape = __webpack_require__(5056);
// EXTERNAL MODULE: ./build/report/amounts.js
var amounts = __webpack_require__(1242);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(4632);
// EXTERNAL MODULE: ./build/report/lines.js
var lines = __webpack_require__(6812);
// EXTERNAL MODULE: ./build/report/paint.js
var paint = __webpack_require__(8495);
// EXTERNAL MODULE: ./build/report/table.js
var table = __webpack_require__(1799);
;// CONCATENATED MODULE: ./build/report/live.js








/** The state of a run after something was told of it; `now` is in milliseconds since the epoch. */
function afterProgress(live, progress, now) {
    if (progress.kind === 'planned') {
        return new Map(progress.tasks.map(task => [task.id, { ...task, since: now }]));
    }
    const before = live.get(progress.id);
    return before === undefined ? live : new Map(live).set(before.id, changed(before, progress, now));
}
function changed(before, progress, now) {
    const { id, image, platform, needs } = before;
    const task = { id, image, platform, needs, since: now };
    if (progress.kind === 'started')
        return { ...task, running: { builder: progress.builder, step: '' } };
    if (progress.kind === 'ended')
        return { ...task, result: progress.result };
    if (progress.kind === 'waits' || before.running === undefined)
        return task;
    return { ...before, running: { ...before.running, step: progress.step } };
}
/** The titles, the counts, and the line in which the cursor stands. */
const OTHER_LINES = 3;
/** A step of which less can be shown tells nothing. */
const SHORTEST_STEP = 8;
/**
 * A run as the lines of a table, no wider than the view and at least one line lower. Where not all images find room, those
 * that run, that failed and that ended last are shown before those that wait; the last line counts all of them.
 */
function renderLive(live, view) {
    const shown = mostTelling([...live.values()], view.rows - OTHER_LINES);
    const table = shown.length === 0 ? [] : tableOf(shown, live, view);
    return [...table, (0,diagnostics_shown/* cut */.Jj)(countsOf(live, view), view.columns)];
}
/** As many as there is room for, in the order of the plan. */
function mostTelling(tasks, room) {
    if (tasks.length <= room)
        return tasks;
    const rank = ({ running, result }) => {
        if (running !== undefined)
            return 0;
        return result === undefined ? 3 : result.state === 'failed' ? 1 : 2;
    };
    const byRank = [...tasks].sort((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? b.since - a.since : 0));
    const chosen = new Set(byRank.slice(0, Math.max(0, room)));
    return tasks.filter(task => chosen.has(task));
}
function tableOf(shown, live, view) {
    const hasPlatforms = new Set([...live.values()].map(task => task.platform)).size > 1;
    const all = [
        { title: 'image', textOf: task => task.image },
        ...(hasPlatforms ? [{ title: 'platform', textOf: (task) => task.platform }] : []),
        { title: 'state', textOf: task => stateOf(task, live, view.now), colourOf },
        { title: 'step', textOf: task => task.running?.step ?? '', colourOf: () => 'grey' }
    ];
    let room = view.columns;
    const cells = all.flatMap(column => {
        const texts = shown.map(task => (0,diagnostics_escape/* visible */.RK)(column.textOf(task)));
        const width = Math.min(room, Math.max(column.title.length, ...texts.map(text => [...text].length)));
        room = Math.max(0, room - width - 2);
        if (width < (column.title === 'step' ? SHORTEST_STEP : 1))
            return [];
        return [{ column, title: (0,diagnostics_shown/* cut */.Jj)(column.title, width), texts: texts.map(text => (0,diagnostics_shown/* cut */.Jj)(text, width)) }];
    });
    return (0,table/* terminalTable */.R)(cells, shown.map((_, row) => cells.map(({ texts }) => texts[row] ?? '')), (text, at, row) => {
        const task = shown[row];
        const colour = task && cells[at]?.column.colourOf?.(task);
        return colour === undefined ? text : (0,paint/* paint */.n)(text, colour, view);
    }).split('\n');
}
function stateOf(task, live, now) {
    const { result, running } = task;
    if (result !== undefined) {
        const words = (0,lines/* stateWords */.Xu)(result);
        return result.milliseconds === 0 ? words : `${words} in ${(0,amounts/* humanTime */.zK)(result.milliseconds)}`;
    }
    if (running !== undefined) {
        const place = running.builder === undefined ? '' : ` on ${running.builder}`;
        return `building ${(0,amounts/* humanTime */.zK)(now - task.since)}${place}`;
    }
    const needed = task.needs
        .map(need => live.get(need))
        .find(need => need !== undefined && (need.result === undefined || !(0,build_results/* isDone */.$)(need.result)));
    return `waits for ${needed?.image ?? 'its turn'}`;
}
function colourOf({ result, running }) {
    return result === undefined ? (running === undefined ? 'grey' : 'yellow') : paint/* STATE_COLOURS */.O[result.state];
}
function countsOf(live, view) {
    const tasks = [...live.values()];
    const results = tasks.flatMap(task => task.result ?? []);
    const running = tasks.filter(task => task.running !== undefined).length;
    const waiting = tasks.length - results.length - running;
    const parts = [
        `${results.length} of ${tasks.length} ended`,
        ...(results.length === 0 ? [] : [(0,headline/* resultsHeadline */.D1)(results)]),
        ...(running === 0 ? [] : [`${running} building`]),
        ...(waiting === 0 ? [] : [`${waiting} waiting`]),
        (0,amounts/* humanTime */.zK)(view.now - view.begun)
    ];
    return `${parts.join(', ')}${view.cancelled ? '; cancelled, ends what runs' : ''}`;
}

;// CONCATENATED MODULE: ./build/cli/live.js

/** Often enough for a time in tenths of seconds, seldom enough to cost nothing. */
const REDRAW_MS = 200;
/** Shows a run as a table that redraws in place; `close` takes it away. */
function showLive(screen, clock, style) {
    const begun = clock.now();
    let live = new Map();
    const draw = () => {
        const [columns, rows] = [screen.columns(), screen.rows()];
        const { colour, signal } = style;
        screen.draw(renderLive(live, { columns, rows, colour, now: clock.now(), begun, cancelled: signal.aborted }));
    };
    const timer = setInterval(() => {
        if (live.size > 0)
            draw();
    }, REDRAW_MS);
    return {
        tell: progress => {
            live = afterProgress(live, progress, clock.now());
        },
        close: () => {
            clearInterval(timer);
            screen.draw([]);
        }
    };
}

// EXTERNAL MODULE: ./build/cli/plan.js + 1 modules
var cli_plan = __webpack_require__(2567);
// EXTERNAL MODULE: ./build/plan/rows-estimate.js
var rows_estimate = __webpack_require__(7332);
;// CONCATENATED MODULE: ./build/plan/parse.js



const COMMIT = /^[0-9a-f]{40,64}$/;
const KEY = /^[0-9a-f]{64}$/;
const ACTIONS = new Set(['build', 'test', 'retag', 'reuse', 'none']);
/**
 * Reads a plan that an earlier step wrote: checks everything that later becomes a name, a tag or an argument. Returns the
 * plan, or a sentence about what is wrong.
 */
function parsePlan(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return 'it is no JSON';
    }
    if (!(0,json/* isObject */.Gv)(value))
        return 'it is no JSON object';
    if (value['version'] !== 1)
        return `it has version ${JSON.stringify(value['version'])}, expected 1`;
    const head = value['head'];
    if (!(0,json/* isObject */.Gv)(head) || !matches(COMMIT, head['commit']) || !matches(COMMIT, head['tree'])) {
        return '`head` names no commit';
    }
    if (typeof head['time'] !== 'number' || typeof head['dirty'] !== 'boolean')
        return '`head` is not complete';
    if (typeof value['manifest'] !== 'string')
        return '`manifest` is no path';
    if (!(0,json/* isObject */.Gv)(value['base']) || !(0,json/* isObject */.Gv)(value['pins']))
        return '`base` or `pins` is missing';
    const { simulation = [] } = value;
    if (!Array.isArray(simulation) || !simulation.every(each => typeof each === 'string')) {
        return '`simulation` is no list of texts';
    }
    const { platforms = [] } = value;
    if (!Array.isArray(platforms) || !platforms.every(each => matches(names/* PLATFORM_NAME */.i2, each))) {
        return '`platforms` is no list of platforms';
    }
    if (!Array.isArray(value['images']) || !value['images'].every(isImage))
        return '`images` is not complete';
    if (!Array.isArray(value['levels']) || !value['levels'].every(isLevel))
        return '`levels` is not complete';
    if (value['estimate'] !== undefined && !(0,rows_estimate/* isEstimate */.Bh)(value['estimate']))
        return '`estimate` is not complete';
    return value;
}
function isImage(value) {
    return ((0,json/* isObject */.Gv)(value) &&
        matches(names/* IMAGE_NAME */.yc, value['name']) &&
        typeof value['action'] === 'string' &&
        ACTIONS.has(value['action']) &&
        (0,json/* isObject */.Gv)(value['platforms']) &&
        Object.values(value['platforms']).every(platform => (0,json/* isObject */.Gv)(platform) && matches(KEY, platform['key']) && isBytes(platform['bytes'])) &&
        ['parents', 'children', 'needs'].every(key => isNames(value[key])) &&
        Array.isArray(value['reasons']));
}
function isLevel(value) {
    return (Array.isArray(value) &&
        value.every(row => (0,json/* isObject */.Gv)(row) &&
            isNames(row['images']) &&
            typeof row['platform'] === 'string' &&
            isBytes(row['bytes'])));
}
function isBytes(value) {
    return value === undefined || (Number.isSafeInteger(value) && value >= 0);
}
function isNames(value) {
    return Array.isArray(value) && value.every(name => matches(names/* IMAGE_NAME */.yc, name));
}
function matches(pattern, value) {
    return typeof value === 'string' && pattern.test(value);
}

;// CONCATENATED MODULE: ./build/cli/read-plan.js


/** Reads a plan from a file that `plan --format json` wrote. */
async function readPlan(world, path) {
    const text = await world.files.read(path.startsWith('/') ? path : `${world.folder}/${path}`);
    const parsed = text === undefined ? 'there is no such file' : parsePlan(text);
    if (typeof parsed !== 'string')
        return { kind: 'done', value: parsed, warnings: [] };
    const remedy = 'write it again with `base-images plan --format json`';
    return {
        kind: 'invalid',
        diagnostics: [(0,diagnostics_diagnostic/* errorAt */.Os)('E005', { file: path }, `no plan can be read here: ${parsed}`, remedy)]
    };
}

;// CONCATENATED MODULE: ./build/cli/build.js














/** `base-images build`. */
async function buildFace({ world, options, given, terminal, tell }) {
    // It starts beside the plan, which takes as long. What is wrong with it is told when there is something to build.
    world.buildx().catch(() => undefined);
    const begun = world.clock.now();
    const planned = await plannedInTime(world, options);
    if (planned.kind !== 'done') {
        tell(planned.diagnostics);
        return planned.kind === 'late' ? commands_outcome/* EXIT */.d.failed : commands_outcome/* EXIT */.d.invalid;
    }
    if (planned.warnings.length > 0)
        tell(planned.warnings);
    const earlier = await ownDurations(world);
    const pace = paceOf(earlier);
    const { screen, errColour: colour } = terminal;
    const live = screen === undefined ? undefined : showLive(screen, world.clock, { colour, signal: world.signal });
    const outcome = await build(world, {
        ...planned.value,
        registry: options.registry ?? commands_opened/* OWN_REGISTRY */.fy,
        ...pickedOf(options, planned.value.plan),
        ...(options.platforms === undefined ? {} : { platforms: options.platforms }),
        ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
        ...(options.timeoutMs === undefined
            ? {}
            : { timeoutMs: Math.max(options.timeoutMs - (world.clock.now() - begun), 1) }),
        builders: options.builders,
        ...(pace === undefined ? {} : { pace }),
        publish: true,
        ...(live === undefined ? {} : { tell: live.tell })
    }).finally(() => live?.close());
    if (outcome.kind === 'invalid') {
        tell(outcome.diagnostics);
        return commands_outcome/* EXIT */.d.invalid;
    }
    const results = outcome.value;
    await keepDurations(world, earlier, planned.value.plan, results);
    const kept = options.plan === undefined ? await keepRunPlan(world, planned.value.plan) : undefined;
    const goesOn = kept === undefined ? given : nextOf(given, kept);
    tell(results.flatMap(result => result.diagnostics));
    terminal.out(options.format === 'json'
        ? `${JSON.stringify({ results, ...(kept === undefined ? {} : { plan: kept }) }, undefined, 2)}\n`
        : (0,report_text/* renderResultsText */.Qe)(results, { plan: planned.value.plan, colour: terminal.colour, given, goesOn }));
    return (0,commands_outcome/* exitOfBuild */.O)(results);
}
/** As {@link plannedOrRead}, unless the time of the run is over while a registry is asked. */
async function plannedInTime(world, options) {
    if (options.timeoutMs === undefined)
        return plannedOrRead(world, options);
    const { over, ...waiting } = world.limited(options.timeoutMs);
    try {
        return await plannedOrRead({ ...world, ...waiting }, options);
    }
    catch (error) {
        if (!over.aborted || !(0,trouble/* isCutShort */.zy)(error))
            throw error;
        const message = `the time of this run is over; the last was: ${error.message}`;
        const remedy = 'run again when that answers, or give the run more time (`--timeout`)';
        return { kind: 'late', diagnostics: [(0,diagnostics_diagnostic/* errorAt */.Os)('W007', diagnostics_diagnostic/* COMMAND_LINE */.rD, message, remedy)] };
    }
}
/** The images of a plan that was read which are picked: those that are named, or every one. */
function pickedOf({ plan, images, all }, read) {
    if (plan === undefined)
        return {};
    if (images.length > 0)
        return { images };
    return all ? { images: read.images.map(image => image.name) } : {};
}
/** What a command that goes on from a kept plan repeats: the plan stands for the commit and the selection. */
function nextOf({ registry, platforms }, plan) {
    return {
        plan,
        ...(registry === undefined ? {} : { registry }),
        ...(platforms === undefined ? {} : { platforms })
    };
}
/** The plan of `--plan`, or a new one that knows what the registry has. */
async function plannedOrRead(world, options) {
    if (options.plan !== undefined) {
        const read = await readPlan(world, options.plan);
        return read.kind === 'invalid' ? read : { ...read, value: { plan: read.value } };
    }
    const request = (0,cli_plan.planRequest)(options);
    const made = await (0,commands_plan/* planWithSides */.A)(world, { ...request, registry: request.registry ?? commands_opened/* OWN_REGISTRY */.fy });
    if (made.kind === 'invalid')
        return made;
    const { plan, sides } = made.value;
    return { ...made, value: { plan: (0,rows/* withRows */.Qx)(plan, sides.head.manifest), snapshot: sides.head } };
}


/***/ }),

/***/ 56:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ lending)
/* harmony export */ });
/* harmony import */ var _release_contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7070);

/** Opens a view of a registry in which public builds can be lent to staging. */
function lending(registry, staging) {
    const tags = new Map();
    const builds = new Map();
    const blobs = new Map();
    const lent = (repository, reference) => repository === staging ? builds.get(tags.get(reference) ?? reference) : undefined;
    return {
        registry: {
            ...registry,
            head: async (repository, reference) => lent(repository, reference)?.manifest.descriptor ?? registry.head(repository, reference),
            manifest: async (repository, reference) => lent(repository, reference)?.manifest ?? registry.manifest(repository, reference),
            blob: (repository, digest) => registry.blob((repository === staging ? blobs.get(digest) : undefined) ?? repository, digest)
        },
        putBack: (build, names) => {
            const { digest } = build.manifest.descriptor;
            builds.set(digest, build);
            for (const name of names)
                tags.set(name, digest);
            for (const blob of (0,_release_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .blobsOf */ .OR)(build.manifest))
                blobs.set(blob.digest, build.repository);
            return Promise.resolve();
        },
        repositoryOf: digest => builds.get(digest)?.repository ?? staging
    };
}


/***/ }),

/***/ 6256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ putBackLost),
/* harmony export */   p: () => (/* binding */ putBack)
/* harmony export */ });
/* harmony import */ var _release_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2251);
/* harmony import */ var _release_publish_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5413);
/* harmony import */ var _lending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56);
/* harmony import */ var _published_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3025);
/* harmony import */ var _staged_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4077);





/**
 * Puts a public build back into staging: blobs, mounted where the registry can, the manifest by its digest, then the
 * tags, in the order in which they are given. A tag that points elsewhere is moved.
 */
async function putBack(registry, staging, { repository, manifest }, tags) {
    const { digest, mediaType } = manifest.descriptor;
    await (0,_release_publish_js__WEBPACK_IMPORTED_MODULE_0__/* .copyBlobs */ .wT)(registry, repository, staging, manifest);
    for (const reference of [digest, ...tags]) {
        if ((await registry.head(staging, reference))?.digest === digest)
            continue;
        await registry.putManifest(staging, reference, mediaType, manifest.bytes);
    }
}
/**
 * Puts back what staging has lost of these images and what is public of them. Returns the registry in which it is there:
 * in a dry run a view of it, since nothing is written; undefined when there was nothing to put back.
 */
async function putBackLost(world, { targets, plan, images, snapshot }, dryRun) {
    const registry = await world.registry();
    const lent = (0,_lending_js__WEBPACK_IMPORTED_MODULE_1__/* .lending */ .u)(registry, targets.staging);
    const put = dryRun
        ? lent.putBack
        : (build, tags) => putBack(registry, targets.staging, build, tags);
    let count = 0;
    const staged = (0,_staged_js__WEBPACK_IMPORTED_MODULE_3__/* .openStaged */ .X)(registry, targets.staging, plan, snapshot, {
        find: (0,_published_js__WEBPACK_IMPORTED_MODULE_2__/* .openPublished */ .n)(registry, targets, snapshot, world.log),
        putBack: async (build, tags) => {
            world.signal.throwIfAborted();
            count += 1;
            await put(build, tags);
        }
    });
    const all = images.flatMap(({ name, platforms }) => Object.keys(platforms).map(platform => [name, platform]));
    await (0,_release_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .H)(_release_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .QUESTIONS_AT_ONCE */ .a, all, ([name, platform]) => staged.digest(name, platform));
    if (count === 0)
        return undefined;
    world.log.info(`${targets.staging} has lost ${String(count)} public builds, which are put back`);
    return dryRun ? lent.registry : registry;
}


/***/ }),

/***/ 5135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readBaseManifest),
/* harmony export */   e: () => (/* binding */ readBaseConfig)
/* harmony export */ });
/* harmony import */ var _dockerfile_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5876);
/* harmony import */ var _keys_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8743);


/** Reads the JSON of an index or manifest (OCI image specification, Docker manifest v2); undefined when it is neither. */
function readBaseManifest(bytes) {
    const value = parsed(bytes);
    if (value === undefined)
        return undefined;
    const manifests = value['manifests'];
    if (Array.isArray(manifests)) {
        const digestFor = (platform) => digestIn(manifests, platform);
        return { kind: 'index', digestFor, platforms: platformsIn(manifests) };
    }
    const config = value['config'];
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(config))
        return undefined;
    const digest = config['digest'];
    return { kind: 'manifest', config: typeof digest === 'string' ? digest : undefined };
}
/** Reads an image configuration; undefined when it is none. Fields: OCI image specification, "config". */
function readBaseConfig(bytes) {
    const value = parsed(bytes);
    if (value === undefined)
        return undefined;
    const config = (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value['config']) ? value['config'] : {};
    return { onbuild: texts(config['OnBuild']), env: texts(config['Env']), platform: platformOf(value) };
}
function platformsIn(manifests) {
    const platforms = manifests.flatMap(each => (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(each) && (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(each['platform']) ? (platformOf(each['platform']) ?? []) : []);
    return [...new Set(platforms)].filter(platform => platform !== 'unknown/unknown');
}
function digestIn(manifests, platform) {
    for (const each of manifests) {
        if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(each) || !(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(each['platform']))
            continue;
        const { digest } = each;
        if (platformOf(each['platform']) === (0,_dockerfile_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .normalisePlatform */ .W)(platform) && typeof digest === 'string')
            return digest;
    }
    return undefined;
}
function platformOf(value) {
    const parts = ['os', 'architecture', 'variant'].map(name => value[name]);
    const [os, architecture, variant] = parts.map(part => (typeof part === 'string' ? part : ''));
    if (os === undefined || os === '' || architecture === undefined || architecture === '')
        return undefined;
    return (0,_dockerfile_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .normalisePlatform */ .W)([os, architecture, ...(variant === '' ? [] : [variant])].join('/'));
}
function parsed(bytes) {
    return (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(new TextDecoder().decode(bytes));
}
function texts(value) {
    return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fN: () => (/* binding */ putReadBack),
/* harmony export */   pC: () => (/* binding */ publishByDigest),
/* harmony export */   wT: () => (/* binding */ copyBlobs)
/* harmony export */ });
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7070);
/* harmony import */ var _parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2251);
/* harmony import */ var _unsettled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2398);



const BLOBS_AT_ONCE = 4;
/** Makes the blobs of a platform manifest exist in another repository: mounted where the registry can, else copied. */
async function copyBlobs(registry, from, to, manifest) {
    await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_1__/* .inParallel */ .H)(BLOBS_AT_ONCE, (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .blobsOf */ .OR)(manifest), blob => registry.copyBlob(from, to, blob));
}
/**
 * Makes an index exist in its public repository by digest only: blobs, then platform manifests, then the index, read
 * back. No tag moves, so nobody sees it yet. Of an index that is there the platform manifests are looked at all the same: a
 * registry takes it only after all it names, but what deletes whatever has no tag leaves an index that nobody can pull.
 */
async function publishByDigest(request, ports, target) {
    const { registry } = ports;
    const { repository } = target.image;
    const { digest } = target.index.descriptor;
    for (const staged of target.staged)
        await publishPlatform(request, ports, repository, staged);
    const isThere = target.tags.some(({ current }) => current?.descriptor.digest === digest);
    if (isThere || (await registry.head(repository, digest)) !== undefined)
        return;
    await putReadBack(ports, repository, digest, target.index);
}
/** Puts a manifest under a tag or digest and reads it back; throws when the registry then has something else. */
async function putReadBack({ registry }, repository, reference, manifest) {
    await registry.putManifest(repository, reference, manifest.descriptor.mediaType, manifest.bytes);
    const found = await registry.head(repository, reference);
    if (found?.digest === manifest.descriptor.digest)
        return;
    throw new _unsettled_js__WEBPACK_IMPORTED_MODULE_2__/* .UnsettledError */ .v(`${repository}: ${reference} was written as ${manifest.descriptor.digest} and is read back as ${found?.digest ?? 'nothing'}`);
}
async function publishPlatform(request, { registry }, repository, { manifest }) {
    const { digest, mediaType } = manifest.descriptor;
    if (repository === request.staging || (await registry.head(repository, digest)) !== undefined)
        return;
    await copyBlobs(registry, request.staging, repository, manifest);
    await registry.putManifest(repository, digest, mediaType, manifest.bytes);
}


/***/ })

};
