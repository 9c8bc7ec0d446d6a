import { Command } from 'commander';
import { showSavings, showScores } from '../show-scores.ts';
import { globals, type Terminal } from '../terminal.ts';

export const scoresCommand = (terminal: Terminal): Command =>
  new Command('scores')
    .description('score and confidence of each aspect, and the monthly saving')
    .option('--snapshot <id>', 'otherwise the newest')
    .action(async (options: { snapshot?: string }, command) => {
      await terminal.openEngagement(command, 'look');
      const result = await terminal.client.scores.get(options);
      if (globals(command).json) {
        terminal.json(result);
        return;
      }
      showScores(terminal, result.scores);
      showSavings(terminal, result.savings);
    });
