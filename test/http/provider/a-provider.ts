import { type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

const clientsFor = (returnTo: string) =>
  ['village-fund', 'another-program'].map((client_id) => ({
    client_id,
    client_secret: `secret of ${client_id}`,
    redirect_uris: [returnTo],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_post',
  }))

/** A browser that follows nothing by itself and keeps the provider's cookies. */
const providersBrowser = () => {
  const cookies = new Map<string, string>()
  return {
    ask: async (url: string, body?: URLSearchParams): Promise<Response> => {
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body ? { method: 'POST', body } : {}),
      })
      for (const one of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!
        cookies.set(name!, value!)
      }
      return answer
    },
  }
}

const stepsMax = 12

/** Goes where the service sends a browser, signs in there as somebody, and gives the address that is come back to. */
const signingIn =
  (issuer: string, returnTo: string) =>
  async (subject: string, from: string): Promise<string> => {
    const { ask } = providersBrowser()
    let next = from
    for (let steps = 0; steps < stepsMax; steps += 1) {
      const answer = await ask(next)
      const to = answer.headers.get('location')
      if (to !== null) {
        next = new URL(to, issuer).href
        if (next.startsWith(returnTo)) return next
        continue
      }
      // The provider's own pages for trying it: a name, and then a yes.
      const page = await answer.text()
      const fields: Record<string, string> = page.includes('name="login"')
        ? { prompt: 'login', login: subject, password: 'x' }
        : { prompt: 'consent' }
      const action = /action="([^"]+)"/.exec(page)![1]!
      const sent = await ask(new URL(action, issuer).href, new URLSearchParams(fields))
      next = new URL(sent.headers.get('location')!, issuer).href
    }
    throw new Error('the provider does not lead back')
  }

const alterToken = (
  response: ServerResponse,
  onItsWay: { readonly altered: (idToken: string) => string },
): void => {
  const end = response.end.bind(response)
  response.end = ((body: unknown) => {
    const said = JSON.parse(String(body)) as { readonly id_token?: string }
    const text = JSON.stringify(
      said.id_token === undefined ? said : { ...said, id_token: onItsWay.altered(said.id_token) },
    )
    response.setHeader('content-length', Buffer.byteLength(text))
    return end(text)
  }) as typeof response.end
}

/** A real provider of OpenID Connect on this machine, with invented clients and whoever signs in there. */
export const aProvider = async (returnTo: string) => {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: clientsFor(returnTo),
    pkce: { required: () => true },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  })
  const answer = provider.callback()
  const onItsWay = { altered: (idToken: string): string => idToken }
  server.on('request', (request, response) => {
    if (request.url === '/token') alterToken(response, onItsWay)
    answer(request, response)
  })
  return {
    issuer,
    /** What becomes of each id token between the provider and whoever asked for it. */
    onItsWay,
    signInAs: signingIn(issuer, returnTo),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
