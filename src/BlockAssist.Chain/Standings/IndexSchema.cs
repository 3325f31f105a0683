namespace BlockAssist.Chain.Standings;

/// <summary>The tables of the index: one an event, whose columns are what the event tells under its own names, and where it stands.</summary>
/// <remarks>
/// Nothing is kept that does not follow from the rows that are there, so that taking the last ones away again is all there is to a fork. Amounts are 32 bytes,
/// the first one the highest. What the contract tells only once, the tables take only once.
/// </remarks>
internal static class IndexSchema
{
    /// <summary>The form of the file; an older one is built anew, a newer one refused.</summary>
    public const int Form = 1;

    /// <summary>The form of a file in which damage was found.</summary>
    public const int Damaged = -1;

    /// <summary>The tables that have events, in which <c>at</c> is the place on the chain.</summary>
    public static readonly IReadOnlyList<(string Event, string Table)> Facts =
    [
        ("ContributionSubmitted", "contribution"), ("BatchSubmitted", "batch"), ("Attested", "verdict"), ("RoundOpened", "opening"), ("RoundSettled", "settlement"),
        ("CreditClaimed", "claim"), ("PeerConfirmed", "peer"), ("PeerBarred", "barring"), ("BondSlashed", "slash"), ("Withdrawn", "withdrawal"),
    ];

    /// <summary>Makes them.</summary>
    public const string Setup = """
        CREATE TABLE meta (place TEXT NOT NULL, first INTEGER NOT NULL, first_hash BLOB, done INTEGER, done_hash BLOB, seen INTEGER) STRICT;

        CREATE TABLE contribution (
            at INTEGER PRIMARY KEY, tx BLOB NOT NULL, id BLOB NOT NULL UNIQUE, contributor BLOB NOT NULL, round INTEGER NOT NULL, kind INTEGER NOT NULL,
            demonstrations BLOB NOT NULL, "update" BLOB NOT NULL, counts INTEGER NOT NULL DEFAULT 1, accepts INTEGER NOT NULL DEFAULT 0, rejects INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX contribution_work ON contribution (contributor, kind, demonstrations, "update");
        CREATE INDEX contribution_player ON contribution (contributor, round, kind, counts, accepts, rejects) WHERE counts = 1;
        CREATE INDEX contribution_round ON contribution (round, contributor, kind, counts);

        CREATE TABLE batch (
            at INTEGER PRIMARY KEY, tx BLOB NOT NULL, batch BLOB NOT NULL UNIQUE, contributor BLOB NOT NULL, round INTEGER NOT NULL, root BLOB NOT NULL, count INTEGER NOT NULL) STRICT;
        CREATE INDEX batch_player ON batch (contributor);
        CREATE INDEX batch_round ON batch (round);

        CREATE TABLE verdict (
            at INTEGER PRIMARY KEY, tx BLOB NOT NULL, id BLOB NOT NULL, verifier BLOB NOT NULL, accepts INTEGER NOT NULL, score INTEGER NOT NULL, UNIQUE (id, verifier)) STRICT;

        CREATE TABLE opening (
            at INTEGER PRIMARY KEY, tx BLOB NOT NULL, round INTEGER NOT NULL UNIQUE, parent BLOB NOT NULL, submitUntil INTEGER NOT NULL, attestUntil INTEGER NOT NULL,
            revealUntil INTEGER NOT NULL, pool BLOB NOT NULL CHECK (substr(pool, 1, 16) = zeroblob(16))) STRICT;
        CREATE TABLE settlement (
            at INTEGER PRIMARY KEY, tx BLOB NOT NULL, round INTEGER NOT NULL UNIQUE, model BLOB NOT NULL, record BLOB NOT NULL, creditRoot BLOB NOT NULL,
            credited BLOB NOT NULL CHECK (substr(credited, 1, 16) = zeroblob(16))) STRICT;
        CREATE TABLE claim (
            at INTEGER PRIMARY KEY, tx BLOB NOT NULL, round INTEGER NOT NULL, account BLOB NOT NULL, "index" BLOB NOT NULL,
            amount BLOB NOT NULL CHECK (substr(amount, 1, 16) = zeroblob(16)), UNIQUE (round, "index")) STRICT;
        CREATE INDEX claim_player ON claim (account);

        CREATE TABLE peer (at INTEGER PRIMARY KEY, tx BLOB NOT NULL, account BLOB NOT NULL UNIQUE, key BLOB NOT NULL UNIQUE) STRICT;
        CREATE TABLE barring (at INTEGER PRIMARY KEY, tx BLOB NOT NULL, account BLOB NOT NULL UNIQUE, key BLOB NOT NULL, evidence BLOB NOT NULL) STRICT;
        CREATE TABLE slash (
            at INTEGER PRIMARY KEY, tx BLOB NOT NULL, verifier BLOB NOT NULL, amount BLOB NOT NULL CHECK (substr(amount, 1, 16) = zeroblob(16)), evidence BLOB NOT NULL) STRICT;
        CREATE INDEX slash_verifier ON slash (verifier);
        CREATE TABLE withdrawal (
            at INTEGER PRIMARY KEY, tx BLOB NOT NULL, account BLOB NOT NULL, amount BLOB NOT NULL CHECK (substr(amount, 1, 16) = zeroblob(16))) STRICT;
        CREATE INDEX withdrawal_player ON withdrawal (account);

        CREATE TRIGGER contribution_added AFTER INSERT ON contribution WHEN EXISTS (
            SELECT 1 FROM contribution AS other
            WHERE other.contributor = new.contributor AND other.kind = new.kind AND other.demonstrations = new.demonstrations AND other."update" = new."update" AND other.at < new.at)
        BEGIN
            UPDATE contribution SET counts = 0 WHERE at = new.at;
        END;
        CREATE TRIGGER verdict_added AFTER INSERT ON verdict
        BEGIN
            UPDATE contribution SET accepts = accepts + new.accepts, rejects = rejects + 1 - new.accepts WHERE id = new.id;
        END;
        CREATE TRIGGER verdict_removed AFTER DELETE ON verdict
        BEGIN
            UPDATE contribution SET accepts = accepts - old.accepts, rejects = rejects - 1 + old.accepts WHERE id = old.id;
        END;
        """;
}
