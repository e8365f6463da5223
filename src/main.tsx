import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import './ui/base.css'

const root = document.getElementById('app')
if (!root) throw new Error('The page has no place for the app: index.html lacks #app')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
