-- One index for each way to page through an organization's instances, each ending in the number
-- that pages are cut by.
create index if not exists instance_by_number on instance (organization_id, id);
create index if not exists instance_by_element on instance (organization_id, element_id, id);
create index if not exists instance_by_soundness on instance (organization_id, sound, id);
