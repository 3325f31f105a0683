using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Training;

namespace BlockAssist.Cli.Training;

/// <summary>Shows a training on the way: loss, accuracy and speed beside the bar, a line now and then in the log.</summary>
internal sealed class TrainingProgress(CommandContext context, ProgressMeter meter) : ITrainingWatcher
{
    private const int StepsALine = 100;

    private readonly long _began = context.Surroundings.Clock.GetTimestamp();
    private double _loss;
    private double _accuracy;
    private long _turns;

    /// <inheritdoc/>
    public void Stepped(TrainingStage stage, TrainingStep made)
    {
        _turns += made.Turns;
        (_loss, _accuracy) = _turns == made.Turns ? (made.Loss, made.Accuracy) : (Smooth(_loss, made.Loss), Smooth(_accuracy, made.Accuracy));
        meter.Advance();
        meter.Note(Line(stage));
        if (made.Step % StepsALine == 0 || made.Step == stage.Options.Steps)
        {
            context.Log.Debug("{Stage} step {Step}: loss {Loss:F3}, accuracy {Accuracy:P1}", stage.Name, made.Step, _loss, _accuracy);
        }
    }

    /// <inheritdoc/>
    public void Measured(TrainingStage stage, int steps, double loss) =>
        context.Log.Information("After {Step} steps of {Stage}: {Loss:F3} nats on play that is not learnt", steps, stage.Name, loss);

    private string Line(TrainingStage stage)
    {
        var seconds = context.Surroundings.Clock.GetElapsedTime(_began).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{stage.Name}: loss {_loss:F3}, accuracy {_accuracy:P1}, {_turns / seconds:N0} turns/s");
    }

    private static double Smooth(double before, double now) => (0.95 * before) + (0.05 * now);
}
