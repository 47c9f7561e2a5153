import { textsOf } from '#src/app/cases/kept-texts.ts'
import { today } from '#test/http/access/two-networks.ts'
import { atDesk } from '#test/http/cases/desk.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

export const told = {
  kind: 'duty',
  about: 'Golden River',
  text: 'They took 700 dollars and gave no receipt.',
  month: '2025-11',
  province: 'anywhere',
  reach: '',
  slip: '',
} as const

/** One form with whatever files, as a browser sends it that knows nobody. */
export const tell = (
  village: Village,
  more: Readonly<Record<string, string>> = {},
  {
    from = '198.51.100.7',
    files = [],
  }: { readonly from?: string; readonly files?: readonly Uint8Array<ArrayBuffer>[] } = {},
): Promise<Response> => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ n: village.a.networkId, ...told, ...more }))
    form.append(name, value)
  if (files.length === 0) form.append('files', new File([], ''))
  for (const [i, bytes] of files.entries())
    form.append('files', new File([bytes], `photo ${i}.jpg`))
  return Promise.resolve(
    village.service.request(
      '/report',
      { method: 'POST', headers: { host: ourHost }, body: form },
      { incoming: { socket: { remoteAddress: from } } },
    ),
  )
}

/** Two sources that know nothing of each other, as the desk asks for them. */
export const twoSources = {
  basis: 'two-sources',
  'first-kind': 'family',
  'first-whose': 'her sister at the market',
  'first-on': '2025-11-03',
  'second-kind': 'paper',
  'second-whose': 'a receipt that she showed',
  'second-on': '2025-11-04',
} as const

/** The sixteen digits of a page that tells them. */
export const receiptIn = (page: string): string =>
  [.../<p class="figure receipt">(.*?)<\/p>/s.exec(page)![1]!.matchAll(/\d{4}/g)]
    .map(([four]) => four)
    .join(' ')

const formOf = (fields: Readonly<Record<string, string>>) => ({
  method: 'POST',
  headers: { host: ourHost, 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})

/** Whoever has the receipt, on any phone. */
export const withReceipt = async (
  village: Village,
  receipt: string,
  act: 'read' | 'take-back' = 'read',
): Promise<Response> =>
  village.service.request(`/report/${act}`, formOf({ n: village.a.networkId, receipt }))

/** A worker and a supervisor whose desks are open. */
export const team = async (village: Village) => {
  const { find } = asking(village)
  const worker = await atDesk(village, find('migration-worker'))
  const supervisor = await atDesk(village, find('case-supervisor'))
  for (const one of [worker, supervisor])
    if ((await one.first()).status !== 303 || (await one.ask('/cases')).status !== 200)
      await one.open()
  return { worker, supervisor }
}

type Team = Awaited<ReturnType<typeof team>>

/** What one of the team types in for somebody, and the receipt that stands on that one's screen. */
export const typedIn = async (
  worker: Team['worker'],
  more: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const form = new FormData()
  const said = { channel: 'paper', kind: 'money-lost', about: '', text: 'She paid and never left.' }
  const all = { ...said, month: '', province: '08', reach: '', ...more }
  for (const [name, value] of Object.entries(all)) form.append(name, value)
  form.append('files', new File([], ''))
  return receiptIn(await (await worker.ask('/reports/new', form)).text())
}

/** The name of the sealed report that holds some words. */
export const sealedWith = async ({ needs, a }: Village, words: string): Promise<string> => {
  const reports = await textsOf(needs.cases!, { part: 'reports', scope: a.networkId })
  return [...reports].find(([, text]) => text.includes(words))![0]
}

/** An agency in the register of the first network. */
export const agencyIn = async ({ needs, a }: Village, name = 'Golden River'): Promise<string> => {
  const partyId = needs.ids()
  const by = { actor: 'test', device: 'test' }
  const envelope = { id: needs.ids(), v: 1 as const, effectiveOn: today }
  const command = {
    ...envelope,
    type: 'RegisterParty' as const,
    partyId,
    kind: 'agency' as const,
    called: { what: 'name' as const, latin: name },
    source: 'ministry-list' as const,
    seenOn: today,
  }
  await needs.recordNetwork(a.networkId, [command], by)
  return partyId
}

/** The code of the first report in the list that holds something. */
export const codeIn = (page: string): string => /\/reports\/of\/([0-9a-f]{32})/.exec(page)![1]!
