import { registerHooks } from 'node:module'

/* Told to Node before a program: at its end it says on standard error how many files were loaded, and of which packages. */

const files = new Set<string>()
registerHooks({
  load: (url, context, next) => {
    if (url.startsWith('file:')) files.add(url)
    return next(url, context)
  },
})
process.on('exit', () => {
  const packages = [...files].map((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1])
  const named = [...new Set(packages.filter((name) => name !== undefined))].toSorted()
  process.stderr.write(JSON.stringify({ files: files.size, packages: named }))
})
