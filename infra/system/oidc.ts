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

/**
 * OpenID Connect by authorization code and PKCE. The id token is taken by the code alone, its signature is checked with the
 * provider's published keys, and issuer, audience, nonce and time must fit.
 */
export const oidcProvider = (settings: Settings) => {
  const { issuer, clientId, clientSecret } = settings
  const client: oauth.Client = { client_id: clientId }
  const authentication =
    clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(clientSecret)
  const options = optionsFor(settings)
  const at = new URL(issuer)
  let known: oauth.AuthorizationServer | undefined
  const server = async (): Promise<oauth.AuthorizationServer> => {
    known ??= await oauth.processDiscoveryResponse(at, await oauth.discoveryRequest(at, options))
    return known
  }
  return {
    begin: async (returnTo: string) => {
      const { authorization_endpoint: endpoint } = await server()
      const kept: Kept = {
        state: oauth.generateRandomState(),
        nonce: oauth.generateRandomNonce(),
        verifier: oauth.generateRandomCodeVerifier(),
      }
      const url = new URL(endpoint!)
      url.search = new URLSearchParams({
        ...Object.fromEntries(url.searchParams),
        client_id: clientId,
        redirect_uri: returnTo,
        response_type: 'code',
        scope: 'openid',
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      }).toString()
      return { url: url.href, kept }
    },
    finish: async (
      cameBackTo: URL,
      { kept, returnTo }: { readonly kept: Kept; readonly returnTo: string },
    ) => {
      try {
        const by = await server()
        const parameters = oauth.validateAuthResponse(by, client, cameBackTo, kept.state)
        const answer = await oauth.authorizationCodeGrantRequest(
          by,
          client,
          authentication,
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
      } catch {
        // Forged, too old, cut off or of another provider: nobody was shown, whatever the reason was.
        return undefined
      }
    },
  }
}
