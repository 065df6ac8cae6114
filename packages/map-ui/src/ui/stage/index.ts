// Stages of a request.
export { type StageName, STAGES, StageStepper, type StageStepperProps } from './stage-stepper.tsx';
