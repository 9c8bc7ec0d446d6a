import type { World } from './world.ts';

export function scaled(_world: World, _options: { resources: number; change: number }): void {}
