import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

/*
 * Plain JavaScript, as `begin.js` is: Node reads it without what takes types out of a file, which weighs ten MiB and is
 * needed no more once everything was compiled. Kept beside the program and in no folder that all share: whoever writes
 * compiled code writes the program. Where it cannot be written, nothing is kept.
 */
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))
