import { expect } from 'vitest'
import type { Audit } from '#domain/network/audits/audit.ts'
import { auditsOf } from '#src/app/audits/audits.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { ourHost, type Practice } from '#test/support/service.ts'

/** What the hidden fields of a page's form hold. */
export const hiddenIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name!, value!],
    ),
  )

export const read = async (village: Practice, door: Door, path: string): Promise<string> => {
  const token = await village.as(door)
  const answer = await village.ask(path, { token })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

/** Opens a form, fills it in and sends it, as that person; where it leads, or the page that says why not. */
export const fillIn = async (
  village: Practice,
  door: Door,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly to: string; readonly page: string }> => {
  const token = await village.as(door)
  const opened = await village.ask(`${path}?lang=en`, { token })
  expect(opened.status, path).toBe(200)
  const body = new URLSearchParams({ ...hiddenIn(await opened.text()), ...fields })
  const answer = await village.ask(path, {
    token,
    body: body.toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: `http://${ourHost}`,
    },
  })
  const to = answer.headers.get('location') ?? ''
  return { status: answer.status, to, page: await answer.text() }
}

const inFields = (day: string, name = ''): Record<string, string> => {
  const [year, month, of] = day.split('-')
  return name === '' ? { year: year!, month: month!, day: of! } : { [name]: day }
}

export const auditIn = async ({ needs, networkId, fundId }: Practice): Promise<Audit> =>
  (await auditsOf(needs.store, networkId, fundId))[0]!

/** A visit of today is planned by the auditor. */
export const plan = async (village: Practice): Promise<Audit> => {
  const today = village.needs.today()
  const sent = await fillIn(village, 'auditor', `/funds/${village.fundId}/audits/plan`, {
    ...inFields(today),
    from: '1/1/2025',
  })
  expect(sent.status, sent.page).toBe(303)
  return auditIn(village)
}

/** What the book says on a test's form, field by field, typed back as seen. */
export const seenAsBooked = (page: string): Record<string, string> => {
  const fields: Record<string, string> = {}
  const said = page.matchAll(
    /The book says ([^<]*?)\.<[\s\S]*?name="(seen\d+)"|name="(seen\d+)"[\s\S]*?The book says ([^<]*?)\.</g,
  )
  for (const [, first, name, second, other] of said)
    fields[name ?? second!] = (first ?? other)!.replaceAll(/[^\d]/g, '')
  return fields
}
