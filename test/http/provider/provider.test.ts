import { afterEach, beforeEach, expect, test } from 'vitest'
import { oidcProvider } from '#infra/system/oidc.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { openDoor } from '#src/app/practice/practice-people.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { fieldsOf } from '#test/http/desk/at-desk.ts'
import { aProvider } from '#test/http/provider/a-provider.ts'
import { pageText } from '#test/pages/page-text.ts'
import { ourHost, practice } from '#test/support/service.ts'

/** As the service in memory is asked. */
const returnTo = 'http://localhost/sign-in/provider/back'
const client = { clientId: 'village-fund', clientSecret: 'secret of village-fund' }

let real: Awaited<ReturnType<typeof aProvider>>
beforeEach(async () => {
  real = await aProvider(returnTo)
})
afterEach(() => real.stop())

/** A browser on an enrolled device, which keeps the service's cookies. */
const aBrowser = async (its: Awaited<ReturnType<typeof practice>>, { isEnrolled = true } = {}) => {
  const jar = new Map<string, string>()
  const { device, token: deviceToken } = await enrolDevice(its.needs, {
    networkId: its.networkId,
    label: 'office',
    by: 'test',
  })
  if (isEnrolled) jar.set('__Host-device', deviceToken)
  const open = async (path: string, fields?: Readonly<Record<string, string>>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await its.ask(path, {
      headers: { cookie, ...(fields ? { origin: `http://${ourHost}` } : {}) },
      ...(fields ? { body: new URLSearchParams(fields) } : {}),
    })
    for (const one of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!
      if (value === '') jar.delete(name!)
      else jar.set(name!, value!)
    }
    return answer
  }
  const backTo = async (url: string) => {
    const { pathname, search } = new URL(url)
    return open(pathname + search)
  }
  return { jar, device, open, backTo }
}

const withProvider = () => practice({ provider: oidcProvider({ issuer: real.issuer, ...client }) })

type Its = Awaited<ReturnType<typeof withProvider>>

/** Somebody of the staff shows an account, and a second one stands behind it. */
const linkedAs = async (
  its: Its,
  subject: string,
  second: Readonly<Record<string, string>> = {
    secondLogin: practiceStaff.login,
    secret: practiceStaff.pin,
  },
) => {
  const browser = await aBrowser(its)
  const opened = (await openDoor(its.needs, { device: browser.device, door: 'administrator' }))!
  // Whoever came by a door of practice has no secret to give again.
  const at = its.needs.clock()
  const { networkId, sessionId } = opened.session
  await its.needs.store.changeOpenSession(networkId, sessionId, { steppedUpAt: at })
  browser.jar.set('__Host-session', opened.token)
  const began = await browser.open('/me/provider/begin')
  const back = await browser.backTo(await real.signInAs(subject, began.headers.get('location')!))
  expect(back.headers.get('location')).toBe('/me/provider')
  const form = fieldsOf(await (await browser.open('/me/provider')).text())
  return browser.open('/me/provider', { ...form, ...second })
}

const signInAs = async (
  its: Its,
  subject: string,
  browser?: Awaited<ReturnType<typeof aBrowser>>,
) => {
  const own = browser ?? (await aBrowser(its))
  const began = await own.open('/sign-in/provider')
  const url = await real.signInAs(subject, began.headers.get('location')!)
  return { own, url, answer: await own.backTo(url) }
}

test('who is linked by two comes in by the provider, as the login that was there before', async () => {
  const its = await withProvider()
  const alone = await linkedAs(its, 'auditor@example.org', { secondLogin: '', secret: '' })
  expect(alone.status).not.toBe(303)
  expect((await networkBookOf(its.needs.store, its.networkId))!.links).toEqual([])
  expect((await linkedAs(its, 'auditor@example.org')).headers.get('location')).toContain('done=1')
  // The journal tells nobody whose account it is.
  const rows = JSON.stringify(await its.needs.store.networks.read(its.networkId, 0, 1000))
  expect(rows).not.toContain('example.org')
  const { own, answer } = await signInAs(its, 'auditor@example.org')
  expect(answer.status).toBe(303)
  expect(own.jar.has('__Host-session')).toBe(true)
  const network = await own.open('/network')
  expect(network.status).toBe(200)
})

test('an account that nobody has linked lets nobody in, and makes nobody', async () => {
  const its = await withProvider()
  await linkedAs(its, 'somebody')
  const before = await its.needs.store.users(its.networkId)
  const { own, answer } = await signInAs(its, 'somebody-else')
  expect(answer.status).toBe(403)
  expect(pageText(await answer.text())).toContain('linked with no login here')
  expect(own.jar.has('__Host-session')).toBe(false)
  expect(await its.needs.store.users(its.networkId)).toEqual(before)
})

