import ts from 'typescript'

/**
 * One way to break a file: the text from `start` to `end` becomes `text`.
 * @typedef {{ operator: string, start: number, end: number, text: string }} Edit
 */

const K = ts.SyntaxKind
const COMPARISONS = new Map([
  [K.EqualsEqualsEqualsToken, ['!==']],
  [K.ExclamationEqualsEqualsToken, ['===']],
  [K.LessThanToken, ['<=', '>=']],
  [K.LessThanEqualsToken, ['<', '>']],
  [K.GreaterThanToken, ['>=', '<=']],
  [K.GreaterThanEqualsToken, ['>', '<']]
])
const LOGIC = new Map([
  [K.AmpersandAmpersandToken, '||'],
  [K.BarBarToken, '&&'],
  [K.QuestionQuestionToken, '&&']
])
const ARITHMETIC = new Map([
  [K.PlusToken, '-'],
  [K.MinusToken, '+'],
  [K.AsteriskToken, '/'],
  [K.SlashToken, '*'],
  [K.PlusEqualsToken, '-='],
  [K.MinusEqualsToken, '+=']
])
const METHODS = new Map([
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['indexOf', 'lastIndexOf'],
  ['lastIndexOf', 'indexOf'],
  ['find', 'findLast'],
  ['findLast', 'find'],
  ['push', 'unshift'],
  ['pop', 'shift']
])
const DROPPED_METHODS = new Set(['toLowerCase', 'toUpperCase', 'trim', 'sort', 'filter', 'slice', 'reverse'])
/** Texts for people: golden cases and the tests of the pages hold them, not these. */
const TEXTS = new Set(['message', 'remedy', 'how', 'why', 'reason', 'title', 'what', 'docs', 'refused'])

/**
 * All mutants of a file, by one operator each: comparisons, logic, conditions, arithmetic, literals, dropped statements,
 * dropped and swapped calls, arms of `?:`, anchors of regular expressions.
 * @param {string} text TypeScript
 * @returns {readonly Edit[]}
 */
export function editsOf(text) {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true)
  const edits = []
  const visit = node => {
    if (isOnlyForTypes(node) || isTextForPeople(node)) return
    edits.push(...editsAt(node, source))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return edits
}

function isOnlyForTypes(node) {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node)
  )
}

function isTextForPeople(node) {
  const named = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)
  return (named && ts.isIdentifier(node.name) && TEXTS.has(node.name.text)) || ts.isThrowStatement(node)
}

function editsAt(node, source) {
  const text = each => each.getText(source)
  const edit = (operator, at, replacement) => ({
    operator,
    start: at.getStart(source),
    end: at.getEnd(),
    text: replacement
  })
  const edits = []
  if (ts.isBinaryExpression(node)) edits.push(...ofBinary(node, edit))
  const condition = conditionOf(node)
  if (condition !== undefined && !isPlainTruth(condition)) {
    if (!hasOwnNegation(condition)) edits.push(edit('negate condition', condition, `!(${text(condition)})`))
    if (!ts.isForStatement(node) && !ts.isWhileStatement(node))
      edits.push(edit('condition is true', condition, 'true'))
    edits.push(edit('condition is false', condition, 'false'))
  }
  if (ts.isConditionalExpression(node)) {
    const swapped = `${text(node.condition)} ? ${text(node.whenFalse)} : ${text(node.whenTrue)}`
    edits.push(edit('swap arms', node, swapped))
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken)
    edits.push(edit('drop !', node, text(node.operand)))
  if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(node.operator)) {
    const plus = node.operator === K.PlusPlusToken
    edits.push(edit('swap ++ and --', node, text(node).replace(plus ? '++' : '--', plus ? '--' : '++')))
  }
  if (isDroppable(node)) edits.push(edit('drop statement', node, ';'))
  if (ts.isCallExpression(node)) edits.push(...ofCall(node, edit, text))
  edits.push(...ofLiteral(node, edit, text))
  return edits
}

function ofBinary(node, edit) {
  const { operatorToken: token, left, right } = node
  const edits = (COMPARISONS.get(token.kind) ?? []).map(other => edit('comparison', token, other))
  const logic = LOGIC.get(token.kind)
  if (logic !== undefined && !(token.kind === K.QuestionQuestionToken && isForCompiler(left, right)))
    edits.push(edit('logic', token, logic))
  const arithmetic = ARITHMETIC.get(token.kind)
  if (arithmetic !== undefined && !isString(left) && !isString(right))
    edits.push(edit('arithmetic', token, arithmetic))
  return edits
}

/** `list[0] ?? ''`: the compiler asks for it where the element is known to be there. */
function isForCompiler(left, right) {
  const empty =
    (ts.isStringLiteral(right) && right.text === '') ||
    ts.isNumericLiteral(right) ||
    (ts.isArrayLiteralExpression(right) && right.elements.length === 0)
  return empty && (ts.isElementAccessExpression(left) || /\.at\(-?\d+\)$|\]$/.test(left.getText()))
}

const isString = node =>
  ts.isStringLiteral(node) || ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)
const isStep = operator => operator === K.PlusPlusToken || operator === K.MinusMinusToken
const isPlainTruth = node => node.kind === K.TrueKeyword || node.kind === K.FalseKeyword

/** `a === b` and `!a` are negated by operators of their own. */
function hasOwnNegation(node) {
  return (
    ts.isPrefixUnaryExpression(node) ||
    (ts.isBinaryExpression(node) && COMPARISONS.has(node.operatorToken.kind))
  )
}

function conditionOf(node) {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return node.expression
  return ts.isConditionalExpression(node) || ts.isForStatement(node) ? node.condition : undefined
}

function isDroppable(node) {
  if (ts.isExpressionStatement(node)) return true
  return ts.isContinueStatement(node) || ts.isBreakStatement(node)
}

function ofCall(node, edit, text) {
  if (!ts.isPropertyAccessExpression(node.expression)) return []
  const { name, expression } = node.expression
  const other = METHODS.get(name.text)
  if (other !== undefined) return [edit('swap method', name, other)]
  return DROPPED_METHODS.has(name.text) ? [edit('drop call', node, text(expression))] : []
}

function ofLiteral(node, edit, text) {
  if (isPlainTruth(node)) return [edit('flip boolean', node, node.kind === K.TrueKeyword ? 'false' : 'true')]
  if (ts.isNumericLiteral(node))
    return [edit('number', node, String(Number(node.text.replaceAll('_', '')) + 1))]
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0)
    return isPattern(node) ? [] : [edit('empty list', node, '[]')]
  if (ts.isRegularExpressionLiteral(node)) return ofRegExp(node, edit, text)
  if (!ts.isStringLiteral(node) || isName(node)) return []
  return [edit('text', node, node.text === '' ? "'mutant'" : "''")]
}

/** `[a, b] = …` takes apart and is no list. */
function isPattern(node) {
  return ts.isBinaryExpression(node.parent) && node.parent.left === node
}

/** A key of an object, not a value. */
function isName(node) {
  const { parent } = node
  return ts.isPropertyAssignment(parent) && parent.name === node
}

function ofRegExp(node, edit, text) {
  const written = text(node)
  const edits = []
  if (written.startsWith('/^')) edits.push(edit('anchor', node, `/${written.slice(2)}`))
  if (/\$\/[a-z]*$/.test(written)) edits.push(edit('anchor', node, written.replace(/\$(\/[a-z]*)$/, '$1')))
  if (/[^\\]\+/.test(written)) edits.push(edit('quantifier', node, written.replace(/([^\\])\+/, '$1')))
  return edits
}
