import type { Candidate } from './measure'

/** What of Argdown's application is used here. */
interface Argdown {
  addPlugin(plugin: object, step: string): void
  run(request: object): { statements?: object }
}

/**
 * Reads texts with Argdown, the nearest kin: it parses a text of statements and relations and builds their model.
 *
 * Null where `@argdown/core` is not installed: it brings 180 packages with it, too many to compare with now and then.
 */
export async function argdownReader(): Promise<((text: string) => Candidate) | null> {
  const name = '@argdown/core'
  const core = await import(name).catch(() => null)
  if (!core) return null
  const { ArgdownApplication, ParserPlugin, ModelPlugin } = core.default ?? core
  const app: Argdown = new ArgdownApplication()
  app.addPlugin(new ParserPlugin(), 'parse-input')
  app.addPlugin(new ModelPlugin(), 'build-model')
  const process = ['parse-input', 'build-model']
  return (text) => {
    const input = asArgdown(text)
    const share = (text.length / input.length).toFixed(2)
    return {
      name: `@argdown/core, parse and model (text × ${share})`,
      run: () => app.run({ process, input, throwExceptions: false }),
    }
  }
}

/** The paragraphs of a debate as statements of Argdown, each with a relation to one before it. */
const asArgdown = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.length > 20)
    .map((line, at) => {
      const words = line.replace(/[^\p{L}\p{N}.,;?!'’ ]/gu, ' ').replace(/\s+/g, ' ')
      const relation = at === 0 ? '' : `\n  ${at % 3 ? '-' : '+'} [C${(at * 7) % at}]`
      return `[C${at}]: ${words.trim()}${relation}`
    })
    .join('\n\n')
