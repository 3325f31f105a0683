using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Training;

/// <summary>A line of the metrics of a training.</summary>
/// <param name="Stage">The number of the stage.</param>
/// <param name="Step">How many steps the stage had with this one.</param>
/// <param name="Loss">Cross-entropy, in nats a turn.</param>
/// <param name="Accuracy">The share of turns whose likeliest action was the one done.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="GradientNorm">How long the gradient was.</param>
/// <param name="Seconds">Since the stage was taken up.</param>
/// <param name="Validation">How bad the averaged weights are at what is not learnt, nats a turn; null where that was not measured.</param>
public sealed record StepForm(
    int Stage, int Step, double Loss, double Accuracy, double Rate, double GradientNorm, double Seconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Validation = null);
