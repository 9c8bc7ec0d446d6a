/// <reference types="vite/client" />
import type { Bridge } from '../shared/contract/bridge.ts';

declare global {
  interface Window {
    /** From the preload script. */
    readonly fieldbook: Bridge;
  }
}
