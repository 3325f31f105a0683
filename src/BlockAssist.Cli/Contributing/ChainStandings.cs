using BlockAssist.Chain.Events;
using BlockAssist.Chain.Standings;
using Serilog;

namespace BlockAssist.Cli.Contributing;

/// <summary>What a contract has told, kept in a file of the home.</summary>
/// <param name="folder">Where it is kept.</param>
/// <param name="chain">The chain.</param>
/// <param name="log">Is told when it is read anew.</param>
/// <param name="clock">What time it is.</param>
internal sealed class ChainStandings(ChainFolder folder, ChainConnection chain, ILogger log, TimeProvider clock)
{
    /// <summary>All that there is now; what was read before if another process reads just now.</summary>
    public async Task<StandingsIndex> CatchUpAsync(CancellationToken cancellation)
    {
        var place = chain.Contract.Place;
        var index = new StandingsIndex(folder.IndexOf(place), place);
        var options = new StandingsOptions
        {
            First = chain.First,
            Feed = new LogFeedOptions { Confirmations = chain.Wait.Confirmations },
            Rebuilt = new Note(log),
        };
        await new StandingsKeeper(index, chain.Node, chain.Artifact, options, clock).CatchUpAsync(cancellation);
        return index;
    }

    private sealed class Note(ILogger log) : IProgress<RebuildCause>
    {
        public void Report(RebuildCause value) => log.Information("The standings are read from the chain anew: {Cause}", value);
    }
}
