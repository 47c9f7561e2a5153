import { operations } from '#domain/operations/all.ts'
import { byName } from '#domain/operations/operation.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { rolesOfMember } from '#domain/access/roles.ts'
import { staffRolesOn } from '#domain/network.ts'
import type { ActivityRow } from '#domain/ports.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { networkOf } from '#src/app/identity/persons.ts'
import { bookOf } from '#src/app/queries.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { placeOf } from '#src/desk/places.ts'
import { isExportForm } from '#src/exchange/export-forms.ts'
import { frameOf, mainRoles } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { noteLooks } from '#src/http/guard.ts'
import type { Pages } from '#src/http/page.ts'
import { type LogLine, logPage } from '#src/pages/entrance/log-page.ts'
import { type Html, behindFirstPage } from '#src/pages/layout.ts'
import { actInWords, openedInWords } from '#src/words/act-words.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { entranceWords, logWords } from '#src/words/words.ts'

const linesAtATime = 40

type Names = {
  readonly member: ReadonlyMap<string, string>
  readonly loan: ReadonlyMap<string, string>
  /** Numbers in the book, of entries of the lines that are shown. */
  readonly entry: ReadonlyMap<string, number>
  /** Users of this fund and of its network, as the fund may know them. */
  readonly user: ReadonlyMap<string, string>
  readonly device: ReadonlyMap<string, string>
}

/** The entries that came of what the lines tell, by their number; of the network's own there is none here. */
const entriesOf = async (
  context: HttpContext,
  fundId: string,
  rows: readonly ActivityRow[],
): Promise<ReadonlyMap<string, number>> => {
  const ids = rows.flatMap(({ subject }) => /^entry:([0-9a-f-]{36})$/.exec(subject)?.[1] ?? [])
  const found = ids.length === 0 ? [] : await context.get('needs').store.find(fundId, ids)
  return new Map(found.map(({ id, seq }) => [id, seq]))
}

/** Whom the log may name: officers by card and office, staff by their task, nobody by login. */
const namesOf = async (
  context: HttpContext,
  fundId: string,
  rows: readonly ActivityRow[],
): Promise<Names> => {
  const entry = await entriesOf(context, fundId, rows)
  const { store, today } = context.get('needs')
  const language = context.get('language')
  const said = logWords.in(language)
  const { roleName } = entranceWords.in(language)
  const day = today()
  const book = await bookOf(store, fundId)
  const members = book?.members ?? []
  const networkId = await networkOf(store, await store.networks.fundIds(), fundId)
  if (networkId === undefined)
    return { member: new Map(), loan: new Map(), entry, user: new Map(), device: new Map() }
  const network = await networkBookOf(store, networkId)
  const staff = (network?.staff ?? []).map(
    (one) => [one.userId, staffRolesOn(one, day).map(roleName).join(' · ')] as const,
  )
  const officers = (await store.membershipsOfFund(networkId, fundId)).flatMap((own) => {
    const member = members.find(({ memberId }) => memberId === own.memberId)
    if (!member) return []
    const offices = mainRoles(rolesOfMember(member, day)).map(roleName)
    return [[own.userId, said.officer(member.card, offices.join(' · '))] as const]
  })
  return {
    member: new Map(members.map(({ memberId, card }) => [memberId, card])),
    loan: new Map((book?.loans ?? []).map(({ loanId, number }) => [loanId, number])),
    entry,
    user: new Map([...staff.filter(([, role]) => role !== ''), ...officers]),
    device: new Map(
      (await store.devices(networkId)).map(({ deviceId, label }) => [deviceId, label]),
    ),
  }
}

const subjectInWords = (context: HttpContext, names: Names, subject: string): string => {
  const said = logWords.in(context.get('language'))
  const [kind, id = ''] = subject.split(':')
  const member = names.member.get(id)
  const loan = names.loan.get(id)
  if (kind === 'member' && member !== undefined) return said.member(member)
  if (kind === 'loan' && loan !== undefined) return said.loan(loan)
  if (kind === 'export' && isExportForm(id)) return said.export(id)
  const seq = names.entry.get(id)
  if (kind !== 'entry') return ''
  return seq === undefined ? said.entry : said.entryNumber(String(seq))
}

/** A line that names a line of the book leads to it. */
const wayTo = (context: HttpContext, names: Names, subject: string): string | undefined => {
  const seq = names.entry.get(subject.slice('entry:'.length))
  return seq === undefined ? undefined : placeOf.entry(context.get('fund'), seq)
}

const actorInWords = (
  context: HttpContext,
  names: Names,
  { actor, subject }: ActivityRow,
): string => {
  const said = logWords.in(context.get('language'))
  if (actor === 'card') return said.byCard(names.member.get(subject.split(':')[1] ?? ''))
  if (actor === 'nobody') return said.nobody
  if (!isUuid(actor)) return said.program
  return names.user.get(actor) ?? said.somebodyElse
}

const entryOf: Readonly<Record<string, string>> = byName(
  operations,
  'command',
  ({ entry }) => entry,
)

/** What a line of the log says was done; of a form that was opened, sent in vain or refused, what it is the form of. */
export const actSaid = (
  { action, outcome }: Pick<ActivityRow, 'action' | 'outcome'>,
  language: Language,
): string =>
  outcome === 'done'
    ? actInWords(action, language)
    : openedInWords(action, { language, entry: entryOf[action] })

const lineOf = (context: HttpContext, names: Names, row: ActivityRow): LogLine => {
  const language = context.get('language')
  const words = entranceWords.in(language)
  const { day, time } = villageTimeOf(row.at, context.get('needs').timeZone)
  const isByCard = row.actor === 'card'
  const isAtCard = isByCard || (row.actor === 'nobody' && row.subject.startsWith('member:'))
  const device = isUuid(row.device) ? words.unknownDevice : words.programDevice
  return {
    day: dateInWords(day, language),
    time,
    who: actorInWords(context, names, row),
    what: actSaid(row, language),
    subject: isByCard ? '' : subjectInWords(context, names, row.subject),
    href: isByCard ? undefined : wayTo(context, names, row.subject),
    device: isAtCard ? words.byCardDevice : (names.device.get(row.device) ?? device),
    outcome: row.outcome,
  }
}

const showLog = async (context: HttpContext): Promise<Html> => {
  const { fundId } = context.get('fund')
  const { store } = context.get('needs')
  const asked = context.req.query('before')
  const before = asked !== undefined && isUuid(asked) ? { before: asked } : {}
  await noteLooks(context)
  const rows = await store.activities(fundId, {
    ...before,
    isWithoutOwn: true,
    limit: linesAtATime + 1,
  })
  const shown = rows.slice(0, linesAtATime)
  const names = await namesOf(context, fundId, shown)
  const here = `/funds/${fundId}/log`
  const frame = await frameOf(context, { query: before, back: behindFirstPage })
  return logPage(frame, {
    fundId,
    lines: shown.map((row) => lineOf(context, names, row)),
    older: rows.length > linesAtATime ? `${here}?before=${shown.at(-1)!.activityId}` : undefined,
    newest: 'before' in before ? here : undefined,
  })
}

export const logPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/log', 'read-log', showLog)
}
