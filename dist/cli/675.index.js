export const id = 675;
export const ids = [675,754];
export const modules = {

/***/ 8898:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

const { valid, clean, explain, parse } = __webpack_require__(4818);

const { lt, le, eq, ne, ge, gt, compare, rcompare } = __webpack_require__(2124);

const {
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,
} = __webpack_require__(790);

const { major, minor, patch, inc } = __webpack_require__(8940);

module.exports = {
  // version
  valid,
  clean,
  explain,
  parse,

  // operator
  lt,
  le,
  lte: le,
  eq,
  ne,
  neq: ne,
  ge,
  gte: ge,
  gt,
  compare,
  rcompare,

  // range
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,

  // semantic
  major,
  minor,
  patch,
  inc,
};


/***/ }),

/***/ 2124:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

const { parse } = __webpack_require__(4818);

module.exports = {
  compare,
  rcompare,
  lt,
  le,
  eq,
  ne,
  ge,
  gt,
  '<': lt,
  '<=': le,
  '==': eq,
  '!=': ne,
  '>=': ge,
  '>': gt,
  '===': arbitrary,
};

function lt(version, other) {
  return compare(version, other) < 0;
}

function le(version, other) {
  return compare(version, other) <= 0;
}

function eq(version, other) {
  return compare(version, other) === 0;
}

function ne(version, other) {
  return compare(version, other) !== 0;
}

function ge(version, other) {
  return compare(version, other) >= 0;
}

function gt(version, other) {
  return compare(version, other) > 0;
}

function arbitrary(version, other) {
  return version.toLowerCase() === other.toLowerCase();
}

function compare(version, other) {
  const parsedVersion = parse(version);
  const parsedOther = parse(other);

  const keyVersion = calculateKey(parsedVersion);
  const keyOther = calculateKey(parsedOther);

  return pyCompare(keyVersion, keyOther);
}

function rcompare(version, other) {
  return -compare(version, other);
}

// this logic is buitin in python, but we need to port it to js
// see https://stackoverflow.com/a/5292332/1438522
function pyCompare(elemIn, otherIn) {
  let elem = elemIn;
  let other = otherIn;
  if (elem === other) {
    return 0;
  }
  if (Array.isArray(elem) !== Array.isArray(other)) {
    elem = Array.isArray(elem) ? elem : [elem];
    other = Array.isArray(other) ? other : [other];
  }
  if (Array.isArray(elem)) {
    const len = Math.min(elem.length, other.length);
    for (let i = 0; i < len; i += 1) {
      const res = pyCompare(elem[i], other[i]);
      if (res !== 0) {
        return res;
      }
    }
    return elem.length - other.length;
  }
  if (elem === -Infinity || other === Infinity) {
    return -1;
  }
  if (elem === Infinity || other === -Infinity) {
    return 1;
  }
  return elem < other ? -1 : 1;
}

function calculateKey(input) {
  const { epoch } = input;
  let { release, pre, post, local, dev } = input;
  // When we compare a release version, we want to compare it with all of the
  // trailing zeros removed. So we'll use a reverse the list, drop all the now
  // leading zeros until we come to something non zero, then take the rest
  // re-reverse it back into the correct order and make it a tuple and use
  // that for our sorting key.
  release = release.concat();
  release.reverse();
  while (release.length && release[0] === 0) {
    release.shift();
  }
  release.reverse();

  // We need to "trick" the sorting algorithm to put 1.0.dev0 before 1.0a0.
  // We'll do this by abusing the pre segment, but we _only_ want to do this
  // if there is !a pre or a post segment. If we have one of those then
  // the normal sorting rules will handle this case correctly.
  if (!pre && !post && dev) pre = -Infinity;
  // Versions without a pre-release (except as noted above) should sort after
  // those with one.
  else if (!pre) pre = Infinity;

  // Versions without a post segment should sort before those with one.
  if (!post) post = -Infinity;

  // Versions without a development segment should sort after those with one.
  if (!dev) dev = Infinity;

  if (!local) {
    // Versions without a local segment should sort before those with one.
    local = -Infinity;
  } else {
    // Versions with a local segment need that segment parsed to implement
    // the sorting rules in PEP440.
    // - Alpha numeric segments sort before numeric segments
    // - Alpha numeric segments sort lexicographically
    // - Numeric segments sort numerically
    // - Shorter versions sort before longer versions when the prefixes
    //   match exactly
    local = local.map((i) =>
      Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ''],
    );
  }

  return [epoch, release, pre, post, dev, local];
}


/***/ }),

/***/ 8940:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

const { explain, parse, stringify } = __webpack_require__(4818);

// those notation are borrowed from semver
module.exports = {
  major,
  minor,
  patch,
  inc,
};

function major(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  return version.release[0];
}

function minor(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 2) {
    return 0;
  }
  return version.release[1];
}

function patch(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 3) {
    return 0;
  }
  return version.release[2];
}

