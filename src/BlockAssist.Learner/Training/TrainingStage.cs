namespace BlockAssist.Learner.Training;

/// <summary>A stretch of a training with one kind of lessons: scripted play first, people's play after it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Lessons">What is learnt from.</param>
/// <param name="Options">How.</param>
public sealed record TrainingStage(string Name, ILessons Lessons, TrainingOptions Options)
{
    /// <summary>When it ends before its last step; null: never.</summary>
    public EarlyStopping? Stopping { get; init; }
}
