namespace BlockAssist.Learner.Training.Bench;

/// <summary>How fast human models are trained here; all from medians.</summary>
/// <param name="Threads">How many threads each may use.</param>
/// <param name="Weights">How many weights our network has.</param>
/// <param name="TurnsPerStep">How many turns a step of ours learns from.</param>
/// <param name="StepMilliseconds">How long such a step takes, its data being ready.</param>
/// <param name="MinibatchMilliseconds">How long it takes to make ready the data of a step, on one thread.</param>
/// <param name="UpstreamWeights">How many weights the network has that ours is measured against.</param>
/// <param name="UpstreamTurnsPerStep">How many turns a step of it learns from.</param>
/// <param name="UpstreamStepMilliseconds">How long that takes, its data being ready.</param>
public sealed record TrainingFigures(
    int Threads,
    long Weights,
    int TurnsPerStep,
    double StepMilliseconds,
    double MinibatchMilliseconds,
    long UpstreamWeights,
    int UpstreamTurnsPerStep,
    double UpstreamStepMilliseconds)
{
    private const double Second = 1000;

    /// <summary>How many turns a second are learnt from.</summary>
    public double TurnsPerSecond => Second * TurnsPerStep / StepMilliseconds;

    /// <summary>How many minibatches a second are made ready, on one thread.</summary>
    public double MinibatchesPerSecond => Second / MinibatchMilliseconds;

    /// <summary>How many turns a second are made ready and learnt from, one after the other on the same thread.</summary>
    public double TurnsPerSecondWithData => Second * TurnsPerStep / (StepMilliseconds + MinibatchMilliseconds);

    /// <summary>How many turns a second the other network learns from.</summary>
    public double UpstreamTurnsPerSecond => Second * UpstreamTurnsPerStep / UpstreamStepMilliseconds;

    /// <summary>How many times as fast ours learns, data being ready for both.</summary>
    public double Ratio => TurnsPerSecond / UpstreamTurnsPerSecond;

    /// <summary>The same, with the time to make ready the data counted for ours only.</summary>
    public double RatioWithData => TurnsPerSecondWithData / UpstreamTurnsPerSecond;
}
