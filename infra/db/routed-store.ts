import type { NetworkLists } from '#domain/fund/listed.ts'
import type { Budget } from '#domain/ports.ts'
import type { Kind } from '#infra/db/overview.ts'
import type { Store } from '#infra/db/store.ts'

/** What is asked of the object of one fund or network: a method of its store by name. */
type Ask = (scope: string, method: string, args: readonly unknown[]) => Promise<unknown>

export type Routes = {
  readonly ask: Ask
  /** The ids of all journals of a kind. */
  readonly ids: (kind: Kind) => Promise<readonly string[]>
}

/** Those whose first argument says whose they are. */
const byScope = [
  'read',
  'find',
  'append',
  'subjects',
  'subject',
  'subjectsBy',
  'changesSince',
  'viewsHead',
  'balances',
  'postings',
  'flags',
  'replace',
  'keep',
  'of',
  'noteOf',
  'networkHead',
  'networkSubjects',
  'potSubjects',
  'auditSubjects',
  'registerSubjects',
  'replaceNetwork',
  'user',
  'userByLogin',
  'users',
  'memberships',
  'membershipsOfFund',
  'device',
  'deviceByToken',
  'devices',
  'changeOpenSession',
  'signedIn',
  'openSessions',
  'deviceUsers',
  'key',
  'keysOf',
  'takeKey',
  'voidKeys',
  'card',
  'cardByToken',
  'cards',
  'activities',
  'activitiesAbout',
  'keepNames',
  'names',
  'photo',
  'photographed',
  'keepNominees',
  'nominees',
  'keepKinships',
  'kinships',
  'forget',
  'resealSupportFile',
  'supportFile',
  'supportFiles',
  'dropSupportFile',
  'takeClaims',
  'claimHolders',
  'dropClaims',
  'messageRow',
  'messageRows',
  'changeMessageRows',
  'markFaults',
  'tableCounts',
  'markAnew',
  'atRest',
  'sealAnew',
] as const satisfies readonly (keyof Store)[]

/** Those that keep a row which says whose it is. */
const byNetwork = [
  'keepUser',
  'keepMembership',
  'keepDevice',
  'keepSession',
  'keepKey',
] as const satisfies readonly (keyof Store)[]

const byFund = [
  'keepCard',
  'keepPhoto',
  'dropKinship',
  'keepSupportFile',
] as const satisfies readonly (keyof Store)[]

const ofNetworks = [
  'read',
  'find',
  'append',
] as const satisfies readonly (keyof Store['networks'])[]

/** Everything that an object answers by name, so that nothing else of it can be asked. */
export const askable: readonly string[] = [
  ...byScope,
  ...byNetwork,
  ...ofNetworks.map((name) => `networks.${name}`),
  ...byFund,
  'noteActivity',
  'viewFundIds',
]

type Methods = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>

const named = (
  names: readonly string[],
  method: (name: string) => (...args: never[]) => Promise<unknown>,
): Methods => Object.fromEntries(names.map((name) => [name, method(name) as Methods[string]]))

/** Every fund has a database of its own here: each is asked, all at once. */
const listedBy = (
  books: Pick<Store, 'networkSubjects' | 'noteOf' | 'subject' | 'read'>,
): NetworkLists => ({
  networkFunds: async (networkId) => {
    const joined = (await books.networkSubjects(networkId)).filter(({ kind }) => kind === 'fund')
    return Promise.all(
      joined.map(async ({ key: fundId, data }) => {
        const [name, row] = await Promise.all([
          books.noteOf(fundId, 'fund'),
          books.subject(fundId, 'summary', 'fund'),
        ])
        return { fundId, data, name, summary: row?.data }
      }),
    )
  },
  hashesAt: async (places) => {
    const rows = await Promise.all(
      places.map(async ({ fundId, seq }) => (await books.read(fundId, seq - 1, 1))[0]),
    )
    return new Map(rows.flatMap((row) => (row ? [[row.fundId, row.hash] as const] : [])))
  },
})

/**
 * A store of which every fund and every network has an object of its own, somewhere. Each call goes to
 * the object whose it is; only the lists of all ids come from the overview that the objects keep told.
 */
export const routedStore = ({ ask, ids }: Routes): Omit<Store, 'close'> => {
  const toScope =
    (name: string) =>
    (scope: string, ...rest: unknown[]) =>
      ask(scope, name, [scope, ...rest])
  const routed = {
    ...named(byScope, toScope),
    ...named(
      byNetwork,
      (name) => (row: { readonly networkId: string }) => ask(row.networkId, name, [row]),
    ),
    ...named(byFund, (name) => async (row: { readonly fundId: string }) => {
      await ask(row.fundId, name, [row])
    }),
  } as unknown as Pick<
    Store,
    (typeof byScope)[number] | (typeof byNetwork)[number] | (typeof byFund)[number]
  >
  const networks = named(ofNetworks, (name) => toScope(`networks.${name}`)) as unknown as Pick<
    Store['networks'],
    (typeof ofNetworks)[number]
  >
  return {
    ...routed,
    networks: { ...networks, fundIds: async (atMost) => (await ids('network')).slice(0, atMost) },
    fundIds: async (atMost) => (await ids('fund')).slice(0, atMost),
    ...listedBy(routed),
    viewFundIds: async () => {
      const found = await Promise.all(
        (await ids('fund')).map((fundId) => ask(fundId, 'viewFundIds', []) as Promise<string[]>),
      )
      return [...new Set(found.flat())].toSorted()
    },
    noteActivity: async (rows) => {
      for (const [scope, own] of Map.groupBy(rows, (row) => row.scope))
        await ask(scope, 'noteActivity', [own])
    },
    changeBudget: async <Answer>(
      scope: string,
      subject: string,
      after: (before: Budget | undefined) => { readonly budget: Budget; readonly answer: Answer },
    ) => (await ask(scope, 'changeBudget', [scope, subject, after])) as Answer,
  }
}
