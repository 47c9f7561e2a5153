import type { Command } from 'commander'
import { sha256 } from '#infra/system/system.ts'
import { type ReceiptVerdict, isJudged, judgeLine } from '#src/app/proof/verify-receipt.ts'
import { exitCodes, globalsOf, print, printJson, stop, withStore } from '#src/cli/context.ts'
import { ownSigner } from '#src/cli/settings.ts'

const verdictTexts: Readonly<Record<ReceiptVerdict, string>> = {
  stands: 'stands in the book as it stood when the receipt was signed',
  'written-anew': 'was signed, and is another one in the book now: run audit, and keep the receipt',
  gone: 'was signed, and is no longer in the book: run audit, and keep the receipt',
  'not-signed': 'was not signed with this secret: forged, mistyped, or of another service',
}

const verify = async (text: string, command: Command): Promise<void> => {
  if (!isJudged(text))
    throw stop(
      'this is neither a receipt (VF1 and seven parts) nor a passbook’s code (VB1 and ten parts), in quotes',
      exitCodes.refused,
    )
  const signer = ownSigner()
  const judged = await withStore(command, { create: false }, (store) =>
    judgeLine({ store, signer, hash: sha256 }, text),
  )
  if (!judged) return
  if (judged.verdict !== 'stands') process.exitCode = exitCodes.refused
  if (globalsOf(command).json) return printJson(judged)
  print(`Entry ${judged.seq} ${verdictTexts[judged.verdict]}.`)
}

export const addTo = (program: Command): void => {
  program
    .command('verify-receipt')
    .description('whether the book still says what a receipt or a passbook says (docs/proof.md)')
    .argument('<receipt>', 'the one line of its square code, in quotes')
    .addHelpText('after', "\nExample:\n  npm run --silent fund -- verify-receipt 'VF1 …'")
    .action((text: string, _: unknown, command: Command) => verify(text, command))
}
