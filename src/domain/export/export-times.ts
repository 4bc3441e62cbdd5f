/** True for a time zone that the runtime supports. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Writes times such as `2025-03-04 09:15:30 UTC`, or with their offset in any other zone. */
export function timeWriter(timeZone: string): (time: Date) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  return (time) => {
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
    const offset = (parts.timeZoneName ?? 'GMT').replace('GMT', '');
    const zone = timeZone === 'UTC' ? 'UTC' : offset === '' ? '+00:00' : offset;
    const date = `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
    return `${date} ${parts.hour}:${parts.minute}:${parts.second} ${zone}`;
  };
}

const SIZE_UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** A size for people, such as `184.3 kB`. */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < SIZE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${SIZE_UNITS[unit]}`;
}

/** Name of a role in a heading. */
export function roleText(role: string): string {
  return role.charAt(0).toUpperCase() + role.slice(1);
}
