namespace BlockAssist.Learner.Leases;

/// <summary>What a finding is about.</summary>
public enum LeaseSubject
{
    /// <summary>What the steps lead to: all that was sent fits.</summary>
    Steps,

    /// <summary>What was sent itself, whatever steps would lead to.</summary>
    Evidence,
}
