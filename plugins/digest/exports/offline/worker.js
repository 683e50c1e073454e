// Keeps what was read for times without a network. Pages come from the network whenever it answers: what is kept is
// shown only when it does not, and says of itself from when it is (data-kept, which offline.js tells the reader).
// Files that are named by their content never change, and are taken from what is kept.
/* global VERSION, KEEP */
const PAGES = "digest-pages", FILES = "digest-files"
const MOST_PAGES = 200, MOST_FILES = 400
const WHEN = "x-kept-on"
const BY_CONTENT = /(?:[.-][0-9a-f]{8,}\.(?:min\.)?(?:css|js)|\/search\/[0-9a-f]{12}\.bin|\/cards\/[0-9a-f]{20}\.png)$/

const trim = async (name, most) => {
  const cache = await caches.open(name)
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)))
}

const put = async (name, request, answer, most) => {
  const headers = new Headers(answer.headers)
  headers.set(WHEN, new Date().toISOString())
  const cache = await caches.open(name)
  // Taken out first: the newest stands last, and what is oldest is let go.
  await cache.delete(request)
  await cache.put(request, new Response(await answer.blob(), { status: 200, headers }))
  await trim(name, most)
}

const marked = async (kept) => {
  const when = kept.headers.get(WHEN) ?? ""
  const text = (await kept.text()).replace(/<html(?=[\s>])/, `<html data-kept="${when.replace(/[^0-9TZ:.-]/g, "")}"`)
  const headers = new Headers(kept.headers)
  for (const name of ["content-length", "content-encoding"]) headers.delete(name)
  return new Response(text, { headers })
}

const page = async (request) => {
  // Without what follows #, and without a question: one page is kept once.
  const url = new URL(request.url)
  const key = url.origin + url.pathname
  try {
    // The browser's own store may hold a page for new for days: asked is the host.
    const answer = await fetch(request, { cache: "no-cache" })
    if (answer.ok && !answer.redirected) put(PAGES, key, answer.clone(), MOST_PAGES)
    return answer
  } catch (fault) {
    const kept = await caches.match(key)
    if (kept) return marked(kept)
    throw fault
  }
}

const file = async (request) => {
  const isFixed = BY_CONTENT.test(new URL(request.url).pathname)
  const kept = isFixed ? await caches.match(request) : undefined
  if (kept) return kept
  try {
    const answer = await fetch(request)
    if (answer.ok && answer.status === 200) put(FILES, request, answer.clone(), MOST_FILES)
    return answer
  } catch (fault) {
    // Parts of the search are asked for with their version behind a question mark.
    const older = await caches.match(request) ?? await caches.match(request, { ignoreSearch: true })
    if (older) return older
    throw fault
  }
}

// A part of a file that is named by its content: kept as a file of its own, by which part it is.
const part = async (request) => {
  const key = `${request.url}?${request.headers.get("range")}`
  const kept = await caches.match(key)
  if (kept) return new Response(await kept.blob(), { status: 206, headers: kept.headers })
  const answer = await fetch(request)
  if (answer.status === 206) put(FILES, key, answer.clone(), MOST_FILES)
  return answer
}

// What the search needs: fetched once a reader has come back for a second page, and again where it is another.
const keep = async () => {
  const cache = await caches.open(FILES)
  const mark = new URL("?kept", registration.scope).href
  if ((await (await cache.match(mark))?.text()) === VERSION) return
  for (const name of KEEP) {
    const url = new URL(name, registration.scope).href
    if (BY_CONTENT.test(url) && await cache.match(url)) continue
    const answer = await fetch(url, { cache: "no-cache" })
    if (!answer.ok) return
    await put(FILES, url, answer, MOST_FILES)
  }
  await cache.put(mark, new Response(VERSION))
}

addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil(clients.claim()))
addEventListener("message", (event) => { if (event.data === "keep") event.waitUntil(keep().catch(() => {})) })
addEventListener("fetch", (event) => {
  const { request } = event
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return
  if (request.headers.has("range")) {
    if (BY_CONTENT.test(new URL(request.url).pathname)) event.respondWith(part(request))
    return
  }
  event.respondWith(request.mode === "navigate" ? page(request) : file(request))
})
