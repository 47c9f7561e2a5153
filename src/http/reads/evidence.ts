import { atOneHead } from '#src/app/heads.ts'
import type { ByteSource } from '#src/exchange/archive/lines.ts'
import {
  type EvidenceManifest,
  type EvidencePart,
  manifestFile,
  signatureFile,
  signedManifest,
} from '#src/exchange/evidence/manifest.ts'
import { evidenceParts } from '#src/exchange/evidence/parts.ts'
import { type ZipFile, zipped } from '#src/exchange/evidence/zip.ts'
import type { HttpContext } from '#src/http/env.ts'
import { noteLooks } from '#src/http/guard.ts'
import { problem } from '#src/http/problem.ts'
import { bookForQuery } from '#src/http/reads/query.ts'
import { evidenceWords } from '#src/words/evidence-words.ts'

/** All bytes of a part. */
export const wholeOf = async (source: ByteSource): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of source) pieces.push(piece)
  return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer())
}

type Told = Pick<EvidenceManifest, 'fundId' | 'asOf' | 'head' | 'statement'>

/** Files as one zip file, with a manifest of their hashes that the fund's key has signed. */
export const signedZip = (
  context: HttpContext,
  told: Told,
  files: readonly ZipFile[],
): Response => {
  const { hash, digest, signer, version } = context.get('needs')
  const parts = files.map(({ name, bytes }): EvidencePart => {
    const sum = digest()
    sum.take(bytes)
    return { name, bytes: bytes.length, sha256: sum.hex() }
  })
  const { text, signature } = signedManifest({ ...told, program: version, parts }, { signer, hash })
  const encoder = new TextEncoder()
  const name = told.statement?.name ?? 'evidence'
  context.header('content-disposition', `attachment; filename="${name}.zip"`)
  return context.body(
    zipped([
      ...files,
      { name: manifestFile, bytes: encoder.encode(text) },
      { name: signatureFile, bytes: encoder.encode(`${signature}\n`) },
    ]),
    200,
    { 'content-type': 'application/zip' },
  )
}

/**
 * A pack of evidence as one zip file: the very files that `export evidence` writes into a folder. Undefined where
 * something was recorded meanwhile. All of it is held until the manifest is signed, because the hashes of the parts
 * stand in it.
 */
export const evidenceOf = async (context: HttpContext): Promise<Response | undefined> => {
  const { store, hash, digest, isPractice } = context.get('needs')
  const { fundId } = context.get('fund')
  // Everybody knows what a practice service signs with: it would prove nothing.
  if (isPractice) return problem(409, 'practice-signs-nothing')
  await noteLooks(context)
  return atOneHead(store, fundId, async () => {
    const asked = await bookForQuery(context)
    if (asked instanceof Response) return asked
    const { book, asOf } = asked
    const made = (await evidenceParts(
      { store, hash, digest },
      { fundId, book, asOf },
      evidenceWords,
    ))!
    const files: ZipFile[] = []
    for (const { name, bytes } of made.parts) files.push({ name, bytes: await wholeOf(bytes) })
    return signedZip(context, { fundId, asOf, head: made.head }, files)
  })
}
