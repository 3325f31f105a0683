using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Tests.Solidity;

namespace BlockAssist.Chain.Tests.Outboxes;

/// <summary>An outbox that is emptied over an unreliable way to a real node, by couriers that are stopped all the time.</summary>
public sealed class CourierOnNodeTests(NodeTools tools)
{
    private const int Contributions = 100;

    private static readonly WaitOptions Wait = new()
    {
        Confirmations = 5,
        FirstWait = TimeSpan.FromMilliseconds(20),
        LongestWait = TimeSpan.FromMilliseconds(200),
        ReplaceAfter = TimeSpan.FromMilliseconds(200),
        GiveUpAfter = TimeSpan.FromSeconds(20),
    };

    [Fact]
    public Task Every_contribution_lands_exactly_once_whatever_happens_on_the_way() => LandAsync(seed: 1);

    [Theory(Explicit = true)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public Task Every_contribution_lands_exactly_once_by_other_chances(int seed) => LandAsync(seed);

    private async Task LandAsync(int seed)
    {
        await tools.DemandAsync();
        using var node = new AnvilNode();
        using var folder = new TemporaryFolder();
        using var chain = await SwarmOnChain.StartAsync(node, Wait);
        var path = Path.Combine(folder.Path, "contributions.db");
        using (var outbox = new Outbox(path))
        {
            Assert.All(Enumerable.Range(0, Contributions), i => Assert.Equal(1, outbox.Add($"session {i}", [SomeWork.Number(i)], DateTimeOffset.UnixEpoch)));
            Assert.All(Enumerable.Range(0, Contributions), i => Assert.Equal(0, outbox.Add($"session {i}", [SomeWork.Number(i)], DateTimeOffset.UnixEpoch)));
        }

        var hasTurned = false;
        var misfortune = new Misfortune(node, chain, seed);
        for (var lives = 0; ; lives++)
        {
            using var outbox = new Outbox(path);
            var left = Contributions - outbox.Count(chain.Contract.Place).Landed;
            if (left == 0)
            {
                break;
            }

            Assert.True(lives < 2_000, $"{left} are left: {outbox.TroubleOf(chain.Contract.Place)}");
            var endsRound = !hasTurned && left <= Contributions * 2 / 3;
            hasTurned |= endsRound;
            await misfortune.LiveAsync(endsRound, (sender, way) => new Courier(
                outbox, new ContributionsContract(way, chain.Contract.Place, chain.Artifact), way, sender,
                new CourierOptions { Wait = Wait, Window = 4, Idle = TimeSpan.FromMilliseconds(30), LongestIdle = TimeSpan.FromMilliseconds(200) }, TimeProvider.System, new Random(lives)));
        }

        var told = await chain.SubmittedAsync();
        Assert.Equal(Contributions, told.Count);
        Assert.Equal(
            Enumerable.Range(0, Contributions).Select(i => SomeWork.Number(i).ContentId.ToString()).Order(StringComparer.Ordinal),
            told.Select(one => new Work((WorkKind)one.Kind, one.Demonstrations, one.Update).ContentId.ToString()).Order(StringComparer.Ordinal));
        Assert.True(told.Select(one => one.Round).Distinct().Count() > 1, "all were submitted in one round");
        TestContext.Current.TestOutputHelper!.WriteLine(misfortune.ToString());
        misfortune.Check();
    }
}
