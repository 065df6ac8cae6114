// The face of contacts: name and phone behind a door, on request and on record.
export { DoorContact } from './door-contact.tsx';
