using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Tests.Rpc;

namespace BlockAssist.Chain.Tests.Standings;

/// <summary>A chain in memory and an index of it.</summary>
internal sealed class SomeIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EventChain Chain { get; } = new();

    public HurriedClock Clock { get; } = new();

    public string Path => _folder.File("standings.db");

    public StandingsOptions Options { get; init; } = new() { Feed = new LogFeedOptions { Confirmations = 3, MostBlocks = 4 } };

    public StandingsIndex Index => new(Path, EventChain.Place, TimeSpan.FromSeconds(5));

    public StandingsKeeper Keeper(ContractPlace? place = null, StandingsOptions? options = null) =>
        new(new StandingsIndex(Path, place ?? EventChain.Place, TimeSpan.FromSeconds(5)), Chain.Node, EventChain.Artifact, options ?? Options, Clock);

    public Task<CatchUp> CatchUpAsync() => Keeper().CatchUpAsync(TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();
}
