// The search box of a page, with the words that it says, for the tests of what stands around it.
import { opened } from "./opening.js"

const WORDS = {
  hint: "hint", subjects: "subjects", ready: "ready", waiting: "waiting", total: "{n} found", near: "near", beside: "beside", meant: "meant:", rest: "{n} more",
  unsure: "unsure {n}", more: "more", places: "{n} places", none: "none of {q}", nowhere: "nowhere: {words}", apart: "apart:", all: "all", fault_title: "failed", fault: "fault", old_title: "old", old: "too old",
  filters: "filters", without: "without {filter}", field_author: "作者", field_concept: "概念", field_date: "日期", field_stance: "态度",
}
const SETTINGS = { root: "/", home: "/zh-hans/", variant: "zh-hans", none: "nothing", stances: { for: "支持" }, words: WORDS }

export const PAGE = `<label for="__search"></label><input type="checkbox" data-md-toggle="search" id="__search">
  <form><input data-md-component="search-query"></form>
  <div class="md-search-result"><div class="md-search-result__meta"></div><div id="dg-search-note"></div><div id="dg-search-filters"></div><ol class="md-search-result__list"></ol></div>
  <script id="dg-search" type="application/json">${JSON.stringify(SETTINGS)}</script>`

/** An answer of the worker. @param {Partial<SearchAnswer>} own @returns {any} */
export const answer = (own) => ({ typed: "云", kind: "exact", items: [], exact: 0, slips: [], apart: [], filters: [], facets: null, rest: 0, total: own.items?.length ?? 0, wanted: 20, ...own })

/** @type {(title: string, more?: object) => any} */
export const item = (title, more = {}) => ({ location: `https://digest.example/zh-hans/articles/${title}/`, title, text: "", terms: { 云: true }, score: 5, ...more })

/** @param {string[]} scripts @param {object} [options] */
export const page = (scripts, options = {}) => opened(PAGE, scripts, options)
