import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fileOf, guideNames, languagesOf } from '#src/pages/help/guides.ts'
import { fund } from '#test/support/command-line.ts'
import { commandsIn, wordsOf } from '#test/support/guide-commands.ts'
import { withPaperBook } from '#test/support/imported-book.ts'
import { type Started, dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'

/* Every command that stands in a guide is run here as it stands there, one guide after the other. */

const root = join(import.meta.dirname, '../..')
const serving = newFolder()
const used: string[] = [serving]
let service: Started | undefined
/** Where the reader of the guide that is tried just now sits. */
let folder = ''

/** A folder as whoever begins with a guide has it; the NGO has a book already. */
const begin = async (guide: string): Promise<void> => {
  folder = newFolder()
  used.push(folder)
  symlinkSync(join(root, 'test'), join(folder, 'test'))
  // Whoever follows a guide brings lists of their own; here they are the invented ones.
  symlinkSync(join(root, 'test/fixtures/paper-book'), join(folder, 'my-book'))
  copyFileSync(join(root, '.env.example'), join(folder, '.env.example'))
  if (guide === 'ngo.md') await withPaperBook(folder)
  // Whoever practises has the practice fund beside the books.
  await withPaperBook(folder, 'data/practice.db')
}
afterAll(async () => {
  await service?.stop()
  for (const one of used) dropFolder(one)
})

/** The second step of the operator’s guide, which is done with an editor. */
const fillSettings = (): void => {
  const settings = join(folder, '.env')
  const text = readFileSync(settings, 'utf8').replace('MODE=practice', 'MODE=live')
  const secrets = ['PEPPER', 'SIGNING_SECRET'].map(
    (name) => `${name}=${execFileSync('openssl', ['rand', '-base64', '48'], { encoding: 'utf8' })}`,
  )
  writeFileSync(
    settings,
    `${text}\n${secrets.join('')}HEADS_FILE=${join(serving, 'heads')}\nBACKUP_DIR=${join(serving, 'backups')}\n`,
  )
}

/** What the reader of a guide has put into the variables of a shell. */
const variables: Record<string, string> = {}

/** What a guide picks a value out of an answer with: Node, with this before the path of the value. */
let picking = ''

/** A line that keeps something for the lines after it; undefined of any other. */
const kept = async (line: string): Promise<string | undefined> => {
  const node = (option: string, text: string, input = ''): string =>
    execFileSync(process.execPath, [option, text], { input, encoding: 'utf8' }).trim()
  const defined = /^take\(\) \{ node -pe "(.*)\$1"; \}$/.exec(line)
  if (defined) {
    picking = defined[1]!
    return line
  }
  const [, name, value = ''] = /^([A-Z]+)=(.+)$/.exec(line) ?? []
  if (name === undefined) return undefined
  const [, made] = /^\$\(node -p '(.*)'\)$/.exec(value) ?? []
  const [, asked, path] = /^\$\((curl .*) \| take (\S+)\)$/.exec(value) ?? []
  if (made !== undefined) variables[name] = node('-p', made)
  else if (asked !== undefined) variables[name] = node('-pe', picking + path, await ask(asked))
  // The address and the key are those of the service that runs here.
  else expect(Object.keys(variables)).toContain(name)
  expect(variables[name], line).toMatch(/^(?!undefined).+/)
  return variables[name]
}

const start = async (): Promise<string> => {
  service ??= await started(serving)
  const link = new URL(linkIn(service.printed(), 'start')!)
  variables['U'] = service.url
  variables['KEY'] = link.searchParams.get('key')!
  return service.printed()
}

const ask = async (line: string): Promise<string> => {
  const [, ...words] = wordsOf(line, variables)
  const after = (flag: string): readonly string[] =>
    words.flatMap((word, i) => (words[i - 1] === flag ? [word] : []))
  const url = words.find((word) => word.startsWith('http'))!
  const [body] = after('-d')
  const headers = after('-H').map((header) => header.split(': ') as [string, string])
  const answer = await fetch(url, {
    headers,
    ...(body === undefined ? {} : { method: 'POST', body }),
  })
  const text = await answer.text()
  expect(answer.ok, `${line}\n${text}`).toBe(true)
  return text
}

/** The program's own commands, with what is piped into them, and where what they print is put. */
const command = async (line: string): Promise<string> => {
  const [, given = '', asked = '', file] =
    /^(?:echo '([^']*)' \| )?npm run --silent fund -- (.*?)(?: > ([\w.-]+))?$/.exec(line) ?? []
  const { status, out, err } = await fund(wordsOf(asked), {
    folder,
    input: given,
    environment: { BACKUP_SECRET: 'the secret of a test, which opens nothing else' },
  })
  expect(status, `${line}\n${out}\n${err}`).toBe(0)
  if (file !== undefined) writeFileSync(join(folder, file), out)
  return out
}

