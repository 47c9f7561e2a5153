import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { charterExample } from '#src/http/commands/charter.ts'
import { lendingBodies } from '#test/http/access/lending-forms.ts'
import { particularsBodies } from '#test/http/access/particulars-forms.ts'
import { reliefBodies } from '#test/http/access/relief-forms.ts'
import { messageBodies } from '#test/http/access/expected-messages.ts'
import { meetingBodies, meetingDay } from '#test/http/access/meeting-forms.ts'
import { supportBodies } from '#test/http/access/support-bodies.ts'
import { besideStaff } from '#test/http/access/beside-staff.ts'
import { type Made, type Means, loansFile, membersFile, onPage } from '#test/http/access/means.ts'
import type { Target } from '#test/http/access/targets.ts'
import { secretOfAll } from '#test/http/access/two-networks.ts'
import { paperBookFolder } from '#test/support/books-in.ts'

const lastDay = { day: '30', month: '11', year: '2026' }
const day = { day: '30', month: '12', year: '2025' }
const book = readdirSync(paperBookFolder)
  .filter((name) => name.endsWith('.csv') || name === 'fund.json')
  .map((name) => ({ name, bytes: readFileSync(join(paperBookFolder, name)) }))

const bookFiles = (): FormData => {
  const form = new FormData()
  for (const { name, bytes } of book) form.append(name, new Blob([bytes]), name)
  return form
}

const otherBook = ({ newId }: Means): Made => {
  const code = newId().replaceAll(/\D/g, '').padEnd(8, '7').slice(-8)
  const form = new FormData()
  for (const { name, bytes } of book) {
    const other = bytes.toString('utf8').replace('99999901', code)
    form.append('sheet', new Blob([name === 'fund.json' ? other : bytes]), name)
  }
  return { files: () => form }
}

const bankList = (place: 'query' | 'form'): Made => {
  const files = new FormData()
  if (place === 'form') files.append('place', 'bank')
  files.append('sheet', new Blob(['Date,Amount\n2025-12-30,1000\n']), 'list.csv')
  return { query: place === 'query' ? '?place=bank' : '', files: () => files }
}

const debt = { owed1: '100000', pays1: '10000', percent1: '10', months: '12' }

const quoted = '?amount=500000&count=10&paidOutOn=2025-12-30'

const envelope = (newId: () => string) => ({ id: newId(), v: 1, effectiveOn: '2025-12-30' })

const repayment = ({ newId, target }: Means): Made => ({
  form: { id: newId(), loan: target.loanId, amount: '1000', ...day },
})
/** A form that is nothing but its button. */
const button = (): Made => ({ form: {} })
const saving = ({ newId, target }: Means): Made => ({
  form: { id: newId(), member: target.memberId, shares: '1', ...day },
})

/** In the form of a receipt; whose signature fits is told elsewhere. */
const someId = '0197a000-0000-7000-8000-000000000000'
const unsignedReceipt = `VF1 ${someId} 1 ${someId} ${'0'.repeat(64)} 2025-01-01T00:00:00.000Z ${'0'.repeat(16)} ${'A'.repeat(86)}`

