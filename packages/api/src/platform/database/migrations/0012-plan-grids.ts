// The grids that a draft has, named: one that was added is empty at first, one that was closed is gone, and neither shows in the units.
export const planGrids: readonly string[] = [
  `set local qinghe.system = 'on'`,
  `alter table plan_drafts add column grid_ids uuid[]`,
  // A draft of before had the grids it was branched from, those it moved units to, and those that its conditions name.
  `update plan_drafts d set grid_ids = array(
     select grid_id from (
       select u.grid_id from plan_draft_units u where u.community_id = d.community_id and u.draft_id = d.id
       union
       select u.before_grid_id from plan_draft_units u
       where u.community_id = d.community_id and u.draft_id = d.id and d.stage <> 'SCHEDULED'
       union
       select k.grid_id from plan_locks k where k.community_id = d.community_id and k.draft_id = d.id
       union
       select x.grid_id from plan_exemptions x where x.community_id = d.community_id and x.draft_id = d.id
     ) named where grid_id is not null)`,
  `alter table plan_drafts alter column grid_ids set not null`,
];
