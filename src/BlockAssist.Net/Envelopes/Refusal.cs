using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Envelopes;

/// <summary>That an envelope is not taken, and why. Says nothing that its sender wrote but numbers, so it may go into any log.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Found">The number that was found, where there is one.</param>
/// <param name="Expected">The number that it is measured by, where there is one.</param>
public readonly record struct Refusal(RefusalReason Reason, long Found = 0, long Expected = 0)
{
    /// <summary>The reason as a sentence without its end.</summary>
    public override string ToString() => Reason switch
    {
        RefusalReason.Oversize => $"{Found} bytes, expected at most {Expected}",
        RefusalReason.NotAnEnvelope => $"{Found} bytes that are no envelope",
        RefusalReason.UnknownVersion when Found > Expected => $"{new NewerVersion("the envelope", EnvelopeFormat.Kind, Found, Expected)}",
        RefusalReason.UnknownVersion => $"an envelope of version {Found}, expected {Expected}",
        RefusalReason.OtherNetwork => "an envelope of another network",
        RefusalReason.UnknownKind => $"an envelope of the unknown kind {Found}",
        RefusalReason.ClockSkew => $"the envelope's time is {Found} ms from ours, expected at most {Expected}; is a clock wrong?",
        RefusalReason.UnknownSender => "the sender is not known here",
        RefusalReason.BannedSender => "the sender is shut out",
        RefusalReason.TooManySenders => $"{Expected} senders are kept account of already",
        RefusalReason.Replayed => $"the envelope's number is {Found}, expected one above {Expected}",
        RefusalReason.BrokenChain => $"the envelope {Found} does not follow the one that we have of number {Expected}",
        RefusalReason.BadSignature => "the signature is not the sender's",
        _ => $"refused ({(int)Reason})",
    };
}
