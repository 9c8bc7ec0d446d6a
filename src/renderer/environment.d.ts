/// <reference types="vite/client" />
import type { Bridge } from '../shared/contract/bridge.ts';

declare global {
  interface Window {
    /** From the preload script. */
    readonly fieldbook: Bridge;
    /** The nonce of this document's styles, under the name that `get-nonce` knows. */
    __webpack_nonce__?: string;
  }
}
