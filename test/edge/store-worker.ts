import { AsyncLocalStorage } from 'node:async_hooks'
import { type Objects, overviewIn } from '#src/edge/overview-bound.ts'
import type { ObjectState } from 'cloudflare:workers'
import { durableOrm } from '#infra/db/durable-store.ts'
import { NoteSchema } from '#infra/db/schema.ts'
import { secretsAtEdge } from '#infra/system/secrets-at-edge.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import type { Bindings } from '#src/edge/bindings.ts'
import { LedgerObject as Ledger } from '#src/edge/ledger-object.ts'
import { objectsIn } from '#src/edge/objects.ts'
import type { Known, News } from '#infra/db/overview.ts'
import type { Reply } from '#src/edge/reply.ts'
import { endOf } from '#test/edge/wire.ts'

export { CasesObject } from '#src/edge/cases-object.ts'
export { OverviewObject } from '#src/edge/overview-object.ts'

const within = <Class>(objects: Objects<Class>, world: string): Objects<Class> => ({
  idFromName: (name) => objects.idFromName(`${world} ${name}`),
  get: (id) => objects.get(id),
})

/** The bindings as one test sees them: objects that no other test has used. */
const inWorld = (bindings: Bindings, world: string): Bindings => ({
  ...bindings,
  LEDGERS: within(bindings.LEDGERS, world),
  OVERVIEW: within(bindings.OVERVIEW, world),
})

/** How many statements of one write are still to come, known in that write alone. */
const counted = new AsyncLocalStorage<{ left: number }>()

/** The object of the service, with what only a test asks: what it keeps, and to be thrown out of memory. */
export class LedgerObject extends Ledger {
  readonly #state: ObjectState
  #toCome: { left: number } | undefined

  constructor(ctx: ObjectState, env: Bindings) {
    super(ctx, inWorld(env, (ctx.id.name ?? '').split(' ')[0] ?? ''))
    this.#state = ctx
    const { sql } = ctx.storage
    const exec = sql.exec.bind(sql)
    const counting: typeof exec = (...asked) => {
      const toCome = counted.getStore()
      if (toCome) toCome.left -= 1
      if (toCome?.left === 0) this.#abort('in the middle of a write, by a test')
      return exec(...asked)
    }
    Object.defineProperty(sql, 'exec', { value: counting })
  }

  #abort(why: string): void {
    ;(this.#state as unknown as { abort: (why: string) => void }).abort(why)
  }

  /** An alarm or a comparison that runs beside a write asks statements too: they are not the write's. */
  override ask(name: string, args: readonly unknown[]): Promise<Reply> {
    const asked = () => super.ask(name, args)
    return name === 'record' && this.#toCome ? counted.run(this.#toCome, asked) : asked()
  }

  /** The next write throws it out of memory before the statement that comes so many further on. */
  async breakAt(statement: number): Promise<void> {
    this.#toCome = { left: statement }
  }

  /** How many statements were still to come until then; from now on no write is broken. */
  async stillToCome(): Promise<number> {
    const left = this.#toCome?.left ?? 0
    this.#toCome = undefined
    return left
  }

  async tables(): Promise<string[]> {
    return this.#state.storage.sql
      .exec(`select name from sqlite_schema where type = 'table'`)
      .toArray()
      .map(({ name }) => String(name))
      .filter((name) => !/^(?:_cf_|__miniflare|sqlite_)/.test(name))
  }

  async count(table: string): Promise<number> {
    const [row] = this.#state.storage.sql.exec(`select count(*) as n from ${table}`).toArray()
    return Number(row!['n'])
  }

  async run(statement: string): Promise<void> {
    this.#state.storage.sql.exec(statement)
  }

  /** What the ORM's own reading and writing makes of a note, with nothing made out of text. */
  async noteByOrm(fundId: string): Promise<string[]> {
    const orm = await durableOrm(this.#state.storage, () => false)
    const writing = orm.em.fork()
    writing.create(NoteSchema, { fundId, subject: 'fund:', text: 'a village' })
    await writing.flush()
    const changing = orm.em.fork()
    const note = await changing.findOneOrFail(NoteSchema, { fundId, subject: 'fund:' })
    note.text = `${note.text} by the river`
    await changing.flush()
    return (await orm.em.fork().find(NoteSchema, { fundId })).map(({ text }) => text)
  }

  /** The alarm as it goes off, without the wait. */
  async ring(): Promise<void> {
    await this.alarm()
  }

  async restart(): Promise<void> {
    this.#abort('restarted by a test')
  }
}

/** What a test may ask, all in a world of its own. */
const answersIn = (bindings: Bindings) => {
  const { store, record, recordNetwork } = objectsIn(bindings)
  const ledger = (scope: string) =>
    bindings.LEDGERS.get(bindings.LEDGERS.idFromName(scope)) as LedgerObject
  const secrets = secretsAtEdge({ pepper: 'a pepper for tests only, not a secret' })
  const signer = signerOnNode({ secret: 'a signing secret for tests' })
  const methods = {
    ...store,
    ...Object.fromEntries(
      Object.entries(store.networks).map(([name, method]) => [`networks.${name}`, method]),
    ),
    record,
    recordNetwork,
    seal: secrets.seal,
    fits: secrets.fits,
    sign: signer.sign,
    publicKey: signer.publicKey,
    tables: (scope: string) => ledger(scope).tables(),
    count: (scope: string, table: string) => ledger(scope).count(table),
    run: (scope: string, statement: string) => ledger(scope).run(statement),
    noteByOrm: (scope: string) => ledger(scope).noteByOrm(scope),
    alarm: (scope: string) => ledger(scope).ring(),
    restart: (scope: string) =>
      ledger(scope)
        .restart()
        .catch(() => undefined),
    breakAt: (scope: string, statement: number) => ledger(scope).breakAt(statement),
    stillToCome: (scope: string) => ledger(scope).stillToCome(),
    hear: (news: News) => overviewIn(bindings).hear(news),
    known: (kind: Known['id'], id: string) => overviewIn(bindings).known(kind as 'fund', id),
  }
  return methods as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>
}

declare const WebSocketPair: new () => {
  0: WebSocket
  1: WebSocket & { readonly accept: () => void }
}

/** A line to the objects of one world: calls in, answers out, functions called back. */
const lineOf = (bindings: Bindings, world: string): Response => {
  const { 0: theirs, 1: ours } = new WebSocketPair()
  const answers = answersIn(inWorld(bindings, world))
  const end = endOf({
    say: (text) => ours.send(text),
    answer: (name, args) => answers[name]!(...args),
  })
  ours.accept()
  ours.addEventListener('message', ({ data }) => end.hear(String(data)))
  return new Response(null, { status: 101, webSocket: theirs } as ResponseInit)
}

export default {
  fetch: (asked: Request, bindings: Bindings): Response =>
    lineOf(bindings, new URL(asked.url).pathname.slice(1)),
}
