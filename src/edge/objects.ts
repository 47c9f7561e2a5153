import type { Leaves } from '#domain/cases/leaves.ts'
import { type Routes, routedStore } from '#infra/db/routed-store.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import type { NamedHead } from '#src/app/heads.ts'
import type { KeptBeside } from '#src/app/cases/team.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Bindings } from '#src/edge/bindings.ts'
import { casesIn, keptIn } from '#src/edge/cases-object.ts'
import { headsKept } from '#src/edge/kept-heads.ts'
import { overviewIn } from '#src/edge/overview-bound.ts'
import { unpacked } from '#src/edge/reply.ts'
import type { AppNeeds } from '#src/http/needs.ts'

/** Lets something come to its end after the answer has gone out. */
export type After = (work: Promise<unknown>) => void

/** Where a Worker's funds and networks are kept, and what is done around each request for it. */
export type Kept = Pick<AppNeeds, 'store' | 'record' | 'recordNetwork' | 'isReady'> & {
  /** Where cases are kept, apart from both. */
  readonly leaves: Leaves
  /** How far each journal had come, as it is kept outside of where it is; left out, where nothing is. */
  readonly keptHeads?: () => Promise<readonly NamedHead[]>
  readonly around: <T>(work: () => Promise<T>, after: After) => Promise<T>
  /** A few sealed bytes beside the cases, by which an older copy of them is known. */
  readonly kept: KeptBeside
}

/** The store and the one way in, each asked by name wherever they are. */
export const routedKept = (routes: Routes): Pick<Kept, 'store' | 'record' | 'recordNetwork'> => {
  const recordBy = (name: string) => (scope: string, commands: unknown, options: unknown) =>
    routes.ask(scope, name, [scope, commands, options])
  return {
    store: routedStore(routes),
    record: recordBy('record') as Recorder,
    recordNetwork: recordBy('recordNetwork') as NetworkRecorder,
  }
}

const canList = async (bindings: Bindings): Promise<boolean> => {
  try {
    await overviewIn(bindings).ids('network')
    return true
  } catch {
    return false
  }
}

/** Kept in objects. One is had anew each time: what one request holds, another cannot use. */
export const objectsIn = (bindings: Bindings): Kept => {
  const { LEDGERS } = bindings
  return {
    ...routedKept({
      ask: (scope, name, args) =>
        unpacked(() => LEDGERS.get(LEDGERS.idFromName(scope)).ask(name, args)),
      ids: (kind) => overviewIn(bindings).ids(kind),
    }),
    leaves: casesIn(bindings),
    kept: keptIn(bindings),
    isReady: () => canList(bindings),
    keptHeads: () => headsKept(bindings),
    around: (work) => work(),
  }
}
