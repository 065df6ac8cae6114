// Time: the past played back or standing still, and the way back to now.
export { TimeBar, type TimeBarProps } from './time-bar.tsx';
