using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Standings;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Contributing;

/// <summary>Who contributed what on the chain that a node uses, as far as it can be read now.</summary>
internal static class StandingsView
{
    /// <summary>The standings, with all that is new. Where the chain cannot be asked, what was read before.</summary>
    /// <exception cref="ForeseenException">Nothing was ever recorded or read.</exception>
    public static async Task<StandingsIndex> ReadAsync(CommandContext context, CancellationToken cancellation)
    {
        var folder = ChainFolder.Of(context.Home);
        try
        {
            using var chain = await NodeChain.LookAsync(context, cancellation) ?? throw new ForeseenException("nothing has been recorded yet", "It begins with the first contribution: blockassist chain status.");
            return await new ChainStandings(folder, chain, context.Log, context.Surroundings.Clock).CatchUpAsync(cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or ChainException { IsPassing: true })
        {
            if (NodeChain.PlaceKnown(context) is not { } place || !File.Exists(folder.IndexOf(place)))
            {
                throw;
            }

            context.Log.Warning("The chain cannot be asked now; this is what was read before: {Why}", error.Message);
            return new StandingsIndex(folder.IndexOf(place), place);
        }
    }
}
