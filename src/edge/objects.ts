import { type Routes, routedStore } from '#infra/db/routed-store.ts'
import type { NetworkRecorder } from '#src/app/network-record.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Bindings } from '#src/edge/bindings.ts'
import type { OverviewObject } from '#src/edge/overview-object.ts'
import { heard } from '#src/edge/told.ts'

export const overviewIn = ({ OVERVIEW }: Bindings): OverviewObject =>
  OVERVIEW.get(OVERVIEW.idFromName('overview'))

/** Ways to the objects. An object is had anew each time: what one request holds, another cannot use. */
const routesIn = (bindings: Bindings): Routes => {
  const { LEDGERS } = bindings
  return {
    ask: (scope, name, args) => heard(() => LEDGERS.get(LEDGERS.idFromName(scope)).ask(name, args)),
    ids: (kind) => overviewIn(bindings).ids(kind),
  }
}

/** The store of all funds and networks, and the one way in for each, where its fold is. */
export const objectsIn = (bindings: Bindings) => {
  const routes = routesIn(bindings)
  const recordBy = (name: string) => (scope: string, commands: unknown, options: unknown) =>
    routes.ask(scope, name, [scope, commands, options])
  return {
    store: routedStore(routes),
    record: recordBy('record') as Recorder,
    recordNetwork: recordBy('recordNetwork') as NetworkRecorder,
  }
}
