namespace BlockAssist.Learner.Inference;

/// <summary>What became of the attempt to run a network by a provider.</summary>
/// <param name="Provider">What was tried.</param>
/// <param name="Refusal">Why it was not to be had, in one line; null if it runs the network.</param>
public sealed record ProviderAttempt(InferenceProvider Provider, string? Refusal)
{
    /// <summary>Whether it runs the network.</summary>
    public bool Accepted => Refusal is null;

    /// <inheritdoc/>
    public override string ToString() => Accepted ? $"{Provider}: accepted" : $"{Provider}: {Refusal}";
}
