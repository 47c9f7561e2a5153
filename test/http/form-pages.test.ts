import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { bookOf } from '#src/app/queries.ts'
import { desk, fieldsOf } from '#test/http/desk/at-desk.ts'
import { keyFor, live, visitor } from '#test/http/entrance-visits.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practice } from '#test/support/service.ts'

const countIn = (text: string, part: string): number => text.split(part).length - 1

test('many files of one name stop nobody else: each is looked at once', async () => {
  const at = await desk()
  const once = async (files: number): Promise<number> => {
    const body = new FormData()
    for (let i = 0; i < files; i += 1) body.append('sheet', new File(['1'], 'a'))
    const before = process.threadCpuUsage()
    expect((await at.ask(`/funds/${at.fundId}/bank`, { token: at.token, body })).status).toBe(400)
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }
  // The less of two: clearing away is nobody's fault here.
  const timed = async (files: number): Promise<number> =>
    Math.min(await once(files), await once(files))
  await timed(100)
  const [few, many] = [await timed(4_000), await timed(16_000)]
  expect(many / few).toBeLessThan(9)
})

test('of a form that takes no file nothing is read that is sent with files', async () => {
  const { ask } = await practice()
  const body = new FormData()
  for (const name of ['login', 'secret']) body.append(name, 'sokha')
  const answer = await ask('/sign-in', { body })
  expect(answer.status).toBe(400)
})

test('a list that could not be read comes back as it was before anybody ticked it', async () => {
  const at = await desk()
  const day = at.needs.today()
  const path = `meetings/${day}/attendance`
  const empty = await (await at.get(path)).text()
  const twice = await at.post(path, 'm=1&m=2')
  expect(twice.status).toBe(400)
  expect(countIn(await twice.text(), ' checked')).toBe(countIn(empty, ' checked'))
})

test('pressing twice is not called harmless where a link may be spent by then', async () => {
  const world = await live()
  const { store } = world.needs
  const { keepDevice } = store
  const key = await keyFor(world, 'enrol-device')
  Object.assign(store, {
    keepDevice: () => Promise.reject(new StorageUnavailable()),
  })
  const busy = await visitor(world).send('/enrol', { key, label: 'My phone' })
  Object.assign(store, { keepDevice })
  expect(busy.status).toBe(503)
  expect(pageText(busy.text)).toContain('Wait a little and try again')
  expect(pageText(busy.text)).not.toContain('pressing twice counts once')
})

test('a household that meets a number which was used may send what it chose under another', async () => {
  const { ask, as, fundId } = await practice()
  const token = await as('household')
  const path = `/funds/${fundId}/me/not-right`
  const page = await (await ask(path, { token })).text()
  const about = [...page.matchAll(/<option value="((?:savings|loan|entry)[^"]*)"/g)].map(
    ([, one]) => one!,
  )
  const send = (of: string, form: string) =>
    ask(path, {
      token,
      body: new URLSearchParams({ ...fieldsOf(form), about: of, reason: 'wrong-amount' }),
    })
  expect((await send(about[0]!, page)).status).toBe(303)
  const used = await send(about[1]!, page)
  expect(used.status).toBe(400)
  expect((await send(about[1]!, await used.text())).status).toBe(303)
})

test('an officer who writes down what the next member said meets no used number twice', async () => {
  const { ask, as, fundId, needs } = await practice()
  const at = `/funds/${fundId}/confirmations`
  const asking = async (token: string, path: string, fields?: Record<string, string>) => {
    const answer = await ask(path, { token, ...(fields && { body: new URLSearchParams(fields) }) })
    return { status: answer.status, page: await answer.text() }
  }
  const auditor = await as('auditor')
  await asking(auditor, at, fieldsOf((await asking(auditor, at)).page))
  const book = (await bookOf(needs.store, fundId))!
  const round = book.fund.confirmations!.at(-1)!
  const isChair = (id: string): boolean =>
    book.members.some(
      ({ memberId, offices }) =>
        memberId === id && offices.some(({ office }) => office === 'chair'),
    )
  const [one, other] = round.asked.filter((id) => !isChair(id))
  const chair = await as('chair')
  const place = `${at}/${round.id}`
  const first = await asking(chair, place)
  const told = (member: string, page: string) =>
    asking(chair, place, { ...fieldsOf(page), member, answer: 'right', way: 'slip' })
  expect((await told(one!, first.page)).status).toBe(303)
  const used = await told(other!, first.page)
  expect(used.status).toBe(409)
  expect((await told(other!, used.page)).status).toBe(303)
})
