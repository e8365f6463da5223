import { describe, expect, it } from 'vitest'

/** Data flows down this list; imports point up it. Folders on one line know nothing of each other. */
const layers = [
  ['model', 'ui'],
  ['parse', 'graph'],
  ['exchange'],
  ['document'],
  ['store'],
  ['cards'],
  ['canvas', 'outline', 'inspector', 'reader', 'review', 'dialogs'],
  ['app'],
]

/** A library that only one folder may know. */
const homes: Record<string, string> = {
  yjs: 'document',
  idb: 'document',
  zustand: 'store',
  reactflow: 'canvas',
  virtua: 'reader',
  marked: 'ui',
  dompurify: 'ui',
}

const depthOf = (folder: string) => layers.findIndex((layer) => layer.includes(folder))

const files = import.meta.glob<string>('../src/*/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const modules = Object.entries(files).map(([path, code]) => ({
  path,
  folder: path.split('/')[2] as string,
  imports: [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] as string,
  ),
  lines: code.split('\n').length,
}))

describe('the house', () => {
  it('has a place in the order for every folder', () => {
    for (const { folder } of modules) expect(depthOf(folder), folder).toBeGreaterThanOrEqual(0)
  })

  it.each(modules)('$path imports only from above', ({ folder, imports }) => {
    for (const path of imports) {
      const other = /^(?:\.\.\/)+(\w+)/.exec(path)?.[1]
      if (other && other !== folder && depthOf(other) >= 0)
        expect(depthOf(other), `${folder} → ${other}`).toBeLessThan(depthOf(folder))
    }
  })

  it.each(modules)('$path keeps to its own libraries', ({ folder, imports }) => {
    for (const path of imports) {
      const home = homes[path.split('/')[0] as string]
      if (home) expect(folder, `${path} belongs in ${home}/`).toBe(home)
    }
  })

  it.each(modules)('$path is short enough to read', ({ path, lines }) => {
    expect(lines).toBeLessThanOrEqual(path.endsWith('.tsx') ? 250 : 500)
  })

  it('has no circle of imports', () => {
    const graph = new Map(
      modules.map(({ path, imports }) => [path, imports.flatMap((to) => resolve(path, to) ?? [])]),
    )
    const state = new Map<string, 'open' | 'done'>()
    const walk = (path: string, trail: string[]) => {
      if (state.get(path) === 'done') return
      if (state.get(path) === 'open') throw new Error([...trail, path].join(' → '))
      state.set(path, 'open')
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
      state.set(path, 'done')
    }
    for (const path of graph.keys()) walk(path, [])
  })
})

/** The imports of a module that are there when it runs; types are not, nor what is fetched later. */
const loaded = (code: string): string[] =>
  [...code.matchAll(/^(?:import|export)\s+(?!type\b)([^'"]*?)(?:\s+from\s+)?'(\.[^']+)'/gm)]
    .filter(([, names = '']) =>
      names.split(',').some((name) => !/^[{\s]*(?:type\b|\}|$)/.test(name)),
    )
    .map(([, , path]) => path as string)

it('reads threads beside the page: nothing of that comes with what is loaded first', () => {
  const seen = new Set<string>()
  const open = ['../src/app/App.tsx']
  for (let path = open.pop(); path; path = open.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    for (const to of loaded(files[path] ?? '')) open.push(...[resolve(path, to) ?? []].flat())
  }
  expect(seen.size).toBeGreaterThan(50)
  expect([...seen].filter((path) => /\/parse\/(?:index|inputs\/)/.test(path))).toEqual([])
})

/** The module that a relative import names; null for libraries and other files. */
function resolve(from: string, to: string): string | null {
  if (!to.startsWith('.')) return null
  const base = new URL(to, `file:///${from.replace('../', '')}`).pathname.slice(1)
  const endings = ['', '.ts', '.tsx', '/index.ts']
  return endings.map((ending) => `../${base}${ending}`).find((path) => path in files) ?? null
}
