-- What each program may do in the database, and nothing else. Applied by `waarborg prepare --roles`, as often as one
-- likes, by the owner of the tables; that owner makes the tables and serves no site.
--
-- The roles below cannot sign in. Whoever keeps the database makes one user a program, and gives it its role:
--     CREATE ROLE public_site LOGIN PASSWORD '...' IN ROLE waarborg_public;

-- PostgreSQL only warns whoever grants or takes away what is not theirs; to be half guarded is to be unguarded.
DO $$
BEGIN
    IF EXISTS (
        SELECT FROM pg_tables
        WHERE schemaname = 'public' AND NOT pg_has_role(current_user, tableowner, 'USAGE')
    ) THEN
        RAISE EXCEPTION 'the tables belong to somebody else' USING ERRCODE = 'insufficient_privilege';
    END IF;
END $$;

-- Roles belong to the whole server, so they may be there already.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['waarborg_public', 'waarborg_desk', 'waarborg_portal', 'waarborg_worker'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', name);
        END IF;
        EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', name);
        -- From nothing, so that what an earlier version granted does not stay.
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', name);
        EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM %I', name);
        -- Every program sees at its start whether the tables are those of its version.
        EXECUTE format('GRANT SELECT ON django_migrations TO %I', name);
    END LOOP;
END $$;

-- Nobody makes tables but their owner.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- The public site: puts in sealed reports, and reads and writes the mailbox that a code opens. It writes entries and can
-- read none; there is no case, person, account or key that it can reach.
GRANT SELECT, INSERT ON reports_report, reports_mailbox, reports_message TO waarborg_public;
GRANT UPDATE (known_to) ON reports_report TO waarborg_public;
GRANT UPDATE (closed_on, recipient) ON reports_mailbox TO waarborg_public;
GRANT UPDATE (read_on) ON reports_message TO waarborg_public;
-- While a report is offered to another door, a message is sealed for that door too.
GRANT SELECT ON reports_handover TO waarborg_public;
GRANT INSERT ON custody_entry, custody_entrysubject, custody_waiting TO waarborg_public;

-- The desk, the portal and the worker run the acts, and each act its listeners.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO waarborg_desk, waarborg_portal, waarborg_worker;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO waarborg_desk, waarborg_portal, waarborg_worker;
-- The ledger only grows, and only the worker gives places and signs. The triggers say so too; these say it first.
REVOKE UPDATE, DELETE ON custody_entry, custody_entrysubject, custody_entrydetail, custody_leaf, custody_checkpoint
    FROM waarborg_desk, waarborg_portal, waarborg_worker;
REVOKE INSERT ON custody_leaf, custody_checkpoint FROM waarborg_desk, waarborg_portal;
REVOKE UPDATE, DELETE ON custody_waiting FROM waarborg_desk, waarborg_portal;
REVOKE UPDATE ON custody_waiting FROM waarborg_worker;
-- Only the owner changes what tables there are.
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM waarborg_desk, waarborg_portal, waarborg_worker;
-- What comes from outside without a name is none of the portal's business.
REVOKE ALL ON reports_report, reports_mailbox, reports_message, reports_handover FROM waarborg_portal;
