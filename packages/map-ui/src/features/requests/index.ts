// Requests: registering one, one in full, a firm's own, and the list of a place.
export { MyOrdersPanel, type MyOrdersPanelProps } from './my-orders-panel.tsx';
export { NewRequestPanel, type NewRequestPanelProps } from './new-request-panel.tsx';
export { registrationBox } from './registration.ts';
export { RequestList, type RequestListProps } from './request-list.tsx';
export { RequestPanel, type RequestPanelProps } from './request-panel.tsx';
