/** The `request` object of a body; undefined when the body is no such thing. */
export function requestOf(body: string): Record<string, unknown> | undefined {
  try {
    const whole: unknown = JSON.parse(body);
    if (typeof whole !== 'object' || whole === null || !('request' in whole)) return undefined;
    const { request } = whole;
    return typeof request === 'object' && request !== null ? { ...request } : undefined;
  } catch {
    // Not JSON: the caller answers -1.
    return undefined;
  }
}
