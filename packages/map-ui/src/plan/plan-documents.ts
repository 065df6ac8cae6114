// Owns the questions an open plan asks the server. Refuses lists of plans, reviews and hand-over: features ask for those.
import { graphql } from '#api/gql/index';

graphql(`
  fragment PlanRulesParts on PlanRules {
    minHouseholds
    targetHouseholds
    maxHouseholds
    maxResidents
    maxSpanMetres
    minutesPerRequest
    minutesPerDoor
    minutesPerFloor
  }
`);

graphql(`
  fragment PlanParts on Plan {
    id
    name
    stage
    acts
    version
    savedAt
    basedOn
    outdated
    present
    grids
    assignment
    before
    rules {
      ...PlanRulesParts
    }
    locks {
      id
      kind
      entrances
      grid
      by
    }
    exemptions {
      id
      check
      grid
      entrances
      reason
      by
    }
    history(last: 200) {
      version
      of
      mine
      undone
      kinds
      movedUnits
      source
      by
      at
    }
  }
`);

export const PLAN_GROUND = graphql(`
  query PlanGround($community: String!) {
    planGround(community: $community) {
      geographyVersion
      arcs
      borders
      barrierCrossings
      grids {
        grid
        mapId
        number
        worker
        drafted
      }
      units {
        entrance
        mapId
        building
        buildingMapId
        buildingName
        name
        point
        households
        residents
        dailyCareDoors
        openRequests
        requestsPerWeek
        doorsDuePerWeek
        floorsPerWeek
      }
    }
  }
`);

export const PLAN = graphql(`
  query OpenPlan($plan: ID!) {
    plan(id: $plan) {
      ...PlanParts
    }
  }
`);

export const APPLY_PLAN_OPS = graphql(`
  mutation ApplyPlanOps($input: ApplyPlanOpsInput!) {
    result: applyPlanOps(input: $input) {
      __typename
      ... on PlanApplied {
        merged
        plan {
          ...PlanParts
        }
      }
      ... on PlanConflict {
        plan {
          ...PlanParts
        }
        units {
          entrance
          name
          yours
          theirs
          yourName
          theirName
          theirAt
        }
      }
      ...Refused
    }
  }
`);

export const PLAN_CHANGED = graphql(`
  subscription PlanChanged($plan: ID!) {
    planChanged(plan: $plan) {
      ...PlanParts
    }
  }
`);
