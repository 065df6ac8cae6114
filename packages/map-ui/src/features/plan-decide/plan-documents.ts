// Owns what the deciding asks the server, and what it says to it. Refuses editing: operations on a draft are the workbench's.
import { graphql } from '#api/gql/index';
import type {
  DecidePlanFragment,
  DoorMoveFragment,
  GridWorkersQuery as GridWorkersAnswer,
  HandoverPartsFragment,
  PlanHeadFragment,
} from '#api/gql/graphql';

graphql(`
  fragment PlanHead on Plan {
    id
    name
    stage
    version
    acts
    createdAt
    createdBy
    savedAt
    basedOn
    effectiveFrom
    outdated
    present
    grids
  }
`);

graphql(`
  fragment DecidePlan on Plan {
    ...PlanHead
    reviews {
      at
      by
      decision
      note
      role
      stage
      version
    }
    comments {
      id
      at
      by
      text
      resolved
      entrance
      grid
    }
  }
`);

graphql(`
  fragment DoorMove on PlanMove {
    entrance
    buildingName
    name
    households
    dailyCareDoors
    openRequests
    fromGrid
    fromWorker
    toGrid
    toWorker
  }
`);

graphql(`
  fragment HandoverParts on Handover {
    id
    kind
    plan
    mine
    entrance
    entranceName
    households
    dailyCareDoors
    request
    requestTitle
    fromGrid
    fromWorker
    toGrid
    toWorker
    effectiveFrom
    acceptedAt
    acceptedBy
  }
`);

/** A plan in a list. */
export type PlanHead = PlanHeadFragment;
/** A plan with its course. */
export const GridWorkersQuery = graphql(`
  query GridWorkers($community: String!) {
    gridWorkers(community: $community) {
      grids
      person {
        id
        name
      }
    }
  }
`);
export type GridWorker = GridWorkersAnswer['gridWorkers'][number];

export const AppointGridWorker = graphql(`
  mutation AppointGridWorker($input: AppointGridWorkerInput!) {
    result: appointGridWorker(input: $input) {
      __typename
      ... on GridWorker {
        grids
      }
      ...Refused
    }
  }
`);

export type DecidedPlan = DecidePlanFragment;
export type PlanReview = DecidedPlan['reviews'][number];
export type PlanComment = DecidedPlan['comments'][number];
/** One unit that changes grid. */
export type DoorMove = DoorMoveFragment;
export type Handover = HandoverPartsFragment;

export const PlanListQuery = graphql(`
  query PlanList($community: String!) {
    plans(community: $community) {
      ...PlanHead
    }
  }
`);

export const PlanCourseQuery = graphql(`
  query PlanCourse($id: ID!) {
    plan(id: $id) {
      ...DecidePlan
    }
  }
`);

export const PlanDoorsQuery = graphql(`
  query PlanDoors($plan: ID!, $against: ID) {
    planDiff(plan: $plan, against: $against) {
      households
      dailyCareDoors
      openRequests
      moves {
        ...DoorMove
      }
    }
  }
`);

export const HandoverListQuery = graphql(`
  query HandoverList($community: String!, $mine: Boolean!, $plan: ID) {
    handovers(community: $community, mine: $mine, plan: $plan) {
      ...HandoverParts
    }
  }
`);

export const CreatePlan = graphql(`
  mutation DecideCreatePlan($input: CreatePlanInput!) {
    result: createPlan(input: $input) {
      __typename
      ...DecidePlan
      ...Refused
    }
  }
`);

export const SubmitPlan = graphql(`
  mutation DecideSubmitPlan($input: SubmitPlanInput!) {
    result: submitPlan(input: $input) {
      __typename
      ...DecidePlan
      ...Refused
    }
  }
`);

export const ReviewPlan = graphql(`
  mutation DecideReviewPlan($input: ReviewPlanInput!) {
    result: reviewPlan(input: $input) {
      __typename
      ...DecidePlan
      ...Refused
    }
  }
`);

export const ActivatePlan = graphql(`
  mutation DecideActivatePlan($input: ActivatePlanInput!) {
    result: activatePlan(input: $input) {
      __typename
      ...DecidePlan
      ...Refused
    }
  }
`);

export const WithdrawPlan = graphql(`
  mutation DecideWithdrawPlan($input: WithdrawPlanInput!) {
    result: withdrawPlan(input: $input) {
      __typename
      ...DecidePlan
      ...Refused
    }
  }
`);

export const AbandonPlan = graphql(`
  mutation DecideAbandonPlan($input: AbandonPlanInput!) {
    result: abandonPlan(input: $input) {
      __typename
      ...DecidePlan
      ...Refused
    }
  }
`);

export const CommentPlan = graphql(`
  mutation DecideCommentPlan($input: CommentPlanInput!) {
    result: commentPlan(input: $input) {
      __typename
      ...DecidePlan
      ...Refused
    }
  }
`);

export const ResolvePlanComment = graphql(`
  mutation DecideResolvePlanComment($input: ResolvePlanCommentInput!) {
    result: resolvePlanComment(input: $input) {
      __typename
      ...DecidePlan
      ...Refused
    }
  }
`);

export const ImportPlan = graphql(`
  mutation DecideImportPlan($input: ImportPlanInput!) {
    result: importPlan(input: $input) {
      __typename
      ... on PlanApplied {
        plan {
          ...DecidePlan
        }
      }
      ... on PlanConflict {
        units {
          name
        }
      }
      ...Refused
    }
  }
`);

export const AcceptHandovers = graphql(`
  mutation DecideAcceptHandovers($input: AcceptHandoversInput!) {
    result: acceptHandovers(input: $input) {
      __typename
      ... on HandoversAccepted {
        handovers {
          ...HandoverParts
        }
      }
      ...Refused
    }
  }
`);
