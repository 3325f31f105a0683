using BlockAssist.Learner.Inference;

namespace BlockAssist.Cli.Doctor;

/// <summary>Looks at what trains models and what runs them.</summary>
internal static class LearnerChecks
{
    private const string Mend = "delete artifacts/ and run ./blockassist again (docs/inference.md says what each package runs on)";

    /// <summary>The library that trains.</summary>
    /// <param name="loaded">Its version, and why it cannot be loaded; null if it can.</param>
    public static Finding Torch((string Version, string? Fault) loaded) => loaded.Fault is null
        ? Finding.Ok("torch", $"TorchSharp {loaded.Version}")
        : Finding.Warning("torch", loaded.Fault, Mend);

    /// <summary>What can run models.</summary>
    /// <param name="attempts">What was tried; of those that were accepted, the first would be taken.</param>
    public static Finding Inference(IReadOnlyList<ProviderAttempt> attempts)
    {
        var found = string.Join("; ", attempts);
        return attempts.Any(attempt => attempt.Accepted)
            ? Finding.Ok("inference", found)
            : Finding.Warning("inference", found, Mend);
    }
}
