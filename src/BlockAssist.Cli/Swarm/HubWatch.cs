using BlockAssist.Cli.Running;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Swarm;

/// <summary>Watches the rounds that this node drives, and notes what others trained again.</summary>
/// <param name="context">The log.</param>
/// <param name="self">This node, which notes by itself what it trained again.</param>
/// <param name="replays">Where replays are noted.</param>
internal sealed class HubWatch(CommandContext context, PeerId self, ReplayLog replays) : IHubWatch
{
    /// <inheritdoc/>
    public void Happened(ulong round, RoundEvent happened, TimeSpan? after)
    {
        if (happened is not Replayed replayed || replayed.Verifier == self)
        {
            return;
        }

        try
        {
            replays.Add(new ReplayNote(replayed.At, round, $"{replayed.Peer}", replayed.Segment, $"{replayed.Verifier}", replayed.Outcome) { AnsweredAfter = after?.TotalSeconds });
        }
        catch (Exception error) when (Failure.IsForeseen(error))
        {
            context.Log.Debug(error, "A replay is not noted");
        }
    }

    /// <inheritdoc/>
    public void Stands(RoundStanding standing)
    {
    }
}
