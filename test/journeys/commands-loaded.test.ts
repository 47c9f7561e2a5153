import { Command } from 'commander'
import { expect, test } from 'vitest'
import { addCommands, commandFiles } from '#src/cli/commands.ts'

const wordsOf = (program: Command): string[] =>
  program.commands.map((command) => command.name()).toSorted()

test.each(commandFiles)('the file of %s adds no other words', async (words, load) => {
  const program = new Command()
  await load().then(({ addTo }) => addTo(program))
  expect(wordsOf(program)).toEqual([...words].toSorted())
})

const all = [...new Set(commandFiles.flatMap(([words]) => words))].toSorted()

test.each([
  ['one word', ['audit'], ['audit', 'rebuild']],
  [
    'a word of two files, and options before it',
    ['--db', 'sqlite:a', 'import'],
    ['export', 'import'],
  ],
  ['no word', [], all],
  ['a word that is none', ['no-such-command'], all],
  ['a word and its help', ['audit', '--help'], all],
])('asked for by %s, what is needed is there', async (_, args, words) => {
  const program = new Command()
  await addCommands(program, args)
  expect(wordsOf(program)).toEqual(words)
})