function inc(input, release, preReleaseIdentifier) {
  let identifier = preReleaseIdentifier || `a`;
  const version = parse(input);

  if (!version) {
    return null;
  }

  if (
    !['a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview'].includes(
      identifier,
    )
  ) {
    return null;
  }

  switch (release) {
    case 'premajor':
      {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'preminor':
      {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prepatch':
      {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prerelease':
      if (version.pre === null) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
        version.pre = [identifier, 0];
      } else {
        if (preReleaseIdentifier === undefined && version.pre !== null) {
          [identifier] = version.pre;
        }

        const [letter, number] = version.pre;
        if (letter === identifier) {
          version.pre = [letter, number + 1];
        } else {
          version.pre = [identifier, 0];
        }
      }

      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'major':
      if (
        version.release.slice(1).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'minor':
      if (
        version.release.slice(2).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'patch':
      if (
        version.release.slice(3).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    default:
      return null;
  }

  return stringify(version);
}


/***/ }),

/***/ 790:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

// This file is dual licensed under the terms of the Apache License, Version
// 2.0, and the BSD License. See the LICENSE file in the root of this repository
// for complete details.

const { VERSION_PATTERN, explain: explainVersion } = __webpack_require__(4818);

const Operator = __webpack_require__(2124);

const RANGE_PATTERN = [
  '(?<operator>(===|~=|==|!=|<=|>=|<|>))',
  '\\s*',
  '(',
  /*  */ '(?<version>(?:' + VERSION_PATTERN.replace(/\?<\w+>/g, '?:') + '))',
  /*  */ '(?<prefix>\\.\\*)?',
  /*  */ '|',
  /*  */ '(?<legacy>[^,;\\s)]+)',
  ')',
].join('');

module.exports = {
  RANGE_PATTERN,
  parse,
  satisfies,
  filter,
  validRange,
  maxSatisfying,
  minSatisfying,
};

const isEqualityOperator = (op) => ['==', '!=', '==='].includes(op);

const rangeRegex = new RegExp('^' + RANGE_PATTERN + '$', 'i');

function parse(ranges) {
  if (!ranges.trim()) {
    return [];
  }

  const specifiers = ranges
    .split(',')
    .map((range) => rangeRegex.exec(range.trim()) || {})
    .map(({ groups }) => {
      if (!groups) {
        return null;
      }

      let { ...spec } = groups;
      const { operator, version, prefix, legacy } = groups;

      if (version) {
        spec = { ...spec, ...explainVersion(version) };
        if (operator === '~=') {
          if (spec.release.length < 2) {
            return null;
          }
        }
        if (!isEqualityOperator(operator) && spec.local) {
          return null;
        }

        if (prefix) {
          if (!isEqualityOperator(operator) || spec.dev || spec.local) {
            return null;
          }
        }
      }
      if (legacy && operator !== '===') {
        return null;
      }

      return spec;
    });

  if (specifiers.filter(Boolean).length !== specifiers.length) {
    return null;
  }

  return specifiers;
}

function filter(versions, specifier, options = {}) {
  const filtered = pick(versions, specifier, options);
  if (filtered.length === 0 && options.prereleases === undefined) {
    return pick(versions, specifier, { prereleases: true });
  }
  return filtered;
}

function maxSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[found.length - 1];
}

function minSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[0];
}

function pick(versions, specifier, options) {
  const parsed = parse(specifier);

  if (!parsed) {
    return [];
  }

  return versions.filter((version) => {
    const explained = explainVersion(version);

    if (!parsed.length) {
      return explained && !(explained.is_prerelease && !options.prereleases);
    }

    return parsed.reduce((pass, spec) => {
      if (!pass) {
        return false;
      }
      return contains({ ...spec, ...options }, { version, explained });
    }, true);
  });
}

function satisfies(version, specifier, options = {}) {
  const filtered = pick([version], specifier, options);

  return filtered.length === 1;
}

function arrayStartsWith(array, prefix) {
  if (prefix.length > array.length) {
    return false;
  }

  for (let i = 0; i < prefix.length; i += 1) {
    if (prefix[i] !== array[i]) {
      return false;
    }
  }

  return true;
}

function contains(specifier, input) {
  const { explained } = input;
  let { version } = input;
  const { ...spec } = specifier;

  if (spec.prereleases === undefined) {
    spec.prereleases = spec.is_prerelease;
  }

  if (explained && explained.is_prerelease && !spec.prereleases) {
    return false;
  }

  if (spec.operator === '~=') {
    let compatiblePrefix = spec.release.slice(0, -1).concat('*').join('.');
    if (spec.epoch) {
      compatiblePrefix = spec.epoch + '!' + compatiblePrefix;
    }
    return satisfies(version, `>=${spec.version}, ==${compatiblePrefix}`, {
      prereleases: spec.prereleases,
    });
  }

  if (spec.prefix) {
    const isMatching =
      explained.epoch === spec.epoch &&
      arrayStartsWith(explained.release, spec.release);
    const isEquality = spec.operator !== '!=';
    return isEquality ? isMatching : !isMatching;
  }

  if (explained)
    if (explained.local && spec.version) {
      version = explained.public;
      spec.version = explainVersion(spec.version).public;
    }

  if (spec.operator === '<' || spec.operator === '>') {
    // simplified version of https://www.python.org/dev/peps/pep-0440/#exclusive-ordered-comparison
    if (Operator.eq(spec.release.join('.'), explained.release.join('.'))) {
      return false;
    }
  }

  const op = Operator[spec.operator];
  return op(version, spec.version || spec.legacy);
}

function validRange(specifier) {
  return Boolean(parse(specifier));
}


/***/ }),

/***/ 4818:
/***/ ((module) => {

const VERSION_PATTERN = [
  'v?',
  '(?:',
  /* */ '(?:(?<epoch>[0-9]+)!)?', // epoch
  /* */ '(?<release>[0-9]+(?:\\.[0-9]+)*)', // release segment
  /* */ '(?<pre>', // pre-release
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))',
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_n>[0-9]+)?',
  /* */ ')?',
  /* */ '(?<post>', // post release
  /*    */ '(?:-(?<post_n1>[0-9]+))',
  /*    */ '|',
  /*    */ '(?:',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_l>post|rev|r)',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_n2>[0-9]+)?',
  /*    */ ')',
  /* */ ')?',
  /* */ '(?<dev>', // dev release
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_l>dev)',
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_n>[0-9]+)?',
  /* */ ')?',
  ')',
  '(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?', // local version
].join('');

module.exports = {
  VERSION_PATTERN,
  valid,
  clean,
  explain,
  parse,
  stringify,
};

const validRegex = new RegExp('^' + VERSION_PATTERN + '$', 'i');

function valid(version) {
  return validRegex.test(version) ? version : null;
}

const cleanRegex = new RegExp('^\\s*' + VERSION_PATTERN + '\\s*$', 'i');
function clean(version) {
  return stringify(parse(version, cleanRegex));
}

function parse(version, regex) {
  // Validate the version and parse it into pieces
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }

  // Store the parsed out pieces of the version
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split('.').map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2,
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local),
  };

  return parsed;
}

function stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];

  // Epoch
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  // Release segment
  parts.push(release.join('.'));

  // Pre-release
  if (pre) {
    parts.push(pre.join(''));
  }
  // Post-release
  if (post) {
    parts.push('.' + post.join(''));
  }
  // Development release
  if (dev) {
    parts.push('.' + dev.join(''));
  }
  // Local version segment
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join('');
}

function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    // We consider there to be an implicit 0 in a pre-release if there is
    // not a numeral associated with it.
    if (!number) {
      number = 0;
    }
    // We normalize any letters to their lower case form
    letter = letter.toLowerCase();

    // We consider some words to be alternate spellings of other words and
    // in those cases we want to normalize the spellings to our preferred
    // spelling.
    if (letter === 'alpha') {
      letter = 'a';
    } else if (letter === 'beta') {
      letter = 'b';
    } else if (['c', 'pre', 'preview'].includes(letter)) {
      letter = 'rc';
    } else if (['rev', 'r'].includes(letter)) {
      letter = 'post';
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    // We assume if we are given a number, but we are not given a letter
    // then this is using the implicit post release syntax (e.g. 1.0-1)
    letter = 'post';

    return [letter, Number(number)];
  }
  return null;
}

function parse_local_version(local) {
  /*
    Takes a string like abc.1.twelve and turns it into("abc", 1, "twelve").
    */
  if (local) {
    return local
      .split(/[._-]/)
      .map((part) =>
        Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part),
      );
  }
  return null;
}

function explain(version) {
  const parsed = parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;

  let base_version = '';
  if (epoch !== 0) {
    base_version += epoch + '!';
  }
  base_version += release.join('.');

  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);

  // return

  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join('.') : local,
    public: stringify(parsed).split('+', 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease,
  };
}


/***/ }),

/***/ 8675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintFace: () => (/* binding */ lintFace)
});

// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/context/paths.js
var paths = __webpack_require__(8696);
// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js
var pep440 = __webpack_require__(8898);
// EXTERNAL MODULE: ./build/keys/requirements.js
var requirements = __webpack_require__(7513);
;// CONCATENATED MODULE: ./build/lint/entries.js


