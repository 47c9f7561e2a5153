import type { run as Run } from '#src/cli/program.ts'
import '#src/cli/loading.ts'

// Asked for after it and not beside it: what one file names is found before any of it has run.
const args = process.argv.slice(2)
const program = args.includes('serve')
  ? (await import('#src/cli/service/packed.ts')).programToServe()
  : '#src/cli/program.ts'
const { run } = (await import(program)) as { readonly run: typeof Run }
await run(args)
