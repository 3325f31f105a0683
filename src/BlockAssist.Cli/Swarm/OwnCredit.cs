using System.Text.Json;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Swarm;

/// <summary>What a node has earned, by the records that it keeps: those alone count that its hub has signed.</summary>
/// <remarks>
/// Each record is read and its signature checked once; what it brought is in a file of its own, which is made anew from the records where it is
/// missing or damaged. Belongs to one thread at a time.
/// </remarks>
/// <param name="folder">Where the records are.</param>
/// <param name="self">Who the node is.</param>
/// <param name="hub">Who must have signed them.</param>
/// <param name="network">The swarm.</param>
internal sealed class OwnCredit(SwarmFolder folder, PeerId self, PeerId hub, NetworkId network)
{
    // As many rounds as credit is locked; who was away for longer asks for the others in the next rounds.
    private const int MostAsked = CreditBook.LockedRounds;

    private readonly SignedRecords _records = new(folder, self, hub, network);
    private SortedDictionary<ulong, CreditShare>? _shares;

    /// <summary>The credit of the node in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="self">Who it is.</param>
    public static OwnCredit In(SwarmFolder folder, PeerId self)
    {
        var records = SignedRecords.In(folder, self);
        return new OwnCredit(folder, self, records.Hub, records.Network);
    }

    /// <summary>The rounds before one of which there is no record since the first that there is: the last of them, in order.</summary>
    public IReadOnlyList<ulong> MissingBefore(ulong round)
    {
        var shares = Read();
        var missing = new List<ulong>();
        var first = shares.Count == 0 ? round : shares.Keys.First();
        for (var number = round - 1; number > first && number < round && missing.Count < MostAsked; number--)
        {
            if (!shares.ContainsKey(number))
            {
                missing.Add(number);
            }
        }

        missing.Reverse();
        return missing;
    }

    /// <summary>What the node has.</summary>
    /// <param name="current">The round that is open or next as far as the node knows; 0 if it does not.</param>
    /// <returns>Null if there is no record.</returns>
    public CreditReport? Report(ulong current)
    {
        var shares = Read();
        if (shares.Count == 0)
        {
            return null;
        }

        var (account, last) = (new CreditAccount(), shares.Keys.Last());
        foreach (var share in shares.Values)
        {
            account.Take(share);
        }

        account.FreeUpTo(last + 1);
        return new CreditReport(last, account.Free, account.All - account.Free, account.Lost.Sum(one => one.Amount))
        {
            LockedRounds = [.. account.Locked.Select(one => new LockedStatus(one.Round, one.Amount, one.Until))],
            Losses = [.. account.Lost.Select(one => new LostStatus(one.Round, one.Amount, one.Why.ToString()))],
            Missing = [.. Gaps([.. shares.Keys, Math.Max(current, last + 1)])],
        };
    }

    private static IEnumerable<MissingRounds> Gaps(IReadOnlyList<ulong> rounds) =>
        rounds.Zip(rounds.Skip(1)).Where(two => two.Second - two.First > 1).Select(two => new MissingRounds(two.First + 1, two.Second - 1));

    private SortedDictionary<ulong, CreditShare> Read()
    {
        var shares = _shares ??= new SortedDictionary<ulong, CreditShare>(Known().DistinctBy(share => share.Round).ToDictionary(share => share.Round));
        var known = shares.Count;
        foreach (var round in _records.Rounds().Where(round => !shares.ContainsKey(round)))
        {
            if (_records.Read(round) is { Record: var record })
            {
                shares.Add(round, CreditShare.Of(record, self));
            }
        }

        if (shares.Count > known)
        {
            Keep([.. shares.Values]);
        }

        return shares;
    }

    private IReadOnlyList<CreditShare> Known()
    {
        try
        {
            var form = folder.Credit.Read();
            return form is not null && !form.Shares.Contains(null) && (form.Network, form.Hub, form.Peer) == (network.ToString(), hub.ToString(), self.ToString()) ? form.Shares : [];
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            return [];
        }
    }

    private void Keep(IReadOnlyList<CreditShare> shares)
    {
        try
        {
            folder.Credit.Write(new CreditForm(network.ToString(), hub.ToString(), self.ToString(), shares));
        }
        catch (IOException)
        {
            // Another process may be writing the same, or a newer program has; it costs a second reading at most.
        }
    }
}