/** A larger file is no list of packages. */
const LARGEST = 4_000_000;
/** Reads a requirements or constraints file (pip, "Requirements File Format"); one entry a logical line. */
function readEntries(text) {
    if (text.length > LARGEST) {
        return [{ kind: 'unreadable', text: `a file of more than ${String(LARGEST)} characters`, line: 1 }];
    }
    return (0,requirements/* logicalLines */.Nj)(text).map(({ text: line, ...at }) => readEntry(line, at));
}
/** Reads one logical line, or one word of `pip install`. */
function readEntry(text, at) {
    if (text.startsWith('-'))
        return readOption(text, at);
    // Options of one requirement: hashes and settings of its build.
    const [requirement = ''] = text.split(/ (?=--)/, 1);
    const named = readPackage(requirement, at);
    if (named?.versions === undefined && named !== undefined)
        return named;
    if (/^[./~]|^[A-Za-z][A-Za-z0-9+.-]*:\/\/|^file:|\.(?:whl|zip|tar\.gz)$/.test(requirement)) {
        return { kind: 'other', ...at };
    }
    return named ?? { kind: 'unreadable', text, ...at };
}
/** Longer ones are no versions of a person's or a resolver's. */
const MOST_SPECIFIER = 1000;
function readPackage(text, at) {
    const name = /^[A-Za-z0-9._-]+/.exec(text)?.[0] ?? '';
    if (!/^[A-Za-z0-9]/.test(name) || !/[A-Za-z0-9]$/.test(name))
        return undefined;
    const rest = text.slice(name.length).trimStart();
    const bracket = rest.startsWith('[') ? rest.indexOf(']') : -1;
    if (rest.startsWith('[') && bracket < 0)
        return undefined;
    const extras = rest.slice(0, bracket + 1);
    const after = rest.slice(bracket + 1).trim();
    const found = {
        kind: 'package',
        name: (0,requirements/* normalisedName */.E1)(name),
        extras: /[^[\]\s]/.test(extras),
        ...at
    };
    if (after.startsWith('@')) {
        const marker = / ;(.*)$/.exec(after)?.[1] ?? '';
        return { ...found, written: `${name}${extras} ${after}`, versions: undefined, marker: marker.trim() };
    }
    const [before = '', ...markers] = after.split(';');
    const versions = before.replace(/^\s*\((.*)\)\s*$/, '$1').replace(/\s/g, '');
    if (versions.length > MOST_SPECIFIER)
        return undefined;
    if (versions !== '' && !(0,pep440.validRange)(versions))
        return undefined;
    return { ...found, written: `${name}${extras}${versions}`, versions, marker: markers.join(';').trim() };
}
const OPTION = /^(--?[A-Za-z][A-Za-z-]*?)(?:(?:\s*=\s*|\s+)(.*))?$/;
const SOURCES = { '-i': '--index-url', '-f': '--find-links' };
function readOption(text, at) {
    // `-rfile` is one word.
    const short = /^(-[rcif])(?=[^\s=-])(.*)$/.exec(text);
    const [, option = '', value = ''] = short ?? OPTION.exec(text) ?? [];
    const bare = value.trim().replace(/^(["'])(.*)\1$/, '$2');
    if (option === '')
        return { kind: 'unreadable', text, ...at };
    if (/^(?:-r|--requirements?)$/.test(option))
        return { kind: 'file', use: 'requirement', path: bare, ...at };
    if (/^(?:-c|--constraints?)$/.test(option))
        return { kind: 'file', use: 'constraint', path: bare, ...at };
    const source = SOURCES[option] ?? option;
    return SOURCE_OPTIONS.has(source)
        ? { kind: 'source', option: source, value: bare, ...at }
        : { kind: 'other', ...at };
}
/** Options of pip and uv that decide where packages come from and whether that is checked. */
const SOURCE_OPTIONS = new Set([
    '--index-url',
    '--default-index',
    '--index',
    '--extra-index-url',
    '--find-links',
    '--trusted-host',
    '--allow-insecure-host',
    '--index-strategy'
]);
/** The files that a resolver (uv, pip-compile) notes as the origin of the lines of a lock: `# via -r FILE`. */
function originsOf(text) {
    const found = text.matchAll(/^[ \t]*#(?:[ \t]+via)?[ \t]+-r[ \t]+(\S+)[ \t]*$/gm);
    return [...new Set([...found].map(([, path = '']) => path))];
}

// EXTERNAL MODULE: ./build/dockerfile/mounts.js
var mounts = __webpack_require__(7137);
// EXTERNAL MODULE: ./build/plan/readers.js
var readers = __webpack_require__(6122);
;// CONCATENATED MODULE: ./build/lint/commands.js

/** Finds the installing commands in the text of a RUN; `line` is where the RUN begins. */
function pipCommands(text, line) {
    return text
        .split(/&&|\|\||[;|\n]/)
        .map(command => command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [])
        .flatMap(words => {
        const command = readCommand(words.map(word => word.replace(/["']/g, '')), line);
        return command === undefined ? [] : [command];
    });
}
const PIP = /(?:^|\/)pip[0-9.]*$/;
function readCommand(words, line) {
    const start = words.findIndex(word => PIP.test(word));
    if (start < 0)
        return undefined;
    const rest = words.slice(start + 1);
    const verb = rest.findIndex(word => word === 'install' || word === 'sync');
    // Options of pip itself may stand before the verb; another verb may not.
    if (verb < 0 || rest.slice(0, verb).some(word => OTHER_VERB.test(word)))
        return undefined;
    const tool = /(?:^|\/)uv$/.test(words[start - 1] ?? '') ? 'uv' : 'pip';
    return readArguments(rest.slice(verb + 1), tool, rest[verb] === 'sync', line);
}
const OTHER_VERB = /^(?:download|wheel|freeze|list|show|check|uninstall|compile|cache|config|index|hash|debug)$/;
function readArguments(words, tool, sync, line) {
    const files = [];
    const found = [];
    const flags = new Set();
    for (let at = 0; at < words.length; at++) {
        const word = words[at] ?? '';
        if (/^[0-9]*[<>]/.test(word))
            break;
        const option = /^--?[A-Za-z][A-Za-z-]*/.exec(word)?.[0];
        if (option === undefined) {
            if (sync)
                files.push({ use: 'requirement', path: word });
            else if (!word.includes('$'))
                found.push(readEntry(word, { line }));
            continue;
        }
        flags.add(option);
        const takesNext = word === option && VALUED.has(option);
        const entry = readEntry(takesNext ? `${word} ${words[at + 1] ?? ''}` : word, { line });
        if (takesNext)
            at += 1;
        if (entry.kind === 'file')
            files.push(entry);
        else if (entry.kind === 'source')
            found.push(entry);
    }
    return {
        tool,
        files,
        words: found,
        hashed: flags.has('--require-hashes'),
        again: ['--force-reinstall', '--ignore-installed', '-I', '--reinstall'].some(flag => flags.has(flag))
    };
}
/** Options whose value is the next word (`pip install --help`, `uv pip install --help`). */
const VALUED = new Set([
    ...SOURCE_OPTIONS,
    ...[
        '-r',
        '--requirement',
        '--requirements',
        '-c',
        '--constraint',
        '--constraints',
        '-i',
        '-f',
        '-e',
        '-t',
        '-b'
    ],
    ...[
        '--editable',
        '--target',
        '--prefix',
        '--root',
        '--src',
        '--platform',
        '--implementation',
        '--abi',
        '-C'
    ],
    ...[
        '--python',
        '-p',
        '--python-version',
        '--python-platform',
        '--progress-bar',
        '--upgrade-strategy',
        '--group'
    ],
    ...[
        '--config-settings',
        '--config-setting',
        '--global-option',
        '--no-binary',
        '--only-binary',
        '--cache-dir'
    ],
    ...['--log', '--proxy', '--retries', '--timeout', '--exists-action', '--cert', '--client-cert', '--report'],
    ...[
        '--root-user-action',
        '--use-feature',
        '--use-deprecated',
        '--override',
        '--build-constraint',
        '--link-mode'
    ],
    ...[
        '--build-constraints',
        '--overrides',
        '--excludes',
        '--exclude',
        '--extra',
        '--keyring-provider',
        '--prerelease'
    ],
    ...[
        '--resolution',
        '--exclude-newer',
        '--torch-backend',
        '--no-build-isolation-package',
        '--index-url',
        '--color'
    ]
]);

;// CONCATENATED MODULE: ./build/lint/index-settings.js
/** Variables of pip (`PIP_<OPTION>`) and uv ("Environment variables") that decide where packages come from. */
const VARIABLES = {
    PIP_INDEX_URL: '--index-url',
    PIP_EXTRA_INDEX_URL: '--extra-index-url',
    PIP_FIND_LINKS: '--find-links',
    PIP_TRUSTED_HOST: '--trusted-host',
    UV_INDEX_URL: '--index-url',
    UV_DEFAULT_INDEX: '--default-index',
    UV_INDEX: '--index',
    UV_EXTRA_INDEX_URL: '--extra-index-url',
    UV_FIND_LINKS: '--find-links',
    UV_INSECURE_HOST: '--allow-insecure-host',
    UV_INDEX_STRATEGY: '--index-strategy'
};
/** The settings that an ENV, an ARG with a default, or an assignment in a RUN makes. */
function settingsOf({ keyword, rest, line }) {
    if (keyword !== 'ENV' && keyword !== 'ARG' && keyword !== 'RUN')
        return [];
    const found = rest.matchAll(/(?:^|[\s;&|(])((?:PIP|UV)_[A-Z_]{1,40})(?:=|(?<=^[A-Z_]{1,44})\s+)["']?([^\s"';&|]*)/g);
    return [...found].flatMap(([, variable = '', value = '']) => {
        const option = Object.hasOwn(VARIABLES, variable) ? VARIABLES[variable] : undefined;
        return option === undefined || value === '' ? [] : [{ variable, option, value, line }];
    });
}

// EXTERNAL MODULE: ./build/context/tree.js
var context_tree = __webpack_require__(7522);
;// CONCATENATED MODULE: ./build/lint/places.js


/** A path as a command in a working folder of the container means it, absolute. */
function inContainer(workdir, path) {
    return (0,paths/* cleanPath */.ts)(path.startsWith('/') ? path : `${workdir}/${path}`);
}
/** The file of the repository that a container has at an absolute path; undefined when it comes from somewhere else. */
function findFile(puts, tree, path) {
    for (const { to, from } of puts) {
        const folder = to === '/' ? '' : to;
        const found = path === to ? from : path.startsWith(`${folder}/`) ? (0,paths/* joinPath */.uJ)(from, path.slice(folder.length + 1)) : '';
        if (isFile(tree, found))
            return found;
    }
    return undefined;
}
/** A file that another file of the repository names, from the root or from where it stands itself. */
function findNamed(tree, name, by) {
    const beside = (0,paths/* cleanPath */.ts)((0,paths/* joinPath */.uJ)((0,paths/* parentOf */.gN)(by), name));
    return [(0,paths/* cleanPath */.ts)(name), beside].find(path => isFile(tree, path));
}
function isFile(tree, path) {
    return (0,context_tree/* isRegularFile */.Ze)(tree.get(path));
}

;// CONCATENATED MODULE: ./build/lint/installs.js






/**
 * The installs of the reachable stages of a Dockerfile, in order. `workdirOf` is the working folder that an image hands on,
 * by its context name.
 */
function stagesWithInstalls(view, workdirOf) {
    const numbers = new Map(view.listing.stages.map(({ index }, number) => [index, number]));
    const stages = [];
    for (const { origin, replaced, commands } of view.listing.stages) {
        const on = origin.kind === 'stage' ? numbers.get(origin.index) : undefined;
        const open = on === undefined ? onImage(origin, workdirOf) : onStage(on, stages[on]);
        stages.push(open);
        if (!replaced)
            for (const instruction of commands)
                addTo(open, instruction, view);
    }
    return stages;
}
function onImage(origin, workdirOf) {
    const empty = { installs: [], puts: [], settings: [] };
    if (origin.kind !== 'image')
        return { ...empty, workdir: '/' };
    return { ...empty, image: origin.contextName, workdir: workdirOf(origin.contextName) };
}
function onStage(on, below) {
    const { puts = [], settings = [], workdir = '/' } = below ?? {};
    return { on, installs: [], puts: [...puts], settings: [...settings], workdir };
}
function addTo(open, instruction, view) {
    switch (instruction.keyword) {
        case 'WORKDIR':
            open.workdir = inContainer(open.workdir, instruction.rest);
            break;
        case 'COPY':
        case 'ADD':
            open.puts.push(...copied(instruction, view, open.workdir));
            break;
        case 'ENV':
        case 'ARG':
            open.settings.push(...settingsOf(instruction));
            break;
        case 'RUN':
            open.installs.push(...installsOf(instruction, view, open));
            break;
    }
}
function installsOf(run, view, open) {
    const text = [(run.json ?? [run.rest]).join(' '), ...run.heredocs.map(({ body }) => body)].join('\n');
    const mounts = mounted(run, view, open.workdir);
    const settings = [...open.settings, ...settingsOf(run)];
    return pipCommands(text, run.line).map(command => ({
        ...command,
        line: run.line,
        files: command.files.flatMap(({ use, path }) => meant(path, mounts, view, open.workdir).map(at => ({ use, written: path, at }))),
        puts: [...mounts, ...open.puts],
        settings
    }));
}
/** The places that a path may mean: one that a variable of the shell decides about may be any file that is mounted. */
function meant(path, mounts, view, workdir) {
    const files = mounts.filter(({ from }) => view.tree.get(from) !== undefined).map(({ to }) => to);
    return path.includes('$') && files.length > 0 ? files : [inContainer(workdir, path)];
}
/** Bind mounts of the build context or a named folder. */
function mounted(run, view, workdir) {
    return (0,mounts/* mountsOf */.c)(run).flatMap(mount => {
        const field = (...names) => mount?.fields.findLast(([key]) => names.includes(key))?.[1];
        const target = field('target', 'dst', 'destination');
        const context = view.contexts.get(mount?.from ?? '');
        if (context === undefined || target === undefined || (field('type') ?? 'bind') !== 'bind')
            return [];
        const from = (0,paths/* joinPath */.uJ)(context.root, (0,paths/* insideRoot */.p0)(field('source', 'src') ?? ''));
        return [{ to: inContainer(workdir, target), from }];
    });
}
/** What COPY or ADD puts; a file may go by its own name into a folder or become the file that is named. */
function copied(instruction, view, workdir) {
    const words = instruction.json ?? instruction.rest.split(/\s+/);
    const to = inContainer(workdir, words.at(-1) ?? '');
    return [...view.contexts.values()].flatMap(context => context.sources
        .filter(source => source.line === instruction.line && source.kind !== 'bind')
        .flatMap(source => {
        const from = (0,paths/* joinPath */.uJ)(context.root, (0,paths/* insideRoot */.p0)(source.pattern));
        if (view.tree.get(from) === undefined && view.tree.under(from).length > 0)
            return [{ to, from }];
        return (0,readers/* filesRead */.En)(view, context, source).flatMap(path => [
            { to: inContainer(to, path.slice(path.lastIndexOf('/') + 1)), from: path },
            { to, from: path }
        ]);
    }));
}

;// CONCATENATED MODULE: ./build/lint/markers.js
/** What is known of the machine that an image is for: Linux and CPython, its processor by platform. */
function known(name, platform) {
    switch (name) {
        case 'sys_platform':
            return 'linux';
        case 'platform_system':
            return 'Linux';
        case 'os_name':
            return 'posix';
        case 'platform_machine':
            return MACHINES[platform.split('/')[1] ?? ''];
        case 'extra':
            return '';
        default:
            return undefined;
    }
}
const MACHINES = { amd64: 'x86_64', arm64: 'aarch64' };
/**
 * False when an environment marker (PEP 508) is surely false on a platform such as `linux/amd64`. What is not known,
 * such as the version of Python, may hold; so may a marker that cannot be read.
 */
function mayApply(marker, platform) {
    if (marker === '' || marker.length > MOST_MARKER)
        return true;
    const tokens = marker.match(/\(|\)|"[^"]*"|'[^']*'|[a-z_]+(?:\.[a-z_]+)*|[<>=!~]+/g) ?? [];
    const reader = { tokens, at: 0, platform };
    const value = either(reader);
    return value !== false || reader.at < tokens.length;
}
/** Longer ones are not read: they nest deeper than anything a person or a resolver writes. */
const MOST_MARKER = 2000;
function either(reader) {
    let value = both(reader);
    while (reader.tokens[reader.at] === 'or') {
        reader.at += 1;
        const next = both(reader);
        value = value === true || next === true ? true : value === false && next === false ? false : undefined;
    }
    return value;
}
function both(reader) {
    let value = comparison(reader);
    while (reader.tokens[reader.at] === 'and') {
        reader.at += 1;
        const next = comparison(reader);
        value = value === false || next === false ? false : value === true && next === true ? true : undefined;
    }
    return value;
}
function comparison(reader) {
    if (reader.tokens[reader.at] === '(') {
        reader.at += 1;
        const value = either(reader);
        if (reader.tokens[reader.at] === ')')
            reader.at += 1;
        return value;
    }
    const [left = '', operator = '', right = ''] = reader.tokens.slice(reader.at, reader.at + 3);
    reader.at += 3;
    const [a, b] = [markers_valueOf(left, reader.platform), markers_valueOf(right, reader.platform)];
    if (a === undefined || b === undefined)
        return undefined;
    return operator === '==' ? a === b : operator === '!=' ? a !== b : undefined;
}
function markers_valueOf(token, platform) {
    return /^["']/.test(token) ? token.slice(1, -1) : known(token, platform);
}

;// CONCATENATED MODULE: ./build/lint/versions.js

/** Whether a version fits specifiers; `''` fits any. Pre-releases count, since one may be installed already. */
function admits(versions, version) {
    return versions === '' || (0,pep440.satisfies)(version, versions, { prereleases: true });
}
/** The one version that specifiers leave: `==1.2`, without a wildcard. */
function exactVersion(versions) {
    return /^===?([^,*]+)$/.exec(versions ?? '')?.[1];
}
/**
 * Whether some version can fit both specifiers. Tried are all versions that they mention, the one just above each, and the
 * lowest of all: where two ranges of plain releases meet, one of these is inside. Of ranges that mention anything else,
 * such as `>1.0b1`, it is taken to be so.
 */
function canBothHold(a, b) {
    if (a === '' || b === '')
        return true;
    const exact = exactVersion(a) ?? exactVersion(b);
    if (exact !== undefined)
        return admits(a, exact) && admits(b, exact);
    const mentioned = [...mentionedIn(a), ...mentionedIn(b)];
    if (mentioned.some(version => !/^\d+(?:\.\d+)*$/.test(version)))
        return true;
    return ['0', ...mentioned.flatMap(version => [version, `${version}.0.0.0.1`])].some(version => admits(a, version) && admits(b, version));
}
function mentionedIn(versions) {
    return versions.split(',').map(part => part.replace(/^[=!<>~]+/, '').replace(/\.\*$/, ''));
}

;// CONCATENATED MODULE: ./build/lint/packages.js



/** What an image's own installs bring, on one platform: exact pins of requirements, else of constraints. */
function ownPackages(image, readings, platform) {
    const packages = new Map();
    for (const { requirements, constraints } of readings) {
        const pins = new Map(constraints.map(({ name, versions }) => [name, exactVersion(versions)]));
        for (const asked of requirements) {
            const { name, versions, marker, file, line, origin } = asked;
            if (origin || !mayApply(marker, platform))
                continue;
            const version = exactVersion(versions) ?? pins.get(name);
            if (version === undefined && packages.has(name))
                continue;
            packages.set(name, { name, version, image, file, line });
        }
    }
    return packages;
}
/**
 * Packages completed by a list of what is in the image, in the form of `pip freeze`. It may give installed sizes:
 * `numpy==1.26.4  # 71234567 bytes`. A version that requirements say stands, since a list may be older.
 */
function withList(packages, image, file, text) {
    const sizes = sizesIn(text);
    const complete = new Map(packages);
    for (const { name, versions } of (0,requirements/* readRequirements */.F2)(text)) {
        if (name === undefined)
            continue;
        const version = exactVersion(versions);
        const known = packages.get(name) ?? { name, version, image, file };
        if (known.version !== undefined && known.version !== version)
            continue;
        const bytes = sizes.get(name);
        complete.set(name, { ...known, version, ...(bytes === undefined ? {} : { bytes }) });
    }
    return complete;
}
function sizesIn(text) {
    const found = text.matchAll(/^([A-Za-z0-9._-]+)==\S+[ \t]+#[ \t]*([0-9]{1,15}) bytes\b/gm);
    return new Map([...found].map(([, name = '', bytes]) => [(0,requirements/* normalisedName */.E1)(name), Number(bytes)]));
}

// EXTERNAL MODULE: ./build/diagnostics/shown.js
var shown = __webpack_require__(4846);
;// CONCATENATED MODULE: ./build/lint/reading.js



/** A chain of files that name one another is not followed further. */
const DEEPEST = 50;
/** Characters shown of what is not understood. */
const LONGEST_SHOWN = 80;
/** An install reads no more files than this. */
const MOST_FILES = 1000;
/** Reads what an install of a Dockerfile installs: its words, its files, and the files that these name. */
function readInstall(install, dockerfile, { tree, file }) {
    const requirements = [];
    const constraints = [];
    const sources = [];
    const unread = [];
    const wanted = [];
    const seen = new Set();
    const queue = [];
    const take = (entry, place, open) => {
        const { line, column } = entry;
        const at = { file: place, line, ...(column === undefined ? {} : { column }) };
        if (entry.kind === 'package') {
            const into = open?.use === 'constraint' ? constraints : requirements;
            into.push({ ...entry, file: place, origin: open?.origin ?? false });
        }
        else if (entry.kind === 'source') {
            sources.push({ ...at, option: entry.option, value: entry.value });
        }
        else if (entry.kind === 'unreadable') {
            unread.push({
                ...at,
                message: `${JSON.stringify((0,shown/* cut */.Jj)(entry.text, LONGEST_SHOWN))} is no requirement that is understood`
            });
        }
        else if (entry.kind === 'file' && open !== undefined) {
            follow(entry, at, open);
        }
    };
    const follow = (entry, at, open) => {
        const container = open.at === undefined ? undefined : inContainer((0,paths/* parentOf */.gN)(open.at) || '/', entry.path);
        const found = container === undefined ? undefined : findFile(install.puts, tree, container);
        const path = found ?? findNamed(tree, entry.path, open.path);
        const name = JSON.stringify((0,shown/* cut */.Jj)(entry.path, LONGEST_SHOWN));
        if (path === undefined)
            unread.push({ ...at, message: `${name} is no file of the repository` });
        else if (open.by.includes(path))
            unread.push({ ...at, message: `${name} leads back to this file` });
        else if (open.by.length >= DEEPEST)
            unread.push({ ...at, message: `${name} is nested too deep` });
        else
            queue.push({ path, at: container, use: entry.use, origin: open.origin, by: [...open.by, path] });
    };
    for (const word of install.words)
        take(word, dockerfile);
    for (const { use, written, at } of install.files) {
        const path = findFile(install.puts, tree, at);
        const place = { file: dockerfile, line: install.line };
        if (path === undefined)
            unread.push({
                ...place,
                message: `${JSON.stringify((0,shown/* cut */.Jj)(written, LONGEST_SHOWN))} is no file of the repository`
            });
        else
            queue.push({ path, at, use, origin: false, by: [path] });
    }
    for (let open = queue.shift(); open !== undefined && seen.size < MOST_FILES; open = queue.shift()) {
        const id = `${open.use} ${String(open.origin)} ${open.path}`;
        if (seen.has(id))
            continue;
        seen.add(id);
        const known = file(open.path);
        if (known === undefined) {
            wanted.push(open.path);
            continue;
        }
        for (const entry of known.entries)
            take(entry, open.path, open);
        if (open.use === 'constraint')
            continue;
        for (const name of known.origins) {
            const path = findNamed(tree, name, open.path);
            if (path === undefined || open.by.includes(path))
                continue;
            queue.push({ path, at: undefined, use: 'requirement', origin: true, by: [...open.by, path] });
        }
    }
    return { install, requirements, constraints, sources, unread, wanted };
}

;// CONCATENATED MODULE: ./build/lint/check.js
/** `file:line`, for messages about a second place. */
function placeOf({ file, line }) {
    return line === undefined ? file : `${file}:${String(line)}`;
}
/** File, line and column of a requirement, or of anything else that stands in a file. */
function at({ file, line, column }) {
    return { file, line, ...(column === undefined ? {} : { column }) };
}

;// CONCATENATED MODULE: ./build/lint/rules/conflict.js




/** L003: two lines of one install ask for versions of a package that cannot both hold; pip and uv refuse that. */
const conflict = ({ image, platform, reading }) => {
    const asked = new Set(reading.requirements.map(({ name }) => name));
    const byName = new Map();
    for (const line of [...reading.constraints, ...reading.requirements]) {
        // Lines that hold on some machines only may be meant for different ones.
        if (!asked.has(line.name) || line.marker !== '' || !mayApply(line.marker, platform))
            continue;
        const lines = byName.get(line.name);
        if (lines === undefined)
            byName.set(line.name, [line]);
        else
            lines.push(line);
    }
    return [...byName.values()].flatMap((lines) => {
        const [late, early] = firstClash(lines) ?? [];
        if (late === undefined || early === undefined)
            return [];
        const message = `${image} asks for ${late.written} here and ${early.written} in ${placeOf(early)}, which cannot both hold`;
        return [(0,diagnostic/* errorAt */.Os)('L003', at(late), message, 'change one of the two; of a lock, resolve it again')];
    });
};
function firstClash(lines) {
    const different = [...new Map(lines.toReversed().map(line => [line.versions, line])).values()].reverse();
    for (const [index, late] of different.slice(0, MOST_COMPARED).entries()) {
        const early = different.slice(0, index).find(each => clash(late, each));
        if (early !== undefined)
            return [late, early];
    }
    return undefined;
}
/** Of a package that is named more often with different versions, only so many are compared. */
const MOST_COMPARED = 50;
function clash({ versions: a }, { versions: b }) {
    return a !== undefined && b !== undefined && !canBothHold(a, b);
}

;// CONCATENATED MODULE: ./build/lint/rules/constraint-extras.js


/** L004: a constraint has an extra; pip refuses the whole file ("Constraints cannot have extras"). */
const constraintExtras = ({ image, reading }) => reading.constraints
    .filter(({ extras }) => extras)
    .map(asked => (0,diagnostic/* errorAt */.Os)('L004', at(asked), `${image} takes ${asked.written} as a constraint, and pip accepts no extras in constraints`, `write ${asked.name} without the extra here, and the extra in the requirements`));

;// CONCATENATED MODULE: ./build/lint/rules/shared-names.js


/** The packages that an install and the images below have both. */
function sharedNames({ reading, inherited, platform }) {
    const byName = new Map();
    for (const asked of reading.requirements) {
        if (!inherited.has(asked.name) || !mayApply(asked.marker, platform))
            continue;
        const lines = byName.get(asked.name);
        if (lines === undefined)
            byName.set(asked.name, [asked]);
        else
            lines.push(asked);
    }
    return [...byName].flatMap(([name, lines]) => {
        const below = inherited.get(name);
        const [first, ...others] = [
            ...lines.filter(({ origin }) => origin),
            ...lines.filter(({ origin }) => !origin)
        ];
        return below === undefined || first === undefined ? [] : [{ below, asked: [first, ...others] }];
    });
}
/** The installed size of a package in bytes, as recorded in its image, or that nobody recorded it. */
function sizeOf({ bytes, image }) {
    return bytes === undefined ? `unknown, no list of ${image} says it` : `${String(bytes)} bytes`;
}
/** `python-base has fastapi 0.118.0 (images/python-base/lock.txt:12)`. */
function having(found) {
    const { image, name, version } = found;
    return `${image} has ${name}${version === undefined ? '' : ` ${version}`} (${placeOf(found)})`;
}

;// CONCATENATED MODULE: ./build/lint/rules/replaced.js




/** L002: an image asks for another version of what the images below have, which an install therefore replaces. */
const replaced = check => sharedNames(check).flatMap((shared) => {
    const { below, asked } = shared;
    if (!isReplaced(shared))
        return [];
    const reason = asked.find(({ versions }) => !fits(versions, below.version)) ?? asked[0];
    const message = `${check.image} asks for ${reason.written}, but ${having(below)}: installing replaces it, ` +
        `and the copy below stays in its layer unused, cost: ${sizeOf(below)}`;
    const remedy = `remove ${below.name} here, or move its version in ${below.image}`;
    return [(0,diagnostic/* errorAt */.Os)('L002', at(asked[0]), message, remedy)];
});
/** Whether an install puts another version in the place of the one below. */
function isReplaced({ below, asked }) {
    return asked.some(({ versions }) => !fits(versions, below.version));
}
/** An address is never known to hold the version that is there. */
function fits(versions, version) {
    if (versions === undefined)
        return false;
    return version === undefined || admits(versions, version);
}

;// CONCATENATED MODULE: ./build/lint/rules/duplicate.js




/** L001: an image asks for what the images below have already, in a version that fits. */
const duplicate = check => sharedNames(check)
    .filter(shared => !isReplaced(shared))
    .map(({ below, asked: [first] }) => {
    const { again } = check.reading.install;
    const now = again ? `is stored a second time, cost: ${sizeOf(below)}` : 'costs 0 bytes while both agree';
    const later = again ? '' : `; a second copy once they differ: ${sizeOf(below)}`;
    return (0,diagnostic/* warningAt */.MK)('L001', at(first), `${check.image} asks for ${first.written}, but ${having(below)}; it ${now}${later}`, `remove ${below.name} here: the image below decides about its version`);
});

;// CONCATENATED MODULE: ./build/lint/rules/sources.js
/** Everything that says where the packages of an install come from; nothing when every package is checked by hash. */
function packageSources({ reading, dockerfile }) {
    if (reading.install.hashed)
        return [];
    return [
        ...reading.install.settings.map(({ variable, ...setting }) => ({
            ...setting,
            written: variable,
            file: dockerfile
        })),
        ...reading.sources.map(source => ({ ...source, written: source.option }))
    ];
}

;// CONCATENATED MODULE: ./build/lint/rules/open-connection.js



/** L006: packages come over a connection on which anyone in between can change them. */
const openConnection = check => packageSources(check)
    .filter(isOpen)
    .map(source => {
    const { written, option } = source;
    const why = UNCHECKED.has(option)
        ? 'the certificate of the index is not checked'
        : 'the address is plain http';
    return (0,diagnostic/* warningAt */.MK)('L006', at(source), `${check.image} installs with ${written}, and ${why}: anyone in between can change a package`, 'use https, with the certificate of an index of your own in the image; or install from a lock with --require-hashes');
});
const UNCHECKED = new Set(['--trusted-host', '--allow-insecure-host']);
function isOpen({ option, value }) {
    if (UNCHECKED.has(option))
        return true;
    // Nobody is in between on this machine.
    return value.split(/\s+/).some(url => /^http:\/\/(?!(?:[^@/]*@)?(?:localhost|127\.|\[::1\]))/i.test(url));
}

;// CONCATENATED MODULE: ./build/lint/rules/several-indexes.js



/**
 * L005: pip takes the highest version that any of its indexes has, so whoever publishes a name of ours with a higher number
 * on one of them is installed (CVE-2018-20225). uv does the same when it is told to.
 */
const severalIndexes = check => packageSources(check)
    .filter(({ option, value }) => {
    if (option === '--index-strategy')
        return value.startsWith('unsafe-');
    return option === '--extra-index-url' && check.reading.install.tool === 'pip';
})
    .map(source => (0,diagnostic/* warningAt */.MK)('L005', at(source), `${check.image} installs with ${source.written}: the highest version of any index wins, whoever put it there`, 'name one index with --index-url, or install from a lock with --require-hashes'));

;// CONCATENATED MODULE: ./build/lint/rules/unread.js


/** L007: something that an install reads could not be checked. */
const unread = ({ image, reading }) => reading.unread.map(found => (0,diagnostic/* warningAt */.MK)('L007', at(found), `${image}: ${found.message}; what it installs is not checked`, 'correct it, or commit the file and mount it where the command looks for it'));

;// CONCATENATED MODULE: ./build/lint/rules.js







/** All rules about requirements. A new one is a file beside the others, a code in `diagnostics/rules.ts` and a page. */
const REQUIREMENT_RULES = [
    duplicate,
    replaced,
    conflict,
    constraintExtras,
    severalIndexes,
    openConnection,
    unread
];
/** The findings of all rules about one install. */
function checkInstall(check) {
    return REQUIREMENT_RULES.flatMap(rule => rule(check));
}

;// CONCATENATED MODULE: ./build/load/lint.js







/**
 * Holds what every image installs against what the images below have installed, parents first, on each platform. What
 * several images or platforms find in one line is told once.
 */
async function lintRequirements(snapshot, look, source) {
    const files = new Map();
    const found = new Map();
    const handedOn = new Map();
    for (const name of snapshot.order.names) {
        const image = snapshot.images.get(name);
        for (const platform of image?.platforms.keys() ?? []) {
            const view = await look(name, platform);
            if (image === undefined || view === undefined)
                continue;
            const below = parentsOf(image, platform, handedOn);
            const stages = stagesWithInstalls(view, contextName => below(contextName)?.workdir ?? '/');
            const readings = await readStages(stages, image.spec.dockerfile, source, files);
            const inherited = inheritedBy(stages, readings, below, name, platform);
            stages.forEach((_, index) => {
                for (const reading of readings[index] ?? []) {
                    const check = { image: name, dockerfile: image.spec.dockerfile, platform, reading };
                    for (const each of checkInstall({ ...check, inherited: inherited[index] ?? new Map() })) {
                        const id = [each.code, each.file, each.line, each.column].join(' ');
                        if (!found.has(id))
                            found.set(id, each);
                    }
                }
            });
            const packages = await packagesOf(image, platform, readings.flat(), inherited, source);
            handedOn.set(`${name} ${platform}`, { packages, workdir: stages.at(-1)?.workdir ?? '/' });
        }
    }
    return { diagnostics: (0,diagnostic/* sortDiagnostics */.Ds)([...found.values()]), text: path => files.get(path)?.text };
}
/** What the parents of an image hand on, by context name. */
function parentsOf(image, platform, handedOn) {
    const parents = new Map((image.platforms.get(platform)?.parents ?? []).map(parent => [parent.contextName, parent]));
    return contextName => {
        const parent = parents.get(contextName);
        return parent === undefined ? undefined : handedOn.get(`${parent.image} ${parent.platform}`);
    };
}
/** Reads all installs of a Dockerfile; files name files, so texts are fetched until none is missing. */
async function readStages(stages, dockerfile, source, files) {
    for (;;) {
        const known = { tree: source.tree, file: (path) => files.get(path) };
        const readings = stages.map(({ installs }) => installs.map(install => readInstall(install, dockerfile, known)));
        const wanted = new Set(readings.flat().flatMap(reading => reading.wanted));
        if (wanted.size === 0)
            return readings;
        const fetched = await source.texts(wanted);
        for (const path of wanted) {
            const text = fetched.get(path) ?? '';
            files.set(path, { text, entries: readEntries(text), origins: originsOf(text) });
        }
    }
}
/** What is installed below each stage: by the image, or by the stage, that it begins with. */
function inheritedBy(stages, readings, below, image, platform) {
    const inherited = [];
    stages.forEach((stage, index) => {
        if (stage.on !== undefined) {
            const own = ownPackages(image, readings[stage.on] ?? [], platform);
            inherited[index] = new Map([...own, ...(inherited[stage.on] ?? [])]);
        }
        else
            inherited[index] = (stage.image === undefined ? undefined : below(stage.image)?.packages) ?? new Map();
    });
    return inherited;
}
/** What an image has installed: all that its stages install and begin with, completed by its list. */
async function packagesOf({ spec }, platform, readings, inherited, source) {
    const below = new Map(inherited.flatMap(packages => [...packages]));
    const own = ownPackages(spec.name, readings, platform);
    const computed = new Map([...below, ...[...own].filter(([, each]) => !isKept(each, below))]);
    const list = spec.installed ?? (0,paths/* joinPath */.uJ)((0,paths/* parentOf */.gN)(spec.dockerfile), LIST);
    const text = (await source.texts([list])).get(list);
    return text === undefined ? computed : withList(computed, spec.name, list, text);
}
/** The list of an image whose manifest entry names none; beside its Dockerfile, and no input of it. */
const LIST = 'installed.txt';
/** An install leaves alone what is there in a version that it asks for. */
function isKept({ name, version }, below) {
    const there = below.get(name);
    return there !== undefined && (version === undefined || version === there.version);
}

// EXTERNAL MODULE: ./build/load/look.js + 1 modules
var load_look = __webpack_require__(8240);
// EXTERNAL MODULE: ./build/load/memory.js
var load_memory = __webpack_require__(8598);
// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/load/snapshot.js + 3 modules
var load_snapshot = __webpack_require__(369);
// EXTERNAL MODULE: ./build/load/source.js
var load_source = __webpack_require__(8236);
// EXTERNAL MODULE: ./build/dockerfile/scope.js
var scope = __webpack_require__(7311);
// EXTERNAL MODULE: ./build/manifest/names.js
var names = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/manifest/places.js
var places = __webpack_require__(7754);
;// CONCATENATED MODULE: ./build/load/unused.js




/** Arguments that act without being declared: those of BuildKit, and its predefined ones for a proxy. */
const UNDECLARED = /^(?:BUILDKIT_.*|SOURCE_DATE_EPOCH|(?:HTTPS?|FTP|NO|ALL)_PROXY)$/i;
/**
 * What the manifest gives a build and the Dockerfile takes nowhere (D007): arguments that no ARG declares, not those of
 * `defaults`, which are for every image, and named contexts that nothing names. Whatever stage they are in counts, so that
 * variants may share a Dockerfile. What variants inherit is told once.
 */
async function unusedGifts({ manifest, images }, look, source) {
    const text = (await source.texts([manifest.path])).get(manifest.path) ?? '';
    const found = new Map();
    for (const { spec } of images.values()) {
        const view = await look(spec.name, spec.platforms[0] ?? '');
        if (view === undefined)
            continue;
        const tell = (key, name, message, remedy) => {
            const place = (0,places.placeOfKey)(text, spec.name, key, name);
            if (place === undefined)
                return;
            const id = `${place.line}:${place.column}`;
            if (!found.has(id))
                found.set(id, (0,diagnostic/* warningAt */.MK)('D007', { file: manifest.path, ...place }, message, remedy));
        };
        const declared = declaredIn(view);
        for (const name of Object.keys(spec.args).filter(each => !declared.has(each) && !UNDECLARED.test(each))) {
            const message = `no ARG of ${spec.dockerfile} declares ${name}, so it changes nothing of ${spec.name}`;
            const meant = (0,names/* nearest */.pA)(name, declared);
            tell('args', name, message, meant === undefined ? 'declare it, or remove it' : `did you mean ${meant}?`);
        }
        const unnamed = Object.keys(spec.contexts).filter(each => !isNamed(each, view));
        for (const name of unnamed) {
            const message = `nothing in ${spec.dockerfile} takes the named context ${name} of ${spec.name}`;
            const taken = view.build.references.map(({ written }) => written);
            const meant = (0,names/* nearest */.pA)(name, taken);
            const remedy = 'write it in FROM, --from or a mount, or remove it';
            tell('contexts', name, message, meant === undefined ? remedy : `did you mean ${meant}?`);
        }
    }
    return [...found.values()];
}
/** Names that any ARG declares, also one that a parent's trigger brings along. */
function declaredIn({ parsed, build }) {
    const own = parsed.instructions
        .map(instruction => instruction.trigger ?? instruction)
        .filter(({ keyword }) => keyword === 'ARG')
        .flatMap(instruction => (0,scope/* argWords */.QD)(instruction, parsed.directives.escape).map(([name]) => name));
    return new Set([...own, ...Object.keys(build.args)]);
}
function isNamed(name, { parsed, build }) {
    return build.contexts.includes(name) || mentions(parsed, name);
}
function mentions({ instructions }, name) {
    return instructions.some(({ rest, flags }) => rest.includes(name) || flags.some(({ value }) => value?.includes(name) === true));
}

// EXTERNAL MODULE: ./build/commands/graph.js
var graph = __webpack_require__(1519);
;// CONCATENATED MODULE: ./build/commands/lint.js









/**
 * Checks the working tree, or `head`: manifest, Dockerfiles and lock, and, when these can be read, what the images install
 * against what the images below have installed, and what the manifest gives that no Dockerfile takes.
 */
async function lint(world, request) {
    const manifest = request.manifest ?? read_manifest/* DEFAULT_MANIFEST */.mj;
    const opened = await (0,graph/* headOf */.Uo)(world, request.head);
    if (opened.kind === 'invalid')
        return { findings: opened.diagnostics, text: () => undefined };
    const { git, treeish } = opened.value;
    const memory = (0,load_memory/* openMemory */.u)();
    const reading = await (0,load_snapshot/* readSnapshot */.RA)(git, treeish, manifest, memory);
    const snapshot = (0,load_snapshot/* snapshotOf */.eY)(reading);
    if (snapshot === undefined || (0,diagnostic/* hasErrors */.Cs)(reading.diagnostics)) {
        return { findings: (0,diagnostic/* sortDiagnostics */.Ds)(reading.diagnostics), text: () => undefined };
    }
    const look = await (0,load_look/* openLook */.K)(git, reading.tree, manifest, memory, reading.configs);
    const source = (0,load_source/* openSource */.o)(git, reading.tree, memory.texts);
    const found = await lintRequirements(snapshot, look, source);
    const unused = await unusedGifts(snapshot, look, source);
    return {
        findings: (0,diagnostic/* sortDiagnostics */.Ds)([...reading.diagnostics, ...found.diagnostics, ...unused]),
        text: found.text
    };
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/diagnostics/render.js + 2 modules
var render = __webpack_require__(1686);
;// CONCATENATED MODULE: ./build/cli/lint.js




/** `base-images lint`: every finding about the manifest, the Dockerfiles, the lock and requirements on standard output. */
async function lintFace({ world, options, terminal }) {
    const { manifest, head } = options;
    const { findings, text } = await lint(world, {
        ...(manifest === undefined ? {} : { manifest }),
        ...(head === undefined ? {} : { head })
    });
    if (options.format === 'json')
        terminal.out((0,render/* renderJson */.hF)(findings));
    else if (options.format === 'github')
        terminal.out((0,render/* renderAnnotations */.Hp)(findings));
    else if (findings.length === 0)
        terminal.out('No findings.\n');
    else
        terminal.out((0,render/* renderText */.S5)(findings, { colour: terminal.colour, source: text }));
    return (0,diagnostic/* hasErrors */.Cs)(findings) || (options.strict && findings.length > 0) ? outcome/* EXIT */.d.invalid : outcome/* EXIT */.d.done;
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

/***/ 4846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   UV: () => (/* binding */ firstLines),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/** The first `most` of some texts in one line, and how many more there are: `a, b and 3 more`. */
function someOf(texts, most, separator = ', ') {
    const shown = texts.slice(0, most).join(separator);
    return texts.length > most ? `${shown} and ${texts.length - most} more` : shown;
}
/** The first `most` of some lines, and a last one that says how many more there are: `and 3 more`. */
function firstLines(lines, most) {
    return lines.length > most ? [...lines.slice(0, most), `and ${lines.length - most} more`] : lines;
}
/** A text of at most `most` characters, counted in code points; the last one is `…` where it was cut. */
function cut(text, most) {
    const characters = [...text];
    return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
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

/***/ 7754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   placeOfKey: () => (/* binding */ placeOfKey)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7359);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3916);
/* harmony import */ var _variants_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6008);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(767);




/**
 * Finds where a manifest that can be read writes a key of an image: the place of its value, for a variant that inherits it
 * the one of its image. Undefined when no image has that name. With `entry` the place of that key inside of the value, and
 * undefined when neither the image nor the variant has it.
 */
function placeOfKey(text, name, key, entry) {
    const source = text.startsWith('\ufeff') ? text.slice(1) : text;
    const { value, offsetOf } = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readYaml */ .g)(source);
    const wanted = entry === undefined ? [key] : [key, entry];
    const path = pathOf(childOf(value, 'images'), name, wanted);
    if (path === undefined)
        return undefined;
    if (entry === undefined)
        return (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .placeFinder */ .a)(source)(offsetOf([...path, key], 'value'));
    const isThere = at(value, [...path, ...wanted]) !== undefined;
    return isThere ? (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .placeFinder */ .a)(source)(offsetOf([...path, ...wanted], 'key')) : undefined;
}
function at(value, path) {
    return path.reduce((inside, step) => childOf(inside, String(step)), value);
}
function pathOf(images, name, wanted) {
    if (images === undefined || !(0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(images))
        return undefined;
    if (images.has(name))
        return ['images', name];
    for (const [image, entry] of images) {
        const variants = childOf(entry, 'variants');
        if (variants === undefined || !(0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(variants))
            continue;
        const own = [...variants].find(([variant]) => (0,_variants_js__WEBPACK_IMPORTED_MODULE_3__/* .variantName */ .L)(image, variant) === name);
        if (own === undefined)
            continue;
        const path = ['images', image];
        return at(own[1], wanted) === undefined ? path : [...path, 'variants', own[0]];
    }
    return undefined;
}
function childOf(value, key) {
    return value !== undefined && (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value) ? value.get(key) : undefined;
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