const run = async (line: string): Promise<string> => {
  if (line === 'npm ci && npm start') return start()
  const keeping = await kept(line)
  if (keeping !== undefined) return keeping
  if (line.startsWith('curl ')) return ask(line)
  if (line.includes('npm run --silent fund -- ')) return command(line)
  const [program, ...args] = wordsOf(line)
  if (program === 'cp' || program === 'chmod' || program === 'openssl')
    return execFileSync(program, args, { cwd: folder, encoding: 'utf8' })
  throw new Error(`nobody here knows how to run: ${line}`)
}

const guides = guideNames.flatMap((name) =>
  languagesOf(name).map((language) => fileOf(name, language, 'md')),
)
const commandsOf = (guide: string): readonly string[] =>
  commandsIn(readFileSync(join(root, 'docs/guides', guide), 'utf8'))

test('guides for whoever types commands have some', () => {
  const counts = guides.map((guide) => [guide, commandsOf(guide).length] as const)
  expect(Object.fromEntries(counts)).toMatchObject({
    'ngo.md': expect.toSatisfy((count: number) => count >= 4),
    'operator.md': expect.toSatisfy((count: number) => count >= 12),
    'developer.md': expect.toSatisfy((count: number) => count >= 8),
  })
})

test('no guide has a living fund take the invented book for its own', () => {
  const brought = guides.flatMap(commandsOf).filter((line) => line.includes(' import '))
  expect(brought.length).toBeGreaterThan(2)
  expect(brought.filter((line) => line.includes('test/fixtures'))).toEqual([])
})

test.each(guides.filter((guide) => commandsOf(guide).length > 0))(
  'each command of %s does what the guide says',
  async (guide) => {
    await begin(guide)
    const lines = commandsOf(guide)
    for (const line of lines) {
      await run(line)
      if (line.startsWith('openssl')) fillSettings()
    }
    if (guide === 'operator.md')
      for (const made of ['book.backup', 'heads.json', '.env'])
        expect(existsSync(join(folder, made)), made).toBe(true)
    if (guide === 'developer.md') {
      const again = await run(lines.findLast((line) => line.includes('/commands"'))!)
      expect(again).toMatch(/"outcome":"(recorded|flagged)"/)
    }
  },
)

test('every guide takes the heads before the backup that is held against them', () => {
  for (const lines of guides.map(commandsOf)) {
    const at = (word: string): number => lines.findIndex((line) => line.includes(word))
    if (at('-- backup --out') >= 0) expect(at('heads --json')).toBeLessThan(at('-- backup --out'))
  }
})

test('whoever practises and has no books yet is told how the practice fund is named', async () => {
  const empty = newFolder()
  used.push(empty)
  await withPaperBook(empty, 'data/practice.db')
  for (const asked of [['audit'], ['heads'], ['migrate', 'status']]) {
    const { status, err } = await fund(asked, { folder: empty })
    expect(status).toBe(3)
    expect(err).toContain('there is no such database')
    expect(err).toContain('the practice fund: --db sqlite:data/practice.db')
  }
})

test('a command that cannot be run, or a letter that no answer has named, fails', async () => {
  await expect(run('rm -rf everything')).rejects.toThrow('nobody here knows')
  expect(() => wordsOf('curl $NOWHERE')).toThrow('does not say what NOWHERE is')
  expect(wordsOf(`-d '{"a":"'$B'"}' "x y"`, { B: 'c' })).toEqual(['-d', '{"a":"c"}', 'x y'])
})