/** A body that would be taken from whoever may send it, for the routes that read one. */
const bodies: Readonly<Record<string, (means: Means) => Made | Promise<Made>>> = {
  'POST /v1/devices': async ({ keys }) => ({
    json: { key: (await keys()).deviceKey, label: 'a phone' },
  }),
  'POST /v1/sessions': async ({ card }) => {
    const { token, pin } = await card()
    return { json: { card: token, pin } }
  },
  'POST /v1/secrets': async ({ keys }) => ({
    json: { key: (await keys()).secretKey, secret: secretOfAll },
  }),
  'POST /v1/receipts/check': () => ({ json: { code: unsignedReceipt } }),
  'POST /receipt': () => ({ form: { code: unsignedReceipt } }),
  'POST /v1/sessions/current/step-up': () => ({ json: { secret: secretOfAll } }),
  'POST /v1/funds/:fundId/commands': ({ newId, target }) => ({
    json: {
      commands: [
        { ...envelope(newId), type: 'RecordFine', memberId: target.memberId, amount: 500 },
      ],
    },
  }),
  'POST /v1/funds/:fundId/private-savings': ({ newId, target }) => ({
    json: {
      id: newId(),
      effectiveOn: '2025-12-30',
      memberId: target.memberId,
      direction: 'in',
      amount: 500,
    },
  }),
  'POST /v1/networks/:networkId/commands': ({ newId }) => ({
    json: {
      commands: [
        {
          ...envelope(newId),
          type: 'AppointStaff',
          userId: newId(),
          role: 'operator',
          until: '2026-06-30',
        },
      ],
    },
  }),
  'POST /v1/funds/:fundId/quotes': () => ({
    json: { principal: 500_000, instalments: 10, type: 'normal', paidOutOn: '2025-12-30' },
  }),
  'POST /v1/funds/:fundId/cards': ({ target: { cardless, voucher } }) => ({
    json: { memberId: cardless, approver: { login: voucher, secret: secretOfAll } },
  }),
  'POST /v1/funds/:fundId/codes': ({ target: { memberId, voucher } }) => ({
    json: { memberId, approver: { login: voucher, secret: secretOfAll } },
  }),
  'POST /v1/funds/:fundId/logins': ({ target: { loginless, voucher }, newId }) => ({
    json: {
      memberId: loginless,
      login: `new ${newId()}`,
      approver: { login: voucher, secret: secretOfAll },
    },
  }),
  'POST /v1/funds/:fundId/logins/:userId/reset': ({ target: { voucher } }) => ({
    json: { approver: { login: voucher, secret: secretOfAll } },
  }),
  'POST /v1/networks/:networkId/users/:userId/reset': ({ target: { voucher } }) => ({
    json: { approver: besideStaff(voucher, secretOfAll) },
  }),
  'POST /v1/networks/:networkId/users': ({ newId, target: { voucher } }) => ({
    json: { login: `new ${newId()}`, approver: besideStaff(voucher, secretOfAll) },
  }),
  'POST /v1/networks/:networkId/devices': () => ({ json: {} }),
  'POST /v1/imports/paper-book': ({ isDryRun }) => ({
    query: isDryRun ? '?dryRun=true' : '',
    files: bookFiles,
  }),
  'POST /network/book': otherBook,
  'POST /network/book/write': otherBook,
  'POST /v1/funds/:fundId/imports/members': membersFile,
  'POST /v1/funds/:fundId/imports/bank-lines': () => bankList('query'),
  'POST /funds/:fundId/bank': () => bankList('form'),
  'POST /funds/:fundId/bank/confirm': ({ newId }) => ({
    form: { place: 'bank', 'pick.2': `2025-12-30 1000 ${'0'.repeat(64)} ${newId()}` },
  }),
  'POST /funds/:fundId/old-book/sheet': onPage(membersFile),
  'POST /funds/:fundId/old-book/sheet/write': onPage(membersFile),
  'POST /v1/funds/:fundId/imports/loans': loansFile,
  'POST /funds/:fundId/old-book/loans': onPage(loansFile),
  'POST /funds/:fundId/old-book/loans/write': onPage(loansFile),
  'POST /v1/funds': ({ newId, isDryRun }) => ({
    query: isDryRun ? '?dryRun=true' : '',
    json: {
      id: newId(),
      on: '2025-12-30',
      villageCode: '99999909',
      charter: charterExample,
      opening: { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] },
      officers: [
        { card: 'K1', sex: 'f', zone: 'Z1', office: 'chair' },
        { card: 'K2', sex: 'f', zone: 'Z1', office: 'record-keeper' },
      ],
    },
  }),
  'POST /sign-in': ({ target }) => ({ form: { login: target.voucher, secret: secretOfAll } }),
  'POST /card': async ({ card }) => {
    const { token, pin } = await card()
    return { form: { c: token, pin } }
  },
  'GET /begin': async ({ keys }) => ({ query: `?key=${(await keys()).secretKey}` }),
  'POST /begin': async ({ keys }) => ({
    form: { key: (await keys()).secretKey, secret: secretOfAll, again: secretOfAll },
  }),
  'GET /enrol': async ({ keys }) => ({ query: `?key=${(await keys()).deviceKey}` }),
  'POST /enrol': async ({ keys }) => ({
    form: { key: (await keys()).deviceKey, label: 'a phone' },
  }),
  'POST /funds/:fundId/me/private/not-right': ({ newId }) => ({
    form: { id: newId(), line: '1', reason: 'other', secret: secretOfAll },
  }),
  'POST /funds/:fundId/me/private': () => ({ form: { secret: secretOfAll } }),
  'POST /v1/funds/:fundId/private-savings/own': () => ({ json: { secret: secretOfAll } }),
  'POST /funds/:fundId/me/support': () => ({ form: { secret: secretOfAll } }),
  'POST /funds/:fundId/me/codes': () => ({ form: { secret: secretOfAll } }),
  'POST /v1/funds/:fundId/codes/own': () => ({ json: { secret: secretOfAll } }),
  'POST /funds/:fundId/me/mine': () => ({ form: { what: '' } }),
  'POST /funds/:fundId/me/kept': () => ({ form: { secret: secretOfAll } }),
  'POST /funds/:fundId/people/:memberId/asked': () => ({ form: { place: '0', answer: 'done' } }),
  'POST /v1/sessions/current/halves': ({ newId }) => ({ json: { id: newId() } }),
  'POST /me/secret': () => ({ form: { secret: '', newSecret: '', again: '' } }),
  'PUT /v1/sessions/current/secret': () => ({ json: { secret: secretOfAll, newSecret: 'short' } }),
  'POST /step-up': () => ({ form: { secret: secretOfAll, to: '/' } }),
  'POST /funds/:fundId/cards': ({ target: { cardless, voucher } }) => ({
    form: { memberId: cardless, login: voucher, secret: secretOfAll },
  }),
  'POST /funds/:fundId/logins/new': ({ target: { loginless, voucher }, newId }) => ({
    form: { memberId: loginless, newLogin: `new ${newId()}`, login: voucher, secret: secretOfAll },
  }),
  'POST /funds/:fundId/logins/:userId/reset': ({ target: { voucher } }) => ({
    form: { login: voucher, secret: secretOfAll },
  }),
  'POST /funds/:fundId/devices/:deviceId/revoke': ({ target: { voucher } }) => ({
    form: { login: voucher, secret: secretOfAll },
  }),
  'POST /funds/:fundId/rules/new': () => ({ form: { rateNormal: '1' } }),
  'POST /funds/:fundId/rules/new/vote': () => ({ form: { rateNormal: '1' } }),
  'POST /funds/:fundId/auditors': ({ target: { voucher }, newId }) => ({
    form: { id: newId(), ...lastDay, login: voucher, secret: secretOfAll },
  }),
  'POST /network/add/staff': ({ newId }) => ({
    form: { login: `new ${newId()}`, role: 'operator', device: 'yes', ...lastDay },
  }),
  'POST /network/add/member': ({ newId, target }) => ({
    form: { login: `new ${newId()}`, fund: target.fundId, card: 'none' },
  }),
  'POST /network/people/:userId/appoint': ({ newId }) => ({
    form: { id: newId(), role: 'operator', ...lastDay },
  }),
  'POST /network/people/:userId/dismiss': ({ newId }) => ({
    form: { id: newId(), role: 'operator' },
  }),
  'POST /network/people/:userId/assign': ({ newId, target }) => ({
    form: { id: newId(), fund: target.fundId, ...lastDay },
  }),
  'POST /network/people/:userId/end-assignment': ({ newId, target }) => ({
    form: { id: newId(), fund: target.fundId },
  }),
  'POST /funds/:fundId/cards/:cardId/stop': button,
  'POST /network/people/:userId/shut-out': button,
  'POST /network/devices/:deviceId/revoke': button,
  'POST /funds/:fundId/record/repayment': repayment,
  'POST /funds/:fundId/record/repayment/confirm': repayment,
  'POST /funds/:fundId/record/saving': saving,
  'POST /funds/:fundId/record/saving/confirm': saving,
  'GET /funds/:fundId/record/repayment': ({ target }) => ({ query: `?loan=${target.loanId}` }),
  ...lendingBodies,
  ...reliefBodies,
  ...particularsBodies(secretOfAll),
  'POST /funds/:fundId/record/request/price': lendingBodies['POST /funds/:fundId/record/request']!,
  'POST /funds/:fundId/record/request/from-plan': () => ({ form: debt }),
  'POST /funds/:fundId/buy-out': () => ({ form: debt }),
  ...messageBodies,
  ...meetingBodies,
  ...supportBodies,
  'GET /funds/:fundId/quote': () => ({ query: quoted }),
  'GET /funds/:fundId/quote/agreement': () => ({ query: quoted }),
  'GET /funds/:fundId/record/saving': ({ target }) => ({ query: `?member=${target.memberId}` }),
}

