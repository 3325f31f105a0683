namespace BlockAssist.Learner.Training;

/// <summary>What a stage of a training learns from.</summary>
/// <remarks>Which lesson comes in which step depends on the options and the step alone. May be asked from several threads.</remarks>
public interface ILessons
{
    /// <summary>How many turns there are to learn from.</summary>
    int Turns { get; }

    /// <summary>A hash of what is learnt from.</summary>
    string Hash();

    /// <summary>The lesson of a step, by its number from 0 on.</summary>
    /// <exception cref="Simulation.Episodes.EpisodeFormatException">A recording is not what it was when it was counted.</exception>
    ILesson Prepare(int number, TrainingOptions options);
}
