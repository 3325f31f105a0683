-- What a hub's silos share in PostgreSQL. Made if absent, in one transaction, by one silo at a time.

CREATE SCHEMA IF NOT EXISTS blockassist;

-- Of which version what a hub keeps here is. A program that knows only older ones leaves all of it alone.
CREATE TABLE IF NOT EXISTS blockassist.format
(
    name text PRIMARY KEY,
    version integer NOT NULL
);

INSERT INTO blockassist.format (name, version) VALUES ('log', 1) ON CONFLICT DO NOTHING;

-- All that was said in the rounds of each swarm, in order.
CREATE TABLE IF NOT EXISTS blockassist.log
(
    network text NOT NULL,
    round bigint NOT NULL,
    place integer NOT NULL,
    at_ms bigint NOT NULL,
    envelope bytea NOT NULL,
    PRIMARY KEY (network, round, place)
);

-- Which silos there are. Who changes something of a cluster raises its version, and has to know the one before.
CREATE TABLE IF NOT EXISTS blockassist.cluster
(
    name text PRIMARY KEY,
    version integer NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS blockassist.silo
(
    cluster text NOT NULL REFERENCES blockassist.cluster (name) ON DELETE CASCADE,
    address text NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    siloname text NOT NULL,
    hostname text NOT NULL,
    status integer NOT NULL,
    proxyport integer NOT NULL,
    suspecttimes text,
    starttime timestamptz NOT NULL,
    iamalivetime timestamptz NOT NULL,
    PRIMARY KEY (cluster, address, port, generation)
);

-- By these names and with these parameters Orleans asks for its statements; it reads them from the table of this name.
CREATE TABLE IF NOT EXISTS blockassist.orleansquery
(
    querykey text PRIMARY KEY,
    querytext text NOT NULL
);

INSERT INTO blockassist.orleansquery (querykey, querytext)
VALUES
    ('InsertMembershipVersionKey', $$
        WITH added AS (INSERT INTO blockassist.cluster (name) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
        SELECT count(*) > 0 FROM added
    $$),
    ('InsertMembershipKey', $$
        WITH next AS
        (
            UPDATE blockassist.cluster SET version = version + 1
            WHERE name = @DeploymentId AND version = @Version
                AND NOT EXISTS (SELECT FROM blockassist.silo WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
            RETURNING name
        ),
        added AS
        (
            INSERT INTO blockassist.silo (cluster, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
            SELECT name, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM next
            RETURNING 1
        )
        SELECT count(*) > 0 FROM added
    $$),
    ('UpdateMembershipKey', $$
        WITH next AS
        (
            UPDATE blockassist.cluster SET version = version + 1
            WHERE name = @DeploymentId AND version = @Version
                AND EXISTS (SELECT FROM blockassist.silo WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
            RETURNING name
        ),
        changed AS
        (
            UPDATE blockassist.silo SET status = @Status, suspecttimes = @SuspectTimes, iamalivetime = greatest(iamalivetime, @IAmAliveTime)
            FROM next
            WHERE cluster = next.name AND address = @Address AND port = @Port AND generation = @Generation
            RETURNING 1
        )
        SELECT count(*) > 0 FROM changed
    $$),
    ('UpdateIAmAlivetimeKey', $$
        UPDATE blockassist.silo SET iamalivetime = greatest(iamalivetime, @IAmAliveTime)
        WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
    $$),
    ('MembershipReadAllKey', $$
        SELECT address, port, generation, siloname, hostname, status, proxyport, suspecttimes, starttime, iamalivetime, version
        FROM blockassist.cluster LEFT JOIN blockassist.silo ON cluster = name
        WHERE name = @DeploymentId
    $$),
    ('MembershipReadRowKey', $$
        SELECT address, port, generation, siloname, hostname, status, proxyport, suspecttimes, starttime, iamalivetime, version
        FROM blockassist.cluster LEFT JOIN blockassist.silo ON cluster = name AND address = @Address AND port = @Port AND generation = @Generation
        WHERE name = @DeploymentId
    $$),
    ('GatewaysQueryKey', $$
        SELECT address, proxyport, generation FROM blockassist.silo
        WHERE cluster = @DeploymentId AND status = @Status AND proxyport > 0
    $$),
    ('DeleteMembershipTableEntriesKey', $$
        DELETE FROM blockassist.cluster WHERE name = @DeploymentId
    $$),
    -- 6 is a silo that is dead.
    ('CleanupDefunctSiloEntriesKey', $$
        DELETE FROM blockassist.silo
        WHERE cluster = @DeploymentId AND status = 6 AND iamalivetime < @IAmAliveTime AND starttime < @IAmAliveTime
    $$),
    ('CleanupDefunctSiloEntryKey', $$
        DELETE FROM blockassist.silo
        WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation AND status = 6
            AND iamalivetime = @IAmAliveTime AND starttime = @StartTime AND suspecttimes IS NOT DISTINCT FROM @SuspectTimes
    $$)
ON CONFLICT (querykey) DO UPDATE SET querytext = excluded.querytext;
