using BlockAssist.Chain.Contributions.Told;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Rpc;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Tests.Lifecycle;

/// <summary>What nodes contributed, as the records of rounds say, and as a ledger says; a line each, in order.</summary>
internal static class RecordedWork
{
    /// <summary>What the records in a home tell of its node.</summary>
    /// <param name="home">The home.</param>
    /// <param name="from">Of which round on.</param>
    /// <param name="until">Until which.</param>
    public static List<string> In(NodeHome home, ulong from = 0, ulong until = ulong.MaxValue)
    {
        var self = new IdentityFile(home.Identity).Read().Peer;
        var records = SignedRecords.In(SwarmFolder.Of(home), self);
        var others = records.Rounds().Where(round => round < from || round > until).Select(round => $"{records.Network} round {round}").ToHashSet();
        return [.. new RoundContributions(records, self).Find(others).SelectMany(found => found.Works).Select(work => $"{work.Demonstrations} {work.Update}").Order(StringComparer.Ordinal)];
    }

    /// <summary>What is on the ledger in a home.</summary>
    public static async Task<List<string>> OnLedgerAsync(NodeHome home, CancellationToken cancellation)
    {
        using var ledger = EmbeddedLedger.OpenForReading(ChainFolder.Of(home).Ledger, TimeProvider.System);
        var (node, reader) = (new ChainNode(ledger), new EventReader<ContributionSubmitted>());
        var logs = await node.LogsAsync(new LogFilter(ledger.Place.Contract, [reader.Event.Topic]), 0, await node.HeightAsync(cancellation), cancellation);
        return [.. logs.Select(log => reader.TryRead(log, out var submitted) ? submitted : null).OfType<ContributionSubmitted>()
            .Select(one => $"{one.Demonstrations} {one.Update}").Order(StringComparer.Ordinal)];
    }
}
