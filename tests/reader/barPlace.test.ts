import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/model/debate'
import { citationOf } from '../../src/reader/citation'
import { barPlace } from '../../src/reader/useBarPlace'
import { debateWith, thread } from '../support/debate'

const bar = { width: 500, height: 90 }
const page = { left: 0, right: 640, top: 88, bottom: 868 }

describe('where the bar of picked words goes', () => {
  it('stands above them', () =>
    expect(barPlace(bar, { left: 100, top: 400, bottom: 440 }, page)).toEqual({
      left: 100,
      top: 302,
    }))
  it('stands below them where there is no room above', () =>
    expect(barPlace(bar, { left: 100, top: 120, bottom: 160 }, page).top).toBe(168))
  it('stays within the page on the right', () =>
    expect(barPlace(bar, { left: 400, top: 400, bottom: 440 }, page).left).toBe(132))
  it('stays in view where the words fill the page, or are out of it', () => {
    expect(barPlace(bar, { left: 100, top: 0, bottom: 2000 }, page).top).toBe(770)
    expect(barPlace(bar, { left: 100, top: -300, bottom: -200 }, page).top).toBe(96)
    expect(barPlace(bar, null, page).top).toBe(770)
  })
})

it('copies words with who said them, and where', () => {
  const [turn] = thread.turns
  const said = { ...thread, turns: [{ ...turn, speaker: 'Ada', url: 'https://example.org/2' }] }
  const debate = debateWith({ sources: [said as Source] })
  const start = (thread.text ?? '').indexOf('bad goal')
  expect(citationOf(debate, { source: '002', start, end: start + 14 })).toBe(
    '“bad goal. Why” — Ada, Thread 002, turn 1, https://example.org/2',
  )
})
