import './without-eval.ts';
import { appearance } from './data/appearance.ts';
import { expectWords } from './words.ts';

// What the first picture waits for is fetched while the rest of the page is still being evaluated.
expectWords(navigator.language, appearance().language);
