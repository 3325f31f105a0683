using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>A state that somebody is to show in a dispute.</summary>
/// <param name="Ask">What was asked for.</param>
/// <param name="Model">The model that the round begins with.</param>
/// <param name="Segment">The disputed segment as its verifier was asked to train it again; null where the trainer itself is asked.</param>
/// <param name="IsMadeUp">Whether it shows anything but what it came to.</param>
public sealed record StateOrder(AskForState Ask, BlobId Model, AskToReplay? Segment, bool IsMadeUp);
