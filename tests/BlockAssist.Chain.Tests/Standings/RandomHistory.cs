using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Standings;

/// <summary>A chain that goes on by chance: blocks come, and are undone; the contract never tells twice what it tells once.</summary>
internal sealed class RandomHistory(EventChain chain, Random chance)
{
    private const int Accounts = 4;
    private const int Safe = 2;

    /// <summary>A few more blocks.</summary>
    public void Mine()
    {
        for (var blocks = chance.Next(1, 4); blocks > 0; blocks--)
        {
            MineOne();
        }
    }

    /// <summary>The last blocks are undone, never deeper than what may still be, and more come instead.</summary>
    public void Fork() => Replace(chance.Next(1, Safe + 1));

    /// <summary>Blocks are undone that counted as done.</summary>
    public void BreakFinality() => Replace(chance.Next(1, (int)chain.Head + 1));

    private void Replace(int depth)
    {
        depth = Math.Min(depth, (int)chain.Head);
        chain.Undo(depth);
        for (var i = 0; i <= depth; i++)
        {
            MineOne();
        }
    }

    private void MineOne()
    {
        var told = chain.Told.Select(one => one.Event).ToList();
        var once = told.SelectMany(one => one.Once).ToHashSet();
        var block = new List<ToldEvent>();
        for (var i = chance.Next(5); i > 0; i--)
        {
            var next = Draw(told);
            if (next is not null && next.Once.All(once.Add))
            {
                told.Add(next);
                block.Add(next);
            }
        }

        chain.Mine(block);
    }

    private ToldEvent? Draw(List<ToldEvent> told)
    {
        var rounds = (uint)told.Count(one => one.Name == "RoundOpened");
        var (account, amount) = (Some.Address((byte)chance.Next(1, Accounts + 1)), new Wei(chance.Next(1, 1000)) * (System.Numerics.BigInteger.One << chance.Next(0, 100)));
        if (rounds == 0)
        {
            return ToldEvent.Opened(1, amount);
        }

        var round = (uint)chance.Next(1, (int)rounds + 1);
        return chance.Next(12) switch
        {
            0 => ToldEvent.Opened(rounds + 1, amount),
            1 => ToldEvent.Settled(round, chance.Next(2) == 0 ? ToldEvent.Parent(round) : Some.Hash(chance.Next(5)), Some.Hash(chance.Next(5)), amount),
            2 => ToldEvent.Claimed(round, account, chance.Next(4), amount),
            3 => ToldEvent.Confirmed(account, Some.Hash(chance.Next(Accounts + 2))),
            4 => ToldEvent.Barred(account, Some.Hash(1), Some.Hash(chance.Next(5))),
            5 => ToldEvent.Batch(account, round, chance.Next(3), 250),
            6 => ToldEvent.Slashed(account, amount, Some.Hash(3)),
            7 => ToldEvent.Withdrawn(account, amount),
            8 or 9 => told.Where(one => one.Name == "ContributionSubmitted").ToArray() is { Length: > 0 } submitted
                ? ToldEvent.Attested((Hash32)submitted[chance.Next(submitted.Length)].Values[0], account, chance.Next(3) > 0, (uint)chance.Next(10))
                : null,
            _ => ToldEvent.Submitted(account, round, new Work((WorkKind)chance.Next(5), Some.Hash(chance.Next(3)), Some.Hash(-chance.Next(2)))),
        };
    }
}
