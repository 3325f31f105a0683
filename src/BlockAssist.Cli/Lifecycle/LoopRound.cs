using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Lifecycle;

/// <summary>What came of a round of the swarm for a node.</summary>
/// <param name="Session">After which session, from 1 on.</param>
/// <param name="Number">The number of the round.</param>
/// <param name="Reason">Why the node is credited for what it trained, or is not; null where it trained nothing.</param>
/// <param name="Credit">What it is credited for training and for verifying.</param>
/// <param name="Clips">How many clips of its play others may learn from.</param>
/// <param name="Gain">By how much the merged model foresees better what nobody had seen, in nats; null where nothing was merged.</param>
/// <param name="Pairs">Over how many pairs it was tried against the model that plays.</param>
/// <param name="Better">By how much more of the goal it built, as a share; null where it was not tried.</param>
/// <param name="IsPromoted">Whether it plays from now on.</param>
internal sealed record LoopRound(int Session, ulong Number, CreditReason? Reason, double Credit, int Clips, double? Gain, int Pairs, double? Better, bool IsPromoted)
{
    /// <summary>The round in a record.</summary>
    public static LoopRound Of(int session, RoundRecord record, PeerId self)
    {
        var share = CreditShare.Of(record, self);
        return new LoopRound(
            session, record.Terms.Number, share.Reason, share.Trained + share.Verified, record.Clips.Count(clip => clip.Peer == self), record.Merge?.Gain, record.Gate?.Pairs ?? 0, record.Gate?.Mean, record.IsPromoted);
    }
}
