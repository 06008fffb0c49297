-- 0003-office-work.sql: what a frozen plan says of its phases
--
-- Copyright 2026 The Sprechzettel authors
-- SPDX-License-Identifier: EUPL-1.2

-- The title of the phase's kind; empty if it had none, or in versions that were kept before
ALTER TABLE version_phase ADD COLUMN kind TEXT NOT NULL DEFAULT '';
