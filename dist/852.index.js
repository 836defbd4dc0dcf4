export const id = 852;
export const ids = [852];
export const modules = {

/***/ 8852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeComment: () => (/* binding */ writeComment)
/* harmony export */ });
/* harmony import */ var _thrown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1643);

/**
 * Makes a pull request have exactly one comment with this marker: the one that is there is changed, wherever among the
 * others it is. Never rejects: a report must not fail because of its comment.
 */
async function writeComment(order) {
    // Loaded here because only reports of pull requests need it.
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const { rest, paginate } = getOctokit(order.token, { baseUrl: order.apiUrl });
    const { issues } = rest;
    const [owner = '', repo = ''] = order.repository.split('/');
    const place = { owner, repo };
    try {
        let found;
        const pages = paginate.iterator(issues.listComments, {
            ...place,
            issue_number: order.number,
            per_page: 100
        });
        for await (const { data } of pages) {
            found = data.find(comment => comment.body?.startsWith(order.marker) === true);
            if (found !== undefined)
                break;
        }
        if (found === undefined) {
            await issues.createComment({ ...place, issue_number: order.number, body: order.body });
        }
        else if (sameText(found.body ?? '', order.body)) {
            return { kind: 'unchanged' };
        }
        else {
            await issues.updateComment({ ...place, comment_id: found.id, body: order.body });
        }
        return { kind: 'written' };
    }
    catch (error) {
        return endOf(error);
    }
}
/** GitHub gives line ends back as browsers send them, and no space at the end. */
function sameText(a, b) {
    const plain = (text) => text.replaceAll('\r\n', '\n').trimEnd();
    return plain(a) === plain(b);
}
function endOf(error) {
    const status = (0,_thrown_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error);
    // A token without the right gets 403, and 404 where it may not even read.
    if (status === 401 || status === 403 || status === 404) {
        const why = `No comment was written: the token of this run may not (GitHub answers ${status}). The token of a pull request ` +
            'from a fork may only read; otherwise the caller must grant pull-requests: write.';
        return { kind: 'not allowed', why };
    }
    const said = status === undefined ? 'it cannot be reached' : `it answers ${status}`;
    return {
        kind: 'failed',
        why: `No comment was written: ${said} (GitHub's API). This summary has everything.`
    };
}


/***/ })

};
