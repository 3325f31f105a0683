using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Swarm;

/// <summary>Watches the rounds that this node drives: notes what others trained again, and counts.</summary>
/// <param name="context">The log.</param>
/// <param name="self">This node, which notes by itself what it trained again.</param>
/// <param name="replays">Where replays are noted.</param>
/// <param name="vitals">What the hub knows of itself.</param>
internal sealed class HubWatch(CommandContext context, PeerId self, ReplayLog replays, HubVitals vitals) : IHubWatch
{
    /// <inheritdoc/>
    public void Happened(ulong round, RoundEvent happened, TimeSpan? after)
    {
        vitals.Note(happened);
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
    public void Stands(RoundNow standing) => vitals.Note(standing);
}
