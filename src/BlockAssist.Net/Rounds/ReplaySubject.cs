namespace BlockAssist.Net.Rounds;

/// <summary>What a verifier's finding is about.</summary>
public enum ReplaySubject
{
    /// <summary>What the steps lead to: all that was sent fits.</summary>
    Steps,

    /// <summary>What was sent itself, whatever steps would lead to.</summary>
    Evidence,
}
