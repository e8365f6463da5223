import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readMap } from '../src/exchange/readMap'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A file of the test's own. */
function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** Runs the command line, and gives what it printed. */
const run = (...args: string[]) =>
  new Promise<{ status: number; out: string; errors: string }>((resolve) => {
    const command = ['--import', 'tsx', 'src/cli.ts', ...args]
    execFile(process.execPath, command, { maxBuffer: 1 << 28 }, (error, out, errors) =>
      resolve({ status: error ? Number(error.code) : 0, out, errors }),
    )
  })

describe('npm run parse', () => {
  it('prints the map of a file', async () => {
    const { status, out } = await run(
      file('a_1.txt', 'It never works.\n\nI disagree, it worked for us.'),
    )
    expect(status).toBe(0)
    expect(readMap(out)).toMatchObject({ ok: true })
    expect(JSON.parse(out).sources[0]).toMatchObject({ id: 'a' })
  }, 30_000)

  it('says what the input says is missing', async () => {
    const comment = { _id: 'a', postId: 'p', contents: { html: '<p>It never works.</p>' } }
    const json = JSON.stringify({ results: [comment, { ...comment, _id: 'b', deleted: true }] })
    const { out, errors } = await run(file('b.json', json))
    expect(JSON.parse(out).sources[0].text).toBe('It never works.')
    expect(errors).toContain('b: 1 comment is deleted.')
  }, 30_000)

  it('prints the map of the corpus without files, the same bytes each time', async () => {
    const [one, other] = await Promise.all([run(), run()])
    expect(one.out).toBe(other.out)
    expect(JSON.parse(one.out).sources).toHaveLength(4)
    expect(one.errors).toContain('004')
  }, 60_000)

  it.each([
    ['missing', join(folder, 'nowhere.txt'), 'does not exist'],
    ['empty', file('empty.txt', ''), 'is empty'],
    ['blank', file('blank.txt', '\uFEFF \n'), 'is empty'],
    ['not UTF-8', file('latin.txt', Uint8Array.of(0x63, 0x61, 0x66, 0xe9)), 'is not UTF-8'],
    ['binary', file('picture.png', Uint8Array.of(0x89, 0x50, 0, 1, 2)), 'is a binary file'],
    ['in UTF-16', file('wide.txt', Uint8Array.of(0xff, 0xfe, 0x61, 0)), 'Save it as UTF-8'],
    ['a debate map', file('map.json', '{"format":"debate-map"}'), 'Open a map'],
    ['a folder', folder, 'is a folder'],
  ])(
    'says in one line that a file is %s, and prints nothing',
    async (_, path, problem) => {
      const { status, out, errors } = await run(file('good.txt', 'It never works.'), path)
      expect(status).toBe(1)
      expect(out).toBe('')
      expect(errors.trim().split('\n')).toEqual([expect.stringContaining(problem)])
    },
    30_000,
  )
})
