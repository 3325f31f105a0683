using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Training;

namespace BlockAssist.Cli.Training;

/// <summary>Shows a training on the way: loss, accuracy and speed beside the bar, a line now and then in the log.</summary>
/// <param name="context">Its clock and log.</param>
/// <param name="meter">Counts the steps of all stages.</param>
/// <param name="stages">The stages, in order.</param>
internal sealed class TrainingProgress(CommandContext context, ProgressMeter meter, IReadOnlyList<TrainingStage> stages) : ITrainingWatcher
{
    private const int StepsALine = 100;

    private readonly long _began = context.Surroundings.Clock.GetTimestamp();
    private double _loss;
    private double _accuracy;
    private long _turns;

    /// <inheritdoc/>
    public void Stepped(TrainingStage stage, TrainingStep made)
    {
        if (_turns == 0)
        {
            CountThoseBefore(stage, made.Step - 1);
        }

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

    private void CountThoseBefore(TrainingStage stage, int steps)
    {
        var done = stages.TakeWhile(one => !ReferenceEquals(one, stage)).Sum(one => one.Options.Steps) + steps;
        if (done > 0)
        {
            meter.Advance(done);
            context.Log.Information("The training goes on after step {Done} of {Steps}", done, stages.Sum(one => one.Options.Steps));
        }
    }

    private string Line(TrainingStage stage)
    {
        var seconds = context.Surroundings.Clock.GetElapsedTime(_began).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{stage.Name}: loss {_loss:F3}, accuracy {_accuracy:P1}, {_turns / seconds:N0} turns/s");
    }

    private static double Smooth(double before, double now) => (0.95 * before) + (0.05 * now);
}
