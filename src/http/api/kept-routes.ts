import type { Result, Router } from 'hono/router'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { SmartRouter } from 'hono/router/smart-router'
import { TrieRouter } from 'hono/router/trie-router'
import { lastKept } from '#src/app/turns.ts'

const pathsMost = 1000
/** Longer ones are no pages of ours that anybody asks for twice. */
const lengthMost = 200

/**
 * The framework's own router, which goes through some hundred routes for each request. A path that is asked for again is
 * answered by the same ones: what was found is kept, for as many paths as are in use.
 */
export const keptRoutes = <T>(): Router<T> => {
  const router = new SmartRouter<T>({ routers: [new RegExpRouter(), new TrieRouter()] })
  const found = lastKept<Result<T>>(pathsMost)
  return {
    name: 'kept routes',
    add: (method, path, handler) => router.add(method, path, handler),
    match: (method, path) => {
      const name = `${method} ${path}`
      const known = found.get(name)
      if (known) return known
      const result = router.match(method, path)
      if (path.length <= lengthMost) found.keep(name, result)
      return result
    },
  }
}
