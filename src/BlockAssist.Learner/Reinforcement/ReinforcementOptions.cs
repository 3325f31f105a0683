using System.Text.Json.Serialization;
using BlockAssist.Learner.Training;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>How a builder learns from what comes of its own play.</summary>
public sealed record ReinforcementOptions
{
    /// <summary>How often the builder plays and learns from it.</summary>
    public int Iterations { get; init; } = 150;

    /// <summary>How many sites are played side by side with one run of the network.</summary>
    public int Together { get; init; } = 8;

    /// <summary>How many such groups there are; what one has played is learnt from in one step.</summary>
    public int Groups { get; init; } = 4;

    /// <summary>How many turns of each site an iteration has.</summary>
    public int Length { get; init; } = 64;

    /// <summary>How often an iteration's play is learnt from.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>What a reward is worth a turn earlier (γ).</summary>
    public double Discount { get; init; } = 0.97;

    /// <summary>How far what came of a turn is taken from play instead of the critic (λ).</summary>
    public double Trace { get; init; } = 0.9;

    /// <summary>How much likelier or unlikelier an action may become before that no longer counts (ε).</summary>
    public double Clip { get; init; } = 0.2;

    /// <summary>How much the critic's error counts.</summary>
    public double CriticWeight { get; init; } = 10;

    /// <summary>How much a nat of chance in what is done counts.</summary>
    public double EntropyWeight { get; init; }

    /// <summary>How much a nat of difference from the model that play began with counts (β).</summary>
    public double Pull { get; init; } = 0.3;

    /// <summary>What a step costs, in cells of the goal.</summary>
    public double StepCost { get; init; } = 0.01;

    /// <summary>In how many iterations only the critic learns, before the builder does.</summary>
    public int CriticFirst { get; init; } = 5;

    /// <summary>The learning rate at its highest.</summary>
    public double Rate { get; init; } = 5e-4;

    /// <summary>Fixes all that chance decides.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many steps of training an iteration has.</summary>
    [JsonIgnore]
    public int StepsAnIteration => Groups * Epochs;

    /// <summary>How many turns are played in an iteration.</summary>
    [JsonIgnore]
    public int TurnsAnIteration => Groups * Together * Length;

    /// <summary>Whether one would do this for somebody else.</summary>
    [JsonIgnore]
    internal bool IsSensible => this is
    {
        Iterations: >= 1 and <= 1_000_000, Together: >= 1 and <= 64, Groups: >= 1 and <= 16, Length: >= 1 and <= 512, Epochs: >= 1 and <= 16,
        Discount: >= 0 and < 1, Trace: >= 0 and < 1, Clip: >= 0 and <= 10, CriticWeight: >= 0 and <= 1e6, EntropyWeight: >= 0 and <= 1e3,
        Pull: >= 0 and <= 1e3, StepCost: >= 0 and <= 100, CriticFirst: >= 0, Rate: >= 0 and <= 10,
    };

    /// <summary>The steps of training in all.</summary>
    internal TrainingOptions Training => new()
    {
        Steps = Iterations * StepsAnIteration,
        Length = Length,
        Batch = Together,
        Rate = Rate,
        WarmUp = 2 * StepsAnIteration,
        Decay = 0,
        Averaging = 0.98,
        Turned = false,
        Seed = Seed,
    };

    /// <summary>Complains about a value out of its range.</summary>
    internal void Demand()
    {
        foreach (var count in (ReadOnlySpan<int>)[Iterations, Together, Groups, Length, Epochs])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        }

        foreach (var share in (ReadOnlySpan<double>)[Discount, Trace])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(share);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        }

        foreach (var weight in (ReadOnlySpan<double>)[Clip, CriticWeight, EntropyWeight, Pull, StepCost, Rate, CriticFirst])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight);
        }
    }
}
