namespace BlockAssist.Learner.Verification;

/// <summary>What a cheat does in the last step of a segment, where nothing has time to grow from it.</summary>
public enum LastStep
{
    /// <summary>It makes the step as it should.</summary>
    Made,

    /// <summary>It leaves the step out.</summary>
    Skipped,

    /// <summary>It says of one turn that something else was done.</summary>
    OneWrongLabel,

    /// <summary>It says so of all turns.</summary>
    AllWrongLabels,
}
