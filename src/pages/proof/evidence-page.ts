import { html } from 'hono/html'
import { listNames } from '#src/lists/all.ts'
import { type At, deskLayout, heading } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { exportPath } from '#src/pages/proof/take-along.ts'
import { codeCheckPath } from '#src/pages/proof/code-check.ts'
import { statementPath } from '#src/pages/statements/parts.ts'
import { waysList } from '#src/pages/ways-list.ts'
import { exportWords } from '#src/words/report-words.ts'
import { statementPageWords, takeAlongWords } from '#src/words/words.ts'

export const verifierPath = '/verify-journal.mjs'

type EvidenceShown = {
  readonly publicKey: string
  readonly hasVerifier: boolean
}

const packPart = (at: At, { publicKey, hasVerifier }: EvidenceShown): Html => {
  const words = takeAlongWords.in(at.language)
  const files = statementPageWords.in(at.language)
  return html`<section>
    <h2>${words.pack}</h2>
    <p>${at.isPractice ? files.noFolderInPractice : words.packMeaning}</p>
    ${
      at.isPractice
        ? ''
        : html`<p class="buttons">
            <a class="button go" href="${exportPath(at, 'evidence')}">${words.packButton}</a>
          </p>`
    }
    <p>${words.verify}</p>
    <p class="code coded-text" translate="no">
      node verify-journal.mjs journal.archive.gz --key ${publicKey}
    </p>
    <p class="quiet">${words.key}</p>
    ${
      hasVerifier
        ? html`<p class="buttons">
            <a class="button" href="${verifierPath}" download>${words.verifier}</a>
          </p>`
        : ''
    }
  </section>`
}

/** Everything of a fund that can be taken along, and how it is checked elsewhere. */
export const evidencePage = (at: At, shown: EvidenceShown): Html => {
  const { language } = at
  const words = takeAlongWords.in(language)
  const files = statementPageWords.in(language)
  const titles = exportWords.in(language)
  const content = html`${heading('book', words.heading)}
    <p>${words.lead}</p>
    ${packPart(at, shown)}
    <section>
      <h2>${words.whole}</h2>
      <p>${words.workbookMeaning}</p>
      <p class="buttons">
        <a class="button" href="${exportPath(at, 'xlsx', { language })}">${files.workbook}</a>
        <a class="button" href="${exportPath(at, 'jsonl')}">${words.jsonl}</a>
        <a class="button" href="${statementPath.all(at)}">${files.toStatements}</a>
      </p>
    </section>
    <div class="ways-lists">
      ${waysList({
        heading: words.lists,
        ways: listNames.map((list) => ({
          href: exportPath(at, 'csv', { list }),
          name: list === 'cycles' ? words.savix : titles[list],
        })),
      })}
    </div>
    <section>
      <h2>${words.ledgers}</h2>
      <p>${words.ledgersMeaning}</p>
      <p class="buttons">
        <a class="button" href="${exportPath(at, 'hledger')}">hledger</a>
        <a class="button" href="${exportPath(at, 'beancount')}">beancount</a>
        <a class="button" href="${codeCheckPath(at)}">${words.checkCode}</a>
      </p>
      <p class="quiet">${words.archive}</p>
    </section>`
  return deskLayout(at, content)
}
