import { Hono } from 'hono'
import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { sumField } from '#src/desk/fields.ts'
import type { HttpContext, HttpEnv } from '#src/http/env.ts'
import { sentForm } from '#src/http/form-pages.ts'
import { practice } from '#test/support/service.ts'

test('a form that asks nothing but whether a large sum is meant takes a yes for an answer', async () => {
  const { needs } = await practice()
  const faults = { missing: 'm', 'not-digits': 'n', zero: 'z', 'too-large': 'l' }
  const sum = sumField({ language: 'en' }, {
    name: 'amount',
    label: 'Sum',
    currency: 'KHR',
    usual: 1000,
    faults,
  } as never)
  const taking = sentForm({
    find: async (context: HttpContext) => ({ context }),
    frame: async () => {
      throw new Error('the page is its own')
    },
    form: () => ({ heading: 'A sum', action: '/sum', fields: [sum], submit: 'Save' }),
    question: () => undefined as never,
    take: async () => ({ next: '/saved' }),
    page: (_, { hidden = {} }) => html`${new URLSearchParams(hidden).toString()}`,
  })
  const service = new Hono<HttpEnv>()
  service.use(async (context, next) => {
    context.set('language', 'en')
    context.set('needs', needs)
    await next()
  })
  service.post('/sum', taking)
  const send = (fields: Readonly<Record<string, string>>) =>
    service.request('/sum', { method: 'POST', body: new URLSearchParams(fields) })
  const asked = await send({ amount: '900000', step: 'check' })
  expect(asked.status).toBe(200)
  const hidden = (await asked.text()).replaceAll('&amp;', '&')
  const answered = await send(Object.fromEntries(new URLSearchParams(hidden)))
  expect([answered.status, answered.headers.get('location')]).toEqual([303, '/saved'])
  // A usual sum is asked about by nobody.
  expect((await send({ amount: '900', step: 'check' })).status).toBe(303)
})
