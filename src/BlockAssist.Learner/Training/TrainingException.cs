namespace BlockAssist.Learner.Training;

/// <summary>A training cannot go on.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>A training cannot go on.</summary>
    public TrainingException(string message)
        : base(message)
    {
    }
}
