import { describe, expect, it } from 'vitest'
import { parse } from '../../src/parse'

const codebook = { title: 'A debate', positions: [] }
const thread = `The train will be late because of the snow on the line.
The train will be late because of the snow on the line.
I disagree, since the snow has been cleared since noon.`

describe('the report on an input', () => {
  const { reports, map } = parse([{ name: 'snow.txt', text: thread }], { codebook })
  const [report] = reports

  it('counts the turns and the statements of the map', () => {
    expect(report?.source).toBe('snow')
    expect(report?.turns).toBe(map.sources[0]?.turns.length)
    expect(report?.statements).toBe(map.statements.length)
  })

  it('says that a paragraph quoted makes no statement of its own', () => {
    expect(report?.leftAside).toMatchObject([{ role: 'quotation', passages: 1 }])
  })

  it('says which share of the words is mapped', () => {
    expect(report?.mapped).toBeGreaterThan(0.5)
    expect(report?.mapped).toBeLessThan(0.8)
  })
})
