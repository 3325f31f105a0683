using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Messages;

namespace BlockAssist.Net.Simulations.People;

/// <summary>What messages are called in reports.</summary>
internal static class KindNames
{
    /// <summary>The name of a kind.</summary>
    public static string Of(EnvelopeKind kind) =>
        kind == MessageKinds.AskLease ? "ask lease"
        : kind == MessageKinds.Commit ? "commit"
        : kind == MessageKinds.Reveal ? "reveal"
        : kind == MessageKinds.GiveEvidence ? "give evidence"
        : kind == MessageKinds.GiveOutcome ? "finding"
        : kind == MessageKinds.ShowState ? "show state"
        : kind == MessageKinds.OpenRound ? "open round"
        : kind == MessageKinds.Grant ? "grant"
        : kind == MessageKinds.AskReveal ? "ask reveal"
        : kind == MessageKinds.AskEvidence ? "ask evidence"
        : kind == MessageKinds.AskReplay ? "ask replay"
        : kind == MessageKinds.AskState ? "ask state"
        : "close round";
}
