import { useSyncExternalStore } from 'react';

const ASKED = window.matchMedia('(prefers-reduced-motion: reduce)');

function onChange(told: () => void): () => void {
  ASKED.addEventListener('change', told);
  return () => ASKED.removeEventListener('change', told);
}

/** Whether the one who looks has asked their system for less motion: then nothing slides or fades (WCAG 2.2, 2.3.3). */
export function useLessMotion(): boolean {
  return useSyncExternalStore(onChange, () => ASKED.matches);
}
