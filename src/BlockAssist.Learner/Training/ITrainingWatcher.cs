namespace BlockAssist.Learner.Training;

/// <summary>Is told how a training goes.</summary>
public interface ITrainingWatcher
{
    /// <summary>A step was made.</summary>
    void Stepped(TrainingStage stage, TrainingStep made);

    /// <summary>The weights were measured by what they do not learn from.</summary>
    /// <param name="stage">In which stage.</param>
    /// <param name="steps">After how many steps of it.</param>
    /// <param name="loss">Nats a turn.</param>
    void Measured(TrainingStage stage, int steps, double loss)
    {
    }
}
