/*
 * The service worker: it keeps the app's own files and its letters, and gives them without a network. It never touches what is asked of the
 * API, and what was written down lies in the phone's database, so that a new edition of the app loses nothing. It waits until
 * the last window is closed: nobody's page changes under the hand.
 */

/** Which edition this is and of which files, put before this script when it is packed. */
declare const edition: string
declare const kept: readonly string[]

/** What is used of a worker's surroundings; the library of types that has it does not go with that of pages. */
type Waiting = Event & { readonly waitUntil: (done: Promise<unknown>) => void }
type Asking = Event & {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
type Surroundings = {
  readonly clients: { readonly claim: () => Promise<void> }
  addEventListener(name: 'install' | 'activate', act: (event: Waiting) => void): void
  addEventListener(name: 'fetch', act: (event: Asking) => void): void
}
const here = globalThis as unknown as Surroundings

const name = `app ${edition}`

here.addEventListener('install', (event) =>
  event.waitUntil(
    caches
      .open(name)
      .then((cache) => cache.addAll(kept.map((path) => new Request(path, { cache: 'reload' })))),
  ),
)

here.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        // Clips are no part of an edition: the page keeps them (`clips.ts`).
        Promise.all(
          names.filter((one) => one !== name && one !== 'clips').map((one) => caches.delete(one)),
        ),
      )
      .then(() => here.clients.claim()),
  ),
)

/** Whichever place in the app is opened, it is the same page. */
const keptFor = ({ url, mode }: Request): string => {
  const { pathname } = new URL(url)
  return mode === 'navigate' ? '/app/' : pathname
}

here.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  const isOwn = origin === location.origin && /^\/(app|fonts)\//.test(pathname)
  if (request.method !== 'GET' || !isOwn) return
  event.respondWith(
    caches
      .open(name)
      .then((cache) => cache.match(keptFor(request)))
      .then((found) => found ?? fetch(request)),
  )
})