test('nobody comes in by it on a device that is not enrolled, after the link was ended, or when shut out', async () => {
  const its = await withProvider()
  await linkedAs(its, 'somebody')
  const strange = await aBrowser(its, { isEnrolled: false })
  expect((await strange.open('/sign-in/provider')).headers.get('location')).toBe('/sign-in')
  const [link] = (await networkBookOf(its.needs.store, its.networkId))!.links
  const { userId, linkId } = link!
  const user = (await its.needs.store.user(its.networkId, userId!))!
  await its.needs.store.keepUser({ ...user, disabledAt: its.needs.clock() })
  expect((await signInAs(its, 'somebody')).answer.status).toBe(403)
  await its.needs.store.keepUser(user)
  expect((await signInAs(its, 'somebody')).answer.status).toBe(303)
  const command = {
    type: 'EndLink',
    v: 1,
    id: its.needs.ids(),
    effectiveOn: '2025-12-31',
    linkId,
  } as const
  await its.needs.recordNetwork(its.networkId, [command], { actor: 'test', device: 'test' })
  expect((await signInAs(its, 'somebody')).answer.status).toBe(403)
})

test('what comes back is bound to this browser, this moment and this asking', async () => {
  const its = await withProvider()
  await linkedAs(its, 'somebody')
  const { url, own } = await signInAs(its, 'somebody')
  // The same address again, in the same browser: its way was used.
  expect((await own.backTo(url)).status).toBe(401)
  const neighbour = await aBrowser(its)
  const began = await neighbour.open('/sign-in/provider')
  // Somebody else's answer, put before this browser.
  expect((await neighbour.backTo(url)).status).toBe(401)
  const late = await aBrowser(its)
  const lateBegan = await late.open('/sign-in/provider')
  const lateUrl = await real.signInAs('somebody', lateBegan.headers.get('location')!)
  its.pass(11 * 60_000)
  expect((await late.backTo(lateUrl)).status).toBe(401)
  expect(new URL(began.headers.get('location')!).searchParams.get('code_challenge_method')).toBe(
    'S256',
  )
})

test('what a browser says of itself is not believed: a cookie that the service did not sign counts as none', async () => {
  const its = await withProvider()
  const browser = await aBrowser(its)
  const opened = (await openDoor(its.needs, { device: browser.device, door: 'administrator' }))!
  browser.jar.set('__Host-session', opened.token)
  const shown = { issuer: real.issuer, subject: 'forged' }
  const { userId } = opened.session
  const way = { for: 'linked', at: its.needs.clock(), userId, shown }
  browser.jar.set('__Host-provider', `${encodeURIComponent(JSON.stringify(way))}.AAAA`)
  expect(pageText(await (await browser.open('/me/provider')).text())).toContain(
    'First you sign in there',
  )
})

test('an id token for another program, another asking or another provider shows nobody', async () => {
  const ours = oidcProvider({ issuer: real.issuer, ...client })
  const others = oidcProvider({
    issuer: real.issuer,
    clientId: 'another-program',
    clientSecret: 'secret of another-program',
  })
  const { url, kept } = await ours.begin(returnTo)
  const cameBack = new URL(await real.signInAs('somebody', url))
  const finish = (more: object = {}) =>
    ours.finish(cameBack, { kept: { ...kept, ...more }, returnTo })
  expect(await others.finish(cameBack, { kept, returnTo })).toBeUndefined()
  expect(await finish({ state: 'another' })).toBeUndefined()
  // A code is good once, so each of these has one of its own.
  for (const wrong of [{ nonce: 'another' }, { verifier: 'v'.repeat(43) }]) {
    const again = await ours.begin(returnTo)
    const at = new URL(await real.signInAs('somebody', again.url))
    expect(await ours.finish(at, { kept: { ...again.kept, ...wrong }, returnTo })).toBeUndefined()
  }
  const good = await ours.begin(returnTo)
  const at = new URL(await real.signInAs('somebody', good.url))
  expect(await ours.finish(at, { kept: good.kept, returnTo })).toEqual({
    issuer: real.issuer,
    subject: 'somebody',
  })
})

test('an id token that says another account than the one that was signed shows nobody', async () => {
  const ours = oidcProvider({ issuer: real.issuer, ...client })
  const shown = async () => {
    const { url, kept } = await ours.begin(returnTo)
    const cameBack = new URL(await real.signInAs('somebody', url))
    return ours.finish(cameBack, { kept, returnTo })
  }
  expect(await shown()).toMatchObject({ subject: 'somebody' })
  real.onItsWay.altered = (idToken) => {
    const [head, said, signature] = idToken.split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(said, 'base64url').toString()) as object
    const other = JSON.stringify({ ...claims, sub: 'administrator' })
    return [head, Buffer.from(other).toString('base64url'), signature].join('.')
  }
  expect(await shown()).toBeUndefined()
})

test('where no provider is set up there is no such way', async () => {
  const its = await practice()
  const browser = await aBrowser(its)
  for (const path of ['/sign-in/provider', '/sign-in/provider/back'])
    expect((await browser.open(path)).status, path).toBe(404)
  expect(await (await browser.open('/sign-in')).text()).not.toContain('/sign-in/provider')
})
