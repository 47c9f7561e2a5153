// Where the program begins when it is started by its name: what was compiled before is found from the first file on.
import './compiled.js'

await import('./cli.ts')
