// Requests over GraphQL: nested places, people and organizations, refusals as union members, faults as errors.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '#platform/ids';
import { type Ask, askSchema } from '../../../test/testkit/ask-schema.ts';
import { createRequests } from './index.ts';
import { EVENING, type RequestsFixture, requestsFixture } from './requests-fixture.ts';

let f: RequestsFixture;
let ask: Ask;
beforeAll(async () => {
  f = await requestsFixture();
  const { database, access, geography, people, files } = f;
  const requests = createRequests({ database, clock: { now: () => EVENING }, access, geography, people, files });
  ask = await askSchema([access.parts, geography.parts, people.parts, requests.parts]);
});
afterAll(() => f.close());

const FIELDS = `id stage title text entrance { name building { number } } grid { number } responsible { name role } onCall { name } offDuty
  category { code respondMinutes workingTime } actions workOrders { organization { name kind } crew }`;
const CREATE = `mutation ($input: CreateRequestInput!) { createRequest(input: $input) { __typename ... on ServiceRequest { ${FIELDS} } ... on Refusal { code path message } } }`;
const DISPATCH = `mutation ($input: DispatchRequestInput!) { dispatchRequest(input: $input) { ... on ServiceRequest { ${FIELDS} } ... on Refusal { code } } }`;

describe('a request over GraphQL', () => {
  it('names its place and its people', async () => {
    const { data, errors } = await ask(CREATE, f.as('GRID_WORKER'), { input: f.sewage() });
    expect(errors).toEqual([]);
    expect(data?.['createRequest']).toMatchObject({
      __typename: 'ServiceRequest',
      stage: 'REPORTED',
      title: '排水返污',
      entrance: { name: '1栋2单元', building: { number: '1' } },
      grid: { number: 1 },
      responsible: { name: '小样worker1', role: 'GRID_WORKER' },
      onCall: { name: '小样secretary' },
      offDuty: true,
      category: { code: 'SEWAGE', respondMinutes: 15, workingTime: true },
      workOrders: [],
    });
    const request = (data!['createRequest'] as { id: string }).id;
    const dispatched = await ask(DISPATCH, f.as('SECRETARY', 1), {
      input: { request, organization: f.organization, clientEventId: newId() },
    });
    expect(dispatched.data?.['dispatchRequest']).toMatchObject({
      stage: 'DISPATCHED',
      workOrders: [{ organization: { name: '小样物业', kind: 'PROPERTY' }, crew: null }],
    });
    const read = await ask(
      `query ($id: ID!) { node(id: $id) { id ... on ServiceRequest { text responsible { name } steps { actor note } } } }`,
      f.as('SECRETARY', 2, { screen: true }),
      { id: request },
    );
    expect(read.data?.['node']).toMatchObject({
      id: request,
      text: null,
      responsible: { name: null },
      steps: [{ actor: null, note: null }, {}, {}, {}],
    });
  });

  it('answers a rule’s refusal in the viewer’s language, and throws a caller’s fault', async () => {
    const refused = await ask(
      CREATE,
      { ...f.as('GRID_WORKER'), language: 'EN' },
      { input: f.sewage({ callerPhone: '12ab' }) },
    );
    expect(refused.data?.['createRequest']).toEqual({
      __typename: 'Refusal',
      code: 'PHONE_INVALID',
      path: 'input.callerPhone',
      message: 'Not a valid phone number. Give a mobile number of 11 digits, or a landline with its area code.',
    });
    const stray = await ask(CREATE, f.as('GRID_WORKER'), { input: f.sewage({ entrance: 'e1' }) });
    expect(stray.cause).toMatchObject({ code: 'BAD_ID', path: 'input.entrance' });
    const stranger = await ask(CREATE, { ...f.as('GRID_WORKER'), actor: null }, { input: f.sewage() });
    expect(stranger.cause).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('speaks the viewer’s language in titles, routing and replies', async () => {
    const { data } = await ask(
      `query ($community: String!) { requests(community: $community, first: 5) { totalCount edges { node { title routing reply } } } }`,
      { ...f.as('SECRETARY', 3), language: 'EN' },
      { community: f.world.code },
    );
    const routing = [
      'The worker of this grid is responsible.',
      'The responsible person is off duty and stays responsible.',
      'The person on call is told as well.',
    ];
    expect(data?.['requests']).toMatchObject({
      totalCount: 1,
      edges: [{ node: { title: 'Sewage and drains', routing, reply: null } }],
    });
  });

  it('proposes a form from a pasted message and reveals a contact', async () => {
    const read = await ask(
      `query ($c: String!, $t: String!) { readMessage(community: $c, text: $t) { entrance { name } building { number } door category { code } kind evidence } }`,
      f.as('GRID_WORKER'),
      { c: f.world.code, t: '3栋1单元202 电梯坏了' },
    );
    expect(read.data?.['readMessage']).toMatchObject({
      entrance: { name: '3栋1单元' },
      building: { number: '3' },
      door: '202',
      category: { code: 'LIFT' },
      kind: 'URGENT',
    });
    const reveal = await ask(
      `mutation ($d: ID) { revealContact(dwelling: $d) { ... on Contact { name phone residents careLevel } ... on Refusal { code } } }`,
      f.as('SECRETARY'),
      { d: encodeId('Door', f.world.communityId, f.world.dwellingIds['1-1-1-1']!) },
    );
    expect(reveal.data?.['revealContact']).toEqual({
      name: '住户1-1-1-1',
      phone: '13900000000',
      residents: 3,
      careLevel: 'DAILY',
    });
  });
});
