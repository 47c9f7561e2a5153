import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { pageFiles } from '#src/pages/files.ts'
import { newPhonePage } from '#src/pages/village-box.ts'
import { type Language, languages } from '#src/words/catalogue.ts'

export type HandedOut = {
  /** What phones are told to trust, in DER. */
  readonly certificate: Uint8Array<ArrayBuffer>
  /** Its SHA-256 in pairs. */
  readonly fingerprint: string
  /** Where the service is. */
  readonly publicUrl: string
}

export const certificatePath = '/village-box.crt'

const languageIn = (asked: string | undefined): Language =>
  languages.find((one) => one === asked) ?? 'km'

/**
 * What a village box says without TLS, to a phone that is new there: what to trust and how, and nothing else. No session, no
 * cookie and no form; whoever asks for anything else is led to the door with TLS, which is told by its own address alone.
 */
export const handingOut = ({ certificate, fingerprint, publicUrl }: HandedOut) => {
  const service = new Hono()
  service.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  )
  service.get('/', (context) => {
    const language = languageIn(context.req.query('lang'))
    return context.html(newPhonePage({ language, fingerprint, publicUrl }))
  })
  service.get(certificatePath, (context) =>
    context.body(certificate, 200, {
      'content-type': 'application/x-x509-ca-cert',
      'content-disposition': 'attachment; filename="village-box.crt"',
      'cache-control': 'no-store',
    }),
  )
  for (const { path, type, text } of [pageFiles.own, pageFiles.mark])
    service.get(path, (context) => context.body(text, 200, { 'content-type': type }))
  service.all('*', (context) => context.redirect(publicUrl, 302))
  return {
    fetch: service.fetch,
    request: service.request,
    unreadable: async (): Promise<Response> => new Response(null, { status: 400 }),
  }
}
