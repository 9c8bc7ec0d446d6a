import { config } from 'zod';

// Imported before the contract: zod would try to compile its shapes with `new Function`, which the page's policy
// refuses, and every refusal is reported.
config({ jitless: true });
