namespace BlockAssist.Learner.Training;

/// <summary>Is told how a training goes.</summary>
public interface ITrainingWatcher
{
    /// <summary>A step was made.</summary>
    void Stepped(TrainingStage stage, TrainingStep made);
}
