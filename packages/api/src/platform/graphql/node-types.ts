// The Node interface: the letter of an id names its type.
import { Field, ID, InterfaceType } from 'type-graphql';
import { type IdType, idTypeOf } from '../ids.ts';

const NAMES: Partial<Record<IdType, string>> = {
  Community: 'Community',
  Grid: 'Grid',
  Building: 'Building',
  Entrance: 'Entrance',
  Door: 'Door',
  Person: 'Person',
  Organization: 'Organization',
  ServiceRequest: 'ServiceRequest',
  Visit: 'Visit',
  Plan: 'Plan',
};

@InterfaceType('Node', { resolveType: (value: { id: string }) => NAMES[idTypeOf(value.id) ?? 'Session'] })
export abstract class NodeType {
  @Field(() => ID) id!: string;
}