export const bodyOf = async (route: string, means: Means): Promise<Made> =>
  (await bodies[route]?.(means)) ?? {}

/** Parts of paths that are no ids. */
const words: Readonly<Record<string, string>> = {
  seq: '1',
  ledger: 'hledger',
  form: 'csv',
  account: 'asset:cash-box',
  name: 'trial-balance',
  figure: 'par30',
  inFund: '00000000-0000-7000-8000-000000000001',
  door: 'ngo',
  day: meetingDay,
  command: 'AddTask',
  what: 'licence',
  duty: 'counsellor',
  role: 'migration-worker',
  act: 'require',
  item: '9f'.repeat(16),
  word: 'none.mp3',
  guide: 'committee',
  test: 'box-count',
  agreementId: '00000000-0000-7000-8000-000000000003',
  whose: '00000000-0000-7000-8000-000000000002',
  ventureId: '00000000-0000-7000-8000-000000000004',
}

/** The path of a route with everything filled in; fails on a part that nobody has thought of. */
export const pathOf = (route: string, target: Target): string =>
  route.slice(route.indexOf(' ') + 1).replaceAll(/:(\w+)/g, (_, part: string) => {
    const called: Readonly<Record<string, string>> = { village: 'fundId' }
    const name =
      part === 'userId' && route.includes('/logins/') ? 'memberUserId' : (called[part] ?? part)
    const value = words[name] ?? (target as Readonly<Record<string, string>>)[name]
    if (value === undefined) throw new Error(`${route} names ${name}: nothing to fill in`)
    return encodeURIComponent(value)
  })
export const methodOf = (route: string): string => route.slice(0, route.indexOf(' '))
