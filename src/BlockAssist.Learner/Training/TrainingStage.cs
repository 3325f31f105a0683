using BlockAssist.Learner.Data;

namespace BlockAssist.Learner.Training;

/// <summary>A stretch of a training with one kind of data: scripted play first, people's play after it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Data">What is learnt from.</param>
/// <param name="Options">How.</param>
public sealed record TrainingStage(string Name, DemonstrationSet Data, TrainingOptions Options)
{
    /// <summary>When it ends before its last step; null: never.</summary>
    public EarlyStopping? Stopping { get; init; }

    /// <summary>What is shown in which step.</summary>
    public WindowPlan Plan() => new(Data, Options.Length, Options.Batch, Options.Seed, Options.Turned);
}
