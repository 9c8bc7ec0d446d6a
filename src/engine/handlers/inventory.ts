import { importFields, type Mapping } from '../../shared/contract/inventory.ts';
import {
  criticalities,
  dataClasses,
  lifecycles,
  type System,
  systemKinds,
} from '../../shared/model/records/system.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import { cannot } from '../cannot.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { writeTable } from '../exchange/write-table.ts';
import { cellsOf, guessMapping } from '../inventory/cells.ts';
import { dependantsOf, judgeInventory, judgeSystem } from '../inventory/checks.ts';
import { graphOf, namedDependency } from '../inventory/graph.ts';
import { type Plan, planImport } from '../inventory/import.ts';
import { readSheet } from '../inventory/sheet.ts';
import { inventorySummary } from '../inventory/summary.ts';
import { inWords } from '../inventory/words.ts';
import { refusal } from '../refusal.ts';
import type { Texts } from '../texts.ts';

/** Lines of a preview that are shown; problems are told of all. */
const PREVIEWED = 50;

export const inventoryHandlers = (context: EngineContext): DomainHandlers<'inventory'> => {
  const today = () => context.session().today;
  const all = () => context.session().records.all('system');
  const find = (id: string): System => {
    const system = context.session().records.get('system', id);
    if (!system) throw cannot('bad-input', 'inventory.unknown', { id });
    return system;
  };
  const byId = () => new Map(all().map((system) => [system.id, system]));
  const nameIn = (systems: ReadonlyMap<string, System>) => (id: string) => systems.get(id)?.name ?? id;
  const plan = async (path: string, mapping: Mapping | undefined, texts: Texts) => {
    const sheet = await readSheet(path, texts);
    const chosen = mapping ?? guessMapping(sheet.columns);
    return { sheet, chosen, ...planImport(sheet, chosen, all(), () => uuidv7()) };
  };
  const problemsInWords = (problems: Plan['problems'], texts: Texts) =>
    problems.map(({ line, field, code, values }) => ({
      line,
      field,
      message: texts.t(`inventory.import.${code}`, values),
    }));

  return {
    page({ filter, sort, offset, limit }) {
      const systems = all();
      const verdicts = judgeInventory(systems, today());
      const words = filter.text?.trim().toLowerCase();
      const rows = systems
        .map((system) => {
          const said = verdicts.get(system.id)!;
          const count = (status: string) => said.filter((one) => one.status === status).length;
          return { ...system, fail: count('fail'), unknown: count('unknown') };
        })
        .filter(
          (row) =>
            (!words ||
              `${row.name}\n${row.owner ?? ''}\n${row.vendor}\n${row.purpose}`
                .toLowerCase()
                .includes(words)) &&
            (!filter.verdict || row[filter.verdict] > 0),
        )
        .sort(order(sort.by, sort.direction));
      return { total: rows.length, all: systems.length, systems: rows.slice(offset, offset + limit) };
    },
    get({ id }, call) {
      const system = find(id);
      const systems = all();
      const known = byId();
      const texts = context.texts(call);
      return {
        system,
        verdicts: judgeSystem(system, {
          dependants: dependantsOf(system, systems),
          today: today(),
        }).map((verdict) => inWords(verdict, texts)),
        dependencies: system.dependsOn.map((on) => namedDependency(on, known)),
        dependants: dependantsOf(system, systems).map(({ id, name }) => ({ id, name })),
      };
    },
    save({ id = uuidv7(), fields }) {
      const before = context.session().records.get('system', id);
      const name = fields.name?.trim().toLowerCase();
      if (name !== undefined && all().some((one) => one.id !== id && one.name.toLowerCase() === name))
        throw cannot('bad-input', 'inventory.twice', { name: fields.name! });
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const { step } = context.change(
        before ? 'system.save' : 'system.add',
        (changes) => changes.put('system', { name: '', ...before, ...given, id }),
        before ? { merge: `system ${id} ${Object.keys(given).join()}` } : {},
      );
      return { id, step };
    },
    remove({ id }) {
      find(id);
      const others = all().filter((one) => one.dependsOn.some((on) => on.kind === 'system' && on.id === id));
      const { step } = context.change('system.remove', (changes) => {
        // First what the step is about: by that the audit trail tells it.
        changes.remove('system', id);
        for (const one of others)
          changes.put('system', {
            ...one,
            dependsOn: one.dependsOn.filter((on) => on.kind !== 'system' || on.id !== id),
          });
      });
      return { step };
    },
    findings(_, call) {
      const texts = context.texts(call);
      const systems = all();
      const verdicts = judgeInventory(systems, today());
      return {
        findings: systems.flatMap(({ id, name }) =>
          verdicts.get(id)!.map((verdict) => ({ ...inWords(verdict, texts), system: id, name })),
        ),
      };
    },
    summary: (_, call) => inventorySummary(all(), today(), context.texts(call)),
    graph: () => graphOf(all()),

    async previewImport({ path, mapping }, call) {
      const texts = context.texts(call);
      const { sheet, chosen, planned, problems } = await plan(path, mapping, texts);
      const names = new Map([...byId(), ...planned.map(({ system }) => [system.id, system] as const)]);
      const count = (state: string) => planned.filter((one) => one.state === state).length;
      return {
        columns: sheet.columns,
        mapping: chosen,
        lines: sheet.rows.length,
        added: count('added'),
        changed: count('changed'),
        systems: planned.slice(0, PREVIEWED).map(({ line, state, system }) => ({
          line,
          state,
          name: system.name,
          cells: cellsOf(system, nameIn(names)),
        })),
        problems: problemsInWords(problems, texts),
      };
    },
    async import({ path, mapping }, call) {
      const texts = context.texts(call);
      const { planned, problems } = await plan(path, mapping, texts);
      const [first] = problemsInWords(problems, texts);
      if (first)
        throw refusal(
          texts,
          texts.t('files.systems.line', { line: first.line, problem: first.message }),
          texts.t('files.systems.mend'),
        );
      const { step } = context.change('system.import', (changes) => {
        for (const { system, state } of planned) if (state !== 'same') changes.put('system', system);
      });
      const count = (state: string) => planned.filter((one) => one.state === state).length;
      return { added: count('added'), changed: count('changed'), step };
    },
    export({ path }, call) {
      const name = nameIn(byId());
      const rows = all().map((system) => cellsOf(system, name));
      return writeTable(path, 'csv', { columns: importFields, rows }, call.signal);
    },
  };
};

type Row = System & { fail: number };

/** What comes in steps is put in their order; what nobody said stands at the end. */
const scales: Partial<Record<keyof Row, readonly string[]>> = {
  kind: systemKinds,
  criticality: criticalities,
  dataClass: dataClasses,
  lifecycle: lifecycles,
};

function order(by: 'fail' | keyof System, direction: 'asc' | 'desc') {
  const sign = direction === 'asc' ? 1 : -1;
  const weight = (row: Row): number | string | null => {
    const value = row[by];
    if (value === null || value === '') return null;
    const scale = scales[by];
    if (scale) return scale.indexOf(String(value));
    return typeof value === 'number' ? value : String(value).toLowerCase();
  };
  return (a: Row, b: Row): number => {
    const [x, y] = [weight(a), weight(b)];
    if (x === y) return a.name.localeCompare(b.name);
    if (x === null) return 1;
    if (y === null) return -1;
    return (x < y ? -1 : 1) * sign;
  };
}
