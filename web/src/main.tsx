import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './application';
import { letStylesIn } from './nonce';
import './style.css';

letStylesIn();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
