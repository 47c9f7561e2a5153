import * as oauth from 'oauth4webapi'

type Settings = {
  readonly issuer: string
  readonly clientId: string
  /** Left out, the client is a public one, and PKCE alone binds what comes back. */
  readonly clientSecret?: string | undefined
}

type Kept = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** A provider on this very machine may be asked by plain http; any other by https alone. */
const optionsFor = ({ issuer }: Settings) => ({
  [oauth.allowInsecureRequests]: issuer.startsWith('http://'),
  signal: () => AbortSignal.timeout(10_000),
})

type Asked = {
  readonly settings: Settings
  readonly client: oauth.Client
  readonly server: () => Promise<oauth.AuthorizationServer>
}

const begun = async ({ client, server }: Asked, returnTo: string) => {
  const { authorization_endpoint: endpoint } = await server()
  const kept: Kept = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  }
  const url = new URL(endpoint!)
  url.search = new URLSearchParams({
    ...Object.fromEntries(url.searchParams),
    client_id: client.client_id,
    redirect_uri: returnTo,
    response_type: 'code',
    scope: 'openid',
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: 'S256',
  }).toString()
  return { url: url.href, kept }
}

type Back = { readonly at: URL; readonly kept: Kept; readonly returnTo: string }

/** Whom the code that came back stands for; throws where anything does not hold. */
const shownBy = async ({ settings, client, server }: Asked, { at, kept, returnTo }: Back) => {
  const options = optionsFor(settings)
  const by = await server()
  const parameters = oauth.validateAuthResponse(by, client, at, kept.state)
  const answer = await oauth.authorizationCodeGrantRequest(
    by,
    client,
    settings.clientSecret === undefined
      ? oauth.None()
      : oauth.ClientSecretPost(settings.clientSecret),
    parameters,
    returnTo,
    kept.verifier,
    options,
  )
  const result = await oauth.processAuthorizationCodeResponse(by, client, answer, {
    expectedNonce: kept.nonce,
    requireIdToken: true,
  })
  await oauth.validateApplicationLevelSignature(by, answer, options)
  const { iss, sub } = oauth.getValidatedIdTokenClaims(result)!
  return { issuer: iss, subject: sub }
}

/**
 * OpenID Connect by authorization code and PKCE. The id token is taken by the code alone, its signature is checked with the
 * provider's published keys, and issuer, audience, nonce and time must fit.
 */
export const oidcProvider = (settings: Settings) => {
  const at = new URL(settings.issuer)
  const options = optionsFor(settings)
  let known: oauth.AuthorizationServer | undefined
  const asked: Asked = {
    settings,
    client: { client_id: settings.clientId },
    server: async () => {
      known ??= await oauth.processDiscoveryResponse(at, await oauth.discoveryRequest(at, options))
      return known
    },
  }
  return {
    begin: (returnTo: string) => begun(asked, returnTo),
    finish: (cameBackTo: URL, { kept, returnTo }: Omit<Back, 'at'>) =>
      shownBy(asked, { at: cameBackTo, kept, returnTo }).catch(
        // Forged, too old, cut off or of another provider: nobody was shown, whatever the reason was.
        () => undefined,
      ),
  }
}
