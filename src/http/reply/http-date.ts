const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const CLOCK = '\\d\\d:\\d\\d:\\d\\d';

/** The form that is written today, and the two that are only read (RFC 9110, 5.6.7). */
const FORMS = [
  new RegExp(`^${DAY}, \\d\\d ${MONTH} \\d{4} ${CLOCK} GMT$`),
  new RegExp(`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \\d\\d-${MONTH}-\\d\\d ${CLOCK} GMT$`),
];
const OLDEST_FORM = new RegExp(`^${DAY} ${MONTH} [ \\d]\\d ${CLOCK} \\d{4}$`);

/** Whole seconds since 1970 of a date in a header. Undefined for what is no date, which is to be ignored. */
export function readHttpDate(text: string): number | undefined {
  if (FORMS.some((form) => form.test(text))) return secondsOf(text);
  return OLDEST_FORM.test(text) ? secondsOf(`${text} GMT`) : undefined;
}

function secondsOf(text: string): number | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}
