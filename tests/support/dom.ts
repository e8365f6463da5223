import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// What browsers have and jsdom lacks.
window.matchMedia ??= (query) =>
  Object.assign(new EventTarget(), {
    media: query,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {},
  })
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Element.prototype.hasPointerCapture ??= () => false
Element.prototype.scrollIntoView ??= () => {}
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList
globalThis.CSS ??= { escape: (id: string) => id } as typeof CSS
Element.prototype.scrollTo ??= () => {}

afterEach(cleanup)
