import '#src/cli/loading.ts'

// Asked for after it and not beside it: what one file names is found before any of it has run.
const { run } = await import('#src/cli/program.ts')
await run(process.argv.slice(2))
