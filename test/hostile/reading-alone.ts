import { readFileSync, writeFileSync, writeSync } from 'node:fs'
import { readers } from '#test/hostile/file-readers.ts'

/*
 * A program that reads files one after another and tells how high its memory stood at most with each, in MiB above where it began:
 * node --max-old-space-size=… --expose-gc reading-alone.ts < [["READER", "FILE"], …]. One whose heap passes what it is given
 * ends it, and what it told last names the file before.
 */

type Asked = readonly (readonly [reader: string, file: string])[]
const asked = JSON.parse(readFileSync(0, 'utf8')) as Asked

const statusIn = (name: string): number =>
  Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'))![1]) /
  1024

/** Two that are no readers of ours: what makes much of a file, on the heap or beside it, has to be seen. */
const manyTimes: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  'much on the heap': (bytes) =>
    Array.from({ length: 300 }, () => Array<number>(131_072).fill(bytes[0]! + 0.5)),
  'much beside the heap': (bytes) =>
    Array.from({ length: 300 }, () => Buffer.alloc(1_048_576, bytes)),
}

globalThis.gc!()
const began = statusIn('VmRSS')
for (const [name, file] of asked) {
  const bytes = new Uint8Array(readFileSync(file))
  const read = readers[name]?.read ?? manyTimes[name]!
  globalThis.gc!()
  // From here on the highest is counted anew.
  writeFileSync('/proc/self/clear_refs', '5')
  // What a reader says of a broken file is looked at elsewhere.
  await Promise.resolve(bytes)
    .then(read)
    .catch(() => undefined)
  writeSync(1, `${Math.ceil(statusIn('VmHWM') - began)}\n`)
}
