// Clocks: the ring that empties, the instant of the figures, the line of a dead stream.
export { AsOfClock, type AsOfClockProps } from './as-of-clock.tsx';
export { ClockIcon, ClockRing, type ClockRingProps } from './clock-ring.tsx';
export { StaleBand, type StaleBandProps } from './stale-band.tsx';
