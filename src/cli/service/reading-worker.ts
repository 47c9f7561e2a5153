import { parentPort, workerData } from 'node:worker_threads'
import { sha256 } from '#infra/system/system.ts'
import type { Asked } from '#src/cli/service/reading.ts'
import { readerHere } from '#src/exchange/reader.ts'

/* A thread that reads one file that came from elsewhere, and tells what is in it. */

const { what, of } = workerData as Asked
const read = readerHere(sha256)[what] as (...given: readonly unknown[]) => Promise<unknown>
parentPort!.postMessage(await read(...of))
