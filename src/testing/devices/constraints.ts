/** @file Chooses settings of a fake device, as constraints ask for them. */

/** What a device can do: a range of numbers, or a list to choose from. */
export type Capability = { min: number; max: number } | readonly (string | boolean)[];

/** What a device can do, by the names of constraints. */
export type Capabilities = Readonly<Record<string, Capability>>;

/** What a device is set to, by the names of constraints. */
export type Settings = Record<string, string | number | boolean>;

/** How well a device answers to constraints. */
export interface Fit {
  settings: Settings;
  /** 0 when all wishes are met. */
  distance: number;
  /** The first demand that cannot be met; `null` when all can. */
  violated: string | null;
}

interface Demand {
  exact?: unknown;
  ideal?: unknown;
  min?: number;
  max?: number;
}

/** Chooses the settings that answer best. Constraints that are no capability are left aside, as browsers do. */
export function fit(
  capabilities: Capabilities,
  usual: Settings,
  constraints: MediaTrackConstraints | true,
): Fit {
  const found: Fit = { settings: { ...usual }, distance: 0, violated: null };
  const asked = (constraints === true ? {} : constraints) as Record<string, unknown>;
  for (const [name, capability] of Object.entries(capabilities)) {
    const demand = demandOf(asked[name]);
    const choice = Array.isArray(capability)
      ? chosen(capability, demand, usual[name])
      : inRange(capability as { min: number; max: number }, demand, usual[name] as number);
    if (!choice) found.violated ??= name;
    else {
      if (choice.value !== undefined) found.settings[name] = choice.value as string;
      found.distance += choice.distance;
    }
  }
  return found;
}

/** What constraints say of one thing; a bare value is a wish. */
function demandOf(given: unknown): Demand {
  const bare = typeof given !== 'object' || given === null || Array.isArray(given);
  return bare ? { ideal: given ?? undefined } : (given as Demand);
}

function inRange(range: { min: number; max: number }, demand: Demand, usual: number) {
  const { exact, ideal, min = exact, max = exact } = demand as Record<keyof Demand, number | undefined>;
  const least = Math.max(range.min, min ?? range.min);
  const most = Math.min(range.max, max ?? range.max);
  if (least > most) return null;
  const wished = ideal ?? exact ?? usual;
  const value = Math.min(Math.max(wished, least), most);
  return { value, distance: ideal === undefined ? 0 : Math.abs(value - ideal) / Math.max(value, ideal, 1) };
}

function chosen(list: readonly unknown[], { exact, ideal }: Demand, usual: unknown) {
  const among = (wish: unknown) => list.filter((each) => [wish].flat().includes(each));
  const allowed = exact === undefined ? list : among(exact);
  if (exact !== undefined && allowed.length === 0) return null;
  const best = ideal === undefined ? [] : among(ideal).filter((each) => allowed.includes(each));
  const value = best[0] ?? (allowed.includes(usual) ? usual : allowed[0]);
  return { value, distance: ideal !== undefined && best.length === 0 ? 1 : 0 };
}

/** The error for a demand that no device meets, as the browser throws it. */
export function overconstrained(constraint: string): Error {
  const message = 'No device meets this constraint';
  try {
    return new OverconstrainedError(constraint, message);
  } catch {
    // Some browsers do not let pages make one.
    return Object.assign(new DOMException(message, 'OverconstrainedError'), { constraint });
  }
}
